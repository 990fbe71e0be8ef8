"""Who is told in passing as suspected of the event: "three X suspected of the massacre were killed".

What they are told for is another event ("were killed on 29 March"), of which they are no attackers.
"""

from __future__ import annotations

from collections.abc import Iterable

from tasks.events.found import Found, Words
from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words

_BE = words("be") | {"been"}
_HELD_FOR = words("held_for")
_LINKS = frozenset(("of", "to", "for", "in", "over"))
_OF_IT = frozenset(("the", "this", "that", "these", "those", "responsible"))
DEEDS = (  # of which somebody is suspected or accused
    words("act")
    | words("deed")
    | words("hit")
    | words("suffers_noun")
    | words("strikes")
    | words("accused_of")
)
_WERE_HIT = frozenset(("fled", "escaped", "survived", "witnessed", "seen", "died"))
_REACH = 9  # tokens of "to be responsible for this massacre"


def suspected_of(words_: Words) -> Iterable[Found]:
    """Yield the mention right before "suspected of", "believed to have", "wanted for" and a deed."""
    tokens = words_.tokens
    for i in words_.sentence.places(_HELD_FOR):
        if not 0 < i < len(tokens) - 2 or tokens[i + 1].lower not in _LINKS or tokens[i - 1].lower in _BE:
            continue
        behind: list[str] = []
        for token in tokens[i + 2 : i + 2 + _REACH]:
            if token.kind == "punct" or (behind and token.lower in ("was", "were")):
                break
            behind.append(token.lower)
        deed = next((k for k, word in enumerate(behind) if word in DEEDS), None)
        if deed is None or _OF_IT.isdisjoint(behind) or not _WERE_HIT.isdisjoint(behind[:deed]):
            continue
        mention = words_.at(i - 1)
        if mention is None and i > 1 and tokens[i - 1].text.islower() and not is_verb(tokens[i - 1]):
            mention = words_.at(i - 2)  # "X fighters wanted for"
        if mention is not None:
            yield Found(mention[1], "perpetrator", mention[0], "accused", None, True, "accused")
