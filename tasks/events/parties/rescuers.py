"""Who ended a hostage-taking did not begin it: police and soldiers who stormed what others held.

Read only of articles on such events, and not where the title is of the rescue itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.attackers.acting.hit_back import hits_back
from tasks.events.found import Found
from tasks.events.new_party import NewParty
from tasks.events.sections import opening
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, verbs_that
from tasks.model.actor import ActorBook
from tasks.model.article import LEAD
from tasks.model.document import Document

_RESCUE = late_pattern(  # what frees people, and what holds none
    rf"\b(?:operation|raid|rescue|assault|battle|clashes|executions?|reprisals?|{deed('rising')})\b",
    re.IGNORECASE,
)
_HOSTAGES = frozenset(
    ("hostage", "hostages", "hostage-takers", "hostage-taking", "hijackers", "hijacked", "kidnappers")
)
_ENDS_IT = words("ends_siege")
_ATTACKERS = words("gunman")
_COMES_AFTER = words("responds")
_TO_THE_SCENE = late_pattern(
    r"\bto the (?:scene|site|spot|rescue)\b|\b(?:killed|shot|overpowered) (?:him|the gunman|the attackers?)\b"
)
_HITS = any_of(form for v in verbs_that(("attacks", "harms", "kills", "wounds")) for form in v.words("past"))
_BACK = late_pattern(  # "fired at the pair", "shot two of the militants", "returned fire"
    r"(?:, [^,.;:]{1,60},)? (?:\w+ ){0,4}?(?:(?:returned fire|fired back|shot back)\b"
    rf"|(?:{_HITS}|fired|shot|opened fire|shot dead|shot and killed)(?: (?:back )?(?:on|at|upon|towards?))?"
    r"(?: (?:one|two|three|four|both|all|some|several|most))?(?: of)?(?: the)?"
    rf" (?:{'|'.join(sorted(_ATTACKERS))}|pair|duo|trio)\b)"
)
_PUT_DOWN = late_pattern(  # "one of the militants was killed by troops"
    rf"\b(?:{'|'.join(sorted(_ATTACKERS))}|pair|duo|trio)\b[^.;:,]{{0,30}}? (?:was|were|been) (?:\w+ )?"
    rf"(?:{_HITS}|shot)(?: dead| down)?(?: and \w+)? by (?:the |an? )?(?:[\w-]+ ){{0,6}}(?:of (?:the )?)?$"
)
_STRIKE = late_pattern(rf"\b(?:{deed('afar')}|{deed('many')}|(?:air-?)?strikes?|killings?)\b", re.IGNORECASE)
_KINDS = ("military", "government", "state")
_WHO_END_IT = (*_KINDS, "person")


def takes_hostages(document: Document) -> bool:
    """Whether an article is on people who were held, told by its lead; not on a coup or on their rescue."""
    if _RESCUE.search(document.article.title):
        return False
    return any(not _HOSTAGES.isdisjoint(s.words) for s in document.lead)


def has_attackers(document: Document) -> bool:
    """Whether the lead of an article on an attack speaks of attackers, whom others may have stopped."""
    if _RESCUE.search(document.article.title):
        return False
    return any(not _ATTACKERS.isdisjoint(s.words) for s in document.lead)


def without_sites(found: Sequence[Found], new: Sequence[NewParty]) -> list[Found]:
    """Return the findings without places that only the attack makes actors of: a site attacks nobody."""
    sites = {n.actor.key for n in new if n.role == "target" and n.actor.kind == "unknown"}
    return [f for f in found if f.role != "perpetrator" or f.actor not in sites]


def without_rescuers(
    document: Document, found: Sequence[Found], actors: ActorBook, *, is_held: bool, is_attacked: bool = False
) -> list[Found]:
    """Return the findings without those who stopped it: who freed the hostages, who shot the gunman."""
    found = [f for f in found if f.role != "perpetrator" or not hits_back(document, f.span.start)]
    if not is_held and not is_attacked:
        return found

    def frees(one: Found) -> bool:
        """Return whether a force acts in a sentence that tells how it ended."""
        actor = actors.actors.get(one.actor)
        if one.role != "perpetrator" or actor is None or actor.kind not in _WHO_END_IT:
            return False
        sentence = document.sentences[document.index_at(one.span.start)]
        if is_held and actor.kind != "person" and not _ENDS_IT.isdisjoint(sentence.words):
            return True
        if not is_attacked or sentence is opening(document)[0] or one.grade == "named":
            return False
        if actor.kind != "person" and not _COMES_AFTER.isdisjoint(sentence.words):
            return True
        if document.heading_of(sentence) == LEAD:
            return False
        behind = document.text[one.span.end : sentence.span.end]
        if _TO_THE_SCENE.search(behind) is not None:
            return True
        if _STRIKE.search(document.article.title):  # who bombed insurgents did not answer them
            return False
        return (
            _BACK.match(behind) is not None
            or _PUT_DOWN.search(document.text, sentence.span.start, one.span.start) is not None
        )

    return [one for one in found if not frees(one)]
