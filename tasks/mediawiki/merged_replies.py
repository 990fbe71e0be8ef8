"""Several replies of the API as one: what belongs to one page comes together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Merged:
    """The answer to a question, as far as it has come.

    Attributes:
        pages: by page id, or by title where there is no page.
        others: everything else of the replies' `query` ("redirects", "general", ...).
    """

    def __init__(self) -> None:
        self.pages: dict[int | str, dict[str, Any]] = {}
        self.others: dict[str, Any] = {}

    def add(self, query: Mapping[str, Any]) -> None:
        """Take in the `query` of one reply."""
        for name, value in query.items():
            if name == "pages":
                for page in value:
                    key = page.get("pageid") or page.get("title", "")
                    _join(self.pages.setdefault(key, {}), page)
            else:
                _join(self.others, {name: value})

    def pairs(self, name: str) -> dict[str, str]:
        """Return what the wiki did to titles ("normalized", "redirects"), from title to title."""
        return {pair["from"]: pair["to"] for pair in self.others.get(name, ())}


def _join(known: dict[str, Any], new: Mapping[str, Any]) -> None:
    """Add what is new: lists grow, objects grow, and of two values the later stays."""
    for name, value in new.items():
        old = known.get(name)
        if isinstance(old, list) and isinstance(value, list):
            old.extend(value)
        elif isinstance(old, dict) and isinstance(value, dict):
            _join(old, value)
        else:
            known[name] = value
