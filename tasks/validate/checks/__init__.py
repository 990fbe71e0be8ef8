"""What Great Expectations cannot say: rules over several tables, or over text and its offsets.

A check is a function from `Staged` tables to the rows that break it.  Each module has one subject;
`CHECKS` is all of them in the order of the report.  Rules about one table's columns belong into
`expectations/`, and no rule stands in both.
"""

from tasks.validate.checks import (
    consistency,
    history,
    identity,
    markup,
    numbers,
    passages,
    places,
    roles,
    tolls,
)
from tasks.validate.checks.check import Check

CHECKS: tuple[Check, ...] = (
    *passages.CHECKS,
    *numbers.CHECKS,
    *consistency.CHECKS,
    *identity.CHECKS,
    *roles.CHECKS,
    *tolls.CHECKS,
    *places.CHECKS,
    *history.CHECKS,
    *markup.CHECKS,
)

__all__ = ["CHECKS", "Check"]
