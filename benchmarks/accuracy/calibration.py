"""Whether `confidence` holds: how often answers are right on articles that it was not estimated from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.accuracy.rules import Answer, RulePrecision

_BOUNDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


class Band(NamedTuple):
    """The answers whose confidence lies from `low` up to `high`: how many, how many right, the mean of it."""

    of: str
    low: float
    high: float
    n: int
    right: int
    confidence: float


def calibrated(rules: Sequence[RulePrecision], answers: Iterable[Answer]) -> list[Band]:
    """Return the bands of confidence that some answers have, by what they are of.

    Args:
        rules: with their precision, which is the confidence of an answer; one of another rule has none.
        answers: on articles that are not among those that the precision is from.
    """
    known = {(rule.of, rule.rule): rule.precision for rule in rules}
    bands: defaultdict[tuple[str, float, float], list[tuple[float, bool]]] = defaultdict(list)
    for answer in answers:
        confidence = known.get((answer.of, answer.rule))
        if confidence is not None:
            bands[(answer.of, *_band(confidence))].append((confidence, answer.right))
    return [
        Band(*band, len(told), sum(right for _, right in told), sum(c for c, _ in told) / len(told))
        for band, told in sorted(bands.items())
    ]


def _band(confidence: float) -> tuple[float, float]:
    edges = (0.0, *_BOUNDS, 1.0)
    at = sum(confidence >= bound for bound in _BOUNDS)
    return edges[at], edges[at + 1]
