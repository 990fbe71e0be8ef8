"""Runs over a dump: its articles go through one by one, a damage costs what is behind it."""

import bz2
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tasks import pipeline
from tasks.publish.layout import Layout
from tasks.run import catalogue
from tests.made_exports import EVENT, OTHER, export, multistream, page
from tests.pipeline.small_run import let_validation_say, settings_in, write_article

WHOLE = export(*(page(f"Raid {n}", EVENT, number=n) for n in range(4)), page("A film", OTHER, number=9))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let validation pass everything."""
    let_validation_say(monkeypatch)


def test_dump_beside_articles(tmp_path: Path) -> None:
    """A dump as an input gives the rows of its articles; a second run finds nothing new."""
    path = tmp_path / "export.xml.bz2"
    path.write_bytes(bz2.compress(WHOLE))
    settings = settings_in(tmp_path, dumps__pages="events")
    first = pipeline.build(settings, (path,))
    articles = pq.read_table(tmp_path / "processed" / "latest" / "articles.parquet").to_pylist()
    assert [row["article_id"] for row in articles] == [f"enwiki:Raid_{n}" for n in range(4)]
    assert {row["source_format"] for row in articles} == {"dump"}
    assert articles[2]["source_path"] == "export.xml.bz2#2"
    second = pipeline.build(settings, (path,))
    assert (second.end, second.version) == ("unchanged", first.version)


def test_damaged_dump_keeps_what_is_before(tmp_path: Path) -> None:
    """What was whole before the damage is published, and the damage is named with its byte."""
    packed, _ = multistream(WHOLE, 5, many=2)
    path = tmp_path / "export.xml.bz2"
    path.write_bytes(packed[: len(packed) * 3 // 5])
    outcome = pipeline.build(settings_in(tmp_path), (path,))
    assert 0 < outcome.rows["articles"] < 5
    (failure,) = outcome.failures
    assert "byte" in failure


def test_a_dump_that_is_as_it_was_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its articles are known, as those of any file; pages taken from it stay as long as it is an input."""
    monkeypatch.setattr("tasks.sources.dump.read.SMALL_BYTES", 100)
    monkeypatch.setattr(catalogue, "GRAIN_SECONDS", 0.0)
    path = tmp_path / "export.xml"
    path.write_bytes(WHOLE)
    settings = settings_in(tmp_path)
    first = pipeline.build(settings, (path,))
    (taken,) = Layout(tmp_path / "processed").dumps.iterdir()
    os.utime(taken, (0, 0))
    with monkeypatch.context() as apart:
        apart.setattr("tasks.pipeline.inputs.each_unread", lambda *_: pytest.fail("a file was read"))
        second = pipeline.build(settings, (path,))
    assert (second.end, second.version) == ("unchanged", first.version)
    write_article(tmp_path / "raw", "Alpha")
    third = pipeline.build(settings, (path, tmp_path / "raw"))
    assert third.articles == {"new": 1, "changed": 0, "unchanged": 4, "dropped": 0, "failed": 0}
    assert taken.exists()


def test_what_is_asked_of_a_dump_is_part_of_what_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where all pages are wanted, those that an earlier run left out are read."""
    monkeypatch.setattr(catalogue, "GRAIN_SECONDS", 0.0)
    path = tmp_path / "export.xml"
    path.write_bytes(WHOLE)
    some = pipeline.build(settings_in(tmp_path, dumps__pages="events"), (path,))
    every = pipeline.build(settings_in(tmp_path, dumps__pages="all"), (path,))
    assert (some.rows["articles"], every.rows["articles"]) == (4, 5)


def test_a_dump_with_a_page_that_is_refused_is_read_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal is told again; so is that of an index that came later and names other pages."""
    monkeypatch.setattr(catalogue, "GRAIN_SECONDS", 0.0)
    bad, path = tmp_path / "bad.xml", tmp_path / "a-multistream.xml"
    whole = export(page("A siege", EVENT, number=20), page("Torn", EVENT, number=21))
    bad.write_bytes(whole.replace(b"<title>Torn</title>", b"<title>To<b>rn</title>"))
    path.write_bytes(WHOLE)
    for _ in range(2):
        assert len(pipeline.build(settings_in(tmp_path), (bad, path)).failures) == 1
    (tmp_path / "a-multistream-index.txt").write_text("0:1:One\n", "utf-8")
    assert len(pipeline.build(settings_in(tmp_path), (bad, path)).failures) == 2


def test_same_article_from_two_sources(tmp_path: Path) -> None:
    """Of an article in two dumps neither is taken; the others are."""
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_bytes(export(page("Raid", EVENT), page(f"Only in {name}", EVENT, number=2)))
    outcome = pipeline.build(settings_in(tmp_path), (tmp_path / "a.xml", tmp_path / "b.xml"))
    assert outcome.rows["articles"] == 2
    assert len(outcome.failures) == 2


def test_pages_of_large_dumps_are_cleared_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was taken from a dump stays while runs use it, and goes when none has for long."""
    monkeypatch.setattr("tasks.sources.dump.read.SMALL_BYTES", 100)
    path = tmp_path / "export.xml"
    path.write_bytes(WHOLE)
    settings = settings_in(tmp_path)
    pipeline.build(settings, (path,))
    (kept,) = Layout(tmp_path / "processed").dumps.iterdir()
    pipeline.build(settings, (path,))
    assert kept.exists()
    os.utime(kept, (0, 0))
    (tmp_path / "other.xml").write_bytes(export(page("Another", EVENT)))
    pipeline.build(settings, (tmp_path / "other.xml",))
    assert not kept.exists()
