"""Words of the lead that name a smaller place than an infobox does, within the same town or region.

A box often has the town alone, where the first sentences say "at the Hotel Osk in Karvel", "in the town of
Osk in Hale province, on the island of Karvel".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.events.main.where.in_title import is_in_title, title_key
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import LEAD
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.places import PlacePhrase
from tasks.places.folded_place_names import fold

_TOWN = late_pattern(r"\b(?:village|town|city|hamlet|settlement) of (?:the )?$")
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
    return in_region(document, infobox, ranked)


def in_region(document: Document, region: PlacePhrase, ranked: Sequence[PlacePhrase]) -> PlacePhrase:
    """Return a mere region with the town in it that the lead tells, the region alone where it tells none.

    It is the town of the title ("in the oil town of Osk" of the "Osk massacre"), or one that the sentence of
    the region calls a village or a town: "In Hale Province, jets bombed a house in the village of".
    """
    if any(n.part is None for n in region.names):
        return region
    title = title_key(document.article.title)
    for phrase in sorted(ranked, key=lambda p: p.span):
        first = phrase.names[0]
        if phrase.is_weak or first.part is not None or document.heading_at(phrase.span) != LEAD:
            continue
        is_here = document.index_at(phrase.span.start) == document.index_at(region.span.start)
        if is_in_title(phrase, title) or (
            is_here and _TOWN.search(document.text, max(0, first.span.start - 20), first.span.start)
        ):
            return _within(region, phrase, phrase.span)
    return region


def _within(infobox: PlacePhrase, phrase: PlacePhrase, span: Span) -> PlacePhrase:
    known = {fold(n.text) for n in phrase.names}
    wider = tuple(n for n in infobox.names if fold(n.text) not in known)
    return replace(phrase, span=span, names=(*phrase.names, *wider))


def is_site_within(phrase: PlacePhrase, infobox: PlacePhrase) -> bool:
    """Whether a phrase has a kind of place before a box's own name: "an army camp in Osk" of "Osk, Hale"."""
    first = phrase.names[0]
    is_behind = first.span.start > phrase.span.start and not infobox.has_site
    return is_behind and fold(first.text) == fold(infobox.names[0].text)
