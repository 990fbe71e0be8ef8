"""Text of articles made safe to show: nothing in it can move a cursor, colour a line or turn text round."""

from __future__ import annotations

import unicodedata

# Bidirectional controls reorder what stands around them; the format characters of a script
# (joiners, soft hyphen) are harmless and stay.
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SEPARATORS = frozenset("\u2028\u2029")


def is_dangerous(char: str) -> bool:
    """Say whether a character acts instead of showing: controls, escapes, bidi marks, surrogates, tags."""
    return (
        char in BIDI
        or char in SEPARATORS
        or unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn")
        or "\U000e0000" <= char <= "\U000e007f"
    )


def visible(text: str) -> str:
    """Return the text with every dangerous character written as its code (`<U+202E>`).

    >>> visible("a" + chr(0x1B) + "[31m")
    'a<U+001B>[31m'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"<U+{ord(char):04X}>" if is_dangerous(char) else char for char in text)


def one_line(text: str, limit: int = 300) -> str:
    """Return the text on one line of at most `limit` characters, safe to show."""
    joined = " ".join(text.split())
    return visible(joined if len(joined) <= limit else joined[: limit - 1] + "…")


def counted(number: int, noun: str) -> str:
    """Return a number of things in words.

    >>> counted(1, "article"), counted(1200, "event")
    ('1 article', '1,200 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
