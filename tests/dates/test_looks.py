"""The cheap looks that spare most forms most sentences leave no date out."""

from __future__ import annotations

import re

import pytest

from tasks.dates import absolute, find, find_dates, relative
from tasks.dates.marks import marks_of
from tasks.model.article import LEAD, Article, Section
from tasks.model.span import Span
from tasks.text import analyse
from tests.case_files import load_cases

CASES = load_cases("dates.txt")
# Texts that hold all marks between them, so that no form is passed over.
_ALL = frozenset().union(
    *(marks_of(case.text) for case in CASES), ("", "digit", "month", "months", "year", "years", "whole")
)


def _dates(text: str) -> list[tuple[Span, str]]:
    lead = (Section(LEAD, 1, Span(0, len(text))),)
    article = Article("t:x", "A fire", "en", None, "text", "x.txt", "0" * 64, "", "", text, lead)
    return [(date.span, date.edtf) for date in find_dates(analyse(article))]


def test_every_form_is_tried_where_it_would_find_something(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who adds a form and forgets a mark or a word that it is looked for by finds the case named here."""
    looked = {case.name: _dates(case.text) for case in CASES}
    assert sum(map(bool, looked.values())) > len(CASES) // 2
    monkeypatch.setattr(absolute, "readings", absolute.readings.__wrapped__)  # nothing is remembered
    monkeypatch.setattr(absolute, "marks_of", lambda _: _ALL)
    monkeypatch.setattr(find, "signs_of", lambda _: (True, True))
    for name in ("_TOLD", "_DAYTIMES", "_WHICH_MONTH", "UNITS"):
        monkeypatch.setattr(relative, name, ("",))
    monkeypatch.setattr(relative, "_DAYS", tuple([(*day[:2], ("",)) for day in relative._DAYS]))
    monkeypatch.setattr(relative, "_STEPS_END", re.compile(""))
    assert [case.name for case in CASES if _dates(case.text) != looked[case.name]] == []
