"""What a lossy rendering left of markup in the text: recognised, kept out of sentences, logged.

The characters stay in the canonical text, so that offsets are those of the raw file.
"""

from __future__ import annotations

import re

from tasks.sources.residue import find_residue

_FILE = r"[^\s\[\]]{1,200}\.(?:jpe?g|png|svg|gif|tiff?|webm|og[gv]|webp)"
# Dabiqof.png On 28 September ...
_FILE_NAME = re.compile(rf"{_FILE}(?=\s|\||$)\s*", re.IGNORECASE)
# ... (Kennedy bridge) in Hamburg]] ; --> }} ; the rest of a caption or a template that was cut off
_CUT_OFF = re.compile(r"[^\[\]{}]{0,600}?(?:\]\]|\}\}|-->)[\s\]},.|]*", re.DOTALL)
_SPLINTER = re.compile(r"(?:'s?'\s|,\s|\.\s|\)\s|\||''+)\s*")
_TABLE = re.compile(r"(?:\{\||\|[-}+|]|\||!\s|thumb\||File:|Image:|Category:)", re.IGNORECASE)
_HATNOTE = re.compile(
    r"(?:Main articles?|See also|Further information|For (?:the|a|other|more)\b[^.]{0,120}, see|Not to be confused with"
    r"|Details?|Part of (?:a series on|the))\s*:",
)


def residue_end(text: str, start: int, end: int) -> int:
    """Return where the prose of the paragraph `text[start:end]` begins, after left-over markup.

    Equal to `start` where there is none, to `end` where nothing but left-overs is there.
    """
    if _TABLE.match(text, start, end):
        return end
    position = start
    while position < end:
        match = _FILE_NAME.match(text, position, end) or _CUT_OFF.match(text, position, end)
        if not match or match.end() == position:
            break
        position = match.end()
    return position


def is_hatnote(text: str, start: int, end: int) -> bool:
    """Say whether a paragraph only leads to another article ("Main article: ...")."""
    return _HATNOTE.match(text, start, end) is not None


def inner_residue(passage: str) -> str | None:
    """Return left-over markup within a passage that stays a sentence, or None."""
    return find_residue(passage)
