"""What a reader sees of a template, by its treatment in the lexicon `templates`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mwparserfromhell.nodes import Template

from tasks.sources.wikitext.citations import short_of, work_of
from tasks.sources.wikitext.flow import Flow
from tasks.sources.wikitext.parsing.nodes import markup_of
from tasks.sources.wikitext.references import footnote_key, footnote_place
from tasks.sources.wikitext.rendering import Rendering
from tasks.sources.wikitext.signals import BLOCK, DROPPED, ITEM
from tasks.sources.wikitext.templates.call import Call, call_of, folded_name
from tasks.sources.wikitext.templates.coordinates import coordinates_of, shown_coordinates
from tasks.sources.wikitext.templates.date_templates import DATE_TREATMENTS
from tasks.sources.wikitext.templates.number_templates import NUMBER_TREATMENTS
from tasks.sources.wikitext.templates.ship_templates import SHIP_TREATMENTS, shown_ship
from tasks.sources.wikitext.templates.template_words import (
    country_of_code,
    is_infobox,
    language_name,
    treatment_of,
)
from tasks.sources.wikitext.templates.units import UNIT_TREATMENTS

_LAYOUT_ARGUMENTS = re.compile(
    r"\s*(?:style|class|list_style|item\d*_style|indent|title_style|framestyle)\s*=", re.I
)
_MAX_MARKUP = 200


def render_template(renderer: Rendering, node: Template, at: int, flow: Flow) -> None:
    """Add what a reader sees of a template that starts at `at` in the markup."""
    name = folded_name(markup_of(node.name))
    if name.startswith("#") or (":" in name and treatment_of(name) is None):
        _parser_function(renderer, node, name, at, flow)
        return
    treatment = treatment_of(name)
    if treatment is None:
        country = country_of_code(markup_of(node.name).strip())
        if country and not node.params:
            flow.generated(country, at)
            return
        if not is_infobox(name) and not name.endswith(" infobox"):
            message = "A template that is not known; it is left out."
            _log(renderer, name, node, message)
        flow.signal(DROPPED, at)
        return
    call = call_of(node, at, treatment.argument)
    if treatment.kind == "prefix":
        _prefix(call, renderer, flow)
    elif treatment.kind in _SIMPLE:
        _SIMPLE[treatment.kind](call, renderer, flow)
    else:
        shown = _WORDS[treatment.kind](call, renderer.plain)
        if shown:
            flow.generated(shown, at)
        else:
            flow.signal(DROPPED, at)


def _log(renderer: Rendering, name: str, node: Template, message: str) -> None:
    renderer.context.log("unknown_template", f"template {name[:60]}", markup_of(node)[:_MAX_MARKUP], message)


def _nothing(call: Call, renderer: Rendering, flow: Flow) -> None:
    flow.signal(DROPPED, call.at)


def _end(call: Call, renderer: Rendering, flow: Flow) -> None:
    flow.signal(BLOCK, call.at)


def _argument(call: Call, renderer: Rendering, flow: Flow) -> None:
    """Show one argument of the template."""
    places = [one for one in call.positional() if markup_of(one.code).strip()]
    if call.argument == "last":
        place = call.place("text") or (places[-1] if places else None)
    else:
        place = call.place(call.argument, "text", "content", "1")
    if place is None:
        flow.signal(DROPPED, call.at)
    else:
        renderer.render(place, flow)


def _literal(call: Call, renderer: Rendering, flow: Flow) -> None:
    flow.generated(call.argument, call.at)


def _prefix(call: Call, renderer: Rendering, flow: Flow) -> None:
    flow.generated(call.argument, call.at)
    places = [one for one in call.positional() if markup_of(one.code).strip()]
    for number, place in enumerate(places[:2]):
        if number:
            flow.generated("–", call.at)
        flow.add(renderer.piece(place))


def _list(call: Call, renderer: Rendering, flow: Flow) -> None:
    """Show a list's title and items."""
    title = call.place("title")
    if title is not None:
        flow.add(renderer.piece(title))
        flow.generated(": ", call.at)
    for place in call.positional():
        if not markup_of(place.code).strip() or _LAYOUT_ARGUMENTS.match(markup_of(place.code)):
            continue
        flow.signal(ITEM, place.at)
        renderer.items(place, flow)
    if call.positional():
        flow.signal(BLOCK, call.at)


def _quote(call: Call, renderer: Rendering, flow: Flow) -> None:
    """Show a block quotation, and below it who said it."""
    place = call.place("text", "quote", "content", "1", "quotation")
    renderer.quotation(place, call.at, flow)
    sources = [
        call.place("author", "sign", "by", "cite", "2"),
        call.place("source", "title", "3", "publication"),
    ]
    shown = [piece for piece in (renderer.piece(one) for one in sources if one) if piece.text]
    if shown:
        flow.generated("— ", call.at)
        for number, piece in enumerate(shown):
            if number:
                flow.generated(", ", call.at)
            flow.add(piece)
        flow.signal(BLOCK, call.at)


def _flag(call: Call, renderer: Rendering, flow: Flow) -> None:
    """Show the country beside a flag; the words link to it."""
    places = [one for one in call.positional() if markup_of(one.code).strip()]
    place = call.place("name") or (places[0] if places else None)
    if place is None:
        flow.signal(DROPPED, call.at)
        return
    code = renderer.plain(place)
    name = country_of_code(code)
    flow.mark("link", name or code)
    if name:
        flow.generated(name, place.at)
    else:
        renderer.render(place, flow)
    flow.mark("link_end")


def _ship(call: Call, renderer: Rendering, flow: Flow) -> None:
    """Show a ship's name, which links to her page."""
    shown, page = shown_ship(call, renderer.plain)
    if not shown:
        flow.signal(DROPPED, call.at)
        return
    flow.mark("link", page)
    flow.generated(shown, call.at)
    flow.mark("link_end")


def _coordinates(call: Call, renderer: Rendering, flow: Flow) -> None:
    """Keep coordinates; show them unless they stand at the page's head only."""
    words = [renderer.plain(one) for one in call.positional()]
    where = call.place("display", "disp")
    display = "" if where is None else renderer.plain(where)
    found = coordinates_of(words, call.raw, "t" in display.replace("inline", ""))
    if found is None:
        message = "Coordinates that cannot be read or lie outside the globe."
        renderer.context.log("unreadable_coordinates", "coordinates", call.raw, message, "warning")
        flow.signal(DROPPED, call.at)
        return
    renderer.context.coordinates.append(found)
    if display.strip().casefold() in {"title", "t"}:
        flow.signal(DROPPED, call.at)
    else:
        flow.generated(shown_coordinates(words), call.at)


def _short_reference(call: Call, renderer: Rendering, flow: Flow) -> None:
    short = short_of(call, renderer.plain)
    if short.words:
        flow.mark("citation", renderer.context.references.cite_short(short))
    flow.signal(DROPPED, call.at)


def _short_citation(call: Call, renderer: Rendering, flow: Flow) -> None:
    """Show a citation that stands in a sentence: "Beevor 2009"."""
    flow.generated(short_of(call, renderer.plain).label, call.at)


def _footnote(call: Call, renderer: Rendering, flow: Flow) -> None:
    place, group = footnote_place(call), call.place("group")
    contents = "" if place is None else markup_of(place.code)
    renderer.cite(footnote_key(call), "" if group is None else renderer.plain(group), contents, call.at, flow)


def _reference_names(call: Call, renderer: Rendering, flow: Flow) -> None:
    for place in call.positional():
        renderer.cite(markup_of(place.code).strip(), "", "", call.at, flow)


def _cited_work(call: Call, renderer: Rendering, flow: Flow) -> None:
    """Show a work that is described outside a footnote: "Day, Ann (2008). The Ford. Hill Press"."""
    work = work_of("", call, renderer.plain, renderer.context)
    date = f"({work.published_date})" if work.published_date else None
    head = " ".join(part for part in (work.author, date) if part)
    shown = ". ".join(part.rstrip(".") for part in (head, work.title, work.publisher) if part)
    if shown:
        flow.generated(shown, call.at)
    else:
        flow.signal(DROPPED, call.at)


def _named_language(call: Call, renderer: Rendering, flow: Flow) -> None:
    """Show `{{lang-fr|mot}}` as "French: mot"."""
    language = language_name(call.name.removeprefix("lang-"))
    if language:
        flow.generated(f"{language}: ", call.at)
    place = call.place("1")
    if place is not None:
        renderer.render(place, flow)


def _parser_function(renderer: Rendering, node: Template, name: str, at: int, flow: Flow) -> None:
    """Add the result of a parser function or magic word, as far as it does not depend on the wiki."""
    function, _, first = markup_of(node.name).strip().partition(":")
    function = function.strip().casefold()
    call = call_of(node, at)
    if name == "#tag:ref":
        _footnote(call, renderer, flow)
    elif function in {"lc", "uc", "lcfirst", "ucfirst", "formatnum"}:
        flow.generated(_cased(function, first.strip()), at)
    elif function == "#if":
        place = call.place("1" if first.strip() else "2")
        if place is not None:
            flow.add(renderer.piece(place))
    else:
        message = "A function of the wiki that is not known here; it is left out."
        _log(renderer, name, node, message)
        flow.signal(DROPPED, at)


def _cased(function: str, text: str) -> str:
    if function == "formatnum":
        return f"{int(text):,}" if re.fullmatch(r"[0-9]{1,18}", text) else text
    if function in {"lc", "uc"}:
        return text.lower() if function == "lc" else text.upper()
    first = text[:1].lower() if function == "lcfirst" else text[:1].upper()
    return first + text[1:]


_Simple = Callable[[Call, Rendering, Flow], None]
_SIMPLE: Mapping[str, _Simple] = {
    "nothing": _nothing,
    "end": _end,
    "argument": _argument,
    "literal": _literal,
    "list": _list,
    "quote": _quote,
    "flag": _flag,
    "ship": _ship,
    "coordinates": _coordinates,
    "short_reference": _short_reference,
    "short_citation": _short_citation,
    "footnote": _footnote,
    "reference_names": _reference_names,
    "named_language": _named_language,
    "cited_work": _cited_work,
}
_WORDS = {**DATE_TREATMENTS, **NUMBER_TREATMENTS, **SHIP_TREATMENTS, **UNIT_TREATMENTS}
