"""Figures: numbers of people killed or injured, with their bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.accuracy.dataset import Row
from benchmarks.accuracy.matching import Count

SCORED = frozenset(("killed", "injured", "killed_or_injured"))
_ALSO = {"casualties": "killed_or_injured"}  # what labels call people of whom nobody tells which they were
Figure = tuple[str, int | None, int | None]  # property, low, high


def score_figures(gold: Row, figures: Sequence[Row], claims: Sequence[Row]) -> tuple[Count, list[str]]:
    """Compare the labelled figures of an article with the given ones, and say which differ.

    Figures of one named person, of a table cell or of an optional statement neither help nor hurt.
    An article without labels of the narrator's figures is scored on attributed figures only.
    """
    wanted, spare = Counter[Figure](), Counter[Figure]()
    for figure, scored in _labelled(gold):
        (wanted if scored else spare)[figure] += 1
    if gold.get("narrator_figures") is None:
        said = {row["claim_id"] for row in claims if row["voice"] == "attributed"}
        figures = [row for row in figures if row["claim_id"] in said]
    given = Counter(
        (row["property"], row["value_low"], row["value_high"])
        for row in figures
        if row["property"] in SCORED and _has_bound(row["value_low"], row["value_high"])
    )
    spared = ((given - wanted) & spare).total()
    count = Count((wanted & given).total(), given.total() - spared, wanted.total())
    differing = [f"figure missed: {_shown(figure)}" for figure in (wanted - given).elements()]
    differing += [f"figure extra: {_shown(figure)}" for figure in (given - wanted - spare).elements()]
    return count, differing


def _labelled(gold: Row) -> Iterator[tuple[Figure, bool]]:
    """Yield each labelled figure, and whether it is scored."""
    for claim in gold["claims"]:
        for figure in claim.get("figures") or ():
            measure = _measure(figure.get("measure") or figure.get("property"))
            low = figure.get("low", figure.get("value_low"))
            if measure in SCORED and low is not None:
                scored = not (claim.get("optional") or figure.get("named"))
                yield (measure, low, figure.get("high", figure.get("value_high"))), scored
    for figure in gold.get("narrator_figures") or ():
        if _measure(figure["measure"]) in SCORED and _has_bound(figure["low"], figure["high"]):
            scored = not (figure.get("named") or figure.get("table"))
            yield (_measure(figure["measure"]), figure["low"], figure["high"]), scored


def _measure(name: str) -> str:
    return _ALSO.get(name, name)


def _has_bound(low: int | None, high: int | None) -> bool:
    return low is not None or high is not None


def _shown(figure: Figure) -> str:
    measure, low, high = figure
    return f"{measure} {'' if low is None else low}..{'' if high is None else high}"
