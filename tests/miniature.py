"""A small dataset, built by hand, in which every rule of validation holds.

Two invented articles, one rendered and one read from wikitext, with a bit of everything: a toll that is
updated, one that others dispute, a denial, a statement within a statement, citations, coordinates.
`miniature_rows()` gives rows to change, `miniature_tables()` the tables.  Offsets are found, not counted.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from tasks.tables import SCHEMA_VERSION, TABLES, to_table
from tasks.version import EXTRACTOR_VERSION

Rows = dict[str, list[dict[str, Any]]]

HARBOUR = "enwiki:2031_Port_Velm_bombing"
HARBOUR_TEXT = """= 2031 Port Velm bombing =

Port Velm bombing
- Date: 4 May 2031
- Location: Port Velm, Norland
- Target: grain terminal

The 2031 Port Velm bombing took place on 4 May 2031 at the grain terminal of Port Velm.

== Attack ==
The Norland Health Service said that 12 people were killed and 30 injured.
On 6 May 2031, it raised the toll to 14 dead.
Reuters reported that the mayor, Ada Quist, called the bombing "an act … of cowardice".
"At least 20 people were killed", according to the Harbour Union.
The Free Coast Front denied responsibility. The next day, shelling in Aldmoor wounded a guard.
"""

RAID = "enwiki:Raid_on_Karst_Bridge"
RAID_TEXT = """= Raid on Karst Bridge =

The raid on Karst Bridge happened in March 1902. Two sentries died in the raid.
"""

A_TIME = datetime(2031, 6, 1, 12, 0, tzinfo=UTC)


def miniature_tables() -> dict[str, pa.Table]:
    """Return the miniature dataset."""
    return tables_of(miniature_rows())


def tables_of(rows: Rows) -> dict[str, pa.Table]:
    """Return rows, by table, as tables."""
    return {name: to_table(name, rows[name]) for name in TABLES}


def miniature_rows() -> Rows:
    """Return the rows of the miniature dataset by table, anew at each call."""
    return {
        "articles": [
            _article(HARBOUR, "2031 Port Velm bombing", HARBOUR_TEXT, "text", infobox='{"Date": "4 May"}'),
            _article(RAID, "Raid on Karst Bridge", RAID_TEXT, "wikitext", revision_id=77),
        ],
        "events": _events(),
        "actors": _actors(),
        "mentions": _mentions(),
        "event_actors": [
            _row("event_actors", event_id="event-1", actor_id="actor-front", role="perpetrator", side="a",
                 is_alleged=True, claim_id="claim-6", rule="claimed", confidence=0.8,
                 **_at(HARBOUR_TEXT, "Free Coast Front")),
            _row("event_actors", event_id="event-3", actor_id="actor-sentries", role="victim",
                 is_alleged=False, rule="counted", **_at(RAID_TEXT, "Two sentries")),
        ],
        "claims": _claims(),
        "figures": _figures(),
        "citations": [
            _row("citations", citation_id="citation-1", article_id=RAID, title="Bridges of the Karst",
                 publisher="Karst Press", author="B. Moll", url="https://example.org/karst",
                 published_date=date(1999, 2, 3), published_date_edtf="1999-02-03",
                 accessed_date=date(2030, 1, 2), accessed_date_edtf="2030-01-02", language="en"),
        ],
        "claim_citations": [_row("claim_citations", claim_id="claim-8", citation_id="citation-1")],
        "changes": _changes(),
        "issues": [
            _row("issues", article_id=HARBOUR, stage="dates", code="no_year", severity="info",
                 place="char 10-20", value="", message="The words name no year."),
        ],
    }  # fmt: skip


def _changes() -> list[dict[str, Any]]:
    """Return three changes of the raid's article: its statement, the toll in it, and an event's column."""
    at = {
        "article_id": RAID, "revision_id": 77, "previous_revision_id": 70, "revision_timestamp": A_TIME,
        "is_revert": False, "is_reverted": False,
    }  # fmt: skip
    claim = {
        "thread_id": "thread-1", "old_claim_id": "claim-0", "new_claim_id": "claim-8", "claim_id": "claim-8",
        "claim_text": "Two sentries died in the raid",
    }  # fmt: skip
    return [
        _row("changes", change_id="change-1", change_order=0, change_kind="altered", changed_table="figures",
             changed_column="value", property="killed", old_value="1", new_value="2", old_low=1, old_high=1,
             new_low=2, new_high=2, **at, **claim),
        _row("changes", change_id="change-2", change_order=1, change_kind="altered", changed_table="events",
             changed_column="deaths_best", old_value="1", new_value="2", event_id="event-3", **at),
        _row("changes", change_id="change-3", change_order=2, change_kind="dropped", changed_table="claims",
             old_value="The bridge fell", claimant="B. Moll", thread_id="thread-2", old_claim_id="claim-x",
             claim_text="The bridge fell", **at),
    ]  # fmt: skip


def _row(table: str, **cells: Any) -> dict[str, Any]:
    """Return a row with NULL in each column that is not given."""
    return {**dict.fromkeys(TABLES[table].names), **cells}


def _at(text: str, words: str, after: str = "") -> dict[str, int]:
    """Return the offsets of words, at their first place behind `after`."""
    start = text.index(words, text.index(after))
    return {"char_start": start, "char_end": start + len(words)}


def _article(article_id: str, title: str, text: str, source_format: str, **cells: Any) -> dict[str, Any]:
    return _row(
        "articles", article_id=article_id, title=title, language="en",
        url=f"https://en.example.org/wiki/{title.replace(' ', '_')}", source_format=source_format,
        source_path=f"{title.replace(' ', '_')}.txt", content_sha256="ab" * 32, retrieved_at=A_TIME,
        license="CC BY-SA 4.0", attribution="Its contributors", text=text, schema_version=SCHEMA_VERSION,
        extractor_version=EXTRACTOR_VERSION, **cells,
    )  # fmt: skip


def _events() -> list[dict[str, Any]]:
    main = HARBOUR_TEXT[HARBOUR_TEXT.index("The 2031") : HARBOUR_TEXT.index("\n\n== Attack")]
    aside = "The next day, shelling in Aldmoor wounded a guard."
    raid = "The raid on Karst Bridge happened in March 1902."
    return [
        _row(
            "events", event_id="event-1", article_id=HARBOUR, is_main=True, event_order=0,
            event_name="2031 Port Velm bombing", event_type="Explosions/Remote violence",
            sub_event_type="Remote explosive/landmine/IED", plover_event_type="ASSAULT",
            plover_mode="explosives", date_start=date(2031, 5, 4), date_end=date(2031, 5, 4), date_prec=1,
            date_edtf="2031-05-04", date_raw="4 May 2031", date_basis="infobox",
            location_raw="Port Velm, Norland", location="Port Velm", adm_1="Velm", country="Norland",
            country_iso3="NOR", latitude=59.25, longitude=10.5, where_prec=1, place_basis="gazetteer",
            geonameid=4711, target="grain terminal", deaths_low=12, deaths_best=14, deaths_high=20,
            injured_low=30, injured_best=30, injured_high=30, best_rule="latest_update",
            deaths_best_figure_id="figure-3", deaths_of="all", n_claims=6, n_claimants=5, evidence=main,
            rule="own_sentence", **_at(HARBOUR_TEXT, main),
        ),
        _row(
            "events", event_id="event-2", article_id=HARBOUR, is_main=False, event_order=1,
            event_name="Shelling in Aldmoor", event_type="Explosions/Remote violence",
            sub_event_type="Shelling/artillery/missile attack", date_start=date(2031, 5, 5),
            date_end=date(2031, 5, 5), date_prec=1, date_edtf="2031-05-05", date_raw="The next day",
            date_basis="relative", location_raw="Aldmoor", location="Aldmoor", injured_low=1,
            injured_best=1, injured_high=1, best_rule="lowest", n_claims=1, n_claimants=0,
            evidence=aside, rule="verb_with_toll", confidence=0.9, **_at(HARBOUR_TEXT, aside),
        ),
        _row(
            "events", event_id="event-3", article_id=RAID, is_main=True, event_order=0,
            event_name="Raid on Karst Bridge", event_type="Battles", sub_event_type="Armed clash",
            date_start=date(1902, 3, 1), date_end=date(1902, 3, 31), date_prec=4, date_edtf="1902-03",
            date_raw="March 1902", date_basis="sentence", deaths_low=2, deaths_best=2, deaths_high=2,
            best_rule="lowest", deaths_best_figure_id="figure-6", deaths_of="soldiers", n_claims=1,
            n_claimants=0, evidence=raid, rule="own_sentence", **_at(RAID_TEXT, raid),
        ),
    ]  # fmt: skip


def _actors() -> list[dict[str, Any]]:
    def actor(key: str, name: str, kind: str, **cells: Any) -> dict[str, Any]:
        cells = {"aliases": [], "resolution_method": "exact", "n_articles": 1, "n_mentions": 1} | cells
        return _row("actors", actor_id=f"actor-{key}", name=name, actor_kind=kind, **cells)

    return [
        actor("norland", "Norland", "state", inter=1, country_iso3="NOR"),
        actor(
            "service", "Norland Health Service", "government", part_of_actor_id="actor-norland", n_mentions=2
        ),
        actor("reuters", "Reuters", "media"),
        actor("quist", "Ada Quist", "person", position="the mayor", aliases=["Quist"]),
        actor("union", "Harbour Union", "organisation"),
        actor("front", "Free Coast Front", "armed_group", inter=2, page_title="Free Coast Front"),
        actor("sentries", "sentries", "unknown"),
    ]


def _mentions() -> list[dict[str, Any]]:
    def mention(number: int, key: str, words: str, kind: str = "name", after: str = "") -> dict[str, Any]:
        article, text = (RAID, RAID_TEXT) if key == "sentries" else (HARBOUR, HARBOUR_TEXT)
        return _row(
            "mentions", mention_id=f"mention-{number}", article_id=article, actor_id=f"actor-{key}",
            name_raw=words, mention_kind=kind, resolution_method="exact", **_at(text, words, after),
        )  # fmt: skip

    return [
        mention(1, "norland", "Norland"),
        mention(2, "service", "Norland Health Service"),
        mention(3, "service", "it", "pronoun", after="May 2031, it"),
        mention(4, "reuters", "Reuters"),
        mention(5, "quist", "Ada Quist"),
        mention(6, "union", "Harbour Union"),
        mention(7, "front", "Free Coast Front"),
        mention(8, "sentries", "sentries"),
    ]


def _claim(number: int, sentence: str, parts: list[str], **cells: Any) -> dict[str, Any]:
    """Return a claim of the harbour article, or of the other one where its sentence stands there."""
    article, text = (RAID, RAID_TEXT) if sentence in RAID_TEXT else (HARBOUR, HARBOUR_TEXT)
    start = text.index(sentence)
    spans, at = [], start
    for part in parts:
        at = text.index(part, at)
        spans.append({"start": at, "end": at + len(part)})
        at += len(part)
    found = {
        f"{name}_start": text.index(cells[column], start)
        for name, column in (("cue", "cue"), ("claimant", "claimant_raw"))
        if column in cells
    }
    defaults = {
        "event_id": "event-1", "section": "Attack", "voice": "attributed", "claim_type": "statement",
        "quote_type": "none", "is_hedged": False, "is_negated": False, "status": "accepted",
        "confidence": 0.9,
    }  # fmt: skip
    return _row(
        "claims", claim_id=f"claim-{number}", article_id=article, sentence=sentence, sentence_start=start,
        claim_text=" … ".join(parts), spans=spans, char_start=spans[0]["start"], char_end=spans[-1]["end"],
        **defaults | found | cells,
    )  # fmt: skip


def _claims() -> list[dict[str, Any]]:
    first = "The Norland Health Service said that 12 people were killed and 30 injured."
    update = "On 6 May 2031, it raised the toll to 14 dead."
    nested = 'Reuters reported that the mayor, Ada Quist, called the bombing "an act … of cowardice".'
    union = '"At least 20 people were killed", according to the Harbour Union.'
    aside = "The next day, shelling in Aldmoor wounded a guard."
    denial = "The Free Coast Front denied responsibility."
    return [
        _claim(1, first, ["12 people were killed and 30 injured"], claimant_actor_id="actor-service",
               claimant_raw="The Norland Health Service", claimant_resolution="exact", cue="said",
               cue_class="report", rule="said_that", status="superseded", conflict_group="group-1"),
        _claim(2, update, ["14 dead"], claimant_actor_id="actor-service", claimant_raw="it",
               claimant_resolution="pronoun", cue="raised the toll to", cue_class="figure_update",
               claim_date=date(2031, 5, 6), claim_date_prec=1, claim_date_edtf="2031-05-06",
               updates_claim_id="claim-1", rule="figure_update", status="conflict", conflict_group="group-1"),
        _claim(3, nested, ['the mayor, Ada Quist, called the bombing "an act … of cowardice"'],
               claimant_actor_id="actor-reuters", claimant_raw="Reuters", claimant_resolution="exact",
               cue="reported", cue_class="report", rule="said_that"),
        _claim(4, nested, ["the bombing", '"an act … of cowardice"'], claimant_actor_id="actor-quist",
               claimant_raw="the mayor, Ada Quist", claimant_resolution="exact", cue="called",
               cue_class="label", claim_type="condemnation", quote_type="partial", parent_claim_id="claim-3",
               rule="called"),
        _claim(5, union, ['"At least 20 people were killed"'], claimant_actor_id="actor-union",
               claimant_raw="the Harbour Union", claimant_resolution="exact", cue="according to",
               cue_class="according_to", quote_type="full", rule="according_to", status="conflict",
               conflict_group="group-1"),
        _claim(6, denial, ["responsibility"], claimant_actor_id="actor-front",
               claimant_raw="The Free Coast Front", claimant_resolution="exact", cue="denied",
               cue_class="denial", claim_type="denial", rule="denied"),
        _claim(7, aside, ["shelling in Aldmoor wounded a guard"], event_id="event-2", voice="article",
               rule="narration", confidence=None),
        _claim(8, "Two sentries died in the raid.", ["Two sentries died in the raid"], event_id="event-3",
               section="lead", voice="article", rule="narration", confidence=None, first_seen_revision_id=70,
               first_seen_at=A_TIME, last_seen_revision_id=77, last_seen_at=A_TIME),
    ]  # fmt: skip


def _figures() -> list[dict[str, Any]]:
    def figure(number: int, claim: int, words: str, prop: str, low: int | None, high: int | None,
               qualifier: str = "exact", event: int = 1, **cells: Any) -> dict[str, Any]:  # fmt: skip
        article, text = (RAID, RAID_TEXT) if event == 3 else (HARBOUR, HARBOUR_TEXT)
        flags = ("is_additional", "is_cumulative", "is_negated", "is_subset", "is_named")
        cells = dict.fromkeys(flags, False) | {"victim_class": "unknown"} | cells
        return _row(
            "figures", figure_id=f"figure-{number}", claim_id=f"claim-{claim}", event_id=f"event-{event}",
            article_id=article, property=prop, value_low=low, value_high=high, value_qualifier=qualifier,
            value_raw=words, rule="predicate", **_at(text, words), **cells,
        )  # fmt: skip

    return [
        figure(1, 1, "12 people were killed", "killed", 12, 12, victim_raw="people", victim_class="mixed"),
        figure(2, 1, "30 injured", "injured", 30, 30),
        figure(3, 2, "14 dead", "killed", 14, 14, is_cumulative=True),
        figure(4, 5, "At least 20 people were killed", "killed", 20, None, "at_least"),
        figure(5, 7, "wounded a guard", "injured", 1, 1, event=2, victim_raw="guard"),
        figure(6, 8, "Two sentries died", "killed", 2, 2, event=3, victim_raw="sentries"),
    ]
