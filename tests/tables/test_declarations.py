"""Declarations hold together, and what is made from them is up to date."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import frictionless
import pytest

from tasks.tables import SCHEMA_VERSION, TABLES, to_table, write_parquet
from tasks.tables.column import Column, by_name
from tasks.tables.datapackage import datapackage
from tasks.tables.dictionary import DICTIONARY, dictionary
from tasks.tables.fields import FIELDS
from tasks.tables.suites import EXPECTATIONS, rendered
from tasks.tables.table import ForeignKey, Table
from tasks.tables.terms import terms_of
from tasks.tables.vocabulary import ACLED_EVENT_TYPES, ACLED_SUB_EVENT_TYPES, PLOVER_EVENT_TYPES
from tests.miniature import Rows

CODEBOOK = {
    "articles": "article_id title language url revision_id revision_timestamp source_format source_path "
    "content_sha256 retrieved_at license attribution text infobox schema_version extractor_version",
    "events": "event_id article_id is_main event_order event_name event_type sub_event_type "
    "plover_event_type plover_mode date_start date_end date_prec date_edtf date_raw date_basis time_local "
    "timezone location_raw location adm_2 adm_1 country country_iso3 latitude longitude where_prec "
    "place_basis geonameid part_of "
    "target weapon deaths_low deaths_best deaths_high injured_low injured_best injured_high best_rule "
    "deaths_best_figure_id deaths_a deaths_b deaths_civilians deaths_unknown n_claims n_claimants evidence "
    "char_start char_end",
    "actors": "actor_id name actor_kind inter country_iso3 part_of_actor_id position aliases wikidata_id "
    "resolution_method n_articles n_mentions",
    "mentions": "mention_id article_id actor_id name_raw mention_kind char_start char_end resolution_method",
    "event_actors": "event_id actor_id role side is_alleged claim_id char_start char_end",
    "claims": "claim_id article_id event_id section voice claimant_actor_id claimant_raw claimant_resolution "
    "cue cue_class claim_type claim_text spans char_start char_end sentence quote_type is_hedged is_negated "
    "addressee_raw medium claim_date claim_date_prec claim_date_edtf parent_claim_id updates_claim_id "
    "conflict_group status rule confidence",
    "figures": "figure_id claim_id event_id article_id property value_low value_high value_qualifier "
    "value_raw victim_class victim_raw is_additional is_cumulative is_negated char_start char_end",
    "citations": "citation_id article_id title publisher author url archive_url published_date accessed_date "
    "language",
    "claim_citations": "claim_id citation_id",
}  # the promise of schema version 1: columns may come, none may go


@pytest.mark.parametrize("table", CODEBOOK)
def test_no_promised_column_is_missing(table: str) -> None:
    """Columns of schema version 1 stay as long as its first number does."""
    assert SCHEMA_VERSION.startswith("1.")
    assert set(CODEBOOK[table].split()) <= set(TABLES[table].names)


def test_every_declared_column_is_used() -> None:
    """No declaration lies about, and each table refers to declared ones."""
    assert set(FIELDS) == {name for table in TABLES.values() for name in table.names}


def test_foreign_keys_lead_to_keys() -> None:
    """A foreign key holds the whole key of a table, with the same type."""
    for table in TABLES.values():
        for link in table.foreign_keys:
            assert TABLES[link.table].key == (link.target,), (table.name, link)
            assert FIELDS[link.column].type == FIELDS[link.target].type


def test_borrowed_vocabularies_are_complete() -> None:
    """ACLED has 6 event types with 25 sub-event types, PLOVER 16 event types."""
    assert (len(ACLED_EVENT_TYPES), len(ACLED_SUB_EVENT_TYPES), len(PLOVER_EVENT_TYPES)) == (6, 25, 16)


def test_contradictory_columns_are_refused() -> None:
    """A declaration that cannot be meant is an error at once."""
    import pyarrow as pa

    with pytest.raises(ValueError, match="minimum 2 lies above maximum 1"):
        Column("x", pa.int64(), "A number.", minimum=2, maximum=1)
    with pytest.raises(ValueError, match="declared twice"):
        Column("x", pa.string(), "A word.", values=("a", "a"))
    with pytest.raises(ValueError, match="is a sentence"):
        Column("x", pa.string(), "a word")
    with pytest.raises(ValueError, match=r"declared twice: \['x'\]"):
        by_name(Column("x", pa.string(), "A word."), Column("x", pa.int64(), "A number."))


def test_contradictory_tables_are_refused() -> None:
    """So is a table that names what is not declared or keys rows by what may be NULL."""

    def table(*layout: str, key: str = "event_id", **more: object) -> Table:
        return Table("t", "A table.", (), layout, (key,), (key,), **more)  # type: ignore[arg-type]

    with pytest.raises(ValueError, match="not declared"):
        table("event_id", "nonsense")
    with pytest.raises(ValueError, match="named twice"):
        table("event_id", "event_id")
    with pytest.raises(ValueError, match="never NULL: event_id"):
        table("event_id?")
    with pytest.raises(ValueError, match="only of nullable"):
        table("event_id", due={"event_id": 0.5})
    with pytest.raises(ValueError, match="cannot be that foreign key"):
        table("event_id", foreign_keys=(ForeignKey("event_id", "events", "event_id", on_missing="clear"),))


def test_the_dictionary_is_up_to_date() -> None:
    """`python -m tasks.tables.dictionary` would change nothing."""
    assert DICTIONARY.read_text("utf-8") == dictionary()


@pytest.mark.parametrize("table", TABLES)
def test_the_suites_are_up_to_date(table: str) -> None:
    """`python -m tasks.tables.suites` would change nothing: declared entries as made, others kept."""
    assert (EXPECTATIONS / f"{table}.json").read_text("utf-8") == rendered(TABLES[table])


@dataclass
class _Facts:
    bytes: int
    sha256: str
    rows: int | None


def _package(folder: Path, rows: Rows) -> Path:
    facts = {}
    for name in TABLES:
        path = folder / f"{name}.parquet"
        write_parquet(to_table(name, rows[name]), path)
        content = path.read_bytes()
        facts[path.name] = _Facts(len(content), sha256(content).hexdigest(), len(rows[name]))
    facts["manifest.json"] = _Facts(1, "00", None)
    package = folder / "datapackage.json"
    package.write_text(json.dumps(datapackage(facts, terms_of(["CC BY-SA 4.0"]))), "utf-8")
    return package


def test_the_datapackage_is_valid(tmp_path: Path, miniature_rows: Rows) -> None:
    """An independent reader accepts the description and finds every table, key and checksum."""
    path = _package(tmp_path, miniature_rows)
    described = json.loads(path.read_text("utf-8"))
    assert not list(frictionless.Package.metadata_validate(described))
    package = frictionless.Package(path)
    assert [resource.name for resource in package.resources] == list(TABLES)
    for resource in package.resources:
        table = TABLES[str(resource.name)]
        assert resource.schema.primary_key == list(table.key)
        assert resource.schema.field_names[: len(table.names)] == list(table.names)
        assert len(resource.schema.foreign_keys) == len(table.foreign_keys)


def test_the_datapackage_fits_the_files(tmp_path: Path, miniature_rows: Rows) -> None:
    """The files keep what it says, as far as that reader can read them (it has no lists)."""
    package = frictionless.Package(_package(tmp_path, miniature_rows))
    readable = [name for name in TABLES if name not in ("actors", "claims", "events")]
    for name in readable:
        report = package.get_resource(name).validate()
        # It counts no bytes of Parquet files, reads no other table for a foreign key, and NULL as a nan.
        errors = [e for e in report.flatten(["type", "message"]) if e[0] not in ("byte-count", "hash-count")]
        errors = [e for e in errors if 'The cell "nan"' not in e[1]]
        assert errors == [], name
