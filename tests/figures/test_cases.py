"""Figures of single sentences, against the case files."""

from __future__ import annotations

import pytest

from tasks.figures.find import WITHOUT_TRIGGER, figures_of
from tasks.figures.lines.groups import make_line
from tasks.model.figure import Figure
from tasks.text.tokens import tokenize
from tests.case_files import Case, load_cases

CASES = [*load_cases("figures.txt"), *load_cases("figures_genre.txt")]
TRAPS = load_cases("figures_traps.txt")


def _figures(text: str) -> list[Figure]:
    return sorted(
        figures_of(make_line(text, tokenize(text, 0, len(text)))), key=lambda f: (f.number.start, f.property)
    )


def _told(figure: Figure, expected: str) -> str:
    """Write a figure the way the case does: flags always, the class only where the case asks for it."""
    flags = ("subset", "additional", "cumulative", "negated", "named")
    low = "-" if figure.value_low is None else figure.value_low
    high = "-" if figure.value_high is None else figure.value_high
    words = [figure.property, str(low), str(high), figure.value_qualifier]
    words += [flag for flag in flags if getattr(figure, f"is_{flag}")]
    if "class=" in expected:
        words.append(f"class={figure.victim_class}")
    return " ".join(words)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_figures_of_a_sentence(case: Case) -> None:
    """Each construction gives its figures, with their bounds and flags, and no others."""
    figures = _figures(case.text)
    expected = [" ".join(e.split()) for e in case.all("figure")]
    padded = expected + [""] * (len(figures) - len(expected))
    assert [_told(f, e) for f, e in zip(figures, padded, strict=False)] == expected


@pytest.mark.parametrize("case", TRAPS, ids=str)
def test_traps_give_no_number(case: Case) -> None:
    """Weapons, units, ages, years, strengths, hostages, money and plans are no casualties."""
    numbered = [f for f in _figures(case.text) if f.value_low is not None or f.value_high is not None]
    assert [(f.property, f.span.of(case.text)) for f in numbered if not f.is_named] == []


@pytest.mark.parametrize("case", [*CASES, *TRAPS], ids=str)
def test_spans_lie_in_the_text_and_hold_their_number(case: Case) -> None:
    """Every span is a passage of the text; the number's passage reads as the number does."""
    for figure in _figures(case.text):
        assert figure.span.of(case.text).strip() == figure.span.of(case.text) != ""
        assert figure.number.of(case.text) != ""
        assert figure.victim is None or figure.victim.of(case.text) != ""


@pytest.mark.parametrize("case", [*CASES, *TRAPS], ids=str)
def test_no_figure_stands_in_a_line_that_would_be_passed_over(case: Case) -> None:
    """A construction without casualty word needs its words among those that keep a line."""
    line = make_line(case.text, tokenize(case.text, 0, len(case.text)))
    if figures_of(line):
        assert line.triggers or not WITHOUT_TRIGGER.isdisjoint(line.words)


def test_there_are_enough_cases() -> None:
    """The lists stay as long as they were promised to be."""
    assert len(CASES) >= 400
    assert len(TRAPS) >= 60
