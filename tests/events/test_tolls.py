"""Tolls: what the figures of an event come to."""

from __future__ import annotations

import pytest

from tests.case_files import Case, load_cases
from tests.events.articles import extracted, tolls


def _row(*values: int | None) -> str:
    return " ".join("-" if v is None else str(v) for v in values)


@pytest.mark.parametrize("case", load_cases("tolls.txt"), ids=str)
def test_toll_of_the_articles_own_event(case: Case) -> None:
    """Lowest, best and highest number follow the rules, whatever the construction."""
    toll = tolls(extracted(case.text))[0]
    given = {
        "deaths": _row(toll.deaths_low, toll.deaths_best, toll.deaths_high),
        "injured": _row(toll.injured_low, toll.injured_best, toll.injured_high),
        "sides": _row(toll.deaths_a, toll.deaths_b),
        "civilians": _row(toll.deaths_civilians),
        "of": toll.deaths_of or "-",
    }
    assert case.expected, "a case without expectation"
    assert {key: given[key] for key, _ in case.expected} == dict(case.expected)


def test_a_sum_is_no_best_toll() -> None:
    """The best number is one that the article states; what only a sum gives stands in low and high."""
    text = "= 2012 Karvel bombing =\n\nOn 3 May 2012 a bomb in Karvel killed {}."
    (toll,) = tolls(extracted(text.format("15 soldiers and one driver")))
    assert (toll.deaths_low, toll.deaths_best, toll.deaths_high) == (16, None, 16)
    assert (toll.best_rule, toll.deaths_best_figure) == (None, None)
    (toll,) = tolls(extracted(text.format("15 soldiers and up to four drivers")))
    assert (toll.deaths_low, toll.deaths_best, toll.deaths_high) == (15, None, 19)


def test_best_names_its_figure() -> None:
    """The figure that gave best is one of the event's and states that number."""
    extraction = extracted("= 2012 Karvel bombing =\n\nOn 3 May 2012 a bomb in Karvel killed 12 people.")
    toll = tolls(extraction)[0]
    assert toll.deaths_best_figure is not None
    assert extraction.figures[toll.deaths_best_figure].value_low == toll.deaths_best == 12
    assert toll.best_rule == "lowest"


@pytest.mark.parametrize(("asides", "deaths"), [(20, 9), (160, None)])
def test_an_article_that_tells_a_battle_at_length_counts_single_fights(
    asides: int, deaths: int | None
) -> None:
    """Dead of the body are the battle's in a short article; in a long one they are those of one place."""
    told = " ".join(f"The {n}th company waited at the bridge." for n in range(4, 4 + asides))
    extraction = extracted(
        "= Battle of Karvel (1815) =\n\nThe Battle of Karvel was fought on 18 June 1815.\n\n== Fighting ==\n"
        f"{told} Near the mill, nine soldiers were killed."
    )
    assert tolls(extraction)[0].deaths_low == deaths
