"""The parser of wikitext, without what it does again for every part of a page.

Its nodes pass each part that they are given through `parse_anything`, which imports four modules before it
sees that the part is parsed already: almost half of the time that the parser takes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from mwparserfromhell.wikicode import Wikicode

from tasks.sources.wikitext.parsing.building import build

_NODES = "mwparserfromhell.nodes."
_NAME = "parse_anything"


def parse(markup: str) -> Wikicode:
    """Return a page as the parser has it; bold and italics are left as they are written."""
    return build(markup)


def _unless_parsed(parse_anything: Callable[..., Wikicode]) -> Callable[..., Wikicode]:
    @wraps(parse_anything)
    def parsed(value: Any, *others: Any, **named: Any) -> Wikicode:
        """Return a tree as it is, and anything else as a tree."""
        return value if isinstance(value, Wikicode) else parse_anything(value, *others, **named)

    return parsed


for _module in [one for name, one in sys.modules.items() if name.startswith(_NODES)]:
    if hasattr(_module, _NAME):
        setattr(_module, _NAME, _unless_parsed(getattr(_module, _NAME)))
