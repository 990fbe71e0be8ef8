"""Origin records: where a raw file is from, checked against its content."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tasks.sources import InputError, read_text_article
from tasks.sources.origin import Origin, parse_origin, path_of, read_origin
from tests.sources.origins import write_origin

RAW = Path(__file__).parents[2] / "data" / "raw"
CONTENT = b"= Raid =\n\nIt failed.\n"
ORIGIN = Origin(
    title="Raid",
    url="https://en.wikipedia.org/wiki/Raid",
    language="en",
    license="CC BY-SA 4.0",
    license_url="https://creativecommons.org/licenses/by-sa/4.0/",
    attribution="Wikipedia contributors",
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    bytes=len(CONTENT),
    how="typed in",
    retrieved_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    revision_id=77,
    revision_timestamp=datetime(2025, 12, 31, tzinfo=UTC),
)


def record(**changes: Any) -> dict[str, Any]:
    """Return a record as JSON has it, with some fields changed."""
    text = path_text(ORIGIN)
    return {**json.loads(text), **changes}


def path_text(origin: Origin) -> str:
    """Return a record as it is written."""
    return json.dumps(
        {
            "title": origin.title, "url": origin.url, "language": origin.language, "license": origin.license,
            "attribution": origin.attribution, "sha256": origin.sha256, "bytes": origin.bytes,
            "how": origin.how, "retrieved_at": "2026-01-02T03:04:05Z",
        }
    )  # fmt: skip


def test_written_and_read_again(tmp_path: Path) -> None:
    """What is written beside the raw file is what is read."""
    raw = tmp_path / "Raid.txt"
    raw.write_bytes(CONTENT)
    write_origin(raw, ORIGIN)
    assert path_of(raw) == tmp_path / "Raid.txt.origin.json"
    assert read_origin(raw, CONTENT) == ORIGIN
    article = read_text_article(raw, tmp_path)
    assert (article.revision_id, article.retrieved_at) == (77, ORIGIN.retrieved_at)
    assert article.content_sha256 == ORIGIN.sha256


def test_another_content_is_refused(tmp_path: Path) -> None:
    """A raw file that was changed after its record was written is not used."""
    raw = tmp_path / "Raid.txt"
    write_origin(raw, ORIGIN)
    with pytest.raises(InputError, match="sha256: the file is not the one"):
        read_origin(raw, CONTENT + b"!")
    write_origin(raw, replace(ORIGIN, bytes=3))
    with pytest.raises(InputError, match="bytes: another number of bytes: 3"):
        read_origin(raw, CONTENT)


def test_no_record_is_no_error(tmp_path: Path) -> None:
    """A raw file may lie there alone."""
    assert read_origin(tmp_path / "Raid.txt", CONTENT) is None


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "\ud800", "[" * 100_000])
def test_what_is_no_json_object_is_refused(tmp_path: Path, text: str) -> None:
    """Broken JSON, deep JSON and other values than an object give an InputError."""
    raw = tmp_path / "Raid.txt"
    path_of(raw).write_text(text, "utf-8", errors="surrogatepass")
    with pytest.raises(InputError, match="the origin record is not"):
        read_origin(raw, CONTENT)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"licence": "x"}, "licence: the origin record has an unknown field"),
        ({"title": 3}, "title: not a value of this field: 3"),
        ({"title": " "}, "title: not a value"),
        ({"title": "a\nb"}, "title: not a value"),
        ({"license": "\ud800"}, "license: not a value"),
        ({"url": "javascript:alert(1)"}, "url: not a value"),
        ({"license_url": "x"}, "license_url: not a value"),
        ({"language": "English"}, "language: not a value"),
        ({"sha256": "abc"}, "sha256: not a value"),
        ({"bytes": "12"}, "bytes: not a value"),
        ({"bytes": True}, "bytes: not a value"),
        ({"bytes": -1}, "bytes: not a value"),
        ({"retrieved_at": "yesterday"}, "retrieved_at: not an ISO 8601 time: yesterday"),
        ({"retrieved_at": "2026-01-02T03:04:05"}, "retrieved_at: a time without its time zone"),
        ({"revision_id": "x"}, "revision_id: not a value"),
    ],
)
def test_wrong_fields_are_named(changes: dict[str, Any], message: str) -> None:
    """The message names the field and shows the value."""
    assert parse_origin(record(), "a.json").title == "Raid"
    with pytest.raises(InputError, match=message):
        parse_origin(record(**changes), "a.json")


@pytest.mark.parametrize(
    ("url", "language", "wiki"),
    [
        ("https://en.wikipedia.org/wiki/Raid", "en", "enwiki"),
        ("https://simple.wikipedia.org/wiki/Raid", "en", "simplewiki"),
        ("https://zh-yue.wikipedia.org/wiki/X", "yue", "zh_yuewiki"),
        ("https://wiki.example.org/Raid", "en", "enwiki"),
        (None, "de", "dewiki"),
    ],
)
def test_wiki_by_address_or_language(url: str | None, language: str, wiki: str) -> None:
    """The article's id begins with the wiki that its address names."""
    assert replace(ORIGIN, url=url, language=language).wiki == wiki


def test_missing_field_is_named() -> None:
    """A record without attribution is no record."""
    some = record()
    del some["attribution"]
    with pytest.raises(InputError, match="attribution: the origin record lacks a field"):
        parse_origin(some, "a.json")


def test_records_of_the_raw_files_are_right() -> None:
    """Every article in data/raw has its record, and the record is about it."""
    files = [path for path in RAW.iterdir() if path.suffix == ".txt"]
    assert files
    for path in files:
        origin = read_origin(path, path.read_bytes())
        assert origin is not None, path.name
        assert origin.license.startswith("CC BY-SA")
