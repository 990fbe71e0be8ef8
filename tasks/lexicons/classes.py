"""The words of a lexicon by their class: what most rules ask of one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tasks.lexicons.implied import implied
from tasks.lexicons.load import load


@cache
def classes(lexicon: str, column: str = "class") -> Mapping[str, frozenset[str]]:
    """Return the words of each class of a lexicon, with the verbs and nouns of violence that it implies.

    All classes at once: hundreds of rules ask for one each while they are imported.
    """
    found: dict[str, set[str]] = {}
    for row in load(lexicon):
        found.setdefault(row[column], set()).add(row["word"])
    return {kind: frozenset(words) | implied(lexicon, kind) for kind, words in found.items()}
