"""Values that articles are made of by the ten thousand: frozen for the type checker, cheap to make.

A frozen dataclass sets each of its fields through `object.__setattr__`, which makes it three times as
slow to build as one that simply assigns them, and an article is tens of thousands of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool, order: bool = False):
        """Return a decorator like `dataclass(frozen=True, slots=True)`, whose freezing mypy alone sees to.

        Equal, ordered and hashed by its fields in the same way.
        """
        return dataclass(slots=slots, order=order, unsafe_hash=frozen)


__all__ = ["value"]
