"""What stands around what a content says: how sure one is, that he stresses it, what it answers."""

from __future__ import annotations

import re
from functools import cache

from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.sifted import Signs

_SURE = late_pattern(
    r"^[\"“‘']?(?:(?:it|they|we|i|he|she|there) (?:is|are|was|were|am|have|has|had) )?"
    r"(?:\w+ |[\d.]+ percent )?[\"“]?"
    r"(?:certain|sure|convinced|clear|evident|obvious|confident|evidence|proof|no doubt)"
    r" (?:that (?=\w+ \w+ \w+)|(?=there |its |the ))",
    re.IGNORECASE,
)
_KNOWN = late_pattern(
    r"^[\"“‘']?(?:(?:(?:we|i) (?:know|believe|think)|(?:he|she) (?:believed|believes|was convinced)) that"
    r"|(?:we|i) believe(?= it (?:was|is) ))"
    r" (?=\w+ \w+ \w+)",
    re.IGNORECASE,
)
_STRESSED = late_pattern(
    r"^[\"“‘']?(?:the )?(?:\w+ ){1,3}?(?:stresses|emphasi[sz]es|insists|maintains|reiterates|asserts)"
    r" (?:that )?(?=it |its )",
    re.IGNORECASE,
)
_IT_WAS_THEY = late_pattern(
    r"^[\"“‘']?it (?:was|is) ((?:the |(?-i:[A-Z]))(?:[\w-]+ ){0,2}?[\w-]+) (?:that|who|which) (?=\w+ \w+)",
    re.IGNORECASE,
)

_MOTIVE = late_pattern(  # "the attack was in retaliation for the killing of two men by the OPC"
    r"\b(?:retaliation|reprisals?|retribution|revenge|vengeance) for (?=\w+ \w+)",
    re.IGNORECASE,
)


_SUFFERED = late_pattern(  # "his wife had her throat cut" did nothing
    r"\bhad (?:their|his|her) [\w-]+ (?=(?:\w+ed|cut|slit|shot|burnt)\b)"
)


_MISHAP = late_pattern(  # who runs on them does no harm to anybody
    r"\b(?:hit|hits|struck) (?=an? (?:[\w-]+ ){0,2}(?:mine|landmine|reef|rock|iceberg|shoal|sandbank)\b)"
)
_UNKNOWN = late_pattern(
    r"^[\"“‘']?it(?:['’]s| is| was| remains| remained) (?:still |yet )?"
    r"(?:not (?:yet |immediately )?(?:clear|known|certain)|unclear|unknown|too (?:early|soon))\b",
    re.IGNORECASE,
)


def says_unknown(content: str) -> bool:
    """Tell whether a content only says that something is not known: "it was not clear if they had fired"."""
    return content[:3].lower().lstrip("\"“‘'").startswith("it") and _UNKNOWN.match(content) is not None


def without_suffered(content: str) -> str:
    """Return a content in which what befalls somebody is suffered: "had her throat cut", "struck a mine"."""
    content = _MISHAP.sub("met ", content) if " a" in content else content
    return _SUFFERED.sub("were ", content) if " had " in content else content


def without_motive(content: str) -> str:
    """Return a content without the deed that is avenged: it is told, and nobody is accused of it."""
    motive = _MOTIVE.search(content) if " for " in content else None
    return content if motive is None else f"{content[: motive.end()]}it"


@cache
def _preambles() -> Signs:
    return Signs(*(preamble.pattern for preamble in (_SURE, _KNOWN, _STRESSED, _IT_WAS_THEY)))


def without_preamble(content: str) -> str:
    """Return a content from where it says something, for telling its type.

    "We are certain that X did it" and "it was X that did it" both say that X did it.
    """
    if not _preambles().stand_in(content):  # mostly
        return content
    for preamble in (_SURE, _KNOWN, _STRESSED):
        stands = preamble.match(content)  # a substitution would look for "^" at each letter
        content = content if stands is None else content[stands.end() :]
    they = _IT_WAS_THEY.match(content)
    if they is None:
        return content
    named = they[1]
    blamed = f"the other {named[4:]}" if named.startswith("the ") else named  # "it was" singles them out
    return f"{blamed} {content[they.end() :]}"
