"""Lists that are made once after an installation and kept beside the compiled modules."""

import mmap
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.places import near
from tasks.places.gazetteer import _mapped
from tasks.places.installed_lists import is_kept, listed
from tasks.places.near import country_around, lies_elsewhere
from tasks.places.spellings import Spellings

POINTS = ((47.0, 2.4), (-33.9, 151.0), (0.0, -140.0))  # in France, in Australia, at sea
LINES = b"aba\t1\nabu\t22\n"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for all that Python compiles."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


@pytest.fixture
def data() -> Iterator[mmap.mmap]:
    """What the list is made of."""
    yield _mapped("cities15000.json")


def refuse() -> bytes:
    """Fail: nothing is to be made."""
    raise AssertionError("it is kept")


def test_a_list_is_made_once(kept: Path, data: mmap.mmap) -> None:
    """The second time it comes from its file, and finds the same."""
    made, again = listed("XX", data, lambda: LINES), listed("XX", data, refuse)
    for name in ("aba", "abu", "ab", "b", "\xff"):
        assert list(Spellings(made).of(name)) == list(Spellings(again).of(name))
    assert list(Spellings(again).of("abu")) == [22]
    assert listed("YY", data, lambda: b"") == b""


def test_countries_around_a_point_are_the_same_when_read_again(kept: Path) -> None:
    """The towns of the first run are kept; the next process reads them with the end behind them."""
    near._towns.cache_clear()
    first = [country_around(*point) for point in POINTS]
    assert first == ["FR", "AU", None]
    assert list(kept.rglob("points.*"))
    near._towns.cache_clear()
    assert [country_around(*point) for point in POINTS] == first
    assert lies_elsewhere(48.85, 2.35, "AU") and not lies_elsewhere(48.85, 2.35, "FR")


@pytest.mark.parametrize("damage", [b"", LINES, LINES[:-1] + b"3\xff00000000"])
def test_a_torn_list_is_made_anew(kept: Path, data: mmap.mmap, damage: bytes) -> None:
    """A file that is empty, lacks its end or holds something else counts as none, and is replaced."""
    listed("XX", data, lambda: LINES)
    (file,) = kept.rglob("XX.*")
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert listed("XX", data, lambda: LINES) == LINES
    assert file.read_bytes() == whole


def test_nothing_is_written_where_python_compiles_nothing(
    kept: Path, data: mmap.mmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing was forbidden or is not possible the list is made each time."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert listed("XX", data, lambda: LINES) == LINES
    assert not list(kept.rglob("XX.*"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (kept / "file").touch()
    monkeypatch.setattr(sys, "pycache_prefix", str(kept / "file"))
    assert listed("XX", data, lambda: LINES) == LINES


def test_it_is_told_whether_a_list_is_kept(kept: Path, data: mmap.mmap) -> None:
    """A country is looked up in the list that an earlier process made from the first question on."""
    assert not is_kept("XX", data)
    listed("XX", data, lambda: LINES)
    assert is_kept("XX", data)
    (file,) = kept.rglob("XX.*")
    file.write_bytes(LINES)  # torn
    assert not is_kept("XX", data)
