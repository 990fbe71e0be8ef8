"""What stood beside something that was set off, thrown or fired: "blew himself up near a patrol".

"A bomb exploded under a bus", "went off next to the station", "launched missiles at a convoy".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.events.clauses.phrases.slot_phrase import read_phrase
from tasks.events.clauses.phrases.times import is_time
from tasks.events.clauses.undergone import Aimed
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token

_BESIDE = words("beside") | {
    "near",
    "outside",
    "inside",
    "in",
    "aboard",
    "next",
    "alongside",
    "among",
    "amid",
    "amidst",
}
_STEPS = frozenset(("steps", "metres", "meters", "yards", "feet", "away", "paces"))  # "a few steps from"
_HURLS = words("hurls") | {"up", "off"}
_GOES = frozenset(("went", "goes", "go", "going", "set", "setting", "let"))  # before "off"
_LANDS = frozenset(("landed", "fell"))  # what was fired
_SHELLS = words("weapon") | {"shell", "rocket", "mortar", "mortars"}
_LAUNCHES = frozenset(("launched", "launching", "launch"))  # a weapon, not an attack
SETS_OFF = _HURLS | _LANDS | _LAUNCHES
_WHERE = frozenset(("in", "inside", "at", "on", "into"))
_ENDS = words("clause_end")


def set_off_beside(sentence: Sentence) -> Iterable[Aimed]:
    """Yield what a sentence says that something was set off, thrown or fired near, under or in."""
    tokens = sentence.tokens
    for i in sentence.places(SETS_OFF):
        if tokens[i].lower in _LANDS and not any(t.lower in _SHELLS for t in tokens[max(0, i - 5) : i]):
            continue
        if tokens[i].lower == "off" and (not i or tokens[i - 1].lower not in _GOES):
            continue
        if tokens[i].lower in _LAUNCHES and not any(t.lower in _SHELLS for t in tokens[i + 1 : i + 5]):
            continue
        for j in range(i + 1, min(i + 8, len(tokens) - 1)):
            if tokens[j].kind == "punct" or (tokens[j].lower in _ENDS and not _is_in_turn(tokens, j)):
                break
            is_near = tokens[j].lower in _BESIDE or (
                tokens[j].lower == "from" and tokens[j - 1].lower in _STEPS
            )
            if is_near and tokens[i].lower == "off" and tokens[j].lower in _WHERE:
                break  # "went off in the second carriage of the train": what it was in says more
            if is_near and not is_time(tokens, j + 1):
                phrase = read_phrase(tokens, j + 1 + (tokens[j].lower in ("next", "adjacent")))
                if phrase is not None:
                    yield Aimed(phrase, "beside", i, phrase.kind not in ("people", "vehicle"))
                break


def _is_in_turn(tokens: Sequence[Token], at: int) -> bool:
    """Whether "after" only says that one followed another: "blew themselves up one after the other"."""
    return tokens[at].lower == "after" and tokens[at - 1].lower == "one"
