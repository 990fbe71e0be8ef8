"""The role that a part in a clause gives: who backs somebody, who was hurt, who merely took part."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.clause_parts import Part
from tasks.events.subject_verb import is_passive
from tasks.lexicons.construction_words import words
from tasks.model.actor import Actor
from tasks.model.document import Token
from tasks.model.event import Role

_SUPPORT = words("support")
_SUPPORT_NOUN = words("support_noun")
_FOUGHT = words("joins_fight")  # what an ally joins; others join a church or a convoy
_WITH = frozenset(("with", "and", "received", "receiving", "by", "had", "got", "despite"))
_LACKS = frozenset(("little", "no", "without", "lack"))
_TALKS = words("backed_talks")  # what somebody backs who fights on no side
_NEAR = 6  # tokens in which the words that bring a noun, or the joined, stand
_SUFFERS = words("suffers")
_SUFFERS_NOUN = words("suffers_noun")
_DIES = words("dies")
_HIT = frozenset(("killed", "dead", "victim", "victims", "deceased", "fatalities", "injured", "wounded"))
_ATTACKERS = words("doer") | {"suspects", "insurgents", "rebels"}
_UNDERGOES = ("subject", "complement", "object")


def role_of(tokens: Sequence[Token], part: Part, actor: Actor) -> Role:
    """Return the role that a part gives: ally and victim by the words that govern it, else participant."""
    if _backs(tokens, part) and not (actor.kind == "person" and _is_sponsor(tokens, part)):
        return "ally"
    return "victim" if _is_hurt(tokens, part, actor) else "participant"


def _backs(tokens: Sequence[Token], part: Part) -> bool:
    """Ally: "backed by X", "X-backed", "with the support of X", "alongside X", "X supported ..."."""
    word = tokens[part.governor].lower
    if part.name == "owner":
        is_tied = word.rsplit("-", 1)[-1] in _SUPPORT and "-" in word
        return is_tied and _TALKS.isdisjoint(_lower(tokens, part.governor + 1, part.governor + 3))
    before = tokens[part.governor - 1].lower if part.governor else ""
    if part.name == "agent":
        backed = _lower(tokens, part.governor - 1 - _NEAR, part.governor - 1)
        return before in _SUPPORT and _TALKS.isdisjoint(backed)
    if part.name == "complement":
        if word == "alongside" or (word in ("with", "to") and before == "allied"):
            return True
        return word in ("of", "from") and before in _SUPPORT_NOUN and _is_had(tokens, part.governor - 1)
    if part.name != "subject" or word not in _SUPPORT:
        return False
    if word == "joined" and _FOUGHT.isdisjoint(_lower(tokens, part.governor + 1, part.governor + 1 + _NEAR)):
        return False
    return is_passive(tokens, max(0, part.governor - 1)) is None


def _lower(tokens: Sequence[Token], start: int, end: int) -> list[str]:
    return [token.lower for token in tokens[max(0, start) : end]]


def _is_sponsor(tokens: Sequence[Token], part: Part) -> bool:
    """Say whether somebody sponsors a ship, a bill or a show: "sponsored by Ada Quist"."""
    return part.name == "agent" and tokens[part.governor - 1].lower == "sponsored"


def _is_had(tokens: Sequence[Token], noun: int) -> bool:
    """Say whether somebody has the help: "with the support of X", not "in support of X", "no help from X"."""
    if tokens[noun + 1].lower == "of" and noun and tokens[noun - 1].text[0].isupper():
        return False  # "U.S. support of X": X has it
    before = _lower(tokens, noun - _NEAR, noun)
    if before[-1:] == ["in"] or before[-2:] == ["to", "the"] or not _LACKS.isdisjoint(before):
        return False
    return not _WITH.isdisjoint(before)


def _is_hurt(tokens: Sequence[Token], part: Part, actor: Actor) -> bool:
    """Victim: "X was killed", "X died", "killing X", "the murder of X"; only who has a name of their own."""
    if actor.kind != "person" or part.name not in _UNDERGOES:
        return False
    if not any(w[:1].isupper() for w in actor.name.split()):
        return False
    word = tokens[part.governor].lower
    if part.name == "subject":
        hurt = is_passive(tokens, part.governor)
        return word in _DIES if hurt is None else tokens[hurt].lower in _SUFFERS
    if part.name == "complement" and word == "of":
        return tokens[part.governor - 1].lower in _SUFFERS_NOUN
    if part.name == "object" and word in ("was", "were"):
        return _names_the_dead(tokens, part.governor)
    return part.name == "object" and word in ("killing", "killed", "wounding", "injuring")


def _names_the_dead(tokens: Sequence[Token], be: int) -> bool:
    """Say whether who was hit stands before "were", and no attackers: "those killed were X and Y"."""
    return tokens[be - 1].lower in _HIT and _ATTACKERS.isdisjoint(_lower(tokens, be - _NEAR, be))
