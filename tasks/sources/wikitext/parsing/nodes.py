"""Where the parts of a parsed page stand in its markup.

The parser keeps no positions, but each node's text is the markup itself, so they can be counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from mwparserfromhell.nodes import ExternalLink, Heading, Tag, Template, Text, Wikilink
from mwparserfromhell.nodes.extras import Parameter as TemplateParameter
from mwparserfromhell.wikicode import Wikicode

from tasks.sources.wikitext.parsing.plain import PlainTemplate


class Place(NamedTuple):
    """A part of a parsed page and where it starts in the markup."""

    code: Wikicode
    at: int


class Parameter(NamedTuple):
    """A parameter of a template: its name ("1" for the first one without a name) and its value."""

    name: str
    value: Place
    is_named: bool


def markup_of(part: Any) -> str:
    """Return the markup of a node, of a parameter or of what stands in one.

    The parser's own `str` puts it together anew each time, from all that is in it, and a page's parts are
    asked for theirs dozens of times: most of the time that reading a page took.  So each keeps it.
    """
    try:
        kept: str = part.markup_kept_by_casus
    except AttributeError:
        kept = part.markup_kept_by_casus = _put_together(part)
    return kept


def _put_together(part: Any) -> str:
    """Return what `str` does, from the kept markup of what is in the part where that is much."""
    if isinstance(part, Text):
        return part.value
    if isinstance(part, Wikicode):
        return "".join(map(markup_of, part.nodes))
    if isinstance(part, TemplateParameter):
        value = markup_of(part.value)
        return f"{markup_of(part.name)}={value}" if part.showkey else value
    if isinstance(part, Template):
        return "{{" + "|".join(map(markup_of, (part.name, *part.params))) + "}}"
    if isinstance(part, Heading):
        marks = "=" * part.level
        return f"{marks}{markup_of(part.title)}{marks}"
    if isinstance(part, Tag) and not (part.wiki_markup or part.self_closing or part.invalid):
        attributes = "".join(map(str, part.attributes))
        opening = f"<{markup_of(part.tag)}{attributes}{part.padding}>"
        return f"{opening}{markup_of(part.contents)}</{part.closing_tag}>"
    return str(part)


def tags_and_templates(code: Wikicode) -> Iterator[Tag | Template]:
    """Yield each `<tag>` and template in a part of the page, at any depth, in the order of the markup.

    Lists and tables, too, are tags to the parser.
    """
    for node in code.nodes:
        if isinstance(node, Text):
            continue
        inside = markup_of(node)
        if isinstance(node, Tag | Template):
            yield node
            if isinstance(node, PlainTemplate):
                continue  # of nothing but words
            inside = inside[2:]
        if "<" in inside or "{{" in inside:
            for inner in _parts(node):
                yield from tags_and_templates(inner)


def _parts(node: Any) -> Iterable[Wikicode]:
    """Return the parts of a node; of a tag without attributes its contents alone, for its name is a word."""
    if isinstance(node, Tag) and not (node.attributes or node.wiki_markup or node.self_closing):
        return (node.contents,)
    parts: Iterable[Wikicode] = node.__children__()
    return parts


def located(place: Place) -> Iterator[tuple[Any, int]]:
    """Yield each node of a part and where it starts."""
    at = place.at
    for node in place.code.nodes:
        yield node, at
        at += len(markup_of(node))


def parameters(template: Template, at: int) -> Iterable[Parameter]:
    """Return the parameters of a template that starts at `at`, in their order."""
    at += 2 + len(markup_of(template.name))
    if isinstance(template, PlainTemplate):
        return _plain_parameters(template, at)
    return _parameters(template, at)


def _parameters(template: Template, at: int) -> Iterator[Parameter]:
    for parameter in template.params:
        at += 1
        start = at + (len(markup_of(parameter.name)) + 1 if parameter.showkey else 0)
        value = Place(parameter.value, start)
        yield Parameter(markup_of(parameter.name).strip(), value, bool(parameter.showkey))
        at += len(markup_of(parameter))


def _plain_parameters(template: PlainTemplate, at: int) -> list[Parameter]:
    unnamed = 0
    found = []
    for key, value in template.values:
        if key is None:
            unnamed += 1
            name, at = str(unnamed), at + 1
        else:
            name, at = key.strip(), at + 2 + len(key)
        found.append(Parameter(name, Place(value, at), key is not None))
        at += len(value.markup_kept_by_casus)
    return found


def link_label(link: Wikilink, at: int) -> Place:
    """Return the words that a link shows: its label, or else its target."""
    if link.text is None:
        return Place(link.title, at + 2)
    return Place(link.text, at + 3 + len(markup_of(link.title)))


def external_label(link: ExternalLink, at: int) -> Place | None:
    """Return the words of an external link in brackets, or None if it has none."""
    if link.title is None:
        return None
    blank = 0 if link.suppress_space else 1
    return Place(link.title, at + 1 + len(markup_of(link.url)) + blank)


def heading_title(heading: Heading, at: int) -> Place:
    """Return the words of a heading."""
    return Place(heading.title, at + heading.level)


def tag_contents(tag: Tag, at: int) -> Place | None:
    """Return what stands between the ends of a tag, or None if it has no content."""
    if tag.contents is None or tag.self_closing:
        return None
    closing = (tag.closing_wiki_markup or "") if tag.wiki_markup else f"</{markup_of(tag.closing_tag)}>"
    return Place(tag.contents, at + len(markup_of(tag)) - len(str(closing)) - len(markup_of(tag.contents)))


def attribute(tag: Tag, name: str) -> str:
    """Return the value of a tag's attribute without blanks around it; "" if it has none."""
    for one in tag.attributes:
        if markup_of(one.name).strip().casefold() == name:
            return "" if one.value is None else markup_of(one.value).strip().strip("\"'").strip()
    return ""
