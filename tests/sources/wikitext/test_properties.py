"""What holds for any soup of markup: no crash, no markup left, offsets that lead back."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.sources import InputError
from tasks.sources.wikitext import markup_offset, read_wikitext
from tasks.sources.wikitext.collected import Context
from tasks.sources.wikitext.parsing.nodes import Place, markup_of
from tasks.sources.wikitext.parsing.parser import parse
from tasks.sources.wikitext.references import References
from tasks.sources.wikitext.render import Renderer
from tasks.validate.checks.markup import RESIDUE

PIECES = (
    "{{", "}}", "[[", "]]", "|", "=", "'''", "''", "<ref>", "</ref>", '<ref name="a">',
    '<ref name="a" />', "<!--", "-->", "{|", "|}", "|-", "\n", "\n\n", "\n* ", "\n# ", "\n: ", "\n== ",
    " ==\n", "<br>", "<b", ">", "<nowiki>", "</nowiki>", "&nbsp;", "&#124;", "&lt;", "&amp;nbsp;",
    "[http://a.example ", "]", "File:", ":", "{{convert|", "{{coord|", "{{sfn|", "{{quote|",
    "{{Infobox event|", "{{plainlist|", "{{cite web|title=", "{{start date|", "date=",
    "url=http://b.example", "1942", "12 killed", "North", " ", "N", "(", ")", ",", ".", "é", "é", "日",
    "-->", "<", "{", "}", "[", "\xa0", "#tag:ref", "{{!}}", "{{#if:", "__NOTOC__", "----",
)  # fmt: skip
SOUP = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
_LEFT = re.compile(RESIDUE)


def read(markup: str):
    """Return the article that the markup holds, or None if it is refused."""
    try:
        return read_wikitext(markup, title="T", source_path="t")
    except InputError:
        return None


@given(SOUP)
@settings(max_examples=150, deadline=None)
def test_no_markup_is_left(markup: str) -> None:
    """Neither in the text nor in any value that goes into a table."""
    article = read(markup)
    if article is None:
        return
    values = [article.text, *(link.target for link in article.links)]
    for citation in article.citations:
        values += [citation.title, citation.publisher, citation.author]
    for value in values:
        assert not _LEFT.search(value or ""), value


@given(SOUP)
@settings(max_examples=100, deadline=None)
def test_sections_and_values_cover_the_text(markup: str) -> None:
    """Sections follow each other without overlap; values, links and marks lie in the text."""
    article = read(markup)
    if article is None:
        return
    spans = [section.span for section in article.sections]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert spans[-1].end == len(article.text)
    assert all(one.span.of(article.text) == one.value for one in article.infobox)
    assert all(link.span.of(article.text).strip() for link in article.links)
    assert all(0 <= mark.position <= len(article.text) for mark in article.citation_marks)
    assert all(mark.citation < len(article.citations) for mark in article.citation_marks)


@given(SOUP)
@settings(max_examples=100, deadline=None)
def test_offsets_lead_back_in_order(markup: str) -> None:
    """The map's runs go forwards in the text; in each part they go forwards in the markup too."""
    article = read(markup)
    if article is None:
        return
    runs = article.markup_map
    assert [start for start, _ in runs] == sorted({start for start, _ in runs})
    assert all(0 <= place <= len(markup) for _, place in runs)
    lead = next(section.span.start for section in article.sections if section.heading == "lead")
    body = [place for start, place in runs if start > lead]
    assert body == sorted(body)
    offsets = [markup_offset(runs, offset) for offset in range(lead + 1, len(article.text))]
    assert offsets == sorted(offsets)


@given(
    st.lists(
        st.sampled_from(["word", "[[Link]]", "'''bold'''", "{{nowrap|kept}}", "a.<ref>r</ref>"]), min_size=1
    )
)
@settings(max_examples=50, deadline=None)
def test_words_lead_back_to_themselves(parts: list[str]) -> None:
    """The markup that a word is from holds the word."""
    markup = " ".join(parts)
    article = read(markup)
    assert article is not None
    for match in re.finditer(r"[A-Za-z]+", article.text[len("= T =\n\n") :]):
        start = match.start() + len("= T =\n\n")
        first = markup_offset(article.markup_map, start)
        last = markup_offset(article.markup_map, start + len(match.group()) - 1)
        assert markup[first : last + 1] == match.group()


@given(SOUP)
@settings(max_examples=30, deadline=None)
def test_reading_is_deterministic(markup: str) -> None:
    """The same markup gives the same article."""
    assert read(markup) == read(markup)


@given(SOUP | st.text("aZ9é日 .,:;/()-–\n_*#=", max_size=30))
@settings(max_examples=300, deadline=None)
def test_plain_words_are_shown_as_rendering_shows_them(markup: str) -> None:
    """What is passed through without being rendered is what rendering would give."""
    renderer = Renderer(Context("T", References()))
    place = Place(parse(markup), 0)
    assert renderer.plain(place) == renderer.piece(place).text


@given(SOUP)
@settings(max_examples=300, deadline=None)
def test_markup_of_parts_is_the_page(markup: str) -> None:
    """What the parts of a page keep as their markup is what the parser gives for them, and all of it."""
    code = parse(markup)
    assert markup_of(code) == markup
    for node in code.ifilter(recursive=True):
        assert markup_of(node) == str(node)
