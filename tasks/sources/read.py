"""Inputs, as a user names them, to articles: one bad article does not stop the others."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tasks.model.article import Article
from tasks.sources.decode import MAX_BYTES, canonical, decode, read_bytes, read_head
from tasks.sources.detect import HEAD_BYTES, RawKind, detect
from tasks.sources.errors import InputError
from tasks.sources.files import article_files, source_path
from tasks.sources.origin import is_from_wiki, read_origin
from tasks.sources.rendered_text import read_rendered_text
from tasks.sources.wikitext import read_wikitext_file


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


# One reader for each kind of raw file; a reader of a dump may yield many articles. Readers of further
# kinds are added here, and nothing else changes.
Reader = Callable[[Path, Path | None, int], Iterable[Article]]


def _read_one_text(path: Path, raw_dir: Path | None, max_bytes: int) -> Iterable[Article]:
    return (read_text_article(path, raw_dir, max_bytes),)


READERS: Mapping[RawKind, Reader] = {"text": _read_one_text, "wikitext": read_wikitext_file}


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
    files: dict[str, Path] = {}
    for path in inputs:
        try:
            for file in article_files(path, raw_dir, failures):
                files.setdefault(os.path.realpath(file), file)
        except InputError as error:
            failures.append(error)
    articles: list[tuple[str, Article]] = []
    for file in files.values():
        try:
            articles.extend((str(file), article) for article in _read(file, raw_dir, max_bytes, readers))
        except InputError as error:
            failures.append(error)
    unique = _without_same_titles(articles, failures)
    return ReadResult(
        tuple(sorted(unique, key=lambda article: article.article_id)),
        tuple(sorted(failures, key=lambda error: (error.file, error.place, error.message, error.value))),
    )


def _read(file: Path, raw_dir: Path, max_bytes: int, readers: Mapping[RawKind, Reader]) -> Iterable[Article]:
    head = read_head(file, HEAD_BYTES)
    if not head:
        raise InputError(str(file), "the file is empty")
    kind = detect(head)
    if kind == "text" and is_from_wiki(file):
        kind = "wikitext"  # a page without any markup is a page all the same
    if kind not in readers:
        raise InputError(str(file), "there is no reader for this kind of file", place="format", value=kind)
    return readers[kind](file, raw_dir, max_bytes)


def _without_same_titles(
    articles: Sequence[tuple[str, Article]], failures: list[InputError]
) -> Iterable[Article]:
    """Yield the articles whose title is their own; add a failure for each of the others."""
    by_title: dict[str, list[tuple[str, Article]]] = {}
    for file, article in articles:
        by_title.setdefault(article.article_id.replace("_", " ").casefold(), []).append((file, article))
    for same in by_title.values():
        if len(same) == 1:
            yield same[0][1]
            continue
        for file, article in same:
            others = ", ".join(sorted(other for other, _ in same if other != file))
            message = f"the same title as in {others}"
            failures.append(InputError(file, message, place="title", value=article.title))
