"""Tolls come from figures of their own event, and from nothing else.

How statements are put together (sums within a sentence, updates, populations) is decided where tolls are
computed; here stands what must hold of the outcome, whatever the way: nothing without a figure,
nothing below the smallest number, nothing above the sum of all, best a number that is stated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from tasks.validate.checks.check import Check, Found
from tasks.validate.staged import Staged

_PREFIX = {"killed": "deaths", "injured": "injured"}
_OF_ALL = ("killed_or_injured", "injured")  # none of these: "no casualties", "nobody was hurt"


def _numbers(staged: Staged, prop: str) -> Mapping[str, list[int]]:
    """Return, by event, the numbers that figures of the property state; denied ones left out.

    A figure with both bounds counts twice for the smallest, once, with its upper bound, for the sum.  "No
    casualties" says of every property that it befell nobody.
    """
    found: dict[str, list[int]] = defaultdict(list)
    columns = staged.rows("figures", "event_id", "property", "value_low", "value_high", "is_negated")
    for event, kind, low, high, is_negated in columns:
        if (kind == prop or (kind in _OF_ALL and low == high == 0)) and not is_negated:
            found[event] += [number for number in {low, high} if number is not None]
    return found


def _within_figures(prop: str) -> Callable[[Staged], Found]:
    def find(staged: Staged) -> Found:
        """Yield the events with a number below or above all that their figures give."""
        numbers = _numbers(staged, prop)
        names = [f"{_PREFIX[prop]}_{end}" for end in ("low", "best", "high")]
        for row, (event, low, best, high) in enumerate(staged.rows("events", "event_id", *names)):
            stated = numbers[event]
            told = [number for number in (low, best, high) if number is not None]
            if told and (not stated or min(told) < min(stated) or max(told) > sum(stated)):
                yield row, f"{low}, {best}, {high} of {sorted(stated)}"

    return find


def _best_is_stated(staged: Staged) -> Found:
    figures = {
        figure: (event, prop, {low, high}, is_negated)
        for figure, event, prop, low, high, is_negated in staged.rows(
            "figures", "figure_id", "event_id", "property", "value_low", "value_high", "is_negated"
        )
    }
    columns = staged.rows("events", "event_id", "deaths_best", "deaths_best_figure_id")
    for row, (event, best, figure) in enumerate(columns):
        if best is None and figure is None:
            continue
        owner, prop, numbers, is_negated = figures.get(figure, (None, None, set(), False))
        is_told = prop == "killed" or (prop in _OF_ALL and numbers == {0})
        if best is None or owner != event or not is_told or best not in numbers or is_negated:
            yield row, f"{best} by {figure}"


def _injured_best_is_stated(staged: Staged) -> Found:
    numbers = _numbers(staged, "injured")
    for row, (event, best) in enumerate(staged.rows("events", "event_id", "injured_best")):
        if best is not None and best not in numbers[event]:
            yield row, best


def _rule_is_named(staged: Staged) -> Found:
    columns = staged.rows("events", "deaths_best", "injured_best", "best_rule")
    for row, (deaths, injured, rule) in enumerate(columns):
        if rule is None and (deaths, injured) != (None, None):
            yield row, f"{deaths}, {injured} without a rule"


CHECKS = (
    *(
        Check(
            f"{_PREFIX[prop]}_come_from_figures",
            "events",
            (f"{_PREFIX[prop]}_low", f"{_PREFIX[prop]}_best", f"{_PREFIX[prop]}_high", "figures.value_low"),
            f"Tolls of {prop} lie between the smallest number and the sum of this event's figures.",
            _within_figures(prop),
            derived=True,
        )
        for prop in _PREFIX
    ),
    Check(
        "deaths_best_is_its_figure",
        "events",
        ("deaths_best", "deaths_best_figure_id", "figures.value_low"),
        "deaths_best is a number that its figure states, which counts this event's killed.",
        _best_is_stated,
        derived=True,
    ),
    Check(
        "injured_best_is_stated",
        "events",
        ("injured_best", "figures.value_low"),
        "injured_best is a number that a figure of this event states.",
        _injured_best_is_stated,
        derived=True,
    ),
    Check(
        "best_has_its_rule",
        "events",
        ("deaths_best", "injured_best", "best_rule"),
        "A best number names the rule that chose it.",
        _rule_is_named,
        derived=True,
    ),
)
