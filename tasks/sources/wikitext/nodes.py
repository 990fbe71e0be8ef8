"""Where the parts of a parsed page stand in its markup.

The parser keeps no positions, but each node's text is the markup itself, so they can be counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mwparserfromhell.nodes import ExternalLink, Heading, Tag, Template, Wikilink
from mwparserfromhell.wikicode import Wikicode


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a parsed page and where it starts in the markup."""

    code: Wikicode
    at: int


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a template: its name ("1" for the first one without a name) and its value."""

    name: str
    value: Place
    is_named: bool


def located(place: Place) -> Iterator[tuple[Any, int]]:
    """Yield each node of a part and where it starts."""
    at = place.at
    for node in place.code.nodes:
        yield node, at
        at += len(str(node))


def parameters(template: Template, at: int) -> Iterator[Parameter]:
    """Yield the parameters of a template that starts at `at`, in their order."""
    at += 2 + len(str(template.name))
    for parameter in template.params:
        at += 1
        start = at + (len(str(parameter.name)) + 1 if parameter.showkey else 0)
        value = Place(parameter.value, start)
        yield Parameter(str(parameter.name).strip(), value, bool(parameter.showkey))
        at += len(str(parameter))


def link_label(link: Wikilink, at: int) -> Place:
    """Return the words that a link shows: its label, or else its target."""
    if link.text is None:
        return Place(link.title, at + 2)
    return Place(link.text, at + 3 + len(str(link.title)))


def external_label(link: ExternalLink, at: int) -> Place | None:
    """Return the words of an external link in brackets, or None if it has none."""
    if link.title is None:
        return None
    blank = 0 if link.suppress_space else 1
    return Place(link.title, at + 1 + len(str(link.url)) + blank)


def heading_title(heading: Heading, at: int) -> Place:
    """Return the words of a heading."""
    return Place(heading.title, at + heading.level)


def tag_contents(tag: Tag, at: int) -> Place | None:
    """Return what stands between the ends of a tag, or None if it has no content."""
    if tag.contents is None or tag.self_closing:
        return None
    closing = (tag.closing_wiki_markup or "") if tag.wiki_markup else f"</{tag.closing_tag}>"
    return Place(tag.contents, at + len(str(tag)) - len(str(closing)) - len(str(tag.contents)))


def attribute(tag: Tag, name: str) -> str:
    """Return the value of a tag's attribute without blanks around it; "" if it has none."""
    for one in tag.attributes:
        if str(one.name).strip().casefold() == name:
            return "" if one.value is None else str(one.value).strip().strip("\"'").strip()
    return ""
