"""The town whose police an article names, where nothing else says where its event happened."""

from __future__ import annotations

from collections import Counter

from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.places import CountryContext, PlaceName, PlacePhrase, resolve_place

_POLICE = late_pattern(
    r"\b([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}?) "
    r"(?:[Pp]olice (?:[Dd]epartment|officers?)|[Cc]ity [Cc]ouncil|[Cc]ity [Hh]all|County Sheriff)"
)


def policed_town(document: Document, context: CountryContext) -> PlacePhrase | None:
    """Return the town that most names of a police or a council begin with, None without a known one."""
    if "olice" not in document.text:
        return None
    named = [Span(*m.span(1)) for m in _POLICE.finditer(document.text)]
    times = Counter(span.of(document.text) for span in named)
    for name, _ in times.most_common():
        span = next(s for s in named if s.of(document.text) == name)
        phrase = PlacePhrase(span, (PlaceName(span, name, None),), None, "")
        place = resolve_place(phrase, context)
        if place is not None and place.geonameid is not None:
            return phrase
    return None
