"""Where everything of a dataset folder lies, and what a version is called.

::

    <out>/
      latest -> versions/0007-3f2a9c1b22d4   the one commit point: a link, swapped in one step
      versions/0007-3f2a9c1b22d4/            all tables of one run, read-only, with manifest.json
      runs/<run id>/                         what a run says about itself: report, issues, figures
      .work/                                 results of single articles, alone and joined, what is known
                                             of the input files, pages taken from large dumps, and the
                                             tables of a run under way
      .lock                                  held by the run that works on this folder
      .publishing                            the version that is being put in place right now

Every path of the folder is made here and nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

VERSION_NAME = re.compile(r"([0-9]{4,})-([0-9a-f]{12})")
RUN_NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one dataset folder. Nothing is created by asking for a path."""

    out: Path

    @property
    def latest(self) -> Path:
        """The link to the version that readers open."""
        return self.out / "latest"

    @property
    def versions(self) -> Path:
        """The folder of all versions."""
        return self.out / "versions"

    @property
    def runs(self) -> Path:
        """The folder of what runs say about themselves."""
        return self.out / "runs"

    @property
    def work(self) -> Path:
        """The folder of unfinished and reusable work."""
        return self.out / ".work"

    @property
    def lock(self) -> Path:
        """The file that the working run holds a lock on."""
        return self.out / ".lock"

    @property
    def intent(self) -> Path:
        """The file that names the version being put in place."""
        return self.out / ".publishing"

    def version(self, name: str) -> Path:
        """Return the folder of a version.

        Raises:
            ValueError: if no version can have that name; nothing else ever becomes a path.
        """
        if not VERSION_NAME.fullmatch(name):
            raise ValueError(f"not a version's name: {name!r}")
        return self.versions / name

    def run(self, run_id: str) -> Path:
        """Return the folder in which a run leaves its report.

        Raises:
            ValueError: if no run can have that id.
        """
        if not RUN_NAME.fullmatch(run_id):
            raise ValueError(f"not a run's id: {run_id!r}")
        return self.runs / run_id

    def staging(self, run_id: str) -> Path:
        """Return the folder in which a run prepares its tables."""
        return self.work / "runs" / self.run(run_id).name

    @property
    def articles(self) -> Path:
        """The folder of single articles' results, kept between runs."""
        return self.work / "articles"

    @property
    def catalogue(self) -> Path:
        """The file that says which article each input file held."""
        return self.work / "catalogue.json"

    @property
    def joined(self) -> Path:
        """The file of the joined rows of all articles of the last run."""
        return self.work / "joined.arrow"

    @property
    def last(self) -> Path:
        """The file of what the last run that ended well worked on and found."""
        return self.work / "last.json"

    @property
    def dumps(self) -> Path:
        """The folder of pages taken from large dumps, kept between runs."""
        return self.work / "dumps"


def version_number(name: str) -> int:
    """Return a version's place in the order of publication, counted from 1.

    A count and not a time, because a clock can be set back.

    Raises:
        ValueError: if no version can have that name.
    """
    match = VERSION_NAME.fullmatch(name)
    if match is None:
        raise ValueError(f"not a version's name: {name!r}")
    return int(match[1])


def version_name(number: int, content: str) -> str:
    """Return the name of the `number`th version with the given content checksum (hex)."""
    return f"{number:04d}-{content[:12]}"
