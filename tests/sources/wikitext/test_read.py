"""Files of wikitext as articles: where the title is from, and that other stages see a rendered text."""

import hashlib
from pathlib import Path

import pytest

from tasks.sources import InputError, read_articles
from tasks.sources.origin import Origin
from tasks.sources.rendered_text import read_rendered_text
from tasks.sources.wikitext import markup_offset, read_wikitext
from tasks.sources.wikitext.read import title_of
from tests.sources.origins import write_origin

SEEN = Path(__file__).parents[2] / "gold" / "articles" / "seen"
ARTICLES = sorted(SEEN.glob("*.wikitext"))


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.name)
def test_the_text_is_in_the_rendered_form(file: Path) -> None:
    """Read as rendered text, it has the same sections and the same infobox."""
    (article,) = read_articles([file], SEEN).articles
    rendered = read_rendered_text(article.text, source_path=file.name)
    assert rendered.title == article.title
    assert rendered.sections == article.sections
    assert rendered.infobox_name == article.infobox_name
    shown = [(one.key, one.name, one.value, one.span) for one in article.infobox if one.value]
    assert [(one.key, one.name, one.value, one.span) for one in rendered.infobox] == shown


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.name)
def test_links_lead_back_to_their_markup(file: Path) -> None:
    """The markup that a link's words are from is in brackets, or in a template of a flag or a ship."""
    (article,) = read_articles([file], SEEN).articles
    markup = file.read_text("utf-8")
    assert article.links
    for link in article.links:
        first = markup_offset(article.markup_map, link.span.start)
        last = markup_offset(article.markup_map, link.span.end - 1)
        before = markup[max(0, first - 120) : last + 1]
        assert "[[" in before or "{{" in before, link


def test_title_and_terms_are_those_of_the_origin_record(tmp_path: Path) -> None:
    """A record says what the file's name cannot."""
    file = tmp_path / "page_17.wikitext"
    content = b"The ford was crossed by [[someone]]."
    file.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    terms = ("CC BY-SA 4.0", "its authors", digest, len(content), "by hand")
    origin = Origin("Crossing of the ford", "https://a.example/w", "en", *terms, revision_id=17)
    write_origin(file, origin)
    (article,) = read_articles([file], tmp_path).articles
    assert article.title == "Crossing of the ford"
    assert article.article_id == "enwiki:Crossing_of_the_ford"
    assert (article.source_format, article.source_path) == ("wikitext", "page_17.wikitext")
    assert (article.revision_id, article.license, article.content_sha256) == (17, "CC BY-SA 4.0", digest)
    assert not article.issues


def test_title_is_the_file_name_without_a_record(tmp_path: Path) -> None:
    """Underscores are blanks, the ending goes; the log says that there is no record."""
    file = tmp_path / "Battle_of_the_Ford_(1642).wiki"
    file.write_text("The '''battle'''.", "utf-8")
    (article,) = read_articles([file], tmp_path).articles
    assert article.title == "Battle of the Ford (1642)"
    assert [issue.code for issue in article.issues] == ["no_origin_record"]
    with pytest.raises(InputError, match="no title"):
        title_of(Path("_.wikitext"))


def test_words_of_a_template_lead_back_to_the_template() -> None:
    """What a template writes is from where the template stands."""
    markup = "It was {{convert|50|m}} wide."
    article = read_wikitext(markup, title="T", source_path="t")
    start = article.text.index("50 metres")
    last = start + len("50 metres (160 ft)") - 1
    assert markup[markup_offset(article.markup_map, start) :].startswith("{{convert")
    assert markup_offset(article.markup_map, last) < markup.index(" wide")


def test_a_redirect_is_no_article() -> None:
    """It is refused with the page it leads to."""
    with pytest.raises(InputError, match=r"a redirect and no article: Target") as refused:
        read_wikitext("#REDIRECT [[Target]]", title="T", source_path="t")
    assert refused.value.value == "Target"
