"""Whether those who do something are armed people: troops, rebels, a brigade, a group by its letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.actors.known.name_words import collectives
from tasks.events.subject_verb import is_verb
from tasks.lexicons.load import load
from tasks.model.document import Token

_ARMED_KINDS = ("military", "armed_group")
_SUBJECT = 6  # tokens before a verb in which its subject stands
_FIRST_VERB = 8  # tokens between two verbs of one subject


def is_armed(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether the words before a verb, as far as no other verb, name armed people.

    A verb behind "and" has the subject of the one before: "rebels marched north and entered Osk".
    """
    begin = verb
    while begin > 0 and verb - begin < _SUBJECT:
        if tokens[begin - 1].text == ";" or (is_verb(tokens[begin - 1]) and begin - 1 < verb - 2):
            break
        begin -= 1
    if has_armed(tokens[begin:verb]):
        return True
    if not verb or tokens[verb - 1].lower != "and":
        return False
    near = range(verb - 2, max(-1, verb - 2 - _FIRST_VERB), -1)
    first = next((i for i in near if is_verb(tokens[i]) and tokens[i].lower.endswith("ed")), None)
    return first is not None and is_armed(tokens, first)


def has_armed(tokens: Sequence[Token]) -> bool:
    """Return whether a word is for armed people, or a name in capitals."""
    return any(t.lower in _armed() or (t.text.isupper() and len(t.text) > 2) for t in tokens)


@cache
def _armed() -> frozenset[str]:
    """Return the nouns for armed people, single and many: "troops", "army", "insurgents"."""
    found = {noun for noun, (kind, _) in collectives().items() if kind in _ARMED_KINDS and " " not in noun}
    found |= {r["noun"] for r in load("victims") if r["class"] in ("soldiers", "fighters")}
    found -= {"police", "policemen", "gunmen"}
    return frozenset(
        found
        | {
            "division",
            "brigade",
            "regiment",
            "battalion",
            "corps",
            "tanks",
            "column",
            "unit",
            "units",
            "force",
        }
    )
