"""References back: pronouns and "the group", "the ministry", "the spokesman".

A reference is resolved only where what came before leaves one candidate: the nearest claimant or subject
that agrees.  Otherwise it stays open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import context, heads, titles
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL, IS_PERSON_NOUN
from tasks.model.actor import Actor, ActorKind, Mention
from tasks.model.order import SPAN_START

SINGULAR_PERSON = frozenset(("he", "she"))
PLURAL = frozenset(("they", "both", "who"))
THING = frozenset(("it", "which", "itself"))
REACH = 300  # mentions before a description among which it may find what it refers to
PRONOUNS = SINGULAR_PERSON | PLURAL | THING
_GROUPS: frozenset[ActorKind] = frozenset(("armed_group", "party", "organisation", "unknown"))
_GROUP_NOUNS = context("group_nouns")
_ORGANISATIONS = frozenset(("organisation", "organization"))
_WATCHERS: frozenset[ActorKind] = frozenset(("monitor", "international"))
_ANY_MEDIA = frozenset((("media",), ("press",)))
_AGENCIES: frozenset[ActorKind] = frozenset(("media", "international", "government", "organisation"))
_WATCHING = frozenset(("watchdog", "monitor", "observatory"))
_WATCHING_GROUPS = (
    ["monitoring", "group"],
    ["rights", "group"],
    ["monitoring", "organisation"],
    ["war", "monitor"],
)
_OPENS_MORE = frozenset({"of", "in", "from", "for", "at", "on", "who", "with", "and"})
_SEVERAL = frozenset(
    {"officials", "sources", "medics", "witnesses", "residents", "experts", "analysts", "forces"}
)
_NEAR = 8  # actors
SAYINGS = context("sayings")
_ONE = ("one ", "another ", "a ", "an ")
_PLURAL_ENDS = frozenset(("police", "people", "media"))


def is_plural(actor: Actor) -> bool:
    """Say whether "they" can stand for the actor: any group, but no single person or state."""
    last = actor.name.split()[-1].lower()
    return actor.kind not in ("person", "state") or last.endswith("s") or last in _PLURAL_ENDS


def agrees(pronoun: str, actor: Actor) -> bool:
    """Say whether a pronoun can stand for the actor."""
    if pronoun in SINGULAR_PERSON and " and " in actor.name and not _is_one_person(actor):
        return False  # "the envoy Ada Quist and the mayor Ben Vell" are no "he"
    if pronoun in SINGULAR_PERSON:
        return actor.kind == "person" or _is_one_person(actor)
    if pronoun in PLURAL:
        return is_plural(actor)
    if actor.kind == "unknown" and pronoun in THING and actor.name.lower().startswith(_ONE):
        return False  # "one woman" is no "it"
    if pronoun == "it" and _are_several(actor):
        return False  # nor are "army officials"
    return actor.kind != "person" and not _is_one_person(actor) and actor.kind != "civilians"


def _are_several(actor: Actor) -> bool:
    """Say whether the words mean several people without a name: "harbour officials", "army sources"."""
    words = actor.name.split()
    cut = next((i for i, w in enumerate(words) if i and w in _OPENS_MORE), len(words))
    last = words[cut - 1].lower()
    return last in (words[cut - 1], words[0].lower()) and (IS_AGENT_PLURAL[last] or last in _SEVERAL)


def _is_one_person(actor: Actor) -> bool:
    """Say whether the words mean one unnamed person: "police official", "spokesman for the groups"."""
    words = actor.name.lower().split()
    if actor.name.islower() and len(words) < 3 and IS_PERSON_NOUN[words[-1]]:
        return True  # "caller", "young woman"
    for size in (1, 2, 3):
        for start in range(max(0, len(words) - size + 1)):
            if words[start + size : start + size + 1] in (
                [],
                ["for"],
                ["of"],
                ["in"],
                ["from"],
                ["to"],
                ["with"],
            ):
                return " ".join(words[start : start + size]) in titles()
    return False


def nearest(pronoun: str, actors: Iterable[Actor]) -> Actor | None:
    """Return the first of the actors, nearest first, that the pronoun can stand for."""
    return next((a for a in actors if agrees(pronoun, a)), None)


def definite(
    words: Sequence[str], before: Iterable[Actor], position: Mapping[str, str | None]
) -> Actor | None:
    """Return the actor that "the <words>" refers back to, or None.

    Args:
        words: the description in lower case without "the".
        before: actors mentioned before it, nearest first.
        position: each actor's office.
    """
    noun = words[-1]
    if tuple(words) in _ANY_MEDIA:
        return None  # no paper named before
    nearest_first = list({a.key: a for a in before}.values())
    if noun in _WATCHING or words[-2:] in _WATCHING_GROUPS:
        watchers = [a for a in nearest_first if a.kind == "monitor" and any(map(str.isupper, a.name))]
        return watchers[0] if len(watchers) == 1 else None  # "the Osk-based watchdog"
    if noun == "agency" and words[:-1] in ([], ["news"]):
        bodies = (a for a in nearest_first if a.kind in _AGENCIES and any(map(str.isupper, a.name)))
        first = next(bodies, None)
        return first if first is not None and first.kind == "media" else None  # "AFP said. The agency"
    if len(words) <= 2 and noun in _GROUP_NOUNS:
        if noun in _ORGANISATIONS and any(a.kind in _WATCHERS for a in nearest_first[:_NEAR]):
            return None  # who watches and who fights are both called so
        fits = [a for a in nearest_first if a.kind in _GROUPS and any(map(str.isupper, a.name))]
        armed = [a for a in fits if a.kind == "armed_group"]
        if len(fits) > 1 and len(armed) == 1 and noun not in _ORGANISATIONS:
            return armed[0]  # the only one of those named that is surely called so
        return fits[0] if fits and (len(fits) == 1 or fits[0].kind == "armed_group") else None
    if noun in titles() or " ".join(words) in titles():
        people = [a for a in nearest_first if a.kind == "person" and _has_office(position.get(a.key), words)]
        return people[0] if len(people) == 1 else None
    if noun in heads():
        same = [a for a in nearest_first if _head_is(a, words)]
        return same[0] if len(same) == 1 else None
    same = [
        a for a in nearest_first if fold(a.name).split()[-1:] == [noun] and len(a.name.split()) > len(words)
    ]
    return same[0] if len(same) == 1 else None


def _has_office(office: str | None, words: Sequence[str]) -> bool:
    held = fold(office or "").split()
    if list(words) == ["general"] and "commander in chief" in fold(office or ""):
        return True  # whatever the rank
    return words[-1] in held and ("chief" not in words or "chief" in held)  # a chief minister is no minister


def _head_is(actor: Actor, words: Sequence[str]) -> bool:
    """Say whether the actor's name has the described noun for its head, and every other described word."""
    for name in (actor.name, *actor.aliases):
        folded = fold(name)
        if words[-1] not in folded:  # nearly always
            continue
        parts = folded.split()
        if len(parts) <= len(words):
            continue
        cut = next((i for i, w in enumerate(parts) if w in {"of", "for", "in", "on"} and i), len(parts))
        if parts[cut - 1] == words[-1] and all(w in parts for w in words):
            return True
    return False


def mentioned_before(mentions: Sequence[Mention], actors: Mapping[str, Actor], offset: int) -> list[Actor]:
    """Return the actors of the last mentions before an offset, the nearest first, each once."""
    end = bisect_left(mentions, offset, key=SPAN_START)
    recent = [m.actor for m in mentions[max(0, end - REACH) : end] if m.span.end <= offset]
    return [actors[key] for key in dict.fromkeys(reversed(recent))]


def is_so_described(words: str, actor: Actor) -> bool:
    """Say whether the names before the noun of "the XYZ member" belong to a person: nobody else's member."""
    if actor.kind != "person":
        return True
    known = set(fold(f"{actor.name} {actor.position or ''}").split())
    return all(fold(word) in known for word in words.split()[1:-1] if word[:1].isupper())
