"""Which of the statements of a toll count the whole: not a class, a part, a place, one party or hearsay."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tasks.events.sections import is_after
from tasks.events.tolls.toll_statement import Statement
from tasks.model.article import INFOBOX, LEAD
from tasks.model.event import Population

_FAR_MORE, _OF_WAR = 100, 1000  # times the toll of the lead, and dead, that are a war's
_SMALL_PART = 4  # times: a class of victims that is fewer than all by more is a part of them


def of_one_population(every: list[Statement]) -> list[Statement]:
    """Return the statements about all victims, with those of a class that reach as far.

    Where the first statement is about a class and no other class is counted, that class is all
    victims ("78 fighters were killed", later "79 dead").  Where nobody counts all victims together,
    the toll is that of the class with the largest number: numbers of different classes are not added
    over sentences, since nobody states the sum.
    """
    whole = [s for s in every if s.population == "all"]
    every = _without_claims(every, whole)
    classes = {s.population for s in every} - {"all"}
    first = next((s for s in every if not s.is_partial), every[0] if every else None)
    if whole and first is not None and len(classes) == 1 and first.population != "all":
        least = min(s.low for s in whole)  # four policemen are no count of all 151
        return [
            s
            for s in every
            if s.population == "all"
            or (s.is_head and (s is first or s.section == INFOBOX))
            or _SMALL_PART * s.high >= least
        ]
    if whole:
        entire = [s for s in whole if not s.is_partial] or whole
        head = [s for s in entire if s.is_head] or entire
        most = max(s.low for s in head)
        floor = min(s.low for s in head if _SMALL_PART * s.high >= most)
        return [s for s in every if s.population == "all" or s.high >= floor]
    largest: dict[Population, int] = {}
    for s in every:
        largest[s.population] = max(s.high, largest.get(s.population, 0))
    if not largest:
        return []
    chosen = max(largest, key=lambda p: (largest[p], p))
    return [s for s in every if s.population == chosen]


def _without_claims(every: list[Statement], whole: Sequence[Statement]) -> list[Statement]:
    """Leave out how many fighters somebody claims were killed, where others count all the dead as fewer."""
    most = max((s.high for s in whole), default=None)
    if most is None:
        return every
    return [
        s for s in every if s.is_head or not s.is_attributed or s.population != "fighters" or s.low <= most
    ]


def without_parts(every: list[Statement]) -> list[Statement]:
    """Leave out counts that are lower because they are earlier or not the whole.

    What infobox and lead say is the whole; a lower number further down in the article's own voice is
    a part of it, one that somebody else is quoted for is a dispute and stays, unless it is an "at least".
    Where nobody gives the whole there, a total given further down is it.  A higher number of a section on
    what came after, beside an exact one at the head, is of something else.  A later sum short of every
    whole is of parts.
    """
    whole = [s for s in every if not s.is_partial] or every
    # "spoke of no deaths at all" beside a count, and what hurt nobody beside what did
    told = any(s.high and s.is_head for s in whole)
    whole = [s for s in whole if s.high or s.section == INFOBOX or (s.is_head and not told)] or whole
    whole = _without_far_more(_without_updated(_without_summed(whole)))
    stated = [s for s in whole if s.figure is not None and s.population == "all"]
    least = min((s.low for s in [s for s in stated if s.is_head] or stated), default=0)
    first = next((s for s in sorted(every, key=lambda s: s.position) if s.is_head), None)
    whole = [
        s for s in whole if s.figure is not None or s is first or s.high >= least or _is_disputed(s, least)
    ]
    whole = _without_hearsay(_of_lead(whole))
    head = [s for s in whole if s.is_head] or [s for s in whole if s.is_update or s.is_total]
    if not head:
        exact = [s.low for s in whole if s.is_exact]
        return [s for s in whole if not (s.is_least and exact and s.high < min(exact))]
    floor, top = min(s.low for s in head), max(s.high for s in head)
    is_settled = any(s.is_head and s.is_exact for s in head)
    return [
        s
        for s in whole
        if s in head
        or (s.is_attributed and not s.is_least and not _is_count_of_part(s, floor))
        or (s.low >= floor and not (is_settled and s.low > top and is_after(s.section) and not s.is_update))
    ]


def _without_summed(whole: list[Statement]) -> list[Statement]:
    """Leave out what the article counts itself and sums up behind that: "about seventy lives in all"."""
    totals = [
        s for s in whole if s.is_total and s.population == "all" and not (s.is_attributed or s.is_update)
    ]
    if not totals:
        return whole
    return [
        s
        for s in whole
        if s.is_attributed
        or s.section == INFOBOX
        or s.is_total
        or not any(s.high < t.low and s.position < t.position for t in totals)
    ]


def _without_updated(whole: list[Statement]) -> list[Statement]:
    """Leave out the count right before the one to which it rose: "20 had died.  The toll rose to 25".

    So with one that was taken back: "put at 60 and later lowered to 45".
    """
    ordered = sorted((s for s in whole if not s.is_head), key=lambda s: s.position)
    risen = [
        s
        for s, update in pairwise(ordered)
        if update.is_update and not s.is_update and update.population == "all"
        if s.section == update.section and (s.high < update.low or s.low > update.high)
    ]
    return [s for s in whole if s not in risen]


def _without_far_more(whole: list[Statement]) -> list[Statement]:
    """Leave out what stands below the lead and is a hundred times its toll: a war's dead, not a raid's."""
    head = max((s.high for s in whole if s.is_head), default=0)
    return [s for s in whole if s.is_head or not head or s.low < _FAR_MORE * head or s.low < _OF_WAR]


def _is_disputed(statement: Statement, least: int) -> bool:
    """Whether somebody is quoted for a sum that is short of the whole, but no part of it."""
    return statement.is_attributed and statement.population == "all" and 2 * statement.low > least


def _is_count_of_part(statement: Statement, floor: int) -> bool:
    """Whether a number far below the whole is of a place or rank, or one below it of a country or party."""
    is_of_place = (statement.is_local or statement.is_ranked) and _SMALL_PART * statement.high < floor
    is_of_some = statement.is_national or statement.is_own
    return is_of_place or (is_of_some and statement.high < floor and not statement.is_head)


def _of_lead(whole: list[Statement]) -> list[Statement]:
    """Leave out what the lead counts behind the whole, whoever tells that, in its own voice and short of it.

    "killing at least 54 people.  Five foreigners were also killed and fifteen injured": the first is it.
    """
    lead = sorted((s for s in whole if s.section == LEAD), key=lambda s: s.position)
    parts = [
        s
        for s in lead[1:]
        if s.high < lead[0].low and not (s.is_update or s.is_total or (s.is_attributed and not s.is_own))
    ]
    return [s for s in whole if s not in parts]


def _without_hearsay(whole: list[Statement]) -> list[Statement]:
    return [s for s in whole if not s.is_hearsay] or whole
