"""Whether a later date of a sentence ends what an earlier one began: "until", "between", the next season."""

from __future__ import annotations

from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.span import Span

_UNTIL = late_pattern(
    r"(?:until|till|to|ended\son|ended\sin|ending\son|concluded\son)\s(?:the\s|early\s|late\s)?"
    r"(?:(?:morning|night|evening|afternoon|dawn|noon|day|early\shours|end|beginning)\sof\s(?:the\s)?)?$"
)
_AND = late_pattern(r",?\sand\s(?:in\s|into\s)?(?:the\s)?")
_BETWEEN = late_pattern(r"\bbetween\s(?:the\s)?(?:(?:morning|night|evening|afternoon)\sof\s)?$")
_TO = late_pattern(
    r"\sand\s(?:the\s)?(?:(?:early\s)?(?:morning|night|evening|afternoon|dawn|hours)\s(?:of|on)\s)?(?:the\s)?"
)


def follows(text: str, begin: DateExpression, end: DateExpression) -> bool:
    """Whether a month or a part of a year goes on in the next: "in late 1878 and early 1879"."""
    if begin.end is None or end.start is None or begin.prec < 4 or (end.start - begin.end).days != 1:
        return False
    return _AND.fullmatch(text, begin.span.end, end.span.start) is not None


def is_until(text: str, begin: Span, end: Span) -> bool:
    """Whether the words before a later date say that it ends what a first one began."""
    if _UNTIL.search(text[max(0, end.start - 40) : end.start]):
        return True
    is_between = _BETWEEN.search(text[max(0, begin.start - 40) : begin.start])
    return bool(is_between and _TO.fullmatch(text, begin.end, end.start))
