"""An article with its text taken apart: paragraphs, sentences, tokens, quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from tasks.model.article import INFOBOX, LEAD, Article
from tasks.model.issue import Issue
from tasks.model.order import SPAN_START
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

    if not TYPE_CHECKING:  # there are more tokens than all other values: whoever makes one fills it in
        __init__ = object.__init__

    @classmethod
    def of(cls, text: str, start: int, end: int, kind: TokenKind) -> Token:
        """Return the token of these words, with `lower` filled in."""
        blank: Any = cls
        token: Any = blank()
        token.text = text
        token.start = start
        token.end = end
        token.kind = kind
        token.lower = lowered(text)
        made: Token = token
        return made


def lowered(text: str) -> str:
    """Return a token's text in lower case, curly apostrophes straightened; "IS" is the group, no verb."""
    if text == "IS":
        return "isil"
    return (text.replace("’", "'") if "’" in text else text).lower()


@value(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        index: its place in Document.sentences.
        lower: the tokens in lower case.
        words: the different ones among them: a quick look before a slow one.
        memo: what functions have said of it (`tasks.model.memo`).
    """

    index: int
    span: Span
    paragraph: int
    tokens: tuple[Token, ...]
    lower: tuple[str, ...] = field(init=False, repr=False, compare=False)
    words: frozenset[str] = field(init=False, repr=False, compare=False)
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _last: dict[str, int] = field(init=False, repr=False, compare=False)  # the last place of each word
    _more: dict[str, list[int]] = field(init=False, repr=False, compare=False)  # all of those that come again

    if not TYPE_CHECKING:  # else it is no plain assignment for mypy, see `tasks.model.value`

        def __init__(self, index: int, span: Span, paragraph: int, tokens: tuple[Token, ...]) -> None:
            """Make the words in lower case as well, which nearly every stage asks for."""
            self.index = index
            self.span = span
            self.paragraph = paragraph
            self.tokens = tokens
            self.lower = lower = tuple([token.lower for token in tokens])
            self._last = last = {}
            self._more = more = {}
            for at, word in enumerate(lower):
                if word in last:
                    if word in more:
                        more[word].append(at)
                    else:
                        more[word] = [last[word], at]
                last[word] = at
            self.words = frozenset(last)
            self.memo = {}

    def places(self, words: Set[str]) -> list[int]:
        """Return the indices of the tokens that are one of the words (lower case), in order."""
        if words.isdisjoint(self.words):  # nearly always: a glance makes no set
            return []
        here = self.words & words
        last, more = self._last, self._more
        found = []
        for word in here:
            if word in more:
                found += more[word]
            else:
                found.append(last[word])
        if len(here) > 1:
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
    is_closed: bool


@value(frozen=True, slots=True)
class Document:
    """An article's text, taken apart. Everything is in text order."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    issues: tuple[Issue, ...] = ()
    text: str = field(init=False, repr=False, compare=False)  # the article's canonical text
    lead: tuple[Sentence, ...] = field(init=False, repr=False, compare=False)  # the sentences of the lead
    prose: tuple[Sentence, ...] = field(init=False, repr=False, compare=False)  # those outside the infobox
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _headings: tuple[str, ...] = field(init=False, repr=False, compare=False)  # of each paragraph's section
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)  # of each sentence

    def __post_init__(self) -> None:
        """Keep what is asked for with every sentence."""
        sections = self.article.sections
        headings = tuple([sections[paragraph.section].heading for paragraph in self.paragraphs])
        object.__setattr__(self, "text", self.article.text)
        object.__setattr__(self, "_headings", headings)
        lead = tuple([one for one in self.sentences if headings[one.paragraph] == LEAD])
        object.__setattr__(self, "lead", lead)
        prose = tuple([one for one in self.sentences if headings[one.paragraph] != INFOBOX])
        object.__setattr__(self, "prose", prose)
        object.__setattr__(self, "_starts", tuple([one.span.start for one in self.sentences]))

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
