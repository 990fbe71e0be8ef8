"""Who did what to whom by the headline of a report, where its text names nobody: "Police shoot protesters".

- active: "Gunmen Attack Village", "Xenda Carries Out Deadly Attack in Osk", with whom or what it was done to
- passive: "Policemen taken by X rebels", "Four killed by army deserter"
- attack: "6 killed in suspected X attack"

The title of an encyclopaedia's article has no verb, so that none of this reads it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tasks.actors.known.folded_names import fold
from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.new_party import NewParty, party, party_at
from tasks.events.party_choice import is_unnamed
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.lexicons.site_nouns import is_attacked_noun
from tasks.lexicons.violence import ANY, verbs_that, words_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.event import EventActor, Role
from tasks.model.span import Span
from tasks.model.value import value

_WORD = re.compile(r"[\w'’-]+|[,:;–—]")
_DOES = ("attacks", "destroys", "harms", "kills", "takes", "wounds")
_CARRY, _CARRIES = frozenset(("carry", "launch", "stage")), frozenset(("carries", "launches", "stages"))
_ATTACKS = deeds("sure_attack", "one") | {"attacks", "strike"}
_MEANS = _ATTACKS | words("strike_means")
_DOUBTS = frozenset(("suspected", "alleged"))
_STOPS = frozenset(
    (
        ",", ":", ";", "–", "—", "in", "at", "near", "on", "after", "as", "killing", "during", "over", "for",
        "amid", "to", "by", "with", "from", "and", "before", "outside", "across",
    )
)  # fmt: skip
_COUNTS = frozenset(
    (
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "a",
        "an", "the", "at", "least", "more", "than", "up", "scores", "several", "many", "of", "some", "about",
    )
)  # fmt: skip
_REACH = 5  # words of "Suspected Xenda Front militants"
_NO_DOER = frozenset(("civilians",))


@value(frozen=True, slots=True)
class _Told:
    """Words of a headline for a party; `is_alleged`: it says "suspected"."""

    span: Span
    role: Role
    is_alleged: bool = False


def headline_parties(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return who acts and who suffers by the headline, each where the text names nobody, and their parts.

    An attacker with a name stands in for one that the text only calls "gunmen": then the new part comes
    beside it, and `without_nameless` takes the other away.
    """
    acting = [p for p in parties if p.role == "perpetrator"]
    is_open = all(is_unnamed(p.actor, actors) for p in acting)
    is_aimless = not any(p.role == "target" for p in parties)
    if not is_open and not is_aimless:
        return [], []
    made, told_parties, taken = [], list[EventActor](), {p.actor for p in parties}
    for told in _told(document.article.title, len("= ")):
        if not (is_open if told.role == "perpetrator" else is_aimless):
            continue
        new = _party(document, actors, told)
        if new is None or new.actor.key in taken or (acting and is_unnamed(new.actor.key, actors)):
            continue
        if acting and told.role == "perpetrator" and new.actor.name.islower():
            continue
        made.append(new)  # the headline's own words tell the part
        told_parties.append(
            EventActor(new.actor.key, new.role, told.span, new.mention.method, is_alleged=new.is_alleged)
        )
    return made, told_parties


def without_nameless(
    parties: Sequence[EventActor], told: Sequence[EventActor], actors: ActorBook
) -> tuple[EventActor, ...]:
    """Return the parties without attackers of no name where a headline gives theirs."""
    if not any(p.role == "perpetrator" for p in told):
        return tuple(parties)
    return tuple([p for p in parties if p.role != "perpetrator" or not is_unnamed(p.actor, actors)])


def _party(document: Document, actors: ActorBook, told: _Told) -> NewParty | None:
    """Return who words of a headline are: an actor named there, else people by the prose's first words."""
    called = told.span.of(document.text)
    inside = [m for m in actors.overlapping(told.span) if m.span.end >= told.span.end]
    inside = inside or _named_in_prose(document, actors, told)
    if inside:
        actor = actors.actors[inside[0].actor]
        if told.role == "perpetrator" and (actor.kind in _NO_DOER or actor.kind in ("media", "monitor")):
            return None
        new = party_at(document, actors, inside[0].span, told.role, "headline")
        return replace(new, is_alleged=told.is_alleged)
    last = called.split()[-1].lower()
    kind = people_kind(called.lower())
    if kind is None and not (told.role == "target" and is_attacked_noun(last)):
        return None
    if told.role == "perpetrator" and kind in _NO_DOER:
        return None
    spelled = re.compile(rf"\b{re.escape(called if kind is None else last)}\b", re.IGNORECASE)
    at = spelled.search(document.text, len(document.article.title) + len("= ="))
    span = Span(*at.span()) if at is not None else told.span
    new = party(document, span, told.role, kind or "unknown", "headline", told.is_alleged)
    return replace(new, actor=replace(new.actor, name=new.actor.name.lower()))


def _named_in_prose(document: Document, actors: ActorBook, told: _Told) -> list[Mention]:
    """Return the group whose men act by a headline, as the prose first names it: "Xenda rebels"."""
    called = told.span.of(document.text)
    if told.role != "perpetrator":
        return []
    own = [m for m in actors.mentions if m.actor == fold(called)][:1]
    name = called.rpartition(" ")[0]
    if own or not name[:1].isupper():
        return own
    named = re.compile(rf"\b{re.escape(name)}\b")
    at = named.search(document.text, len(document.article.title) + len("= ="))
    found = actors.overlapping(Span(*at.span())) if at is not None else []
    return [m for m in found if actors.actors[m.actor].kind == "armed_group"]


def _told(title: str, offset: int) -> list[_Told]:
    """Return what a headline says of both sides, its spans counted from `offset`."""
    tokens = [(m.start() + offset, m.end() + offset, m.group()) for m in _WORD.finditer(title)]
    lower = [word.lower() for _, _, word in tokens]
    for at in range(1, len(tokens)):
        if _is_verb(lower, at) and (end := _end_of_verb(lower, at)):
            return _of_verb(tokens, lower, at, end)
        if lower[at] == "by" and lower[at - 1] in _done():
            stop = next((k for k in range(at + 1, len(lower)) if lower[k] in _STOPS), len(lower))
            agent = _phrase(tokens, lower, at + 1, stop)
            return [_Told(agent, "perpetrator", "suspected" in lower[at:stop])] if agent is not None else []
        if lower[at] in _ATTACKS and "in" in lower[max(0, at - _REACH) : at - 1]:
            first = at - lower[max(0, at - _REACH) : at][::-1].index("in")
            name = _phrase(tokens, lower, first, at)
            return [_Told(name, "perpetrator", bool(_DOUBTS & set(lower[first:at])))] if name else []
    return []


def _is_verb(lower: Sequence[str], at: int) -> bool:
    """Whether a word that may be a noun is the verb: "kills", "Gunmen Attack"; not "in a rebel attack"."""
    before = lower[at - 1]
    is_plural = before.endswith(("s", "men")) or people_kind(before) is not None
    return lower[at] in _present() and (lower[at] not in _base() or is_plural)


def _of_verb(
    tokens: Sequence[tuple[int, int, str]], lower: Sequence[str], verb: int, end: int
) -> list[_Told]:
    """Return the subject of a verb and what stands behind it; whose strike it was, for a strike."""
    first = next((k + 1 for k in range(verb - 1, -1, -1) if lower[k] in (":", ",", ";")), 0)
    last = verb
    while last > first and lower[last - 1] in _MEANS:
        last -= 1
    subject = None if "on" in lower[first:verb] else _phrase(tokens, lower, first, last)
    found = [_Told(subject, "perpetrator", bool(_DOUBTS & set(lower[first:verb])))] if subject else []
    stop = next((k for k in range(end, len(lower)) if lower[k] in _STOPS), len(lower))
    hit = _phrase(tokens, lower, end, stop)
    return found + ([_Told(hit, "target")] if hit is not None else [])


def _phrase(
    tokens: Sequence[tuple[int, int, str]], lower: Sequence[str], first: int, end: int
) -> Span | None:
    """Return the words from one to another, without counts and doubts before them; None for none."""
    while first < end and (lower[first] in _COUNTS or lower[first] in _DOUBTS or lower[first].isdigit()):
        first += 1
    if first >= end or end - first > _REACH:
        return None
    return Span(tokens[first][0], tokens[end - 1][1])


def _end_of_verb(lower: Sequence[str], at: int) -> int:
    """Return where the object of a verb begins, 0 where the word is none: "carries out ... attack on"."""
    if lower[at] in _CARRY or lower[at] in _CARRIES:
        noun = next((k for k in range(at + 1, min(at + _REACH, len(lower))) if lower[k] in _ATTACKS), 0)
        return noun and noun + 1 + (lower[noun + 1 : noun + 2] == ["on"])
    return at + 1 if at + 1 < len(lower) else 0


@cache
def _base() -> frozenset[str]:
    return words_of(verbs_that(_DOES, ANY), "base") | _CARRY


@cache
def _present() -> frozenset[str]:
    return words_of(verbs_that(_DOES, ANY), "present") | {"targets"} | _CARRIES | _base()


@cache
def _done() -> frozenset[str]:
    return words_of(verbs_that(_DOES, ANY), "participle") | {"taken", "seized", "held"}
