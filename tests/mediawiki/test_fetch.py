"""What is taken from a wiki, when, and what becomes of pages that change, move and go."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from tasks.disk.durable import write_whole
from tasks.mediawiki.errors import FetchError
from tasks.mediawiki.fetch import Fetched, fetch
from tasks.mediawiki.wanted import Wanted, wanted_from, wanted_record
from tasks.publish import FolderBusyError, Layout, locked
from tasks.settings import Settings, SettingsError, load_settings
from tasks.sources import read_articles
from tasks.sources.decode import read_bytes
from tests.mediawiki.small_wiki import API, SmallWiki

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def wiki() -> SmallWiki:
    """Return a wiki with three pages."""
    small = SmallWiki()
    for number in (1, 2, 3):
        small.save(f"Attack {number}", f"'''Attack {number}''' killed {number} people.")
    return small


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings that allow the small wiki."""
    said = {"contact": "tests@example.org", "wikis": (f"smallwiki={API}",), "wiki": "smallwiki"}
    return load_settings(
        environment={}, overrides={"raw": tmp_path / "raw"} | {f"fetch.{k}": v for k, v in said.items()}
    )


def take(settings: Settings, wiki: SmallWiki, *pages: str, **more: Any) -> Fetched:
    """Fetch pages, or what the options say."""
    wiki.asked.clear()
    return fetch(settings, Wanted(pages=pages, **more), connect=wiki.connect, now=lambda: NOW)


def origin(settings: Settings, title: str) -> dict[str, Any]:
    """Return a page's origin record."""
    for path in settings.raw.rglob("*.origin.json"):
        record: dict[str, Any] = json.loads(path.read_text("utf-8"))
        if record["title"] == title:
            return record
    raise KeyError(title)


def test_a_page_is_kept_with_its_origin(settings: Settings, wiki: SmallWiki) -> None:
    """The raw file is the wikitext; its record says all that has to be known to pass it on."""
    done = take(settings, wiki, "Attack 1")
    (file,) = done.files
    assert file.parent == settings.raw / "smallwiki"
    assert file.read_text("utf-8") == "'''Attack 1''' killed 1 people."
    record = origin(settings, "Attack 1")
    assert record["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert record["url"] == "https://wiki.example.org/wiki/Attack_1"
    assert (record["license"], record["license_url"]) == (
        "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"
    )  # fmt: skip
    assert (record["revision_id"], record["page_id"], record["site"]) == (1, 100, "smallwiki")
    assert record["retrieved_at"] == NOW.isoformat()
    assert record["revision_timestamp"] == "2031-05-04T00:01:00+00:00"
    (article,) = read_articles([settings.raw], settings.raw).articles
    assert (article.article_id, article.source_format) == ("smallwiki:Attack_1", "mediawiki")
    assert (article.page_status, article.revision_id) == ("current", 1)


def test_a_page_without_markup_is_an_article(settings: Settings, wiki: SmallWiki) -> None:
    """That it is wikitext its record says, not its looks."""
    wiki.save("Plain", "A raid on the port killed two guards on 4 May 2031.")
    take(settings, wiki, "Plain")
    read = read_articles([settings.raw], settings.raw)
    assert ([article.title for article in read.articles], read.failures) == (["Plain"], ())


def test_pages_that_cannot_be_had(settings: Settings, wiki: SmallWiki) -> None:
    """Each is told with why; the others are taken."""
    done = take(settings, wiki, "Attack 1", "Nowhere", "A<b")
    assert done.new == ["smallwiki:Attack 1"]
    assert done.failures == ["smallwiki:Nowhere: there is no such page", "smallwiki:A<b: not a title: bad <"]


def test_fifty_titles_a_request(settings: Settings, wiki: SmallWiki) -> None:
    """An unchanged wiki costs one request for fifty pages, and writes nothing."""
    titles = [f"Page {number}" for number in range(101)]
    for title in titles:
        wiki.save(title, f"'''{title}'''")
    wiki.cut = 7  # contents come in parts
    assert len(take(settings, wiki, *titles).new) == 101
    before = {path: path.stat().st_mtime_ns for path in settings.raw.rglob("[!.]*")}
    for done in (take(settings, wiki, everything_kept=True), take(settings, wiki, *titles)):
        assert (len(done.unchanged), done.requests, len(wiki.asked)) == (101, 3, 3)
        assert len(done.files) == 101
    assert {path: path.stat().st_mtime_ns for path in settings.raw.rglob("[!.]*")} == before


def test_only_what_changed_is_taken(settings: Settings, wiki: SmallWiki) -> None:
    """By the number of the revision; a raw file that was damaged since is taken anew."""
    take(settings, wiki, "Attack 1", "Attack 2", "Attack 3")
    number = wiki.save("Attack 2", "'''Attack 2''' killed 20 people.")
    done = take(settings, wiki, everything_kept=True)
    assert (done.changed, len(done.unchanged)) == (["smallwiki:Attack 2"], 2)
    assert [fields["revids"] for fields in wiki.asked if "revids" in fields] == [f"\x1f{number}"]
    done.files[0].write_bytes(b"torn")
    assert take(settings, wiki, everything_kept=True).changed == ["smallwiki:Attack 1"]


def test_a_text_with_another_checksum_is_refused(settings: Settings, wiki: SmallWiki) -> None:
    """Nothing of it is kept."""
    wiki.wrong_sha1 = True
    done = take(settings, wiki, "Attack 1")
    assert "its sha1" in done.failures[0]
    assert not list(settings.raw.rglob("*.wikitext"))


def test_answers_that_are_none(settings: Settings, wiki: SmallWiki) -> None:
    """A wiki that answers with something else than MediaWiki does is an error of its own, no crash."""
    odd = [
        {"pages": [{"pageid": 1}]},
        {"pages": 7},
        {"redirects": [{}]},
        {"pages": [{"title": "Attack 1", "lastrevid": 3}]},
    ]
    for query in odd:
        wiki.answer = lambda _, query=query: httpx.Response(200, json={"batchcomplete": True, "query": query})  # type: ignore[method-assign]
        try:
            assert take(settings, wiki, "Attack 1").failures
        except FetchError as error:
            assert "cannot be understood" in str(error)


def test_redirects_are_followed(settings: Settings, wiki: SmallWiki) -> None:
    """The page is taken under its own title, once."""
    wiki.redirects["The attack"] = "Attack 1"
    done = take(settings, wiki, "The attack", "Attack 1")
    assert (done.new, len(done.files)) == (["smallwiki:Attack 1"], 1)


def test_pages_that_go_and_move(settings: Settings, wiki: SmallWiki) -> None:
    """They stay with what became of them; a new title is taken, and a page that comes back is current."""
    take(settings, wiki, "Attack 1", "Attack 2", "Attack 3")
    wiki.delete("Attack 1")
    wiki.rename("Attack 2", "Raid 2")
    for done in (take(settings, wiki, everything_kept=True), take(settings, wiki, everything_kept=True)):
        assert done.failures == []
        assert len(list(settings.raw.rglob("*.wikitext"))) == 4
    assert origin(settings, "Attack 1")["page_status"] == "deleted"
    moved = origin(settings, "Attack 2")
    assert (moved["page_status"], moved["moved_to"]) == ("renamed", "Raid 2")
    assert origin(settings, "Raid 2")["page_status"] == "current"
    wiki.titles[900] = "Attack 1"
    wiki.texts[99] = (900, "2031-07-01T00:00:00Z", "'''Attack 1''' again.")
    assert take(settings, wiki, everything_kept=True).changed == ["smallwiki:Attack 1"]
    assert origin(settings, "Attack 1")["page_status"] == "current"


def test_a_moved_page_by_its_old_title(settings: Settings, wiki: SmallWiki) -> None:
    """Who asks for a title that now redirects gets the page, and the old article says where it went."""
    take(settings, wiki, "Attack 1", "Attack 2")
    wiki.rename("Attack 1", "Raid 1")
    wiki.redirects["Attack 1"] = "Raid 1"
    assert take(settings, wiki, "Attack 1").new == ["smallwiki:Raid 1"]
    assert origin(settings, "Attack 1")["page_status"] == "renamed"
    wiki.redirects["Attack 2"] = "Raid 1"
    take(settings, wiki, "Attack 2")
    assert origin(settings, "Attack 2")["page_status"] == "redirected"


def test_categories_to_their_end(settings: Settings, wiki: SmallWiki) -> None:
    """`continue` is followed, subcategories only as deep as asked, templates are no articles."""
    assert len(take(settings, wiki, categories=("Attacks",)).new) == 3
    assert [f["cmtitle"] for f in wiki.asked if "cmtitle" in f] == ["Category:Attacks"] * 3
    take(settings, wiki, categories=("Attacks",), depth=3)
    assert {f["cmtitle"] for f in wiki.asked if "cmtitle" in f} == {"Category:Attacks", "Category:Below"}


def test_history_is_taken_once(settings: Settings, wiki: SmallWiki) -> None:
    """Texts that are there are not asked for again, also after a visit that broke off."""
    wiki.save("Attack 1", "two")
    wiki.save("Attack 1", "'''Attack 1''' killed 1 people.")
    assert take(settings, wiki, "Attack 1", history=True).revisions == 2
    assert take(settings, wiki, "Attack 1", history=True).requests == 1
    folder = next(settings.raw.rglob(".history")) / take(settings, wiki, "Attack 1").files[0].name
    (folder / "revisions.json").unlink()
    next(folder.glob("*.gz")).unlink()
    assert take(settings, wiki, "Attack 1", history=True).revisions == 1
    wiki.save("Attack 1", "three")
    assert take(settings, wiki, everything_kept=True).revisions == 1
    assert [article.title for article in read_articles([settings.raw], settings.raw).articles] == ["Attack 1"]


def test_what_is_wanted_can_be_written_down() -> None:
    """As a schedule gives it; what does not fit is refused."""
    wanted = Wanted(pages=("enwiki:A",), titles_files=(Path("t"),), depth=2, history=True)
    assert wanted_from(json.loads(json.dumps(wanted_record(wanted)))) == wanted
    for record in ({"page": []}, {"pages": "enwiki:A"}, {"depth": [1]}, {"history": {}}):
        with pytest.raises(SettingsError, match="wanted"):
            wanted_from(record)


class _DiedError(BaseException):
    """A kill -9."""


@pytest.mark.parametrize("step", ["before the record", "before the file", "before the record's own name"])
@pytest.mark.parametrize("is_new", [True, False])
def test_file_and_record_belong_together_whenever_a_run_dies(
    settings: Settings, wiki: SmallWiki, monkeypatch: pytest.MonkeyPatch, step: str, is_new: bool
) -> None:
    """A reader finds the old text with its record or the new one with its own; the next run goes on."""
    if not is_new:
        take(settings, wiki, "Attack 1")
    number = wiki.save("Attack 1", "'''Attack 1''' killed 9 people.")
    writes = 0

    def write_or_die(path: Path, content: bytes) -> None:
        nonlocal writes
        writes += 1
        if writes == ["before the record", "before the file"].index(step) + 1:
            raise _DiedError
        write_whole(path, content)

    def die(file: Path) -> None:
        raise _DiedError

    with monkeypatch.context() as patched, pytest.raises(_DiedError):
        if step == "before the record's own name":
            patched.setattr("tasks.mediawiki.store._take_over", die)
        else:
            patched.setattr("tasks.mediawiki.store.write_whole", write_or_die)
        take(settings, wiki, "Attack 1")
    has_come = step == "before the record's own name"
    if has_come or not is_new:
        read = read_articles([settings.raw], settings.raw)
        assert not read.failures
        [article] = read.articles
        assert article.text.splitlines()[-1] == f"Attack 1 killed {9 if has_come else 1} people."
        assert article.revision_id == (number if has_come else 1)
    done = take(settings, wiki, "Attack 1")
    assert len(done.unchanged) == has_come
    assert origin(settings, "Attack 1")["revision_id"] == number
    assert not list((settings.raw / "smallwiki").glob(".*"))


def test_two_fetches_do_not_meet(settings: Settings, wiki: SmallWiki) -> None:
    """One at a time replaces files of the raw folder; the other leaves and says who works there."""
    with (
        locked(Layout(settings.raw)),
        pytest.raises(FolderBusyError, match="another run is working here"),
    ):
        take(settings, wiki, "Attack 1")
    assert take(settings, wiki, "Attack 1").new


def test_a_build_that_meets_a_fetch_reads_one_state(
    settings: Settings, wiki: SmallWiki, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is replaced after its content was read and before its record was is read again."""
    take(settings, wiki, "Attack 1")
    number = wiki.save("Attack 1", "'''Attack 1''' killed 9 people.")

    def read_and_fetch(path: Path, most: int) -> bytes:
        monkeypatch.setattr("tasks.sources.wikitext.read.read_bytes", read_bytes)
        content = read_bytes(path, most)
        take(settings, wiki, "Attack 1")
        return content

    monkeypatch.setattr("tasks.sources.wikitext.read.read_bytes", read_and_fetch)
    read = read_articles([settings.raw], settings.raw)
    assert not read.failures
    assert [article.revision_id for article in read.articles] == [number]
