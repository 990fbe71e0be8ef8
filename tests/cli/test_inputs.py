"""`casus fetch` and what `casus build` takes: inputs told apart, refusals, exit codes."""

import os
from pathlib import Path

import click
import pytest

from flows.cli.inputs import told_apart
from flows.cli.row_views import VIEWS
from flows.cli.views import Lookups
from tasks.mediawiki.client import Client
from tasks.mediawiki.errors import FetchError, NotAllowedError
from tasks.settings import load_settings
from tests.cli.commanded import run
from tests.mediawiki.small_wiki import API, SmallWiki
from tests.miniature import miniature_rows

OPTIONS = {
    "categories": (), "depth": 0, "titles_files": (), "wiki": None, "refresh": False, "history": False,
}  # fmt: skip


@pytest.fixture
def wiki(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallWiki:
    """Return a small wiki that a folder of its own knows."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CASUS_")]:
        monkeypatch.delenv(name)
    Path("casus.toml").write_text(
        f'[fetch]\ncontact = "tests@example.org"\nwiki = "smallwiki"\nwikis = ["smallwiki={API}"]\n'
    )
    small = SmallWiki()
    small.save("Raid", "'''Raid''' was a raid.")
    monkeypatch.setattr("tasks.mediawiki.fetch.Client", lambda wiki, settings: small.connect(wiki))
    return small


def test_inputs_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What exists is a file whatever it is called; addresses and prefixed titles are pages."""
    monkeypatch.chdir(tmp_path)
    Path("enwiki:Here").write_text("x")
    inputs = ("a.txt", "https://en.wikipedia.org/wiki/X", "enwiki:Here", "enwiki:There", "dump.xml.bz2")
    files, wanted = told_apart(inputs, load_settings(environment={}), **OPTIONS)  # type: ignore[arg-type]
    assert [str(file) for file in files] == ["a.txt", "enwiki:Here", "dump.xml.bz2"]
    assert wanted.pages == ("https://en.wikipedia.org/wiki/X", "enwiki:There")
    with pytest.raises(NotAllowedError, match=r"fetch\.wikis"):
        told_apart(("https://example.org/wiki/X",), load_settings(environment={}), **OPTIONS)  # type: ignore[arg-type]
    with pytest.raises(click.UsageError, match="--history"):
        told_apart(("a.txt",), load_settings(environment={}), **OPTIONS | {"history": True})  # type: ignore[arg-type]


def test_fetch_tells_what_it_took(wiki: SmallWiki) -> None:
    """A line for people, an object for scripts; a page that cannot be had is exit code 2."""
    first = run("fetch", "Raid")
    assert (first.exit_code, "1 new" in first.stderr) == (0, True)
    assert "1 unchanged (1 requests)" in run("fetch", "--refresh").stderr
    missing = run("fetch", "smallwiki:None")
    assert (missing.exit_code, "there is no such page" in missing.stderr) == (2, True)
    assert run("fetch", "smallwiki:None", "--keep-going").exit_code == 0
    assert '"unchanged": [\n    "smallwiki:Raid"' in run("fetch", "Raid", "--json", "-q").stdout
    wiki.delete("Raid")
    assert "deleted: smallwiki:Raid" in run("fetch", "--refresh").stderr


def test_fetch_needs_something_to_do(wiki: SmallWiki, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing to fetch, no contact, a wiki that is down: each says what to do, with its exit code."""
    assert run("fetch").exit_code == 2
    assert run("fetch", "nowiki_at_all:X", "--wiki", "none").exit_code == 2

    def down(*_: object) -> None:
        raise FetchError("smallwiki: the wiki answers with status 503")

    monkeypatch.setattr("tasks.mediawiki.fetch.Client", down)
    refused = run("fetch", "Raid")
    assert (refused.exit_code, "503" in refused.stderr) == (3, True)
    monkeypatch.setattr("tasks.mediawiki.fetch.Client", Client)
    monkeypatch.setenv("CASUS_FETCH_CONTACT", "")
    unset = run("fetch", "enwiki:Raid")
    assert (unset.exit_code, "fetch.contact" in unset.stderr) == (2, True)


def test_changes_are_shown() -> None:
    """Each kind of change is a row that can be read."""
    cells = [VIEWS["changes"].cells(row, Lookups()) for row in miniature_rows()["changes"]]
    assert [row[2:6] for row in cells] == [
        ["altered", "killed", "1", "2"],
        ["altered", "deaths_best", "1", "2"],
        ["dropped", "statement", "The bridge fell", None],
    ]
