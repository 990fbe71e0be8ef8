"""Whether an article tells the life of a ship: a story from her launch on, each date behind the one before.

In such a story a month or a year that is told moves it on wherever it stands ("until February 1941. ... on
15 March"), and a section goes on from the one before it.
"""

from __future__ import annotations

from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.document import Document
from tasks.model.memo import remembered

_OF_SHIP = "Ship "  # what the fields of a ship's infobox begin with
_PREFIXES = words("ship_prefix")
_NAMED = late_pattern(  # "Norland submarine Heron", "SM U-9", "Motor Torpedo Boat PT-12"
    rf"\b(?i:{any_of(words('warship') | {'boat', 'ship'})}) [A-ZÀ-Þ]|^SM U[BC]?-\d"
)


@remembered
def is_ship_story(document: Document) -> bool:
    """Return whether an article is on a ship, by its infobox or its title."""
    article = document.article
    if any(field.key.startswith(_OF_SHIP) for field in article.infobox):
        return True
    first, _, rest = article.title.partition(" ")
    return (first in _PREFIXES and bool(rest)) or _NAMED.search(article.title) is not None
