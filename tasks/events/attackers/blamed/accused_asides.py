"""Of whom a predicate is that accuses, where more stands beside it: an aside, members, what took it back."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_PEOPLE_OF = words("members")
_NEGLECT = words("neglect")
_NEGLECT_REACH = 12  # tokens of "blamed the army for the utter lack of protection"
_MEMBERS = 7  # tokens of "two members of the far-right group"
_HIDEOUTS = words("hideout")
_NEAR_HIDEOUT = 9  # tokens of "suspected positions of the"
_AT_FIRST = frozenset(("initially", "originally", "first"))
_TURNS = frozenset(("but", "although", "though", "until", "however"))
_TURN = 14  # tokens behind "suspected" as far as "but"
_OPENING = 5  # tokens of "At first the X Front"
_ASIDE = 24  # tokens of an aside with another one in it


def is_of_list(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands in an aside that names some of many: "exiles, among them X, once of Y, were"."""
    return any(
        (t.lower == "among" and tokens[k + 1].lower in ("them", "whom")) or t.lower == "including"
        for k, t in enumerate(tokens[max(0, comma - _ASIDE) : comma], max(0, comma - _ASIDE))
    )


def is_of_members(tokens: Sequence[Token], start: int) -> bool:
    """Whether some members of a body are meant: "two members of the far-right group X were arrested"."""
    before = [t.lower for t in tokens if t.end <= start][-_MEMBERS:]
    return "of" in before and any(w in _PEOPLE_OF for w in before[: before.index("of")])


def are_hideouts(tokens: Sequence[Token], at: int) -> bool:
    """Return whether it is only suspected who is somewhere: "struck suspected hideouts of X"."""
    for token in tokens[at + 1 : at + _NEAR_HIDEOUT]:
        if token.kind == "punct" or token.lower in ("in", "at", "on", "by", "for", "who", "that"):
            return False
        if token.lower in _HIDEOUTS:
            return True
    return False


def is_taken_back(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether somebody was only suspected at first: "was initially suspected, but", "at first blamed"."""
    told = {t.lower for t in tokens[max(0, first - _OPENING) : end]}
    behind = [t.lower for t in tokens[end + 1 : end + 1 + _TURN]]
    return not _AT_FIRST.isdisjoint(told) and not _TURNS.isdisjoint(behind)


def is_of_neglect(tokens: Sequence[Token], at: int) -> bool:
    """Whether blame is for what was not done: "blamed the army for the lack of protection"."""
    following = [t.lower for t in tokens[at + 1 : at + _NEGLECT_REACH]]
    link = next((k for k, word in enumerate(following) if word in ("for", "of")), None)
    return link is not None and not _NEGLECT.isdisjoint(following[link:])


def is_of(tokens: Sequence[Token], start: int) -> bool:
    """Whether a name only says of what somebody is: "on the governor of X"."""
    return "of" in [t.lower for t in tokens if t.end <= start][-2:]
