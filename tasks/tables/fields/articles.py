"""Columns that describe an article and the references it cites."""

from __future__ import annotations

from typing import get_args

import pyarrow as pa

from tasks.model.article import PageStatus, SourceFormat
from tasks.tables.column import Column
from tasks.tables.fields.events import EDTF

INSTANT = pa.timestamp("us", tz="UTC")
_VERSION = r"[0-9][A-Za-z0-9.+!-]*"

COLUMNS = (
    Column("title", pa.string(), "The title, as the source gives it."),
    Column("language", pa.string(), "The language, as the source gives it; for articles a BCP 47 tag."),
    Column("url", pa.string(), "Where it can be read."),
    Column("revision_id", pa.int64(), "The wiki's number of the revision that was read.", minimum=1),
    Column("revision_timestamp", INSTANT, "When that revision was saved."),
    Column(
        "source_format",
        pa.string(),
        "What the article was read from: rendered text, wikitext, a MediaWiki's API, or a dump.",
        values=get_args(SourceFormat),
    ),
    Column("source_path", pa.string(), "The raw file, relative to data/raw/."),
    Column("content_sha256", pa.string(), "SHA-256 of the raw file.", pattern="[0-9a-f]{64}"),
    Column("retrieved_at", INSTANT, "When the raw file was taken, by its origin record, not by the run."),
    Column(
        "page_status",
        pa.string(),
        "What has become of the wiki's page: current; deleted; renamed, or made to redirect, to moved_to. "
        "NULL where the source is no wiki that can be asked. Rows of pages that are gone stay as last read.",
        values=get_args(PageStatus),
        since="1.1",
    ),
    Column(
        "moved_to", pa.string(), "The article that a renamed or redirected page now leads to.", since="1.1"
    ),
    Column("license", pa.string(), "The licence of the article's text."),
    Column("attribution", pa.string(), "Whom to name when the article's text is passed on."),
    Column("text", pa.string(), "The canonical text that all offsets refer to."),
    Column("infobox", pa.string(), "The infobox as a JSON object: field to raw text, in order."),
    Column("schema_version", pa.string(), "Version of these tables' columns and meanings.", pattern=_VERSION),
    Column("extractor_version", pa.string(), "Version of the code that read the article.", pattern=_VERSION),
    Column("publisher", pa.string(), "Who published the cited work."),
    Column("author", pa.string(), "Who wrote the cited work."),
    Column("archive_url", pa.string(), "Where an archived copy of the cited work can be read."),
    Column("published_date", pa.date32(), "When the cited work was published, where a whole date is given."),
    Column("published_date_edtf", pa.string(), "That date in ISO 8601-2, possibly partial.", pattern=EDTF),
    Column("accessed_date", pa.date32(), "When the cited work was read for the article, where given whole."),
    Column("accessed_date_edtf", pa.string(), "That date in ISO 8601-2, possibly partial.", pattern=EDTF),
)
