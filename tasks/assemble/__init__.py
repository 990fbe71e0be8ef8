"""From extractions to tables: rows of one article, then all articles together.

`rows_of` turns one extraction into rows (a pure function, the unit that a run keeps and uses
again); `combine` joins the rows of all articles, finds the actors that are one, and gives the
Arrow tables.  Ids are made here; nothing is extracted here.
"""

from tasks.assemble.article import rows_of
from tasks.assemble.combine import combine

__all__ = ["combine", "rows_of"]
