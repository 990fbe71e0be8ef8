"""Words of the lead that name a smaller place than an infobox does, within the same town or region.

A box often has the town alone, where the first sentences say "at the Hotel Osk in Karvel", "in the town of
Osk in Hale province, on the island of Karvel".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.model.document import Document
from tasks.model.span import Span
from tasks.places import PlacePhrase
from tasks.places.folding import fold

_LEAD = 2  # sentences that say where it happened
_GAP = 28  # code points between a place and the wider one that a box has


def finer(document: Document, infobox: PlacePhrase, ranked: Sequence[PlacePhrase]) -> PlacePhrase:
    """Return an infobox's place with the lead's words for a smaller place in it, where there are any."""
    lead = document.lead[:_LEAD]
    if not lead or not infobox.names:
        return infobox
    opening = Span(lead[0].span.start, lead[-1].span.end)
    told = sorted((p for p in ranked if opening.contains(p.span)), key=lambda p: p.span)
    near = [p for p in told if not p.is_weak]
    own = fold(infobox.names[0].text)
    for phrase in near:
        names = [fold(n.text) for n in phrase.names]
        if own in names[1:] and phrase.names[0].part is None:
            return _within(infobox, phrase, phrase.span)
    for phrase, wider in pairwise(told):
        gap = wider.span.start - phrase.span.end
        holds = own in {fold(n.text) for n in wider.names} and phrase.names[0].part is None
        if phrase.is_weak or not holds or not 0 < gap < _GAP:
            continue
        if "." not in document.text[phrase.span.end : wider.span.start]:
            return _within(infobox, phrase, Span(phrase.span.start, wider.span.end))
    return infobox


def _within(infobox: PlacePhrase, phrase: PlacePhrase, span: Span) -> PlacePhrase:
    known = {fold(n.text) for n in phrase.names}
    wider = tuple(n for n in infobox.names if fold(n.text) not in known)
    return replace(phrase, span=span, names=(*phrase.names, *wider))


def is_site_within(phrase: PlacePhrase, infobox: PlacePhrase) -> bool:
    """Whether a phrase has a kind of place before a box's own name: "an army camp in Osk" of "Osk, Hale"."""
    first = phrase.names[0]
    is_behind = first.span.start > phrase.span.start and not infobox.has_site
    return is_behind and fold(first.text) == fold(infobox.names[0].text)
