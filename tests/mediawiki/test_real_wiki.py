"""casus against a real MediaWiki: `make test-mediawiki`."""

import hashlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tasks.mediawiki.errors import FetchError
from tasks.mediawiki.fetch import Fetched, fetch
from tasks.mediawiki.wanted import Wanted
from tasks.pipeline import build
from tasks.settings import Settings, load_settings
from tests.mediawiki.real_wiki import RealWiki, free_port, why_not

pytestmark = [
    pytest.mark.mediawiki,
    pytest.mark.slow,
    pytest.mark.skipif("CASUS_TEST_MEDIAWIKI" not in os.environ, reason="make test-mediawiki runs it"),
]

PAGE = """{{{{Infobox civilian attack
| title      = {title}
| location   = [[Marlow]], Norland
| date       = 4 May 2031
| fatalities = {dead}
| perp       = [[Free Coast Front]]
}}}}
The '''{title}''' was an attack on the market of [[Marlow]], Norland, on 4 May 2031.

== Attack ==
The [[Norland Health Service]] said that {dead} people were killed.<ref>{{{{cite web|url=https://example.org/a
|title=Market attacked|publisher=Norland Post|date=5 May 2031}}}}</ref> {more}

{filling}
[[Category:{category}]]
"""


def page(title: str, dead: int = 12, more: str = "", category: str = "Attacks", filling: str = "") -> str:
    """Return the wikitext of an article about an attack."""
    return PAGE.format(title=title, dead=dead, more=more, category=category, filling=filling)


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealWiki]:
    """Return a wiki that is served while this file's tests run."""
    if (why := why_not()) is not None:
        pytest.skip(why)
    real = RealWiki(tmp_path_factory.mktemp("wiki"), free_port())
    real.install()
    with real.served():
        yield real


@pytest.fixture
def settings(wiki: RealWiki, tmp_path: Path) -> Settings:
    """Return settings that allow the wiki, with folders of their own."""
    return settings_for(wiki, tmp_path)


def settings_for(wiki: RealWiki, folder: Path, **more: Any) -> Settings:
    """Return such settings with further ones of `fetch`."""
    said = {
        "contact": "https://example.org/tests", "wiki": "testwiki", "wikis": (f"testwiki={wiki.api}",),
        "private_hosts": ("127.0.0.1",), "maxlag": 1_000_000, **more,
    }  # fmt: skip
    overrides = {"raw": folder / "raw", "out": folder / "out"} | {f"fetch.{k}": v for k, v in said.items()}
    return load_settings(environment={}, overrides=overrides)


def take(settings: Settings, *pages: str, **more: Any) -> Fetched:
    """Fetch pages, or what the options say."""
    return fetch(settings, Wanted(pages=pages, **more))


def rows(settings: Settings, table: str) -> list[dict[str, Any]]:
    """Return the rows of a published table."""
    found: list[dict[str, Any]] = pq.read_table(settings.out / "latest" / f"{table}.parquet").to_pylist()
    return found


def test_titles_lead_to_pages(wiki: RealWiki, settings: Settings) -> None:
    """Normalised titles and redirects are followed; missing and invalid ones are told one by one."""
    wiki.put({"Redirected attack": page("Redirected attack"), "Old name": "#REDIRECT [[Redirected attack]]"})
    done = take(settings, "redirected_attack", "Old name", "No such page", "A<b", "Special:Version")
    assert done.new == ["testwiki:Redirected attack"]
    assert [line.split(": ")[0] for line in done.failures] == [
        "testwiki:No such page", "testwiki:A<b", "testwiki:Special:Version",
    ]  # fmt: skip
    assert done.requests == 3  # how the pages stand, what the wiki is, the text
    (file,) = done.files
    origin = json.loads(file.with_name(file.name + ".origin.json").read_text("utf-8"))
    assert origin["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert origin["license"] == "CC BY-SA 4.0"
    assert origin["attribution"].startswith("Test Wiki contributors")
    assert (origin["title"], origin["page_status"]) == ("Redirected attack", "current")
    assert datetime.now(UTC).year == datetime.fromisoformat(origin["retrieved_at"]).year


def test_a_category_goes_on_to_its_end(wiki: RealWiki, settings: Settings) -> None:
    """Sixty pages are two batches, and their texts come in parts: the wiki's replies are cut at 12 kB."""
    filling = "The market was rebuilt. " * 40
    titles = [f"Attack {number}" for number in range(60)]
    wiki.put({title: page(title, category="Many", filling=filling) for title in titles})
    wiki.put({"Category:Many": "[[Category:All]]"})
    wiki.work_off()
    done = take(settings, categories=("All",), depth=1)
    assert sorted(done.new) == sorted(f"testwiki:{title}" for title in titles)
    assert done.failures == []
    assert done.requests > 6
    again = take(settings, everything_kept=True)
    assert (len(again.unchanged), again.requests) == (60, 2)  # one request for fifty


def test_a_refresh_takes_what_changed(wiki: RealWiki, settings: Settings) -> None:
    """Only the page that was edited is taken and extracted; an unchanged wiki publishes nothing."""
    names = [f"Refreshed {number}" for number in range(3)]
    wiki.put({name: page(name) for name in names})
    assert build(settings, wanted=Wanted(pages=tuple(names))).end == "published"
    refresh = Wanted(everything_kept=True)
    assert build(settings, wanted=refresh).end == "unchanged"
    before = {path: path.stat().st_mtime_ns for path in settings.raw.rglob("*.wikitext")}
    wiki.edit(names[1], page(names[1], dead=15))
    done = build(settings, wanted=refresh)
    assert (done.end, done.articles["changed"], done.articles["unchanged"]) == ("published", 1, 2)
    touched = [path for path, time in before.items() if path.stat().st_mtime_ns != time]
    assert [path.name[:11] for path in touched] == ["Refreshed_1"]
    dead = {row["value_low"] for row in rows(settings, "figures") if row["article_id"].endswith("_1")}
    assert dead == {15}
    assert build(settings, wanted=refresh).end == "unchanged"
    assert build(settings).end == "unchanged"  # and without network: the raw folder has all of it


def test_deleted_and_renamed_pages_keep_their_rows(wiki: RealWiki, settings: Settings) -> None:
    """Their articles say what became of them; the new title is taken; a page that comes back is current."""
    names = ("Gone attack", "Moved attack", "Left attack", "Merged attack")
    wiki.put({name: page(name) for name in names})
    build(settings, wanted=Wanted(pages=names))
    claims = {row["claim_id"] for row in rows(settings, "claims")}
    wiki.delete("Gone attack")
    wiki.move("Moved attack", "Moved attack (Marlow)")
    wiki.move("Left attack", "Left attack (Marlow)", redirect=False)
    wiki.edit("Merged attack", "#REDIRECT [[Moved attack (Marlow)]]")
    refresh = Wanted(everything_kept=True)
    assert build(settings, wanted=refresh).end == "published"
    found = {row["title"]: (row["page_status"], row["moved_to"]) for row in rows(settings, "articles")}
    assert found == {
        "Gone attack": ("deleted", None),
        "Moved attack": ("renamed", "testwiki:Moved_attack_(Marlow)"),
        "Moved attack (Marlow)": ("current", None),
        "Left attack": ("renamed", "testwiki:Left_attack_(Marlow)"),
        "Left attack (Marlow)": ("current", None),
        "Merged attack": ("redirected", "testwiki:Moved_attack_(Marlow)"),
    }
    assert claims <= {row["claim_id"] for row in rows(settings, "claims")}
    assert build(settings, wanted=refresh).end == "unchanged"
    wiki.put({"Gone attack": page("Gone attack")})
    assert build(settings, wanted=refresh).end == "published"
    found = {row["title"]: (row["page_status"], row["moved_to"]) for row in rows(settings, "articles")}
    assert found["Gone attack"] == ("current", None)


def test_history_tells_what_each_revision_did(wiki: RealWiki, settings: Settings) -> None:
    """A toll raised, a denial added, vandalism that was undone: each is one change of its revision."""
    title = "Chronicled attack"
    denial = "The [[Free Coast Front]] denied responsibility for the attack."
    for text in (page(title), page(title, 14), "Vandals!", page(title, 14), page(title, 14, denial)):
        wiki.edit(title, text)
    done = build(settings, wanted=Wanted(pages=(title,), history=True))
    assert (done.end, done.failures) == ("published", ())
    changes = rows(settings, "changes")
    lasting = [row for row in changes if not (row["is_revert"] or row["is_reverted"])]
    revisions = sorted({row["revision_id"] for row in lasting})
    raised = [
        row for row in lasting if row["revision_id"] == revisions[1] and row["changed_table"] == "figures"
    ]
    assert {(row["change_kind"], row["old_value"], row["new_value"]) for row in raised} == {
        ("altered", "12", "14")
    }
    added = [
        row for row in lasting if row["revision_id"] == revisions[2] and row["changed_table"] == "claims"
    ]
    assert [(row["change_kind"], row["claimant"]) for row in added] == [("added", "Free Coast Front")]
    assert any(row["is_reverted"] for row in changes)
    claims = {row["claimant_raw"]: row for row in rows(settings, "claims")}
    assert claims["The Norland Health Service"]["first_seen_revision_id"] == revisions[0]
    assert claims["The Free Coast Front"]["first_seen_revision_id"] == revisions[2]
    assert {row["last_seen_revision_id"] for row in claims.values()} == {revisions[2]}
    wiki.edit(title, page(title, 20, denial))
    refreshed = take(settings, everything_kept=True)
    assert refreshed.revisions == 1  # the texts of the others are there
    assert build(settings).end == "published"
    assert any(row["new_value"] == "20" for row in rows(settings, "changes"))


def test_a_wiki_that_is_behind_is_left_alone(wiki: RealWiki, tmp_path: Path) -> None:
    """With jobs in its queue the wiki answers with maxlag; when they are done it works for us again."""
    title = "Lagging attack"
    wiki.put({title: "{{Lag}}" + page(title), "Template:Lag": "one"})
    wiki.work_off()
    wiki.edit("Template:Lag", "two")  # pages that use it have to be made anew
    settings = settings_for(wiki, tmp_path, maxlag=1, attempts=1)
    with pytest.raises(FetchError, match="maxlag"):
        take(settings, title)
    wiki.work_off()
    assert take(settings, title).new == [f"testwiki:{title}"]
