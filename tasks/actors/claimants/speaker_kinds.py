"""What an unnamed speaker is, by the head noun of the words for them and the body they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import collectives, context, heads, titles
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.model.actor import ActorKind

_EMBEDS = context("embeds") | {"in", "close", "at"}
_MADE = frozenset(
    (
        "released",
        "published",
        "issued",
        "written",
        "made",
        "calling",
        "called",
        "known",
        "named",
        "identified",
    )
)
_GROUPS = frozenset(
    ("factions", "groups", "militias", "networks", "organisations", "organizations", "parties")
)
_FAITHS = context("faiths")
CIVILIANS = 7  # ACLED's actor code, which the head noun of an unnamed speaker tells of them alone
_OF_A_BODY = frozenset(("officials", "officers", "diplomats"))  # of whatever body is named beside them
_OF_OFFICE: dict[str, ActorKind] = {"office": "government", "rank": "military"}
_OF_OFFICIALS: dict[str, ActorKind] = {  # by the kind of the body that they are of
    "state": "government", "government": "government", "military": "government", "party": "party",
    "armed_group": "armed_group", "international": "international",
}  # fmt: skip
_ONE_OF = re.compile(
    r"(?:one|another) of (?:the|his|her|its|their) (?:[\w-]+ )?(?P<noun>\w+)s\b", re.IGNORECASE
)
_INCLUDING = re.compile(r",? (?:including|such as|among them)\b")
_NO_PERSON = frozenset({"caller", "estimate"})  # who calls speaks for others
_COUNTED = re.compile(r"\bgroup of (?:\d|[a-z]+ (?:people|men|women|residents|citizens)\b)")


def head_words(words: str) -> list[str]:
    """Return the words up to the head noun in lower case: "hospital sources" of "hospital sources in Osk"."""
    lower, written = words.lower().split(), words.split()
    cut = next((i for i, w in enumerate(lower) if i and (w in _EMBEDS or w in _MADE)), len(lower))
    listed = (i for i in range(1, cut) if lower[i - 1] in _GROUPS and written[i][0].isupper())
    cut = next(listed, cut)  # "the militant groups | X and Y"
    return [w.strip(",") for w in lower[:cut]]


def _kind_of_compound(head: Sequence[str]) -> ActorKind:
    """Return the kind of a body that two or three words name: a "city council", a "bus company"."""
    several = [*head[:-1], head[-1].removesuffix("s")] if head else []
    phrases = (one[-size:] for size in (3, 2) if size <= len(head) for one in (head, several))
    found = (heads().get(" ".join(phrase), "unknown") for phrase in phrases)
    return next((kind for kind in found if kind != "unknown"), "unknown")


def kind_of_words(words: str, whole: ActorKind | None = None) -> ActorKind:
    """Return the kind of an unnamed speaker from the head noun.

    One who holds a title or plays a part is a person: "a police official", "an eyewitness". Several who hold
    an office are of the government, several of a rank of the army ("two generals"), but of the
    armed group whose they are.

    Args:
        words: who speaks, without an article: "senior YPG commanders".
        whole: the kind of the body that the words say they belong to.
    """
    words = _INCLUDING.split(words, maxsplit=1)[0]
    head = head_words(words)
    noun = head[-1] if head else ""
    compound = _kind_of_compound(head)
    if compound != "unknown":
        return compound
    if noun in collectives() and noun not in _OF_A_BODY:
        return collectives()[noun][0]
    if noun == "officials":
        return _OF_OFFICIALS.get(whole or "government", "unknown")
    if heads().get(noun) == "media":
        return "media"  # "an official report released by the Office of X"
    if noun in titles() or _is_one_of_them(words) or _is_titled(words):
        return "person"
    if noun.removesuffix("s").capitalize() in _FAITHS or noun.capitalize() in countries().plurals:
        return "civilians"  # "many Catholics", "most Norlanders"
    own = None if noun == "leaders" else _OF_OFFICE.get(titles().get(noun.removesuffix("s"), ""))
    if own is not None:
        return "armed_group" if whole == "armed_group" else own
    kind = heads().get(noun, heads().get(noun.removesuffix("s"), "unknown"))
    if kind == "unknown" and IS_PERSON_NOUN[noun] and noun not in _NO_PERSON:
        return "person"  # "a young woman", "an ambulance technician"
    return "unknown" if kind == "armed_group" and _COUNTED.search(words) is not None else kind


def _is_one_of_them(words: str) -> bool:
    """Say whether the words mean one of several people: "one of the passengers"."""
    found = _ONE_OF.match(words)
    return found is not None and found["noun"].lower() in titles()


def _is_titled(words: str) -> bool:
    """Say whether the words end in a name behind a title: "Norland's Prime Minister Ana Vell"."""
    *before, last = words.split()
    small = [word.lower() for word in before[:-1]]
    return last[0].isupper() and _GROUPS.isdisjoint(small) and any(word in titles() for word in small)
