"""Who sank or hit the ship of the title, and who was hit with her.

"Heron was bombed in error by four aircraft of the Northland Navy", "the submarine U-7 torpedoed her",
"Heron and Gull were sunk".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.events.found import Found
from tasks.events.ships.forces import force_of, squadron_of
from tasks.events.ships.ship_fate import fate_agent, violent_fate
from tasks.events.ships.sisters import sisters
from tasks.events.ships.titled_ship import titled_ship
from tasks.events.ships.told_of_all import told_of_all
from tasks.events.ships.what_befell import Telling, own_tellings, struck
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.span import Span

RULE = "sank"
_BY = late_pattern(
    r"(?:[^.;]{0,90}?[^.;\w])??(?<!followed )(?<!replaced )(?<!commanded )(?<!escorted )(?<!rescued )"
    r"(?P<by>by )(?P<means>(?:(?:an?|the|two|three|four|several|multiple|her|\d+|friendly|heavy|enemy) )*"
    rf"(?:[\w-]+ )?(?:{one_of(words('weapon_at_sea'))}|depth charges?)(?: \([^()]*\))?"
    r"(?: (?:fired|launched|dropped|laid|delivered))? (?:from|by|of) )?"
)
_NO_MORE = re.compile(r" (?:and|but|while|which|who|before|after|when|where) | (?:was|were|had|sank|by) ")
_WORD = (
    r"(?!(?:off|in|on|at|near|with|from|of|for|to|into|while|when|as|during|after|before|and)\b)[\w'’.-]+ "
)
_NOUN_PHRASE = re.compile(rf"(?:{_WORD}){{0,8}}")
_MORE = re.compile(
    r"(?:,? and|,| together with| along with|, assisted by) (?:by )?(?:the )?"
    rf"(?:(?=[a-z\d]|[A-Z]\w+ [a-z]){_WORD}){{0,4}}"
)
_OF_FORCE = late_pattern(
    rf" (?:[a-z-]+ )?(?:{one_of(words('flown_or_sailed'))})(?: [a-z]+)?"
    r" (?:of|from|belonging to|flown by|operated by) (?:the )?(?:\w+ (?:of )?(?:the )?)?"
)
_WHOSE = re.compile(r"(?:[\w'’-]+ )?(?:of|from|flown by) (?:the )?")
_NEAR_VERB = re.compile(
    r"(?: (?:[A-Z][\w-]+s|[a-z-]*(?:aircraft|planes|bombers|fighters|boats|ships)))?"
    r"(?:, [^,.;]{1,80},)?(?: (?:had|then|also|later|\w+ly|which|that|in error|\w+ed (?:her )?and))* \Z"
)
_WHOM = r"(?:her|it|him|them|the \w+|[A-Z][\w-]*)"
_LOOKS = late_pattern(
    rf"\b(?:(?:mist(?:ook|aking|aken)|misidentified)\b[^.;]{{0,60}}?\b(?:for|as)"
    rf"|(?:took|taking) {_WHOM} for|(?:believ|think)ing {_WHOM} (?:to be|was|were))"
    r" (?:(?:an?|the|one of the) )?(?:[a-z-]+ ){0,2}\Z"
)
_REACH = 100  # code points before a name
_SHIPS = ("ship", "merchant_ship")  # how a name was found to be a ship's
_MAY_SINK = ("military", "armed_group", "state", "unknown")


def ship_parties(document: Document, actors: ActorBook) -> list[Found]:
    """Return who sank, hit or attacked the ship of the title, herself and who was hit with her.

    Of a ship that is known for what she did she is the one who did it.
    """
    ship = titled_ship(document)
    if ship is None:
        return []
    found = list(_of_fate(document, actors))
    own = own_tellings(document)
    if own and own[0].kind == "did":
        return [*found, *_deeds(document, actors, own)]
    told = [m for t in own for m in _doers(document, actors, t)]
    if all(_is_common(document, m) for m in told):  # "a bomber": whose is told of her with her sisters
        together = [m for t in told_of_all(document) for m in _doers(document, actors, t)]
        told = together or told
    by_name = {m.actor: m for m in reversed(told) if not found}
    found += [Found(m.actor, "perpetrator", m.span, RULE) for m in reversed(by_name.values())]
    acting = {f.actor for f in found}
    hit = {m.actor: m for t in reversed(own) for m in struck_with(document, actors, t)}
    beside = [f for m in [*hit.values()][-1:] for f in sisters(document, actors, m)]
    found += [f for f in beside if f.role == "perpetrator" and not acting]
    found += [Found(m.actor, "target", m.span, RULE) for m in reversed(hit.values()) if m.actor not in acting]
    return found + [f for f in beside if f.role == "target" and f.actor not in acting | {*hit}]


def _doers(document: Document, actors: ActorBook, one: Telling) -> list[Mention]:
    """Return who did what a sentence tells, whole forces for their squadrons."""
    found = _agents(document, actors, one) or _subjects(document, actors, one)
    return [force_of(document, actors, m) for m in found]


def _is_common(document: Document, mention: Mention) -> bool:
    """Whether a mention names nobody but by a noun in the singular: "a Northland bomber"."""
    last = mention.span.of(document.text).split()[-1]
    return last.islower() and not last.endswith("s") and last != "aircraft"


def _deeds(document: Document, actors: ActorBook, own: Sequence[Telling]) -> list[Found]:
    """Return the ship of the title as the one who did what the article knows her for, and whom she hit."""
    ship = titled_ship(document)
    named = re.compile(rf"\b{re.escape(ship.name)}\b") if ship is not None else None
    every = [m for m in actors.mentions if named and named.search(document.text, m.span.start, m.span.end)]
    mention = _in_prose(document, [m for m in every if _is_ship(actors, m)])
    doer = [] if mention is None else [Found(mention.actor, "perpetrator", mention.span, RULE)]
    hit = {m.actor: m for t in reversed(own) for m in _listed(document, actors, t.at, t.sentence.span.end)}
    return doer + [Found(m.actor, "target", m.span, RULE) for m in hit.values() if m is not mention]


def only_looked_like(document: Document, name: Span) -> bool:
    """Whether somebody was only taken for those whom a name means: "mistook her for a Northland cruiser"."""
    return _LOOKS.search(document.text, max(0, name.start - _REACH), name.start) is not None


def is_beside_ship(document: Document, name: Span) -> bool:
    """Whether a name is no party: of those whom a ship was only taken for, or of her own navy."""
    return only_looked_like(document, name) or is_her_navy(document, name)


def is_her_navy(document: Document, name: Span) -> bool:
    """Whether a name only says whose ship the title's is: "Heron was a sloop of the Northland Navy"."""
    own = own_tellings(document)
    if not own or own[0].kind == "did":
        return False
    return _WHOSE_SHIP.search(document.text, max(0, name.start - _FAR), name.start) is not None


_FAR = 160  # code points from "was a" to whose ship she was
_WHOSE_SHIP = late_pattern(
    r"\b(?:was|is) (?:an?|the|one of)\b(?:(?!\bby\b)[^.;])*\b(?:of|in|for) (?:the )?\Z"
)


def _of_fate(document: Document, actors: ActorBook) -> Iterator[Found]:
    """Yield who a ship's fate says sank her ("Torpedoed by HMS Gull"), alleged where it says "probably"."""
    at, fate = fate_agent(document), violent_fate(document)
    if at is None or fate is None:
        return
    is_alleged = _UNSURE.search(document.text, fate.start, at) is not None
    for mention in _listed(document, actors, at, fate.end):
        yield Found(mention.actor, "perpetrator", mention.span, "infobox", None, is_alleged)


_UNSURE = late_pattern(
    r"\b(?:possibly|probably|presumed|presumably|believed|likely|perhaps)\b", re.IGNORECASE
)


def _agents(document: Document, actors: ActorBook, one: Telling) -> list[Mention]:
    """Return whom "by" names behind what befell the ship: "was sunk on 3 May by X and Y"."""
    if one.whom >= 0:
        return []
    end = one.sentence.span.end
    by = _BY.match(document.text, one.at, end)
    if by is None or _NO_MORE.search(document.text, one.at, by.start("by") - 1):
        return []
    return _listed(document, actors, by.end(), end)


def _listed(document: Document, actors: ActorBook, start: int, end: int) -> list[Mention]:
    """Return the actors that a list begins with: "the destroyers X and Y", each by its whole name."""
    found: list[Mention] = []
    words = _NOUN_PHRASE
    while True:
        opened = words.match(document.text, start, end)
        if opened is None:
            return found
        least = opened.end() - len(opened.group().lstrip(", ")) if words is _MORE else start
        near = actors.beginning_in(Span(least, opened.end() + 1))
        first = min((m for m in near if _may_sink(actors, m)), key=_outermost, default=None)
        if first is None:  # "a bomber of the Northland Navy"
            behind = _WHOSE.match(document.text, opened.end(), end)
            near = actors.beginning_in(Span(behind.end(), behind.end() + 1)) if behind is not None else ()
            first = min((m for m in near if _may_sink(actors, m)), key=_outermost, default=None)
        if first is None or first.span.end > end:
            return found
        last = _behind(actors, first)
        last = _owner(document, actors, last) or last
        found.append(last)
        start, words = last.span.end, _MORE


def _outermost(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def _behind(actors: ActorBook, first: Mention) -> Mention:
    """Return the name that stands right behind a mention: "the German submarine" of "U-7", else itself."""
    at = first.span.end + 1
    near = [m for m in actors.beginning_in(Span(at, at + 1)) if _may_sink(actors, m)]
    return max(near, key=lambda m: m.span.end, default=first)


def _may_sink(actors: ActorBook, mention: Mention) -> bool:
    actor = actors.actors.get(mention.actor)
    return actor is not None and (actor.kind in _MAY_SINK or mention.method in _SHIPS)


def _owner(document: Document, actors: ActorBook, mention: Mention) -> Mention | None:
    """Return the force that aircraft or men are told of: "Lynx helicopters of the Northland Navy"."""
    behind = _OF_FORCE.match(document.text, mention.span.end)
    if behind is None:
        return None if mention.method in _SHIPS else squadron_of(document, actors, mention)
    near = actors.beginning_in(Span(mention.span.end, behind.end() + 1))
    return next((m for m in near if (a := actors.actors.get(m.actor)) and a.kind == "military"), None)


def _subjects(document: Document, actors: ActorBook, one: Telling) -> list[Mention]:
    """Return who sank or hit her as a subject right before the verb: "the submarine U-7 torpedoed her"."""
    if one.whom < 0:
        return []
    before = actors.beginning_in(Span(one.sentence.span.start, one.begin))
    near = [m for m in before if m.span.end <= one.begin and _may_sink(actors, m)]
    return [m for m in near if _NEAR_VERB.match(document.text, m.span.end, one.begin)][-1:]


def struck_with(document: Document, actors: ActorBook, one: Telling) -> list[Mention]:
    """Return the ship and those that a telling sentence says were sunk or hit beside her."""
    ship = titled_ship(document)
    named = re.compile(rf"\b{re.escape(ship.name)}\b") if ship is not None else None
    if named is None:
        return []
    inside = actors.beginning_in(one.sentence.span)
    own = [m for m in actors.mentions if named.search(document.text, m.span.start, m.span.end)]
    own_name = _in_prose(document, [m for m in own if _is_ship(actors, m)])
    if own_name is None:
        return []
    actor = actors.actors[own_name.actor]
    beside = [
        m
        for m in inside
        if m.actor != own_name.actor
        and m.method in _SHIPS
        and (
            one.begin <= m.span.start < one.at
            or (
                actors.actors[m.actor].country_iso3 == actor.country_iso3 is not None
                and struck(document, m.span, one.sentence.span.end)
            )
        )
    ]
    return [own_name, *beside]


def _in_prose(document: Document, mentions: Sequence[Mention]) -> Mention | None:
    """Return the first mention in prose, failing that in title or infobox."""
    begin = document.prose[0].span.start if document.prose else 0
    return next((m for m in mentions if m.span.start >= begin), next(iter(mentions), None))


def _is_ship(actors: ActorBook, mention: Mention) -> bool:
    actor = actors.actors.get(mention.actor)
    return actor is not None and (actor.kind == "military" or mention.method in _SHIPS)
