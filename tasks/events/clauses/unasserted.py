"""Names inside what an article does not say itself: behind a bare noun of doubt, in what nobody has shown.

- doubted: "allegations that it was carried out by X", "speculation that", "claims by villagers that"
- not shown: "no evidence that it was planted by X", "no proof that"
- asked: "it is unclear whether the shots were fired by X", "whether it was the work of X is disputed"

Whoever says so by name makes a claim; here nobody with a name does, and nobody is named as who did it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.clauses.no_doer import is_asked
from tasks.lexicons.construction_words import words
from tasks.model.document import Document, Token
from tasks.model.span import Span

_DOUBTS = words("doubt_noun")
_SHOWN = frozenset(("evidence", "proof", "indication", "indications", "sign", "signs", "confirmation"))
_WHOSE = frozenset(("by", "of", "from", "in", "among"))
_SIGNS = _DOUBTS | _SHOWN | {"whether"}
_REACH = 6  # tokens between a noun and its "that": "claims by some villagers that"


def is_unasserted(document: Document, span: Span) -> bool:
    """Whether a name stands in the clause behind a noun of doubt, behind "no evidence that" or "whether"."""
    sentence = document.sentences[max(0, document.index_at(span.start))]
    if _SIGNS.isdisjoint(sentence.words):
        return False
    tokens = sentence.tokens
    if is_asked(tokens, span):
        return True
    before = [t for t in tokens if t.end <= span.start]
    for at in range(len(before) - 1, 0, -1):
        if before[at].text in (",", ";", ":"):
            return False
        if before[at].lower == "that":
            return _is_of_doubt(before, at)
    return False


def _is_of_doubt(tokens: Sequence[Token], that: int) -> bool:
    """Whether "that" belongs to a noun of doubt, or to evidence that there is not."""
    for at in range(that - 1, max(-1, that - 1 - _REACH), -1):
        word = tokens[at].lower
        is_head = at + 1 == that or tokens[at + 1].lower in _WHOSE
        if word in _DOUBTS and is_head:
            return True
        if word in _SHOWN and is_head:
            return any(t.lower in ("no", "without", "any", "little") for t in tokens[max(0, at - 3) : at])
        if tokens[at].kind == "punct":
            return False
    return False
