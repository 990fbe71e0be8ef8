"""What is published, shown, compared, taken back, checked and exported by commands."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.commanded import build, in_a_shell, run
from tests.pipeline.small_run import write_article


def test_show_prints_readable_tables(here: Path) -> None:
    """Events and claims go to standard output with dates, tolls and who said what."""
    build()
    result = run("show")
    assert result.exit_code == 0
    assert "events: " in result.stdout
    assert "2019-03-03" in result.stdout
    assert "harbour police" in " ".join(result.stdout.split())
    only = run("show", "articles", "--article", "alph").stdout
    assert "Alpha" in only
    assert "Beta" not in only


def _shown(*tables: str) -> str:
    return " ".join(run("show", *tables).stdout.replace("│", " ").split())


def test_rows_are_shown_with_their_article_and_by_names(here: Path) -> None:
    """Of several articles each row says whose it is; who did what to whom is read in names, not in ids."""
    build()
    for table in ("events", "claims", "figures", "mentions", "event_actors"):
        shown = _shown(table)
        assert "article" in shown
        assert "Alpha" in shown
        assert "_id" not in shown
        assert "┃article" not in run("show", table, "--article", "Alpha").stdout
    assert "4 killed" in _shown("figures")
    assert "(the article)" in _shown("figures")
    assert "role" in _shown("event_actors")


def test_actors_that_are_mentioned_most_stand_first(here: Path) -> None:
    """And not in the order of their ids."""
    build()
    actors = json.loads(run("show", "actors", "--json").stdout)
    first = max(actors, key=lambda row: row["n_mentions"])["n_mentions"]
    rows = [line for line in run("show", "actors").stdout.splitlines() if line.startswith("│")]
    assert rows[0].rstrip("│ ").endswith(str(first))


def test_an_empty_table_is_said_to_be_empty(here: Path) -> None:
    """Nothing at all would look like a failure."""
    build()
    result = run("show", "citations")
    assert result.exit_code == 0
    assert "citations: no rows" in result.stderr


def test_show_gives_scripts_every_column(here: Path) -> None:
    """--json has all rows and columns, of one table as a list, of several by name."""
    build()
    articles = json.loads(run("show", "articles", "--json").stdout)
    assert [row["title"] for row in articles] == ["Alpha", "Beta"]
    both = json.loads(run("show", "events", "claims", "--json", "--article", "Beta").stdout)
    assert set(both) == {"events", "claims"}
    assert {row["article_id"] for row in both["claims"]} == {articles[1]["article_id"]}


def test_export_needs_no_option(here: Path) -> None:
    """CSV is the only kind there is."""
    build()
    assert run("export").exit_code == 0
    assert (here / "data/processed/csv/claims.csv").exists()


def test_show_of_nothing_exits_2(here: Path) -> None:
    """Before the first run, and for an article that is not there, the message says so."""
    assert "nothing has been published" in run("show").stderr
    assert run("show").exit_code == 2
    build()
    assert run("show", "--article", "Zeta").exit_code == 2


def test_article_text_cannot_act_on_the_terminal(here: Path) -> None:
    """Markup of the table library, colours and turned text in an article are shown, not done."""
    text = "= Gamma =\n\nOn 3 March 2019, \u202epolice [bold red]said\x1b[31m that 4 people were killed.\n"
    (here / "data/raw/Gamma.txt").write_text(text, "utf-8")
    result = build("--keep-going")
    shown = run("show", "claims", "articles").stdout + run("show", "--json").stdout + result.stderr
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_versions_diff_rollback_and_prune(here: Path) -> None:
    """What was published can be listed, compared, gone back to and cleared."""
    build()
    write_article(here / "data/raw", "Alpha", deaths=9)
    build()
    listed = json.loads(run("versions", "--json").stdout)
    assert [version["is_current"] for version in listed] == [False, True]
    assert run("versions").exit_code == 0
    changes = json.loads(run("diff", "previous", "latest", "--json").stdout)
    assert changes["articles"]["changed"][0]["columns"]["content_sha256"]
    assert changes["articles"]["same"] == 1
    assert "articles" in run("diff").stdout
    assert run("rollback").exit_code == 0
    path = run("path").stdout.strip()
    assert Path(path).name == listed[0]["version"]
    assert run("prune", "--keep", "1", "--keep-days", "0").stdout == ""
    assert run("rollback", "latest").exit_code == 0
    assert run("rollback", "2").exit_code == 0
    assert run("prune", "--keep", "1", "--keep-days", "0").stdout.split() == [listed[0]["version"]]


def test_check_sees_a_changed_file(here: Path) -> None:
    """A dataset is well until a byte of it changes; then exit code 1 names the file."""
    build()
    assert run("check").exit_code == 0
    events = (here / "data/processed/latest/events.parquet").resolve()
    events.chmod(0o644)
    events.write_bytes(events.read_bytes()[:-1] + b"x")
    result = run("check")
    assert result.exit_code == 1
    assert "events.parquet" in result.stderr
    assert json.loads(run("check", "--files-only", "--json").stdout)["wrong"]


@pytest.mark.parametrize("arguments", [("show",), ("diff", "1", "latest"), ("export", "--csv", "tables")])
@pytest.mark.parametrize("damage", ["torn", "missing"])
def test_a_damaged_table_is_named_in_a_sentence(here: Path, arguments: tuple[str, ...], damage: str) -> None:
    """Exit code 1 and the file's name; what a run can mend is no fault of the program."""
    build()
    figures = (here / "data/processed/latest/figures.parquet").resolve()
    figures.chmod(0o644)
    figures.write_bytes(figures.read_bytes()[:-9])
    if damage == "missing":
        figures.unlink()
    result = run(*arguments)
    is_said = damage == "torn" or arguments == ("show",)  # of older versions tables may be missing
    assert result.exit_code == (1 if is_said else 0)
    assert ("figures.parquet: is" in result.stderr) is is_said


def test_export_disarms_formulas_and_says_so(here: Path) -> None:
    """Cells that a spreadsheet would run get an apostrophe; numbers and Parquet stay as they are."""
    build()
    result = run("export", "--csv", "tables")
    assert result.exit_code == 0
    assert "articles.csv: 2 rows; an apostrophe before 2 cells of text" in result.stderr
    with (here / "tables/articles.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["title"] == "Alpha"
    assert rows[0]["text"].startswith("'= Alpha =")


def test_a_reader_that_leaves_early_is_no_failure(here: Path) -> None:
    """`casus show | head -1` ends with 0 and without a traceback."""
    build()
    shown = in_a_shell("casus show events claims | head -1; exit ${PIPESTATUS[0]}")
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert shown.stdout.startswith(b"events")


def test_a_terminal_without_unicode_gets_escapes(here: Path) -> None:
    """Under an encoding that lacks a character the tables are shown all the same."""
    build()
    shown = in_a_shell("casus show events", PYTHONIOENCODING="ascii")
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert shown.stdout.decode("ascii").startswith("events")
