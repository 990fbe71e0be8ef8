"""What the other words of a body's name make of its head's usual kind: "Armed Group", "21st Army Group"."""

from __future__ import annotations

from tasks.actors.known.name_words import context
from tasks.actors.names.written import is_ordinal
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL
from tasks.model.actor import ActorKind

# "Alliance", "League", "Union" are a party's only beside what it stands for.
_UNIONS = frozenset(("alliance", "league", "union", "bloc"))
_CAUSES = context("party_causes")
_TASKS_OF_A_PARTY = context("tasks_of_a_party")  # "Landing Party" is no party of politics
# "Agency", "Examiner" are media, but not beside what an office of state looks after.
_OFFICES = frozenset(("agency", "examiner", "community"))
_DUTIES = context("duties")
_OF_STATES = frozenset(("state", "national", "federal", "central"))
_OF_SEVERAL = frozenset(("un", "au", "eu", "nato", "osce", "european", "african", "international"))  # states
_OF_NEWS = frozenset(("news", "press", "information", "media"))
_SIZES = frozenset(("battalions", "brigades", "legion", "militia", "regiments", "squadrons", "units"))
# What a "Group" of an army is formed of or for: "21st Army Group", "3rd Escort Group".
_ARMS = context("arms")
_SERVICES = frozenset(("ambulance", "emergency", "fire", "medical", "rescue"))
_COURTS = frozenset(("appellate", "appeal", "court", "judicial"))
_OF_REBELS = frozenset(("liberation", "resistance", "republican", "free", "revolutionary"))
_OF_A_STATE = frozenset(("national", "supreme"))


def refined(kind: ActorKind, lower: list[str], head: str) -> ActorKind:
    """Return the kind that the other words of the name make of its head's usual one."""
    if kind == "unknown":
        return "organisation"
    if kind == "party" and head in _UNIONS and (not _CAUSES & set(lower) or _is_of_trade(lower)):
        return "organisation"
    if head in _OFFICES and _OF_NEWS.isdisjoint(lower) and not (_DUTIES | _OF_STATES).isdisjoint(lower):
        return "government"
    return _of_arms(kind, lower, head) or _of_states(kind, lower, head) or kind


def _is_of_trade(lower: list[str]) -> bool:
    """Say whether a union is of those who do one thing: "National Union of Writers"."""
    return "of" in lower[:-1] and IS_AGENT_PLURAL[lower[lower.index("of") + 1]]


def _of_arms(kind: ActorKind, lower: list[str], head: str) -> ActorKind | None:
    """Return the kind of who fights, or of who only is called as those who do."""
    first = lower[0]
    if head == "party" and lower[-2:-1] and lower[-2] in _TASKS_OF_A_PARTY:
        return "military"
    if head == "watch" and first[0].isdigit():
        return "military"  # "42nd Black Watch"
    if kind == "armed_group" and _is_of_an_army(lower, head):
        return "international" if first == "un" else "military"
    if head in ("militia", "militias"):
        return "armed_group"
    if head == "units":
        return "armed_group" if _SERVICES.isdisjoint(lower) else "organisation"
    if head in ("army", "force", "forces") and not _OF_REBELS.isdisjoint(lower):
        return "armed_group"
    return None


def _of_states(kind: ActorKind, lower: list[str], head: str) -> ActorKind | None:
    """Return the kind of a court, and of the councils and commissions of a state or of several."""
    first = lower[0]
    if head == "division" and not _COURTS.isdisjoint(lower):
        return "government"
    if head == "security council" and not _OF_A_STATE.isdisjoint(lower):
        return "government"
    if head in ("council", "commission", "assembly", "committee", "organisation", "organization", "mission"):
        if "nations" in lower or first in _OF_SEVERAL:
            return "international"
        return "organisation" if kind in ("armed_group", "international") else kind
    return None


def _is_of_an_army(lower: list[str], head: str) -> bool:
    """Say whether a unit's number, or what a "Group" is formed of, shows it to be an army's."""
    if head in _SIZES:
        return is_ordinal(lower[0])  # "2nd Battalions"
    if head != "group":
        return False
    return not _ARMS.isdisjoint(lower) and not (lower[0] == "armed" or "islamic" in lower)
