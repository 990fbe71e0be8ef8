"""Articles in the rendered form (docs/rendered-form.md): title, infobox, sections, with offsets."""

from __future__ import annotations

import hashlib
import re

from tasks.model.article import INFOBOX, LEAD, Article, InfoboxField, Section
from tasks.model.issue import Issue
from tasks.model.residue import find_residue, template_remains_end
from tasks.model.span import Span
from tasks.sources.errors import InputError
from tasks.sources.infobox_fields import canonical_name
from tasks.sources.origin import Origin, provenance

_HEADING = re.compile(r"^(={1,6})[ \t]*([^=\s](?:[^\n]*[^=\s])?)[ \t]*\1[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"-[ \t]+([^\s:|](?:[^:\n|]{0,58}[^\s:|])?)[ \t]*:")
_NOT_IN_TITLES = re.compile(r"[\[\]{}|<>#\t\u2028\u2029]")  # MediaWiki refuses them, and longer ones
_TITLE_BYTES = 255
_NAME_LENGTH = 120  # longer than any infobox's name: such a line is prose


def read_rendered_text(
    text: str,
    *,
    source_path: str,
    content_sha256: str | None = None,
    origin: Origin | None = None,
) -> Article:
    """Return the article that a text in the rendered form holds.

    The text is canonical already (`tasks.sources.decode.canonical`); it is taken over unchanged, so
    that offsets are those of the file. Without an origin record the language is English, url is
    None, licence and attribution are "unknown", and an issue says so.

    Args:
        text: the whole file.
        source_path: the file's name for messages and tables.
        content_sha256: of the raw file; of the text's UTF-8 if None.
        origin: the file's origin record.

    Raises:
        InputError: if there is no title line, nothing after it, or another title than the origin's.
    """
    title, body = _title(text, source_path)
    if origin and origin.title != title:
        raise InputError(source_path, "another title than the origin record has", place="title", value=title)
    columns, missing = provenance(origin, title, source_path)
    name, infobox, lead = _infobox(text, body)
    sections = _sections(text, body if infobox else None, lead)
    if not infobox and not any(section.span.of(text).strip() for section in sections):
        raise InputError(source_path, "no text after the title", place="text", value=title)
    return Article(
        **columns,
        source_format="text",
        content_sha256=content_sha256 or hashlib.sha256(text.encode("utf-8")).hexdigest(),
        text=text,
        sections=sections,
        infobox_name=name,
        infobox=infobox,
        issues=(*_field_issues(columns["article_id"], infobox), *missing),
    )


def _title(text: str, file: str) -> tuple[str, int]:
    """Return the title and where the body starts."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip()
    title = line[1:-1].strip()
    if not (title and line.startswith("=") and line.endswith("=")) or title.startswith("="):
        raise InputError(file, "no title: the first line is not `= Title =`", place="line 1", value=line)
    if _NOT_IN_TITLES.search(title) or len(title.encode("utf-8")) > _TITLE_BYTES:
        raise InputError(file, "a title that no page can have", place="line 1", value=title)
    return title, (end + 1 if end >= 0 else len(text))


def _infobox(text: str, body: int) -> tuple[str | None, tuple[InfoboxField, ...], int]:
    """Return the infobox's name, its fields and where the lead starts."""
    name: str | None = None
    found: list[InfoboxField] = []
    position = end_of_box = body
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        match = _FIELD.match(text, position, end)
        if match:
            found.append(_field(text, match, end))
            end_of_box = min(end + 1, len(text))
        elif found or name is not None:
            break
        elif line.strip():
            if line.startswith("=") or len(line) > _NAME_LENGTH or line.rstrip()[-1] in ".:;,":
                break
            name = line.strip()
        position = end + 1
    return (name, tuple(found), end_of_box) if found else (None, (), body)


def _field(text: str, match: re.Match[str], end: int) -> InfoboxField:
    value = text[match.end() : end].strip()
    start = text.index(value, match.end()) if value else end
    return InfoboxField(
        match.group(1), canonical_name(match.group(1)), value, Span(start, start + len(value)), value
    )


def _sections(text: str, infobox: int | None, lead: int) -> tuple[Section, ...]:
    """Return the sections in text order: infobox, lead, then one a heading."""
    sections = [] if infobox is None else [Section(INFOBOX, 1, Span(infobox, lead))]
    heading, level, start = LEAD, 1, lead
    for match in _HEADING.finditer(text, template_remains_end(text, lead)):
        if is_residue_heading(match.group(2)):
            continue
        sections.append(Section(heading, level, Span(start, match.start())))
        heading, level = match.group(2).strip(), len(match.group(1))
        start = min(match.end() + 1, len(text))
    sections.append(Section(heading, level, Span(start, len(text))))
    return tuple(sections)


def is_residue_heading(heading: str) -> bool:
    """Say whether a heading line is really the rest of an image's caption (`== in 1999]] ==`)."""
    return find_residue(heading) is not None or not any(char.isalnum() for char in heading)


def _field_issues(article_id: str, fields: tuple[InfoboxField, ...]) -> list[Issue]:
    """Return one issue for each unknown key and each value with left-over markup."""
    issues = []
    for one in fields:
        place = f"infobox {one.key}"
        if one.name is None:
            message = "An infobox key that the lexicon does not know; its value is kept raw."
            issues.append(
                Issue(article_id, "sources", "unknown_infobox_key", "info", place, one.value[:200], message)
            )
        if find_residue(one.value):
            message = "The value holds left-over markup; it is kept raw and read as NULL."
            issues.append(
                Issue(article_id, "sources", "template_residue", "warning", place, one.value[:200], message)
            )
    return issues
