"""Names that the article itself equates: side by side with words or brackets that say so.

Each function yields (name, other name, reason) by folded keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tasks.actors.joins.initials import is_acronym
from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.folded_names import fold
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import context
from tasks.actors.names.acronyms import begins_words, matches, picks_letters
from tasks.actors.names.written import is_short_form
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.sifted import Signs

_ADVERB = (
    r"(?:(?:also|popularly|formerly|previously|better|otherwise|commonly|then|originally|now|often|sometimes|widely|"
    r"collectively|locally|officially|later|simply|best)\s+){0,2}"
)
_OF_HIS = (  # "known by his alias X"
    r"(?:his|her|their|its|a)\s+(?:[\w-]+\s+)?"
    r"(?:alias|nickname|pseudonym|kunya|nom de guerre|code ?name|name)"
)
KNOWN_AS = late_pattern(
    rf"\s*[,(]?\s*{_ADVERB}(?:known|referred to|abbreviated)(?:\s+(?:as|to))?(?:\s+(?:simply|the|by))*"
    rf"(?:\s+{_OF_HIS})?\s*[\"“'‘]?(?:the\s+)?|"
    rf"\s*[,(]\s*{_ADVERB}(?:called|named|styled|renamed|rebranded)(?:\s+(?:as|to|simply))*\s*[\"“'‘]?(?:the\s+)?",
    re.IGNORECASE,
)
OTHERWISE = late_pattern(
    r"[\"”'’]?\s*[,(]\s*(?:(?:and|who was|later|since|then|subsequently|afterwards)\s+){0,2}"
    r"(?:identified|revealed|unmasked)\s+(?:as|to be)\s+[\"“'‘]?|"
    r"[\"”'’]?\s*[,(]\s*(?:whose\s+)?(?:real|birth|true)\s+name(?:\s+(?:is|was|being))?:?\s+[\"“'‘]?|"
    r"\s*[,(]\s*(?:or|alias|a\.?k\.?a\.?|formerly|previously)\s+(?:the\s+)?[\"“'‘]?|"
    r"\s+(?:alias|a\.?k\.?a\.?)\s+[\"“'‘]?",
    re.IGNORECASE,
)
_BRACKET = late_pattern(
    r"(?:['’]s)?[\"”'’]?\s*\((?:the\s+|[A-Z][a-z]+:\s*[^();,]*[;,]\s*|"
    r"(?:[A-Z][a-z]+ )?(?:acronym|initials):?\s+|(?:also )?abbreviated(?: as| to)?\s+)?[\"“'‘]?"
)
_NOUN_GAP = late_pattern(r" ([a-z]+) \(")
_KINDS_OF_BODY = context("kinds_of_body")
_GLOSS = late_pattern(r"[\"”'’]? \(([^()\n]{4,90})[,;] ([A-Z][A-Za-z.&-]{1,9})[,;)]")
_SHORT = late_pattern(r" \(([A-Z][A-Za-z.&-]{1,9})\)")

_SHORTEST_WORD = 4  # letters
_OWNER = ("'s ", "’s ")
_OF_WING = late_pattern(
    r"\b(?:wing|arm|branch|faction|unit) of (?:the )?$"
)  # which is known so, not the whole


@cache
def _equating() -> Signs:
    return Signs(KNOWN_AS.pattern, OTHERWISE.pattern)


def _widest_first(place: tuple[int, int, str]) -> tuple[int, int, str]:
    return place[0], -place[1], place[2]


def side_by_side(text: str, entries: Entries) -> Iterator[Join]:
    """Names side by side with words or brackets that equate them: "X (XYZ)", "X, also known as Y"."""
    places = sorted(
        [
            (p.span.start, p.span.end, e.key)
            for e in entries.values()
            for p in e.places
            if not e.is_collective
        ],
        key=_widest_first,
    )
    for (begin, end, a), (start, stop, b) in pairwise(_outermost(places)):
        if a == b or not 0 < start - end < 60:
            continue
        gap = text[end:start]
        if "\n" in gap:
            continue
        one, two = entries[a], entries[b]
        if _equating().stand_in(gap) and (KNOWN_AS.fullmatch(gap) or OTHERWISE.fullmatch(gap)):
            if text.startswith(_OWNER, stop):
                continue  # "X, also known as Quist's Tigers"
            if _agree(one, two) and not _OF_WING.search(text[max(0, begin - 40) : begin]):
                yield a, b, "also_known_as"
        elif gap == " (" and one.kind == two.kind == "person" and text[stop : stop + 1] == ")":
            if len(one.words) > 1 and len(two.words) > 1 and one.words[-1] != two.words[-1]:
                yield a, b, "bracket"  # "Ada Quist (Ana Maria Vell)": the name behind the cover name
        elif _BRACKET.fullmatch(gap) and "person" not in (one.kind, two.kind) and two.kind != "state":
            closed = text[stop : stop + 1] in (")", ";", ",") or text[stop : stop + 2] in ("”)", '")', "')")
            if closed and (is_acronym(two) or is_acronym(one)) and _explains(text, start, one, two):
                if text[stop : stop + 1] == ")" and is_acronym(two) and gap == " (":
                    one.titled.add(text[begin : stop + 1])
                yield a, b, "bracket"


def _outermost(places: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the places that no longer one holds: "XYZ leader Ada Quist" without the XYZ in it."""
    reached = 0
    for place in places:
        if place[1] > reached:
            reached = place[1]
            yield place


def glossed(text: str, entries: Entries) -> Iterator[Join]:
    """A name with its name in another language and an acronym of either: "Front X (Frente X, FX)"."""
    for entry in entries.values():
        if entry.is_collective or len(entry.words) < 2 or entry.kind in ("person", "state"):
            continue
        for place in entry.places:
            match = _GLOSS.match(text, place.span.end)
            if match is None or not is_short_form(match.group(2)):
                continue
            gloss, short = match.group(1).split(": ")[-1], match.group(2)
            if not any(matches(short, words) for words in (entry.words, tuple(gloss.split()))):
                continue
            if fold(gloss) not in entries and gloss[0].isupper():
                entry.titled.add(gloss)
            for key in (fold(gloss), fold(short)):
                if key in entries and key != entry.key:
                    yield entry.key, key, "bracket"


def behind_nouns(text: str, entries: Entries) -> Iterator[Join]:
    """Initials that count the noun behind a name: "the X movement (XM)"."""
    shorts = {p.span.start: e for e in entries.values() if is_acronym(e) for p in e.places}
    if not shorts:
        return
    for entry in entries.values():
        if entry.kind in ("person", "state") or entry.is_collective:
            continue
        for place in entry.places:
            gap = _NOUN_GAP.match(text, place.span.end)
            short = shorts.get(gap.end()) if gap is not None and gap[1] in _KINDS_OF_BODY else None
            if gap is not None and short is not None and matches(short.words[0], (*entry.words, gap[1])):
                yield entry.key, short.key, "bracket"


def _explains(text: str, bracket: int, one: Entry, two: Entry) -> bool:
    """Say whether an acronym in brackets belongs to the name before it, not to a longer one ending so."""
    if matches(two.words[0], one.words) or matches(one.words[0], two.words):
        return True
    if picks_letters(two.words[0], one.words):
        return True
    at = text.rfind(one.name, max(0, bracket - 200), bracket)
    before = text[max(0, at - 30) : at].split()
    if before[-1:] == ["the"] and before[-2:-1] == ["of"]:
        return one.kind != "state" and before[-3:-2] != [] and before[-3].islower()  # "fighters of the X (Y)"
    return one.kind != "state" and not (
        before and (before[-1] in ("of", "for", "in", "former") or before[-2:-1] == ["of"])
    )


_OPEN = frozenset(
    ("agent", "acts", "called_group", "told", "claimant", "speaks")
)  # how what is unknown was decided


def _agree(one: Entry, two: Entry) -> bool:
    """Say whether two names can be one actor: two persons, or two bodies.

    A nickname alone may look like the name of a body.
    """
    if one.kind == "person" and two.method in _OPEN and len(two.words) < 3:
        return True
    return (one.kind == "person") == (two.kind == "person") and "state" not in (one.kind, two.kind)


def bracketed(text: str, entries: Entries) -> Iterator[tuple[str, str]]:
    """Yield (key, form) for names that stand with their acronym: "Gulf Cooperation Council (GCC)"."""
    for entry in entries.values():
        if entry.is_collective or len(entry.words) < 2 or entry.kind == "person":
            continue
        for place in entry.places:
            match = _SHORT.match(text, place.span.end)
            if match and _shortens(match.group(1), entry):
                yield entry.key, text[place.span.start : match.end()]
                if fold(match.group(1)) not in entries:
                    yield entry.key, match.group(1)  # which stands nowhere else


def _shortens(short: str, entry: Entry) -> bool:
    """Say whether a word in a bracket is a name cut short: letters, or "Orfeco" of "Orland Ferry Company"."""
    how = matches(short, entry.words)
    if is_short_form(short):
        return how is not None
    is_word = (
        len(short) >= _SHORTEST_WORD and short[1:].islower() and entry.kind in ("organisation", "military")
    )
    return is_word and begins_words(short, entry.words)


def pages(entries: Entries) -> Iterator[Join]:
    """Names that the source links to the same page."""
    seen: dict[str, str] = {}
    for entry in entries.values():
        if entry.page is None or (entry.kind == "person" and len(entry.words) == 1):
            continue
        page = fold(entry.page)
        if page in seen and _agree(entries[seen[page]], entry):
            yield seen[page], entry.key, "link"
        seen.setdefault(page, entry.key)
