"""Settings: where they come from, which wins, and what is refused."""

from pathlib import Path

import pytest

from flows.prefect_environment import set_environment
from tasks.settings import SettingsError, keys, load_settings, variable_of

DOCS = Path(__file__).parent.parent.parent / "docs" / "settings.md"


def _file(folder: Path, text: str) -> Path:
    path = folder / "casus.toml"
    path.write_text(text, "utf-8")
    return path


def test_later_sources_win(tmp_path: Path) -> None:
    """The file beats the default, the environment the file, the command line all."""
    path = _file(tmp_path, 'out = "file"\nraw = "file"\n[versions]\nkeep = 4\nkeep_days = 4\n')
    environment = {"CASUS_OUT": "environment", "CASUS_VERSIONS_KEEP": "5", "HOME": "/home/x"}
    settings = load_settings(path, environment, {"out": "line", "raw": None})
    assert (settings.out, settings.raw) == (Path("line"), Path("file"))
    assert (settings.versions.keep, settings.versions.keep_days) == (5, 4)
    assert settings.run.wait_seconds == 0


def test_file_is_found_by_name_or_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`casus.toml` of the working directory is read; CASUS_CONFIG names another."""
    monkeypatch.chdir(tmp_path)
    _file(tmp_path, 'out = "here"')
    (tmp_path / "other.toml").write_text('out = "there"')
    assert load_settings(environment={}).out == Path("here")
    assert load_settings(environment={"CASUS_CONFIG": "other.toml"}).out == Path("there")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ouT = 'x'", "ouT: there is no such setting"),
        ("out = 5", "out: is not a path"),
        ("[versions]\nkeeep = 1", "versions.keeep: there is no such setting"),
        ("[versions]\nkeep = 0", "versions.keep: Input should be greater than or equal to 1"),
        ("[versions]\nkeep = 'many'", "versions.keep: is not a whole number"),
        ("versions = 3", "versions: is a section"),
        ("[run]\nfull = 'perhaps'", "run.full: is neither true nor false"),
        ("out = ", "is not TOML"),
        ("[hook]\ncommand = 'rm -rf /'", "hook.command: is not a list like"),
    ],
)
def test_wrong_file_names_file_and_key(tmp_path: Path, text: str, words: str) -> None:
    """What the file says wrong is refused with its name."""
    with pytest.raises(SettingsError) as caught:
        load_settings(_file(tmp_path, text), {})
    assert words in str(caught.value)
    assert "casus.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("CASUS_OUTT", "x"), ("CASUS_VERSIONS_KEEP", "-1"), ("CASUS_HOOK_COMMAND", "rm -rf")],
)
def test_wrong_variable_is_named(variable: str, value: str) -> None:
    """An unknown variable of ours, or a value that does not fit, is refused by name."""
    with pytest.raises(SettingsError, match=variable):
        load_settings(environment={variable: value})


def test_list_in_a_variable_is_written_as_in_the_file() -> None:
    """A command's words come as a TOML list."""
    settings = load_settings(environment={"CASUS_HOOK_COMMAND": '["mail", "a b"]'})
    assert settings.hook.command == ("mail", "a b")


def test_secrets_do_not_show() -> None:
    """Neither the settings' text nor an error about them holds a secret."""
    settings = load_settings(environment={"CASUS_PREFECT_API_AUTH": "user:hunter2"})
    assert "hunter2" not in f"{settings!r} {settings} {settings.model_dump()}"
    with pytest.raises(SettingsError) as caught:
        load_settings(environment={"CASUS_PREFECT_API_AUTH": "user:hunter2", "CASUS_VERSIONS_KEEP": "x"})
    assert "hunter2" not in str(caught.value)


def test_quarantine_lies_beside_processed_and_inside_other_folders() -> None:
    """`data/processed` has `data/quarantine` beside it; a folder of another name keeps all inside."""
    assert load_settings(environment={}).quarantine_folder == Path("data/quarantine")
    assert load_settings(environment={"CASUS_OUT": "my"}).quarantine_folder == Path("my/quarantine")
    named = {"CASUS_OUT": "my", "CASUS_QUARANTINE": "q"}
    assert load_settings(environment=named).quarantine_folder == Path("q")


def test_every_setting_is_described_and_documented() -> None:
    """The page of settings names each key, its variable and what it does."""
    page = DOCS.read_text("utf-8")
    for key, field in keys().items():
        assert field.description, key
        assert f"`{key}`" in page, key
        assert f"`{variable_of(key)}`" in page, key
        assert field.description in page, key


def test_prefect_is_private_and_quiet_and_the_users_word_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telemetry is off, results are not kept; a variable that is set already is not changed."""
    import os
    import sys

    monkeypatch.delitem(sys.modules, "prefect", raising=False)
    environment = {"PREFECT_HOME": "/mine"}
    monkeypatch.setattr(os, "environ", environment)
    set_environment(load_settings(environment={"CASUS_PREFECT_STARTUP_SECONDS": "200"}))
    assert environment["DO_NOT_TRACK"] == "1"
    assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert environment["PREFECT_RESULTS_PERSIST_BY_DEFAULT"] == "false"
    assert environment["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] == "200"
    assert environment["PREFECT_HOME"] == "/mine"
