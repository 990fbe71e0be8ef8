"""Whether a toll counts who attacked: "6 (including the perpetrator)", their side of an infobox.

The toll of an attack is of those whom it hit.  Where a count says that it counts attackers as well, and
nobody tells how many there are without them, it lies between the number without and the number with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import takewhile

from tasks.events.tolls.told_figure import ToldFigure, victim_words
from tasks.events.tolls.toll_statement import Statement
from tasks.figures.lines.numbers import digits, word
from tasks.lexicons.load import load
from tasks.lexicons.sifted import Sifted
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import Event

_SIDES = ("1", "2", "3")
_FORMS = ("combatant", "combatants", "combatant_", "combatants_")
_ONE = frozenset(("the", "a", "an", "its", "their", "one"))
_BOTH = 2
_MAY_BE_OWN = ("unknown", "fighters", "mixed", "soldiers")


def _attackers(number: str) -> frozenset[str]:
    """Return the nouns for who attacks, single or many; whom the police suspect may be none of them."""
    rows = load("victims")
    nouns = (r["noun"] for r in rows if r["class"] == "attackers" and r["number"] == number)
    return frozenset(noun for noun in nouns if not noun.startswith("suspect"))


_SINGLE = _attackers("singular")
_INCLUDING = Sifted(
    r"[^.;:()]{0,40}?[ ,(]+(?<!not )(?:including|incl\.|includes|counting)(?: [^.;:()]{0,60}? and)? "
    r"(?:all )?(?P<many>the|an?|its|their|both|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: (?:suicide|sole|lone|suspected|alleged|car))* "
    rf"(?P<noun>{any_of(_SINGLE | _attackers('plural'))})\b(?!['’])",
    re.IGNORECASE,
)
_AMONG_THEM = Sifted(
    r"[^.;:()]{0,40}?, (?P<many>the|an?|its) (?:(?:suicide|sole|lone) )?"
    rf"(?P<noun>{any_of(_SINGLE)}) among them\b",
    re.IGNORECASE,
)


def counted_attackers(told: ToldFigure) -> int:
    """Return how many of those whom a figure counts are said to have attacked: "3 (including 1 attacker)"."""
    words, end = told.words, told.figure.number.end - told.offset
    found = _INCLUDING.match(words, end) or _AMONG_THEM.match(words, end)
    if found is None:
        return 0
    many = found["many"].lower()
    if many in _ONE:
        return int(found["noun"].lower() in _SINGLE)  # "the attackers" may be any number
    if many == "both":
        return _BOTH
    return digits(many) or word(many) or 0


def without_counted_attackers(every: Sequence[Statement], told: Sequence[ToldFigure]) -> list[Statement]:
    """Return the statements, each from the number without the attackers that it says it counts.

    Where others count that number, or the whole is told apart to the last ("8 total, 5 guests, 3 gunmen"), it
    is the number without them; where only parts add up to it, the number with them, which alone is stated,
    stays the highest.  Where another counts as many and says nothing of attackers, and nobody counts
    fewer, it stays as it is.
    """
    listed = {t.index: _listed(t, told) for t in told}
    many = {t.index: _count(filter(_attacked, listed[t.index])) or counted_attackers(t) for t in told}
    plain = {s.low: s.figure for s in reversed(every) if s.figure is None or not many[s.figure]}
    found = []
    for s in every:
        less = 0 if s.figure is None else many[s.figure]
        if s.figure is None or not less:
            found.append(s)
            continue
        others = [t.index for t in listed[s.figure] if not _attacked(t)]
        rest, high = max(0, s.low - less), s.high - less
        if plain.get(rest) is not None:
            found.append(replace(s, low=rest, high=high, figure=plain[rest]))
        elif listed[s.figure]:
            found.append(replace(s, low=rest, high=high, figure=others[0] if len(others) == 1 else None))
        else:
            found.append(s if s.low in plain else replace(s, low=rest))
    return found


def _attacked(told: ToldFigure) -> bool:
    return told.population == "attackers" and "suspect" not in victim_words(told)


def _count(told: Iterable[ToldFigure]) -> int:
    return sum(t.figure.value_low or 0 for t in told)


def _listed(whole: ToldFigure, told: Sequence[ToldFigure]) -> list[ToldFigure]:
    """Return the parts behind a number, if they are all of it.

    "3 (1 guest, 2 gunmen)"; "29, including 20 guests (17 Danes, 3 Swedes), two officers and seven gunmen".
    """
    if whole.figure.is_subset or whole.figure.value_low is None:
        return []
    behind = [t for t in told if t.sentence == whole.sentence and t.figure.number > whole.figure.number]
    same = [t for t in behind if t.figure.property == whole.figure.property and not t.figure.is_named]
    parts = list(takewhile(lambda t: t.figure.is_subset, same))
    depths = [_depth(whole, t) for t in parts]
    parts = [t for t, depth in zip(parts, depths, strict=True) if depth == min(depths)]
    return parts if len(parts) >= _BOTH and _count(parts) == whole.figure.value_low else []


def _depth(whole: ToldFigure, part: ToldFigure) -> int:
    """Return within how many brackets that open behind the whole a part of it stands."""
    between = whole.words[whole.figure.number.end - whole.offset : part.figure.number.start - whole.offset]
    return between.count("(") - between.count(")")


def with_other_groups(told: Sequence[ToldFigure], event: Event, actors: ActorBook) -> list[ToldFigure]:
    """Return the figures, dead fighters of another group than the one that attacked as plain victims.

    "Four civilians and one XYZ volunteer were killed" by the ABC: five.
    """
    culprits = {p.actor for p in event.actors if p.role == "perpetrator"}
    groups = {key for key in culprits if key in actors.actors and actors.actors[key].kind == "armed_group"}
    if not groups or any(p.side is not None for p in event.actors):
        return list(told)
    return [
        replace(t, figure=replace(t.figure, victim_class="unknown"))
        if _is_of_others(t, culprits, actors)
        else t
        for t in told
    ]


def with_own_dead(told: Sequence[ToldFigure], event: Event, actors: ActorBook) -> list[ToldFigure]:
    """Return the figures, dead members of the group that attacked as attackers: "three XYZ leaders died".

    Of an event in which one side attacked; who kills them, a court or a force, does it in answer.
    """
    culprits = {p.actor for p in event.actors if p.role == "perpetrator" and not p.is_alleged}
    groups = {key for key in culprits if key in actors.actors and actors.actors[key].kind == "armed_group"}
    if not groups:
        return list(told)
    return [
        replace(t, figure=replace(t.figure, victim_class="attackers"))
        if t.figure.victim_class in _MAY_BE_OWN and _dead_groups(t, actors) & groups
        else t
        for t in told
    ]


def _dead_groups(told: ToldFigure, actors: ActorBook) -> set[str]:
    """Return the armed groups that the words for the dead name."""
    if told.figure.victim is None or told.figure.property != "killed":
        return set()
    return {
        m.actor
        for m in actors.overlapping(told.figure.victim)
        if m.kind in ("name", "alias") and actors.actors[m.actor].kind == "armed_group"
    }


def _is_of_others(told: ToldFigure, culprits: Set[str], actors: ActorBook) -> bool:
    """Whether the words for dead fighters name an armed group, and none that attacked."""
    if told.figure.victim is None or told.figure.victim_class != "fighters":
        return False
    named = _dead_groups(told, actors)
    wholes = {actors.actors[key].part_of for key in named | (culprits & actors.actors.keys())} - {None}
    proper = {key for key in named if any(map(str.isupper, actors.actors[key].name))}
    return bool(proper) and named.isdisjoint(culprits) and wholes.isdisjoint(named | culprits)


def attacking_side(event: Event, document: Document, actors: ActorBook) -> str | None:
    """Return the side of the infobox that attacked, None where it does not tell which.

    Where no side names who attacked, it is the one side that names nobody who was attacked.
    """
    attacking = {p.actor for p in event.actors if p.role == "perpetrator" and not p.is_alleged}
    attacked = {p.actor for p in event.actors if p.role == "target"}
    sides = {side: _on_side(document, actors, side) for side in _SIDES}
    named = {side: keys for side, keys in sides.items() if keys}
    culprits = [side for side, keys in named.items() if keys & attacking and not keys & attacked]
    if not culprits and attacking and any(keys & attacked for keys in named.values()):
        culprits = [side for side, keys in named.items() if not keys & attacked]
    return culprits[0] if len(culprits) == 1 and len(named) > 1 else None


def _on_side(document: Document, actors: ActorBook, side: str) -> frozenset[str]:
    names = {form + side for form in _FORMS}
    fields = [f for f in document.article.infobox if (f.name or "") in names or f.key.lower() in names]
    return frozenset(m.actor for f in fields for m in actors.overlapping(f.span) if f.span.contains(m.span))
