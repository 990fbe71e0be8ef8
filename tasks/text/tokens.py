"""Tokens: words, numbers and marks of a sentence with their offsets."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from sys import intern

from tasks.lexicons.by_letters import Told
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
  | \.{{2,}}+ | --+ | '' | `` | \S                                                               # mark
    """,
    re.VERBOSE,
)
_IS_NUMBER = re.compile(_NUMBER, re.VERBOSE)
_QUOTES = frozenset('"“”„«»')
_SINGLES = frozenset("'’‘`")
_OF_WORDS = _SINGLES | {"."}  # marks that may belong to the word before them
_AFTER_SENTENCE_STOP = "\"”’»')"
_LONG = 40  # characters of a piece: longer ones hardly come again, and would take room

# A part of a piece: where it begins and ends there, its text, kind and text in lower case, and whether it is
# a mark that may belong to the word before it.
_Part = tuple[int, int, str, TokenKind, str, bool]
# What stands between two blanks.  One word or number, as most are: its text, kind and text in lower case, its
# length and None; else its parts behind its length.
_Piece = tuple[str, TokenKind, str, int, tuple[_Part, ...] | None]


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
    add = tokens.append
    at = start
    for part, kind, lower, length, parts in map(_PIECES.__getitem__, text[start:end].split(" ")):
        if parts is not None:
            _add_parts(tokens, parts, text, at, end, marks)
            at += length + 1
            continue
        token = Token()
        token.text = part
        token.start = at
        at += length
        token.end = at
        token.kind = kind
        token.lower = lower
        add(token)
        at += 1
    return tuple(tokens)


def _add_parts(
    tokens: list[Token], parts: Sequence[_Part], text: str, at: int, end: int, marks: Collection[int]
) -> None:
    """Add the tokens of a piece of several parts, which begins at `at`, to those before it."""
    for first, last, part, kind, lower, is_mark in parts:
        begin = at + first
        stop = at + last
        if is_mark:
            if begin in marks and part in _SINGLES:
                kind = "quote"
            elif tokens and _belongs_to(tokens[-1], text, begin, stop, end):
                tokens[-1] = Token.of(text[tokens[-1].start : stop], tokens[-1].start, stop, "word")
                continue
        token = Token()
        token.text = part
        token.start = begin
        token.end = stop
        token.kind = kind
        token.lower = lower
        tokens.append(token)


def _read_piece(piece: str) -> _Piece:
    """Return what stands between two blanks, taken apart."""
    found: list[_Part] = []
    at = 0
    for part in _PART.findall(piece):
        look = _look_of(part)
        if look is not None:
            found.append((at, at + len(part), *look, look[1] == "punct" and part in _OF_WORDS))
        at += len(part)
    if len(found) == 1:
        _, last, text, kind, lower, is_mark = found[0]
        if last == len(text) == len(piece) and not is_mark:
            return text, kind, lower, last, None
    return "", "punct", "", len(piece), tuple(found)


# A text says the same pieces again and again: what stands between two blanks is taken apart once.
_PIECES = Told(_read_piece, longest=_LONG)


@lru_cache(maxsize=20_000)
def _look_of(part: str) -> tuple[str, TokenKind, str] | None:
    """Return a part, its kind and it in lower case, None for blanks: its letters tell all.

    Equal words are one string, which is that of the code that asks for them too: found faster, kept once.
    """
    first = part[0]
    if first.isspace():
        return None
    if first in _QUOTES or part in ("''", "``"):
        return part, "quote", part
    if _IS_NUMBER.fullmatch(part):
        return part, "number", part
    return intern(part), ("word" if first.isalnum() else "punct"), intern(lowered(part))


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
