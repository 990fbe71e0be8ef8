"""How an article writes its words: with a capital, or with one only where a sentence begins."""

from __future__ import annotations

from collections.abc import Sequence, Set

from tasks.actors.names.name_word import Word
from tasks.actors.names.shapes import CAPITALISED, LED, OPENING, SMALL_IN_CAPITALS
from tasks.actors.names.small_names import small_names
from tasks.model.document import Document
from tasks.model.value import value


@value(frozen=True, slots=True)
class Spelling:
    """How an article writes its words.

    Attributes:
        written: its words as it writes them.
        capitalised: what looks like (a part of) a name.
        opening: that and what else a run may begin with: a glance at it spares most tokens a closer look.
        led: its words in "led", as "Norland-led".
        shorts: small words that it writes in capitals as somebody's short name: "Islamic State (IS)".
        text: all of it.
    """

    written: frozenset[str]
    capitalised: Set[str]
    opening: Set[str]
    led: Set[str]
    shorts: Set[str]
    text: str = ""

    @classmethod
    def of(cls, document: Document) -> Spelling:
        """Return how the article writes its words."""
        written = frozenset([token.text for sentence in document.sentences for token in sentence.tokens])
        opening = OPENING.among(written)
        shorts = {w for w in SMALL_IN_CAPITALS.among(opening) if f"({w})" in document.text}
        capitalised, led = CAPITALISED.among(opening), LED.among(opening)
        if small := small_names(document.text):
            capitalised, opening = capitalised | small, opening | small
        return cls(written, capitalised, opening, led, shorts, document.text)

    def has_small(self, word: str) -> bool:
        """Say whether it writes a word small: evidence that a capital at a start is no name."""
        return word in self.written and word[0].islower() and word[0].isalnum()

    def is_named(self, words: Sequence[Word]) -> bool:
        """Say whether it writes words that open a sentence so within one too: "the Soldiers of X"."""
        name = " ".join([word.text for word in words])
        return f"he {name}" in self.text or f" ({name})" in self.text
