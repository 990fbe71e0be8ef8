"""What a plan or an attempt was to hit: "a plan to burn down a mosque", "plotted to kidnap the governor".

- planned: the object of an infinitive of violence behind a word for a plan
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, read_phrase
from tasks.lexicons.violence import ANY, verbs_that
from tasks.model.document import Sentence, Token

PLANS = frozenset(
    (
        "plan",
        "plans",
        "plot",
        "plots",
        "conspiracy",
        "planned",
        "plotted",
        "conspired",
        "planning",
        "plotting",
    )
)
_HITS = {
    head: verb.rest.split()
    for verb in verbs_that(("attacks", "destroys", "kills", "takes"), ANY)
    for head in verb.heads("base")
}
_PARTICLES = frozenset(word for rest in _HITS.values() for word in rest) | {"down", "up", "at", "on"}
_NEAR = 3  # tokens between the word for a plan and "to"
_KINDS = ("site", "vehicle", "people")


def planned(sentence: Sentence) -> Iterator[tuple[SlotPhrase, int]]:
    """Yield the phrases for what was to be hit, each with the token of its verb."""
    tokens = sentence.tokens
    for i in sentence.places(PLANS):
        to = next((k for k in range(i + 1, min(i + _NEAR, len(tokens))) if tokens[k].lower == "to"), None)
        if to is not None and to + 2 < len(tokens) and tokens[to + 1].lower in _HITS:
            phrase = _object(tokens, to + 1)
            if phrase is not None and phrase.kind in _KINDS:
                yield phrase, to + 1


def _object(tokens: Sequence[Token], verb: int) -> SlotPhrase | None:
    """Return the phrase behind an infinitive and what belongs to it: "burn down a mosque"."""
    at = verb + 1
    while at < len(tokens) and tokens[at].lower in _PARTICLES:
        at += 1
    return read_phrase(tokens, at) if at < len(tokens) else None
