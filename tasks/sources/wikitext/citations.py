"""References to citations: cite templates, links in brackets, plain words."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from mwparserfromhell.nodes import ExternalLink, Template
from mwparserfromhell.wikicode import Wikicode

from tasks.model.article import Citation
from tasks.sources.wikitext.collected import Context
from tasks.sources.wikitext.parsing.nodes import Place, markup_of, tags_and_templates
from tasks.sources.wikitext.parsing.plain import PlainTemplate
from tasks.sources.wikitext.references import Short
from tasks.sources.wikitext.templates.call import Call, call_of, cited, folded_name
from tasks.sources.wikitext.templates.partial_dates import find_dates, read_date
from tasks.sources.wikitext.templates.template_words import language_tag, treatment_of

Plain = Callable[[Place], str]  # the words of a piece of markup, on one line

_CITE = re.compile(r"(?:cite|vcite|cita)\b|citation$|cite$|citation ")
_PUBLISHERS = (
    "publisher", "work", "newspaper", "website", "journal", "magazine", "periodical", "agency", "via",
    "network", "encyclopedia", "encyclopaedia", "series", "institution",
)  # fmt: skip
_TITLES = (
    "title",
    "script-title",
    "chapter",
    "contribution",
    "entry",
    "article",
    "trans-title",
    "trans_title",
    "id",
)
_NUMBER = re.compile("[1-9]")
# Of each author: where the last name stands, where the first, and where both do.
_AUTHOR_KEYS = {
    n: (
        (f"last{n}", f"surname{n}", f"author{n}-last", f"author-last{n}"),
        (f"first{n}", f"given{n}", f"author{n}-first", f"author-first{n}"),
        f"author{n}",
    )
    for n in ("", *"123456789")
}
_AUTHORS_BY_PARTS = frozenset(
    key for last, first, whole in _AUTHOR_KEYS.values() for key in (*last, *first, whole)
)
_ITALIC = re.compile(r"''+(.+?)''+")
_QUOTED = re.compile(r"[\"“«„]([^\"“”«»„]{3,300})[\"”»]")
_WHOLLY_QUOTED = re.compile(r"[\"“„]([^\"“”„]+?)[.,]?[\"”“][.,]?")
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\[\]{}|\"]+|(?<![\w/:])www\.[^\s<>\[\]{}|\"]+")
_READ = re.compile(r"\b(?:retrieved|accessed|archived|web|read)\b[^0-9A-Z]{0,12}(?:on\s+)?$", re.IGNORECASE)
_MAX_WORDS = 300  # characters of a title that is made of plain words


def citation_of(key: str, content: Wikicode | Short | None, plain: Plain, context: Context) -> Citation:
    """Return the citation that a reference's content gives; only its key where it says nothing."""
    if content is None:
        message = "A reference is used and nowhere defined."
        context.log("undefined_reference", "reference", key, message, "warning")
        return Citation(key)
    if isinstance(content, Short):
        return _of_short(key, content, plain, context)
    templates = _templates(content)
    for template in templates:
        if _CITE.match(folded_name(markup_of(template.name))):
            return work_of(key, cited(template), plain, context)
    for template in templates:
        treatment = treatment_of(folded_name(markup_of(template.name)))
        if treatment and treatment.kind in {"short_reference", "short_citation"}:
            return _of_short(key, short_of(call_of(template, 0), plain), plain, context)
    return _of_words(key, content, plain)


def _templates(content: Wikicode) -> list[Template]:
    if len(content.nodes) == 1 and isinstance(content.nodes[0], PlainTemplate):  # as most references are
        return [content.nodes[0]]
    return [one for one in tags_and_templates(content) if isinstance(one, Template)]


def short_of(call: Call, plain: Plain) -> Short:
    """Return the work and pages that a short reference (`{{sfn|Beevor|2009|p=82}}`) names."""
    words = tuple(plain(one) for one in call.positional())
    pages = call.place("p", "pp", "page", "pages", "loc", "at")
    return Short(tuple(word for word in words if word), "" if pages is None else plain(pages))


def _of_short(key: str, short: Short, plain: Plain, context: Context) -> Citation:
    work = context.references.work(short.words)
    if work is not None:
        return work_of(key, cited(work), plain, context)
    year = re.fullmatch(r"(\d{4})[a-z]?", short.words[-1]) if short.words else None
    names = short.words[:-1] if year else short.words
    return Citation(key, author="; ".join(names) or None, published_date=year.group(1) if year else None)


def work_of(key: str, call: Call, plain: Plain, context: Context) -> Citation:
    """Return the citation that a cite template gives."""

    def words(*names: str) -> str | None:
        """Return the first of the named fields that says something."""
        for name in names:
            place = filled.get(name)
            if place is not None and (found := plain(place).strip()):
                return found
        return None

    filled = call.filled

    url, archive = (
        _address(call, "url", "chapter-url", "chapterurl"),
        _address(call, "archive-url", "archiveurl", "archive_url"),
    )
    language = words("language", "lang", "in")
    tag = language_tag(language.split(",")[0].split(" and ")[0]) if language else None
    if language and not tag:
        context.log(
            "unknown_language", "reference language", language, "A language that is not known.", "warning"
        )
    return Citation(
        key=key,
        title=_unquoted(words(*_TITLES)),
        publisher=words(*_PUBLISHERS),
        author=_authors(call, words),
        url=url,
        archive_url=archive,
        published_date=_date(
            words("date", "year", "publication-date", "air-date", "airdate", "issue-date"), context
        ),
        accessed_date=_date(words("access-date", "accessdate", "access date"), context),
        language=tag,
    )


def _address(call: Call, *names: str) -> str | None:
    place = call.place(*names)
    if place is None:
        return None
    found = _URL.search(markup_of(place.code).strip())
    return found.group() if found else None


def _authors(call: Call, words: Callable[..., str | None]) -> str | None:
    """Return the authors as "Last, First", several parted by "; "."""
    if _AUTHORS_BY_PARTS.isdisjoint(call.filled):
        return words("authors", "vauthors", "people", "host")
    names: list[str] = []
    for number in ("", *sorted(set(_NUMBER.findall(" ".join(call.arguments))))):
        last_keys, first_keys, whole_key = _AUTHOR_KEYS[number]
        last, first = words(*last_keys), words(*first_keys)
        name = f"{last}, {first}" if last and first else last or words(whole_key) or first
        if name and name not in names and any(map(str.isalpha, name)):
            names.append(name)
    return "; ".join(names) or words("authors", "vauthors", "people", "host")


def _date(words: str | None, context: Context) -> str | None:
    if not words:
        return None
    found = read_date(words)
    if found is None and words.casefold() not in {"n.d.", "nd", "undated"}:
        message = "A date of a reference that cannot be read; it is kept here and NULL in the table."
        context.log("unreadable_date", "reference date", words, message, "warning")
    return found


def _unquoted(title: str | None) -> str | None:
    if title is None:
        return None
    found = _WHOLLY_QUOTED.fullmatch(title.strip())
    return found.group(1) if found else title.strip()


def _of_words(key: str, content: Wikicode, plain: Plain) -> Citation:
    """Return the citation of a reference that is written out: a link in brackets, a URL, or words."""
    links = list(content.ifilter_external_links(recursive=True))
    text = plain(Place(content, 0)).strip()
    markup = markup_of(content)
    link: ExternalLink | None = links[0] if links else None
    url = markup_of(link.url).strip() if link is not None else None
    label = plain(Place(link.title, 0)).strip() if link is not None and link.title is not None else ""
    rest = text.split(label, 1)[1] if label and label in text else text
    quoted = _QUOTED.search(label or text)
    title = label or (
        quoted.group(1) if quoted else " ".join(_URL.sub("", text).split()).strip(" .,;")[:_MAX_WORDS]
    )
    return Citation(
        key=key,
        title=_unquoted(title) if title else None,
        publisher=_publisher(markup, rest if label else "", is_titled=bool(label or quoted)),
        url=url,
        **_dates_of(text),
    )


def _publisher(markup: str, rest: str, *, is_titled: bool) -> str | None:
    """Return the words in italics, or else the first words after the link.

    Italics beside a title of its own are the periodical; without one they are the title of a book.
    """
    outside = _URL.sub("", re.sub(r"\[(?:https?:)?//[^\]]*\]", "", markup))
    italic = _ITALIC.search(outside) if is_titled else None
    if italic:
        words = re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]", r"\1", italic.group(1))
        words = html.unescape(re.sub(r"\{\{[^{}]*\}\}|<[^>]*>", "", words))
        words = " ".join(words.split()).strip(" .,'\"")
        if words and not any(mark in words for mark in "[]{}|<>"):
            return words
    first = re.match(r"[\s.,;–—\"”]*(?:in:?\s+)?([^.,;(\d]{2,80}?)\s*(?:[.,;(]|\d|$)", rest, re.IGNORECASE)
    words = first.group(1).strip(' "“”') if first else ""
    return words if words and not _READ.search(words + " ") else None


def _dates_of(text: str) -> dict[str, str | None]:
    published = accessed = None
    for start, found in find_dates(text):
        if _READ.search(text[max(0, start - 30) : start]):
            accessed = accessed or found
        else:
            published = published or found
    return {"published_date": published, "accessed_date": accessed}
