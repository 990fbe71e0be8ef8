"""Who put down what a crowd began did not begin it: guards who drove students out, a regiment.

Read where the lead says who rose or stormed by a plain noun ("students", "landless farmers"): a body that
tells of police and soldiers then tells how it ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.found import Found
from tasks.events.new_party import NewParty
from tasks.events.party_choice import is_unnamed
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document

_STANDING = ("doer", "crowd")
_FORCES = ("military", "government", "state")
_RISING = late_pattern(
    rf"\b(?:{any_of(words('rising'))}|riots?|protests?|unrest|disorders?)\b", re.IGNORECASE
)
_ON_RISEN = late_pattern(  # "ordered two cannons to fire on the rebels"
    r"\b(?:on|at|upon|against|into|attack|disperse) (?:the |these |those )?(?:rebels?|mutineers|rioters"
    r"|insurgents|strikers|them|crowds?|mob|demonstrators|protest[eo]rs)\b",
    re.IGNORECASE,
)


def without_quellers(
    document: Document,
    told: Sequence[Found],
    found: Sequence[Found],
    new: Sequence[NewParty],
    actors: ActorBook,
) -> list[Found]:
    """Return what a body tells without those who put down what the people of the lead began."""
    acting = [actors.actors[f.actor] for f in found if f.role == "perpetrator"]
    if not all(is_unnamed(a.key, actors) for a in acting):
        return list(told)
    end = document.lead[-1].span.end if document.lead else 0
    standing = (n for n in new if n.mention.method in _STANDING and n.mention.span.start < end)
    acting += [n.actor for n in standing if n.role == "perpetrator"]
    if not acting:
        return list(told)
    is_rising = _RISING.search(document.article.title) is not None
    is_crowd = all(a.kind == "civilians" for a in acting)
    if not (is_crowd or is_rising):
        return list(told)

    def quells(one: Found) -> bool:
        """Return whether a force acts in the body, or a person who fires on those who rose."""
        actor = actors.actors.get(one.actor)
        if one.role != "perpetrator" or actor is None:
            return False
        if actor.kind in _FORCES:
            return is_crowd
        sentence = document.sentences[document.index_at(one.span.start)]
        return _ON_RISEN.search(document.text, one.span.end, sentence.span.end) is not None

    return [one for one in told if not quells(one)]
