"""What a command is to read, told apart by what it is: files and folders, or pages of wikis."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from tasks.mediawiki.errors import NotAllowedError
from tasks.mediawiki.page_names import is_page_name, page_name
from tasks.mediawiki.wanted import Wanted
from tasks.mediawiki.wiki_contact import contact_of
from tasks.settings import Settings
from tasks.sources import InputError, in_order, input_files

_LIKE_A_PAGE = re.compile(r"([A-Za-z][A-Za-z0-9_]{1,40}):(?![/\\]).*", re.DOTALL)
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
            _refuse_unknown_wiki(text)
            files.append(Path(text))
    if (history and not pages) and not (categories or titles_files or refresh):
        raise click.UsageError("--history needs pages of a wiki, or --refresh for those fetched before")
    if depth and not categories:
        raise click.UsageError("--depth needs --category: it counts the levels below one")
    wanted = Wanted(tuple(pages), titles_files, categories, depth, refresh, history, wiki)
    return tuple(files), wanted


def check_contact(wanted: Wanted, settings: Settings) -> None:
    """Raise NotAllowedError where pages are named and wikis would not be told whom to turn to.

    A refresh needs a contact only if pages were fetched before.
    """
    if wanted.names_pages:
        contact_of(settings.fetch)


def unusable(files: Sequence[Path], settings: Settings) -> tuple[str, ...]:
    """Return why there is nothing to read in files and folders, a line for each; nothing where there is.

    Only names are looked at: what is in the files is for the run.
    """
    refused: list[InputError] = []
    found = input_files(files or (settings.raw,), settings.raw, refused)
    return () if found else tuple(map(str, in_order(refused)))


def _refuse_unknown_wiki(text: str) -> None:
    """Raise NotAllowedError for what looks like a page of a wiki that nobody named, and is no file."""
    named = _LIKE_A_PAGE.fullmatch(text)
    if named is not None and not Path(text).exists():
        raise NotAllowedError(
            f"{text}: there is no such file, and no wiki is called {named[1]!r}: pages are named like"
            " enwiki:Title or by their address, and fetch.wikis names further wikis"
        )
