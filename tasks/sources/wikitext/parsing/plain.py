"""Parts of a page that hold nothing but words: most templates, above all those of references.

Such a part keeps its words, and makes nodes of them only where somebody asks for nodes: a reference has ten
parameters, each of which would be five objects, and few are ever asked for more than their words.
"""

from __future__ import annotations

from typing import Any

from mwparserfromhell.nodes import ExternalLink, Template, Text
from mwparserfromhell.nodes.extras import Parameter
from mwparserfromhell.wikicode import Wikicode

# The package says nothing of the types of its base classes.
_Wikicode: Any = Wikicode
_Template: Any = Template


class Words(_Wikicode):  # type: ignore[misc]
    """What stands in a part of a page, where that is one text or nothing."""

    def __init__(self, words: str) -> None:
        self.markup_kept_by_casus = words

    def __getattr__(self, name: str) -> Any:
        """Make the nodes when they are first asked for."""
        if name != "_nodes":
            raise AttributeError(name)
        self._nodes = self._made()
        return self._nodes

    def _made(self) -> list[Any]:
        words = self.markup_kept_by_casus
        return [text_of(words)] if words else []


class Address(Words):
    """What stands in a part of a page, where that is a URL without brackets."""

    def _made(self) -> list[Any]:
        return [ExternalLink(Words(self.markup_kept_by_casus), brackets=False)]


class PlainTemplate(_Template):  # type: ignore[misc]
    """A template whose name and parameters are words.

    Attributes:
        values: of each parameter its name, None for one without, and its value.
    """

    def __init__(self, name: str, values: list[tuple[str | None, Words]]) -> None:
        self._name, self.values = Words(name), values
        parts = [name]
        for key, value in values:
            words = value.markup_kept_by_casus
            parts.append(words if key is None else f"{key}={words}")
        self.markup_kept_by_casus = "{{" + "|".join(parts) + "}}"

    def __getattr__(self, name: str) -> Any:
        """Make the parameters when they are first asked for."""
        if name != "_params":
            raise AttributeError(name)
        params: list[Any] = []
        unnamed = 0
        for key, value in self.values:
            unnamed += key is None
            params.append(_parameter(str(unnamed) if key is None else key, value, key is not None))
        self._params = params
        return params


def text_of(words: str) -> Any:
    """Return a node of text."""
    text: Any = Text.__new__(Text)
    text._value = text.markup_kept_by_casus = words
    return text


def _parameter(name: str, value: Words, has_key: bool) -> Any:
    parameter: Any = Parameter.__new__(Parameter)
    parameter._name, parameter._value, parameter._showkey = Words(name), value, has_key
    words = value.markup_kept_by_casus
    parameter.markup_kept_by_casus = f"{name}={words}" if has_key else words
    return parameter
