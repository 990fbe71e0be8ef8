"""Tokens: words, numbers and marks of a sentence with their offsets."""

from __future__ import annotations

import re
from collections.abc import Collection

from tasks.model.document import Token, TokenKind
from tasks.text.sentences import is_abbreviation

_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*+"
_WORD = rf"{_LETTERS}(?:['’ʼ‘`&‑-]{_LETTERS})*+"
# Plain words come first because nearly all tokens are; what has a stop inside is left to the others.
_TOKEN = re.compile(
    rf"""
    (?P<word> (?=[^\W\d_]) {_WORD} (?!\.\w) )
  | (?P<acronym> (?:[A-Z][a-z]?\.|[a-z]\.){{2,}} (?:[-‑][^\W_]+)* (?:['’]s(?!\w))?
               | (?:[A-Z]\.)+[A-Z](?!\w) )
  | (?P<time> \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\w:]) )
  | (?P<compound> \d++(?:[.,]\d++){{0,4}}+ [-‑]? (?=[^\W\d_]) {_WORD} )
  | (?P<number> (?: \d{{1,3}}(?:[,\u00a0\u202f\u2009]\d{{3}})++(?!\d) | \d++ ) (?:\.\d++)?+ )
  | (?P<stopped> {_WORD} )
  | (?P<quote> ["“”„«»] )
  | (?P<single> ['’‘`] )
  | (?P<punct> \.{{2,}}+ | --+ | \S )
    """,
    re.VERBOSE,
)
_KINDS: dict[str, TokenKind] = {
    "word": "word", "acronym": "word", "time": "word", "compound": "word", "number": "number",
    "stopped": "word", "quote": "quote", "punct": "punct",
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
    for match in _TOKEN.finditer(text, start, end):
        group = match.lastgroup or "punct"
        if group == "word":  # nearly all are
            tokens.append(Token(match.group(), match.start(), match.end(), "word"))
            continue
        begin, stop = match.span()
        kind = _KINDS.get(group)
        if kind is None:  # a single mark: of a quotation, or an apostrophe
            kind = "quote" if begin in marks else "punct"
        if kind == "punct" and tokens and tokens[-1].end == begin:
            last = tokens[-1]
            if last.kind == "word" and (group == "single" or _keeps_stop(text, last.start, begin, stop, end)):
                tokens[-1] = Token(text[last.start : stop], last.start, stop, "word")
                continue
        tokens.append(Token(match.group(), begin, stop, kind))
    return tuple(tokens)


def _keeps_stop(text: str, start: int, at: int, stop: int, end: int) -> bool:
    """Say whether the mark `text[at:stop]` is a stop that belongs to the word that starts at `start`."""
    if text[at:stop] != "." or stop >= end or text[stop] in _AFTER_SENTENCE_STOP:
        return False
    return is_abbreviation(text[start:stop])
