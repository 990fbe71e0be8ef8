"""Which names are one actor: every join with its reason, and joins that are forbidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

Join = tuple[str, str, str]  # a name, another, and why they are one


class Merges:
    """Names joined into actors; a join never brings together two names that are kept apart."""

    def __init__(self, keys: Iterable[str], apart: Iterable[tuple[str, str]] = ()) -> None:
        """Begin with each key alone; `apart` are pairs of keys that must stay two actors."""
        self._root = {key: key for key in keys}
        self._members: dict[str, list[str]] = {key: [key] for key in self._root}
        self._reasons: dict[str, set[str]] = defaultdict(set)
        self._why: dict[str, str] = {}
        self._apart = {frozenset(pair) for pair in apart}

    def root(self, key: str) -> str:
        """Return the key that stands for the actor of `key`."""
        return self._root[key]

    def join(self, a: str, b: str, reason: str) -> bool:
        """Make two names one actor; say whether they are now one. `b` is the form that needed the reason."""
        left, right = self._root.get(a), self._root.get(b)
        if left is None or right is None:
            return False
        if left == right:
            return True
        if any(frozenset((x, y)) in self._apart for x in self._members[left] for y in self._members[right]):
            return False
        for key in self._members[right]:
            self._root[key] = left
        self._members[left] += self._members.pop(right)
        self._reasons[left] |= self._reasons.pop(right, set()) | {reason}
        self._why.setdefault(b, reason)
        return True

    def actors(self) -> dict[str, list[str]]:
        """Return the keys of each actor by its root."""
        return dict(self._members)

    def reasons(self, root: str) -> list[str]:
        """Return why the names of an actor were joined, sorted."""
        return sorted(self._reasons.get(root, ()))

    def reason(self, key: str) -> str | None:
        """Return why this name was joined to another, or None."""
        return self._why.get(key)
