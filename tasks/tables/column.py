"""One column: what it is called, what it means and what it may hold.

A name means the same thing in every table that has it, so it is declared once, in
`tasks.tables.fields`.  Whether a table may leave it empty is the table's business.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Column:
    """A column's declaration.

    Attributes:
        name: snake_case; the same name means the same in every table.
        type: Arrow type in memory and in Parquet.
        description: what a value says, in one or two sentences.
        values: the closed vocabulary, if it has one, in the order in which to show it.
        minimum, maximum: least and greatest value allowed, both included.
        pattern: regular expression that the whole of each text must match.
        unit: of measurement, where a number has one.
        since: the schema version that brought the column.
        may_be_empty: whether "" is a value; everywhere else it would be a NULL in disguise.
    """

    name: str
    type: pa.DataType
    description: str
    values: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    unit: str | None = None
    since: str = "1.0"
    may_be_empty: bool = False

    def __post_init__(self) -> None:
        """Refuse a declaration that contradicts itself.

        Raises:
            ValueError: naming the column.
        """
        if not self.description.endswith("."):
            raise ValueError(f"{self.name}: a description is a sentence")
        if len(set(self.values)) != len(self.values):
            raise ValueError(f"{self.name}: a value is declared twice")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError(f"{self.name}: minimum {self.minimum} lies above maximum {self.maximum}")


def by_name(*columns: Column) -> dict[str, Column]:
    """Return columns keyed by name.

    Raises:
        ValueError: if a name is declared twice.
    """
    named = {column.name: column for column in columns}
    if len(named) != len(columns):
        names = [column.name for column in columns]
        raise ValueError(f"declared twice: {sorted({n for n in names if names.count(n) > 1})}")
    return named
