"""An article as every reader hands it on, whatever it was read from.

All readers give the same *rendered form* as `text` (see `docs/rendered-form.md`):

    = Title =

    Name of the infobox
    - Key: value

    Lead paragraph.

    == Heading ==
    Paragraph.

so that sections, infobox values and prose have offsets in one text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tasks.model.issue import Issue
from tasks.model.span import Span
from tasks.model.value import value

SourceFormat = Literal["text", "wikitext", "mediawiki", "dump"]
PageStatus = Literal["current", "deleted", "renamed", "redirected"]
LEAD = "lead"
INFOBOX = "infobox"


@value(frozen=True, slots=True)
class Link:
    """A link in the text: the page it leads to and the words that carry it."""

    span: Span
    target: str


@value(frozen=True, slots=True)
class InfoboxField:
    """One infobox field in its order.

    Attributes:
        key: the field's name as the source writes it ("Executed By", "casualties1").
        name: the canonical name that `tasks/lexicons/data/infobox_fields.csv` gives that key
            ("perpetrator", "casualties_1"), or None for a key it does not know.
        value: the value as a reader sees it; equals `span.of(text)`. "" if the value is empty.
        span: where the value stands in the text.
        raw: the value's markup as the source has it; for rendered text the same as `value`.
    """

    key: str
    name: str | None
    value: str
    span: Span
    raw: str


@value(frozen=True, slots=True)
class Section:
    """A heading's own text, without its subsections.

    Attributes:
        heading: the heading, or `LEAD`, or `INFOBOX`.
        level: 1 for lead and infobox, 2 for `==`, 3 for `===`, ...
        span: the body, without the heading's line.
    """

    heading: str
    level: int
    span: Span


@value(frozen=True, slots=True)
class Citation:
    """One reference of the article. Dates are ISO 8601 strings, possibly partial ("2016-08")."""

    key: str  # what makes it one reference within the article: its name, or its raw markup
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    archive_url: str | None = None
    published_date: str | None = None
    accessed_date: str | None = None
    language: str | None = None


@value(frozen=True, slots=True)
class CitationMark:
    """A place in the text at which a reference stands: it supports what comes before it."""

    position: int
    citation: int  # index into Article.citations


@value(frozen=True, slots=True)
class Coordinates:
    """Coordinates that the source itself gives (WGS 84, degrees), with their raw words."""

    latitude: float
    longitude: float
    raw: str
    display_title: bool = False  # of the article's subject, not of something it mentions


@dataclass(frozen=True, slots=True)
class Article:
    """An article, read and not yet understood."""

    article_id: str
    title: str
    language: str
    url: str | None
    source_format: SourceFormat
    source_path: str
    content_sha256: str
    license: str
    attribution: str
    text: str
    sections: tuple[Section, ...]
    infobox_name: str | None = None  # the line above its fields
    infobox_template: str | None = None  # "infobox military conflict"; None for rendered text
    infobox: tuple[InfoboxField, ...] = ()
    revision_id: int | None = None
    revision_timestamp: datetime | None = None
    retrieved_at: datetime | None = None
    page_status: PageStatus | None = None  # what became of the wiki's page; None: not from a wiki's API
    moved_to: str | None = None  # id of the article that a renamed or redirected page leads to
    links: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    citation_marks: tuple[CitationMark, ...] = ()
    coordinates: tuple[Coordinates, ...] = ()
    markup_map: tuple[
        tuple[int, int], ...
    ] = ()  # runs (offset in text, in markup), see sources.wikitext.offsets
    issues: tuple[Issue, ...] = field(default=(), compare=False)
