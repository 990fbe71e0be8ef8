"""Which files an input stands for, and that none of them leads out of its folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tasks.sources.errors import InputError
from tasks.sources.origin import SUFFIX

# Beside the articles lie words about them.
_BESIDE = ("readme", "license", "licence", "attribution", "copying", "notice")


def article_files(path: Path, raw_dir: Path, failures: list[InputError]) -> Iterator[Path]:
    """Yield the files that an input stands for: itself, or all article files in a folder.

    Hidden files, origin records and README-like files are no articles. A file of a folder that leads
    out of it is added to the failures.

    Raises:
        InputError: if there is no such file or folder, the folder has no article, or the name leads
            out of `raw_dir` although it begins there.
    """
    _refuse_unprintable(path)
    _refuse_escape(path, raw_dir)
    if not path.exists():
        raise InputError(str(path), "there is no such file or folder")
    if not path.is_dir():
        yield path
        return
    files = [file for file in sorted(path.rglob("*")) if _is_article(file, path)]
    if not files:
        raise InputError(str(path), "a folder without articles")
    real = RealPaths()
    for file in files:
        try:
            _refuse_unprintable(file)
            _refuse_escape(file, path, real)
        except InputError as error:
            failures.append(error)
        else:
            yield file


def source_path(path: Path, raw_dir: Path | None) -> str:
    """Return the path relative to `raw_dir` with forward slashes; of a file elsewhere its name alone."""
    if raw_dir is not None:
        real, folder = Path(os.path.realpath(path)), Path(os.path.realpath(raw_dir))
        if real.is_relative_to(folder):
            return real.relative_to(folder).as_posix()
    return path.name


class RealPaths:
    """Real paths of files, each of their folders resolved once."""

    def __init__(self) -> None:
        """Know none yet."""
        self._folders: dict[str, str] = {}

    def of(self, path: Path) -> str:
        """Return a file's path without links."""
        if path.is_symlink() or path.name in ("", ".."):
            return os.path.realpath(path)
        return f"{self.of_folder(path.parent)}{os.sep}{path.name}"

    def of_folder(self, folder: Path) -> str:
        """Return a folder's path without links."""
        name = str(folder)
        if name not in self._folders:
            self._folders[name] = os.path.realpath(folder)
        return self._folders[name].rstrip(os.sep)


def _is_article(file: Path, folder: Path) -> bool:
    parts = file.relative_to(folder).parts
    if any(part.startswith(".") for part in parts) or file.name.endswith(SUFFIX):
        return False
    if file.is_dir() and not file.is_symlink():
        return False
    return not file.name.lower().startswith(_BESIDE)


def _refuse_unprintable(path: Path) -> None:
    """Raise InputError if the path cannot be written down in a table or a log."""
    if not all(char.isprintable() for char in str(path)):
        raise InputError(str(path), "a file name with characters that cannot be shown", place="file name")


def _refuse_escape(path: Path, folder: Path, real: RealPaths | None = None) -> None:
    """Raise InputError if the path begins in the folder and does not end there."""
    real = real or RealPaths()
    begins = path.is_relative_to(folder) or path.absolute().is_relative_to(folder.absolute())
    ends, root = real.of(path), real.of_folder(folder)
    if begins and ends != root and not ends.startswith(f"{root}{os.sep}"):
        raise InputError(
            str(path), f"the name leads out of {folder}", place="file name", value=os.path.realpath(path)
        )
