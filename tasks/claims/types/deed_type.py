"""The type of a claim whose wording tells none: from the deeds of its content and from who speaks.

In this order: what the claimant's own side did, did not do or will do, before what another side did.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tasks.claims.cues.cue_words import type_words
from tasks.claims.cues.draft import Draft
from tasks.claims.types.deed import Deed
from tasks.claims.types.deed_doer import stem
from tasks.claims.types.misdeeds import may_misdo
from tasks.claims.types.office_claimants import is_of_media, is_of_office, is_of_police
from tasks.claims.types.told_deeds import deed_words, deeds_of
from tasks.claims.types.whose_troops import tells_of_troops, without_place_sent_to
from tasks.claims.types.wrongs import may_wrong, names_side, wronged_by
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.load import load
from tasks.model.claim import ClaimType

_MOST_SPEAKERS = 4096  # whose words are kept: the same speak again, in an article and elsewhere
_ASKED = frozenset({"report", "preposition", "finding", "admission", "assessment", "belief"})
_OWNING = frozenset(
    {"admit", "acknowledge", "confirm", "concede", "accept", "confess", "recognise", "recognize"}
)
_SUFFERING = frozenset(
    {"prisoners", "prisoner", "detainees", "detainee", "inmates", "migrants", "protesters"}
)
_TOLD = frozenset({"report", "preposition"})
_OPENING = frozenset({"postposed", "said_quote", "inverted"})
_NAMES = late_pattern(r"[A-Z][\w’'-]+")
_WORDS = late_pattern(r"[\w’'-]+")


def type_by_deeds(draft: Draft, content: str, speaker: str) -> ClaimType | None:
    """Return the type that the deeds of a content give a claim; None where they give none.

    Args:
        draft: the claim.
        content: its words.
        speaker: the claimant's words.
    """
    if draft.cue_class == "promise":
        return _promised(draft, content, speaker)
    if draft.cue_class not in _ASKED and draft.lemma != "describe":
        return None
    if not type_words("teller").isdisjoint(_words(speaker)) or is_of_media(speaker):
        return None  # who only tells takes no side
    told = said_words(content.lower())
    is_deed = draft.cue_class in _ASKED and (not deed_words().isdisjoint(told) or may_misdo(told))
    is_wrong = (draft.cue_class in _TOLD or draft.lemma == "describe") and may_wrong(told)
    if not (is_deed or is_wrong) or _RETOLD.match(content):
        return None
    found = _by_deeds(draft, content, speaker) if is_deed else None
    return _by_wrongs(draft, content, speaker) if found is None and is_wrong else found


def _promised(draft: Draft, content: str, speaker: str) -> ClaimType | None:
    """Return "threat" where harm is promised: "swore that he would hang them", "vowed to hang them"."""
    words = content.lower().split()
    if words[:1] == ["to"] and not type_words("harm_form").isdisjoint(words[1:3]):
        return "threat"
    deeds = _deeds(draft, content, speaker)
    return "threat" if any(deed.is_to_come and deed.doer == "own" for deed in deeds) else None


def _by_wrongs(draft: Draft, content: str, speaker: str) -> ClaimType | None:
    """Return "accusation" where a content says that others than the claimant's side wronged people."""
    suffered = not (type_words("witness") | _SUFFERING).isdisjoint(_words(speaker))
    whose = wronged_by(content, _names(speaker), opens=draft.rule in _OPENING, suffered=suffered)
    if whose is None or whose == "own":
        return None
    of_own = whose == "kind" and speaks_for_state(speaker) and tells_of_troops(content)
    if of_own or (whose != "other" and is_of_police(speaker)):
        return None  # a commander tells of "troops"; who investigates crimes blames nobody
    return "accusation"


def _by_deeds(draft: Draft, content: str, speaker: str) -> ClaimType | None:
    deeds = _deeds(draft, content, speaker)
    if any(deed.is_to_come and deed.doer == "unnamed" for deed in deeds) and _CONDITION.search(content):
        return "threat"  # "the town would be burned if it did not surrender"
    is_state = speaks_for_state(speaker)
    is_witness = not type_words("witness").isdisjoint(_words(speaker))
    for deed in deeds:
        if deed.doer == "own" and deed.is_done and is_witness:
            continue  # "they" are not the villagers who speak
        if deed.doer == "own" and deed.person and is_of_office(speaker):
            continue  # "he" is no department
        if deed.is_misdeed and is_of_police(speaker) and not names_side(content):
            continue  # who investigates crimes tells what a suspect did
        if content.startswith("to have ") and not deed.is_named:
            continue  # "claimed to have killed twenty soldiers" counts a battle
        found = (
            _own(deed, draft, content, speaker)
            if deed.doer == "own"
            else _others(deed, is_state=is_state, suffers=is_witness)
        )
        if found is not None:
            return found
    return None


def own_deed_type(draft: Draft, content: str, speaker: str) -> ClaimType | None:
    """Return the type of a content that names a deed of the claimant's own side alone; else None.

    A state that tells what its forces did, and owns nothing, states it.
    """
    if not type_words("witness").isdisjoint(_words(speaker)):
        return None
    told = _deeds(draft, content, speaker)
    deeds = [d for d in told if (d.is_done or d.is_meant) and (d.is_named or d.on_victims)]
    if not deeds or deeds[0].doer != "own" or deeds[0].person or any(d.doer == "other" for d in deeds):
        return None
    return _own(deeds[0], draft, content, speaker) or "statement"


def tells_of_own_hand(draft: Draft, content: str, speaker: str) -> bool:
    """Tell whether one who is no official says that he himself ("he", "she", "I") harmed people."""
    if content[:1] not in "hHsSiI" or speaks_for_state(speaker) or is_of_office(speaker):
        return False
    told = _deeds(draft, content, speaker)
    first = next((deed for deed in told if deed.is_done), None)
    return first is not None and first.doer == "own" and first.person and first.on_victims


def _deeds(draft: Draft, content: str, speaker: str) -> tuple[Deed, ...]:
    if content.startswith("to have "):
        content = f"it had {content[8:]}"  # "claimed to have planted the bomb"
    return deeds_of(content, _names(speaker), opens=draft.rule in _OPENING or content[:1] in "\"“‘'")


@lru_cache(maxsize=_MOST_SPEAKERS)
def _names(speaker: str) -> frozenset[str]:
    """Return the stems of what the claimant's own side may be called."""
    speaker = without_place_sent_to(speaker)
    sides = [word for name in re.split(r"[\s-]", speaker) if (word := name.lower()) in _sides()]
    names = frozenset(map(stem, _NAMES.findall(speaker))) - _COMMON | frozenset(map(stem, sides))
    for name in _NAMES.findall(speaker):
        names |= _of_country().get(name, frozenset())
    if _SPOKEN_FOR.isdisjoint(_words(speaker)):
        return names
    return names | _BODIES if speaks_for_state(speaker) else names | _BODIES | _FIGHTING


@lru_cache(maxsize=256)  # of a content its wordings and its deeds ask
def said_words(content: str) -> frozenset[str]:
    """Return the words of a content."""
    return frozenset(_WORDS.findall(content))


@lru_cache(maxsize=_MOST_SPEAKERS)
def _words(speaker: str) -> frozenset[str]:
    """Return a claimant's words in lower case."""
    return frozenset(_WORDS.findall(speaker.lower()))


@lru_cache(maxsize=_MOST_SPEAKERS)
def speaks_for_state(speaker: str) -> bool:
    """Tell whether a claimant's words are those of an office or force of a state."""
    lowered = speaker.lower().removeprefix("the ")
    if lowered in _states():
        return True
    said = frozenset(_WORDS.findall(lowered))
    return (
        not type_words("state").isdisjoint(said) and _OF_GROUPS.isdisjoint(said) and lowered not in _groups()
    )


@cache
def _groups() -> frozenset[str]:
    """Return the names of the world's armed groups, of which some are called an army."""
    return frozenset(
        name.lower()
        for row in load("armed_groups")
        for name in (row["name"], *row["alternatives"].split(";"))
        if name
    )


@cache
def _of_country() -> dict[str, frozenset[str]]:
    """Return, for each name of a country and its people, the stems of the others ("France", "French")."""
    found: dict[str, frozenset[str]] = {}
    for row in load("countries"):
        names = [row["name"], *row["alternatives"].split(";"), *row["adjectives"].split(";")]
        stems = frozenset(stem(name) for name in names if name and " " not in name)
        for name in names:
            found[name] = found.get(name, frozenset()) | stems
    return found


@cache
def _states() -> frozenset[str]:
    """Return the names of states, and the capitals that stand for them ("Valdoria said")."""
    columns = ("name", "alternatives", "capitals")
    return frozenset(
        name.lower().removeprefix("the ")
        for row in load("countries")
        for column in columns
        for name in row[column].split(";")
        if name
    )


@lru_cache(maxsize=_MOST_SPEAKERS)
def is_armed_group(speaker: str) -> bool:
    """Tell whether a claimant's words are those of an armed group ("the rebels", "the ABC")."""
    if speaks_for_state(speaker):
        return False
    words = _WORDS.findall(speaker)
    if speaker.lower().removeprefix("the ") in _groups():
        return True
    return any(len(word) > 2 and word.isupper() for word in words) or not type_words("party").isdisjoint(
        word.lower() for word in words
    )


def tells_of_himself(content: str, speaker: str) -> bool:
    """Tell whether who did a deed of one's own side is the claimant himself, not a group that boasts."""
    if content[:3].lower() == "it ":
        return False  # "a man who spoke for the front said it had planted the bomb"
    return _is_suspect(speaker) and _GROUPS.isdisjoint(content.split())


@lru_cache(maxsize=_MOST_SPEAKERS)
def _is_suspect(speaker: str) -> bool:
    words = _words(speaker)
    return not type_words("suspect").isdisjoint(words) and type_words("state").isdisjoint(words)


_COMMON = frozenset(
    map(stem, ("the", "ministry", "minister", "president", "army", "general", "police", "defence", "african"))
)
_RETOLD = late_pattern(
    r"[\"“]?(?:[\w-]+ ){0,2}(?:claims?|allegations?|reports?|accounts?|statements?|accusations?|rumou?rs?) ",
    re.I,
)
_OF_GROUPS = frozenset(
    {"islamic", "liberation", "resistance", "revolutionary", "faction", "provisional", "lord's"}
)
_GROUPS = frozenset(
    {"group", "organisation", "organization", "movement", "front", "faction", "army", "brigade"}
)
_SINGULAR = frozenset({"rebel"})
_SPOKEN_FOR = frozenset(
    {"spokesman", "spokesperson", "spokeswoman", "leader", "leaders", "commander", "statement"}
)
_BODIES = frozenset(f"the {stem(w)}" for w in ("group", "organisation", "movement", "front", "faction"))
_FIGHTING = frozenset(
    f"the {stem(w)}" for w in ("rebels", "fighters", "guerrillas", "militants", "mujahideen")
)
_CONDITION = late_pattern(
    r"\b(?:if|unless|until|anyone|those who|whoever|any|every|all|each|wherever)\b", re.IGNORECASE
)


@cache
def _sides() -> frozenset[str]:
    return type_words("party") | _SINGULAR


def _own(deed: Deed, draft: Draft, content: str, speaker: str) -> ClaimType | None:
    if deed.is_denied:
        return "denial"
    if deed.is_to_come:
        return "threat"
    if deed.is_meant:
        owned = content.startswith("to have ") and not speaks_for_state(speaker)
        return "admission" if owned or tells_of_himself(content, speaker) else None
    if not deed.is_done:
        return None
    if deed.is_misdeed:
        return "admission"
    if deed.person or tells_of_himself(content, speaker):
        return "admission"
    if not speaks_for_state(speaker):
        return "responsibility"
    return "admission" if deed.on_victims and draft.lemma in _OWNING else None


def _others(deed: Deed, *, is_state: bool, suffers: bool) -> ClaimType | None:
    if deed.is_denied and deed.on_victims and deed.doer == "unnamed":
        return "denial"
    if deed.is_misdeed:
        return "accusation" if deed.is_done and deed.doer in ("other", "kind") else None
    blamed = deed.doer == "other" or (
        deed.doer == "kind" and (deed.is_named or not is_state)
    )  # police: "militants had"
    wrongs = deed.is_wrong or (suffers and deed.on_victims)  # whose homes they were tells no news of a war
    if deed.is_done and blamed and wrongs:
        return "accusation"
    return None
