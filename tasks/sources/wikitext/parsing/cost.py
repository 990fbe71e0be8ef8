"""What a page's markup will cost to parse, told in one linear pass.

The parser tries each opening mark, and where the closing one is missing it goes back and tries again:
its time grows with the square of the unclosed marks (and of marks nested deeper than it follows). Such
pages are refused or given to a process that can be stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# A comment or nowiki that is closed hides what is in it; of one that is not, only the opening mark counts.
_TOKEN = re.compile(
    r"<!--|<nowiki>|\{\{|\}\}|\{\||\|\}|\[\[|\]\]|\[(?=[a-z]{2,12}:|//)|\]|</?[a-zA-Z][a-zA-Z0-9]*|/>|>",
    re.IGNORECASE,
)
_HIDES = {"<!--": "-->", "<nowiki>": "</nowiki>"}
_MARK_COST = 20  # characters that take as long as one mark
_CLOSES = {"}}": "{{", "]]": "[[", "|}": "{|", "]": "["}
_OPENS = frozenset(_CLOSES.values())
_SINGLE = {"br", "hr", "li", "dt", "dd", "p", "tr", "td", "th", "wbr", "img"}
_BACK = 12  # how far down a closing mark looks for its opening one


@dataclass(frozen=True, slots=True)
class Cost:
    """How hard a page is to parse.

    Attributes:
        length: of the page, in characters.
        marks: opening and closing marks.
        unclosed: opening marks without a closing one.
        depth: the deepest nesting.
    """

    length: int
    marks: int
    unclosed: int
    depth: int

    @property
    def work(self) -> int:
        """Roughly the characters to read, anew from each unclosed mark; about a million a second."""
        return (self.length + _MARK_COST * self.marks) * (1 + self.unclosed)


def cost_of(markup: str) -> Cost:
    """Return what the page will cost; in time linear in its length."""
    scan = _Scan()
    for token in _tokens(markup):
        scan.take(token)
    return Cost(len(markup), scan.marks, scan.unclosed + len(scan.stack) + bool(scan.in_tag), scan.depth)


def _tokens(markup: str) -> Iterable[str]:
    """Return the marks in their order, of what is hidden between two marks both as one."""
    if any(hides in markup for hides in ("<!--", "<n", "<N")):
        return _seen_tokens(markup)
    return _TOKEN.findall(markup)


def _seen_tokens(markup: str) -> Iterator[str]:
    position = 0
    last = {"-->": markup.rfind("-->"), "</nowiki>": markup.casefold().rfind("</nowiki>")}
    while match := _TOKEN.search(markup, position):
        token, position = match.group(), match.end()
        closing = _HIDES.get(token.casefold())
        if closing and position <= last[closing]:
            position = _end_of(markup, closing, position)
            token += closing
        yield token


class _Scan:
    """What is open while the marks are read in order."""

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.marks = self.unclosed = self.depth = 0
        self.in_tag = ""  # name of a tag whose ">" has not come yet, with "/" if it closes

    def take(self, token: str) -> None:
        """Count one mark of the markup."""
        self.marks += 1
        if token in _OPENS:
            self._open(token)
        elif token in _CLOSES:
            self.unclosed += _close(self.stack, _CLOSES[token])
        elif token in {">", "/>"}:
            self._end_tag(token)
        elif token.startswith("<!--"):
            self.unclosed += not token.endswith("-->")
        elif token[:8].casefold() == "<nowiki>":
            self.unclosed += token.casefold() == "<nowiki>"
        else:  # the beginning of a tag
            self.unclosed += bool(self.in_tag)
            self.in_tag = token[1:].casefold()

    def _open(self, token: str) -> None:
        self.stack.append(token)
        self.depth = max(self.depth, len(self.stack))

    def _end_tag(self, token: str) -> None:
        name, self.in_tag = self.in_tag, ""
        if name.startswith("/"):
            self.unclosed += _close(self.stack, "<" + name[1:])
        elif name and token == ">" and name not in _SINGLE:
            self._open("<" + name)


def _end_of(markup: str, closing: str, position: int) -> int:
    """Return where the next such closing mark ends."""
    found = re.compile(re.escape(closing), re.IGNORECASE).search(markup, position)
    return found.end() if found else position


def _close(stack: list[str], opening: str) -> int:
    """Take the nearest such opening mark off the stack; return how many marks above it stay unclosed."""
    for back in range(1, min(_BACK, len(stack)) + 1):
        if stack[-back] == opening:
            del stack[-back:]
            return back - 1
    return 0
