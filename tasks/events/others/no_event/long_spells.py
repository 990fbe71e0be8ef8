"""Words that tell what years held or a long campaign did, and no event of a day."""

from __future__ import annotations

from tasks.events.other_names import is_period
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.model.date_expression import DateExpression
from tasks.model.document import Sentence

_LONG_NOUNS = words("long_event")
_ENDS_SUBJECT = frozenset((",", ";", ":", "(", "who"))
_REACH = 12  # tokens between "which" and the second of its verbs
_SEVERAL = frozenset(
    (
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
        "many",
        "more",
        "other",
    )
)


def is_summed_up(sentence: Sentence, trigger: Trigger, day: DateExpression) -> bool:
    """Whether noun or verb tell what a long campaign did ("a campaign which killed 100"), or a year held."""
    before = [t.lower for t in sentence.tokens[max(0, trigger.first - 3) : trigger.first]]
    if is_period(sentence.tokens, trigger):
        return True
    is_plural = sentence.tokens[trigger.last].lower.endswith("s")
    if is_plural and day.prec >= 5 and sentence.tokens[max(0, trigger.first - 1)].lower in _SEVERAL:
        return True  # "in 1985 they carried out four attacks"
    if trigger.is_verb and _LONG_NOUNS & set(before) and {"which", "that"} & set(before):
        return True
    return trigger.is_verb and _is_of_campaign(sentence, trigger)


def _is_of_campaign(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb is the second of what a campaign did: "a campaign which killed 100 and injured many"."""
    lower = sentence.lower
    for at in range(trigger.first - 1, max(0, trigger.first - _REACH), -1):
        if lower[at] in ("which", "that"):
            return lower[at - 1] in _LONG_NOUNS
        if lower[at] in _ENDS_SUBJECT:
            return False
    return False
