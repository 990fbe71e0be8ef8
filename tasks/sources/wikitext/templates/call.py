"""A template as it is called in the markup: its name and its arguments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from mwparserfromhell.nodes import Template

from tasks.model.value import value
from tasks.sources.wikitext.parsing.nodes import Parameter, Place, markup_of, parameters

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLANKS = re.compile(r"[\s_]+")


@value(frozen=True, slots=True)
class Call:
    """A template in the markup.

    Attributes:
        name: in lower case, with single blanks, without "template:".
        argument: what the lexicon says about which argument is shown, "" if nothing.
        arguments: by name, the first one without a name under "1"; of two with one name the last.
        at: where it starts in the markup.
        raw: its markup.
        filled: the values of the arguments that are not empty.
    """

    name: str
    argument: str
    arguments: Mapping[str, Parameter]
    at: int
    raw: str
    filled: Mapping[str, Place]

    def place(self, *names: str) -> Place | None:
        """Return the first of these arguments that is there and not empty."""
        for name in names:
            found = self.filled.get(name)
            if found is not None:
                return found
        return None

    def has(self, name: str) -> bool:
        """Say whether an argument is there and says neither nothing nor no."""
        place = self.place(name)
        return place is not None and markup_of(place.code).strip().casefold() not in {"no", "n", "off", "0"}

    def positional(self) -> list[Place]:
        """Return the arguments without names, in order, empty ones too."""
        numbered = [
            (int(name), one) for name, one in self.arguments.items() if name.isascii() and name.isdigit()
        ]
        return [one.value for _, one in sorted(numbered, key=lambda pair: pair[0])]


@lru_cache(maxsize=4096)
def folded_name(name: str) -> str:
    """Return a template's name as names are compared."""
    folded = _BLANKS.sub(" ", _COMMENT.sub("", name)).strip().casefold()
    return folded.removeprefix("template:").strip()


def cited(template: Any) -> Call:
    """Return the call of a cite template, with places from its own start on; each is asked for it twice."""
    try:
        kept: Call = template.call_kept_by_casus
    except AttributeError:
        kept = template.call_kept_by_casus = call_of(template, 0)
    return kept


def call_of(template: Template, at: int, argument: str = "") -> Call:
    """Return the call that a template node, which starts at `at`, makes."""
    found = {parameter.name: parameter for parameter in parameters(template, at)}
    filled = {}
    for name, one in found.items():
        words = markup_of(one.value.code)
        if words and not words.isspace():
            filled[name] = one.value
    return Call(folded_name(markup_of(template.name)), argument, found, at, markup_of(template), filled)
