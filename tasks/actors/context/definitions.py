"""What a sentence says outright that a name is: "X is a militant group", "the party X", "known as X".

Each sign is told by words beside the name alone; what follows from them is decided in `kinds`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.name_words import context, heads
from tasks.actors.names.written import TIED
from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_BODIES = context("body_nouns")
_BODIES_BEFORE = _BODIES - context("not_before_name")
_ENDS = context("definition_ends")
_BE = frozenset(("is", "was", "are", "were", "remains", "became"))
_BE_OR_HAVE = _BE | {"has", "have", "had"}
_MAYBE_MEDIA = frozenset(("agency", "channel", "network", "outlet", "station", "website"))
BEFORE_DEFINED = (
    _BODIES_BEFORE | _MAYBE_MEDIA | {",", "as", "by"}
)  # one of them stands before a name that is defined
BEHIND_DEFINED = _BE_OR_HAVE | {","}  # or one of these behind it
_OPENS = frozenset(("a", "an", "the", "one"))
_OPENS_BEHIND_COMMA = _OPENS - {"the"}  # "at X, the army of Y": another subject
_NAMES = frozenset(("identified", "known", "named", "called", "dubbed", "styled", "calling"))
_REACH = 8  # tokens
_ENDS_FIRST = frozenset(("and", "who", "by", "on", "upon", "against", "at"))  # "X was a raid | by a group"
_ARMED = context("armed_description")
_MEDIA = context("media_nouns")
_NEWS = frozenset(("news", "press", "tv", "television", "radio", "media", "broadcast"))
_OF_A_CAUSE = frozenset(("islamist", "jihadi", "separatist", "secessionist", "extremist", "supremacist"))
_MAY_FIGHT = frozenset(("group", "faction", "outfit", "organisation", "organization", "movement", "network"))
_LISTED = frozenset(("designated", "proscribed", "listed", "classified", "declared", "labelled", "labeled"))
_TERROR = frozenset(("terrorist", "terror"))
_UNDER = frozenset(("under", "in", "into", "within", "from", "outside"))
_BEFORE_CONTROL = frozenset(("the", "full", "complete", "partial", "effective", "nominal"))
_IRREGULAR = words("irregular_past")
_LEADS = frozenset(("led", "commanded", "headed", "chaired", "succeeded", "replaced", "written", "directed"))
_PARTICLES = frozenset(("out", "off", "up", "down"))
_NO_AGENT = frozenset(
    ("followed", "caused", "preceded", "hit", "bordered", "surrounded", "flanked", "separated", "divided")
)


def defined_after(tokens: Sequence[Token], lower: Sequence[str], at: int) -> Sequence[str]:
    """Return the words behind a name that say that it is a body: "X was a [militant group]"; none if none do.

    Args:
        tokens: those of the sentence.
        lower: they in lower case.
        at: index of the token behind the name.
    """
    if at + 2 >= len(tokens) or not (lower[at] == "," or lower[at] in _BE):
        return ()
    opens = _OPENS_BEHIND_COMMA if lower[at] == "," else _OPENS
    if lower[at + 1] not in opens and not _is_owner(tokens[at + 1]):
        return ()
    for index in range(at + 2, min(at + 2 + _REACH, len(tokens))):
        token = tokens[index]
        if token.kind != "word" or lower[index] in _ENDS_FIRST:
            return ()
        if lower[index] in _BODIES and (_ends_phrase(tokens, index + 1) or _is_said_of(lower, index + 1)):
            return lower[at + 2 : index + 1]
    return ()


def defined_before(tokens: Sequence[Token], lower: Sequence[str], at: int) -> Sequence[str]:
    """Return the words before a name that say that it is a body: "the [rebel group] X"; none if none do.

    Args:
        tokens: those of the sentence.
        lower: they in lower case.
        at: index of the last token before the name and its article.
    """
    if at < 0:
        return ()
    if lower[at] in _BODIES_BEFORE or (lower[at] in _MAYBE_MEDIA and at and lower[at - 1] in _NEWS):
        return _phrase(tokens, lower, at)  # "the rebel group X", "the radio station X"
    if lower[at] == "," and at and lower[at - 1] in _BODIES_BEFORE:
        return _phrase(tokens, lower, at - 1)
    if lower[at] != "as":
        return ()
    for index in range(at - 1, max(0, at - _REACH), -1):
        if lower[index] in _NAMES:
            return _phrase(tokens, lower, index - 1) if lower[index - 1] in _BODIES else ()
        if tokens[index].kind != "word":
            return ()
    return ()


def _phrase(tokens: Sequence[Token], lower: Sequence[str], noun: int) -> Sequence[str]:
    """Return a noun with the words before it up to its article, three at most."""
    start = noun
    while start and noun - start < 3 and tokens[start - 1].kind == "word" and lower[start - 1] not in _OPENS:
        start -= 1
    return lower[start : noun + 1]


def is_armed(description: Sequence[str]) -> bool:
    """Say whether the words for what a body is tell that it fights: "militant group"."""
    if not _ARMED.isdisjoint(description):
        return True
    return bool(description) and description[-1] in _MAY_FIGHT and not _OF_A_CAUSE.isdisjoint(description)


def is_medium(description: Sequence[str]) -> bool:
    """Say whether the words right before a name tell that it is a newspaper, a station or the like."""
    if not description or description[-1] not in _MEDIA:
        return False
    return description[-1] not in _MAYBE_MEDIA or not _NEWS.isdisjoint(description)


def is_outlawed(lower: Sequence[str], at: int) -> bool:
    """Say whether a name counts as terrorist by the words behind it: "was designated a terrorist group"."""
    if at + 3 >= len(lower) or lower[at] not in _BE_OR_HAVE:
        return False
    listed = at + 2 if lower[at + 1] == "been" else at + 1
    return lower[listed] in _LISTED and not _TERROR.isdisjoint(lower[listed + 1 : listed + 6])


def acts_as_agent(tokens: Sequence[Token], by: int, after: int) -> str | None:
    """Return "led" or "agent" for a name that is all that follows a participle's "by", else None.

    "men led by X": somebody leads; "claimed by X": somebody acts.  A noun behind the name would be what did
    it ("hit by X missiles"); what hits or surrounds is as often a storm or a river.

    Args:
        tokens: those of the sentence.
        by: index of "by".
        after: index of the token behind the name.
    """
    verb = tokens[by - 1].lower if by else ""
    if verb in _PARTICLES and by > 1:  # "carried out by X"
        verb = tokens[by - 2].lower
    if verb in _LEADS:
        return "led"
    is_participle = (verb.endswith("ed") and len(verb) > 4) or verb in _IRREGULAR
    if not is_participle or verb in _NO_AGENT:
        return None
    return "agent" if _ends_phrase(tokens, after) else None


def is_under(lower: Sequence[str], at: int) -> bool:
    """Say whether "under", "in" or the like stand before "(the) control" of what is named behind it.

    Args:
        lower: the sentence's words in lower case.
        at: index of the word before "control".
    """
    if at >= 0 and lower[at] in _BEFORE_CONTROL:
        return at >= 1 and lower[at - 1] in _UNDER
    return at >= 0 and lower[at] in _UNDER and lower[at] != "in"  # "in control of Xenda"


def _is_owner(token: Token) -> bool:
    return token.text[0].isupper() and token.text[-2:] in ("'s", "’s")


def _is_said_of(lower: Sequence[str], at: int) -> bool:
    """Say whether what was done to a body is told behind its noun: "a party [banned] for its ties"."""
    return lower[at].endswith("ed") and len(lower[at]) > 4 and lower[at + 1 : at + 2] != []


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a noun phrase ends here: at a mark, a preposition, a verb that may follow."""
    if at >= len(tokens) or tokens[at].kind == "punct":
        return True
    if tokens[at].text[0].isupper():
        return tokens[at - 1].lower in heads()
    return tokens[at].lower in _ENDS or tokens[at].lower in TIED  # "a channel owned by"
