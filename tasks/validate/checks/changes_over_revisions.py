"""Changes over revisions hold together, and statements are seen in order."""

from __future__ import annotations

from tasks.validate.checks.check import Check, Found
from tasks.validate.staged import Staged


def _values_fit_the_kind(staged: Staged) -> Found:
    columns = staged.rows("changes", "change_kind", "changed_column", "old_value", "new_value")
    for row, (kind, column, old, new) in enumerate(columns):
        fits = {
            "added": (column, old) == (None, None) and new is not None,
            "dropped": (column, new) == (None, None) and old is not None,
            "altered": column is not None and old != new,
        }
        if not fits.get(kind, True):
            yield row, f"{kind} {column}: {old!r} to {new!r}"


def _subject_fits_the_table(staged: Staged) -> Found:
    columns = staged.rows("changes", "changed_table", "thread_id", "property")
    for row, (table, thread, prop) in enumerate(columns):
        if (thread is None) != (table == "events") or (prop is None) != (table != "figures"):
            yield row, f"{table}: thread {thread}, property {prop}"


def _claim_in_the_changed_article(staged: Staged) -> Found:
    claims = staged.lookup("claims", "claim_id", "article_id")
    for row, (claim, article) in enumerate(staged.rows("changes", "claim_id", "article_id")):
        if claim is not None and claims.get(claim, article) != article:
            yield row, claim


def _seen_in_order(staged: Staged) -> Found:
    columns = staged.rows(
        "claims", "first_seen_revision_id", "first_seen_at", "last_seen_revision_id", "last_seen_at"
    )
    for row, (first, since, last, until) in enumerate(columns):
        is_whole = (first is None) == (since is None) and (last is None) == (until is None)
        if not is_whole or (since is not None and (until is None or since > until)):
            yield row, f"{first} at {since} to {last} at {until}"


def _last_seen_is_what_was_read(staged: Staged) -> Found:
    read = staged.lookup("articles", "article_id", "revision_id")
    for row, (article, last) in enumerate(staged.rows("claims", "article_id", "last_seen_revision_id")):
        if last is not None and read.get(article) != last:
            yield row, last


CHECKS = (
    Check(
        "change_has_its_values",
        "changes",
        ("change_kind", "changed_column", "old_value", "new_value"),
        "What is added has a new value, what is dropped an old one, what is altered two that differ.",
        _values_fit_the_kind,
    ),
    Check(
        "change_has_its_subject",
        "changes",
        ("changed_table", "thread_id", "property"),
        "Changes of statements and numbers have a thread, those of numbers say what these count.",
        _subject_fits_the_table,
    ),
    Check(
        "change_in_its_claims_article",
        "changes",
        ("claim_id", "article_id", "claims.article_id"),
        "A change belongs to the article of its statement.",
        _claim_in_the_changed_article,
    ),
    Check(
        "seen_in_order",
        "claims",
        ("first_seen_at", "last_seen_at"),
        "A statement is not last seen before it is first seen; revision and time come together.",
        _seen_in_order,
    ),
    Check(
        "last_seen_in_what_was_read",
        "claims",
        ("last_seen_revision_id", "articles.revision_id"),
        "A statement that stands in the table stands in the revision that was read.",
        _last_seen_is_what_was_read,
    ),
)
