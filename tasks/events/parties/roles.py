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
_SUFFERS = words("suffers")
_SUFFERS_NOUN = words("suffers_noun")
_DIES = words("dies")
_UNDERGOES = ("subject", "complement", "object")


def role_of(tokens: Sequence[Token], part: Part, actor: Actor) -> Role:
    """Return the role that a part gives: ally and victim by the words that govern it, else participant."""
    if _backs(tokens, part):
        return "ally"
    return "victim" if _is_hurt(tokens, part, actor) else "participant"


def _backs(tokens: Sequence[Token], part: Part) -> bool:
    """Ally: "backed by X", "X-backed", "with the support of X", "alongside X", "X supported ..."."""
    word = tokens[part.governor].lower
    if part.name == "owner":
        return word.rsplit("-", 1)[-1] in _SUPPORT and "-" in word
    before = tokens[part.governor - 1].lower if part.governor else ""
    if part.name == "agent":
        return before in _SUPPORT
    if part.name == "complement":
        if word == "alongside" or (word in ("with", "to") and before == "allied"):
            return True
        return word in ("of", "from") and before in _SUPPORT_NOUN and part.governor > 1
    return (
        part.name == "subject" and word in _SUPPORT and is_passive(tokens, max(0, part.governor - 1)) is None
    )


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
    return part.name == "object" and word in ("killing", "killed", "wounding", "injuring")
