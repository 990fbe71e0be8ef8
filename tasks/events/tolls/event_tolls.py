"""How many were killed and injured in an event, computed from its figures by rules that have names.

`low` is the smallest and `high` the largest number stated for the event as a whole; a bound counts
as its number.  Whose numbers they are stays in `claims`.  `best` is a number that the article
states, or the sum of stated ones that is the only toll; None where such sums differ.  The order in which
`best` is looked for (`best_rule`):

1. `infobox_exact`: the infobox gives one exact number.
2. `latest_update`: the last statement that replaces earlier ones ("rose to", "updated to").
3. `most_stated`: the number that most statements give.
4. `lowest`: otherwise the lowest, the conservative choice (as ACLED and GTD do).
5. `sum`: no figure gives the toll, but all that is stated, or what the article says in its own voice, adds up
   to one number.

In 3 and 4 what the article says in its own voice goes before what it quotes somebody for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from tasks.events.avenged import is_avenged
from tasks.events.long_ago import is_long_ago
from tasks.events.no_event_told import tells_no_event
from tasks.events.ships.told_of_all import is_attacked
from tasks.events.tolls.attackers_counted import (
    attacking_side,
    with_other_groups,
    with_own_dead,
    without_counted_attackers,
)
from tasks.events.tolls.beside_parts import without_injured_of_parts
from tasks.events.tolls.both_sides import with_sum_of_sides
from tasks.events.tolls.joint_victims import without_joint_victims
from tasks.events.tolls.nobody import with_nobody
from tasks.events.tolls.one_side import without_one_side
from tasks.events.tolls.ships_crew import of_ships_crew
from tasks.events.tolls.sides import Force, dead_by_side, forces_of
from tasks.events.tolls.statements import bounds, statements
from tasks.events.tolls.told_figure import ToldFigure, population, tell, victim_words
from tasks.events.tolls.toll_statement import Statement
from tasks.events.tolls.whole_counts import of_one_population, without_parts
from tasks.events.tolls.whole_event import LONG, counts_both_sides, is_battle, is_spell, of_the_whole
from tasks.model.actor import ActorBook
from tasks.model.article import INFOBOX
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.event import Event, EventBook, Population, Side
from tasks.model.figure import Figure, FigureProperty
from tasks.model.value import value

_SIDES = {"1": "a", "2": "b"}
_PARTS = 2  # times
_LIFE = "whose_life"  # the rule of the one whose death is the event


@value(frozen=True, slots=True)
class Count:
    """One toll: lowest, best and highest number, the rule and figure of best, whom all count."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    rule: str | None = None
    figure: int | None = None
    population: Population | None = None


@value(frozen=True, slots=True)
class Toll:
    """An event's tolls, named as in the table `events`. Numbers of persons; None where nothing is stated."""

    deaths_low: int | None = None
    deaths_best: int | None = None
    deaths_high: int | None = None
    injured_low: int | None = None
    injured_best: int | None = None
    injured_high: int | None = None
    best_rule: str | None = None
    deaths_best_figure: int | None = None
    deaths_a: int | None = None
    deaths_b: int | None = None
    deaths_civilians: int | None = None
    deaths_unknown: int | None = None
    deaths_of: Population | None = None


def event_tolls(
    document: Document,
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    figure_claims: Sequence[int],
    events: EventBook,
    actors: ActorBook,
) -> tuple[Toll, ...]:
    """Return the toll of each event, at the event's index; `actors` tell which side's dead are counted."""
    told: list[list[ToldFigure]] = [[] for _ in events.events]
    for figure, event in zip(
        tell(document, claims, figures, figure_claims), events.figure_events, strict=True
    ):
        told[event].append(figure)
    own = [t.figure for t in told[0]]
    told[0] = [t for t in told[0] if not is_long_ago(document, t.figure.number, own)]
    told[0] = [t for t in told[0] if not is_avenged(document, t.figure.number)]
    told[0] = of_ships_crew(document, told[0])
    if told[0] and not is_attacked(document) and tells_no_event(document, events.events[0]):
        told[0] = []  # who died in what it tells further down
    return tuple(
        _toll_of(some, event, document, events, actors)
        for some, event in zip(told, events.events, strict=True)
    )


def _toll_of(
    told: Sequence[ToldFigure], event: Event, document: Document, events: EventBook, actors: ActorBook
) -> Toll:
    has_two_sides = counts_both_sides(event) or (not event.is_main and is_battle(events.events[0]))
    told = with_other_groups(told, event, actors)
    told = told if has_two_sides else with_own_dead(told, event, actors)
    is_vague = event.date is not None and is_spell(event.date.span.of(document.text))
    counted = toll(
        of_the_whole(told, event, is_long=len(document.sentences) > LONG, is_vague=is_vague),
        has_two_sides=has_two_sides,
        forces=forces_of(event, actors),
        attackers=attacking_side(event, document, actors) if event.is_main else None,
    )
    if counted.deaths_low is None and any(p.rule == _LIFE and p.role == "victim" for p in event.actors):
        # "She was found dead" counts nobody in a number.
        return replace(counted, deaths_low=1, deaths_best=1, deaths_high=1, best_rule="sum")
    return counted


def toll(
    told: Sequence[ToldFigure],
    *,
    has_two_sides: bool = False,
    forces: Mapping[Side, Force] = MappingProxyType({}),
    attackers: str | None = None,
) -> Toll:
    """Return the toll of one event.

    Args:
        told: the figures of this event and of no other.
        has_two_sides: fighters are among the victims, as in a battle or an airstrike; otherwise dead
            fighters beside other dead are those who attacked, and not the toll.
        forces: what sort of force fights on each side, where that tells whose dead are counted.
        attackers: the infobox's number of the side that attacked.
    """
    told = with_nobody(told)
    hit = without_one_side(told, has_two_sides=has_two_sides)
    hit = hit if has_two_sides else _of_attacked(hit, attackers)
    hit = without_joint_victims(hit)
    killed = count(hit, "killed", has_two_sides=has_two_sides)
    hit = without_injured_of_parts(hit, killed.low)
    injured = count(hit, "injured", has_two_sides=has_two_sides)
    sides = _by_side(told)
    for side, dead in dead_by_side(told, forces).items():
        stated = count(dead, "killed", has_two_sides=True)
        if side not in sides and stated.low is not None:
            sides[side] = stated.low
    civilians = count([t for t in told if population(t, told) == "civilians"], "killed")
    return Toll(
        deaths_low=killed.low,
        deaths_best=killed.best,
        deaths_high=killed.high,
        injured_low=injured.low,
        injured_best=injured.best,
        injured_high=injured.high,
        best_rule=killed.rule if killed.rule is not None else injured.rule,
        deaths_best_figure=killed.figure,
        deaths_a=sides.get("a"),
        deaths_b=sides.get("b"),
        deaths_civilians=None if _are_parts(civilians) else civilians.low,
        deaths_of=killed.population,
    )


def _are_parts(dead: Count) -> bool:
    """Whether numbers lie too far apart to count the same dead: one here, two there, five by the gate."""
    return dead.low is not None and dead.high is not None and dead.high > _PARTS * dead.low


def count(told: Sequence[ToldFigure], prop: FigureProperty, *, has_two_sides: bool = False) -> Count:
    """Return lowest, best and highest number of one property."""
    own = [t for t in told if t.figure.property == prop]
    if not own:
        return Count()
    victims = _of_victims(own, told, has_two_sides=has_two_sides)
    counted = {t.index for t in victims}
    every = statements([t for t in told if t.figure.property != prop or t.index in counted], prop)
    every = (
        with_sum_of_sides(_of_both(every, own, told))
        if has_two_sides
        else without_counted_attackers(every, told)
    )
    whole = without_parts(of_one_population(every))
    if not whole:
        return Count()
    low, high = min(s.low for s in whole), max(s.high for s in whole)
    counted_alike = {s.population for s in whole}
    of = counted_alike.pop() if len(counted_alike) == 1 else "all"
    rule, best = _best(whole)
    if best is None or best.figure is None:  # a sum is no number that the article states
        return Count(low=low, high=high, population=of)
    number = best.high if best.is_exact else best.low  # as it is stated, attackers among them or not
    return Count(low=low, best=number, high=high, rule=rule, figure=best.figure, population=of)


def _of_both(
    every: list[Statement], own: Sequence[ToldFigure], told: Sequence[ToldFigure]
) -> list[Statement]:
    """Return the statements; what the infobox has of one side, where it counts the dead of two, is a part."""
    sides = {t.figure.side for t in own if t.figure.side in _SIDES}
    sides_of_dead = {t.figure.side for t in told if t.figure.property == "killed" and t.figure.side in _SIDES}
    if len(sides) != 1 or len(sides_of_dead) == 1 or not sides < sides_of_dead:
        return every
    return [replace(s, is_partial=True) if s.section == INFOBOX else s for s in every]


def _of_attacked(told: list[ToldFigure], attackers: str | None) -> list[ToldFigure]:
    """Leave out what the infobox counts of those who attacked, where it counts whom they hit as well."""
    if attackers is None:
        return told
    hit = {t.figure.property for t in told if t.figure.side not in (None, attackers)}
    return [t for t in told if t.figure.side != attackers or t.figure.property not in hit]


def _of_victims(
    own: Sequence[ToldFigure], told: Sequence[ToldFigure], *, has_two_sides: bool
) -> list[ToldFigure]:
    """Leave out those who attacked, where other dead are counted."""
    kinds = {t.index: population(t, told) for t in own if not t.figure.is_subset}
    if has_two_sides:  # whom a force that fights them calls so
        kinds |= {i: "fighters" for i in _terrorists(own) if i in kinds}
    attackers = {"attackers"}
    if not has_two_sides and {"civilians", "soldiers"} & set(kinds.values()):
        attackers.add("fighters")
    victims = [t for t in own if kinds.get(t.index, "") not in attackers]
    return victims if any(t.index in kinds for t in victims) else list(own)


def _terrorists(own: Sequence[ToldFigure]) -> list[int]:
    return [t.index for t in own if "terrorist" in victim_words(t)]


def _best(whole: Sequence[Statement]) -> tuple[str | None, Statement | None]:
    single = [s for s in whole if s.figure is not None]
    if not single:
        return None, None
    exact = [s for s in single if s.section == INFOBOX and s.is_exact]
    if exact:
        return "infobox_exact", exact[0]
    updates = [s for s in single if s.is_update]
    if updates:
        return "latest_update", updates[-1]
    single = _first_hand(whole, single)
    if not single:
        return None, None
    times = Counter(s.low for s in single)
    most = max(times.values())
    if most > 1:
        number = min(n for n, k in times.items() if k == most)
        return "most_stated", next(s for s in single if s.low == number)
    return "lowest", min(single, key=lambda s: (s.low, s.position))


def _first_hand(whole: Sequence[Statement], single: list[Statement]) -> list[Statement]:
    """Return what the article counts in its own voice, all where it leaves that to those whom it quotes.

    None where it tells its own count in parts, whose sum it does not state.
    """
    if all(s.is_attributed for s in whole):
        return single
    return [s for s in single if not s.is_attributed]


def _by_side(told: Sequence[ToldFigure]) -> dict[str, int]:
    """Return the deaths of side a and b, where the infobox gives them: the lowest number of each."""
    found: dict[str, int] = {}
    for t in told:
        side = _SIDES.get(t.figure.side or "")
        if side and t.figure.property == "killed" and not (t.figure.is_negated or t.figure.is_subset):
            stated = t.figure.value_low if t.figure.value_low is not None else t.figure.value_high
            if stated is not None:
                found.setdefault(side, bounds(t.figure)[0])
    return found
