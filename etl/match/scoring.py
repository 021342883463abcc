"""Score the indicators for each number by the cues around it.

What is counted, what is done and what the sentence is about speak for an indicator, the
nearer the more; words that speak against it count against.
"""

from __future__ import annotations

from etl.match.anchor import Anchor
from etl.match.passages import Passage
from etl.match.sentences import Sentence
from etl.match.shares import claims_on, shares_of
from etl.match.tally import Tally, new_tally


def score(page: Passage, sentence: Sentence, anchor: Anchor) -> Tally:
    """Return the points of every indicator that anything speaks of for one number."""
    weights, takers = page.weights, anchor.takers
    start, end = anchor.quantity.start, anchor.end
    tally = new_tally(len(page.codebook.indicators))
    claims = claims_on(anchor, sentence, weights)
    silent = True
    for hit in sentence.hits(takers):
        if hit.start < end and start < hit.end:
            continue
        if hit.said.names:
            silent = False
        shares, claim = shares_of(hit, anchor, weights), claims.on(hit)
        if claim is None:
            tally.add(hit.word, hit.said, shares)
        else:
            tally.add_claimed(hit.word, hit.said, shares, claim)
    earlier = sentence.paragraph.earlier(sentence.start, takers)
    tally.add_earlier(earlier, weights.silent if silent else weights.block)
    return tally
