"""What the terminal shows: lines on standard error, tables on standard output, a bar in a terminal alone."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import compress
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tasks.run.watch import watch, watch_stages
from tasks.visible import visible

if TYPE_CHECKING:
    from rich.progress import Progress

DOING = {
    "fetch": "fetching pages",
    "extract": "reading articles",
    "assemble": "putting the tables together",
    "validate": "checking the tables",
    "publish": "publishing",
}
WIDTH_OF_FILES = 120  # columns, where the output is no terminal and COLUMNS does not say


class _Output(Console):
    """A console whose reader may leave early (head, less): `main` says what that means."""

    def on_broken_pipe(self) -> None:
        """Let the error through; the console's own way is an exit with 1, which here says "refused"."""
        raise BrokenPipeError


def output() -> Console:
    """Return the console of standard output: tables and nothing else."""
    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else WIDTH_OF_FILES
    return _Output(file=sys.stdout, width=width, highlight=False, soft_wrap=False)


def say(line: str = "") -> None:
    """Write one line for people, on standard error.

    Where nobody can be told (a log on a full disk, a reader who left), the work goes on: the exit
    code says how it ended.
    """
    with suppress(OSError):
        click.echo(visible(line), err=True)


def cell(value: object) -> Text:
    """Return a value as a table shows it, a list line by line: markup and controls in it do nothing."""
    values = value if isinstance(value, list) else [] if value is None else [value]
    return Text("\n".join(visible(line) for one in values for line in str(one).split("\n")))


def write_table(title: str, columns: dict[str, dict[str, Any]], rows: list[list[object]]) -> None:
    """Write a table to standard output.

    `columns` maps headings to options of rich's columns, and "from_width": the least width of the
    terminal at which the column is shown. Columns with a "ratio" share what a table that is too wide
    has left.
    """
    console = output()
    shown = [int(options.get("from_width", 0)) <= console.width for options in columns.values()]
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=False, pad_edge=False)
    for (heading, options), is_shown in zip(columns.items(), shown, strict=True):
        if is_shown:
            table.add_column(
                heading, **{name: value for name, value in options.items() if name != "from_width"}
            )
    for row in rows:
        cells = (value if isinstance(value, Text) else cell(value) for value in row)
        table.add_row(*compress(cells, shown))
    # rich heeds ratios in a table as wide as its console alone, and else cuts all columns alike.
    table.expand = console.measure(table).maximum >= console.width
    console.print(table)


def write_json(value: object) -> None:
    """Write a value as JSON to standard output; letters beyond ASCII are escaped, so controls are too."""
    click.echo(json.dumps(value, indent=2, default=str))


@contextmanager
def told(quiet: bool) -> Iterator[None]:
    """Show what runs say: a line a stage, and a bar of articles in a terminal."""
    logger = logging.getLogger("casus")
    before = logger.level, logger.propagate
    with _bar(quiet) as write:
        handler = _Lines(write)
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING if quiet else logging.INFO)
        logger.propagate = False
        try:
            yield
        finally:
            logger.removeHandler(handler)
            logger.setLevel(before[0])
            logger.propagate = before[1]


class _Lines(logging.Handler):
    """Writes log records as plain lines."""

    def __init__(self, write: Callable[[str], None]) -> None:
        """Take the function that writes a line."""
        super().__init__()
        self.write = write

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record as one line, an error with its kind and message and without its traceback."""
        text = record.getMessage()
        if record.exc_info and record.exc_info[1] is not None:
            text += f" ({type(record.exc_info[1]).__name__}: {record.exc_info[1]})"
        self.write(text)


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Show what a run is doing, a bar of the articles that it extracts and of a dump; nothing in a file.

    Yields the function that writes a line: above the bars, where there are some.
    """
    if quiet or not sys.stderr.isatty():
        yield say
        return
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(file=sys.stderr)
    columns = (TextColumn("{task.description}", markup=False), BarColumn())
    with Progress(*columns, console=console, transient=True) as progress, _watched(progress):

        def write(line: str) -> None:
            """Print a line above what is shown; a terminal that is gone is no fault of the run."""
            with suppress(OSError):
                console.print(visible(line), markup=False, highlight=False, soft_wrap=True)

        yield write


@contextmanager
def _watched(progress: Progress) -> Iterator[None]:
    """Show in bars what the run does now, how many articles are extracted, how far a dump is read."""
    from tasks.sources.dump.position import Progress as Dump
    from tasks.sources.dump.position import watch_dump

    now = progress.add_task("starting", total=None)
    task = progress.add_task("extract", total=None, visible=False)
    dump = progress.add_task("dump", total=None, visible=False)

    def show_stage(stage: str) -> None:
        """Show what the run does now."""
        progress.update(now, description=DOING.get(stage, stage), refresh=True)

    def show(done: int, total: int) -> None:
        """Show how many articles are extracted."""
        words = f"extract: {done:,} of {total:,}"
        progress.update(task, description=words, completed=done, total=total, visible=done < total)

    def show_dump(read: Dump) -> None:
        """Show how far a dump is read, and what is left of it."""
        left = "" if read.seconds_left is None else f", {read.seconds_left:,.0f} s left"
        megabytes = f"{read.done / 1e6:,.0f} of {read.total / 1e6:,.0f} MB"
        words = f"{visible(read.name)}: {megabytes}, {read.pages:,} pages, {read.found:,} found{left}"
        progress.update(
            dump, description=words, completed=read.done, total=read.total, visible=read.done < read.total
        )

    tokens = watch.set(show), watch_dump.set(show_dump), watch_stages.set(show_stage)
    try:
        yield
    finally:
        watch.reset(tokens[0])
        watch_dump.reset(tokens[1])
        watch_stages.reset(tokens[2])
