"""What the compiled build declares final in its copy of a module."""

import ast

from requirements.final_constants import constants, with_constants

SOURCE = '''"""A module."""

from __future__ import annotations

from typing import TypeVar

_WORDS = frozenset(("a", "b"))
_LONGEST = max(
    1, 2
)
Value = TypeVar("Value")
T = TypeVar("T")
AGAIN = 1
AGAIN = 2
_first, SECOND = 1, 2
CHANGED = 0


def change() -> None:
    """Set it."""
    global CHANGED
    CHANGED = 1
'''


def test_names_in_capitals_that_are_bound_once_are_constants() -> None:
    """Not what is bound again, by a function either, nor types and several names at once."""
    assert [name.id for name in constants(ast.parse(SOURCE))] == ["_WORDS", "_LONGEST"]


def test_the_copy_declares_them_and_has_its_lines_where_they_were() -> None:
    """A traceback shows the lines of the source."""
    made = with_constants(SOURCE)
    assert '_WORDS: _Final = frozenset(("a", "b"))' in made
    assert "_LONGEST: _Final = max(" in made
    assert "annotations; from typing import Final as _Final" in made
    assert made.count("\n") == SOURCE.count("\n")
    assert ast.parse(made).body


def test_a_module_without_constants_is_left_as_it_is() -> None:
    """So is one that postpones no annotations: there is no line to import behind."""
    assert with_constants("from __future__ import annotations\n\nword = 1\n").endswith("word = 1\n")
    assert with_constants("WORD = 1\n") == "WORD = 1\n"
