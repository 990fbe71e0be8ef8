"""What befell a ship among others: "the flotilla was attacked by", "both boats exploded".

Only where her own loss is told beside it: of a convoy that was attacked not every ship was hit.
"""

from __future__ import annotations

import re

from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document, Sentence

_SHIPS = rf"(?:[\w-]+ )?(?:{one_of(words('vessel'))})s"
_COUNT = r"(?:two|three|four|five|six|seven|eight|\d{1,2})"
_GROUP = (
    rf"(?:they|both(?: of the(?:m)?)?(?: {_SHIPS})?|(?:all|the) {_COUNT} {_SHIPS}|(?:the|her|their) {_SHIPS}"
    rf"|the (?:[\w-]+ )?(?:{one_of(words('ships_together'))}))"
)
_DONE = rf"(?:{one_of(words('struck_ship'))}|{one_of(words('done_to_ship'))}|fired (?:up)?on)"
_PASSIVE = late_pattern(
    rf"\b{_GROUP} (?:that )?(?:(?:had|has|have) )?(?:was|were|been)"
    r"(?: (?:\w+ly|then|also|later|again|both|all))*"
    rf"(?: \w+ed and)? {_DONE}\b"
    rf"|\b{_GROUP} (?:\w+ly )?(?:came under|exploded|burned|blew up|sank|capsized)\b",
    re.IGNORECASE,
)
_DOING = rf"(?:{one_of(words('strikes_ship'))}|{one_of(words('sinks_ship'))}|fir(?:ed|ing) (?:up)?on)"
_MISTAKEN = r"(?:an?|the|what) (?:[\"“'‘](?:enemy|hostile)[\"”'’]|friendly|supposed(?:ly)?(?: enemy)?)"
_ACTIVE = late_pattern(
    rf"\b{_DOING} (?P<whom>(?:the|both|all)(?: {_COUNT})? {_SHIPS}\b|them\b|{_MISTAKEN} [\w-]+"
    rf"|the (?:[\w-]+ )?(?:{one_of(words('ships_together'))})\b)",
    re.IGNORECASE,
)


def struck_among(document: Document, sentence: Sentence) -> re.Match[str] | None:
    """Return what in a sentence says that ships were hit together; they are its `whom` if not its subject."""
    span = sentence.span
    return _PASSIVE.search(document.text, span.start, span.end) or _ACTIVE.search(
        document.text, span.start, span.end
    )


def is_of_both(document: Document, at: int) -> bool:
    """Whether what stands at an offset says that two ships were hit."""
    return _BOTH.match(document.text, at) is not None


_BOTH = late_pattern(r"both\b|(?:the|all) two\b", re.IGNORECASE)
