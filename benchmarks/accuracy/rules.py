"""How far each rule that finds claims, parties or events can be trusted: its measured precision.

Rules are made on the seen articles, so that what they were right of there is too good for any other text.
The estimate begins with it all the same, for the seen articles are many: Laplace's rule of succession,
(matched + 1) / (n + 2), by which a rule that was right three times out of three is not called certain.  A
rule with fewer than five claims gets the estimate over all claims of the cue class that most of its claims
have; a rule of parties that over all parties of its role, a rule of events that over all events.  This is
lowered by as much as all rules together are lowered on the unseen articles, and counts like ten answers, to
which the rule's own answers on the unseen articles are added.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.dataset import Row

ENOUGH = 5
WEIGHT = 10  # answers on unseen articles that what is expected of a rule counts like
COLUMNS = ("rule", "precision", "matched", "n", "basis", "unseen_matched", "unseen_n")
PARTY_COLUMNS = ("role", *COLUMNS)


class Answer(NamedTuple):
    """What a rule gave in a labelled article: its kind (of rules with few answers) and whether it is right.

    `of` is what is measured apart: a party's role, else "".
    """

    of: str
    rule: str
    kind: str | None
    right: bool


class RulePrecision(NamedTuple):
    """A rule, its estimate, its answers on seen articles, what that is over, and those on unseen ones."""

    of: str
    rule: str
    precision: float
    matched: int
    n: int
    basis: str
    unseen_matched: int
    unseen_n: int


def smoothed(matched: int, n: int) -> float:
    """Return the rule of succession's estimate of a share: between 0 and 1, never either."""
    return (matched + 1) / (n + 2)


def claim_answers(judged: Iterable[tuple[Row, bool]]) -> list[Answer]:
    """Return the answers of rules that find claims, from claims that were judged right or wrong."""
    return [Answer("", row["rule"], row["cue_class"], right) for row, right in judged]


def party_answers(judged: Iterable[tuple[Row, bool]]) -> list[Answer]:
    """Return the answers of rules that give parties, by role, from judged rows of `event_actors`."""
    return [Answer(row["role"], row["rule"], row["role"], right) for row, right in judged]


def event_answers(judged: Iterable[tuple[Row, bool]]) -> list[Answer]:
    """Return the answers of rules that find events, from judged rows of `events` beside an article's own.

    They have no kinds: one of its own for each rule leaves the estimate over all where it has few.
    """
    return [Answer("", row["rule"], row["rule"], right) for row, right in judged]


def measure_rules(seen: Iterable[Answer], unseen: Iterable[Answer] = ()) -> list[RulePrecision]:
    """Return the precision of each rule that answered, by what it is of and its name."""
    apart: defaultdict[str, tuple[list[Answer], list[Answer]]] = defaultdict(lambda: ([], []))
    for place, answers in enumerate((seen, unseen)):
        for answer in answers:
            apart[answer.of][place].append(answer)
    return [rule for _, both in sorted(apart.items()) for rule in _measured(*both)]


def _measured(seen: Sequence[Answer], unseen: Sequence[Answer]) -> list[RulePrecision]:
    by_rule, by_kind, told = _by_rule(seen), defaultdict[str | None, list[bool]](list), _by_rule(unseen)
    for answer in seen:
        by_kind[answer.kind].append(answer.right)
    every = [answer.right for answer in seen]
    lowered = _share(unseen) / _share(seen) if unseen else 1.0
    measured = []
    for rule in sorted(by_rule.keys() | told.keys()):
        answers = by_rule.get(rule, [])
        basis, over = "rule", [answer.right for answer in answers]
        if len(over) < ENOUGH:
            kind = Counter(a.kind for a in answers or told[rule]).most_common(1)[0][0]
            basis, over = "class", by_kind[kind]
        if len(over) < ENOUGH:
            basis, over = "all", every
        expected = min(1.0, lowered * smoothed(sum(over), len(over)))
        right, n = sum(a.right for a in told.get(rule, ())), len(told.get(rule, ()))
        precision = (right + WEIGHT * expected) / (n + WEIGHT)
        counts = (sum(a.right for a in answers), len(answers), basis, right, n)
        measured.append(RulePrecision((answers or told[rule])[0].of, rule, precision, *counts))
    return measured


def _by_rule(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        found[answer.rule].append(answer)
    return dict(found)


def _share(answers: Sequence[Answer]) -> float:
    return smoothed(sum(a.right for a in answers), len(answers))


def write_rules(rules: Sequence[RulePrecision], path: Path, seen: int, unseen: int) -> None:
    """Write the lexicon that the assemble step reads the confidence of a claim or an event from."""
    _write(path, seen, unseen, COLUMNS, [_cells(rule) for rule in rules])


def write_party_rules(rules: Sequence[RulePrecision], path: Path, seen: int, unseen: int) -> None:
    """Write the lexicon that the assemble step reads the confidence of a perpetrator or target from."""
    _write(path, seen, unseen, PARTY_COLUMNS, [(rule.of, *_cells(rule)) for rule in rules])


def _cells(rule: RulePrecision) -> tuple[str, ...]:
    return (rule.rule, f"{rule.precision:.3f}", *[str(cell) for cell in rule[3:]])


def _write(path: Path, seen: int, unseen: int, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(
            f"# Measured on {seen} seen and {unseen} unseen articles by `python -m benchmarks.accuracy`.\n"
        )
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
