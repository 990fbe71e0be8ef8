"""Runs over pages of a wiki: fetched, built, refreshed, with their past."""

from pathlib import Path
from typing import Any

import httpx
import pyarrow.parquet as pq
import pytest

from tasks.mediawiki.errors import FetchError
from tasks.mediawiki.wanted import NOTHING, Wanted
from tasks.pipeline import build
from tasks.settings import Settings, load_settings
from tests.mediawiki.small_wiki import API, SmallWiki, client

pytestmark = [pytest.mark.gx, pytest.mark.slow]
TEXT = (
    "The '''{0}''' took place on 4 May 2031 in Marlow. "
    "The [[Harbour Union]] said that {1} people were killed."
)
REFRESH = Wanted(everything_kept=True)


@pytest.fixture
def wiki(monkeypatch: pytest.MonkeyPatch) -> SmallWiki:
    """Return a wiki with two pages, which all runs of the test ask."""
    small = SmallWiki()
    for title in ("Marlow bombing", "Marlow raid"):
        small.save(title, TEXT.format(title, 12))
    monkeypatch.setattr("tasks.mediawiki.fetch.Client", lambda wiki, settings: small.connect(wiki))
    return small


def settings_in(folder: Path, **more: Any) -> Settings:
    """Return settings that allow the small wiki."""
    said = {"contact": "tests@example.org", "wikis": (f"smallwiki={API}",), "wiki": "smallwiki"}
    overrides = {"raw": folder / "raw", "out": folder / "out", **more}
    return load_settings(environment={}, overrides=overrides | {f"fetch.{k}": v for k, v in said.items()})


def rows(settings: Settings, table: str) -> list[dict[str, Any]]:
    """Return the rows of a published table."""
    found: list[dict[str, Any]] = pq.read_table(settings.out / "latest" / f"{table}.parquet").to_pylist()
    return found


def test_pages_are_inputs(tmp_path: Path, wiki: SmallWiki) -> None:
    """The pages that are named are what is read; one that cannot be had is told, the others are published."""
    settings = settings_in(tmp_path)
    done = build(settings, wanted=Wanted(pages=("Marlow raid", "Nowhere")))
    assert (done.end, done.failures) == ("published", ("smallwiki:Nowhere: there is no such page",))
    (article,) = rows(settings, "articles")
    assert (article["article_id"], article["source_format"]) == ("smallwiki:Marlow_raid", "mediawiki")
    assert (article["page_status"], article["license"]) == ("current", "CC BY-SA 4.0")
    assert article["source_path"].startswith("smallwiki/Marlow_raid-")


def test_refresh_and_history(tmp_path: Path, wiki: SmallWiki) -> None:
    """Only what changed is extracted; changes of all revisions are published; nothing new, no version."""
    settings = settings_in(tmp_path)
    assert build(settings, wanted=Wanted(categories=("All",), history=True)).end == "published"
    assert {row["change_kind"] for row in rows(settings, "changes")} == {"added"}
    assert build(settings, wanted=REFRESH).end == "unchanged"
    wiki.save("Marlow bombing", TEXT.format("Marlow bombing", 14))
    done = build(settings, wanted=REFRESH)
    assert (done.end, done.articles["changed"], done.articles["unchanged"]) == ("published", 1, 1)
    toll = [row for row in rows(settings, "changes") if row["changed_column"] == "value"]
    assert [(row["old_low"], row["new_low"], row["claimant"]) for row in toll] == [(12, 14, "Harbour Union")]
    (claim,) = [row for row in rows(settings, "claims") if row["claim_text"] == "14 people were killed"]
    assert toll[0]["claim_id"] == claim["claim_id"]
    assert (claim["first_seen_revision_id"], claim["last_seen_revision_id"]) == (1, 3)
    again = settings_in(tmp_path, out=tmp_path / "again")
    assert build(again, wanted=NOTHING).version.split("-")[1] == done.version.split("-")[1]  # type: ignore[union-attr]


def test_history_lies_beside_the_file(tmp_path: Path, wiki: SmallWiki) -> None:
    """A folder of fetched pages that is named on the command line has its past, too, wherever it lies."""
    settings = settings_in(tmp_path)
    build(settings, wanted=Wanted(pages=("Marlow raid",), history=True))
    elsewhere = settings_in(tmp_path, raw=tmp_path / "empty", out=tmp_path / "other")
    assert build(elsewhere, (settings.raw,)).end == "published"
    assert rows(elsewhere, "changes") == rows(settings, "changes") != []


def test_rows_of_deleted_pages_stay(tmp_path: Path, wiki: SmallWiki) -> None:
    """Their article says that the page is gone."""
    settings = settings_in(tmp_path)
    build(settings, wanted=Wanted(categories=("All",)))
    claims = rows(settings, "claims")
    wiki.delete("Marlow raid")
    assert build(settings, wanted=REFRESH).end == "published"
    assert {row["title"]: row["page_status"] for row in rows(settings, "articles")} == {
        "Marlow bombing": "current", "Marlow raid": "deleted",
    }  # fmt: skip
    assert rows(settings, "claims") == claims
    assert build(settings, wanted=REFRESH).end == "unchanged"


def test_a_wiki_that_is_down_changes_nothing(
    tmp_path: Path, wiki: SmallWiki, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run fails with the reason, the hook is told, the dataset stays, and can be built without it."""
    told = tmp_path / "told"
    settings = settings_in(tmp_path, **{"hook.command": ("sh", "-c", f"cat > {told}")})
    first = build(settings, wanted=Wanted(categories=("All",)))
    monkeypatch.setattr(
        "tasks.mediawiki.fetch.Client",
        lambda name, _: client(lambda request: httpx.Response(403)),
    )
    with pytest.raises(FetchError, match="403"):
        build(settings, wanted=REFRESH)
    assert "403" in told.read_text("utf-8")
    last = build(settings)
    assert (last.end, last.version) == ("unchanged", first.version)
