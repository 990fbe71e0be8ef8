"""One table: which columns it has, which may be empty, what it refers to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tasks.tables.column import Column
from tasks.tables.fields import FIELDS


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A column that holds another table's key.

    Attributes:
        on_missing: what becomes of a row whose target is taken out: "remove" takes it out too,
            "clear" sets the column NULL, which only a nullable column allows.
        also: further columns to set when it is cleared, with their values.
    """

    column: str
    table: str
    target: str
    on_missing: Literal["remove", "clear"] = "remove"
    also: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A table's declaration.

    Attributes:
        description: what one row is.
        usage: what a reader should know before counting or joining.
        layout: the columns' names in order; a `?` behind a name says that it may be NULL.
        key: columns that together tell each row from all others.
        sort: columns that rows are ordered by.
        due: for columns that may be NULL but should often be filled, the least share that is.
            Not of what a source gives or does not: that is no fault of a step.
        rows_due: whether a dataset without rows here is refused ("always"), worth a warning once it has
            some articles ("mostly"), or quite right ("never").
    """

    name: str
    description: str
    usage: tuple[str, ...]
    layout: tuple[str, ...]
    key: tuple[str, ...]
    sort: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    due: Mapping[str, float] = field(default_factory=dict)
    rows_due: Literal["always", "mostly", "never"] = "mostly"

    def __post_init__(self) -> None:
        """Refuse a declaration that does not hold together.

        Raises:
            ValueError: naming the table and the column.
        """
        if unknown := [name for name in self.names if name not in FIELDS]:
            raise ValueError(f"{self.name}: not declared in tasks.tables.fields: {unknown}")
        if doubled := sorted({name for name in self.names if self.names.count(name) > 1}):
            raise ValueError(f"{self.name}: named twice: {doubled}")
        nullable = self.nullable
        for name in (*self.key, *self.sort):
            if name not in self.names or name in nullable:
                raise ValueError(f"{self.name}: key and sort columns are never NULL: {name}")
        for link in self.foreign_keys:
            if link.column not in self.names or (link.on_missing == "clear" and link.column not in nullable):
                raise ValueError(f"{self.name}: {link.column} cannot be that foreign key")
        if misplaced := [name for name in self.due if name not in nullable]:
            raise ValueError(f"{self.name}: a fill rate is due only of nullable columns: {misplaced}")

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names in order."""
        return tuple(entry.removesuffix("?") for entry in self.layout)

    @property
    def nullable(self) -> frozenset[str]:
        """Names of the columns that may be NULL."""
        return frozenset(entry[:-1] for entry in self.layout if entry.endswith("?"))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns' declarations in order."""
        return tuple(FIELDS[name] for name in self.names)
