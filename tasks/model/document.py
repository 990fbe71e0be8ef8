"""An article with its text taken apart: paragraphs, sentences, tokens, quotations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, Literal

from tasks.model.article import Article
from tasks.model.issue import Issue
from tasks.model.memo import remembered
from tasks.model.span import Span
from tasks.model.value import value

TokenKind = Literal["word", "number", "punct", "quote"]


@value(frozen=True, slots=True)
class Token:
    """A word, number or mark.

    "al-Sham", "U.S.-based", "Turkey's", "78", "1,008" and "U.S." are one token each; "78–105" is
    three; an opening or closing quotation mark is a token of kind "quote".

    Attributes:
        lower: the text in lower case, curly apostrophes straightened; made once, for all stages ask for it.
    """

    text: str
    start: int
    end: int
    kind: TokenKind
    lower: str = field(repr=False, compare=False)

    @classmethod
    def of(cls, text: str, start: int, end: int, kind: TokenKind) -> Token:
        """Return the token of these words, with `lower` filled in."""
        return cls(text, start, end, kind, lowered(text))


def lowered(text: str) -> str:
    """Return a token's text in lower case, curly apostrophes straightened."""
    return (text.replace("’", "'") if "’" in text else text).lower()


@value(frozen=True, slots=True)
class Sentence:
    """One sentence. `index` is its place in Document.sentences."""

    index: int
    span: Span
    paragraph: int
    tokens: tuple[Token, ...]
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def lower(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return _lower(self)

    @property
    def words(self) -> frozenset[str]:
        """The different words and marks of the sentence in lower case: a quick look before a slow one."""
        return _words(self)


@remembered
def _lower(sentence: Sentence) -> tuple[str, ...]:
    return tuple([token.lower for token in sentence.tokens])


@remembered
def _words(sentence: Sentence) -> frozenset[str]:
    return frozenset(sentence.lower)


@value(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item or infobox value of the text."""

    index: int
    span: Span
    section: int  # index into Article.sections


@value(frozen=True, slots=True)
class Quotation:
    """A quoted passage. `span` includes the marks, `inner` does not.

    An unclosed one ends with its sentence; with its paragraph if the next paragraph goes on quoting.
    """

    span: Span
    inner: Span
    paragraph: int
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Document:
    """An article's text, taken apart. Everything is in text order."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def text(self) -> str:
        """The article's canonical text."""
        return self.article.text

    def heading_at(self, span: Span) -> str | None:
        """Return the heading of the section that holds a passage, None if no single one does."""
        sections = self.article.sections
        at = bisect_right(sections, span.start, key=lambda s: s.span.start) - 1
        return sections[at].heading if at >= 0 and sections[at].span.contains(span) else None

    def section_of(self, sentence: Sentence) -> int:
        """Return the index in Article.sections of the section that holds the sentence."""
        return self.paragraphs[sentence.paragraph].section

    def heading_of(self, sentence: Sentence) -> str:
        """Return "lead", "infobox" or the heading of the sentence's section."""
        return self.article.sections[self.section_of(sentence)].heading
