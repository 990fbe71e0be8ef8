"""Tokens: words, numbers and marks of a sentence with their offsets."""

from __future__ import annotations

import re
from collections.abc import Collection

from tasks.model.document import Token, TokenKind
from tasks.text.sentences import is_abbreviation

_TOKEN = re.compile(
    r"""
    (?P<acronym> (?:[A-Z][a-z]?\.|[a-z]\.){2,} (?:[-‑][^\W_]+)* (?:['’]s(?!\w))?
               | (?:[A-Z]\.)+[A-Z](?!\w) )
  | (?P<time> \d{1,2}:\d{2}(?::\d{2})?(?![\w:]) )
  | (?P<compound> \d++(?:[.,]\d++){0,4}+ [-‑]? [^\W\d_](?:[^\W_]|[\u0300-\u036f])*
                  (?: [-‑'’] [^\W_](?:[^\W_]|[\u0300-\u036f])* )* )
  | (?P<number> (?: \d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})++(?!\d) | \d++ ) (?:\.\d++)?+ )
  | (?P<word> [^\W_](?:[^\W_]|[\u0300-\u036f])*
              (?: (?:['’ʼ‘`&]|[-‑]) [^\W_](?:[^\W_]|[\u0300-\u036f])* )* )
  | (?P<quote> ["“”„«»] )
  | (?P<single> ['’‘`] )
  | (?P<punct> \.{2,} | --+ | \S )
    """,
    re.VERBOSE,
)
_KINDS: dict[str, TokenKind] = {
    "acronym": "word", "time": "word", "compound": "word", "number": "number", "word": "word",
    "quote": "quote", "punct": "punct",
}  # fmt: skip
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
    position = start
    while match := _TOKEN.search(text, position, end):
        group = match.lastgroup or "punct"
        position = match.end()
        begin = match.start()
        if group == "single":
            last = tokens[-1] if tokens else None
            if begin not in marks and last and last.end == begin and last.kind == "word":
                tokens[-1] = Token(text[last.start : position], last.start, position, "word")
                continue
            tokens.append(Token(match.group(), begin, position, "quote" if begin in marks else "punct"))
            continue
        kind = _KINDS[group]
        if group == "word" and text.startswith(".", position) and _keeps_stop(text, begin, position, end):
            position += 1
        tokens.append(Token(text[begin:position], begin, position, kind))
    return tuple(tokens)


def _keeps_stop(text: str, start: int, stop: int, end: int) -> bool:
    """Say whether the stop at `stop` belongs to the word before it."""
    if stop + 1 >= end or text[stop + 1] in _AFTER_SENTENCE_STOP or text[stop + 1] == ".":
        return False
    return is_abbreviation(text[start : stop + 1])
