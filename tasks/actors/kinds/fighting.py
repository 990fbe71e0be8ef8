"""What shows, anywhere in the article, that a body fights: an armed group, whatever its head noun says.

A "party" or a "movement" may fight, an acronym says nothing.  Told by all sightings together: "X rebels",
"fighters of X", "X, a militant group", "X was designated a terrorist organisation", "the X ambushed".
"""

from __future__ import annotations

from tasks.actors.context.sightings import Form, kind_behind
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.actor_entries import country_in

_UNSURE = frozenset(("organisation", "unknown"))
_HEADED = frozenset(("head", "bracket"))  # its words or its letters say what it is
_GANGS = frozenset(("cartel", "gang", "mafia", "militia", "syndicate"))
_UNITS = frozenset(("battalion", "brigade", "regiment"))
_AIR = frozenset(("air", "fighter", "squadron", "wing", "flying", "group"))
_MAY_FIGHT = _UNSURE | {"armed_group", "party", "military", "civilians"}


def as_fighting(form: Form, decision: Decision) -> Decision:
    """Return what a form names, an armed group where the article shows it fighting for no state.

    Args:
        form: all sightings of the name.
        decision: what its words and its surroundings say else.
    """
    if decision.kind in _UNSURE and (behind := _told_behind(form)) is not None:
        return behind
    is_open = decision.kind in _UNSURE or decision.rule == "no_evidence"
    if decision.rule == "known" or not (is_open or decision.kind in _MAY_FIGHT):
        return decision
    if decision.kind is not None and form.count("rebel") and not _is_states(form, decision):
        return decided("armed_group", "rebel")
    if is_open and (form.count("outlawed") or (_has_deed(form, decision.rule) and not _has_country(form))):
        return decided("armed_group", "deeds")
    return decision


def _told_behind(form: Form) -> Decision | None:
    """Return what the noun behind a name makes of it: "the Xenda gang", "the Xenda regiment"."""
    nouns = {noun for seen in form.sightings if (noun := kind_behind(seen))}
    if nouns & _GANGS:
        return decided("armed_group", "noun_behind")
    return decided("military", "noun_behind") if nouns & _UNITS else None


def _is_states(form: Form, decision: Decision) -> bool:
    return decision.kind == "military" and (_has_country(form) or _flies(form))


def _has_country(form: Form) -> bool:
    return country_in([word.text for word in form.words]) is not None


def _has_deed(form: Form, rule: str) -> bool:
    """Say whether the article tells that a body with an article did what armed groups do."""
    if rule in _HEADED or not form.count("article"):
        return False
    fewest = 1 if len(form.words) > 1 or form.text[-1] == "s" else 2  # "the Zara attacked" may be a ship
    return form.count("violent") >= fewest


def _flies(form: Form) -> bool:
    """Say whether a unit has aircraft: its "fighters" are no people."""
    return any(map(str.isdigit, form.text)) or not _AIR.isdisjoint(form.lower)
