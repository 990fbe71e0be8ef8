"""From a flow to lines: blanks, paragraphs, list items; nothing of the markup is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.sources.wikitext.flow import Piece
from tasks.sources.wikitext.signals import BLOCK, COMMENT, DROPPED, INDENT, ITEM, LINE

# Blanks, line breaks and signals in a row; not the one blank between two words, which stays as it is.
_GAP = re.compile(r"[\s\x01-\x06](?:[\s\x01-\x06]+|(?<! )|(?<=\A )|\Z)")
_COMMENT_LINE = re.compile(r"\n[ \t]*\x05[ \t\x05]*(?=\n)")
_EMPTY_LINE = re.compile(r"\n[ \t\x01\x05]*\n")
_IN_BRACKETS = re.compile(r"[(\[][\s;,\x01]{0,40}[)\]]")
_AFTER_OPENING = re.compile(r"[(\[]([\s;,\x01]{1,40})")
_CLOSING = re.compile(r"[)\]]")
_BEFORE_CLOSING = re.compile(r"[\s;,\x01]{1,40}\Z")
_LONGEST = 40
_CLOSERS = ",.;:!?)]%’”"

# What must not be left anywhere; the same that `tasks.validate.checks.markup` looks for, and more.
_REMAINS = re.compile(
    r"^[ \t]*(?:\{\||\|[-}+]|\|)[^\n]{0,400}$|\{\{+|\}\}+|\[\[+|\]\]+|\{\||\|\}|<!--|-->"
    r"|</?[a-zA-Z][^<>\n]{0,200}>|</|<(?=ref|br)|&(?:nbsp|lt);|'''+|\|",
    re.MULTILINE | re.IGNORECASE,
)
# One of these, or three apostrophes, stands in whatever may remain; in most texts none does.
_MARKUP = re.compile(r"[{}|\[\]<>&]")
_ANY_REMAINS = re.compile(
    r"\{(?=[{|])|\}(?=\})|\[(?=\[)|\](?=\])|\||'(?='')|<(?=/|ref|br|!--)|&(?=nbsp;|lt;)", re.I
)
_BAR = "¦"  # how a vertical bar is written, so that a "|" left anywhere always means markup
_ROUNDS = 8


def lay_out_body(piece: Piece) -> tuple[Piece, list[str]]:
    """Return the text as lines, one a paragraph, heading or list item, and what markup was left in it.

    A heading has an empty line before it. There is no line break at the start and at the end.
    """
    clean, remains = _without_remains(piece)
    clean = clean.edit(_bracket_edits(clean.text))
    return _bare(clean.edit(_gap_edits(clean.text))), remains


def lay_out_value(piece: Piece) -> tuple[Piece, list[str]]:
    """Return the text as one line, the parts of lists parted by "; " and lines by ", ", and remains.

    It has no sections: a heading in it is words like any other.
    """
    clean, remains = _without_remains(piece)
    clean = clean.edit(_bracket_edits(clean.text))
    line = _bare(clean.edit(_value_edits(clean.text)))
    marks = tuple(mark for mark in line.marks if not mark.kind.startswith("heading"))
    return Piece(line.text, line.offsets, marks), remains


def _without_remains(piece: Piece) -> tuple[Piece, list[str]]:
    """Return the text without markup that the parser could not read, and the first pieces of it."""
    remains: list[str] = []
    if not (_MARKUP.search(piece.text) or "'''" in piece.text):
        return piece, remains
    for _ in range(_ROUNDS):
        found = list(_REMAINS.finditer(piece.text))
        if not found:
            return piece, remains
        remains.extend(match.group() for match in found if match.group() != "|")
        piece = piece.edit(
            (match.start(), match.end(), _BAR if match.group() == "|" else DROPPED) for match in found
        )
    return _bare(piece), remains


def _bare(piece: Piece) -> Piece:
    """Return the text without anything that could be taken for markup, whatever it takes."""
    while found := [match.span() for match in _ANY_REMAINS.finditer(piece.text)]:
        piece = piece.edit((start, end, "") for start, end in found)
    return piece


def _bracket_edits(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the edits that close brackets whose content was left out, wholly or at an end."""
    spans = [match.span() for match in _IN_BRACKETS.finditer(text)]
    spans += [match.span(1) for match in _AFTER_OPENING.finditer(text)]
    for closing in _CLOSING.finditer(text):
        at = closing.start()
        before = _BEFORE_CLOSING.search(text, max(0, at - _LONGEST), at)
        spans += [before.span()] if before else []
    last = 0
    for start, end in sorted(spans):
        if start >= last and DROPPED in text[start:end]:
            yield start, end, DROPPED
            last = end


def _gap_edits(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the edits that make blanks, line breaks and signals to one blank or one line break."""
    in_item = False
    for match in _GAP.finditer(text):
        gap = match.group()
        is_edge = match.start() == 0 or match.end() == len(text)
        breaks, begins = _kind(gap, in_item)
        in_item = bool(begins) or (in_item and not breaks)
        is_heading = text.startswith("==", match.end())
        if breaks:
            new = "" if is_edge else ("\n\n" if is_heading else "\n")
            new += "- " if begins == ITEM and match.end() < len(text) else ""
        elif is_edge:
            new = ""
        else:
            new = _within_line(gap, text[match.end()], text[match.start() - 1])
        if new != gap:
            yield match.start(), match.end(), new


def _kind(gap: str, in_item: bool) -> tuple[bool, str]:
    """Say whether a gap ends the line, and whether a list item or an indented line begins after it."""
    if gap == " ":
        return False, ""
    gap = _COMMENT_LINE.sub("", gap)
    begins = ITEM if ITEM in gap else INDENT if INDENT in gap else ""
    if begins:
        return True, begins if max(gap.rfind(BLOCK), gap.rfind("\n")) < gap.rfind(begins) else ""
    return BLOCK in gap or LINE in gap or (in_item and "\n" in gap) or bool(_EMPTY_LINE.search(gap)), ""


def _within_line(gap: str, following: str, before: str) -> str:
    if gap == " ":
        return gap
    if not gap.strip(DROPPED + COMMENT):
        return ""
    if DROPPED in gap and (following in _CLOSERS or before in "(["):
        return ""
    return " "


def _value_edits(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the edits that make one line of a value."""
    in_item = text.startswith(ITEM)
    for match in _GAP.finditer(text):
        gap = match.group()
        if in_item and "\n" in _COMMENT_LINE.sub("", gap) and ITEM not in gap:
            gap, in_item = gap + BLOCK, False
        in_item = in_item or ITEM in gap
        if match.start() == 0 or match.end() == len(text):
            new = ""
        else:
            new = _between(gap, text[max(0, match.start() - 12) : match.start()], text[match.end()])
        yield match.start(), match.end(), new


def _between(gap: str, before: str, following: str) -> str:
    """Return what parts the words before a gap of a value and those after it."""
    last = before[-1]
    if ITEM in gap or INDENT in gap or BLOCK in gap or _EMPTY_LINE.search(_COMMENT_LINE.sub("", gap)):
        return " " if last in ":;,([" else "; "
    if LINE in gap:
        if last in ":;,([–—&" or following in "(–—&" or _goes_on(before):
            return " "
        return ", "
    return _within_line(gap, following, last)


def _goes_on(before: str) -> bool:
    """Say whether the words cannot be the end of a part ("near", "and", "of the")."""
    return re.search(r"(?:^|\W)(?:and|or|of|the|at|in|near|to|from|by|with|for|a|an|on)$", before) is not None
