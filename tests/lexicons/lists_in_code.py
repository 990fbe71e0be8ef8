"""Lists of words that are written out in a source: sets, tuples, dicts, unions, alternatives of patterns."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable, Iterator
from re import _parser as parser  # type: ignore[attr-defined]  # the library's own reader of patterns
from typing import Any, NamedTuple

_WORD = re.compile(r"[^\W\d_][\w'’ -]*")
_LONGEST = 400  # ways to spell an alternative
_OTHER = "\x00"  # what an f-string takes in


class WordList(NamedTuple):
    """Words that stand together, and the constant or function that they stand in."""

    name: str
    line: int
    words: frozenset[str]


def lists_in(source: str) -> Iterator[WordList]:
    """Yield the lists that are written out in a source, those of patterns' alternatives too."""
    for statement in ast.parse(source).body:
        name = _name(statement)
        for node, words in _of(statement):
            found = frozenset(word for word in words if _WORD.fullmatch(word))
            if found:
                yield WordList(name, node.lineno, found)


def _name(statement: ast.stmt) -> str:
    if isinstance(statement, ast.Assign):
        return ast.unparse(statement.targets[0])
    if isinstance(statement, ast.AnnAssign | ast.AugAssign):
        return ast.unparse(statement.target)
    return str(getattr(statement, "name", ""))


def _of(node: ast.AST) -> Iterator[tuple[ast.expr, Iterable[str]]]:
    """Yield the lists below a node with the nodes that are them, a union of several as one."""
    if isinstance(node, ast.expr):
        words = _written(node)
        if words is not None:
            yield node, words
            return
        pattern = _text(node)
        if pattern is not None and "|" in pattern:
            for group in _groups(pattern):
                yield node, group
            return
    for child in ast.iter_child_nodes(node):
        yield from _of(child)


def _written(node: ast.expr) -> set[str] | None:
    """Return the words of a set, a tuple, a dict or a union, of which some parts may be named."""
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        words = {e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)}
        return words if len(words) == len(node.elts) and words else None
    if isinstance(node, ast.Dict):
        return _keys(node.keys) or None
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("frozenset", "set", "tuple") and node.args:
        return _written(node.args[0])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.Sub):
        left = _written(node.left)
        right = _written(node.right) if isinstance(node.op, ast.BitOr) else None
        return None if left is None and right is None else (left or set()) | (right or set())
    return None


def _keys(keys: Iterable[ast.expr | None]) -> set[str]:
    return {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def _text(node: ast.expr) -> str | None:
    """Return a string that is written out, with a mark for what it takes in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(v.value if isinstance(v, ast.Constant) else _OTHER for v in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _text(node.left), _text(node.right)
        return None if left is None or right is None else left + right
    return None


def _groups(pattern: str) -> Iterator[set[str]]:
    """Yield the alternatives of each group of a pattern that can be spelt out; none of what is no pattern."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            items = parser.parse(pattern)
    except re.error:
        return
    yield from _branches(items)


def _branches(items: Iterable[tuple[Any, Any]]) -> Iterator[set[str]]:
    for name, value in items:
        match str(name):
            case "BRANCH":
                yield {text.strip().lower() for way in value[1] for text in _spelt(way) or ()}
                for way in value[1]:
                    yield from _branches(way)
            case "SUBPATTERN":
                yield from _branches(value[3])
            case "ATOMIC_GROUP":
                yield from _branches(value)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield from _branches(value[2])
            case "ASSERT" | "ASSERT_NOT":
                yield from _branches(value[1])


def _spelt(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """Return all texts that items match, None where they match too many."""
    texts = {""}
    for name, value in items:
        match str(name):
            case "LITERAL":
                more: set[str] | None = {chr(value)}
            case "IN":
                more = {chr(v) for n, v in value} if all(str(n) == "LITERAL" for n, v in value) else None
            case "AT" | "ASSERT" | "ASSERT_NOT":
                more = {""}
            case "SUBPATTERN":
                more = _spelt(value[3])
            case "BRANCH":
                ways = [_spelt(way) for way in value[1]]
                more = set().union(*(way for way in ways if way is not None)) or None
            case "MAX_REPEAT" | "MIN_REPEAT" if value[1] == 1:
                inner = _spelt(value[2])
                more = None if inner is None else inner | ({""} if value[0] == 0 else set())
            case _:
                more = None
        if more is None or len(texts) * len(more) > _LONGEST:
            return None
        texts = {a + b for a in texts for b in more}
    return texts
