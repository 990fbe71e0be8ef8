"""Exports and dumps to articles: schemas, packings, what is taken, what is refused, what is kept."""

import bz2
import gzip
import hashlib
import json
import logging
from pathlib import Path

import pytest
import zstandard

from tasks.model.article import Article
from tasks.sources import DumpOptions, InputError, read_articles, readers
from tasks.sources.dump import Progress, read_dump, watch_dump
from tasks.sources.dump import read as module
from tasks.sources.dump.export_page import sha1_of
from tests.made_exports import EVENT, OTHER, export, filler, head, multistream, page, revision

TALK = page("Talk:Raid on Tolna", EVENT, number=8, ns=1)
REDIRECT = page(
    "Tolna raid", "#REDIRECT [[Raid on Tolna]]", number=9, more='<redirect title="Raid on Tolna" />'
)
THREE = export(page("Raid on Tolna", EVENT), page("A film", OTHER, number=6), TALK, REDIRECT)


def read(path: Path, pages: str = "auto", **options: object) -> tuple[list[Article], list[InputError]]:
    """Return a dump's articles and refusals, that of the whole dump as the last."""
    articles: list[Article] = []
    errors: list[InputError] = []
    try:
        for one in read_dump(path, None, DumpOptions(pages, **options)):  # type: ignore[arg-type]
            (errors if isinstance(one, InputError) else articles).append(one)  # type: ignore[arg-type]
    except InputError as error:
        errors.append(error)
    return articles, errors


def write(folder: Path, content: bytes, name: str = "x.xml") -> Path:
    """Write a file."""
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("schema", ["0.3", "0.6", "0.10", "0.11"])
def test_schemas(tmp_path: Path, schema: str) -> None:
    """Title, ids, time, address, terms and text of a page, whatever the schema."""
    pages = page("Raid on Tolna", EVENT, schema), page("Talk:Raid on Tolna", EVENT, schema, number=8, ns=1)
    (article,), errors = read(write(tmp_path, export(*pages, schema=schema)))
    assert errors == []
    assert (article.article_id, article.title, article.source_format) == (
        "enwiki:Raid_on_Tolna",
        "Raid on Tolna",
        "dump",
    )
    assert (article.url, article.revision_id) == ("https://en.wikipedia.org/wiki/Raid_on_Tolna", 100)
    assert str(article.revision_timestamp) == "2020-01-02 03:04:05+00:00"
    assert (article.license, article.attribution) == ("CC BY-SA 4.0", "Wikipedia contributors")
    assert article.source_path == "x.xml#7"
    assert article.content_sha256 == hashlib.sha256(EVENT.encode()).hexdigest()
    assert "four people were killed & two injured" in article.text
    assert [field.value for field in article.infobox][-1] == "4 killed"
    assert not [issue for issue in article.issues if "sha1" in issue.code]


@pytest.mark.parametrize(
    "pack",
    [
        bytes, gzip.compress, bz2.compress, zstandard.compress,
        lambda content: gzip.compress(content[:900]) + gzip.compress(content[900:]),
        lambda content: zstandard.compress(content[:900]) + zstandard.compress(content[900:]),
        lambda content: bz2.compress(content[:900]) + bz2.compress(content[900:]),
    ],
)  # fmt: skip
def test_packings_are_told_by_content(tmp_path: Path, pack: object) -> None:
    """Names say nothing; the same articles come of any packing, by the one door of all sources."""
    path = write(tmp_path, pack(THREE), "export.txt")  # type: ignore[operator]
    result = read_articles([path], tmp_path)
    assert result.failures == ()
    assert [article.title for article in result.articles] == ["A film", "Raid on Tolna"]


def test_what_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Small exports give all articles, large ones those on events; the rest is counted."""
    path = write(tmp_path, THREE)
    assert [article.title for article in read(path)[0]] == ["Raid on Tolna", "A film"]
    with caplog.at_level(logging.INFO, "casus"):
        assert [article.title for article in read(path, "events")[0]] == ["Raid on Tolna"]
    assert (
        caplog.messages[-1]
        == "x.xml: 4 pages, 1 taken, 2 without an infobox of events, 1 of other namespaces"
    )
    monkeypatch.setattr(module, "SMALL_BYTES", 100)
    assert [article.title for article in read(path)[0]] == ["Raid on Tolna"]
    assert len(read(path, "all")[0]) == 2


def test_nothing_on_events(tmp_path: Path) -> None:
    """A dump without any is an error that says how to take its pages all the same."""
    articles, (error,) = read(write(tmp_path, export(page("A film", OTHER))), "events")
    assert articles == []
    assert "--all-pages" in str(error)


def test_newest_revision(tmp_path: Path) -> None:
    """Of a page with its history the newest revision counts, by time and not by id."""
    old = revision(EVENT.replace("four", "nine"), number=900, time="2019-01-01T00:00:00Z")
    (article,), _ = read(write(tmp_path, export(page("Raid on Tolna", EVENT, more=old))), "events")
    assert (article.revision_id, "four people" in article.text) == (100, True)
    late = revision("Now a redirect page without a box.", number=3, time="2021-01-01T00:00:00Z")
    articles, errors = read(write(tmp_path, export(page("Raid on Tolna", EVENT, more=late))), "events")
    assert (articles, len(errors)) == ([], 1)


def test_text_that_is_not_there(tmp_path: Path) -> None:
    """Deleted texts and stubs are named; the other pages go on."""
    deleted = page("A", "x").replace(
        '<text xml:space="preserve"', '<text deleted="deleted" xml:space="preserve"'
    )
    stub = page("B", "").replace("></text>", ' location="tt:5" />')
    articles, errors = read(write(tmp_path, export(deleted, stub, page("Raid on Tolna", EVENT))))
    assert [article.title for article in articles] == ["Raid on Tolna"]
    assert [error.value for error in errors] == ["A", "B"]


def test_wrong_sha1_is_an_issue(tmp_path: Path) -> None:
    """A text that is not the one the wiki hashed is taken, and said."""
    (article,), _ = read(write(tmp_path, export(page("Raid on Tolna", EVENT, sha1=sha1_of("another")))))
    assert [issue.severity for issue in article.issues if issue.code == "sha1_mismatch"] == ["warning"]


def test_terms_of_an_origin_record(tmp_path: Path) -> None:
    """What is written beside the export says under which terms its pages stand; other wikis are unknown."""
    content = export(page("Raid on Tolna", EVENT)).replace(b"en.wikipedia.org", b"wiki.example")
    path = write(tmp_path, content)
    (article,), _ = read(path)
    assert (article.license, article.url) == ("unknown", "https://wiki.example/wiki/Raid_on_Tolna")
    record = {
        "title": "An export", "url": None, "language": "en", "license": "CC0", "attribution": "Somebody",
        "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content), "how": "by hand",
    }  # fmt: skip
    (tmp_path / "x.xml.origin.json").write_text(json.dumps(record), "utf-8")
    (article,), _ = read(path)
    assert (article.license, article.attribution) == ("CC0", "Somebody")


def test_entities_and_line_ends(tmp_path: Path) -> None:
    """The five entities and character references are resolved once; CRLF between the elements is nothing."""
    content = export(page("Tom & Jerry", EVENT + " 5 &amp;lt; 6 AT&T é")).replace(
        b"\n    <id>", b"\r\n    <id>"
    )
    (article,), errors = read(write(tmp_path, content.replace("é".encode(), b"&#233;")))
    assert (article.title, errors) == ("Tom & Jerry", [])
    assert article.text.endswith("5 &lt; 6 AT&T é\n") or "AT&T é" in article.text


def test_same_title_twice(tmp_path: Path) -> None:
    """Which of them is meant cannot be known, so none is taken."""
    path = write(tmp_path, export(page("Raid on Tolna", EVENT), page("Raid on Tolna", EVENT, number=9)))
    result = read_articles([path], tmp_path)
    assert result.articles == ()
    assert [error.message for error in result.failures] == ["the same title twice in it"] * 2


def test_index(tmp_path: Path) -> None:
    """A multistream dump with fewer pages than its index names has lost some; an index alone is no input."""
    whole = export(*(page(f"Raid {n}", EVENT, number=n) for n in range(7)))
    packed, index = multistream(whole, 7)
    path = write(tmp_path, packed, "xwiki-1-pages-articles-multistream.xml.bz2")
    beside = write(tmp_path, bz2.compress(index), "xwiki-1-pages-articles-multistream-index.txt.bz2")
    result = read_articles([path, beside], tmp_path)
    assert (len(result.articles), result.failures) == (7, ())
    without, _ = multistream(whole.replace(page("Raid 4", EVENT, number=4).encode(), b""), 6)
    path.write_bytes(without)
    articles, (error,) = read(path)
    assert len(articles) == 6
    assert "6 pages" in str(error)
    assert "names 7" in str(error)
    beside.write_bytes(bz2.compress(index)[:-20])
    assert "byte" in str(read(path)[1][0])


def test_cut_at_a_stream_is_no_silent_loss(tmp_path: Path) -> None:
    """A multistream file cut between two streams unpacks without a fault: its end is missing all the same."""
    packed, _ = multistream(export(*(page(f"Raid {n}", EVENT, number=n) for n in range(7))), 7)
    cut = packed[: packed.rindex(b"BZh9")]
    articles, (error,) = read(write(tmp_path, cut))
    assert len(articles) == 7
    assert (error.place, "</mediawiki>" in error.message) == (f"byte {len(cut)}", True)


@pytest.mark.parametrize(
    "pack", [bytes, gzip.compress, lambda content: bz2.compress(content, 1), zstandard.compress]
)
def test_truncated(tmp_path: Path, pack: object) -> None:
    """What was whole before the cut is given; the error has the byte."""
    whole = export(*(page(f"Raid {n}", EVENT + filler(n, 20_000), number=n) for n in range(25)))
    packed = pack(whole)  # type: ignore[operator]
    cut = packed[: len(packed) * 3 // 4]
    articles, errors = read(write(tmp_path, cut), "events")
    assert 5 < len(articles) < 25
    assert errors[-1].place.startswith("byte ")
    assert 0 < int(errors[-1].place.removeprefix("byte ")) <= len(cut)


def in_streams(content: bytes) -> bytes:
    """Return content as many small bzip2 streams."""
    return b"".join(bz2.compress(content[at : at + 8000]) for at in range(0, len(content), 8000))


@pytest.mark.parametrize("pack", [bytes, gzip.compress, in_streams, zstandard.compress])
def test_resumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: object) -> None:
    """A run that was cut off goes on where it was, one over a dump that is done reads its pages alone."""
    monkeypatch.setattr(module, "SMALL_BYTES", 1000)
    monkeypatch.setattr("tasks.sources.dump.search.STATE_SECONDS", -1.0)
    monkeypatch.setattr("tasks.sources.dump.pieces.PIECE_BYTES", 5000)
    monkeypatch.setattr("tasks.sources.dump.pieces._READ_BYTES", 5000)
    monkeypatch.setattr("tasks.bzip2.parts.PART_BYTES", 5000)
    monkeypatch.setattr("tasks.sources.dump.pieces.PART_BYTES", 5000)
    texts = (EVENT if n % 3 else filler(n, 9000) for n in range(30))
    path = write(tmp_path, pack(export(*(page(f"Raid {n}", text, number=n) for n, text in enumerate(texts)))))  # type: ignore[operator]
    clean = [article.article_id for article in read(path)[0]]
    assert len(clean) == 20
    options = DumpOptions(work=tmp_path / "work")
    reading = read_dump(path, None, options)
    assert [next(reading).article_id for _ in range(9)] == clean[:9]  # type: ignore[union-attr]
    reading.close()  # type: ignore[attr-defined]
    seen: list[Progress] = []
    token = watch_dump.set(seen.append)
    try:
        again = [one.article_id for one in read_dump(path, None, options)]  # type: ignore[union-attr]
        assert again == clean
        if pack is not zstandard.compress:  # it is read in one go
            assert seen[0].done > 5000
        seen.clear()
        assert [one.article_id for one in read_dump(path, None, options)] == clean  # type: ignore[union-attr]
        assert seen == []
    finally:
        watch_dump.reset(token)
    (kept,) = (tmp_path / "work").glob("*/pages.xml")
    assert [article.article_id for article in read(kept)[0]] == clean
    path.write_bytes(pack(THREE + b"\n"))  # type: ignore[operator]
    assert len(list(read_dump(path, None, options))) == 1


def test_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever watches is told bytes, pages and what was found, up to the end."""
    monkeypatch.setattr("tasks.sources.dump.pieces.PIECE_BYTES", 3000)
    content = export(*(page(f"Raid {n}", EVENT, number=n) for n in range(10)))
    seen: list[Progress] = []
    token = watch_dump.set(seen.append)
    read(write(tmp_path, content))
    watch_dump.reset(token)
    assert [one.done for one in seen] == sorted(one.done for one in seen)
    last = seen[-1]
    assert (last.done, last.total, last.pages, last.found) == (len(content), len(content), 10, 10)


def test_settings_reach_the_reader(tmp_path: Path) -> None:
    """The table of readers is made for the options of a run."""
    path = write(tmp_path, THREE)
    result = read_articles([path], tmp_path, readers=readers(DumpOptions("events")))
    assert [article.title for article in result.articles] == ["Raid on Tolna"]


def test_head_is_read(tmp_path: Path) -> None:
    """An export without any page is whole and empty; one of another kind of XML is refused."""
    for content, words in (
        (head() + "</mediawiki>", "none of its 0 pages"),
        ("<?xml version='1.0'?><a/>", "<mediawiki>"),
    ):
        articles, (error,) = read(write(tmp_path, content.encode()))
        assert (articles, words in str(error)) == ([], True)
