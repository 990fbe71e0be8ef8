"""A person's name behind what the person is: "The harbour minister, | NAME", "One bystander, | NAME".

Names that look like places, months or other words ("Hill", "Jan") are known by nothing else.
"""

from __future__ import annotations

from tasks.actors.claimants.speaker_kinds import head_words
from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import heads, titles
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.lexicons.late_pattern import late_pattern

_NAMED = late_pattern(
    r"(?P<what>[^,]*[^\W\d_])(?P<comma>,)? "
    r"(?P<name>[A-ZÀ-Þ][a-zß-ÿ'’-]+(?: [A-ZÀ-Þ]\.)?"
    r"(?:(?: (?:bin|ibn|de|du|van|von|el|al|la) | )(?:[a-z]{1,3}|)[A-ZÀ-Þ][\w'’-]*[a-zß-ÿ]){1,3})$"
)
_OF_PLACE = late_pattern(r"\b(?:from|in|at|near|of|outside) (?:the )?[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*$")
_HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "lady", "lord"})


def name_behind(words: str) -> str | None:
    """Return the person's name that closes a speaker's words and that what stands before it describes."""
    found = _NAMED.match(words)
    if found is None or _OF_PLACE.search(found["what"]) is not None:
        return None
    last = found["name"].split()[-1]
    if last in countries().names or heads().get(last.lower(), "person") not in ("person", "unknown"):
        return None
    head = head_words(found["what"])
    if not head or not _is_one(head[-1]):
        return None
    described = found["what"].split()
    if found["comma"] is None and (len(head) < len(described) or not described[-1].islower()):
        return None  # "rower NAME", but not "the mother of soldier NAME"
    return found["name"]


def _is_one(noun: str) -> bool:
    return noun in titles() or IS_PERSON_NOUN[noun]


def surname_of(words: str) -> str:
    """Return the surname of "Mr X" or "Senator X", words as they are elsewhere."""
    before, _, last = words.rpartition(" ")
    titled = before.lower() in _HONORIFICS or (before != "" and before.lower() in titles())
    return last if titled and last[:1].isupper() else words


def is_honoured(words: str) -> bool:
    """Say whether words begin with "Mr", "Dr" or the like: a person."""
    first, _, rest = words.partition(" ")
    return first.lower() in _HONORIFICS and all(part.isalpha() and part[0].isupper() for part in rest.split())
