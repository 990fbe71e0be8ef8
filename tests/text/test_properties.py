"""Whatever the text: nothing is raised but InputError, and the document's promises hold."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from tasks.sources import InputError
from tasks.sources.decode import canonical
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse
from tests.text.closed import is_closed

WORDS = st.sampled_from(
    ["The", "army", "U.S.", "Gen.", "No.", "5", "1,008", "al-Sham", "said", "p.m.", "Nov.", "J.", "etc.",
     "Map.png", "'90s", "soldiers'", "...", "—", "-", "|", "key =", "_x_", "[1]", "?", "!", ".", ",", ":",
     "\n", "\n\n", "- ", "== A ==", "=== B ===", "== See also ==", "- K: v", " ", "\u00a0", "Main article: X"]
)  # fmt: skip
MARKS = st.sampled_from([*"\"“”„«»‘’'`()[]{}<>", "[[", "]]", "{{", "}}", "-->"])
LIKE_ARTICLES = st.lists(st.one_of(WORDS, MARKS), max_size=60).map("".join)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=200)


def check(text: str) -> None:
    """Read and analyse an article and check what the model promises of its document."""
    try:
        clean, _ = canonical(text, "any.txt")
        article = read_rendered_text(clean, source_path="any.txt")
    except InputError:
        return
    document = analyse(article)
    assert document.text == clean
    for before, after in pairwise(document.sentences):
        assert before.span.end <= after.span.start
    for before, after in pairwise(document.paragraphs):
        assert before.span.end <= after.span.start
    for sentence in document.sentences:
        assert document.paragraphs[sentence.paragraph].span.contains(sentence.span)
        words = sentence.span.of(clean)
        assert words and words == words.strip()
        assert sentence.tokens
        for before, after in pairwise(sentence.tokens):
            assert before.end <= after.start
        for token in sentence.tokens:
            assert sentence.span.start <= token.start < token.end <= sentence.span.end
            assert token.text == clean[token.start : token.end]
        covered = "".join(token.text for token in sentence.tokens)
        assert "".join(covered.split()) == "".join(words.split())
    for quotation in document.quotations:
        assert document.paragraphs[quotation.paragraph].span.contains(quotation.span)
        assert quotation.span.contains(quotation.inner)
    for section in article.sections:
        assert 0 <= section.span.start <= section.span.end <= len(clean)
    for one in article.infobox:
        assert one.span.of(clean) == one.value


@given(ANYTHING)
def test_any_text_at_all(text: str) -> None:
    """Any characters, surrogates and controls among them."""
    check(text)


@given(ANYTHING)
def test_any_body(text: str) -> None:
    """Any characters after a title."""
    check(f"= A title =\n\n{text}")


@given(LIKE_ARTICLES)
@example('"He said "no. (It was [[a - K: v')
@example("A box\n- K: v\n- L: |x=\nText.")
def test_what_articles_are_made_of(text: str) -> None:
    """Words, marks, headings and left-overs in any order."""
    check(f"= A title =\n{text}")


@given(LIKE_ARTICLES)
def test_no_closed_quotation_is_split(text: str) -> None:
    """A sentence never ends within a closed quotation."""
    try:
        article = read_rendered_text(f"= A title =\n\n{text}\n", source_path="any.txt")
    except InputError:
        return
    document = analyse(article)
    for quotation in document.quotations:
        if is_closed(quotation):
            assert not any(
                quotation.span.start < sentence.span.end < quotation.span.end
                for sentence in document.sentences
                if document.article.sections[document.section_of(sentence)].heading != "infobox"
            )
