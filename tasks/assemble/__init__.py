"""From extractions to tables: rows of one article, then all articles together.

`rows_of` turns one extraction into rows (a pure function, the unit that a run keeps and uses
again); `combine.combine` joins the rows of all articles, finds the actors that are one, and gives the
Arrow tables.  Ids are made here; nothing is extracted here.  What works on single articles needs no
Arrow, and does not wait for it.

Cases in tests/cases: claims_status.txt (disputed claims), event_rules.txt and party_rules.txt (the rule that
an event carries, and a part in one).
"""

from tasks.assemble.article_rows import rows_of

__all__ = ["rows_of"]
