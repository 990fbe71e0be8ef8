"""Commands given as a person gives them: in this process, or as a process of their own in a shell."""

import os
import subprocess
import sys

from click.testing import CliRunner, Result

from flows.cli.main import main


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


def in_a_shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of a shell with `casus` as its own process, as a person does."""
    program = f"'{sys.executable}' -c 'from flows.cli.main import main; main()'"
    line = command.replace("casus", program)
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, check=False, env={**os.environ, **environment}
    )
