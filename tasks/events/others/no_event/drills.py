"""Nouns of fighting for what troops and ships only train, or are for.

- for what: "assault troops", "landing craft"
- for show: "a mock attack", "exercises in shore bombardment"
"""

from __future__ import annotations

from tasks.events.triggers import Trigger
from tasks.model.document import Sentence

_ARMS = frozenset(  # "assault troops", "landing exercises", "a practice assault": nobody fights
    ("troops", "exercise", "exercises", "craft", "drill", "drills", "rifle", "rifles", "unit", "units")
)
_MOCK = frozenset(("practice", "mock", "simulated", "training"))
_TRAINS = frozenset(("practice", "practise", "practised", "practiced", "training", "exercises", "drills"))
_TRAINED = 14  # tokens between the training and what is trained for


def is_drill(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether a noun names only what troops are for or train."""
    if trigger.is_verb:
        return False
    tokens = sentence.tokens
    after = tokens[trigger.last + 1].lower if trigger.last + 1 < len(tokens) else ""
    before = tokens[trigger.first - 1].lower if trigger.first else ""
    if after in _ARMS or before in _MOCK:
        return True
    ahead = sentence.lower[max(0, trigger.first - _TRAINED) : trigger.first]
    return before != "the" and not (_TRAINS.isdisjoint(sentence.words) or _TRAINS.isdisjoint(ahead))
