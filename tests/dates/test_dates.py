"""Dates of short texts against the case file, and what holds for every date."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.dates import absolute, calendar, find_dates, main_date
from tasks.dates.worded_date import period as reading_period
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.article import LEAD, Article, Section
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.text import analyse
from tests.case_files import Case, load_cases

CASES = load_cases("dates.txt")
DATED = [case for case in CASES if case.all("date")]
FORMATS = [
    "{d} {m} {y}", "{m} {d}, {y}", "{m} {d} {y}", "{d} {s} {y}", "{s} {d}, {y}", "{d}{o} {m} {y}",
    "{d}{o} of {m} {y}",    "{y}-{mm:02d}-{d:02d}", "{d:02d} {m} {y}",
]  # fmt: skip


def _document(*sections: tuple[str, str], title: str = "The fire at Halm") -> Document:
    """Return the document of an article with these (heading, body) sections; the first is the lead."""
    text, found = f"= {title} =\n\n", []
    for heading, body in sections:
        if heading != LEAD:
            text += f"== {heading} ==\n"
        found.append(Section(heading, 1 if heading == LEAD else 2, Span(len(text), len(text) + len(body))))
        text += body + "\n\n"
    return analyse(Article("t:x", title, "en", None, "text", "x.txt", "0" * 64, "", "", text, tuple(found)))


def _told(document: Document, dates: tuple[DateExpression, ...]) -> list[str]:
    return [f"{d.span.of(document.text)} = {d.edtf}" for d in dates]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_dates_of_a_text(case: Case) -> None:
    """Each form gives its words and their EDTF, and nothing else is a date."""
    document = _document((LEAD, case.text))
    assert _told(document, find_dates(document)) == case.all("date")


@pytest.mark.parametrize("case", DATED, ids=str)
def test_edtf_is_what_another_reader_reads(case: Case) -> None:
    """An independent reader of EDTF parses every string."""
    dates = find_dates(_document((LEAD, case.text)))
    assert dates
    for at in dates:
        assert edtf.parse_edtf(at.edtf)


def _is_exact(edtf_: str) -> bool:
    """Whether both readers mean the same days by a string: the other has seasons and guesses of its own."""
    is_season = len(edtf_) == len("2010-21") and edtf_[5:7] in ("21", "22", "23", "24")
    return (
        not is_season
        and not edtf_.startswith(("-", "0000"))
        and not {"~", "[", "X", ".."} & {*edtf_, edtf_[-2:]}
    )


EXACT = [case for case in DATED if any(_is_exact(line.rpartition(" = ")[2]) for line in case.all("date"))]


@pytest.mark.parametrize("case", EXACT, ids=str)
def test_another_reader_has_the_same_days(case: Case) -> None:
    """The first and the last day of a string are those of an independent reader."""
    exact = [at for at in find_dates(_document((LEAD, case.text))) if _is_exact(at.edtf)]
    assert exact
    for at in exact:
        assert at.start is not None and at.end is not None
        parsed = edtf.parse_edtf(at.edtf)
        assert tuple(parsed.lower_strict()[:3]) == (at.start.year, at.start.month, at.start.day)
        assert tuple(parsed.upper_strict()[:3]) == (at.end.year, at.end.month, at.end.day)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_precision_agrees_with_the_days(case: Case) -> None:
    """Start is not after end, and prec 1 means one day and only one."""
    for at in find_dates(_document((LEAD, case.text))):
        assert (at.start is None) == (at.end is None)
        if at.start is not None and at.end is not None:
            assert at.start <= at.end
            assert (at.prec == 1) <= (at.start == at.end)
            assert at.prec >= calendar.length_prec((at.end - at.start).days + 1)


def test_years_before_one_have_text_and_no_days() -> None:
    """Dates that a date type cannot hold keep their EDTF."""
    (at,) = find_dates(_document((LEAD, "They fought in 480 BC.")))
    assert (at.start, at.end, at.edtf, at.prec) == (None, None, "-0479", 5)


def test_relative_dates_name_their_anchor() -> None:
    """The words that a date was read against are kept."""
    document = _document((LEAD, "It began on 26 October 2020. On 27 October they met."))
    first, second = find_dates(document)
    assert first.basis == "sentence"
    assert first.anchor is None
    assert second.basis == "relative"
    assert second.anchor == first.span


def test_a_section_starts_from_the_article_s_own_date() -> None:
    """A later section does not go on from the last date of an earlier one."""
    document = _document(
        (LEAD, "The fire broke out on 3 November 2016."),
        ("Trial", "He was tried on 5 June 2019. On 7 June he was freed."),
        ("Reactions", "On 6 November the king spoke."),
    )
    assert _told(document, find_dates(document)) == [
        "3 November 2016 = 2016-11-03",
        "5 June 2019 = 2019-06-05",
        "7 June = 2019-06-07",
        "6 November = 2016-11-06",
    ]


def test_a_heading_dates_its_section() -> None:
    """A year in a heading holds for the section; no date of its own comes of it."""
    document = _document(
        (LEAD, "The unrest began on 3 November 2016."),
        ("2018", "On 6 May the bridge fell."),
    )
    assert [d.edtf for d in find_dates(document)] == ["2016-11-03", "2018-05-06"]


def test_a_long_event_keeps_its_years() -> None:
    """In a campaign that its title dates, a month falls into the campaign, not before it."""
    document = _document(
        (LEAD, "The campaign began on 6 November 2016."),
        ("Siege", "On 6 June the siege began."),
        title="Halm campaign (2016–2017)",
    )
    assert find_dates(document)[-1].edtf == "2017-06-06"


MAIN = [
    ("The fire at Halm", "The fire broke out on 3 November 2016.", "2016-11-03"),
    ("The fire at Halm", "The battle lasted from 3 to 5 May 1944.", "1944-05-03/1944-05-05"),
    ("The fire at Halm", "The war began in March 1998 and lasted until 11 June 1999.", "1998-03/1999-06-11"),
    ("2016 fire at Halm", "Since 4 May 2011 fires were rare. It broke out on 3 November 2016.", "2016-11-03"),
    ("Halm fire (2016–2018)", "The fire broke out on 3 November 2016.", "2016-11-03/2018"),
    ("October 2016 fire at Halm", "A fire burned in Halm.", "2016-10"),
    ("1989 Halm coup", "It took place on 3 October. Ten men died on 4 October 1989.", "1989-10-03"),
    ("The fire at Halm", "The fires of October 2016 began on 16 October 2016.", "2016-10-16"),
    (
        "2016 Halm war",
        "It began in September and led to the fall of Halm on 16 October.",
        "2016-09/2016-10-16",
    ),
    ("The fire at Halm", "A fire burned in Halm.", None),
    ("Battle of the ford", "They fought on 2 August 216 BC.", "-0215-08-02"),
    (
        "Raid on Halm",
        "Following the bombing of 4 May 1990, men raided Halm on 9 June 1991.",
        "1991-06-09",
    ),
    ("Raid on Halm", "It came two weeks before the start of the strike of May 1974.", "1974-05"),
    ("Raid on Halm", "Soon after midnight on 9 June 1991, men raided Halm.", "1991-06-09"),
]


@pytest.mark.parametrize(("title", "lead", "expected"), MAIN, ids=[f"{t}:{x[:24]}" for t, x, _ in MAIN])
def test_the_event_s_own_date(title: str, lead: str, expected: str | None) -> None:
    """Lead and title together say when the article's event was."""
    document = _document((LEAD, lead), title=title)
    found = main_date(document, find_dates(document))
    assert (found.edtf if found else None) == expected


def test_a_battle_that_no_lead_dates_lasts_until_its_last_day() -> None:
    """From the first day of its course to the last one before the aftermath, background left out."""
    document = _document(
        (LEAD, "The battle was fought for Halm."),
        ("Background", "Rebels came on 3 May 2016."),
        ("Battle", "On 6 June 2016 they attacked. On 9 June they took the bridge."),
        ("Fall", "On 14 June the town fell."),
        ("Aftermath", "On 20 June a mine went off."),
        title="Battle of Halm",
    )
    found = main_date(document, find_dates(document))
    assert found is not None
    assert found.edtf == "2016-06-06/2016-06-14"


def test_planning_leads_up_to_the_event() -> None:
    """Where only the planning is dated, its last day is the event's."""
    document = _document(
        (LEAD, "The raid was flown against Halm."),
        ("Planning", "On 3 May 1990 it was ordered. It was put off to 4 May. It began on 6 May."),
        ("Raid", "Two aircraft were lost."),
        title="Raid on Halm",
    )
    found = main_date(document, find_dates(document))
    assert found is not None
    assert found.edtf == "1990-05-06"


def test_a_title_s_month_dates_the_first_day_without_year() -> None:
    """Where the title says the year, the course's first day counts, with or without its own year."""
    document = _document(
        (LEAD, "An offensive was launched at Halm."),
        ("Course", "On 28 October the rebels attacked. On 3 November 2016 they stopped."),
        title="Halm fire (October–November 2016)",
    )
    found = main_date(document, find_dates(document))
    assert found is not None
    assert found.edtf.startswith("2016-10-28")


@given(
    st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)),
    st.sampled_from(FORMATS),
    st.sampled_from(["It was on {}.", "On {}, it fell.", "({})", "It fell {} and burned."]),
)
def test_reading_what_was_written_gives_the_day(day: date, form: str, frame: str) -> None:
    """However a day is written, it is read as that day and as nothing else."""
    ordinal = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day // 10 != 1 else 0, "th")
    name = MONTH_NAMES[day.month - 1]
    words = form.format(d=day.day, m=name, s=name[:3], y=day.year, o=ordinal, mm=day.month)
    text = frame.format(words)
    (reading,) = absolute.readings(text)
    period = reading_period(reading)
    assert text[reading.start : reading.end] == words
    assert period is not None
    assert (period.start, period.end, period.prec) == (day, day, 1)
    assert period.edtf == day.isoformat()


@given(
    st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 10, 1)),
    st.integers(min_value=1, max_value=60),
    st.sampled_from(["–", " – ", " to ", " until "]),
)
def test_ranges_give_both_ends(day: date, length: int, mark: str) -> None:
    """A range of two full dates gives both days, in order."""
    last = day + timedelta(days=length)
    words = [f"{d.day} {MONTH_NAMES[d.month - 1]} {d.year}" for d in (day, last)]
    (reading,) = absolute.readings(mark.join(words))
    period = reading_period(reading)
    assert period is not None
    assert (period.start, period.end) == (day, last)
    assert period.edtf == f"{day.isoformat()}/{last.isoformat()}"


@given(st.text(alphabet=st.sampled_from(list("0123456789 –-,.()abMayJune ofthe")), max_size=60))
def test_any_text_gives_spans_that_lie_in_it(text: str) -> None:
    """Whatever the text, readings lie within it, do not overlap and have their days in order."""
    found = sorted(absolute.readings(text), key=lambda r: r.start)
    for reading in found:
        assert 0 <= reading.start < reading.end <= len(text)
        period = reading_period(reading, 2000)
        assert period is None or period.start is None or period.end is None or period.start <= period.end
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_there_are_enough_cases() -> None:
    """The list stays as long as it was promised to be."""
    assert len(CASES) >= 120
