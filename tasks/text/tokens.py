"""Tokens: words, numbers and marks of a sentence with their offsets."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from tasks.model.document import Token, TokenKind, lowered
from tasks.text.sentences import is_abbreviation

_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*+"
_WORD = rf"{_LETTERS}(?:['’ʼ‘`&‑-]{_LETTERS})*+"
_NUMBER = r"(?: \d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})++(?!\d) | \d++ ) (?:\.\d++)?+"
# Blanks are parts, too, so that the parts together are the whole sentence.  Plain words come first
# because nearly all tokens are; what has a stop inside is left to the others.
_PART = re.compile(
    rf"""
    (?=[^\W\d_]) {_WORD} (?!\.\w)                                                       # word
  | \s++
  | (?:[A-Z][a-z]?\.|[a-z]\.){{2,}} (?:[-‑][^\W_]+)* (?:['’]s(?!\w))?                   # acronym
  | (?:[A-Z]\.)+[A-Z](?!\w)
  | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\w:])                                              # time
  | \d++(?:[.,]\d++){{0,4}}+ [-‑]? (?=[^\W\d_]) {_WORD}                                # compound
  | {_NUMBER}
  | {_WORD}                                                                            # before a stop
  | \.{{2,}}+ | --+ | \S                                                               # mark
    """,
    re.VERBOSE,
)
_IS_NUMBER = re.compile(_NUMBER, re.VERBOSE)
_QUOTES = frozenset('"“”„«»')
_SINGLES = frozenset("'’‘`")
_OF_WORDS = _SINGLES | {"."}  # marks that may belong to the word before them
_AFTER_SENTENCE_STOP = "\"”’»')"
_LONG = 40  # characters of a piece: longer ones hardly come again, and would take room

_new = object.__new__
_Part = tuple[int, str, TokenKind, str]


def tokenize(text: str, start: int, end: int, marks: Collection[int] = ()) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]`, one sentence.

    A stop belongs to an abbreviation's token ("Gen.", "No.", "J.", "U.S.") unless it ends the
    sentence; letters with stops ("U.S.") keep it there, too. An apostrophe after a word that is no
    closing quotation mark belongs to the word ("soldiers'"). Times ("10:30"), ordinals and words with
    digits ("93rd", "1980s", "46-year-old") are of kind "word".

    Args:
        text: the whole text.
        start: where the sentence starts.
        end: where it ends.
        marks: positions of paired quotation marks, to tell single ones from apostrophes.
    """
    tokens: list[Token] = []
    at = start
    for piece in text[start:end].split(" "):
        for offset, part, kind, lower in _parts_of(piece) if len(piece) < _LONG else _read_parts(piece):
            begin = at + offset
            stop = begin + len(part)
            if kind == "punct":
                if begin in marks and part in _SINGLES:
                    kind = "quote"
                elif part in _OF_WORDS and tokens and _belongs_to(tokens[-1], text, begin, stop, end):
                    tokens[-1] = Token.of(text[tokens[-1].start : stop], tokens[-1].start, stop, "word")
                    continue
            # As `Token(part, ...)` makes it, without the call: there are more tokens than all other values.
            token: Any = _new(Token)
            token.text = part
            token.start = begin
            token.end = stop
            token.kind = kind
            token.lower = lower
            tokens.append(token)
        at += len(piece) + 1
    return tuple(tokens)


def _read_parts(piece: str) -> tuple[_Part, ...]:
    """Return the parts of what stands between two blanks, each with its place in it, kind and lower case."""
    found: list[_Part] = []
    at = 0
    for part in _PART.findall(piece):
        look = _look_of(part)
        if look is not None:
            found.append((at, *look))
        at += len(part)
    return tuple(found)


# A text says the same pieces again and again: what stands between two blanks is taken apart once.
_parts_of = lru_cache(maxsize=30_000)(_read_parts)


@lru_cache(maxsize=20_000)
def _look_of(part: str) -> tuple[str, TokenKind, str] | None:
    """Return a part, its kind and it in lower case, None for blanks: its letters tell all.

    The part is the one that was seen first, so that equal words are one string: found faster, kept once.
    """
    first = part[0]
    if first.isspace():
        return None
    if first in _QUOTES:
        return part, "quote", part
    if _IS_NUMBER.fullmatch(part):
        return part, "number", part
    lower = lowered(part)
    return part, ("word" if first.isalnum() else "punct"), part if lower == part else lower


def _belongs_to(word: Token, text: str, begin: int, stop: int, end: int) -> bool:
    """Say whether the mark `text[begin:stop]` right behind a token is an apostrophe or a stop of a word."""
    if word.kind != "word" or word.end != begin:
        return False
    return text[begin:stop] in _SINGLES or _keeps_stop(text, word.start, begin, stop, end)


def _keeps_stop(text: str, start: int, at: int, stop: int, end: int) -> bool:
    """Say whether the mark `text[at:stop]` is a stop that belongs to the word that starts at `start`."""
    if text[at:stop] != "." or stop >= end or text[stop] in _AFTER_SENTENCE_STOP:
        return False
    return is_abbreviation(text[start:stop])
