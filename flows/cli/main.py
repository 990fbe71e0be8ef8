"""`casus` itself: its commands by name, its help, and what an error looks like."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import Any

import click

from flows.cli.exit_codes import ExitCode

# Command -> (module, line of help). The module is imported when the command is used.
COMMANDS = {
    "build": ("build", "Read articles and publish the dataset."),
    "fetch": ("fetch", "Take pages from wikis into the raw folder."),
    "show": ("show", "Show events, claims and other tables in the terminal."),
    "check": ("check", "Check a published dataset: checksums, schema, expectations."),
    "versions": ("versions", "List the versions of a dataset."),
    "path": ("versions", "Print the folder of a version, for scripts."),
    "rollback": ("versions", "Make an earlier version the current one."),
    "diff": ("versions", "Show what changed between two versions, row by row."),
    "prune": ("versions", "Remove old versions."),
    "export": ("export", "Write a version's tables as CSV files."),
    "docs": ("docs", "Build Great Expectations' Data Docs of a dataset."),
    "serve": ("serve", "Run the scheduled flows on this machine."),
    "settings": ("settings", "Show every setting with its value."),
}

EXAMPLES = """\b
Examples:
  casus build                          read data/raw, publish to data/processed
  casus build article.txt --out my     read one file, publish to my/ (a run replaces the dataset)
  casus build enwiki:Battle_of_X       fetch a page of a wiki and read it
  casus build --refresh                fetch what changed of all pages, read data/raw
  casus show claims --article raid     claims of the articles whose title contains "raid"
  casus show events --json | jq .      as data
  casus versions                       what was published, and when
  casus diff previous latest           what the last run changed

\b
Exit codes: 0 done (published, or nothing new), 1 refused by validation,
2 bad input, 3 could not work now (locked, no space, no server), 130 interrupted.

Settings come from casus.toml, CASUS_* in the environment, and options (see `casus settings`)."""


class Commands(click.Group):
    """The commands, each loaded when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command, loading its file."""
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"flows.cli.{COMMANDS[name][0]}")
        command: click.Command = getattr(module, f"{name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _version(ctx: click.Context, parameter: click.Parameter, is_asked: bool) -> None:
    """Print the version, and of which sources a compiled build was made."""
    if not is_asked:
        return
    from tasks.compiled_from import compiled_from, is_stale
    from tasks.version import EXTRACTOR_VERSION

    made_from = compiled_from()
    click.echo(
        f"casus {EXTRACTOR_VERSION}" + ("" if made_from is None else f", compiled (sources {made_from})")
    )
    checkout = Path(sys.prefix).parent
    if (checkout / "tasks" / "compiled_from.py").exists() and is_stale(checkout):
        click.echo(f"The sources in {checkout} are others by now: make install-compiled", err=True)
    ctx.exit()


@click.command(
    cls=Commands,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    callback=_version,
    expose_value=False,
    is_eager=True,
    help="Show the version and exit.",
)
def casus() -> None:
    """Articles about conflict events as event, actor and claim tables, with who said what kept."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    # A scheduler that stops a run gets the same tidy end as Ctrl-C.
    signal.signal(signal.SIGTERM, _interrupt)
    _write_what_the_terminal_can()
    try:
        code = casus.main(arguments, prog_name="casus", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else ExitCode.DONE)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.BAD_INPUT)
    except (click.Abort, KeyboardInterrupt):
        _say("Interrupted.")
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (head, less) has left: nothing is wrong, and what is left to write
        # goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.DONE)
    except Exception as error:
        code = _code_of(error)
        if code is None:
            raise
        _say(f"casus: {_words_of(error)}")
        sys.exit(code)


def _words_of(error: Exception) -> str:
    from tasks.disk.refused import refusal

    return refusal(error) if isinstance(error, OSError) else str(error)


def _code_of(error: Exception) -> ExitCode | None:
    """Return the exit code of an error that people are to understand; None for a fault of the program."""
    from tasks.disk.refused import REFUSALS
    from tasks.mediawiki.errors import FetchError, NotAllowedError
    from tasks.publish.errors import DamagedVersionError, NoVersionError, PublishError
    from tasks.run.errors import BadInputError, RefusedError
    from tasks.settings import SettingsError
    from tasks.validate.errors import SuiteError

    if isinstance(error, RefusedError | DamagedVersionError):
        return ExitCode.REFUSED
    if isinstance(error, BadInputError | SettingsError | SuiteError | NoVersionError | NotAllowedError):
        return ExitCode.BAD_INPUT
    if isinstance(error, PublishError | FetchError):
        return ExitCode.UNABLE
    if isinstance(error, OSError) and error.errno in REFUSALS:
        return ExitCode.UNABLE
    return None


def _write_what_the_terminal_can() -> None:
    """Have characters that the locale's encoding lacks written as escapes, where Python would fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _say(text: str) -> None:
    from tasks.visible import visible

    with suppress(OSError):  # nobody can be told; the exit code says it
        click.echo("\n".join(visible(line) for line in text.splitlines()), err=True)


def _interrupt(number: int, frame: FrameType | None) -> Any:
    raise KeyboardInterrupt
