"""Branches of a body, joined to its name by a dash: "Velmark Front – Eastern Command"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.name_words import context, heads, known
from tasks.actors.names.name_word import Word
from tasks.actors.names.written import is_name_token
from tasks.model.document import Token

DASHES = frozenset(("–", "—", "-", "‑"))
_BULLETS = DASHES | {"•", "*"}
_BRANCHES = context("branches")
_LONGEST = 4  # words of a branch's name


def branch(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return the tokens of a dash and of the branch behind it, which a branch's noun ends; empty if none.

    A list's "United Nations – The envoy said" has a dash too, so the noun is needed ("Province", "Command").
    """
    if tokens[index].text not in DASHES or tokens[0].text in _BULLETS or not _is_body(words):
        return ()
    end = index + 1
    while end - index <= _LONGEST and is_name_token(tokens, end):
        end += 1
        if tokens[end - 1].lower in _BRANCHES and not is_name_token(tokens, end):
            return tuple(range(index, end))
    return ()


def _is_body(words: Sequence[Word]) -> bool:
    lower = [w.lower for w in words if w.token != words[0].token or w.lower != "the"]
    if not lower:
        return False
    if " ".join(lower) in known() or (len(lower) == 1 and words[-1].text.isupper()):
        return True
    return any(w in heads() for w in lower) or lower[0] in ("islamic", "al-qaeda")
