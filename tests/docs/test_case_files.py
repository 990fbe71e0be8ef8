"""Who looks for the cases of a package or of a construction finds the files that hold them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.case_files import CASES

ROOT = Path(__file__).parents[2]
FILES = frozenset(path.name for path in CASES.iterdir() if path.is_file())
CONSTRUCTIONS = (ROOT / "docs" / "constructions.md").read_text("utf-8")
RULES = ("actors", "claims", "dates", "events", "figures", "places", "text")  # whose packages all name cases


def _named(docstring: str) -> list[str]:
    """Return the files that a docstring says have the cases."""
    return re.findall(r"\b\w+\.(?:txt|json)\b", docstring.partition("Cases in tests/cases:")[2])


def _docstrings() -> dict[str, str]:
    """Return the docstring of each package."""
    paths = [path for folder in ("tasks", "benchmarks") for path in (ROOT / folder).rglob("__init__.py")]
    return {
        path.parent.relative_to(ROOT).as_posix(): ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        for path in paths
    }


NAMED = {package: _named(docstring) for package, docstring in _docstrings().items()}


@pytest.mark.parametrize("file", sorted(FILES))
def test_each_case_file_is_named(file: str) -> None:
    """A package says that the file covers it, and the list of constructions says what is in it."""
    assert any(file in files for files in NAMED.values())
    assert f"`tests/cases/{file}`" in CONSTRUCTIONS


def test_each_file_that_is_named_is_there() -> None:
    """Neither a docstring nor the list of constructions sends anybody to a file that is gone."""
    linked = re.findall(r"`tests/cases/([\w.]+)`", CONSTRUCTIONS)
    assert len(linked) >= len(FILES)
    assert {*linked, *(file for files in NAMED.values() for file in files)} - FILES == set()


@pytest.mark.parametrize("stage", RULES)
def test_each_package_of_rules_names_its_cases(stage: str) -> None:
    """Whoever changes a rule need not search for what may break."""
    packages = [name for name in NAMED if f"{name}/".startswith(f"tasks/{stage}/")]
    assert packages
    assert [name for name in packages if not NAMED[name]] == []
