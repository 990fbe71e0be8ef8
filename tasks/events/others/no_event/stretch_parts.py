"""What of a dated stretch is not told of its day: the article's event again, what was before, a death."""

from __future__ import annotations

from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.span import Span

_AGAIN = late_pattern(rf", (?:while|whereas|although|but) [^.;]*\bin the {deed('attack')}\b")
_MOST_SINCE = late_pattern(
    r", ((?:the|its|their) (?:[\w'’-]+ ){0,2}?(?:\w{3,}est|worst|most)\b[^.;,]{0,60} since (?:[a-z]+ )?)\Z"
)
_MOST_UNTIL = late_pattern(
    r"\b(?:was|were|remained) the (?:[\w'’-]+ ){0,2}?(?:\w{3,}est|worst|most)\b[^.;,]{0,60} until "
    r"[^.;]{0,60}\Z"
)
_ALSO_DID = late_pattern(r",? and (?:it )?(?:killed|left|claimed|injured|wounded|caused|resulted)\b")
_THEN_DIED = late_pattern(  # "was shot in Osk and died the following evening": no deed of that evening
    r"\bwas [^.;:]{3,120}\band (?:later )?died (?:there |of (?:his|her) (?:wounds|injuries) |in hospital )?"
    r"(?:on |in |at )?\Z"
    r"|\b(?:one|two|three|four|some|\d+) of whom (?:later |also |had )?died (?:[^,.;]{1,40} )?"
    r"(?:on|in) (?:the )?\Z"
)


def without_main(document: Document, span: Span, date: DateExpression) -> Span:
    """Return a stretch without what a "while" adds about "the attack" of the article again.

    And without what it tells before the day that it is measured by: "nine died, the most since 2008".
    Or behind it: "was the worst until the bombing of 2005 and killed nine".
    """
    found = _AGAIN.search(document.text, span.start, span.end)
    if found is not None:
        return Span(span.start, found.start())
    if document.text.find(" since ", span.start, date.span.start) >= 0:
        most = _MOST_SINCE.search(document.text, span.start, date.span.start)
        return Span(most.start(1), span.end) if most is not None else span
    if document.text.find(" until ", span.start, date.span.start) >= 0:
        did = _ALSO_DID.search(document.text, date.span.end, span.end)
        if did is not None and _MOST_UNTIL.search(document.text, span.start, date.span.start) is not None:
            return Span(span.start, did.start())
    return span


def is_death_day(text: str, begin: int, end: int) -> bool:
    """Whether a day is the one on which somebody died of what was done to them before."""
    return text.find(" died ", begin, end) >= 0 and _THEN_DIED.search(text, begin, end) is not None
