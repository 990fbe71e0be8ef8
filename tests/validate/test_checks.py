"""Each check holds for the miniature dataset and finds the row that breaks it."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tasks.tables import TABLES
from tasks.tables.suites import EXPECTATIONS
from tasks.validate.checks import CHECKS
from tasks.validate.checks.markup import text_columns
from tasks.validate.staged import Staged
from tests.miniature import HARBOUR, HARBOUR_TEXT, RAID, Rows, miniature_rows, tables_of

NAMES = [f"{check.table}.{check.name}" for check in CHECKS]


def _put(table: str, row: int, **cells: Any) -> Callable[[Rows], None]:
    return lambda rows: rows[table][row].update(cells)


def _drop(table: str, *numbers: int) -> Callable[[Rows], None]:
    return lambda rows: [rows[table].pop(number) for number in sorted(numbers, reverse=True)]  # type: ignore[return-value]


def _nobody(rows: Rows) -> None:
    """Let the raid have no casualties: one figure, of both properties."""
    rows["figures"][5].update(property="killed_or_injured", value_low=0, value_high=0)
    rows["events"][2].update(deaths_low=0, deaths_best=0, deaths_high=0)


# Words within what Reuters is said to have reported.
_QUIST = {
    "char_start": HARBOUR_TEXT.index("Ada Quist"),
    "char_end": HARBOUR_TEXT.index("Ada Quist") + len("Ada Quist"),
}

# For each check, changes of the miniature dataset that each break it, with the number of rows broken.
BROKEN: dict[str, list[tuple[Callable[[Rows], None], int]]] = {
    "events.evidence_stands_in_text": [
        (_put("events", 0, char_start=7), 1),
        (_put("events", 0, char_end=9999), 1),
    ],
    "mentions.name_raw_stands_in_text": [(_put("mentions", 4, name_raw="Ada Quest"), 1)],
    "figures.value_raw_stands_in_text": [(_put("figures", 0, char_end=9), 1)],
    "claims.sentence_stands_in_text": [(_put("claims", 0, sentence_start=0), 1)],
    "claims.cue_stands_in_text": [(_put("claims", 0, cue="says"), 1), (_put("claims", 0, cue_start=None), 1)],
    "claims.claimant_raw_stands_in_text": [(_put("claims", 0, claimant_start=3), 1)],
    "claims.claim_text_is_its_spans": [
        (_put("claims", 3, claim_text='the bombing "an act … of cowardice"'), 1),
        (_put("claims", 3, spans=[]), 1),
    ],
    "claims.spans_fill_the_claim": [
        (_put("claims", 0, char_start=0), 1),
        (lambda rows: rows["claims"][3]["spans"].reverse(), 1),
    ],
    "events.date_raw_is_in_text": [(_put("events", 0, date_raw="5 May 2031"), 1)],
    "events.location_raw_is_in_text": [(_put("events", 0, location_raw="Port Elm"), 1)],
    "events.target_is_in_text": [(_put("events", 0, target="silo"), 1)],
    "events.weapon_is_in_text": [(_put("events", 0, weapon="silo"), 1)],
    "events.part_of_is_in_text": [(_put("events", 0, part_of="silo"), 1)],
    "claims.addressee_raw_is_in_text": [(_put("claims", 0, addressee_raw="CNN"), 1)],
    "claims.medium_is_in_text": [(_put("claims", 0, medium="on the radio"), 1)],
    "figures.victim_raw_is_in_text": [(_put("figures", 0, victim_raw="persons"), 1)],
    "figures.number_is_written": [
        (_put("figures", 0, value_low=13, value_high=13), 1),
        (_put("figures", 3, value_low=0), 1),
        (_put("figures", 1, value_low=1, value_high=1), 0),  # "the" may stand for 1: it cannot tell
    ],
    "figures.qualifier_fits_the_bounds": [
        (_put("figures", 0, value_high=None), 1),
        (_put("figures", 3, value_high=20), 1),
        (_put("figures", 0, value_qualifier="vague"), 1),
        (_put("figures", 0, value_qualifier="range"), 1),
    ],
    "figures.figure_lies_in_its_claim": [(_put("figures", 0, claim_id="claim-2"), 1)],
    "claims.claim_is_in_its_events_article": [(_put("claims", 0, event_id="event-3"), 1)],
    "figures.figure_is_in_its_claims_article": [
        (_put("figures", 0, event_id="event-3"), 1),
        (_put("figures", 0, article_id=RAID), 1),
    ],
    "event_actors.role_is_in_its_claims_article": [(_put("event_actors", 0, claim_id="claim-8"), 1)],
    "event_actors.allegation_is_marked": [
        (_put("event_actors", 0, is_alleged=False, **_QUIST), 1),
        (_put("event_actors", 0, is_alleged=False, role="mentioned", **_QUIST), 0),
        (_put("event_actors", 0, is_alleged=False), 0),  # words outside what anybody says
    ],
    "claims.voice_fits_the_claimant": [
        (_put("claims", 0, cue=None), 1),
        (_put("claims", 6, claimant_resolution="exact"), 1),
        (_put("claims", 6, cue="The"), 1),
    ],
    "claims.resolution_fits_the_actor": [
        (_put("claims", 0, claimant_actor_id=None), 1),
        (_put("claims", 0, claimant_resolution="unresolved"), 1),
    ],
    "claims.superseded_has_an_update": [
        (_put("claims", 1, updates_claim_id=None), 1),
        (_put("claims", 0, status="accepted"), 1),
    ],
    "claims.update_is_the_claimants_own": [(_put("claims", 1, claimant_actor_id="actor-front"), 1)],
    "claims.conflict_has_its_group": [
        (_put("claims", 4, conflict_group=None), 1),
        (_put("claims", 4, conflict_group="group-2"), 1),
        (_put("claims", 4, status="accepted"), 1),
    ],
    "events.sub_event_type_fits": [(_put("events", 0, event_type="Battles"), 1)],
    "events.event_has_a_claim": [(_drop("claims", 6), 1)],
    "articles.article_has_one_main_event": [
        (_put("events", 1, is_main=True), 1),
        (_put("events", 2, is_main=False), 1),
    ],
    "events.claims_are_counted": [
        (_put("events", 0, n_claims=5), 1),
        (_put("events", 0, n_claimants=6), 1),
        (_put("claims", 4, claimant_resolution="anonymous"), 1),
    ],
    "actors.mentions_are_counted": [(_put("actors", 1, n_mentions=1), 1)],
    "events.date_is_whole": [
        (_put("events", 0, date_prec=None), 1),
        (_put("events", 0, date_basis=None), 1),
        (_put("events", 0, date_edtf=None), 1),
    ],
    "events.exact_day_is_one_day": [(_put("events", 0, date_end=date(2031, 5, 6)), 1)],
    "events.event_is_before_its_report": [(_put("events", 0, date_start=date(2031, 6, 2)), 1)],
    "actors.part_of_actor_id_makes_no_circle": [
        (_put("actors", 0, part_of_actor_id="actor-norland"), 1),
        (_put("actors", 0, part_of_actor_id="actor-service"), 2),
    ],
    "claims.parent_claim_id_makes_no_circle": [(_put("claims", 2, parent_claim_id="claim-4"), 2)],
    "claims.updates_claim_id_makes_no_circle": [(_put("claims", 0, updates_claim_id="claim-2"), 2)],
    "actors.name_is_in_text": [(_put("actors", 3, name="A. Quist"), 1)],
    "events.deaths_come_from_figures": [
        (_put("events", 0, deaths_low=11), 1),
        (_put("events", 0, deaths_high=47), 1),
        (_put("events", 1, deaths_low=1), 1),
        (_put("figures", 5, is_negated=True), 1),
        (_put("figures", 5, property="killed_or_injured"), 1),
        (_put("figures", 5, event_id="event-1"), 1),
        (_nobody, 0),
    ],
    "events.injured_come_from_figures": [(_put("events", 0, injured_low=29), 1)],
    "events.deaths_best_is_its_figure": [
        (_nobody, 0),
        (_put("events", 0, deaths_best=15), 1),
        (_put("events", 0, deaths_best_figure_id="figure-2"), 1),
        (_put("events", 0, deaths_best_figure_id=None), 1),
        (_put("events", 2, deaths_best_figure_id=None, deaths_high=3), 1),
        (_put("figures", 2, event_id="event-2"), 1),
    ],
    "events.injured_best_is_stated": [
        (_put("events", 0, injured_low=29, injured_best=29), 1),
    ],
    "events.best_has_its_rule": [(_put("events", 0, best_rule=None), 1)],
    "events.coordinates_are_whole": [
        (_put("events", 0, longitude=None), 1),
        (_put("events", 0, where_prec=None), 1),
        (_put("events", 0, place_basis=None), 1),
    ],
    "events.no_null_island": [(_put("events", 0, latitude=0.0, longitude=0.0), 1)],
    "events.country_is_around_coordinates": [
        (_put("events", 0, latitude=50.28, longitude=-3.65), 1),
        (_put("events", 0, country_iso3="USA"), 1),
        (_put("events", 0, country_iso3="SWE"), 0),  # whose towns are near: no map of borders is asked
        (_put("events", 0, latitude=35.0, longitude=-40.0), 0),  # at sea
    ],
    "events.place_has_its_basis": [(_put("events", 0, place_basis=None), 1)],
    **{
        f"{table}.{name}": [
            (_put(table, row, **{text_columns(table)[-1]: residue}), 1)
            for residue in ("{{cite", "x|y", "[[Port Velm]]", "a<ref>", "'''b'''", "a&nbsp;b", "</small>")
        ]
        for table, name, row in [
            *(
                (t, "no_residue_in_rendered_text", 0)
                for t in ("articles", "events", "actors", "mentions", "claims")
            ),
            *((t, "no_residue_in_rendered_text", 0) for t in ("event_actors", "figures")),
            *(
                (t, "no_markup_left", -1)
                for t in ("articles", "events", "mentions", "event_actors", "claims")
            ),
            *((t, "no_markup_left", -1) for t in ("figures", "citations", "claim_citations")),
        ]
    },
    "changes.change_has_its_values": [
        (_put("changes", 0, new_value="1"), 1),
        (_put("changes", 1, changed_column=None), 1),
        (_put("changes", 2, new_value="It stands"), 1),
        (_put("changes", 2, old_value=None), 1),
    ],
    "changes.change_has_its_subject": [
        (_put("changes", 0, property=None), 1),
        (_put("changes", 1, thread_id="thread-1"), 1),
        (_put("changes", 2, thread_id=None), 1),
    ],
    "changes.change_in_its_claims_article": [(_put("changes", 0, claim_id="claim-1"), 1)],
    "claims.seen_in_order": [
        (_put("claims", 7, last_seen_at=datetime(2031, 5, 1, tzinfo=UTC)), 1),
        (_put("claims", 7, first_seen_at=None), 1),
        (_put("claims", 7, last_seen_revision_id=None, last_seen_at=None), 1),
        (_put("claims", 7, first_seen_revision_id=None, first_seen_at=None), 0),  # older than the history
    ],
    "claims.last_seen_in_what_was_read": [(_put("claims", 7, last_seen_revision_id=76), 1)],
    "changes.no_markup_left": [(_put("changes", 2, old_value="The [[bridge]] fell"), 1)],
    "changes.no_residue_in_rendered_text": [
        (_put("changes", 0, article_id=HARBOUR, old_value="{{x"), 1),
    ],
    "citations.no_residue_in_rendered_text": [(_put("citations", 0, article_id=HARBOUR, title="{{x"), 1)],
    "claim_citations.no_residue_in_rendered_text": [
        (_put("claim_citations", 0, claim_id="claim-1", citation_id="{{citation"), 1)
    ],
}


def test_all_hold_for_a_sound_dataset() -> None:
    """The miniature dataset breaks no check."""
    staged = Staged(tables_of(miniature_rows()))
    assert [str(check.run(staged)) for check in CHECKS if not check.run(staged).success] == []


def test_each_check_has_its_broken_datasets() -> None:
    """No check stands without a dataset that breaks it; names are unique."""
    assert sorted(NAMES) == sorted(BROKEN)


@pytest.mark.parametrize("check", CHECKS, ids=NAMES)
def test_it_finds_what_breaks_it(check: Any) -> None:
    """Each change is found, in as many rows as it breaks."""
    for change, rows_broken in BROKEN[f"{check.table}.{check.name}"]:
        rows = miniature_rows()
        change(rows)
        result = check.run(Staged(tables_of(rows)))
        assert len(result.offences) == rows_broken, result
        assert result.success == (rows_broken == 0)


def _residue(table: str) -> Any:
    [check] = [c for c in CHECKS if (c.table, c.name) == (table, "no_residue_in_rendered_text")]
    return check


def test_residue_that_the_issue_log_tells_of_is_no_news() -> None:
    """A rendered text may have it; a row that was extracted may not; the article is named."""
    rows = miniature_rows()
    rows["articles"][0]["text"] += "{{cite"
    assert not _residue("articles").run(Staged(tables_of(rows))).success
    issue = {"article_id": HARBOUR, "stage": "text", "code": "markup_residue", "severity": "warning"}
    rows["issues"].append(issue | {"place": "char 9", "value": "{{cite", "message": "Left-over markup."})
    rows["claims"][0]["claim_text"] = "12 people {{were killed"
    staged = Staged(tables_of(rows))
    assert _residue("articles").run(staged).success
    told = str(_residue("claims").run(staged))
    assert "2031 Port Velm bombing: claim_text: 12 people {{were killed" in told
    assert "*" not in told


def test_no_rule_stands_in_two_places() -> None:
    """What an expectation says of some columns of a table, no check says again."""
    said = set()
    for name in TABLES:
        for entry in json.loads((EXPECTATIONS / f"{name}.json").read_text("utf-8"))["expectations"]:
            kwargs = entry["kwargs"]
            columns = kwargs.get("column_list") or [kwargs[k] for k in kwargs if k.startswith("column")]
            said.add((name, frozenset(columns)))
    assert [check.name for check in CHECKS if (check.table, frozenset(check.subject)) in said] == []


def test_markup_is_looked_for_in_all_text_of_readers() -> None:
    """Raw markup, addresses and the issue log are out of scope, and nothing else that is free text."""
    assert "infobox" not in text_columns("articles")
    assert {"claim_text", "sentence", "cue", "medium"} <= set(text_columns("claims"))
    assert {"events", "citations", "mentions"} <= {
        check.table for check in CHECKS if check.name == "no_markup_left"
    }
    assert not any(check.table == "issues" for check in CHECKS)
