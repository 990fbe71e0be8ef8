"""How far a rule looks is said with its unit: code points, tokens and words are easily confused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

STAGES = ("actors", "claims", "dates", "events", "figures", "places", "text")
# What the constants of distances are called; one of its parts is among these words.
DISTANCE = re.compile(
    r"_(?:\w+_)?(?:AHEAD|APART|BEFORE|BEHIND|BESIDE|CLOSE|FAR|FARTHEST|GAP|LONGEST|NEAR|REACH|SHORTEST|WITHIN)"
    r"(?:_\w+)?"
)
UNIT = re.compile(
    r"\b(?:actors|characters|code points?|date_prec|days?|km|letters|mentions|paragraphs?|sentences?"
    r"|times|tokens?|words?)\b"
)


def _unitless(source: str) -> Iterator[str]:
    """Yield the private constants of a file that are numbers called like a distance, without a unit."""
    lines = source.split("\n")
    for node in ast.parse(source).body:
        if not isinstance(node, ast.Assign) or not _is_number(node.value):
            continue
        names = [n.id for n in ast.walk(node.targets[0]) if isinstance(n, ast.Name)]
        comment = lines[node.lineno - 1].partition("#")[2]
        if any(DISTANCE.fullmatch(name) for name in names) and not UNIT.search(comment):
            yield ", ".join(names)


def _is_number(value: ast.expr) -> bool:
    """Say whether a value is a whole number, or several."""
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return all(isinstance(part, ast.Constant) and type(part.value) is int for part in parts)


def test_each_distance_has_its_unit() -> None:
    """In the comment behind it, as "# tokens from the verb to its noun"."""
    files = [file for stage in STAGES for file in Path("tasks", stage).rglob("*.py")]
    assert files
    assert [(file.as_posix(), name) for file in files for name in _unitless(file.read_text("utf-8"))] == []


def test_a_distance_without_a_unit_would_be_found() -> None:
    """Words that are called so are none, and a number of something else is none."""
    source = (
        '_REACH = 9\n_NEAR_BY = 4  # of the verb\n_FAR = 9  # tokens\n_BESIDE = ("at", "in")\n_MOST = 2\n'
    )
    assert list(_unitless(source)) == ["_REACH", "_NEAR_BY"]
