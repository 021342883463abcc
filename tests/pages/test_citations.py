"""How to cite an indicator and an article: on the pages what stands in the files."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from dashboard import api, citation
from tests import synthetic
from tests.api.asgi import ask
from tests.pages.test_pages import opened

HOST = "localhost:8501"
"""What the pages take for their address where no browser names it."""
CITED = {
    "indicator": (
        "compare",
        {"indicator": "job_fairs"},
        "indicators/job_fairs.metadata.json",
    ),
    "article": (
        "evidence",
        {"source": synthetic.ARTICLES[0].source_id},
        f"evidence/{synthetic.mention_id(synthetic.ARTICLES[0], 0)}.json",
    ),
    "data": ("data", {}, ""),
}


@pytest.mark.parametrize("what", CITED)
def test_the_three_styles_are_there_to_copy_and_stand_in_the_files(what, filled):
    page, asked, file = CITED[what]
    app = opened(page, **asked)
    shown = [code.value for code in app.code]
    assert {"GB/T 7714", "APA", "BibTeX"} <= {tab.label for tab in app.tabs}
    if not file:
        assert sum("v1" in text and "Data set" in text for text in shown) == 1
        return
    server = Starlette(routes=api.routes())
    record = ask(server, f"/api/v1/{file}", host=HOST).json()["citation"]
    assert set(record) == set(citation.STYLES)
    for text in record.values():
        assert text in shown
