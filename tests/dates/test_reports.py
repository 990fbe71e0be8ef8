"""News reports: the day they open with is what they count from, and not yet when it happened."""

import pytest

from tasks.dates import find_dates, main_date
from tasks.model.document import Document
from tests.events.articles import extracted

LINE = "Tuesday, October 27, 2009\n\n"


def _document(text: str) -> Document:
    return extracted(f"= Blast in Karvel =\n\n{LINE}{text}").document


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on Sunday", "2009-10-25"),
        ("Saturday morning", "2009-10-24"),
        ("on Tuesday", "2009-10-27"),
        ("on Wednesday", "2009-10-21"),
        ("yesterday", "2009-10-26"),
        ("last night", "2009-10-26"),
        ("today", "2009-10-27"),
        ("last month", "2009-09"),
        ("three days ago", "2009-10-24"),
        ("on November 3", "2008-11-03"),
        ("on October 3", "2009-10-03"),
    ],
)
def test_counted_from_the_day_of_the_report(words: str, edtf: str) -> None:
    """A weekday is the last one, and so is the event's date."""
    document = _document(f"A bomb exploded {words} in Karvel. It killed two.")
    dates = find_dates(document)
    found = main_date(document, dates)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("A bomb exploded in Karvel, killing two people.", "2009-10-27"),
        ("The mayor said on Monday that a bomb of October 20 had killed nine.", "2009-10-20"),
        ("Fighting in Karvel has killed six people since Saturday.", "2009-10-24/2009-10-27"),
        ("A man who attacked a base last week was a spy. He came to it on October 21.", "2009-10-21"),
    ],
)
def test_the_event_of_a_report(text: str, edtf: str) -> None:
    """Without a date of its own it is the report's; who spoke when is none; a week has its day further on."""
    document = _document(text)
    found = main_date(document, find_dates(document))
    assert found is not None
    assert found.edtf == edtf


def test_without_such_a_line_nothing_is_counted_from_it() -> None:
    """A first sentence that tells something is no line of its own, and "yesterday" says nothing."""
    document = extracted(
        "= Blast =\n\nThe blast was on October 27, 2009. It shook yesterday's ruins, last night."
    ).document
    assert [d.edtf for d in find_dates(document)] == ["2009-10-27"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (  # what families ask for on a day is not what they ask about
            "Relatives appealed to the government on Friday. Men were kidnapped on September 16 in Karvel.",
            "2009-09-16",
        ),
        (  # the law and the deed, each with its day
            "Two men appeared in court on Monday charged over a blast which hurt nine people on May 28.",
            "2009-05-28",
        ),
        ("A judge sentenced a man on Monday for the killing of a guard on May 28.", "2009-05-28"),
        (  # a toll rises and bodies are found later
            "The death toll from a bombing rose to 93 on Sunday. Bombs went off on Thursday.",
            "2009-10-22",
        ),
        (
            "Marines found the bodies of 72 people on Sunday. They had been shot on Saturday.",
            "2009-10-24",
        ),
        (  # a day that the deed's noun follows
            "On Sunday they raised the toll from October 17's airstrike, as a paper on Monday reported.",
            "2009-10-17",
        ),
        ("The army said on Monday troops killed nine rebels in Karvel a day earlier.", "2009-10-25"),
        (  # what was condemned has the day of its dead, not that of the words
            "The council on Monday condemned an attack in which seven soldiers were killed on Friday.",
            "2009-10-23",
        ),
        (  # below the opening
            "A report released on Monday blames the army. Nobody answered. It describes attacks on Osk in "
            "January and February.",
            "2009-01/2009-02",
        ),
        ("A man was arrested in Karvel. Ada Day has been missing since June 4.", "2009-06-04"),
        ("A group claimed responsibility on Monday for a shooting in Karvel.", "2009-10-26"),
    ],
)
def test_a_report_of_what_came_later(text: str, edtf: str) -> None:
    """Of a report that tells what was said or done about a deed, the day of the deed is the event's."""
    document = _document(text)
    found = main_date(document, find_dates(document))
    assert found is not None
    assert found.edtf == edtf
