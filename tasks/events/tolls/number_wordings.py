"""What the words around a number say of it: that it is the whole, hearsay, of one place, or whose loss."""

from __future__ import annotations

import re
from functools import lru_cache

from tasks.events.triggers import type_of_words
from tasks.lexicons.sifted import Sifted
from tasks.places.countries_and_regions import country_of_adjective

_TOTAL = Sifted(
    r"\b(?:(?:death|final|total|overall) tolls?|(?:a|the) total(?: number)? of|in total|overall|altogether|"
    r"in all|(?:gave|give|put|puts|set) the number of (?:the )?(?:dead|deaths|killed|those killed|"
    r"fatalities))\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_TOTAL_BEHIND = Sifted(r"[^.,;:]{0,30}\b(?:in all|in total|altogether|overall|all told)\b", re.IGNORECASE)
_HEARSAY = Sifted(r"\b(?:told me|told us|(?:he|she) (?:told|says|said that))\b", re.IGNORECASE)
_LOCAL = re.compile(r"[^.,;]{0,30}\b(?:died|killed|dead|perished) (?:in|at|near) [A-ZÀ-Þ]")
_LOSS = Sifted(  # "the Greeks lost", "Union losses were", "the Ottoman garrison had"
    r"(?:^|[;:,.] |\b(?:and|while|but|whereas|though) )(?:[Tt]he |[Tt]otal )?"
    r"(?P<owner>[\w'’-]+(?: [\w'’-]+)?) (?:"
    r"(?:themselves |also |forces |troops |army |side )?(?:lost|suffered|had|sustained|left|reported|counted)"
    r"|(?:losses|casualties|dead)(?: (?:were|was|amounted to|totall?ed|numbered|came to|stood at|included))?"
    r")\b(?:(?!,? (?:while|whereas|but|those) )[^;.]){0,40}$"
)
_BODIES = frozenset(("army", "garrison", "militia", "government", "navy", "fleet", "force", "side", "police"))


@lru_cache(maxsize=1024)
def says_total(words: str, start: int, end: int) -> bool:
    """Whether the words around a number say that it is the whole: "the death toll came to", "70 in all"."""
    return _TOTAL.search(words[:start]) is not None or _TOTAL_BEHIND.match(words, end) is not None


@lru_cache(maxsize=1024)
def says_hearsay(words: str) -> bool:
    """Whether somebody tells it who does not count: "he told me that"."""
    return _HEARSAY.search(words) is not None


def says_where(words: str, end: int) -> bool:
    """Whether the words behind a number say where in the event: "16 people died in Osk"."""
    return _LOCAL.match(words, end) is not None


@lru_cache(maxsize=1024)
def loser(words: str, start: int) -> str | None:
    """Return whose loss a number is, in lower case: the subject of "lost", the adjective of "losses"."""
    found = _LOSS.search(words[:start])
    if found is None:
        return None
    *_, last = found["owner"].split()
    is_people = last[0].isupper() or last.endswith("s") or last.lower() in _BODIES
    if not is_people or type_of_words(last) is not None:
        return None
    return found["owner"].lower()


def says_country(victims: str) -> bool:
    """Whether words for victims (lower case) name those of one country: "six Norland nationals"."""
    return any(country_of_adjective(word.capitalize()) is not None for word in victims.split())
