"""The revisions that are kept of an article, read and extracted: what `tasks.history.rows` works on."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tasks.assemble.row import Rows
from tasks.history.revision_statements import Said, said_by
from tasks.history.rows import with_changes
from tasks.model.article import Article
from tasks.sources.decode import read_bytes
from tasks.sources.errors import InputError
from tasks.sources.origin import Origin, read_origin
from tasks.sources.revisions import LIST, PastRevision, history_folder, past_revisions, read_revision

log = logging.getLogger("casus")
STAGE = "history"


def history_mark(raw: Path) -> str:
    """Return what identifies the revisions that are kept of a raw file: "" if none are."""
    path = history_folder(raw) / LIST
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def with_history(article: Article, rows: Rows, raw: Path, rows_of: Callable[[Article], Rows]) -> Rows:
    """Return an article's rows with what the revisions that are kept add; the same rows if none are.

    Args:
        article: as it stands.
        rows: what was extracted from it.
        raw: its raw file.
        rows_of: extracts an article; best one that keeps results.
    """
    try:
        past = past_revisions(raw)
        origin = None if past is None else read_origin(raw, read_bytes(raw))
    except InputError as error:
        return _noted(rows, article.article_id, "history_unreadable", "list of revisions", str(error))
    if past is None or origin is None or article.revision_id is None or article.revision_timestamp is None:
        return rows
    present = (article.revision_timestamp, article.revision_id)
    earlier = [one for one in past.revisions if (one.timestamp, one.revision_id) < present]
    said, unread = _read(earlier, raw, origin, rows_of)
    now = next((one.sha1 for one in past.revisions if one.revision_id == article.revision_id), None)
    said.append(said_by(rows, article.revision_id, article.revision_timestamp, now or article.content_sha256))
    is_complete = past.is_complete and not (unread and earlier and unread[0][0] == earlier[0].revision_id)
    rows = with_changes(rows, said, is_complete)
    for revision_id, why in unread:
        rows = _noted(rows, article.article_id, "revision_left_out", f"revision {revision_id}", why)
    return rows


def _read(
    revisions: list[PastRevision], raw: Path, origin: Origin, rows_of: Callable[[Article], Rows]
) -> tuple[list[Said], list[tuple[int, str]]]:
    """Return what revisions say, and those that cannot be read (blanked pages, hidden texts) with why.

    Revisions with the same text are extracted once.
    """
    said: list[Said] = []
    unread: list[tuple[int, str]] = []
    by_text: dict[str, Rows | str] = {}
    for revision in revisions:
        sha1 = revision.sha1 or ""
        if sha1 not in by_text:
            by_text[sha1] = _rows(revision, raw, origin, rows_of)
        rows = by_text[sha1]
        if isinstance(rows, str):
            unread.append((revision.revision_id, rows))
        else:
            said.append(said_by(rows, revision.revision_id, revision.timestamp, sha1))
    return said, unread


def _rows(
    revision: PastRevision, raw: Path, origin: Origin, rows_of: Callable[[Article], Rows]
) -> Rows | str:
    try:
        article = read_revision(raw, origin, revision)
        # The revision's number and time are no part of what it says: a text is extracted once.
        return rows_of(replace(article, revision_id=None, revision_timestamp=None))
    except InputError as error:
        return error.message
    except Exception as error:  # a fault that one revision brings out must not cost the article
        log.exception("%s: revision %d could not be extracted", origin.title, revision.revision_id)
        return f"could not be extracted: {type(error).__name__}"


def _noted(rows: Rows, article_id: str, code: str, place: str, why: str) -> Rows:
    """Return the rows with one more line in the issue log."""
    message = "What the revision says is not known; changes are told between those before and after it."
    issue = {
        "article_id": article_id, "stage": STAGE, "code": code, "severity": "info", "place": place,
        "value": why[:200], "message": message,
    }  # fmt: skip
    return {**rows, "issues": [*rows["issues"], issue]}
