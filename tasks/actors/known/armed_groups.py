"""Armed groups of the world: which forms name one, and which one, where the form is one group's alone.

Source: the lexicon `armed_groups`, drawn from public lists of such groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from tasks.actors.known.folded_names import fold
from tasks.lexicons.load import load
from tasks.model.document import Token

LONGEST_NAME = 14  # words


@cache
def _bearers() -> Mapping[str, frozenset[str]]:
    """Return the groups that bear each folded form: mostly one."""
    table: dict[str, set[str]] = {}
    for row in load("armed_groups"):
        for form in _written(row):
            table.setdefault(fold(form), set()).add(row["name"])
    return {key: frozenset(groups) for key, groups in table.items()}


@cache
def _acronyms() -> Mapping[str, frozenset[str]]:
    """Return, by folded form, how forms of capitals are written: "LeT" is no "let"."""
    table: dict[str, set[str]] = {}
    for row in load("armed_groups"):
        for form in _written(row):
            if " " not in form and sum(map(str.isupper, form)) > 1:
                table.setdefault(fold(form), set()).add(form)
    return {key: frozenset(forms) for key, forms in table.items()}


def _written(row: Mapping[str, str]) -> Sequence[str]:
    return (row["name"], *filter(None, row["alternatives"].split(";")))


def is_armed_group(key: str, text: str) -> bool:
    """Say whether a name (folded, and as written) is one of a known armed group."""
    if key not in _bearers():
        return False
    capitals = _acronyms().get(key)
    return capitals is None or text in capitals


def group_of(key: str) -> str | None:
    """Return the armed group that a folded form names; None if none, or if several bear the name."""
    bearers = _bearers().get(key, frozenset())
    return next(iter(bearers)) if len(bearers) == 1 else None


def two_groups(keys: Sequence[str], stated: frozenset[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of known names that no one group bears: never one actor, unless the article says so.

    Args:
        keys: the folded names of an article.
        stated: pairs of names that the article equates.
    """
    named = [(key, bearers) for key in keys if (bearers := _bearers().get(key))]
    for (one, its), (two, others) in combinations(named, 2):
        if its.isdisjoint(others) and (one, two) not in stated and (two, one) not in stated:
            yield one, two


@cache
def rests_by_first_word() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return, by first word in lower case, how names with small words within go on, longest first."""
    table: dict[str, set[tuple[str, ...]]] = {}
    for row in load("armed_groups"):
        for form in _written(row):
            words = tuple(form.replace("’", "'").split())
            if any(word.islower() for word in words[1:]):
                table.setdefault(words[0].lower(), set()).add(words[1:])
    return {first: tuple(sorted(names, key=lambda n: (-len(n), n))) for first, names in table.items()}


@cache
def first_words() -> frozenset[str]:
    """Return, in lower case, the words that begin such a name."""
    return frozenset(rests_by_first_word())


def known_length(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens, from an index on, are a known group's name with small words within.

    0 if none: a name without small words is found by its capitals.
    """
    rests = rests_by_first_word().get(tokens[at].lower, ())
    texts = tuple([token.text for token in tokens[at + 1 : at + LONGEST_NAME]])
    return next((len(rest) + 1 for rest in rests if texts[: len(rest)] == rest), 0)
