"""A vocabulary is a class of a lexicon; in code stand words of grammar and few of one construction."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.claims.cues.words import CLASSES
from tasks.lexicons.load import load

STAGES = ("actors", "claims", "dates", "events", "figures", "places", "text")
MOST = 10  # words besides those of grammar
_MADE_OF_LISTS = ("frozenset", "set", "any_of")
_CLAIM_GRAMMAR = (
    "adverb", "amount", "auxiliary", "be", "coordinator", "determiner", "do", "have", "modal", "month",
    "negation", "not_adverb", "personal", "possessive", "preposition", "relative", "subordinator",
    "temporal_subordinator", "weekday",
)  # fmt: skip
_PLACE_GRAMMAR = ("compass", "date_word", "function_word")


def _grammar() -> frozenset[str]:
    """Return the closed classes: words of which English gets no new ones."""
    found = frozenset[str]().union(*(CLASSES[name] for name in _CLAIM_GRAMMAR))
    found |= {row["word"] for row in load("construction_words") if row["class"] in _PLACE_GRAMMAR}
    return found | {word for row in load("quantity_words") for word in row["phrase"].split()}


def _words(node: ast.AST) -> set[str] | None:
    """Return the words of a set that is written out, None for anything else."""
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        words = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
        return set(words) if words and len(words) == len(node.elts) else None
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "frozenset" and len(node.args) == 1:
        return _words(node.args[0])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        left, right = _words(node.left), _words(node.right)
        return None if left is None or right is None else left | right
    return None


def _asked_for(node: ast.AST) -> list[ast.expr]:
    """Return what words are looked for in, or what a set or a pattern of words is made of."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) in _MADE_OF_LISTS:
        return node.args
    return node.comparators if isinstance(node, ast.Compare) else []


def _named(tree: ast.AST) -> Iterator[tuple[int, set[str]]]:
    """Yield the lists with a name by which words are asked for, with their lines."""
    nodes = list(ast.walk(tree))
    asked = {some.id for node in nodes for some in _asked_for(node) if isinstance(some, ast.Name)}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple | ast.List):
            names = {target.id for target in node.targets if isinstance(target, ast.Name)}
            yield from [(node.lineno, _words(node.value) or set())] if names & asked else []


def _sets(node: ast.AST) -> Iterator[tuple[int, set[str]]]:
    """Yield the sets that are written out, and what is looked for "in (...)", with their lines."""
    for child in ast.iter_child_nodes(node):
        asked = isinstance(node, ast.Compare) and isinstance(child, ast.Tuple)
        words = _words(child) if asked or isinstance(child, ast.Set | ast.Call | ast.BinOp) else None
        if words is None:
            yield from _sets(child)
        else:
            yield child.lineno, words


def _vocabularies(source: str) -> list[str]:
    """Return the sets of more words than a construction has of its own."""
    grammar, tree = _grammar(), ast.parse(source)
    told = [
        (line, sorted(w for w in words if w.islower() and w not in grammar))
        for line, words in [*_sets(tree), *_named(tree)]
    ]
    return [f"{line}: {' '.join(words)}" for line, words in told if len(words) > MOST]


@pytest.mark.parametrize("stage", STAGES)
def test_no_vocabulary_stands_in_code(stage: str) -> None:
    """Who adds a word to a list of nouns or verbs need not read the rule that reads it."""
    files = sorted(Path("tasks", stage).rglob("*.py"))
    found = [f"{file}:{one}" for file in files for one in _vocabularies(file.read_text("utf-8"))]
    assert files and not found, "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "_SITES = frozenset(('{}'))",
        "_SITES = OTHERS | {{'{}'}}",
        "def is_site(word):\n    return word in ('{}')",
        "_NAMES = ('{}')\n_SITES = OTHERS | frozenset(_NAMES)",
        "_NAMES = ['{}']\ndef is_site(word):\n    return word in _NAMES",
    ],
)
def test_a_vocabulary_would_be_found(source: str) -> None:
    """Eleven nouns are a vocabulary wherever they stand; as many words of grammar are none."""
    nouns = [
        "barn",
        "bridge",
        "church",
        "depot",
        "hall",
        "hotel",
        "market",
        "mosque",
        "port",
        "shop",
        "tower",
    ]
    assert _vocabularies(source.format("', '".join(nouns)))
    grammar = ["a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"]
    assert not _vocabularies(source.format("', '".join(grammar)))
