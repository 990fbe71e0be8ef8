"""Words in a row that may be a name."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from tasks.actors.names.name_word import Word
from tasks.model.document import Sentence
from tasks.model.span import Span
from tasks.model.value import value


@value(frozen=True, slots=True)
class Run:
    """Words that may be a name, in one sentence."""

    sentence: Sentence
    words: tuple[Word, ...]
    is_initial: bool = False  # begins a sentence, a quotation or a list item: its capital proves nothing
    span: Span = field(init=False, repr=False, compare=False)  # first word to last

    if not TYPE_CHECKING:  # else it is no plain assignment for mypy, see `tasks.model.value`

        def __init__(self, sentence: Sentence, words: tuple[Word, ...], is_initial: bool = False) -> None:
            self.sentence = sentence
            self.words = words
            self.is_initial = is_initial
            self.span = Span(words[0].start, words[-1].end)

    def cut(self, start: int, end: int) -> Run:
        """Return a part of the run."""
        return Run(self.sentence, self.words[start:end], self.is_initial and start == 0)
