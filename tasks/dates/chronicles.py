"""Articles that tell the course of years, and not of one event: the life of a ship.

The first date of such an article is her launching. A day without a year is of the year that the section
before has come to.
"""

from __future__ import annotations

from tasks.dates.anchors import Anchor, AnchorStack
from tasks.model.document import Document
from tasks.model.memo import remembered

_FIELDS = ("ship launched", "ship laid down", "ship commissioned", "launched", "laid down", "commissioned")
_BUILT = (" was laid down ", " was launched ", " keel was laid ")
_FIRST = 12  # sentences


@remembered
def is_chronicle(document: Document) -> bool:
    """Whether an article tells the life of a ship: its box or its first sentences tell when she was built."""
    if any(field.key.casefold() in _FIELDS for field in document.article.infobox):
        return True
    begin = document.sentences[:_FIRST]
    return any(built in s.span.of(document.text) for s in begin for built in _BUILT)


def reached(document: Document, stack: AnchorStack) -> Anchor | None:
    """Return what days without a year of the next section are read against: what was told last."""
    told = stack.last or stack.heading
    if told is None or not is_chronicle(document):
        return stack.main
    end, main = told.period.end, stack.main
    if main is None or end is None or main.period.end is None or end >= main.period.end:
        return told
    return main
