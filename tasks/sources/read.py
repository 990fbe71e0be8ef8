"""Inputs, as a user names them, to articles: one bad article does not stop the others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tasks.model.article import Article
from tasks.sources.decode import MAX_BYTES, canonical, decode, read_bytes, read_head
from tasks.sources.detect import HEAD_BYTES, RawKind, detect
from tasks.sources.dump import DumpOptions, read_dump
from tasks.sources.errors import InputError, printable
from tasks.sources.files import RealPaths, article_files, source_path
from tasks.sources.origin import is_from_wiki, read_origin
from tasks.sources.rendered_text import read_rendered_text


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What became of the inputs.

    Attributes:
        articles: sorted by article_id, whatever the order of the inputs.
        failures: one for each input that was refused, sorted by file.
    """

    articles: tuple[Article, ...]
    failures: tuple[InputError, ...]


def read_text_article(path: Path, raw_dir: Path | None = None, max_bytes: int = MAX_BYTES) -> Article:
    """Return the article of one file in the rendered form, with its origin record if it has one.

    Raises:
        InputError: if it cannot be read as one; see `read_rendered_text` and `tasks.sources.decode`.
    """
    content = read_bytes(path, max_bytes)
    name = source_path(path, raw_dir)
    text, notes = canonical(decode(content, str(path)), str(path))
    article = read_rendered_text(
        text,
        source_path=name,
        content_sha256=hashlib.sha256(content).hexdigest(),
        origin=read_origin(path, content),
    )
    own = tuple(replace(note, article=article.article_id) for note in notes)
    return replace(article, issues=own + article.issues)


# One reader for each kind of raw file; a reader of a dump may yield many articles, and errors for pages
# that it had to refuse. Readers of further kinds are added here, and nothing else changes.
Reader = Callable[[Path, Path | None, int], Iterable[Article | InputError]]


def _read_one_text(path: Path, raw_dir: Path | None, max_bytes: int) -> Iterable[Article]:
    return (read_text_article(path, raw_dir, max_bytes),)


def _read_one_page(path: Path, raw_dir: Path | None, max_bytes: int) -> Iterable[Article]:
    from tasks.sources.wikitext import read_wikitext_file  # who only searches a dump parses no page

    return read_wikitext_file(path, raw_dir, max_bytes)


def _read_one_dump(
    options: DumpOptions, path: Path, raw_dir: Path | None, _: int
) -> Iterator[Article | InputError]:
    return read_dump(path, raw_dir, options)


def readers(options: DumpOptions | None = None) -> Mapping[RawKind, Reader]:
    """Return the reader of each kind of raw file; `options` says how dumps are read."""
    dump = partial(_read_one_dump, options or DumpOptions())
    return {
        "text": _read_one_text,
        "wikitext": _read_one_page,
        "xml": dump,
        "bz2": dump,
        "gzip": dump,
        "zstd": dump,
    }


READERS = readers()


def read_articles(
    inputs: Sequence[Path],
    raw_dir: Path,
    *,
    max_bytes: int = MAX_BYTES,
    readers: Mapping[RawKind, Reader] = READERS,
) -> ReadResult:
    """Return the articles of files and folders, and what could not be read.

    A file that is named twice is read once. Of articles with the same title (case apart) none is
    taken: which one is meant cannot be known.

    Args:
        inputs: files and folders; a folder stands for all article files in it.
        raw_dir: the folder that source paths are relative to, and that files in it must not leave.
        max_bytes: the largest file of one article.
        readers: the reader of each kind of raw file.
    """
    failures: list[InputError] = []
    files = input_files(inputs, raw_dir, failures)
    named = list(each_article(files, raw_dir, failures, max_bytes=max_bytes, readers=readers))
    clashes = same_titles([(file, article.article_id, article.title) for file, article in named])
    unique = [article for n, (_, article) in enumerate(named) if n not in clashes]
    return ReadResult(
        tuple(sorted(unique, key=lambda article: article.article_id)),
        in_order([*failures, *clashes.values()]),
    )


def input_files(inputs: Sequence[Path], raw_dir: Path, failures: list[InputError]) -> list[Path]:
    """Return the files that inputs stand for, each once, and add what is none to the failures."""
    files: dict[str, Path] = {}
    real = RealPaths()
    for path in inputs:
        try:
            for file in article_files(path, raw_dir, failures):
                files.setdefault(real.of(file), file)
        except InputError as error:
            failures.append(error)
    return list(files.values())


def each_article(
    files: Iterable[Path],
    raw_dir: Path,
    failures: list[InputError],
    *,
    max_bytes: int = MAX_BYTES,
    readers: Mapping[RawKind, Reader] = READERS,
) -> Iterator[tuple[str, Article]]:
    """Yield one article after another with its file, and add what could not be read to the failures.

    No more than one article is held at a time, however large a dump is. Whether two have the same
    title is not looked at: see `same_titles`. The other arguments are those of `read_articles`.
    """
    for file in files:
        try:
            for article in _read(file, raw_dir, max_bytes, readers):
                if isinstance(article, InputError):
                    failures.append(as_given(article, file, raw_dir))
                else:
                    yield str(file), article
        except InputError as error:
            failures.append(as_given(error, file, raw_dir))


def as_given(error: InputError, file: Path, raw_dir: Path) -> InputError:
    """Return the error with the file's whole path: tables know a file by its place in the raw folder."""
    short = printable(source_path(file, raw_dir))
    if error.file == short or error.file.startswith(f"{short}#"):
        return error.named(str(file) + error.file[len(short) :])
    return error


def in_order(failures: Iterable[InputError]) -> tuple[InputError, ...]:
    """Return the failures sorted by file, whatever the order of the inputs."""
    return tuple(sorted(failures, key=lambda error: (error.file, error.place, error.message, error.value)))


def kind_of(file: Path) -> RawKind:
    """Return what kind of raw file this is, by its content.

    Raises:
        InputError: if it is empty, or cannot be read.
    """
    head = read_head(file, HEAD_BYTES)
    if not head:
        raise InputError(str(file), "the file is empty")
    kind = detect(head)
    if kind == "text" and is_from_wiki(file):
        kind = "wikitext"  # a page without any markup is a page all the same
    return kind


def _read(
    file: Path, raw_dir: Path, max_bytes: int, readers: Mapping[RawKind, Reader]
) -> Iterable[Article | InputError]:
    kind = kind_of(file)
    if kind not in readers:
        raise InputError(str(file), "there is no reader for this kind of file", place="format", value=kind)
    return readers[kind](file, raw_dir, max_bytes)


def same_titles(named: Sequence[tuple[str, str, str]]) -> Mapping[int, InputError]:
    """Return an error for each article that has the same title (case apart) as another, by its place.

    Args:
        named: file, article_id and title of each article.
    """
    by_title: dict[str, list[int]] = {}
    for place, (_, article_id, _) in enumerate(named):
        by_title.setdefault(article_id.replace("_", " ").casefold(), []).append(place)
    clashes = {}
    for same in by_title.values():
        for place in same if len(same) > 1 else ():
            file, _, title = named[place]
            others = ", ".join(sorted({named[other][0] for other in same if other != place}))
            message = f"the same title as in {others}" if others != file else "the same title twice in it"
            clashes[place] = InputError(file, message, place="title", value=title)
    return clashes
