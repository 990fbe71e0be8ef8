"""A date as the text gives it, read against its anchor."""

from __future__ import annotations

from datetime import date
from typing import Literal

from tasks.model.span import Span
from tasks.model.value import value

DateBasis = Literal["infobox", "sentence", "relative"]


@value(frozen=True, slots=True)
class DateExpression:
    """Words that name a day, a span of days, a month or a year.

    Attributes:
        span: the words.
        edtf: ISO 8601-2 (EDTF) of what the words and their anchor say, never more precise than they
            are ("2020-10-26", "2020-10-21/2020-10-31", "2015", "199X", "1066~", "-0479").
        start, end: first and last day that it can mean; None before year 1 and after 9999.
        prec: UCDP's date_prec: 1 exact day, 2 two to six days, 3 about a week, 4 to a month, 5 longer.
        basis: "infobox" or "sentence" where the words alone say it, "relative" where a part (often
            the year) comes from `anchor`.
        anchor: the words that a relative date was read against.
    """

    span: Span
    edtf: str
    start: date | None
    end: date | None
    prec: int
    basis: DateBasis
    anchor: Span | None = None
