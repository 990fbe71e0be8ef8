"""Which claims contradict each other, and that none is in conflict with nobody."""

from typing import Any

from tasks.assemble.disagreement import Stated, conflicts
from tasks.assemble.scopes import Scope
from tasks.model.figure import Figure
from tasks.model.span import Span


def stated(claim: int, prop: Any, low: int | None, high: int | None, event: int = 0) -> Stated:
    """Return a figure of unknown victims that a claim states."""
    span = Span(claim * 10, claim * 10 + 5)
    figure = Figure(span, span, prop, low, high, "exact", None, "unknown", False, False, False, "passive")
    return Stated(figure, claim, event, None)


def test_numbers_that_no_number_satisfies_contradict() -> None:
    """Ninety and "100+" contradict each other; "78-105" and "at least 78" do not."""
    assert conflicts([stated(0, "injured", 90, 90), stated(1, "injured", 100, None)]) == {
        0: (0, "injured", 0),
        1: (0, "injured", 0),
    }
    assert conflicts([stated(0, "killed", 78, 105), stated(1, "killed", 78, None)]) == {}


def test_other_events_and_other_properties_contradict_nothing() -> None:
    """Three dead here and five there, or five injured, are no disagreement."""
    assert conflicts([stated(0, "killed", 3, 3), stated(1, "killed", 5, 5, event=1)]) == {}
    assert conflicts([stated(0, "killed", 3, 3), stated(1, "injured", 5, 5)]) == {}


def test_who_disagrees_with_one_of_another_group_joins_it() -> None:
    """The first disagrees with the second about the missing, who disagrees with the third about the dead."""
    figures = [
        stated(0, "missing", 3, 3),
        stated(1, "missing", 5, 5),
        stated(1, "killed", 7, 7),
        stated(2, "killed", 9, 9),
    ]
    assert conflicts(figures) == dict.fromkeys(range(3), (0, "killed", 1))


def test_two_disputes_about_the_dead_are_two_groups() -> None:
    """Who counts soldiers disagrees with nobody who counts civilians."""

    def of(claim: int, number: int, whom: str) -> Stated:
        one = stated(claim, "killed", number, number)
        return Stated(one.figure, claim, 0, None, Scope(whom=frozenset((whom,))))

    figures = [of(0, 3, "soldier"), of(1, 5, "soldier"), of(2, 20, "militant"), of(3, 30, "militant")]
    assert [group for _, _, group in conflicts(figures).values()] == [0, 0, 2, 2]
