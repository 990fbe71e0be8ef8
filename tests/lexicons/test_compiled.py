"""Patterns that are compiled once after an installation."""

import re
import sys
from pathlib import Path

import pytest

from tasks.lexicons.compiled import kept_patterns

TEXT = "Two bombs: 12 dead, \u00e4lter"
PATTERNS: tuple[tuple[str | bytes, int], ...] = (
    (r"(?P<count>\d+) (?P<word>dead|hurt)(?=,)", 0),
    (r"(?i:BOMB)s?|x", re.MULTILINE),
    (r"\u00c4LTER$", re.IGNORECASE),
    (rb"b(?:o|u)mb(s)\b", re.IGNORECASE),
)


def found() -> list[object]:
    """Return all that compiled patterns say of themselves and of a text."""
    re.purge()
    said: list[object] = []
    for pattern, flags in PATTERNS:
        one = re.compile(pattern, flags)  # type: ignore[call-overload]
        match = one.search(TEXT.encode() if isinstance(pattern, bytes) else TEXT)
        said.append((one.pattern, one.flags, one.groups, dict(one.groupindex), match.regs, match.groups()))
    return said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for all that Python compiles."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def test_kept_patterns_match_as_those_compiled_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time they are not read and compiled again; what nobody kept still is."""
    before = found()
    with kept_patterns("mark"):
        assert found() == before
    assert len(list(folder.rglob("patterns.*.list"))) == 1
    read: list[object] = []
    with kept_patterns("mark"), monkeypatch.context() as patched:
        parse = re._parser.parse  # type: ignore[attr-defined]
        patched.setattr(
            re._parser,  # type: ignore[attr-defined]
            "parse",
            lambda pattern, *others: read.append(pattern) or parse(pattern, *others),
        )
        assert found() == before
        assert not read
        assert re.compile("un(kept)").match("unkept")
        assert read == ["un(kept)"]
    assert found() == before


def test_another_mark_is_compiled_anew(folder: Path) -> None:
    """What may compile other patterns keeps its own."""
    for mark in ("one", "other"):
        with kept_patterns(mark):
            found()
    assert len(list(folder.rglob("patterns.*.list"))) == 2


def test_what_is_torn_counts_as_none(folder: Path) -> None:
    """A file that lacks its end is made anew."""
    before = found()
    for _ in range(2):
        with kept_patterns("mark"):
            assert found() == before
        (file,) = folder.rglob("patterns.*.list")
        whole = file.read_bytes()
        file.write_bytes(whole[:-20])
    with kept_patterns("mark"):
        assert found() == before
    assert file.read_bytes() == whole
