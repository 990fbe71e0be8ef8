"""Whether an acronym can stand for a name, and how surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tasks.actors.known.name_words import context

_SMALL = context("small")


def letters(words: Sequence[str]) -> str:
    """Return the first letters of a name's words that have weight; "al-X" counts as X, "X-Y" as both."""
    out = []
    for word in words:
        if word.lower() in _SMALL:
            continue
        for part in word.replace("‑", "-").split("-"):
            if part and part.lower() not in _SMALL and part[0].isalnum():
                out.append(part[0].upper())
    return "".join(out)


def matches(acronym: str, words: Sequence[str]) -> str | None:
    """Say how an acronym fits a name: "initials", "permuted", "subsequence", or None.

    "permuted" is the same letters in another order (NLF for National Front for Liberation);
    "subsequence" takes letters from within the words (UNAMA), first letters first.
    """
    short = "".join(c for c in acronym if c.isalnum()).upper()
    if short.endswith("S") and acronym[-1:] == "s":
        short = short[:-1]
    initials = letters(words)
    if len(short) < 2 or len(initials) < 2:
        return None
    with_small = "".join(w[0].upper() for w in words if w[0].isalnum())
    if short in (initials, with_small) or capitals_of(acronym) == initials:
        return "initials"
    if Counter(short) == Counter(initials):
        return "permuted"
    return "subsequence" if len(short) > 2 and _within(short, words) else None


def capitals_of(acronym: str) -> str:
    """Return the capitals alone of a short name with a small letter among them: RNN of "RNoN"."""
    capitals = "".join(c for c in acronym if c.isupper())
    return capitals if len(capitals) > 2 and acronym[0].isupper() and not acronym.islower() else ""


def _within(short: str, words: Sequence[str]) -> bool:
    """Say whether the letters come in order out of the words, a word's first letter before its others."""
    position, used = 0, 0
    for word in words:
        upper = word.upper()
        if position < len(short) and upper[0] == short[position]:
            position += 1
            used += 1
            inner = 1
            while position < len(short) and inner < len(upper) and upper[inner] == short[position]:
                following = [w[0].upper() for w in words[words.index(word) + 1 :] if w.lower() not in _SMALL]
                if (
                    short[position] in following
                    and short[position:] == "".join(following)[: len(short) - position]
                ):
                    break
                position += 1
                inner += 1
        elif word.lower() not in _SMALL:
            return False
    return position == len(short) and used >= 2


def begins_words(short: str, words: Sequence[str]) -> bool:
    """Say whether a name is put together of the beginnings of all words, in order: "Norvelco"."""
    if not words:
        return not short
    first = words[0].lower()
    small = short.lower()
    return any(
        begins_words(short[size:], words[1:])
        for size in range(1, len(short) + 1)
        if first.startswith(small[:size])
    )


def picks_letters(acronym: str, words: Sequence[str]) -> bool:
    """Say whether an acronym takes letters of a name in their order: BDR of "Bangladesh Rifles".

    Its first letter begins the name, its last ones begin the name's last words.
    """
    short, name = acronym.upper(), "".join(words).upper()
    if len(short) < 3 or len(words) < 2 or short[0] != name[:1] or short[-1] != words[-1][:1].upper():
        return False
    letters_left = iter(name)
    return all(letter in letters_left for letter in short)
