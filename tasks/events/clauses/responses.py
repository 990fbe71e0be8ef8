"""What was done about an attack: "Norland launched a counter-terrorism operation" is no part of it.

Nor is it who hits back ("the army returned fire", "the army shelled back"), nor anything that a sentence
tells which opens with its aftermath: "In the wake of the bombing, ...".

Asked only of articles whose title is that of an attack: an operation of that kind may have its own article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.found import Found
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document

_OF_ATTACK = late_pattern(
    r"\b(?:bombings?|bomb|attacks?|shootings?|massacre|murders?|assassination|stabbings?|blasts?|explosions?"
    r"|ambush|hijacking|kidnappings?|killings?)\b",
    re.IGNORECASE,
)
_RESPONSE = late_pattern(
    r"(?: (?:troops|forces|soldiers|police))?"
    r"(?: (?:then|also|later|has|had|soon|subsequently|immediately)){0,3}"
    r" (?:launched|conducted|carried out|began|started|mounted|undertook|ordered|announced)"
    r"(?: (?!on\b|against\b)[\w'’-]+){0,4}? (?:counter|anti)-?(?:terror|insurg|militan)"
)
_HITS_BACK = late_pattern(
    r"(?: (?:troops|forces|soldiers|police|positions|guards))?(?: (?:then|also|later|soon|immediately))?"
    r" (?:returned (?:the )?fire|(?:shelled|fired|shot|struck|hit|bombed|fought|bombarded) back)\b"
)
_AFTERMATH = late_pattern(
    r"In (?:the )?(?:(?:immediate )?(?:wake|aftermath) of|response to|retaliation for|reaction to)"
    r" (?:the|this|these|that) (?:\w+ )?(?:attacks?|bombings?|incidents?|massacre|shootings?|killings?"
    r"|blasts?|murders?|explosions?|assassination|strikes?|airstrikes?|raids?)[, ]",
    re.IGNORECASE,
)
_AT_ONCE = late_pattern(  # what is over on its day, unlike a massacre
    r"\b(?:bombings?|bomb|shootings?|assassination|stabbings?|blasts?|explosions?|ambush)\b", re.IGNORECASE
)
_DAYS_LATER = late_pattern(
    r"(?:In|Over|During) the (?:(?:following|next|subsequent) (?:few |two |three )?(?:days|weeks|months)"
    r"|(?:days|weeks|months) (?:that followed|after|following))\b"
)


def without_responses(found: Sequence[Found], document: Document) -> list[Found]:
    """Return the findings without who only answered an attack, and whom."""
    if not found or not _OF_ATTACK.search(document.article.title):
        return list(found)
    kept = [f for f in found if f.role != "perpetrator" or not _answers(document, f.span.end)]
    return [f for f in kept if not tells_aftermath(document, document.index_at(f.span.start))]


def _answers(document: Document, end: int) -> bool:
    """Whether words behind a name tell of an operation against terrorism, or of who hits back."""
    return any(pattern.match(document.text, end) for pattern in (_RESPONSE, _HITS_BACK))


def tells_aftermath(document: Document, index: int) -> bool:
    """Return whether a sentence opens with the aftermath: "In the wake of the incident, X arrested Y".

    So does "In the following days, X raided Y" of an attack that was over at once.
    """
    start = document.sentences[index].span.start
    if _AFTERMATH.match(document.text, start) is not None:
        return True
    is_later = _DAYS_LATER.match(document.text, start) is not None
    return is_later and _AT_ONCE.search(document.article.title) is not None
