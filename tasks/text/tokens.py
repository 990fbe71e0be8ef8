"""Tokens: words, numbers and marks of a sentence with their offsets."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

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
_AFTER_SENTENCE_STOP = "\"”’»')"


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
    begin = start
    for part in _PART.findall(text, start, end):
        if part == " ":
            begin += 1
            continue
        stop = begin + len(part)
        part, kind, lower = _look_of(part)
        if kind == "word":  # nearly all are
            tokens.append(Token(part, begin, stop, kind, lower))
        elif kind is not None:
            if kind == "punct":
                if begin in marks and part in _SINGLES:
                    kind = "quote"
                elif tokens and tokens[-1].end == begin and _belongs_to(tokens[-1], text, begin, stop, end):
                    tokens[-1] = Token.of(text[tokens[-1].start : stop], tokens[-1].start, stop, "word")
                    begin = stop
                    continue
            tokens.append(Token(part, begin, stop, kind, lower))
        begin = stop
    return tuple(tokens)


@lru_cache(maxsize=50_000)
def _look_of(part: str) -> tuple[str, TokenKind | None, str]:
    """Return a part, its kind (None for blanks) and it in lower case: its letters tell both.

    The part is the one that was seen first, so that equal words are one string: found faster, kept once.
    """
    first = part[0]
    if first.isspace():
        return part, None, part
    if first in _QUOTES:
        return part, "quote", part
    if _IS_NUMBER.fullmatch(part):
        return part, "number", part
    lower = lowered(part)
    return part, ("word" if first.isalnum() else "punct"), part if lower == part else lower


def _belongs_to(word: Token, text: str, begin: int, stop: int, end: int) -> bool:
    """Say whether the mark `text[begin:stop]` right behind a token is an apostrophe or a stop of a word."""
    if word.kind != "word":
        return False
    return text[begin:stop] in _SINGLES or _keeps_stop(text, word.start, begin, stop, end)


def _keeps_stop(text: str, start: int, at: int, stop: int, end: int) -> bool:
    """Say whether the mark `text[at:stop]` is a stop that belongs to the word that starts at `start`."""
    if text[at:stop] != "." or stop >= end or text[stop] in _AFTER_SENTENCE_STOP:
        return False
    return is_abbreviation(text[start:stop])
