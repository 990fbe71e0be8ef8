"""What the published tables are: each column declared once, and everything that follows from it.

`fields` declares columns, `tables` lists them by table.  `arrow` makes typed tables from rows,
`parquet` writes them, `suites` makes the mechanical part of the expectations, `dictionary` and
`datapackage` describe them to people and programs.  What goes into a row is the business of
`tasks.assemble`; whether it is right, of `tasks.validate`.
"""

from tasks.tables.arrow import arrow_schema, to_table
from tasks.tables.errors import TableError
from tasks.tables.parquet import write_parquet
from tasks.tables.tables import TABLES
from tasks.version import SCHEMA_VERSION

__all__ = ["SCHEMA_VERSION", "TABLES", "TableError", "arrow_schema", "to_table", "write_parquet"]
