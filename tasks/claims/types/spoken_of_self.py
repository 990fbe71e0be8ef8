"""Whether "he", "she" or "they" of a content may be who speaks: a court or several people are no "he"."""

from __future__ import annotations

import re
from functools import lru_cache

from tasks.lexicons.late_pattern import late_pattern

_MOST_SPEAKERS = 4096  # whose words are kept: the same speak again, in an article and elsewhere

_BODY_OR_MANY = late_pattern(  # who says "he" without being him: a body, a text, more than one
    r"(?:[a-z]s|[Pp]olice|court|tribunal|prosecution|ministry|army|government|indictment|report|inquiry|commission"
    r"|research|scholarship|study|survey|analysis|examination|log|logbook|diary|history|archive|account)$"
)
_SPEAKS_FOR_ONE = late_pattern(r"\b(?:lawyers|attorneys|solicitors|barristers|advocates|representatives)$")
_TOLL = late_pattern(
    r"it (?:killed|injured|wounded|left|cost) (?:at least |about |more than |up to )?\d+(?: people| lives)?$",
    re.IGNORECASE,
)
_TELLS_OF_OTHERS = late_pattern(  # who counts what others did
    r"\b(?:[Rr]ights|[Oo]bservatory|[Mm]onitors?|[Ww]atch|Amnesty|UNICEF|United Nations|UN"
    r"|\w*[Aa]id|[Rr]elief|[Cc]harit(?:y|ies)|[Ee]stimates?|[Rr]eports?|[Aa]nalysts?|[Ee]xperts?|[Rr]esearchers?|[Rr]esidents?|[Ss]urvivors?|[Ww]itness(?:es)?)\b"
)
_SAW = late_pattern(r"\b(?:[Rr]esidents?|[Ss]urvivors?|[Ww]itness(?:es)?)\b")
_QUOTED_OTHERS = late_pattern(
    r"[\"“‘](?:they|he|she)(?='| |’)", re.IGNORECASE
)  # who speaks of himself says "we"
_BEHIND_HEAD = late_pattern(r",| \(| (?:of|for|from|in|at|near|with|who|to|on|by) ")
_COUNTED = frozenset({"one", "some", "many", "most", "several", "both", "two", "three", "all", "none"})
_OPENING = frozenset('"“‘')


@lru_cache(maxsize=_MOST_SPEAKERS)
def head_of_speaker(speaker: str) -> str:
    """Return who speaks, without what belongs to the noun: "a widow" of "a widow of one of the miners"."""
    said = _BEHIND_HEAD.split(speaker, maxsplit=1)[0]
    return speaker if said.lower() in _COUNTED else said


def with_others_named(content: str, speaker: str) -> str:
    """Return a content in which a pronoun that cannot be who speaks is "the other"."""
    alone = content[:4].lower().startswith(("he ", "she "))
    head = head_of_speaker(speaker)
    if alone and _BODY_OR_MANY.search(head) and not _SPEAKS_FOR_ONE.search(head):
        content = f"the other {content.partition(' ')[2]}"  # "prosecutors alleged that he had ordered it"
    is_it = content.startswith(("It ", "it ", "They ", "they ")) and _TELLS_OF_OTHERS.search(head)
    if is_it and content[0] in "Ii" and (_SAW.search(head) or _TOLL.match(content)):
        content = f"the event {content.partition(' ')[2]}"  # "it burned people alive", survivors said
    elif is_it:
        content = f"the other {content.partition(' ')[2]}"  # "it killed 20, according to the UN"
    if content[:1] in _OPENING and _QUOTED_OTHERS.match(content):
        content = f"the other {content.partition(' ')[2]}"
    return content
