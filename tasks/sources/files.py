"""Which files an input stands for, and that none of them leads out of its folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tasks.sources.errors import InputError
from tasks.sources.origin import SUFFIX

# Beside the articles lie words about them.
_BESIDE = ("readme", "license", "licence", "attribution", "copying", "notice")


def article_files(path: Path, raw_dir: Path, failures: list[InputError]) -> Iterator[Path]:
    """Yield the files that an input stands for: itself, or all article files in a folder.

    Hidden files, origin records and README-like files are no articles. A file of a folder that leads
    out of it, and a folder within that cannot be read, is added to the failures.

    Raises:
        InputError: if there is no such file or folder or none that may be looked at, the folder has no
            article, or the name leads out of `raw_dir` although it begins there.
    """
    _refuse_unprintable(path)
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(str(path), "there is no such file or folder") from None
    except OSError as error:
        raise InputError(str(path), f"cannot be looked at: {error.strerror}") from error
    _refuse_escape(path, raw_dir)
    if not stat.S_ISDIR(mode):
        yield path
        return
    closed: list[InputError] = []
    files = sorted(_files_within(path, closed))
    failures.extend(closed)
    if not files and not closed:
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


def _files_within(folder: Path, closed: list[InputError]) -> Iterator[Path]:
    """Yield the article files of a folder and of those within it; those that cannot be read are `closed`."""

    def refuse(error: OSError) -> None:
        """Note a folder that cannot be read: `os.walk` passes it over in silence."""
        closed.append(InputError(str(error.filename), f"the folder cannot be read: {error.strerror}"))

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # A link to a folder is not walked into: it stands among the files, and is refused if it leads out.
        links = [name for name in folders if Path(parent, name).is_symlink()]
        yield from (Path(parent, name) for name in (*files, *links) if _is_article(name))


def _is_article(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(SUFFIX) and not name.lower().startswith(_BESIDE)


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
