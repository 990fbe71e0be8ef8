"""Whether a name is the agent of a passive that goes on behind it: "was invested by X and capitulated"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.subject_verb import is_verb
from tasks.model.document import Token

_GOES_ON = frozenset(("and", "but", "before", "until"))
_MEN = 7  # tokens between "by" and the name of whose men they were


def is_agent(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name is an agent's, whose passive goes on behind it: "was invested by men of X and fell"."""
    if last + 1 >= len(tokens) or tokens[last + 1].lower not in _GOES_ON:
        return False
    for i in range(first - 1, max(-1, first - 1 - _MEN), -1):
        if tokens[i].lower == "by":
            return i > 0 and is_verb(tokens[i - 1])
        if tokens[i].kind == "punct" or is_verb(tokens[i]) or tokens[i].lower == "and":
            return False
    return False
