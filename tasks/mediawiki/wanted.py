"""What somebody wants from wikis: a value that a command line, a flow or a schedule can give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for.

    Attributes:
        pages: addresses, prefixed titles, or bare titles of the wiki `wiki`.
        titles_files: lists of such.
        categories: of whose pages all are wanted, with those of subcategories down to `depth`.
        everything_kept: all pages that were taken before, as far as they changed.
        history: all revisions of the pages, too.
        wiki: of bare titles and categories; that of the settings if None.
    """

    pages: tuple[str, ...] = ()
    titles_files: tuple[Path, ...] = ()
    categories: tuple[str, ...] = ()
    depth: int = 0
    everything_kept: bool = False
    history: bool = False
    wiki: str | None = None

    @property
    def names_pages(self) -> bool:
        """Whether pages are named: they are then what is read, and nothing else."""
        return bool(self.pages or self.titles_files or self.categories)

    @property
    def is_something(self) -> bool:
        """Whether a wiki has to be asked at all."""
        return self.names_pages or self.everything_kept


NOTHING = Wanted()


def wanted_from(record: Mapping[str, Any]) -> Wanted:
    """Return what a record of JSON values asks for, as `wanted_record` writes it.

    Raises:
        SettingsError: on a field that there is not, or a value that does not fit.
    """
    from tasks.settings import SettingsError  # not needed to say that nothing is wanted

    names = {field.name: field.default for field in fields(Wanted)}
    for name, value in record.items():
        if name not in names:
            raise SettingsError(f"wanted: {name}: there is no such field")
        if isinstance(names[name], tuple) != isinstance(value, list | tuple) or isinstance(value, dict):
            raise SettingsError(f"wanted: {name}: {value!r} does not fit")
    said: dict[str, Any] = dict(record)
    for name, value in record.items():
        said[name] = tuple(value) if isinstance(value, list) else value
    if "titles_files" in said:
        said["titles_files"] = tuple(map(Path, said["titles_files"]))
    return Wanted(**said)


def wanted_record(wanted: Wanted) -> dict[str, Any]:
    """Return what is wanted as JSON values."""
    record = asdict(wanted) | {"titles_files": [str(path) for path in wanted.titles_files]}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in record.items()}
