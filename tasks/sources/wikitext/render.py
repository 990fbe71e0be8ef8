"""Nodes of a parsed page to what a reader sees of them."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any

from mwparserfromhell.nodes import (
    Argument,
    Comment,
    ExternalLink,
    Heading,
    HTMLEntity,
    Tag,
    Template,
    Text,
    Wikilink,
)

from tasks.sources.wikitext.collected import Context
from tasks.sources.wikitext.flow import Flow, Piece, without_signals
from tasks.sources.wikitext.lines_of_flow import lay_out_value
from tasks.sources.wikitext.links import kind_of, page_of, shown_label
from tasks.sources.wikitext.parsing.nodes import (
    Place,
    attribute,
    external_label,
    heading_title,
    link_label,
    located,
    markup_of,
    tag_contents,
)
from tasks.sources.wikitext.references import contents_of, is_note, tag_key
from tasks.sources.wikitext.signals import BLOCK, COMMENT, DROPPED, INDENT, ITEM, LINE
from tasks.sources.wikitext.template_text import render_template

_UNSEEN_TEXT = re.compile(r"__[A-Z]{3,30}__|'{2,}")
_UNSEEN = {
    "gallery", "timeline", "imagemap", "math", "score", "syntaxhighlight", "source", "graph", "mapframe",
    "maplink", "templatedata", "indicator", "templatestyles", "references", "includeonly", "style", "script",
    "categorytree", "inputbox", "hiero", "chem", "ce", "del", "inline-css", "charinsert", "section",
}  # fmt: skip
# Words that are shown as they stand: most fields of citations.  No mark of any markup, single blanks.
_PLAIN_WORDS = re.compile(r"[ \n]*([^\W_](?:[^\W_]|[.,:;/()!?“”–—-]| (?=[^\s_]))*)[ \n]*")
_TABLE = {"table", "tr", "td", "th", "caption", "tbody", "thead"}
_BLOCKS = {"div", "p", "center", "ul", "ol", "dl", "blockquote", "poem", "pre", "h1", "h2", "h3", "h4"}
_BULLETS = ("*", "#")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class Renderer:
    """Renders the markup of one page into flows."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def render(self, place: Place, flow: Flow) -> None:
        """Add what a reader sees of a part of the page."""
        for node, at in located(place):
            self.render_node(node, at, flow)

    def plain(self, place: Place) -> str:
        """Return what a reader sees of a part, on one line."""
        words = _PLAIN_WORDS.fullmatch(markup_of(place.code))
        return words.group(1) if words else self.piece(place).text

    def piece(self, place: Place) -> Piece:
        """Return what a reader sees of a part, on one line, with its offsets and links."""
        flow = Flow()
        words = _PLAIN_WORDS.fullmatch(markup_of(place.code))
        if words:
            flow.verbatim(words.group(1), place.at + words.start(1))
            return flow.piece()
        self.items(place, flow)
        return lay_out_value(flow.piece())[0]

    def items(self, place: Place, flow: Flow) -> None:
        """Add an argument; the parser does not see the bullet of a list that it begins with."""
        for number, (node, at) in enumerate(located(place)):
            text = markup_of(node) if number == 0 and isinstance(node, Text) else ""
            if text.lstrip().startswith(_BULLETS):
                rest = text.lstrip().lstrip("*#")
                flow.signal(ITEM, at)
                flow.verbatim(rest, at + len(text) - len(rest))
            else:
                self.render_node(node, at, flow)

    def render_node(self, node: Any, at: int, flow: Flow) -> None:
        """Add what a reader sees of one node."""
        if isinstance(node, Text):
            self._text(markup_of(node), at, flow)
        elif isinstance(node, Wikilink):
            self._link(node, at, flow)
        elif isinstance(node, Template):
            render_template(self, node, at, flow)
        elif isinstance(node, Tag):
            self._tag(node, at, flow)
        elif isinstance(node, HTMLEntity):
            flow.generated(_entity(markup_of(node)), at)
        elif isinstance(node, ExternalLink):
            self._external(node, at, flow)
        elif isinstance(node, Heading):
            self._heading(node, at, flow)
        elif isinstance(node, Comment):
            flow.signal(COMMENT, at)
        elif isinstance(node, Argument) and node.default is not None:
            self.render(Place(node.default, at + 4 + len(markup_of(node.name))), flow)
        else:
            flow.signal(DROPPED, at)

    def _text(self, text: str, at: int, flow: Flow) -> None:
        """Add text without the apostrophes of bold and italics and without switches like `__NOTOC__`."""
        if "''" not in text and "__" not in text:  # nearly always
            flow.verbatim(text, at)
            return
        position = 0
        for match in _UNSEEN_TEXT.finditer(text):
            flow.verbatim(text[position : match.start()], at + position)
            if match.group()[0] == "_":
                flow.signal(DROPPED, at + match.start())
            elif len(match.group()) == 4 or len(match.group()) > 5:
                flow.generated("'", at + match.start())
            position = match.end()
        flow.verbatim(text[position:], at + position)

    def _link(self, link: Wikilink, at: int, flow: Flow) -> None:
        title = markup_of(link.title)
        kind = kind_of(title)
        if kind in {"file", "category", "language"}:
            flow.signal(DROPPED, at)
            return
        page = page_of(self.plain(Place(link.title, at))) if kind == "page" else ""
        if page:
            flow.mark("link", page)
        if link.text is not None and not markup_of(link.text).strip():
            flow.generated(shown_label(title.strip()), at)
        elif link.text is None and title.strip().startswith(":"):
            flow.generated(title.strip().lstrip(":"), at)
        else:
            self.render(link_label(link, at), flow)
        if page:
            flow.mark("link_end")

    def _external(self, link: ExternalLink, at: int, flow: Flow) -> None:
        label = external_label(link, at) if link.brackets else None
        if label is not None:
            self.render(label, flow)
        elif link.brackets:
            flow.signal(DROPPED, at)  # shown as a number
        else:
            self.render(Place(link.url, at), flow)

    def _heading(self, heading: Heading, at: int, flow: Flow) -> None:
        title = self.plain(heading_title(heading, at)).replace("=", " ").strip()
        flow.signal(BLOCK, at)
        if not title:
            return
        level = max(2, heading.level)
        flow.mark("heading", title, level)
        flow.generated(f"{'=' * level} {title} {'=' * level}", at)
        flow.mark("heading_end")
        flow.signal(BLOCK, at)

    def _tag(self, tag: Tag, at: int, flow: Flow) -> None:
        name = markup_of(tag.tag).strip().casefold()
        if name == "ref":
            self.cite(tag_key(tag), attribute(tag, "group"), contents_of(tag), at, flow)
        elif name == "br":
            flow.signal(LINE, at)
        elif name == "hr":
            flow.signal(BLOCK, at)
        elif name in {"li", "dd", "dt"}:
            is_indent = name != "li" or str(tag.wiki_markup or "") in {":", ";"}
            flow.signal(INDENT if is_indent else ITEM, at)
            self._contents(tag, at, flow)
        elif name in _TABLE:
            flow.signal(BLOCK, at)
        elif name in _UNSEEN or _HIDDEN.search(attribute(tag, "style")):
            flow.signal(DROPPED, at)
        elif name == "nowiki":
            place = tag_contents(tag, at)
            if place is not None:
                flow.generated(without_signals(html.unescape(markup_of(place.code))), place.at)
        elif name == "q":
            flow.generated("“", at)
            self._contents(tag, at, flow)
            flow.generated("”", at)
        elif name == "blockquote":
            self.quotation(tag_contents(tag, at), at, flow)
        elif name in _BLOCKS:
            flow.signal(BLOCK, at)
            self._contents(tag, at, flow)
            flow.signal(BLOCK, at)
        else:
            self._contents(tag, at, flow)

    def _contents(self, tag: Tag, at: int, flow: Flow) -> None:
        place = tag_contents(tag, at)
        if place is not None:
            self.render(place, flow)
        elif not tag.wiki_markup:
            flow.signal(DROPPED, at)

    def cite(self, key: str, group: str, contents: str, at: int, flow: Flow) -> None:
        """Add the mark of a reference; nothing of a note or a reference without name and words."""
        if key and not is_note(group, contents) and self.context.references.cite(key):
            flow.mark("citation", key)
        flow.signal(DROPPED, at)

    def quotation(self, place: Place | None, at: int, flow: Flow) -> None:
        """Add a block quotation: a paragraph of its own, in quotation marks whatever the page sets it in."""
        flow.signal(BLOCK, at)
        if place is not None:
            has_marks = self.plain(place).lstrip()[:1] in {'"', "“", "«", "„"}
            if not has_marks:
                flow.generated("“", place.at)
            inner = Flow()
            self.render(place, inner)
            flow.add(inner.piece().stripped())
            if not has_marks:
                flow.generated("”", place.at)
        flow.signal(BLOCK, at)


def _entity(markup: str) -> str:
    """Return the character that an entity stands for; a blank for blanks, nothing for what is not seen."""
    text = html.unescape(markup)
    if text == markup:
        return ""
    shown = []
    for char in text:
        category = unicodedata.category(char)
        if category[0] == "Z" or char in "\t\n":
            shown.append(" ")
        elif category[0] != "C":
            shown.append(char)
    return "".join(shown)
