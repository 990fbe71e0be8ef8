"""What a lossy rendering left of markup in a paragraph: recognised, kept out of sentences, logged.

The characters stay in the canonical text, so that offsets are those of the raw file. What is known
here: names of image files, captions whose opening brackets are lost ("... in Hamburg]]"), ends of
templates and comments ("--> }}"), and rows of tables.
"""

from __future__ import annotations

import re

_FILE = r"(?:(?:File|Image):)?[^\s\[\]|]{1,200}\.(?:jpe?g|png|svg|gif|tiff?|webm|og[gv]|webp)\b\.?(?![\w/])"
_TRACE = re.compile(rf"(?P<file>(?<!\S){_FILE})|(?P<opening>\[\[|\{{\{{)|\]\]|\}}\}}|-->", re.IGNORECASE)
_MARKS = ("[[", "{{", "]]", "}}", "-->")  # of a trace
_FILE_END = re.compile(r"\.(?:jp|png|svg|gif|tif|web|og)", re.IGNORECASE)
_CLOSE = re.compile(r"\]\]|\[\[|\n")
_TRAIL = re.compile(r"[\s\]}|]*(?:[,.;:](?=\s))?\s*")
_ROW = re.compile(r"\{\||\|[-}+|]|\||\+[-=+]{3}|!\s|thumb\||(?:File|Image|Category):\S", re.IGNORECASE)
_HATNOTE = re.compile(
    r"(?:Main articles?|See also|Further information|Further reading|Details|Part of a series on"
    r"|For (?:the|a|an|other|more|details|further)\b[^.:]{0,120}, see)\s*:"
)
_CAPTION = 600  # characters; longer than captions are
_SENTENCE_START = re.compile(r"[.!?][\"”’)]{0,2}\s+")


def is_table_row(text: str, start: int, end: int) -> bool:
    """Say whether a line is a row of a table or the rest of an image link."""
    return _ROW.match(text, start, end) is not None


def is_hatnote(text: str, start: int, end: int) -> bool:
    """Say whether a paragraph only leads to another article ("Main article: ...")."""
    return _HATNOTE.match(text, start, end) is not None


def may_have_residues(text: str) -> bool:
    """Say whether a text holds letters that left-over markup has: the whole of most articles does not."""
    return any(map(text.__contains__, _MARKS)) or _FILE_END.search(text) is not None


def find_residues(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the passages of the paragraph `text[start:end]` that are left-over markup, in text order.

    Markup whose both ends are there ("[[Syria]]") is none of them: the words in it belong to the
    sentence.
    """
    found: list[tuple[int, int]] = []
    if not may_have_residues(text[start:end]):
        return found
    begin = start  # where prose may begin
    is_opened = False
    position = start
    while match := _TRACE.search(text, position, end):
        position = match.end()
        if match.group("opening"):
            is_opened = True
            continue
        if match.group("file"):
            stop = _caption_end(text, position, end)
            found.append((match.start(), stop))
        elif is_opened:
            is_opened = False
            continue
        else:
            stop = _after(text, position, end)
            found.append((_caption_start(text, begin, match.start()), stop))
        begin = position = stop
    return found


def _caption_end(text: str, position: int, end: int) -> int:
    """Return where the caption after a file's name ends; after the name itself if it has none."""
    bound = min(end, position + _CAPTION)
    close = _CLOSE.search(text, position, bound)
    if close and close.group() == "]]":
        after = text[position : close.start()].lstrip()
        is_prose = after[:1].isupper() and _SENTENCE_START.search(after)
        if not is_prose:
            return _after(text, close.end(), end)
    return _after(text, position, end)


def _caption_start(text: str, begin: int, close: int) -> int:
    """Return where a caption starts whose end is at `close` and whose beginning is lost.

    A paragraph that begins with a small letter or a mark begins within the caption; one that begins
    like a sentence has the caption after its last sentence.
    """
    first = text[begin:close].lstrip()[:1]
    if not (first.isupper() or first.isdigit() or first in "\"“'‘("):
        return begin
    last = begin
    for stop in _SENTENCE_START.finditer(text, begin, close):
        last = stop.end()
    return last


def _after(text: str, position: int, end: int) -> int:
    trail = _TRAIL.match(text, position, end)
    return trail.end() if trail else position
