"""The README shows what the pipeline makes, and its lines of code run as they stand."""

import re
from pathlib import Path

import pyarrow as pa
import pytest

from tasks.publish.export import export_csv
from tasks.report.excerpt import first_dataset, placed
from tasks.sources import read_articles
from tasks.tables import write_parquet

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def tables() -> dict[str, pa.Table]:
    """The tables of the articles in data/raw."""
    return first_dataset(ROOT / "data" / "raw")


def test_the_excerpt_is_what_the_pipeline_makes(tables: dict[str, pa.Table]) -> None:
    """`python -m tasks.report.excerpt` was run after the last change of the extraction."""
    assert placed(README, tables) == README


def test_the_lines_that_load_the_dataset_run(
    tables: dict[str, pa.Table], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pandas, DuckDB and Polars load the claims with the README's lines, and a claim shows its passage.

    So does a part in an event, which says its rule as well; so does an event, and weak ones are left out.
    """
    folder = tmp_path / "data" / "processed" / "latest"
    folder.mkdir(parents=True)
    for name, table in tables.items():
        write_parquet(table, folder / f"{name}.parquet")
    monkeypatch.chdir(tmp_path)
    count = tables["claims"].num_rows
    names: dict[str, object] = {}
    pandas_block, duckdb_block, polars_block, passage_block, parties_block, events_block, csv_block = BLOCKS
    exec(pandas_block, names)
    assert len(names["claims"]) == count
    exec(duckdb_block, names)
    assert len(names["claims"].fetchall()) == count
    exec(polars_block, names)
    assert names["claims"].height == count
    *lines, last = parties_block.strip().splitlines()
    exec("\n".join(lines), names)
    told = eval(last, names)
    assert set(told.role) == {"perpetrator", "target"} and told.confidence.min() > 0.6
    *lines, last = events_block.strip().splitlines()
    exec("\n".join(lines), names)
    kept = [row for row in tables["events"].to_pylist() if row["is_main"] or (row["confidence"] or 0) >= 0.6]
    assert list(eval(last, names).rule) == [row["rule"] for row in kept] and kept
    export_csv(folder, tmp_path / "csv")
    for block in (passage_block, csv_block):  # as pasted one after the other
        *lines, last = block.strip().splitlines()
        exec("\n".join(lines), names)
        assert eval(last, names) == names["row"].claim_text


def test_an_origin_record_written_as_the_page_says_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines of docs/rendered-form.md give an article its licence, author and id."""
    page = (ROOT / "docs" / "rendered-form.md").read_text("utf-8")
    [block] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("raid.txt").write_text("= Raid on the harbour =\n\nOn 3 May 2011 a raid was made on the harbour.\n")
    exec(block, {})
    [article] = read_articles([Path("raid.txt")], tmp_path).articles
    assert article.article_id == "examplenews:Raid_on_the_harbour"
    assert (article.license, article.attribution) == ("CC BY 4.0", "Ada Quist, Example News")


def test_every_target_that_is_named_exists() -> None:
    """Each `make target` of README and docs is one of the Makefile's."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    named = {
        (page.name, t) for page in pages for t in re.findall(r"\bmake ([a-z-]+)`", page.read_text("utf-8"))
    }
    assert named
    assert {(page, target) for page, target in named if target not in targets} == set()


def test_every_linked_page_exists() -> None:
    """Relative links of README and docs lead somewhere."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    links = [
        (page, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    ]
    assert links
    assert [str(link) for page, link in links if not (page.parent / link).exists()] == []


def test_help_lists_every_target_with_a_line() -> None:
    """`make help` shows a target only if words stand behind it."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE)) == targets


def test_every_file_that_is_named_exists() -> None:
    """Pages and the schemas of lexicons name files that are there; the history may name old ones."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    pages += sorted((ROOT / "tasks" / "lexicons" / "data").glob("*.schema.json"))
    named = {
        (page.name, path)
        for page in pages
        if page.name != "accuracy-history.md"
        for path in re.findall(r"\b(?:tasks|flows|benchmarks|tests)/[\w/]+\.\w+", page.read_text("utf-8"))
    }
    assert len(named) > 20
    assert sorted((page, path) for page, path in named if not (ROOT / path).exists()) == []
