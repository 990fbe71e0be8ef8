"""Bodies that stand behind their people and shops: "a researcher from X University", "a X dealership"."""

from __future__ import annotations

from tasks.actors.context.sightings import Form, Sighting
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.name_words import context, heads, name_words
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL, IS_PERSON_NOUN

_FOREIGN_HEADS = context("foreign_heads")
_UNIVERSITY = "university"
_OF_PEOPLE = frozenset(("from", "of", "at"))
_ARTICLES = frozenset(("a", "an", "the"))
_SHOPS = frozenset(("dealership", "showroom", "franchise"))
_BANKS = frozenset(("west", "east", "north", "south", "left", "right", "river", "food", "blood"))


def affiliated(form: Form, page: str | None) -> Decision | None:
    """A university whose people speak or act, a make by whose name a shop is called, a bank."""
    if _UNIVERSITY in form.lower and any(map(_has_people, form.sightings)):
        return decided("organisation", "affiliation")
    is_headed = len(form.lower) > 1 and form.lower[0] in _FOREIGN_HEADS and form.lower[1] not in heads()
    if is_headed and not form.count("place") and not form.count("person"):
        return decided("organisation", "foreign_head")  # "Fundación X"
    if all(map(_is_of_shop, form.sightings)):
        return decided("organisation", "shop")
    is_bank = len(form.lower) > 1 and form.lower[-1] == "bank" and form.lower[-2] not in _BANKS
    if is_bank and form.count("indefinite") and name_words().get(form.lower[0]) != "place":
        return decided("organisation", "shop")  # "a Velk Bank"
    return None


def _has_people(seen: Sighting) -> bool:
    """Say whether people stand before a university: "students from X University"; or who speaks."""
    if "in_claimant" in seen.evidence:
        return True
    lower, at = seen.run.sentence.lower, seen.run.words[0].token - 1
    at -= at >= 0 and lower[at] in _ARTICLES
    if at < 1 or lower[at] not in _OF_PEOPLE:
        return False
    return IS_PERSON_NOUN[lower[at - 1]] or IS_AGENT_PLURAL[lower[at - 1]] or lower[at - 1] == "students"


def _is_of_shop(seen: Sighting) -> bool:
    """Say whether a shop of a make stands behind its name: "a X dealership"."""
    lower, at = seen.run.sentence.lower, seen.run.words[-1].token + 1
    return at < len(lower) and lower[at] in _SHOPS and "indefinite" in seen.evidence
