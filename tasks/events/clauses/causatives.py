"""Who had somebody killed: "the governor had her beheaded", "had forty prisoners shot".

"Had" is no auxiliary there: its subject ordered it and what stands between suffered it.  "The army had forty
men killed" and "he had his brother killed" may tell of a loss, and are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from tasks.events.had_objects import HAD, has_object
from tasks.events.subject_verb import is_verb
from tasks.lexicons.violence import ANY, verbs_that, words_of
from tasks.model.document import Sentence
from tasks.model.memo import remembered

_KILLED = words_of(verbs_that(("kills",), ANY), "participle") | {"shot", "tortured", "flogged"}
_MAY_BE_LOST = frozenset(("killed", "murdered", "shot"))  # of one's own, or of a number of men
_OWN = frozenset(("his", "her", "their", "its"))
_PRONOUNS = frozenset(("him", "her", "them"))
_OBJECT = 8  # tokens of "forty of the captured prisoners"
_NONE: Mapping[int, int] = {}


@remembered
def causatives(sentence: Sentence) -> Mapping[int, int]:
    """Return where "had" stands -> where the participle does of what somebody had done."""
    if HAD.isdisjoint(sentence.words) or _KILLED.isdisjoint(sentence.words):
        return _NONE
    tokens, found = sentence.tokens, {}
    for had in sentence.places(HAD):
        if had + 2 >= len(tokens) or not has_object(tokens, had):
            continue
        for at in range(had + 2, min(had + 2 + _OBJECT, len(tokens))):
            if tokens[at].kind == "punct":
                break
            if tokens[at].lower in _KILLED:
                if not _may_be_loss(sentence, had + 1, at):
                    found[had] = at
                break
            if is_verb(tokens[at]) and tokens[at].text.islower() and not tokens[at].lower.endswith("ed"):
                break
    return found


def _may_be_loss(sentence: Sentence, first: int, participle: int) -> bool:
    """Whether the words may tell of what somebody lost: "had forty men killed", "had his brother shot"."""
    token = sentence.tokens[first]
    is_pronoun = participle == first + 1 and token.lower in _PRONOUNS
    if sentence.tokens[participle].lower not in _MAY_BE_LOST or is_pronoun:
        return False
    is_counted = token.kind == "number" or not (
        token.text[:1].isupper() or token.lower in ("the", "both", "all")
    )
    return is_counted or token.lower in _OWN
