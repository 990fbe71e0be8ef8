"""An article with its text taken apart: paragraphs, sentences, tokens, quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from typing import Any, Literal

from tasks.model.article import INFOBOX, LEAD, Article
from tasks.model.issue import Issue
from tasks.model.order import SPAN_START
from tasks.model.span import Span
from tasks.model.value import value

TokenKind = Literal["word", "number", "punct", "quote"]


class Token:
    """A word, number or mark.

    "al-Sham", "U.S.-based", "Turkey's", "78", "1,008" and "U.S." are one token each; "78–105" is
    three; an opening or closing quotation mark is a token of kind "quote".

    Attributes:
        lower: the text in lower case, curly apostrophes straightened; made once, for all stages ask for it.
    """

    __slots__ = ("end", "kind", "lower", "start", "text")

    # There are more tokens than all other values: whoever makes one fills it in, and nobody else does.
    text: str
    start: int
    end: int
    kind: TokenKind
    lower: str

    @classmethod
    def of(cls, text: str, start: int, end: int, kind: TokenKind) -> Token:
        """Return the token of these words, with `lower` filled in."""
        token = Token()
        token.text = text
        token.start = start
        token.end = end
        token.kind = kind
        token.lower = lowered(text)
        return token

    def __repr__(self) -> str:
        return f"Token(text={self.text!r}, start={self.start}, end={self.end}, kind={self.kind!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Token):
            return NotImplemented
        return self.start == other.start and self.text == other.text and self.kind == other.kind

    def __hash__(self) -> int:
        return hash((self.text, self.start, self.end, self.kind))


def lowered(text: str) -> str:
    """Return a token's text in lower case, curly apostrophes straightened; "IS" is the group, no verb."""
    if text == "IS":
        return "isil"
    return (text.replace("’", "'") if "’" in text else text).lower()


class Sentence:
    """One sentence.

    Attributes:
        index: its place in Document.sentences.
        lower: the tokens in lower case.
        words: the different ones among them: a quick look before a slow one.
        memo: what functions have said of it (`tasks.model.memo`).
    """

    __slots__ = ("_last", "_more", "index", "lower", "memo", "paragraph", "span", "tokens", "words")

    def __init__(self, index: int, span: Span, paragraph: int, tokens: tuple[Token, ...]) -> None:
        """Make the words in lower case as well, which nearly every stage asks for."""
        self.index = index
        self.span = span
        self.paragraph = paragraph
        self.tokens = tokens
        lower = tuple([token.lower for token in tokens])
        last = dict(zip(lower, range(len(lower)), strict=True))
        more: dict[str, list[int]] = {}
        if len(last) < len(lower):
            for at, word in enumerate(lower):
                if last[word] != at:
                    more.setdefault(word, []).append(at)
            for word, places in more.items():
                places.append(last[word])
        self.lower = lower
        self.words = frozenset(last)
        self.memo: dict[Any, Any] = {}
        self._last = last  # the last place of each word
        self._more = more  # all of those that come again

    def __repr__(self) -> str:
        return f"Sentence(index={self.index}, span={self.span}, tokens={self.tokens})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sentence):
            return NotImplemented
        return self.index == other.index and self.span == other.span and self.tokens == other.tokens

    def __hash__(self) -> int:
        return hash((self.index, self.span))

    def places(self, words: Set[str]) -> list[int]:
        """Return the indices of the tokens that are one of the words (lower case), in order."""
        if words.isdisjoint(self.words):  # nearly always: a glance makes no set
            return []
        here = self.words & words
        last, more = self._last, self._more
        if len(here) == 1:  # mostly
            (word,) = here
            return [*more[word]] if word in more else [last[word]]
        found = []
        for word in here:
            if word in more:
                found += more[word]
            else:
                found.append(last[word])
        found.sort()
        return found


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


class Document:
    """An article's text, taken apart. Everything is in text order.

    Attributes:
        text: the article's canonical text.
        lead: the sentences of the lead; `prose` are those outside the infobox.
        memo: what functions have said of it (`tasks.model.memo`).
    """

    __slots__ = (
        "_headings", "_starts", "article", "issues", "lead", "memo", "paragraphs", "prose", "quotations",
        "sentences", "text",
    )  # fmt: skip

    def __init__(
        self,
        article: Article,
        paragraphs: tuple[Paragraph, ...],
        sentences: tuple[Sentence, ...],
        quotations: tuple[Quotation, ...],
        issues: tuple[Issue, ...] = (),
    ) -> None:
        """Keep what is asked for with every sentence."""
        headings = tuple([article.sections[paragraph.section].heading for paragraph in paragraphs])
        self.article = article
        self.paragraphs = paragraphs
        self.sentences = sentences
        self.quotations = quotations
        self.issues = issues
        self.text: str = article.text
        self.lead = tuple([one for one in sentences if headings[one.paragraph] == LEAD])
        self.prose = tuple([one for one in sentences if headings[one.paragraph] != INFOBOX])
        self.memo: dict[Any, Any] = {}
        self._headings = headings  # of each paragraph's section
        self._starts = tuple([one.span.start for one in sentences])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return (
            (self.article, self.paragraphs, self.sentences)
            == (other.article, other.paragraphs, other.sentences)
            and self.quotations == other.quotations
            and self.issues == other.issues
        )

    def __hash__(self) -> int:
        return hash(self.text)

    def index_at(self, position: int) -> int:
        """Return the index of the last sentence that starts at a position or before it, -1 if none does."""
        return bisect_right(self._starts, position) - 1

    def heading_at(self, span: Span) -> str | None:
        """Return the heading of the section that holds a passage, None if no single one does."""
        sections = self.article.sections
        at = bisect_right(sections, span.start, key=SPAN_START) - 1
        return sections[at].heading if at >= 0 and sections[at].span.contains(span) else None

    def section_of(self, sentence: Sentence) -> int:
        """Return the index in Article.sections of the section that holds the sentence."""
        return self.paragraphs[sentence.paragraph].section

    def heading_of(self, sentence: Sentence) -> str:
        """Return "lead", "infobox" or the heading of the sentence's section."""
        return self._headings[sentence.paragraph]
