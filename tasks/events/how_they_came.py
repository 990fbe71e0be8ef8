"""Where the words end for how people came, before their verb: "gunmen on motorbikes | stormed".

What they rode, wore or held: "militants dressed in army uniforms | attacked", "men armed with rifles | shot".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_VEHICLES = words("vehicle")
_MOUNTS = words("mount") | _VEHICLES | {f"{word}s" for word in _VEHICLES}  # what they ride, and wear
_WORN = frozenset(("uniform", "uniforms", "fatigues"))  # "in uniforms of the X"
_ON = frozenset(("on", "in", "aboard"))
_LOOKS = words("looks")
_PASSIVE = frozenset(("by", "and", ","))
CAME = _ON | _LOOKS
_BEFORE_THINGS = ("in", "on", "as", "with", "aboard", "from")
_REACH = 14  # tokens


def behind_coming(tokens: Sequence[Token], at: int, is_verb: Callable[[Token], bool]) -> int:
    """Return where the words end for how people came that begin at a token; the token itself if none do.

    They end at a verb that is no further word for it ("armed with rifles and dressed in black").
    """
    if tokens[at].lower not in CAME:
        return at
    is_look = tokens[at].lower in _LOOKS
    if is_look and tokens[at].lower.endswith("ed") and not _is_how(tokens, at):
        return at
    for i in range(at + 1, min(at + _REACH, len(tokens))):
        token = tokens[i]
        is_look = is_look or (tokens[i - 1].lower in _WORN and token.lower == "of")
        if token.lower in _LOOKS and _is_how(tokens, i):
            is_look = True
        elif token.lower == "be" and tokens[i - 1].lower == "to":
            continue  # "pretending to be soldiers"
        elif is_verb(token):
            is_told = is_look or tokens[i - 1].lower in _MOUNTS
            return i if is_told and i > at + 1 and tokens[i - 1].lower not in _PASSIVE else at
        elif not (token.kind == "number" or (token.kind == "word" and (is_look or token.text.islower()))):
            return at
    return at


def _is_how(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle tells how people looked: "armed with", "dressed as", "riding"."""
    word = tokens[at].lower
    return not word.endswith("ed") or (at + 1 < len(tokens) and tokens[at + 1].lower in _BEFORE_THINGS)
