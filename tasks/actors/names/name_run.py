"""Words in a row that may be a name."""

from __future__ import annotations

from tasks.actors.names.name_word import Word
from tasks.model.document import Sentence
from tasks.model.span import Span


class Run:
    """Words that may be a name, in one sentence.

    Attributes:
        is_initial: it begins a sentence, a quotation or a list item: its capital proves nothing.
        span: from the first word to the last.
    """

    __slots__ = ("is_initial", "sentence", "span", "words")

    def __init__(self, sentence: Sentence, words: tuple[Word, ...], is_initial: bool = False) -> None:
        self.sentence = sentence
        self.words = words
        self.is_initial = is_initial
        self.span = Span(words[0].start, words[-1].end)

    def cut(self, start: int, end: int) -> Run:
        """Return a part of the run."""
        return Run(self.sentence, self.words[start:end], self.is_initial and start == 0)
