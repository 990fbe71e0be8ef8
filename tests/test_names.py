"""A module's name says its concept, so no two have the same one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

# What means the same in each package: its door, what can go wrong in it, a process of its own.
DOORS = frozenset(("__init__", "errors", "find", "load", "read", "worker"))
MOST = 30  # modules of a package; beyond that nobody finds the one they look for


def _twins(paths: Iterable[Path]) -> dict[str, list[str]]:
    """Return the names that several modules have, with the packages that have them."""
    packages = defaultdict(list)
    for path in paths:
        packages[path.stem].append(path.parent.as_posix())
    return {name: all_of for name, all_of in packages.items() if len(all_of) > 1 and name not in DOORS}


def test_no_two_modules_have_the_same_name() -> None:
    """Whoever reads "ships" in a traceback or a document need not ask of which package."""
    paths = list(Path("tasks").rglob("*.py"))
    assert paths and _twins(paths) == {}


def test_no_package_is_too_large() -> None:
    """What grows beyond that is divided by concept, and each part says what belongs there."""
    sizes = {path.parent: len(list(path.parent.glob("*.py"))) for path in Path("tasks").rglob("__init__.py")}
    assert sizes and {package.as_posix(): n for package, n in sizes.items() if n > MOST + 1} == {}


def test_twins_would_be_found() -> None:
    """Doors are none."""
    paths = [Path(name) for name in ("a/ships.py", "b/ships.py", "a/find.py", "b/find.py", "b/sails.py")]
    assert _twins(paths) == {"ships": ["a", "b"]}
