"""How far each rule that finds claims, parties or events can be trusted: its measured precision.

The estimate is Laplace's rule of succession, (matched + 1) / (n + 2), so that a rule that was right
three times out of three is not called certain.  A rule with fewer than five claims gets the estimate
over all claims of the cue class that most of its claims have; a rule of parties that over all parties
of its role, a rule of events that over all events.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.dataset import Row

ENOUGH = 5
COLUMNS = ("rule", "precision", "matched", "n", "basis")
PARTY_COLUMNS = ("role", *COLUMNS)


class RulePrecision(NamedTuple):
    """A rule, its estimate, the claims that it is from, and what the estimate is over."""

    rule: str
    precision: float
    matched: int
    n: int
    basis: str


def smoothed(matched: int, n: int) -> float:
    """Return the rule of succession's estimate of a share: between 0 and 1, never either."""
    return (matched + 1) / (n + 2)


def measure_rules(judged: Iterable[tuple[Row, bool]]) -> list[RulePrecision]:
    """Return the precision of each rule, by name, from claims that were judged right or wrong."""
    return _measured((row["rule"], row["cue_class"], right) for row, right in judged)


def measure_party_rules(judged: Iterable[tuple[Row, bool]]) -> list[tuple[str, RulePrecision]]:
    """Return the precision of each rule in each role, by both, from judged rows of `event_actors`."""
    by_role: defaultdict[str, list[tuple[str, str | None, bool]]] = defaultdict(list)
    for row, right in judged:
        by_role[row["role"]].append((row["rule"], row["role"], right))
    return [(role, rule) for role, rows in sorted(by_role.items()) for rule in _measured(rows)]


def measure_event_rules(judged: Iterable[tuple[Row, bool]]) -> list[RulePrecision]:
    """Return the precision of each rule, by name, from judged rows of `events` beside an article's own.

    They have no classes: a class of its own for each rule leaves the estimate over all where it has few.
    """
    return _measured((row["rule"], row["rule"], right) for row, right in judged)


def _measured(judged: Iterable[tuple[str, str | None, bool]]) -> list[RulePrecision]:
    """Return the precision of each rule, by name, from (rule, class, whether it was right)."""
    by_rule: defaultdict[str, list[tuple[str | None, bool]]] = defaultdict(list)
    by_class: defaultdict[str | None, list[bool]] = defaultdict(list)
    for name, kind, right in judged:
        by_rule[name].append((kind, right))
        by_class[kind].append(right)
    measured = []
    for rule, claims in sorted(by_rule.items()):
        rights = [right for _, right in claims]
        basis, over = "rule", rights
        if len(rights) < ENOUGH:
            kind = Counter(cue_class for cue_class, _ in claims).most_common(1)[0][0]
            basis, over = "class", by_class[kind]
        if len(over) < ENOUGH:
            basis, over = "all", [right for class_rights in by_class.values() for right in class_rights]
        measured.append(RulePrecision(rule, smoothed(sum(over), len(over)), sum(rights), len(rights), basis))
    return measured


def write_rules(rules: Sequence[RulePrecision], path: Path, articles: int) -> None:
    """Write the lexicon that the assemble step reads a claim's confidence from."""
    _write(path, articles, COLUMNS, [_cells(rule) for rule in rules])


def write_party_rules(rules: Sequence[tuple[str, RulePrecision]], path: Path, articles: int) -> None:
    """Write the lexicon that the assemble step reads the confidence of a perpetrator or target from."""
    _write(path, articles, PARTY_COLUMNS, [(role, *_cells(rule)) for role, rule in rules])


def write_event_rules(rules: Sequence[RulePrecision], path: Path, articles: int) -> None:
    """Write the lexicon that the assemble step reads the confidence of an event from."""
    _write(path, articles, COLUMNS, [_cells(rule) for rule in rules])


def _cells(rule: RulePrecision) -> tuple[str, ...]:
    return (rule.rule, f"{rule.precision:.3f}", str(rule.matched), str(rule.n), rule.basis)


def _write(path: Path, articles: int, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# Measured on {articles} labelled articles by `python -m benchmarks.accuracy`.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
