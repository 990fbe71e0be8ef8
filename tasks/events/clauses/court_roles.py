"""Who only hears or judges a deed behind "by": "recommended by trial judge X", "convicted of murder by X".

- by whom it was done: judges, magistrates, coroners and others of a court stand behind what they wrote or
  found, unless "by" follows the deed's own participle: "was shot by a retired judge, X"
- by what is said before "by": who convicts or acquits somebody of a deed did not do it
"""

from __future__ import annotations

import re

from tasks.events.found import Found
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document

_ROLES = any_of(words("court_role"))
_DEED = words("deed") | words("hit") | words("done_to")
_REACH = 160  # code points before a name, of its sentence
_BY = late_pattern(r"\bby (?=[^,;:]*$|[^,;:]*, (?:the |an? )?$)")
_IS_ROLE = late_pattern(rf"(?:^|[ -])(?:{_ROLES})\b", re.IGNORECASE)
_ROLE_BEHIND = late_pattern(rf",? (?:then )?(?:the |an? )(?:[\w-]+ ){{0,3}}?(?:{_ROLES})\b", re.IGNORECASE)
_JUDGED = late_pattern(
    r"\b(?:convicted|guilty|acquitted|cleared|accused|indicted|charged) (?:of|with) "
    r"(?:the |an? )?(?:\w+ )?\w+ $"
    r"|\b(?:chaired|presided over|convened) $"
)


def only_judges(document: Document, found: Found, actors: ActorBook) -> bool:
    """Whether one behind "by" heard, judged or examined a deed that the "by" does not belong to."""
    if found.rule != "by_agent":
        return False
    sentence = document.sentences[max(0, document.index_at(found.span.start))]
    begin = max(sentence.span.start, found.span.start - _REACH)
    before = document.text[begin : found.span.start]
    by = _BY.search(before)
    if by is None:
        return False
    ahead = before[: by.start()]
    if _JUDGED.search(ahead):
        return True
    last = ahead.rstrip().rpartition(" ")[2].casefold()
    if last in _DEED or last == "out":  # "was shot by", "was carried out by"
        return False
    if _IS_ROLE.search(before, by.end()) or _ROLE_BEHIND.match(document.text, found.span.end):
        return True
    actor = actors.actors.get(found.actor)
    if actor is None or actor.kind not in ("person", "unknown", "civilians"):
        return False  # but not a "Movement for Justice"
    return _IS_ROLE.search(actor.position or (actor.name if actor.name.islower() else "")) is not None
