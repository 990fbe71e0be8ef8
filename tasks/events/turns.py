"""Where a sentence about the article's own event turns to another one.

- after: "The attack came after X had been hit", "less than a week after the battle launched by Y"
- counted: "just two weeks before the X strike", "hours before Y bombed Z", "exploded hours after Y shot Z"
- with the first: "was the second attack on a church, with the first attack in August"
- another: "In a separate attack, X bombed Y", "Elsewhere, X bombed Y"
- an answer: "In response, the army bombed Y"
- answered: "it was retaliation for attacks on X", "in revenge for the killing of Y"
- the deadliest: "It was the deadliest attack since the X bombing": what stands behind "since"
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.triggers import triggers
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token
from tasks.model.memo import remembered

_COMPARED = frozenset(f"{noun}s" for noun in words("of_target") | {"incident"})
_UNITS = frozenset(("minutes", "hours", "days", "weeks", "months", "years", "day", "week", "month", "year"))
_HAPPENS = frozenset(("took", "occurred", "happened", "began", "started"))
_OPENS = frozenset(("the", "this", "it", "these", "that"))
_ANSWERS = frozenset(("retaliation", "revenge", "reprisal", "response", "retribution", "vengeance"))
_BEHIND_ANSWER = frozenset(("for", "to", "against", "avenge", "avenging"))
_ANSWER_SIGNS = _ANSWERS | {"avenge", "avenging"}
_TURNING = frozenset(("after", "since", "before", "earlier", "with"))
_COUNTED = frozenset(("after",))
_ELSEWHERE = frozenset(("elsewhere", "separately", "in"))
_APART = frozenset(("separate", "unrelated"))
_LATE = 6  # tokens, behind which it does not begin the sentence: "Two days after the raid, X was shot"
_EARLIER = frozenset(("first", "previous", "last", "other", "earlier"))


@remembered
def turn_of(sentence: Sentence) -> int:
    """Return the index of the token at which a sentence turns to another event, its length if it does not."""
    tokens = sentence.tokens
    if "other" in sentence.words and any(_is_compared(tokens, i) for i in sentence.places(_COMPARED)):
        return 0
    end = 0 if _opens_with_answer(tokens) or _opens_elsewhere(tokens) else _counted_turn(sentence)
    if not _ANSWER_SIGNS.isdisjoint(sentence.words):
        end = next((i for i in sentence.places(_BEHIND_ANSWER) if _answers(tokens, i)), end)
    if len(tokens) < 4 or tokens[0].lower not in _OPENS or tokens[1].lower == "bomb":
        return end
    opening = [t for t in triggers(sentence) if not t.is_verb and t.first <= 3]
    if not opening and not (tokens[0].lower == "it" and tokens[1].lower == "was"):
        return end
    return next((i for i in sentence.places(_TURNING) if 2 <= i < end and _turns(tokens, i)), end)


def _counted_turn(sentence: Sentence) -> int:
    """Return where an event is told by how long before it was: "exploded just hours | after men shot six"."""
    tokens = sentence.tokens
    for i in sentence.places(_COUNTED):
        if i > _LATE and tokens[i - 1].lower in _UNITS and any(t.last < i for t in triggers(sentence)):
            return i
    return len(tokens)


def _answers(tokens: Sequence[Token], at: int) -> bool:
    """Whether what an attack was an answer to begins: "retaliation for", "in response to", "avenge"."""
    return tokens[at].lower.startswith("aveng") or (at > 0 and tokens[at - 1].lower in _ANSWERS)


def _opens_with_answer(tokens: Sequence[Token]) -> bool:
    """Whether all of a sentence tells what was done about an event: "In response, X bombed Y"."""
    return (
        len(tokens) > 2 and tokens[0].text == "In" and tokens[2].text == "," and tokens[1].lower in _ANSWERS
    )


def _opens_elsewhere(tokens: Sequence[Token]) -> bool:
    """Whether all of a sentence tells of another event: "Elsewhere, X", "In a separate incident, X"."""
    words_ = [t.lower for t in tokens[:3]]
    if not words_ or words_[0] not in _ELSEWHERE:
        return False
    return words_[0] != "in" or (len(words_) > 2 and words_[1] in ("a", "an") and words_[2] in _APART)


def _turns(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].lower
    if word == "after" and tokens[at - 1].lower not in _UNITS:
        return _HAPPENS.isdisjoint(t.lower for t in tokens[2:at])  # "took place ..., after men stormed X"
    if word in ("after", "since"):
        return True
    if word in ("before", "earlier"):
        return tokens[at - 1].lower in _UNITS and not _is_inserted(tokens, at)
    following = [t.lower for t in tokens[at + 1 : at + 3]]
    return word == "with" and len(following) == 2 and following[0] == "the" and following[1] in _EARLIER


def _is_inserted(tokens: Sequence[Token], at: int) -> bool:
    """Whether words between commas tell of somebody's past: "Day, elected two months earlier, was"."""
    opened = next((i for i in range(at - 1, max(1, at - 7), -1) if tokens[i].text == ","), None)
    if opened is None or not tokens[opened + 1].lower.endswith("ed"):
        return False
    return any(t.text == "," for t in tokens[at + 1 :])


def _is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun is that of other events: "two other controversial shootings"."""
    return "other" in [t.lower for t in tokens[max(0, at - 3) : at]]
