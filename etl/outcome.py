"""What a build found, counted while the articles pass by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.history import Step
from etl.process import Processed
from etl.validate import Finding


@dataclass(slots=True)
class Outcome:
    """The figures of the run report; filled article by article."""

    articles: int = 0
    mentions: int = 0
    corrected: int = 0
    by_indicator: Counter[str] = field(default_factory=Counter[str])
    by_reason: Counter[str] = field(default_factory=Counter[str])
    sources_of: dict[str, str] = field(default_factory=dict[str, str])
    """The source_id that first had the bytes of each hash."""
    newest: str | None = None
    """The latest publication date, as far as it is known."""
    findings: Sequence[Finding] = ()
    unused: Sequence[str] = ()
    """The sources of corrections that no listed article answers to."""
    data_version: str = ""
    step: Step | None = None
    """What this version changed; None where it was published already."""
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list[str])

    @property
    def observations(self) -> int:
        """The number of mentions that carry an indicator."""
        return self.by_indicator.total()

    def add(self, article: Processed) -> None:
        """Count one article, or keep its problems."""
        self.articles += 1
        self.problems += article.problems
        if not article.problems:
            self._count(article)

    def _count(self, article: Processed) -> None:
        first = self.sources_of.setdefault(article.sha256, article.source_id)
        if first != article.source_id:
            self.problems.append(
                f"{article.source_id} is the same file as {first}, byte for byte; "
                "delete one of the two entries of sources.yaml and its file."
            )
        mentions = article.rows["mention"]
        self.mentions += len(mentions)
        self.corrected += sum(bool(row["corrected"]) for row in mentions)
        for row in mentions:
            counter = self.by_indicator if row["indicator"] else self.by_reason
            counter[str(row["indicator"] or row["reason"])] += 1
        published = [str(row["published"] or "") for row in article.rows["source"]]
        self.newest = max(self.newest or "", *published) or None
