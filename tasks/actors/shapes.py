"""How words are written, told once a word: nearly all words of an article were met in others before."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from tasks.actors.written import is_capitalised

_MOST_WORDS = 50_000  # that are kept; what goes beyond them is looked at each time


@dataclass(frozen=True, slots=True)
class Shapes:
    """Words by what their letters show.

    Attributes:
        seen: all of them.
        capitalised: what looks like (a part of) a name.
        opening: that and what else a name may begin with.
        led: what ends in "led", as "Norland-led" does.
    """

    seen: set[str] = field(default_factory=set)
    capitalised: set[str] = field(default_factory=set)
    opening: set[str] = field(default_factory=set)
    led: set[str] = field(default_factory=set)

    def add(self, words: Set[str]) -> None:
        """Look at words; they count as seen when all is known of them."""
        odd = [text for text in words if not (text.islower() and text.isalpha())]
        capitalised = [text for text in odd if is_capitalised(text)]
        self.capitalised.update(capitalised)
        self.opening.update(capitalised)
        self.opening.update([text for text in odd if text[0].isdigit() or "-" in text or "‑" in text])
        self.led.update([text for text in odd if text[-3:].lower() == "led"])
        self.seen.update(words)


_KNOWN = Shapes()


def shapes_of(written: Set[str]) -> Shapes:
    """Return words by what their letters show."""
    new = written - _KNOWN.seen
    if new and len(_KNOWN.seen) + len(new) > _MOST_WORDS:
        alone = Shapes()
        alone.add(written)
        return alone
    if new:
        _KNOWN.add(new)
    return _KNOWN
