"""What a sentence, or the infobox, says of one toll: figures joined to the number they give together.

Figures of one sentence are
read together: a total stands for its parts, "another" adds, "15 soldiers and three rebels" adds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from tasks.events.tolls.number_wordings import loser, says_hearsay, says_total, says_where
from tasks.events.tolls.one_side import counts_handed_over, counts_own, says_claimed
from tasks.events.tolls.others import counted_beside
from tasks.events.tolls.partial import counted_among, says_of_some, says_partial
from tasks.events.tolls.rival_counts import called_total, rival_bounds, with_total
from tasks.events.tolls.states_victims import SENTENCED, is_given_by, states_number
from tasks.events.tolls.sums import adding_up, of_each_side
from tasks.events.tolls.told_figure import ToldFigure, counts_ranked, is_national, population
from tasks.events.tolls.toll_statement import Statement
from tasks.figures.lines.ordinals import ordinal
from tasks.figures.parts.alternatives import ALTERNATIVE
from tasks.model.article import INFOBOX, LEAD
from tasks.model.figure import Figure, FigureProperty

_WOUNDS = re.compile(
    r"\b(?:died|dying|dies|succumb\w*)\b[^.;]{0,60}\b(?:wounds?|injuries|burns|hospital|later|afterwards"
    r"|(?:on (?:the )?\d|on [A-Z]\w+ \d|in (?:1\d|20)\d\d))"
)
_TWO_SIDES = frozenset(("1", "2"))
_IN_ALL = re.compile(r"\b(?:in total|total)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:was|were) also\b")
_BY_NUMBER = attrgetter("figure.number.start", "figure.number.end", "index")


def statements(told: Iterable[ToldFigure], prop: FigureProperty) -> list[Statement]:
    """Return the statements about one property, in text order.

    Figures that are negated, stand in a denial, are part of another figure or have no number state nothing.
    """
    every = sorted(told, key=_BY_NUMBER)
    own = [t for t in every if t.figure.property == prop]
    counted = [t for t in own if states_number(t) and not _completes_part(t, every)] or _of_parts(own, every)
    if any(not t.figure.is_named for t in counted):  # one who is named is one of those counted
        counted = [t for t in counted if not t.figure.is_named]
    found: list[Statement] = []
    for (_, section), group in groupby(counted, key=_unit):
        items = list(group)
        if section == INFOBOX and any(t.figure.side for t in items):
            found += _of_sides(items)
        else:
            found += _of_sentence(with_total(items) if section == INFOBOX else items, every, found)
    return found


def bounds(figure: Figure) -> tuple[int, int]:
    """Return the smallest and the largest number that a figure states; a bound counts as its number.

    Raises:
        ValueError: if it states none.
    """
    stated = [n for n in (figure.value_low, figure.value_high) if n is not None]
    if not stated:
        raise ValueError("a figure without a number")
    return min(stated), max(stated)


def _unit(told: ToldFigure) -> tuple[int, str]:
    """Figures are read together within a sentence; those of an infobox with sides all together."""
    return (-1, INFOBOX) if told.section == INFOBOX and told.figure.side else (told.sentence, told.section)


def _completes_part(told: ToldFigure, every: Sequence[ToldFigure]) -> bool:
    """Whether "another" adds to a part ("8 were killed outright while another died later"): part as well."""
    return told.figure.is_additional and any(
        t.sentence == told.sentence
        and t.figure.is_subset
        and t.figure.property == told.figure.property
        and t.figure.number < told.figure.number
        for t in every
    )


def _of_parts(own: Sequence[ToldFigure], every: Sequence[ToldFigure]) -> list[ToldFigure]:
    """Return a part and what completes it, where nobody states the whole: "five outright, one later"."""
    completing = [t for t in own if _completes_part(t, every) and not SENTENCED.search(t.words)]
    sentences = {t.sentence for t in completing}
    listed = [t for t in own if t.figure.is_subset and t.words.startswith("The victims were ")]
    if listed and not completing:
        return [
            replace(t, figure=replace(t.figure, is_subset=False))
            for t in listed
            if t.sentence == listed[0].sentence
        ]
    parts = [replace(t, figure=replace(t.figure, is_subset=False)) for t in own if t.figure.is_subset]
    first = {t.sentence: t for t in reversed(parts) if t.sentence in sentences and states_number(t)}
    return sorted([*first.values(), *completing], key=_BY_NUMBER)


def _of_sides(items: Sequence[ToldFigure]) -> list[Statement]:
    """Return the sum over the sides of an infobox.

    A field that says that it is the total stands for all sides; what is somebody's claim is left out beside
    what is not.  The total of one of two sides ("100 total, 14 killed") is its own.
    """
    sides = {t.figure.side for t in items} & _TWO_SIDES
    of_all = [t for t in items if t.figure.side not in _TWO_SIDES or len(sides) == 1]
    whole = [t for t in of_all if _IN_ALL.search(t.words)]
    if whole:
        return [_joined((called_total(whole) or whole)[:1])]
    stated = [t for t in items if not says_claimed(t)] or items
    sum_, added = _joined(of_each_side(stated)), of_each_side(stated)
    for side in sides:
        of_side = [t for t in stated if t.figure.side == side]
        rivals = rival_bounds(of_side)
        first = [bounds(t.figure) for t in added if t.figure.side == side]
        if rivals is not None and len(first) == 1:  # the same dead, told by several
            low, high = sum_.low - first[0][0] + rivals[0], sum_.high - first[0][1] + rivals[1]
            sum_ = replace(sum_, low=low, high=high, figure=None, is_exact=False)
    return [sum_]


def _of_sentence(
    items: Sequence[ToldFigure], every: Sequence[ToldFigure], before: list[Statement]
) -> list[Statement]:
    """Return the statements of one sentence, and take back those before that it completes."""
    numbered = [t for t in items if not t.figure.is_named] or list(items)
    totals = [t for t in numbered if t.figure.is_cumulative and not says_of_some(t, every)]
    if totals:  # what somebody else says in the same sentence stands beside what a toll rose to
        whose = {t.claim.claimant for t in totals}
        others = [t for t in numbered if t.claim.voice == "attributed" and t.claim.claimant not in whose]
        others += [t for t in numbered if t.figure.rule == ALTERNATIVE and t not in others]
        return [_single(t, every) for t in others + totals]
    additional = [t for t in numbered if t.figure.is_additional]
    whole = [t for t in numbered if not t.figure.is_additional]
    if additional and not whole:
        return [_completed(additional, every, before)]
    groups = adding_up(whole, every)
    said = [t for t in additional if groups and t.claim.claimant in (None, groups[-1][-1].claim.claimant)]
    if said:
        groups[-1] = groups[-1] + said
    groups += [[t] for t in additional if t not in said]  # "three more, while others said 20"
    return [
        _with_others(_joined(g, every) if len(g) > 1 else _single(g[0], every), g[0], every) for g in groups
    ]


def _with_others(statement: Statement, first: ToldFigure, every: Sequence[ToldFigure]) -> Statement:
    beside = counted_beside(first, every)
    if not beside:
        return statement
    return replace(statement, low=statement.low + beside, high=statement.high + beside, figure=None)


def _single(told: ToldFigure, every: Sequence[ToldFigure]) -> Statement:
    figure = told.figure
    low, high = bounds(figure)
    is_of_some = says_of_some(told, every)
    return Statement(
        low=low,
        high=high,
        population=population(told, every),
        figure=told.index,
        section=told.section,
        position=figure.number.start,
        is_exact=low == high and figure.value_qualifier == "exact",
        is_partial=is_of_some
        or (says_partial(told) and not figure.is_cumulative)
        or counted_among(told, every),
        is_update=not is_of_some and (figure.is_cumulative or told.claim.cue_class == "figure_update"),
        is_attributed=told.claim.voice == "attributed" or figure.rule == ALTERNATIVE or is_given_by(told),
        is_least=figure.value_qualifier == "at_least" or counts_handed_over(told),
        is_total=says_total(told.words, figure.number.start - told.offset, figure.number.end - told.offset),
        is_hearsay=told.claim.voice == "attributed" and says_hearsay(told.words),
        is_local=says_where(told.words, figure.number.end - told.offset),
        is_national=is_national(told, every),
        is_own=counts_own(told),
        is_ranked=counts_ranked(told),
        loser=loser(told.words, figure.number.start - told.offset),
    )


def _joined(items: Sequence[ToldFigure], every: Sequence[ToldFigure] = ()) -> Statement:
    """Return the sum of several figures."""
    if len(items) == 1:
        return _single(items[0], every)
    kinds = {population(t, every) for t in items}
    first = items[0]
    at_once = [t for t in items if not _died_later(t)]
    return Statement(
        low=sum(_least(t.figure) for t in at_once) or sum(bounds(t.figure)[0] for t in items),
        high=sum(bounds(t.figure)[1] for t in items),
        population=kinds.pop() if len(kinds) == 1 else "all",
        figure=None,
        section=first.section,
        position=first.figure.number.start,
        is_attributed=first.claim.voice == "attributed",
        loser=loser(first.words, first.figure.number.start - first.offset),
    )


def _died_later(told: ToldFigure) -> bool:
    """Whether one person is added who died of wounds later: only the high end of a toll counts them."""
    is_death = told.figure.is_additional and told.figure.rule in ("intransitive", "gapped")
    return is_death and bounds(told.figure)[1] == 1 and bool(_WOUNDS.search(told.words))


def _least(figure: Figure) -> int:
    """Return the least that a figure adds to a sum: nothing, where it is only an upper bound ("up to 20")."""
    return figure.value_low if figure.value_low is not None else 0


def _completed(
    additional: Sequence[ToldFigure], every: Sequence[ToldFigure], before: list[Statement]
) -> Statement:
    """Return the last statement before plus what a later sentence adds; that one no longer stands alone.

    Where infobox or lead stands before, it gave the whole already, and the addition completes what
    follows it.
    """
    added = _joined(additional, every)
    nth = ordinal_of(additional[0])
    for i in range(len(before) - 1, -1, -1):
        base = before[i]
        if nth is not None and base.high != nth - 1:  # a seventh makes no eight
            continue
        if base.is_head and (added.section not in (INFOBOX, LEAD) or _is_one_of_many(additional, base)):
            break
        is_alike = base.population in (added.population, "all") or added.population == "all"
        is_also = all(_ALSO.search(t.words) for t in additional)  # "A motorist was also wounded"
        is_first = base.section == INFOBOX and added.section == LEAD
        if is_first and (is_also or _is_beside_others(additional[0], every)):
            return added  # "18 were killed. 15 were also hurt": beside the dead, not beside the box's hurt
        if _tells_again(additional, base, every):
            return added
        if is_alike or is_also:
            del before[i]
            at_once = [t for t in additional if not _died_later(t)]
            return Statement(
                low=base.low + sum(bounds(t.figure)[0] for t in at_once),
                high=base.high + added.high,
                population=base.population if is_alike else "all",
                figure=None,
                section=base.section,
                position=base.position,
                is_attributed=base.is_attributed,
            )
    is_lone = not before
    return added if is_lone else replace(added, is_partial=True)


def _is_beside_others(told: ToldFigure, every: Sequence[ToldFigure]) -> bool:
    """Whether "another 27 were injured" stands behind those whom something else befell: "12 died"."""
    before = [t for t in every if t.section != INFOBOX and t.figure.number < told.figure.number]
    return bool(before) and before[-1].figure.property != told.figure.property


def _tells_again(additional: Sequence[ToldFigure], base: Statement, every: Sequence[ToldFigure]) -> bool:
    """Whether a number beside others of another kind is the one stated before: it adds nothing to it."""
    low, high = bounds(additional[0].figure)
    is_same = len(additional) == 1 and high > 1 and (low, high) == (base.low, base.high)
    return is_same and _is_beside_others(additional[0], every)


def _is_one_of_many(additional: Sequence[ToldFigure], base: Statement) -> bool:
    """Whether one who "was also injured" is one of the many whom the lead counts."""
    return base.low >= _MANY and all(t.figure.is_named or t.figure.value_low == 1 for t in additional)


_MANY = 50  # dead


def ordinal_of(told: ToldFigure) -> int | None:
    """Return the number that one counted with an ordinal makes: 7 of "a seventh victim died"."""
    words = told.words[told.figure.number.end - told.offset :].split(maxsplit=1)
    return ordinal(words[0].rstrip(",").lower()) if words else None
