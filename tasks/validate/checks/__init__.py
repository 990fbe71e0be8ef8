"""What Great Expectations cannot say: rules over several tables, or over text and its offsets.

A check is a function from `Staged` tables to the rows that break it.  Each module has one subject;
`CHECKS` is all of them in the order of the report.  Rules about one table's columns belong into
`expectations/`, and no rule stands in both.
"""

from tasks.validate.checks import (
    alleged_roles,
    changes_over_revisions,
    consistency,
    event_places,
    markup,
    numbers_of_people,
    own_references,
    rows_in_text,
    toll_sources,
)
from tasks.validate.checks.check import Check

CHECKS: tuple[Check, ...] = (
    *rows_in_text.CHECKS,
    *numbers_of_people.CHECKS,
    *consistency.CHECKS,
    *own_references.CHECKS,
    *alleged_roles.CHECKS,
    *toll_sources.CHECKS,
    *event_places.CHECKS,
    *changes_over_revisions.CHECKS,
    *markup.CHECKS,
)

__all__ = ["CHECKS", "Check"]
