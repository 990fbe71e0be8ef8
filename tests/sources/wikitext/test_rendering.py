"""Markup to what a reader sees: one case a construction."""

import pytest

from tasks.sources.wikitext.page import Page, read_page
from tests.case_files import Case, load_cases

MARKUP = load_cases("wikitext.txt")
ISSUES = ("no_origin_record", "unknown_infobox_key")


def read(case: Case) -> Page:
    """Return what is read from a case's markup, as a page called "thing"."""
    return read_page(case.text, "thing")


@pytest.mark.parametrize("case", MARKUP, ids=str)
def test_body(case: Case) -> None:
    """The lines after the title are those that a reader sees."""
    lines = [line for line in read(case).text.split("\n")[1:] if line]
    assert lines == case.all("body")


@pytest.mark.parametrize("case", MARKUP, ids=str)
def test_links(case: Case) -> None:
    """Links carry the page they lead to."""
    page = read(case)
    assert [f"{link.span.of(page.text)} -> {link.target}" for link in page.links] == case.all("link")


@pytest.mark.parametrize("case", MARKUP, ids=str)
def test_citations(case: Case) -> None:
    """References become citations, and their marks stand behind what they support."""
    page = read(case)
    shown = [
        " / ".join(part or "-" for part in (c.title, c.publisher, c.published_date, c.accessed_date, c.url))
        for c in page.citations
    ]
    assert shown == case.all("citation")
    for mark, words in zip(page.citation_marks, case.all("cited"), strict=True):
        assert page.text[: mark.position].endswith(words)


@pytest.mark.parametrize("case", [case for case in MARKUP if case.all("author")], ids=str)
def test_authors_archives_and_languages(case: Case) -> None:
    """What cite templates say beyond title and dates."""
    citations = read(case).citations
    assert [c.author for c in citations if c.author] == case.all("author")
    assert [c.language for c in citations if c.language] == case.all("language")
    assert [c.archive_url for c in citations if c.archive_url] == case.all("archive")


@pytest.mark.parametrize("case", MARKUP, ids=str)
def test_issues(case: Case) -> None:
    """Nothing is swallowed, and nothing else is reported."""
    shown = [f"{issue.code} {issue.value}" for issue in read(case).issues]
    assert shown == case.all("issue")


@pytest.mark.parametrize("case", MARKUP, ids=str)
def test_coordinates(case: Case) -> None:
    """Latitude, longitude, and whether they are the subject's."""
    shown = [
        f"{one.latitude} {one.longitude} {'title' if one.display_title else 'inline'}"
        for one in read(case).coordinates
    ]
    assert shown == case.all("coordinates")
