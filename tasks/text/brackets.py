"""Round and square brackets that are closed within their paragraph."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"[()\[\]]")
_LONGEST = 600  # characters; a bracket that closes later was closed by another's mark
_OPENER = {")": "(", "]": "["}


def closed_brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the outermost closed brackets of `text[start:end]`, brackets included, in text order.

    A bracket that nothing closes shields nothing; a closing one without an opening one is passed over.
    """
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:  # a faster look
        return []
    stack: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text, start, end):
        mark = match.group()
        if mark in "([":
            stack.append((mark, match.start()))
            continue
        if stack and stack[-1][0] == _OPENER[mark]:
            opened = stack.pop()[1]
            if match.end() - opened > _LONGEST:
                continue
            while found and found[-1][0] > opened:
                found.pop()
            found.append((opened, match.end()))
    return found
