"""The terms of a dataset's texts, as its data package declares them: what its articles say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

UNKNOWN = "unknown"
_CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-[A-Z]{2})*)[ -](\d\.\d)", re.IGNORECASE)
_ELEMENTS = {"BY": "Attribution", "NC": "NonCommercial", "ND": "NoDerivatives", "SA": "ShareAlike"}


@dataclass(frozen=True, slots=True)
class Terms:
    """What is declared.

    Attributes:
        licenses: the licences of its texts, each once, as a data package lists them.
        note: a sentence about articles whose terms nobody has told; "" where all are known.
    """

    licenses: tuple[Mapping[str, str], ...] = ()
    note: str = ""


def terms_of(licences: Iterable[str]) -> Terms:
    """Return what a data package declares of articles with these `license` values, one an article.

    >>> terms_of(["CC BY-SA 4.0", "unknown"]).note
    'The terms of 1 of 2 articles are not known: see `license` in the table of articles.'
    """
    given = list(licences)
    silent = given.count(UNKNOWN)
    some = f"{silent:,} of {len(given):,} articles"
    note = f"The terms of {some} are not known: see `license` in the table of articles."
    known = sorted(set(given) - {UNKNOWN})
    return Terms(tuple(map(_license, known)), note if silent else "")


def _license(name: str) -> Mapping[str, str]:
    """Return a licence with a name that programs know, where it has one, and its address."""
    if found := _CREATIVE_COMMONS.fullmatch(name):
        parts, version = found.group(1).upper(), found.group(2)
        words = "-".join(_ELEMENTS.get(part, part) for part in parts.split("-"))
        return {
            "name": f"CC-{parts}-{version}",
            "path": f"https://creativecommons.org/licenses/{parts.lower()}/{version}/",
            "title": f"Creative Commons {words} {version}",
        }
    return {"name": re.sub(r"[^A-Za-z0-9._]+", "-", name).strip("-") or "other", "title": name}
