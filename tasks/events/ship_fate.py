"""What an infobox says became of the ship of the title: "Sunk by HMS Gull off Karvel on 3 May 1944"."""

from __future__ import annotations

import re

from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document
from tasks.model.span import Span

_FATE = late_pattern(
    r"(?:(?:possibly|presumed|probably|believed) )?(?:bombed and )?(?:sunk|torpedoed|mined|wrecked|lost|"
    r"rammed|foundered|blown up|scuttled|destroyed|bombed|shelled)\b",
    re.IGNORECASE,
)
_BY = late_pattern(r"\b(?:by|friendly fire from) (?:(?:an?|the) )?(?!friendly)", re.IGNORECASE)


def violent_fate(document: Document) -> Span | None:
    """Return the value of the infobox's field that says how the ship was lost, None where none does."""
    return next((f.span for f in document.article.infobox if _FATE.match(f.value)), None)


def fate_agent(document: Document) -> int | None:
    """Return where the name of who sank the ship begins in the infobox: behind "by"."""
    fate = violent_fate(document)
    found = list(_BY.finditer(document.text, fate.start, fate.end)) if fate is not None else []
    return found[-1].end() if found else None
