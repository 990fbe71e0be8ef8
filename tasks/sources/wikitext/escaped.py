"""Markup that somebody escaped as for XML (`&lt;ref&gt;`) and saved so."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from tasks.sources.wikitext.offsets import Offsets

_ESCAPED = re.compile(r"&lt;(?:ref\b|br\b|!--|/ref|small|nowiki)", re.IGNORECASE)
_REAL = re.compile(r"<[a-zA-Z/!]")
_ENTITY = re.compile(r"&(lt|gt|quot|amp|apos|#39);")
_CHARS = {"lt": "<", "gt": ">", "quot": '"', "amp": "&", "apos": "'", "#39": "'"}


@dataclass(frozen=True, slots=True)
class Source:
    """Markup to read, and how it differs from what was given."""

    text: str
    was_escaped: bool
    _starts: tuple[int, ...] = ()  # positions in the text after each character that was escaped ...
    _shifts: tuple[int, ...] = ()  # ... and how much further the original is from there on

    def original(self, offsets: Offsets) -> Offsets:
        """Return offsets in the given markup for offsets in this one."""
        if not self._starts:
            return offsets
        shifts = (0, *self._shifts)
        found = Offsets()
        for at, count, step in offsets.runs():
            for offset in range(at, at + count) if step else (at,) * count:
                found.add(offset + shifts[bisect_right(self._starts, offset)], 1)
        return found


def unescaped(markup: str) -> Source:
    """Return the markup as it was before somebody escaped it; unchanged if nobody did."""
    if not _ESCAPED.search(markup) or _REAL.search(markup):
        return Source(markup, False)
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    position = length = shift = 0
    for match in _ENTITY.finditer(markup):
        parts.append(markup[position : match.start()] + _CHARS[match.group(1)])
        length += match.start() - position + 1
        shift += len(match.group()) - 1
        starts.append(length)
        shifts.append(shift)
        position = match.end()
    parts.append(markup[position:])
    return Source("".join(parts), True, tuple(starts), tuple(shifts))
