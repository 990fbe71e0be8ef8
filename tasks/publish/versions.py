"""The versions of a dataset: which there are, which is current, going back."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.disk.durable import sha256_of, swap_link
from tasks.publish.errors import DamagedVersionError, NoVersionError
from tasks.publish.layout import VERSION_NAME, Layout, version_number
from tasks.publish.manifest import Manifest, read_manifest
from tasks.publish.quiet import quiet_moment


@dataclass(frozen=True, slots=True)
class Version:
    """One stored version. `manifest` is None where it cannot be read."""

    name: str
    is_current: bool
    manifest: Manifest | None

    @property
    def bytes(self) -> int:
        """Size of all its files."""
        return sum(facts.bytes for facts in self.manifest.files.values()) if self.manifest else 0


def numbered_versions(layout: Layout) -> tuple[str, ...]:
    """Return the names of all stored versions, the oldest first."""
    if not layout.versions.is_dir():
        return ()
    names = [path.name for path in layout.versions.iterdir() if VERSION_NAME.fullmatch(path.name)]
    return tuple(sorted(names, key=lambda name: (version_number(name), name)))


def current(layout: Layout) -> str | None:
    """Return the name of the version that readers get, or None before the first."""
    try:
        name = layout.latest.readlink().name
    except OSError:
        return None
    return name if VERSION_NAME.fullmatch(name) and layout.version(name).is_dir() else None


def stored(layout: Layout, name: str) -> Manifest | None:
    """Return a version's manifest, or None where it cannot be read."""
    try:
        return read_manifest(layout.version(name))
    except DamagedVersionError:
        return None


def versions(layout: Layout) -> tuple[Version, ...]:
    """Return all stored versions, the oldest first."""
    now = current(layout)
    return tuple(Version(name, name == now, stored(layout, name)) for name in numbered_versions(layout))


def find_version(layout: Layout, asked: str) -> str:
    """Return the name of the version that a person means.

    Args:
        layout: the dataset folder.
        asked: a name, its number ("7"), its beginning, "latest", or "previous" (the one before the
            current in the order of publication).

    Raises:
        NoVersionError: if none, or more than one, fits.
    """
    names = numbered_versions(layout)
    now = current(layout)
    if asked in ("latest", "previous"):
        if now is None:
            raise NoVersionError(f"{layout.out}: nothing has been published here yet")
        if asked == "latest":
            return now
        older = names[: names.index(now)]
        if not older:
            raise NoVersionError(f"{layout.out}: there is no version before {now}")
        return older[-1]
    if asked.isascii() and asked.isdigit():
        fitting = [name for name in names if version_number(name) == int(asked)]
    else:
        fitting = [name for name in names if asked and name.startswith(asked)]
    if len(fitting) != 1:
        trouble = "no such version" if not fitting else f"could be {', '.join(fitting)}"
        raise NoVersionError(f"{asked!r}: {trouble}; `casus versions` lists them")
    return fitting[0]


def damage(layout: Layout, name: str) -> tuple[str, ...]:
    """Return what is wrong with a version's files against its manifest; empty if all is well."""
    folder = layout.version(name)
    try:
        manifest = read_manifest(folder)
    except DamagedVersionError as error:
        return (str(error),)
    wrong = []
    for file, facts in manifest.files.items():
        path = folder / file
        if not path.is_file():
            wrong.append(f"{path}: is missing")
        elif path.stat().st_size != facts.bytes:
            wrong.append(f"{path}: has {path.stat().st_size} bytes, the manifest says {facts.bytes}")
        elif sha256_of(path) != facts.sha256:
            wrong.append(f"{path}: is not the file that was published (checksum differs)")
    return tuple(wrong)


def rollback(layout: Layout, name: str) -> None:
    """Make a stored version the current one; the lock must be held.

    Raises:
        DamagedVersionError: if its files are not what its manifest says.
    """
    wrong = damage(layout, name)
    if wrong:
        raise DamagedVersionError(wrong[0])
    make_current(layout, name)


def make_current(layout: Layout, name: str) -> None:
    """Let readers find a stored version from now on, all tables at once; the lock must be held.

    Waits for a moment in which nobody reads the version that was current, if one comes soon.
    """
    before = current(layout)
    files = sorted(layout.version(before).glob("*.parquet")) if before is not None else []
    with quiet_moment(files):
        swap_link(layout.latest, f"{layout.versions.name}/{name}")
