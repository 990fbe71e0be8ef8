"""What a command is to read, told apart by what it is: files and folders, or pages of wikis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from tasks.mediawiki.names import is_page_name, page_name
from tasks.mediawiki.wanted import Wanted
from tasks.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])


def wiki_options(command: F) -> F:
    """Add the options that name pages of wikis."""
    for option in reversed(
        (
            click.option("--category", "categories", multiple=True, help="All articles of a category."),
            click.option(
                "--depth", type=click.IntRange(0, 10), default=0, show_default=True,
                help="Levels of subcategories that belong to --category.",
            ),
            click.option(
                "--titles-file", "titles_files", multiple=True, type=click.Path(path_type=Path),
                help="A list of pages, one a line; # begins a comment.",
            ),
            click.option("--wiki", help="The wiki of bare titles and categories [fetch.wiki: enwiki]."),
            click.option("--refresh", is_flag=True, help="All pages fetched before, as far as they changed."),
            click.option("--history", is_flag=True, help="All revisions of the pages, too."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def told_apart(
    inputs: Sequence[str],
    settings: Settings,
    *,
    categories: tuple[str, ...],
    depth: int,
    titles_files: tuple[Path, ...],
    wiki: str | None,
    refresh: bool,
    history: bool,
    titles_alone: bool = False,
) -> tuple[tuple[Path, ...], Wanted]:
    """Return the files and folders among the inputs, and what is wanted of wikis.

    What exists under its name is a file. Else an address or a title with its wiki's name is a page,
    and so is everything where `titles_alone` says that inputs are pages.

    Raises:
        NotAllowedError: if a page is of no wiki that is known.
    """
    files: list[Path] = []
    pages: list[str] = []
    for text in inputs:
        if titles_alone or (is_page_name(text, settings.fetch) and not Path(text).exists()):
            page_name(text, settings.fetch, wiki)
            pages.append(text)
        else:
            files.append(Path(text))
    if (history and not pages) and not (categories or titles_files or refresh):
        raise click.UsageError("--history needs pages of a wiki, or --refresh for those fetched before")
    if depth and not categories:
        raise click.UsageError("--depth needs --category: it counts the levels below one")
    wanted = Wanted(tuple(pages), titles_files, categories, depth, refresh, history, wiki)
    return tuple(files), wanted
