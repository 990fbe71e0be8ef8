"""Wikitext to articles: one page's markup, or one raw file of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tasks.model.article import Article, SourceFormat
from tasks.model.issue import Issue
from tasks.sources.decode import MAX_TEXT_BYTES, canonical, decode, read_bytes
from tasks.sources.errors import InputError
from tasks.sources.files import source_path
from tasks.sources.origin import Origin, provenance, read_origin
from tasks.sources.wikitext.bounded import read_page_bounded
from tasks.sources.wikitext.page import Page

_REDIRECT = re.compile(r"\s*#redirect\s*:?\s*\[\[([^\]|\n]{1,255})", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:wikitext|wiki|mediawiki|mw|txt)$", re.IGNORECASE)


def read_wikitext(
    markup: str,
    *,
    title: str,
    source_path: str,
    content_sha256: str | None = None,
    origin: Origin | None = None,
    source_format: SourceFormat = "wikitext",
) -> Article:
    r"""Return the article that a page's markup holds, its text in the rendered form.

    Offsets of `markup_map` count code points of the markup in NFC with `\n` line ends. Without an
    origin record the language is English, url is None, licence and attribution are "unknown", and an
    issue says so.

    Args:
        markup: the page, canonical already (`tasks.sources.decode.canonical`).
        title: the page's title.
        source_path: the raw file's name for messages and tables.
        content_sha256: of the raw file; of the markup's UTF-8 if None.
        origin: where the page is from.
        source_format: what the page was taken from.

    Raises:
        InputError: if the page is a redirect, says nothing, is larger than MediaWiki allows, or would
            take too long to parse.
    """
    page = _page(markup, title, source_path)
    columns, missing = provenance(origin, title, source_path)
    issues = [replace(issue, article=columns["article_id"]) for issue in page.issues]
    issues += [*_unknown_keys(columns["article_id"], page), *missing]
    return Article(
        **columns,
        source_format=(origin and origin.source_format) or source_format,
        content_sha256=content_sha256 or hashlib.sha256(markup.encode("utf-8")).hexdigest(),
        text=page.text,
        sections=page.sections,
        infobox_name=page.infobox_name,
        infobox_template=page.infobox_template,
        infobox=page.infobox,
        page_status=origin.page_status if origin else None,
        moved_to=f"{origin.wiki}:{origin.moved_to.replace(' ', '_')}" if origin and origin.moved_to else None,
        links=page.links,
        citations=page.citations,
        citation_marks=page.citation_marks,
        coordinates=page.coordinates,
        markup_map=page.markup_map,
        issues=tuple(issues),
    )


def _page(markup: str, title: str, source_path: str) -> Page:
    redirect = _REDIRECT.match(markup)
    if redirect:
        raise InputError(source_path, "a redirect and no article", place="page", value=redirect.group(1))
    page = read_page_bounded(markup, title, source_path)
    if not page.infobox and not any(section.span.of(page.text).strip() for section in page.sections):
        raise InputError(source_path, "no text in the page", place="text", value=title)
    return page


def read_wikitext_file(path: Path, raw_dir: Path | None, max_bytes: int) -> Iterable[Article]:
    """Return the article of one file of wikitext, with its origin record if it has one.

    The title is the origin record's, or else the file's name with blanks for underscores.

    Raises:
        InputError: if it cannot be read as one; see `read_wikitext` and `tasks.sources.decode`.
    """
    content, origin = _with_origin(path, min(max_bytes, MAX_TEXT_BYTES))
    markup, notes = canonical(decode(content, str(path)), str(path))
    article = read_wikitext(
        markup,
        title=origin.title if origin else title_of(path),
        source_path=source_path(path, raw_dir),
        content_sha256=hashlib.sha256(content).hexdigest(),
        origin=origin,
    )
    own = tuple(replace(note, article=article.article_id) for note in notes)
    return (replace(article, issues=own + article.issues),)


def title_of(path: Path) -> str:
    """Return the title that a raw file's name stands for ("HMS_Oxley.wikitext" -> "HMS Oxley").

    Raises:
        InputError: if nothing is left of the name.
    """
    title = " ".join(_SUFFIX.sub("", path.name).replace("_", " ").split())
    title, _ = canonical(title, str(path))
    if not title:
        raise InputError(str(path), "no title: neither an origin record nor a file name", place="title")
    return title


def _unknown_keys(article_id: str, page: Page) -> list[Issue]:
    message = "An infobox key that the lexicon does not know; its value is kept raw."
    return [
        Issue(
            article_id,
            "sources",
            "unknown_infobox_key",
            "info",
            f"infobox {one.key}",
            one.value[:200],
            message,
        )
        for one in page.infobox
        if one.name is None
    ]


def _with_origin(path: Path, max_bytes: int) -> tuple[bytes, Origin | None]:
    """Return a file's content and its origin record, of one moment: a fetch may be replacing both."""
    content = read_bytes(path, max_bytes)
    while True:
        try:
            return content, read_origin(path, content)
        except InputError:
            before, content = content, read_bytes(path, max_bytes)
            if content == before:
                raise
