"""What an infobox says became of the ship of the title: "Sunk by HMS Gull off Karvel on 3 May 1944"."""

from __future__ import annotations

import re

from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document
from tasks.model.span import Span

_FATE = late_pattern(
    r"(?:^|; )(?:(?:possibly|presumed|probably|believed|accidentally|mistakenly) )?(?:\w+ and )?"
    rf"(?:{one_of(words('done_to_ship'))}|blown up|lost|foundered|bombed|shelled|missing|disappeared|sank)\b"
    r"(?! (?:as|for|during) (?:an? )?(?:\w+ )?(?:target|reef|breakwater|blockship|test|exercise))",
    re.IGNORECASE,
)
_FIELDS = ("fate", "status")
_BY = late_pattern(r"\b(?:by|friendly fire from) (?:(?:an?|the) )?(?!friendly)", re.IGNORECASE)


def violent_fate(document: Document) -> Span | None:
    """Return the value of the infobox's field that says how the ship was lost, None where none does.

    Of a ship that had several owners it is the last one's.
    """
    fates = [f for f in document.article.infobox if f.key.casefold().endswith(_FIELDS)]
    return next((f.span for f in reversed(fates) if _FATE.search(f.value)), None)


def is_peaceful(document: Document) -> bool:
    """Whether an infobox tells a fate without violence: sold, handed over, broken up."""
    fates = [f.value for f in document.article.infobox if f.key.casefold().endswith("fate")]
    return bool(fates) and violent_fate(document) is None


def fate_agent(document: Document) -> int | None:
    """Return where the name of who sank the ship begins in the infobox: behind "by"."""
    fate = violent_fate(document)
    found = list(_BY.finditer(document.text, fate.start, fate.end)) if fate is not None else []
    return found[-1].end() if found else None


def fate_day(document: Document) -> str:
    """Return the words for the day on which the infobox says that the ship was lost, "" where it has none."""
    fate = violent_fate(document)
    return day_in(document, fate.start, fate.end) if fate is not None else ""


def day_in(document: Document, start: int, end: int) -> str:
    """Return the first words for a day between two offsets, "" where there are none."""
    found = _DAY.search(document.text, start, end)
    return found.group() if found is not None else ""


_DAY = late_pattern(r"\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}\b")
