"""Deeds that stand in an infinitive: what somebody made another do, let happen to him, or meant to do.

"Paid two men to poison her husband", "left the wounded to die", "planned to bomb the market", "had come to
plan an attack": who does harm so is the subject of the verb before.  The words are classes of
`tasks/lexicons/data/type_words.csv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tasks.claims.cues.cue_words import cue_entries, type_words

Leading = Literal["caused", "meant"]

_MOST_BETWEEN = 8  # words between the verb and the infinitive
_BREAKS = frozenset({",", ";", ":", "(", ")", ".", "that", "who", "which", "because", "when", "while", "if"})
_BARE = frozenset({"let", "letting"})  # "let them starve"
_NOUN_AFTER = frozenset({"the", "a", "an", "this", "that", "any", "of"})  # "let the attack happen"
_PERSUADING = ("persuad", "convinc", "dissuad")
_ALIGHT = frozenset({"ablaze", "alight", "aflame"})
_SETTING = frozenset({"set", "setting"})


def leading_verb(words: Sequence[str], at: int) -> tuple[int, Leading] | None:
    """Return where the verb stands that led to a deed in the infinitive, and how; None where none does.

    Args:
        words: the words of a content in lower case.
        at: where the deed's verb stands.
    """
    if not at or words[at] in _BREAKS:
        return None
    fate = type_words("fate")
    verb = at - 1
    if words[verb].endswith("ly") and verb:
        verb -= 1
    bare = words[verb] != "to"
    if bare and (words[verb] in _NOUN_AFTER or _BARE.isdisjoint(words[max(0, at - _MOST_BETWEEN) : at])):
        return None
    if not bare and verb and words[verb - 1] in type_words("meaning"):
        return (verb - 1, "meant")
    leaving, hiring = type_words("leaving"), type_words("hiring")
    for k in range(verb, max(-1, verb - _MOST_BETWEEN), -1):
        if words[k] in _BREAKS:
            return None
        if words[k] in (_BARE if bare else hiring) or (
            not bare and words[at] in fate and words[k] in leaving
        ):
            return (k, "caused")
    return (verb, "meant") if not bare and words[at] in type_words("doing_form") else None


def is_asked(words: Sequence[str], end: int) -> bool:
    """Tell whether somebody is asked or persuaded before a word: "trying to persuade them | not to fire"."""
    for k in range(end - 1, max(-1, end - _MOST_BETWEEN), -1):
        if words[k] in _BREAKS:
            return False
        if words[k].startswith(_PERSUADING):
            return True
        if any(entry.cue_class in ("directive", "warning") for entry in cue_entries().get(words[k], ())):
            return True
    return False


def is_set_alight(words: Sequence[str], at: int) -> bool:
    """Tell whether something is set on fire, with the thing between ("set the granary on fire")."""
    if words[at] not in _SETTING:
        return False
    for k in range(at + 1, min(len(words), at + _MOST_BETWEEN)):
        if words[k] in _BREAKS:
            return False
        if words[k] in _ALIGHT or (words[k] == "fire" and words[k - 1] == "on"):
            return True
    return False
