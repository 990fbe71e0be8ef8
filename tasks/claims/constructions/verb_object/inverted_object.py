"""Objects around "as": 'dismissed as "nonsense" the report that', "reported the sponsors as saying"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import View


def is_inverted(view: View, at: int, end: int) -> bool:
    """Say whether "as" begins 'dismissed as "nonsense" the suggestion that': the thing stands last."""
    k = at + 1
    while k < end and view.quote[k] >= 0:
        k += 1
    plain = k == at + 1
    if plain:  # "dismissed as nonsense | a report that"
        k = next((i for i in range(at + 2, min(end, at + 5)) if view.is_word(i, "determiner")), k)
    named = any(view.low[i] in word_class("denied_noun") for i in range(k, min(end, k + 4)))
    return at + 1 < k < end and (named or (not plain and view.is_word(k, "determiner")))


def is_source_of(view: View, at: int) -> bool:
    """Say whether "as saying" follows a phrase, over an apposition."""
    near = view.low[at : at + 8]
    return any(near[k : k + 2] == ("as", "saying") for k in range(len(near)))
