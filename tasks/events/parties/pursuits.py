"""Who came upon whom in a fight: "a column of soldiers caught up with the rear guard of the rebel army".

Read only where the title names a fight; counts where nothing says more clearly who attacked.
"""

from __future__ import annotations

from collections.abc import Iterable

from tasks.events.clauses.who_acts import is_of_members, is_prepositional
from tasks.events.found import Found, Words
from tasks.events.parties.battle_rules import tells_fight
from tasks.events.subject_verb import verb_of
from tasks.model.span import Span

_COMES_UPON = frozenset(("surprised", "overtook", "intercepted", "outflanked"))
_CATCHES = ("caught", "up", "with")
_NEEDED = _COMES_UPON | {"caught"}
_ENDS = frozenset(("in", "at", "near", "by", "while", "when", "and", "as"))
_REACH = 9  # tokens between the verb and the force, of which a part is told: "the rear guard of the X"


def pursuits(words_: Words, title: str) -> Iterable[Found]:
    """Yield who came upon others, and those others."""
    if _NEEDED.isdisjoint(words_.sentence.words) or not tells_fight(title):
        return
    tokens = words_.tokens
    for span, actor in words_.mentions:
        verb = verb_of(words_.sentence, span)
        if verb is None or (is_prepositional(tokens, span) and not is_of_members(tokens, span)):
            continue
        is_caught = tuple(t.lower for t in tokens[verb : verb + 3]) == _CATCHES
        if not is_caught and tokens[verb].lower not in _COMES_UPON:
            continue
        met = _met(words_, verb + (3 if is_caught else 1))
        if met is not None and met[1] != actor:
            yield Found(actor, "perpetrator", span, "pursuit", grade="captor")
            yield Found(met[1], "target", met[0], "pursuit", grade="second_side")


def _met(words_: Words, at: int) -> tuple[Span, str] | None:
    """Return the force that stands behind the verb, or of which a part does."""
    for i in range(at, min(at + _REACH, len(words_.tokens))):
        mention = words_.at(i)
        if mention is not None:
            return mention
        if words_.tokens[i].kind == "punct" or words_.tokens[i].lower in _ENDS:
            return None
    return None
