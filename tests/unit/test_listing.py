"""sources.yaml edited as text: comments stay, any value comes back."""

import pytest
import yaml

from etl.errors import InputError
from etl.listing import with_entry, without_entry
from etl.schema import Source


@pytest.mark.parametrize(
    "title", ["a: b", "- x", "'q'", '"q"', "#", "2020", "多\n行", "null"]
)
def test_any_title_comes_back_from_the_list(title):
    text = with_entry("sources:\n", Source("a", "220300", "a.txt", title=title))
    assert yaml.safe_load(text)["sources"][0]["title"] == title


def test_comments_stay_where_their_entry_stays(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text(
        "# head\nsources:\n  # of a\n  - source_id: a\n    file: a  # why\n\n"
        "  # of b\n  -\n    source_id: b\n\n  # of c\n  - {source_id: c}\n# end\n",
        encoding="utf-8",
    )
    assert without_entry(path, "b") == (
        "# head\nsources:\n  # of a\n  - source_id: a\n    file: a  # why\n\n"
        "  # of b\n\n  # of c\n  - {source_id: c}\n# end\n"
    )
    with pytest.raises(InputError, match="there are a, b, c"):
        without_entry(path, "d")


def test_the_last_source_cannot_be_removed(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text("sources:\n  - source_id: a\n", encoding="utf-8")
    with pytest.raises(InputError, match="the only source"):
        without_entry(path, "a")
