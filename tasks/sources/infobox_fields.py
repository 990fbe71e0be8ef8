"""Which canonical field an infobox key means, whatever the template and the writing."""

from __future__ import annotations

import re
from functools import cache

from tasks.lexicons.load import load

_SEPARATORS = re.compile(r"[\W_]+")


def canonical_name(key: str) -> str | None:
    """Return the canonical name of an infobox key ("Executed By" -> "perpetrator"), None if unknown.

    Case and punctuation do not matter: "Executed By", "executed_by" and "executed-by" are one key.
    """
    return _names().get(folded_key(key))


def folded_key(key: str) -> str:
    """Return the key in lower case without blanks and punctuation."""
    return _SEPARATORS.sub("", key).casefold()


@cache
def _names() -> dict[str, str]:
    return {folded_key(entry["key"]): entry["name"] for entry in load("infobox_fields")}
