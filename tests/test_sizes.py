"""Files and functions stay small enough to be read whole."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("tasks", "flows", "benchmarks", "tests")
FILE, FUNCTION = 300, 50  # lines


def _functions(source: str) -> Iterator[tuple[str, int]]:
    """Yield the functions of a file with their lines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            yield node.name, node.end_lineno - node.lineno + 1


def test_files_and_functions_are_small() -> None:
    """What grows beyond that holds a second concept, which is better off with a name of its own."""
    sources = {p: p.read_text("utf-8") for folder in FOLDERS for p in Path(folder).rglob("*.py")}
    files = [f"{path}: {lines}" for path, source in sources.items() if (lines := source.count("\n")) > FILE]
    functions = [
        f"{path}: {name}: {lines}"
        for path, source in sources.items()
        for name, lines in _functions(source)
        if lines > FUNCTION
    ]
    assert len(sources) > len(FOLDERS) and files + functions == []


def test_a_long_function_would_be_found() -> None:
    """One within a class, too."""
    body = "        pass\n" * FUNCTION
    assert list(_functions(f"class A:\n    def short(self):\n        pass\n    def long(self):\n{body}")) == [
        ("short", 2),
        ("long", FUNCTION + 1),
    ]
