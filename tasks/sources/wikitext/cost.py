"""What a page's markup will cost to parse, told in one linear pass.

The parser tries each opening mark, and where the closing one is missing it goes back and tries again:
its time grows with the square of the unclosed marks (and of marks nested deeper than it follows). Such
pages are refused or given to a process that can be stopped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<nowiki>.*?(?:</nowiki>|\Z)"
    r"|\{\{|\}\}|\{\||\|\}|\[\[|\]\]|\[(?=(?:[a-z]{2,9}:)?//)|(?<=[\w/])\]|</?[a-zA-Z][a-zA-Z0-9]*|/?>",
    re.DOTALL | re.IGNORECASE,
)
_CLOSES = {"}}": "{{", "]]": "[[", "|}": "{|"}
_SINGLE = {"br", "hr", "li", "dt", "dd", "p", "tr", "td", "th", "wbr", "img", "nowiki"}
_BACK = 12  # how far down a closing mark looks for its opening one


@dataclass(frozen=True, slots=True)
class Cost:
    """How hard a page is to parse.

    Attributes:
        unclosed: opening marks without a closing one.
        depth: the deepest nesting.
    """

    unclosed: int
    depth: int


def cost_of(markup: str) -> Cost:
    """Return what the page will cost; in time linear in its length."""
    stack: list[str] = []
    unclosed = depth = 0
    in_tag = ""
    for match in _TOKEN.finditer(markup):
        token = match.group()
        if token.startswith("<!--"):
            unclosed += 0 if token.endswith("-->") else token.count("<!--")
        elif token[:8].casefold() == "<nowiki>":
            unclosed += 0 if token.casefold().endswith("</nowiki>") else token.casefold().count("<nowiki>")
        elif token in {">", "/>"}:
            if in_tag and token == ">" and not in_tag.startswith("/") and in_tag not in _SINGLE:
                stack.append("<" + in_tag)
            elif in_tag.startswith("/"):
                unclosed += _close(stack, "<" + in_tag[1:])
            in_tag = ""
        elif token.startswith("<"):
            unclosed += bool(in_tag)
            in_tag = token[1:].casefold()
        elif token in _CLOSES:
            unclosed += _close(stack, _CLOSES[token])
        elif token == "]":
            unclosed += _close(stack, "[") if "[" in stack[-_BACK:] else 0
        else:
            stack.append(token)
        depth = max(depth, len(stack))
    return Cost(unclosed + len(stack) + bool(in_tag), depth)


def _close(stack: list[str], opening: str) -> int:
    """Take the nearest such opening mark off the stack; return how many marks above it stay unclosed."""
    for back in range(1, min(_BACK, len(stack)) + 1):
        if stack[-back] == opening:
            del stack[-back:]
            return back - 1
    return 0
