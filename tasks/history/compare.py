"""What differs between two revisions: statements added, dropped, altered, their numbers, the main event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tasks.history.kinship import paired_numbers
from tasks.history.revision_statements import Number, Said, Statement, masked
from tasks.model.change import ChangedTable, ChangeKind

# Columns of the main event whose change is worth a row: what happened, when, where, to how many.
EVENT_COLUMNS = (
    "event_name", "event_type", "sub_event_type", "date_edtf", "location", "country", "part_of", "target",
    "weapon", "deaths_low", "deaths_best", "deaths_high", "injured_low", "injured_best", "injured_high",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    Attributes:
        column: of the row that was altered; None where the whole row came or went.
        old, new: the values as text; None where there was or is none.
        before, after: the statement that it belongs to, as it was and as it is.
        old_number, new_number: the figure, where it is one.
    """

    kind: ChangeKind
    table: ChangedTable
    column: str | None = None
    old: str | None = None
    new: str | None = None
    thread: str | None = None
    before: Statement | None = None
    after: Statement | None = None
    old_number: Number | None = None
    new_number: Number | None = None


def differences(
    before: Mapping[str, Statement], after: Mapping[str, Statement], was: Said | None, now: Said
) -> Iterator[Difference]:
    """Yield what differs: dropped statements, then those altered and added in text order, then the event.

    Args:
        before: statements by thread, in the revision before.
        after: those in the revision.
        was: the revision before; None before the first.
        now: the revision.
    """
    for thread, statement in before.items():
        if thread not in after:
            yield Difference("dropped", "claims", None, statement.text, None, thread, before=statement)
            for number in statement.numbers:
                yield Difference(
                    "dropped", "figures", None, number.value, None, thread, statement, None, number
                )
    for thread, statement in after.items():
        if thread in before:
            yield from _altered(thread, before[thread], statement)
            continue
        yield Difference("added", "claims", None, None, statement.text, thread, after=statement)
        for number in statement.numbers:
            yield Difference(
                "added", "figures", None, None, number.value, thread, None, statement, None, number
            )
    if was is not None:
        yield from _event(was.event, now.event)


def _altered(thread: str, one: Statement, other: Statement) -> Iterator[Difference]:
    numbers = list(_numbers(thread, one, other))
    is_other_speaker = not _is_same_speaker(one, other)
    is_now_attributed = is_other_speaker and None in (one.cue, other.cue)  # its cue came with the claimant
    columns = [
        ("claimant", one.claimant, other.claimant, is_other_speaker),
        ("cue", one.cue, other.cue, _is_other_cue(one, other) and not is_now_attributed),
        ("claim_type", one.claim_type, other.claim_type, one.claim_type != other.claim_type),
        ("claim_text", one.text, other.text, _is_reworded(one, other, bool(numbers))),
        ("claim_date_edtf", one.said_on, other.said_on, one.said_on != other.said_on),
        ("is_negated", _yes(one.is_negated), _yes(other.is_negated), one.is_negated != other.is_negated),
        ("is_hedged", _yes(one.is_hedged), _yes(other.is_hedged), one.is_hedged != other.is_hedged),
    ]
    for column, old, new, differs in columns:
        if differs:
            yield Difference("altered", "claims", column, old, new, thread, one, other)
    yield from numbers


def _numbers(thread: str, one: Statement, other: Statement) -> Iterator[Difference]:
    pairs = paired_numbers(one.numbers, other.numbers)
    for old, new in pairs:
        was, now = one.numbers[old], other.numbers[new]
        if _value(was) != _value(now):
            yield Difference(
                "altered", "figures", "value", was.value, now.value, thread, one, other, was, now
            )
    for index, was in enumerate(one.numbers):
        if index not in {old for old, _ in pairs}:
            yield Difference("dropped", "figures", None, was.value, None, thread, one, other, was, None)
    for index, now in enumerate(other.numbers):
        if index not in {new for _, new in pairs}:
            yield Difference("added", "figures", None, None, now.value, thread, one, other, None, now)


def _event(was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> Iterator[Difference]:
    for column in EVENT_COLUMNS:
        old, new = (None if row is None else _text(row[column]) for row in (was, now))
        if old != new:
            yield Difference("altered", "events", column, old, new)


def _is_same_speaker(one: Statement, other: Statement) -> bool:
    return one.claimant == other.claimant or bool(one.speaker & other.speaker)


def _is_reworded(one: Statement, other: Statement, has_other_numbers: bool) -> bool:
    """Say whether more than its numbers changed; those are told as figures."""
    if not has_other_numbers:
        return one.text.casefold() != other.text.casefold()
    return masked(one.text) != masked(other.text)


def _value(number: Number) -> tuple[object, ...]:
    words = number.words.casefold() if number.low is number.high is None else None
    return (number.low, number.high, number.qualifier, number.is_negated, words)


def _is_other_cue(one: Statement, other: Statement) -> bool:
    return (one.cue or "").casefold() != (other.cue or "").casefold()


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _text(value: object) -> str | None:
    return None if value is None else value.isoformat() if isinstance(value, date) else str(value)
