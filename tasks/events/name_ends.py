"""Where the words end that belong to a name and stand before its verb: brackets, joined names, who leads.

And where a name ends before a bracket or an age, for what stands behind these.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_THEIR = frozenset(("its", "his", "her", "their"))
_ALLIES = frozenset(("allies", "partners", "supporters", "followers", "auxiliaries", "proxies"))
_REACH_AHEAD = 16  # tokens of a list of names
_COMMANDS = frozenset(("command", "leadership", "orders", "direction", "control"))
_LED = frozenset(("led", "commanded", "headed"))
_LED_OR_UNDER = _LED | {"under"}
# What any of the following can begin with: elsewhere they find nothing.
GOES_ON = _LED_OR_UNDER | {"(", ",", "and", "&", "of"}
_UNITS = words("members") | words("band") | words("own_people")
_OF = frozenset(("of", "from"))
_UNIT = 6  # tokens of "two small detachments of"
_IN_NAMES = frozenset(("al", "bin", "de", "of", "the", "and", "-"))


def after_command(tokens: Sequence[Token], at: int) -> int:
    """Return where the words end for who leads: "forces under the command of General X stormed"."""
    if at >= len(tokens) or tokens[at].lower not in _LED_OR_UNDER:  # nearly always
        return at
    ahead = [t.lower for t in tokens[at : at + 4]]
    if ahead[0] == "under" and "of" in ahead[1:] and _COMMANDS & set(ahead[1:3]):
        inner = at + ahead.index("of") + 1
    elif ahead[0] == "under" and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper():
        inner = at + 1
    elif len(ahead) > 2 and ahead[0] in _LED and ahead[1] == "by":
        inner = at + 2
    else:
        return at
    start = inner
    while inner < len(tokens) and (tokens[inner].text[:1].isupper() or tokens[inner].lower in _IN_NAMES):
        inner += 1
    return inner if inner > start else at


def after_bracket(tokens: Sequence[Token], at: int) -> int:
    """Return where a bracket that begins at a token ends, the token itself if none does."""
    if at < len(tokens) and tokens[at].text == "(":
        close = next((i for i in range(at, min(at + 14, len(tokens))) if tokens[i].text == ")"), None)
        return at if close is None else close + 1
    return at


def after_joined(tokens: Sequence[Token], at: int) -> int:
    """Return where the names end that are joined to a name, or that it is of: "X and Y", "X of Y"."""
    end = min(at + _REACH_AHEAD, len(tokens))
    while at + 1 < end and (tokens[at].lower in ("and", "&", "of") or tokens[at].text == ","):
        inner = _behind_unit(tokens, at + 1 + (tokens[at + 1].lower in ("the", "and")), end)
        if inner < end and tokens[inner].lower in _THEIR:
            behind = next(
                (k for k in range(inner + 1, min(inner + 4, end)) if tokens[k].lower in _ALLIES), None
            )
            if behind is not None:
                return behind + 1
        if inner >= end or not tokens[inner].text[:1].isupper():
            return at
        at = inner
        while at < end and tokens[at].text[:1].isupper():
            at += 1
        at = after_bracket(tokens, at)
    return at


def _behind_unit(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the name begins of which men are a part: "a detachment of the X", "of the X"."""
    of = at
    while of < end and of - at < _UNIT and (tokens[of].kind == "number" or tokens[of].text.islower()):
        if tokens[of].lower in _OF and (of == at or tokens[of - 1].lower in _UNITS):
            return of + 1 + (of + 1 < end and tokens[of + 1].lower == "the")
        of += 1
    return at


def before_age(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the token before an age that ends at `at`: "X, 23"."""
    is_age = at > 1 and tokens[at].text.isdigit() and len(tokens[at].text) < 3 and tokens[at - 1].text == ","
    return at - 2 if is_age else at


def before_bracket(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the token that a bracket ending at `at` explains: "X (23), Y"."""
    if tokens[at].text != ")":
        return at
    opened = next((i for i in range(at, max(0, at - 8), -1) if tokens[i].text == "("), None)
    return at if opened is None or opened == 0 else opened - 1
