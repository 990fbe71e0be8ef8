"""What each template does in the text, by the lexicon `templates`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from tasks.lexicons.load import load
from tasks.sources.infobox_fields import folded_key

_COUNTRY_CODE = re.compile(r"[A-Z]{3}")


class Treatment(NamedTuple):
    """How a template is treated, and the lexicon's argument for it."""

    kind: str
    argument: str = ""


def treatment_of(name: str) -> Treatment | None:
    """Return how the template of this (folded) name is treated, or None if the lexicon lacks it."""
    exact, patterns = _entries()
    if name in exact:
        return exact[name]
    for start, end, treatment in patterns:
        if name.startswith(start) and name.endswith(end):
            return treatment
    return None


@cache
def _entries() -> tuple[Mapping[str, Treatment], tuple[tuple[str, str, Treatment], ...]]:
    exact: dict[str, Treatment] = {}
    patterns = []
    for entry in load("templates"):
        treatment = Treatment(entry["treatment"], entry["argument"].replace("_", " "))
        for name in (entry["name"], *entry["aliases"].split(";")):
            if "*" in name:
                start, _, end = name.partition("*")
                patterns.append((start, end, treatment))
            elif name:
                exact[name] = treatment
    return exact, tuple(sorted(patterns, key=lambda one: -len(one[0] + one[1])))


class Family(NamedTuple):
    """The family of an infobox template, and whether it is one of several parts of one box."""

    name: str
    is_part: bool


def infobox_family(name: str) -> Family | None:
    """Return the family of the infobox template of this (folded) name; None if it is no event's."""
    return _families().get(name)


@lru_cache(maxsize=4096)
def is_infobox(name: str) -> bool:
    """Say whether a (folded) name is that of an infobox template of any kind."""
    return name in _families() or re.match(r"infobox\b|.+ infobox$", name) is not None


@cache
def _families() -> Mapping[str, Family]:
    return {e["name"]: Family(e["family"], e["part"] == "yes") for e in load("infobox_templates")}


def country_of_code(code: str) -> str | None:
    """Return the name of the country with this three-letter code ("DEU"), or None."""
    return _countries().get(code) if _COUNTRY_CODE.fullmatch(code) else None


@cache
def _countries() -> Mapping[str, str]:
    return {e["iso3"]: e["name"] for e in load("countries") if e["iso3"]}


@cache
def _languages() -> Mapping[str, str]:
    return {e["tag"]: e["name"] for e in load("languages")}


def language_name(tag: str) -> str | None:
    """Return the English name of a language tag ("fr" -> "French"), or None if it is not known."""
    return _languages().get(tag.casefold()) or _languages().get(tag.casefold().partition("-")[0])


@cache
def _tags() -> Mapping[str, str]:
    return {folded_key(e["name"]): e["tag"] for e in load("languages")}


def language_tag(word: str) -> str | None:
    """Return the tag of a language that is given by its tag or its English name, or None."""
    folded = word.strip().casefold()
    if language_name(folded) and re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", folded):
        return folded
    return _tags().get(folded_key(word))
