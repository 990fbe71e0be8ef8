"""Rows of the table `changes`, and the columns of claims that say since when and until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tasks.assemble.claim_rows import SEEN
from tasks.assemble.identifiers import Occurrences, identifier
from tasks.assemble.row import Row, Rows
from tasks.history.compare import Difference, differences
from tasks.history.revision_statements import Said, Statement
from tasks.history.threads import Moment, moments


def with_changes(rows: Rows, revisions: Sequence[Said], is_complete: bool) -> Rows:
    """Return an article's rows with what its revisions add: `changes`, and when each claim was seen.

    Args:
        rows: of the article as it stands, which is the last of the revisions.
        revisions: all that can be read, the oldest first.
        is_complete: whether they begin with the article's first; if not, what the first of them says
            may be older, so nothing is said of its coming.
    """
    article_id = rows["articles"][0]["article_id"]
    passed = moments(article_id, revisions)
    present = {statement.claim_id: thread for thread, statement in passed[-1].threads.items()}
    seen = _first_seen(passed, is_complete)
    last = passed[-1].said
    claims = []
    for row in rows["claims"]:
        if row["claim_id"] not in present:
            claims.append(row)
            continue
        times = (*seen[present[row["claim_id"]]], last.revision_id, last.timestamp)
        claims.append(row | dict(zip(SEEN, times, strict=True)))
    current = {thread: claim_id for claim_id, thread in present.items()}
    event_id = next((row["event_id"] for row in rows["events"] if row["is_main"]), None)
    changes = list(_changes(article_id, passed, is_complete, current, event_id))
    return {**rows, "claims": claims, "changes": changes}


def _first_seen(passed: Sequence[Moment], is_complete: bool) -> dict[str, tuple[object, object]]:
    """Return each thread's first revision and its time; NULLs where it may have been there before."""
    seen: dict[str, tuple[object, object]] = {}
    for index, moment in enumerate(passed):
        is_known = is_complete or index > 0
        for thread in moment.threads:
            first = (moment.said.revision_id, moment.said.timestamp) if is_known else (None, None)
            seen.setdefault(thread, first)
    return seen


def _changes(
    article_id: str,
    passed: Sequence[Moment],
    is_complete: bool,
    current: Mapping[str, str],
    event_id: str | None,
) -> Iterator[Row]:
    before: Mapping[str, Statement] = {}
    was: Said | None = None
    for moment in passed:
        seen = Occurrences()
        if was is not None or is_complete:
            found = differences(before, moment.threads, was, moment.said)
            for order, difference in enumerate(found):
                row = _row(article_id, moment, was, difference, current, event_id, seen)
                yield row | {"change_order": order}
        before, was = moment.threads, moment.said


def _row(
    article_id: str,
    moment: Moment,
    was: Said | None,
    difference: Difference,
    current: Mapping[str, str],
    event_id: str | None,
    seen: Occurrences,
) -> Row:
    statement = difference.after or difference.before
    number = difference.new_number or difference.old_number
    what = (
        difference.thread, difference.kind, difference.table, difference.column,
        None if number is None else number.counts,
    )  # fmt: skip
    old, new = difference.old_number, difference.new_number
    return {
        "change_id": identifier("history", article_id, moment.said.revision_id, *what, seen.next(what)),
        "article_id": article_id,
        "revision_id": moment.said.revision_id,
        "revision_timestamp": moment.said.timestamp,
        "previous_revision_id": None if was is None else was.revision_id,
        "change_kind": difference.kind,
        "changed_table": difference.table,
        "changed_column": difference.column,
        "property": None if number is None else number.counts,
        "old_value": difference.old,
        "new_value": difference.new,
        "old_low": None if old is None else old.low,
        "old_high": None if old is None else old.high,
        "new_low": None if new is None else new.low,
        "new_high": None if new is None else new.high,
        "claimant": None if statement is None else statement.claimant,
        "claim_text": None if statement is None else statement.text,
        "thread_id": difference.thread,
        "old_claim_id": None if difference.before is None else difference.before.claim_id,
        "new_claim_id": None if difference.after is None else difference.after.claim_id,
        "claim_id": None if difference.thread is None else current.get(difference.thread),
        "event_id": event_id if difference.table == "events" else None,
        "is_revert": moment.is_revert,
        "is_reverted": moment.is_reverted,
    }
