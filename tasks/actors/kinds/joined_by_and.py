"""Names joined by "and": what one of them is, the others are.

"X and Y condemned it" joins two bodies, "the murders of X and Y" two people.  Only a name that nothing else
decides learns from its company, and never one that stands where a place stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from tasks.actors.context.sightings import Form, Sighting
from tasks.actors.context.surroundings import AS_PLACE
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.name_words import context, heads
from tasks.actors.names.capitalised import PARTICLES
from tasks.actors.names.segments import is_other
from tasks.actors.names.written import is_capitalised
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorKind

_JOINTS = frozenset(
    f"{comma} {word} {more}"
    for comma in ("", ",")
    for word in ("and", "or", "&", "as well as")
    for more in ("", "the ", "also ")
)
_LONGEST_JOINT = 20  # code points between two names that are joined
_BY_PLACE = itemgetter(0, 1)
_COMMAS = frozenset((", ", ", the "))
_PLACE_FIRSTS = context("place_firsts")
_AS_PLACE = AS_PLACE | {"of_office"}  # "Earl of X, and Y": what an office is of
_NICKNAMES = late_pattern(r" \((?:(?:[\"“][^()\"“”\n]{1,40}[\"”])(?:,? (?:or|and) |, )?){1,4}\)")
_LONGEST_NAME = 4  # words of a person's name


def from_company(
    forms: Mapping[str, Form],
    decisions: Mapping[str, Decision],
    text: str,
    seen: Sequence[tuple[Sighting, str]],
) -> dict[str, Decision]:
    """Return decisions about undecided forms that stand in a list with names that are decided.

    Args:
        forms: the article's capitalised names by folded form.
        decisions: what was decided about each.
        text: the article's text.
        seen: all sightings in text order, each with its form's key.
    """
    found: dict[str, Decision] = {}
    for chain in _chains(seen, text):
        kinds = {decisions[key].kind for key in chain if decisions[key].kind is not None}
        if not kinds or any(decisions[key].rule in ("place", "event", "thing") for key in chain):
            continue
        if any(decisions[key].kind is None and forms[key].count("place") for key in chain):
            continue  # "the villages of X, Y and Z"
        for key in chain:
            if decisions[key].rule == "no_evidence" and key not in found:
                kind = _kind_among(forms[key], kinds)
                if kind is not None:
                    found[key] = decided(kind, "company")
    return found


def _chains(seen: Sequence[tuple[Sighting, str]], text: str) -> Iterator[list[str]]:
    """Yield lists of two or more names with "and" among their joints, as folded forms."""
    places = sorted([(s.start, s.span.end, key) for s, key in seen], key=_BY_PLACE)  # mostly as they come
    if '("' in text or "(“" in text:
        places = _without_nicknames(places, text)
    chain: list[str] = []
    before, has_joint, end = "", False, -_LONGEST_JOINT
    for start, stop, key in places:
        if end < start < end + _LONGEST_JOINT:  # mostly more stands between
            gap = text[end:start]
            is_joint = gap in _JOINTS
            if is_joint or gap in _COMMAS:
                chain = chain or [before]
                chain.append(key)
                has_joint = has_joint or is_joint
                before, end = key, stop
                continue
        if has_joint:
            yield chain
        chain, has_joint = [], False
        before, end = key, stop
    if has_joint:
        yield chain


def _without_nicknames(places: list[tuple[int, int, str]], text: str) -> list[tuple[int, int, str]]:
    """Return the places without those in a bracket with quoted names, which the name before it ends behind.

    'X ("Falcon" or "Hawk"), Y ("Owl"), and Z': X, Y and Z stand in a list.
    """
    found: list[tuple[int, int, str]] = []
    closed = -1  # end of the last such bracket
    for start, stop, key in places:
        if start < closed:
            continue
        bracket = _NICKNAMES.match(text, stop)
        closed = bracket.end() if bracket is not None else closed
        found.append((start, closed if bracket is not None else stop, key))
    return found


def _kind_among(form: Form, kinds: set[ActorKind | None]) -> ActorKind | None:
    """Return the kind that a form's company gives it, None where its own words or places speak against it."""
    words = form.words
    lower = [w.lower for w in words]
    as_place = _AS_PLACE - {"after_comma"} if kinds == {"person"} and len(words) > 1 else _AS_PLACE
    if any(s.evidence & as_place for s in form.sightings) or any(map(is_other, lower)):
        return None  # but in a list of persons a name of two words stands behind a comma as they do
    if lower[0] in _PLACE_FIRSTS or all(s.run.is_initial for s in form.sightings):
        return None
    is_bare = not form.count("article") and not any(w in heads() for w in lower)
    if "person" in kinds:
        fewest = 1 if kinds == {"person"} else 2
        is_name = fewest <= len(words) <= _LONGEST_NAME and all(
            w.text in PARTICLES or is_capitalised(w.text) for w in words
        )
        return "person" if is_name and is_bare else None
    bodies = sorted(kind for kind in kinds if kind not in (None, "state", "civilians", "unknown"))
    if not bodies:
        return None
    return bodies[0] if len(bodies) == 1 else "organisation"
