"""The references of a page: which there are, and which of them stands where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mwparserfromhell.nodes import Tag, Template
from mwparserfromhell.wikicode import Wikicode

from tasks.sources.wikitext.parsing.nodes import attribute, markup_of, tags_and_templates
from tasks.sources.wikitext.templates.call import call_of, cited, folded_name
from tasks.sources.wikitext.templates.template_words import treatment_of

MAX_REFERENCES = 5_000
_NOTE_GROUP = re.compile(
    r"n|nb|notes?|fn|footnotes?|lower-(?:alpha|roman|greek)|upper-(?:alpha|roman)|remarks?|explanatory.*",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"https?://|\{\{\s*(?:cit|vcite|sfn|harv)|\[//", re.IGNORECASE)
# Where the last names of the authors, or else of the first editor, stand.
_NAME_KEYS = tuple(
    (f"last{n}", f"author{n}-last", f"surname{n}", f"editor{n}-last", f"author{n}")
    + (("editor-last", "editor1-last") if n in ("", "1") else ())
    for n in ("", "1", "2", "3", "4")
)
_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d\d)[a-z]?(?!\d)")


@dataclass(frozen=True, slots=True)
class Short:
    """A reference that names a work of the bibliography ("Beevor 2009, p. 82")."""

    words: tuple[str, ...]  # authors' names, then the year
    pages: str

    @property
    def label(self) -> str:
        """The names and the year as one line."""
        return " ".join(self.words)


@dataclass(slots=True)
class References:
    """The references of a page by key.

    Attributes:
        contents: what each reference says; None until a definition is found.
    """

    contents: dict[str, Wikicode | Short | None] = field(default_factory=dict)
    _cited: list[Template] = field(default_factory=list)
    _works: dict[str, Template] | None = None

    def collect(self, code: Wikicode) -> None:
        """Take in all definitions and the bibliography, wherever they stand: in captions and lists too."""
        for node in tags_and_templates(code):
            if isinstance(node, Tag):
                is_definition = node.contents is not None and not node.self_closing
                if is_definition and markup_of(node.tag).strip().casefold() == "ref":
                    self._define(tag_key(node), node.contents, attribute(node, "group"))
            else:
                self._collect_template(node)

    def cite(self, key: str) -> bool:
        """Note that a reference is marked; say whether it is one (and not a mere note)."""
        if key not in self.contents:
            if len(self.contents) >= MAX_REFERENCES:
                return False
            self.contents[key] = None
        return True

    def cite_short(self, short: Short) -> str:
        """Note that a work of the bibliography is referred to, and return the reference's key."""
        key = f"{short.label} {short.pages}".strip()
        if self.cite(key):
            self.contents[key] = short
        return key

    def work(self, words: Iterable[str]) -> Template | None:
        """Return the cited work that a short reference means by authors' last names and a year."""
        if self._works is None:  # most pages have no short references
            self._works = {}
            for template in self._cited:
                for key in work_keys(template):
                    self._works.setdefault(key, template)
        return self._works.get(fold_work(words))

    def _define(self, key: str, contents: Wikicode, group: str) -> None:
        is_note = group and _NOTE_GROUP.fullmatch(group) and not _SOURCE.search(markup_of(contents))
        if is_note or not markup_of(contents).strip() or len(self.contents) >= MAX_REFERENCES:
            return
        if self.contents.get(key) is None:
            self.contents[key] = contents

    def _collect_template(self, template: Template) -> None:
        name = folded_name(markup_of(template.name))
        if name.startswith(("cite ", "citation", "vcite ", "cita ")):
            self._cited.append(template)
            return
        treatment = treatment_of(name.partition("#tag:")[0] + name[:8] if name.startswith("#tag:") else name)
        if treatment and treatment.kind == "footnote":
            call = call_of(template, 0)
            place = footnote_place(call)
            if place is not None:
                self._define(footnote_key(call), place.code, _plain(call, "group"))


def contents_of(tag: Tag) -> str:
    """Return the markup between a tag's ends; "" if it has none."""
    return "" if tag.contents is None else markup_of(tag.contents)


def tag_key(tag: Tag) -> str:
    """Return what makes a `<ref>` one reference: its name (with its group), or else its words."""
    if tag.attributes:
        name, group = attribute(tag, "name"), attribute(tag, "group")
        if name:
            return f"{group}:{name}" if group else name
    return contents_of(tag).strip()


def footnote_key(call: Any) -> str:
    """Return the key of a footnote that a template makes."""
    name, group = _plain(call, "name"), _plain(call, "group")
    if name:
        return f"{group}:{name}" if group else name
    place = footnote_place(call)
    return markup_of(place.code).strip() if place else ""


def footnote_place(call: Any) -> Any:
    """Return what a footnote template holds: `{{refn|words}}`, `{{#tag:ref|words}}`."""
    return call.place("1")


def is_note(group: str, contents: str) -> bool:
    """Say whether a footnote explains something and gives no source."""
    return bool(group and _NOTE_GROUP.fullmatch(group) and not _SOURCE.search(contents))


def work_keys(template: Template) -> list[str]:
    """Return under which keys short references may name a cited work."""
    call = cited(template)
    ref = call.place("ref")
    if ref is not None:
        for inner in ref.code.filter_templates():
            if folded_name(markup_of(inner.name)) in {"sfnref", "harvid"}:
                return [fold_work(str(one.value) for one in inner.params if not one.showkey)]
    names = _last_names(call)
    year = _YEAR.search(_plain(call, "year") or _plain(call, "date"))
    return [fold_work([*names, year.group()])] if names and year else []


def fold_work(words: Any) -> str:
    """Return names and a year as they are compared."""
    return " ".join(" ".join(str(word).split()).casefold() for word in words if str(word).strip())


def _last_names(call: Any) -> list[str]:
    names: list[str] = []
    for keys in _NAME_KEYS:
        place = call.place(*keys)
        if place is None:
            continue
        name = re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]", r"\1", markup_of(place.code)).split(",")[0].strip()
        if name and name not in names:
            names.append(name)
    return names[:4]


def _plain(call: Any, name: str) -> str:
    place = call.place(name)
    return "" if place is None else markup_of(place.code).strip().strip("\"'")
