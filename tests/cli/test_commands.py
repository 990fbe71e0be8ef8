"""The command line as a person or a scheduler meets it: words, exit codes, output for scripts."""

import json
import socket
from pathlib import Path

import pytest

from flows.temporary_server import NoServerError, TemporaryServer
from tasks.validate import QuarantinedRow
from tasks.validate.errors import SuiteError
from tests.cli.commanded import build, in_a_shell, run
from tests.pipeline.small_run import failed, let_validation_say


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
    assert "data/processed: is a file; a dataset needs a folder" in result.stderr


def test_inputs_are_looked_at_before_anything_is_started_or_made(here: Path) -> None:
    """A misspelt name is told at once, with Prefect too: no server, no run folder, no report."""
    for arguments in (["nowhere.txt"], ["nowhere.txt", "--out", "other"]):
        result = run("build", *arguments)
        assert result.exit_code == 2
        assert "refused: nowhere.txt: there is no such file or folder" in result.stderr
    assert json.loads(run("build", "nowhere.txt", "--json").stdout)["end"] == "failed"
    assert {path.name for path in here.iterdir()} == {"data"}
    assert {path.name for path in (here / "data").iterdir()} == {"raw"}


def test_an_end_before_the_run_is_told_like_any_other(here: Path) -> None:
    """Who has a hook for failed runs learns of a missing file."""
    (here / "casus.toml").write_text('[hook]\ncommand = ["tee", "told.json"]\n')
    run("build", "nowhere.txt")
    assert "nowhere.txt" in json.loads((here / "told.json").read_text())["reason"]


def test_a_page_that_cannot_be_had_is_told_before_anything_is_made(here: Path) -> None:
    """A wiki that nobody named, and no contact to give: each says what to do."""
    unknown, unset = run("build", "foo:Bar"), run("build", "enwiki:Raid")
    assert (unknown.exit_code, unset.exit_code) == (2, 2)
    assert "no wiki is called 'foo'" in unknown.stderr
    assert 'contact = "name@example.org"' in unset.stderr
    assert {path.name for path in here.iterdir()} == {"data"}


def test_prefects_folder_that_cannot_be_written_says_how_to_go_on(here: Path) -> None:
    """The message is about Prefect and not about the dataset."""
    (here / "file").write_text("")
    with pytest.raises(NoServerError, match=r"Name another .*--no-prefect"):
        TemporaryServer(here / "file" / "prefect")


def test_versions_of_nothing_exit_2(here: Path) -> None:
    """As the other commands that look at a dataset do."""
    for result in (run("versions", "--out", "nowhere"), run("show", "--out", "nowhere")):
        assert result.exit_code == 2
        assert "nothing has been published here yet" in result.stderr
    assert run("versions", "--out", "nowhere", "--json").stdout == "[]\n"


def test_settings_show_no_secret(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every setting is listed; a secret says only that it is set."""
    monkeypatch.setenv("CASUS_PREFECT_API_AUTH", "user:hunter2")
    for result in (run("settings"), run("settings", "--json")):
        assert result.exit_code == 0
        assert "hunter2" not in result.output
        assert "prefect.api_auth" in result.output


def test_quarantined_rows_are_counted_in_the_outcome(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script learns how many rows were set aside."""
    row = QuarantinedRow("claims", {"claim_id": "c"}, "rule", "value", {"claim_id": "c"})
    let_validation_say(monkeypatch, quarantined=(row,))
    assert json.loads(build("--json", "-q").stdout)["quarantined"] == 1


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
        shown = in_a_shell(f"casus serve --port {port}")
    assert shown.returncode == 3
    assert f"port {port} is taken" in shown.stderr.decode()
    assert not Path(".prefect/server.log").exists()
