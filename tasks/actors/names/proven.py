"""How far a name reaches where something proves it: an acronym in brackets, the list of armed groups.

Grammar alone stops at "and" and "in": "Movement for Truth | and Work in Norland".  "(MTWN)" behind it
spells the whole, so the whole is one name.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.armed_groups import LONGEST_NAME, known_length, rests_by_first_word
from tasks.actors.known.name_words import context
from tasks.actors.names.acronyms import matches
from tasks.actors.names.complements import CONNECTORS
from tasks.actors.names.name_word import Word
from tasks.actors.names.written import is_name_token, is_short_form
from tasks.model.document import Token

_SMALL = context("small") | context("particles")
_CLOSES = frozenset((")", ";", ","))
_SHORTEST = 3  # letters: two prove too little


def proven(
    tokens: Sequence[Token], words: Sequence[Word], index: int, may_be_listed: bool
) -> tuple[int, ...]:
    """Return the tokens that a name goes on with beyond a point at which grammar would end it; mostly none.

    Args:
        tokens: those of the sentence.
        words: of the name so far.
        index: of the token behind them; there must be one.
        may_be_listed: the sentence has a word that begins a name of the list of armed groups.
    """
    if may_be_listed:
        firsts = rests_by_first_word()
        for word in words:
            if tokens[word.token].lower in firsts:  # few
                end = word.token + known_length(tokens, word.token)
                if end > index:
                    return tuple(range(index, end))
    return _spelled(tokens, words, index) if tokens[index].text in CONNECTORS else ()


def _spelled(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return the tokens up to a bracket with an acronym that spells words of the name and those behind."""
    end = index
    while end < len(tokens) and end - index < LONGEST_NAME:
        if not is_name_token(tokens, end) and tokens[end].text not in _SMALL:
            break
        end += 1
    if end + 2 >= len(tokens) or tokens[end].text != "(" or not is_name_token(tokens, end - 1):
        return ()
    acronym = tokens[end + 1].text
    if len(acronym) < _SHORTEST or not is_short_form(acronym) or tokens[end + 2].text not in _CLOSES:
        return ()
    rest = [token.text for token in tokens[index:end]]
    for start, word in enumerate(words):
        whole = [*(w.text for w in words[start:]), *rest]
        if word.text not in _SMALL and matches(acronym, whole) == "initials":
            return tuple(range(index, end))
    return ()
