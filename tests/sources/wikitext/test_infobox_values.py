"""The infoboxes of real articles: every value as a reader sees it."""

import pytest

from tasks.sources.wikitext.page import Page, read_page
from tests.case_files import CASES, Case, load_cases

BOXES = CASES / "infoboxes"
INFOBOXES = load_cases("infobox_values.txt")


def read(case: Case) -> Page:
    """Return what is read from a case's infobox alone."""
    return read_page((BOXES / case.text).read_text("utf-8"), case.name.replace("_", " "))


@pytest.mark.parametrize("case", INFOBOXES, ids=str)
def test_values_are_what_a_reader_sees(case: Case) -> None:
    """Fields in their order, each with its value; nothing else has one."""
    page = read(case)
    assert [f"{one.key} = {one.value}" for one in page.infobox if one.value] == case.all("field")
    empty = [one.key for one in page.infobox if not one.value and one.name not in ("ignore", "ship")]
    assert ", ".join(empty) == case.one("empty", "")
    assert page.infobox_template == case.one("template")


@pytest.mark.parametrize("case", INFOBOXES, ids=str)
def test_coordinates_are_those_of_the_box(case: Case) -> None:
    """Latitude, longitude, and whether they are the subject's."""
    shown = [
        f"{one.latitude} {one.longitude} {'title' if one.display_title else 'inline'}"
        for one in read(case).coordinates
    ]
    assert shown == case.all("coordinates")


@pytest.mark.parametrize("case", INFOBOXES, ids=str)
def test_values_stand_in_the_text_and_raw_in_the_markup(case: Case) -> None:
    """Each value is a slice of the text; its raw markup is a piece of the page."""
    page = read(case)
    markup = (BOXES / case.text).read_text("utf-8")
    for one in page.infobox:
        assert one.span.of(page.text) == one.value
        is_escaped = any(issue.code == "escaped_markup" for issue in page.issues)
        assert is_escaped or one.raw in markup
