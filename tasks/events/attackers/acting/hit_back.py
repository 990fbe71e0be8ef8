"""Who shot the attacker did not attack: "a man opened fire on the guests. He was shot by police".

A pronoun that suffers is the one who acted in a sentence before, where one did; of an article that tells only
of what was done to somebody it is the victim.
"""

from __future__ import annotations

from tasks.events.clauses.who_acts import was_done_to
from tasks.events.sections import opening
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, verbs_that, words_of
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered

_HARMS = words_of(verbs_that(("attacks", "harms", "kills", "wounds")), "past", "participle") | {"shot"}
_ACTS = words_of(verbs_that(("attacks", "harms", "kills", "wounds")), "past") | {
    "shot",
    "opened",
    "detonated",
}
_HE_WAS = late_pattern(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey)(?: himself| herself| themselves)? (?:was|were|had been) (?:\w+ ){0,2}?"
    rf"(?:{any_of(_HARMS)})(?: dead| down)?(?: and \w+)?(?: [a-z]+)?"
    r" by (?:the |an? )?(?:[\w-]+ ){0,5}(?:of (?:the )?)?$"
)
_ONE = words("gunman") | words("identified_people") | {"teenager", "youth", "gunmen", "attackers"}
_BE = words("be")
_BY = frozenset(("by",))
_REACH = 200  # code points of "he was shot dead by ..."
_FAR = 30  # tokens between "a man", with what describes him, and what he did


def hits_back(document: Document, at: int) -> bool:
    """Whether who is named at a place only shot, as the agent of a passive, the one who attacked."""
    sentence = document.sentences[document.index_at(at)]
    first = max(sentence.span.start, at - _REACH)
    if _BY.isdisjoint(sentence.words) or _HE_WAS.search(document.text, first, at) is None:
        return False
    begin = _attacked_at(document)
    return begin is not None and begin < at


@remembered
def _attacked_at(document: Document) -> int | None:
    """Return where the lead first tells of a man who attacked, None if it never does."""
    at = (found for s in opening(document) if (found := _attack_in(s)) is not None)
    return next(at, None)


def _attack_in(sentence: Sentence) -> int | None:
    tokens = sentence.tokens
    for i in sentence.places(_ONE):
        for k in range(i + 1, min(i + _FAR, len(tokens))):
            if tokens[k].lower in _ACTS and not was_done_to(tokens, k):
                if not any(t.lower in _BE for t in tokens[k - 2 : k]):
                    return tokens[i].start
                break
    return None
