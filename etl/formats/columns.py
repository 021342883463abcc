"""Lines of a PDF page, in the order in which a reader reads its columns.

The grouping is pdfminer's; the limits are ours, as its time grows with the square of the
number of blocks.
"""

from collections.abc import Iterable, Iterator

from pdfminer.layout import (
    IndexAssigner,
    LAParams,
    LTChar,
    LTComponent,
    LTFigure,
    LTItem,
    LTPage,
    LTTextBox,
    LTTextLine,
)

LAYOUT = LAParams()
MAX_LINES = 3_000
MAX_BLOCKS = 300
"""Beyond these a page is no article: its lines stay in the order of the file."""


def ordered_lines(page: LTPage) -> list[LTTextLine]:
    """Return the text lines of a page, column by column."""
    found = list(characters(page))
    if not found:  # a scan
        return []
    grouped = page.group_objects(LAYOUT, found)
    lines = [line for line in grouped if not line.is_empty()]
    for line in lines:
        line.analyze(LAYOUT)
    if len(lines) > MAX_LINES:
        return lines
    blocks = list(page.group_textlines(LAYOUT, lines))
    if len(blocks) <= MAX_BLOCKS:
        blocks = in_reading_order(page, blocks)
    return [line for block in blocks for line in block]


def characters(container: Iterable[LTItem]) -> Iterator[LTComponent]:
    """Yield the characters of a page, those inside its figures too."""
    for item in container:
        if isinstance(item, LTFigure):
            yield from characters(item)
        elif isinstance(item, LTChar):
            yield item


def in_reading_order(page: LTPage, blocks: list[LTTextBox]) -> list[LTTextBox]:
    """Return the blocks as grouped into columns and articles by their distances."""
    assigner = IndexAssigner()
    for group in page.group_textboxes(LAYOUT, blocks):
        group.analyze(LAYOUT)
        assigner.run(group)
    for block in blocks:
        block.analyze(LAYOUT)
    return sorted(blocks, key=lambda block: block.index)
