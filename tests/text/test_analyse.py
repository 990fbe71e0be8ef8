"""The document of a whole article: sections, infobox values, lists, the article's end."""

from tasks.model.document import Document
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse

ARTICLE = """= Raid on Novigrad =

Raid on Novigrad
- Date: 3 May 1944
- Casualties: 12 killed. 3 missing
- Timezone: |time-end=
- Weapon:

The raid began at dawn. It failed.

== Reactions ==
- Italy – The government protested. It recalled its envoy.
- Spain: No comment was made.

=== Press ===
The press was silent.

== See also ==
- Raid on Split

=== Books ===
Ivo Horvat, The Raid. Zagreb 1970.

== Legacy ==
A film was made.
"""


def document() -> Document:
    """Return the article's document."""
    return analyse(read_rendered_text(ARTICLE, source_path="raid.txt"))


def test_sentences_know_their_section() -> None:
    """Infobox values, list items and prose are sentences; the article's end is none."""
    one = document()
    assert [(one.heading_of(s), s.span.of(one.text)) for s in one.sentences] == [
        ("infobox", "3 May 1944"),
        ("infobox", "12 killed. 3 missing"),
        ("lead", "The raid began at dawn."),
        ("lead", "It failed."),
        ("Reactions", "Italy – The government protested."),
        ("Reactions", "It recalled its envoy."),
        ("Reactions", "Spain: No comment was made."),
        ("Press", "The press was silent."),
        ("Legacy", "A film was made."),
    ]


def test_the_end_of_the_article_keeps_its_paragraphs() -> None:
    """Lists of links and books, with their subsections, are paragraphs without sentences."""
    one = document()
    with_sentences = {sentence.paragraph for sentence in one.sentences}
    silent = [p.span.of(one.text) for p in one.paragraphs if p.index not in with_sentences]
    assert silent == ["|time-end=", "Raid on Split", "Ivo Horvat, The Raid. Zagreb 1970."]


def test_everything_is_in_text_order_and_numbered() -> None:
    """Indices count up and spans do not overlap."""
    one = document()
    assert [p.index for p in one.paragraphs] == list(range(len(one.paragraphs)))
    assert [s.index for s in one.sentences] == list(range(len(one.sentences)))
    ends = [0, *(s.span.end for s in one.sentences)]
    assert all(end <= s.span.start for end, s in zip(ends, one.sentences, strict=False))
    assert all(one.paragraphs[s.paragraph].span.contains(s.span) for s in one.sentences)


def test_same_input_same_document() -> None:
    """Two analyses are equal."""
    assert document() == document()
