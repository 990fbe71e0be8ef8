"""Engines of installed packages, through the settings and the command line, with the page's own example."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from flows.cli.main import main
from tasks.engines import EngineError, load_engines

PAGE = Path(__file__).parents[2] / "docs" / "engines.md"
ARTICLE = """= Raid on Velm =

The raid took place on 3 March 2019 in Velm. Chief of police: two people drowned.
The mayor said that the bridge was closed.
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay the page's example beside casus, as an installed package lies."""
    packages = tmp_path / "packages"
    about = packages / "example_engine-1.0.dist-info"
    about.mkdir(parents=True)
    code = re.search(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert code is not None
    (packages / "example_headlines.py").write_text(code[1], "utf-8")
    (about / "METADATA").write_text("Name: example-engine\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(
        "[casus.claim_engines]\n"
        "headlines = example_headlines:Headlines\n"
        "missing = example_headlines:Nothing\n"
        "number = example_headlines:re\n"
        "other = example_headlines:Headlines\n"
    )
    monkeypatch.syspath_prepend(str(packages))
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "Raid_on_Velm.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(folder: Path, engines: str) -> int:
    """Run `casus build` with engines; return its exit code."""
    (folder / "casus.toml").write_text(f'raw = "raw"\nout = "out"\n[engines]\n{engines}\n', "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["build", "--no-prefect"])
    return int(ended.value.code or 0)


@pytest.mark.gx
def test_the_example_of_the_page_works_as_it_says(installed: Path) -> None:
    """The claim that only the engine sees is published beside the rules', and validation lets it pass."""
    assert build(installed, "use = []") == 0
    assert build(installed, 'use = ["headlines"]\ncombine = "prefer_rules"') == 0
    claims = pq.read_table(installed / "out" / "latest" / "claims.parquet").to_pylist()
    by_rule = {claim["rule"]: claim for claim in claims}
    assert by_rule["engine.headlines"]["claim_text"] == "two people drowned"
    assert by_rule["engine.headlines"]["claimant_raw"] == "Chief of police"
    assert by_rule["engine.headlines"]["confidence"] is None
    assert "said_that" in by_rule
    (figure,) = pq.read_table(installed / "out" / "latest" / "figures.parquet").to_pylist()
    assert (figure["claim_id"], figure["value_low"]) == (by_rule["engine.headlines"]["claim_id"], 2)
    (article,) = pq.read_table(installed / "out" / "latest" / "articles.parquet").to_pylist()
    assert article["extractor_version"].endswith("+headlines.1.0")


def test_an_engine_that_is_not_there_stops_the_run(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, the setting and the engine's name, before anything is read."""
    assert build(installed, 'use = ["spacy-news"]') == 2
    assert "engines.use: no engine 'spacy-news' is installed" in capsys.readouterr().err
    assert not (installed / "out" / "latest").exists()


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["headlines", "headlines"], "named twice"),
        (["missing"], "cannot be loaded: AttributeError"),
        (["number"], "cannot be loaded: TypeError"),
        (["other"], "calls itself 'headlines'"),
    ],
)
def test_what_is_no_engine_is_refused(installed: Path, names: list[str], why: str) -> None:
    """The message names the engine and what is wrong with it."""
    with pytest.raises(EngineError, match=why):
        load_engines(names)
