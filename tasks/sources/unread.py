"""What is still to be read of the inputs, one article after another: small, and any process can read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tasks.model.article import Article
from tasks.sources.dump import DumpOptions, find_pages
from tasks.sources.errors import InputError
from tasks.sources.read import as_given, each_article, kind_of

_OF_ONE_ARTICLE = ("text", "wikitext")


class Unread(Protocol):
    """A file of one article, or a page of a dump; can be pickled."""

    @property
    def name(self) -> str:
        """The file's, or the page's, for messages."""

    def read(self) -> Iterable[Article | InputError]:
        """Return the article, or the error that it is refused with."""


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file of one article."""

    file: Path
    raw_dir: Path

    @property
    def name(self) -> str:
        """The file's name for messages."""
        return str(self.file)

    def read(self) -> Iterable[Article | InputError]:
        """Return the file's article, or the error that it is refused with."""
        failures: list[InputError] = []
        articles = [article for _, article in each_article((self.file,), self.raw_dir, failures)]
        return (*articles, *failures)


def each_unread(
    files: Iterable[Path], raw_dir: Path, failures: list[InputError], options: DumpOptions
) -> Iterator[tuple[str, Unread]]:
    """Yield what is to be read with its file, in order, and add to the failures what cannot be.

    Dumps are searched meanwhile, and no more than one page of them is held.

    Args:
        files: as `input_files` gives them.
        raw_dir: the folder that source paths are relative to.
        failures: get what is refused without being read.
        options: how dumps are read.
    """
    for file in files:
        try:
            if kind_of(file) in _OF_ONE_ARTICLE:
                yield str(file), UnreadFile(file, raw_dir)
                continue
            for page in find_pages(file, raw_dir, options):
                if isinstance(page, InputError):
                    failures.append(as_given(page, file, raw_dir))
                else:
                    yield str(file), page
        except InputError as error:
            failures.append(as_given(error, file, raw_dir))
