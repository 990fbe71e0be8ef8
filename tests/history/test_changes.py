"""What revisions did to statements: from texts to the rows of `changes`."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.assemble import rows_of
from tasks.assemble.row import Rows
from tasks.extract import extract
from tasks.history.kinship import paired
from tasks.history.revision_statements import masked, said_by
from tasks.history.rows import with_changes
from tasks.history.threads import reverts
from tasks.sources.rendered_text import read_rendered_text
from tasks.tables import TABLES, to_table
from tests.case_files import Case, load_cases

CASES = load_cases("changes.txt")
HEAD = "= Marlow bombing =\n\nThe Marlow bombing was an attack on 4 May 2031 in Marlow, Norland.\n\n"
START = datetime(2031, 5, 4, 12, tzinfo=UTC)
ARTICLE = "enwiki:Marlow_bombing"


@cache
def extracted(text: str) -> Rows:
    """Return the rows of a text as an article."""
    article = read_rendered_text(
        f"{HEAD}{text}\n", source_path="Marlow_bombing.txt", content_sha256="0" * 64, origin=None
    )
    return rows_of(extract(article))


def passed(texts: Sequence[str], is_complete: bool = True) -> Rows:
    """Return the rows of the last of an article's revisions, numbered from 1, with what changed."""
    said = [
        said_by(extracted(text), number, START + timedelta(days=number), text)
        for number, text in enumerate(texts, 1)
    ]
    return with_changes(extracted(texts[-1]), said, is_complete)


def told(row: dict[str, Any]) -> str:
    """Return a change as the case file writes it."""
    what = row["property"] or row["changed_column"]
    column = f" {what}" if what else ""
    old, new = ("NULL" if value is None else value for value in (row["old_value"], row["new_value"]))
    mark = " (reverted)" if row["is_reverted"] else " (revert)" if row["is_revert"] else ""
    return f"{row['revision_id']} {row['change_kind']} {row['changed_table']}{column}: {old} -> {new}{mark}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_changes(case: Case) -> None:
    """Each revision's changes are those of the case, and statements were first seen when it says."""
    rows = passed([case.text, *case.all("revision")])
    changes = [
        told(row) for row in rows["changes"] if row["revision_id"] > 1 and row["changed_table"] != "events"
    ]
    assert changes == case.all("change")
    for line in case.all("seen"):
        number, words = line.split(" ", 1)
        (claim,) = [row for row in rows["claims"] if words in row["claim_text"] and row["cue"]]
        assert claim["first_seen_revision_id"] == int(number)
        assert claim["last_seen_revision_id"] == 1 + len(case.all("revision"))


def test_rows_keep_their_declaration() -> None:
    """The rows are a table, with an id of their own each."""
    for case in CASES:
        rows = passed([case.text, *case.all("revision")])
        table = to_table("changes", rows["changes"])
        assert len(set(table["change_id"].to_pylist())) == table.num_rows
        assert set(table["article_id"].to_pylist()) <= {ARTICLE}
        to_table("claims", [row | {"claimant_actor_id": None} for row in rows["claims"]])
        assert set(rows["changes"][0]) == set(TABLES["changes"].names)


def test_the_first_revision_brings_what_it_says() -> None:
    """With the whole history its statements are added; with a part of it nobody knows since when."""
    texts = ["The mayor said that the port was closed.", "The mayor said that the port was closed. He left."]
    whole = passed(texts)
    assert [told(row) for row in whole["changes"] if row["changed_table"] == "claims"] == [
        "1 added claims: NULL -> the port was closed"
    ]
    part = passed(texts, is_complete=False)
    assert [row for row in part["changes"] if row["changed_table"] == "claims"] == []
    (claim,) = [row for row in part["claims"] if row["cue"]]
    assert (claim["first_seen_revision_id"], claim["last_seen_revision_id"]) == (None, 2)


def test_changes_of_the_event() -> None:
    """What the article's own event came to is compared column by column."""
    rows = passed(["Twelve people were killed.", "Fourteen people were killed."])
    found = {row["changed_column"]: row for row in rows["changes"] if row["changed_table"] == "events"}
    assert (found["deaths_best"]["old_value"], found["deaths_best"]["new_value"]) == ("12", "14")
    assert {row["event_id"] for row in found.values()} == {rows["events"][0]["event_id"]}


def test_markup_in_a_revision_is_left_out() -> None:
    """A half-finished edit brings no markup into the table."""
    rows = passed(["The mayor said that the {{port was closed.", "The mayor said that the port was closed."])
    assert not re.search(r"\{\{", str(rows["changes"]))


@pytest.mark.parametrize(
    ("sha1s", "origins", "undone"),
    [
        ("abcb", {3: 1}, {2}),
        ("abb", {2: 1}, set()),
        ("abab", {2: 0, 3: 1}, {1, 2}),
        ("a" + "b" * 0 + "cdefghijklmnopqrst" + "a", {}, set()),  # too long ago to be a revert
        ("", {}, set()),
    ],
)
def test_reverts(sha1s: str, origins: dict[int, int], undone: set[int]) -> None:
    """An identity revert restores a text of the last fifteen revisions; what lies between is undone."""
    assert reverts(list(sha1s)) == (origins, undone)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("78 people", "79 people"),
        ("forty-six guards", "7 guards"),
        ("1,008 dead", "two hundred and five dead"),
    ],
)
def test_numbers_do_not_count(one: str, other: str) -> None:
    """Texts that differ by their numbers alone look the same."""
    assert masked(one) == masked(other)
    assert masked("dead people") != masked("injured people")


SENTENCES = st.sampled_from(
    [
        "The mayor said that the port was closed.",
        "The Harbour Union claimed that 12 people were killed.",
        "The Harbour Union claimed that 40 people were killed.",
        "The Free Coast Front denied responsibility.",
        "Reuters reported that shells had hit the harbour.",
        "Two guards were wounded.",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(SENTENCES, max_size=4).map(" ".join), min_size=1, max_size=5))
def test_changes_lead_from_one_revision_to_the_next(texts: list[str]) -> None:
    """Added minus dropped statements are those of the last revision; the same input gives the same rows."""
    rows = passed(texts)
    assert rows == passed(texts)
    claims = [
        row for row in rows["changes"] if row["changed_table"] == "claims" and not row["changed_column"]
    ]
    balance = sum({"added": 1, "dropped": -1}[row["change_kind"]] for row in claims)
    assert balance == len(rows["claims"])
    assert {row["claim_id"] for row in rows["changes"]} - {None} <= {
        row["claim_id"] for row in rows["claims"]
    }
    assert all(row["first_seen_at"] <= row["last_seen_at"] for row in rows["claims"])
    if len(texts) > 1:
        before, after = (said_by(extracted(text), 1, START, text).statements for text in texts[-2:])
        pairs = paired(before, after)
        assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
