"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
import subprocess
import sys

from tasks.lexicons.late_pattern import late_pattern


def test_a_late_pattern_finds_what_the_same_pattern_compiled_at_once_finds() -> None:
    """Whatever is asked of it."""
    late, soon = late_pattern(r"(?P<what>bomb\w*)", re.IGNORECASE), re.compile(r"(?P<what>bomb\w*)", re.I)
    text = "Bombers bombed; a Bomb"
    for found in ("search", "match"):
        assert getattr(late, found)(text)["what"] == getattr(soon, found)(text)["what"]
    assert [one.span() for one in late.finditer(text)] == [one.span() for one in soon.finditer(text)]
    assert late.findall(text) == soon.findall(text)
    assert late.sub("x", text) == soon.sub("x", text)
    assert late.split(text) == soon.split(text)
    assert late.fullmatch("bomb")["what"] == "bomb"  # type: ignore[index]
    assert late.pattern == soon.pattern and late.groups == soon.groups
    assert not hasattr(late, "what no pattern has")


def test_a_late_pattern_is_compiled_when_it_is_used_or_all_are_asked_for() -> None:
    """Not when it is made, and once."""
    program = """
import re
from tasks.lexicons.late_pattern import compile_late_patterns, late_pattern
compiled, library = [], re.compile
re.compile = lambda pattern, flags=0: compiled.append(pattern) or library(pattern, flags)
one, other = late_pattern("a"), late_pattern("b")
assert compiled == []
assert one.search("a") and one.search("a")
assert compiled == ["a"]
compile_late_patterns()
assert compiled == ["a", "b"]
assert other.search("b")
assert compiled == ["a", "b"]
"""
    subprocess.run([sys.executable, "-c", program], check=True)
