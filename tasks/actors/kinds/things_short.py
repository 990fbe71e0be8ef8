"""Capitals that are short for a thing: "a remotely operated vehicle (ROV)", "60 LVTs", "two BTGs"."""

from __future__ import annotations

from collections.abc import Mapping

from tasks.actors.context.sightings import Form, Sighting
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.name_words import collectives, heads
from tasks.actors.names.acronyms import matches

_CRAFT = frozenset(("boat", "boats", "crew", "crews"))
_CLOSES = frozenset((",", ".", ";", ")", "(", "–", "—"))
_NAME_AND_COMMA = 3  # tokens
_LONGEST = 8  # words that a short form may stand for


def short_for_things(forms: Mapping[str, Form], decisions: dict[str, Decision]) -> None:
    """Let what an acronym is spelled out as, in small letters, and its plural say that it is no body."""
    due = [key for key, decision in decisions.items() if decision.rule in ("acronym", "no_evidence")]
    for key in due:
        form = forms[key]
        if len(form.words) > 1 or not form.words[0].text[:-1].isupper():
            continue
        plural = forms.get(f"{key}s")
        is_plural = plural is not None and is_plural_of_things(plural.words[0].text)
        is_part = all(_is_of_craft(seen) or _is_rank_behind(seen) for seen in form.sightings)
        if is_plural or is_part or any(map(_spells_thing, form.sightings)):
            decisions[key] = decided(None, "thing")


def is_plural_of_things(text: str) -> bool:
    """Say whether capitals have the ending of a plural: many of them are no one actor."""
    return len(text) > 2 and text[-1] == "s" and text[:-1].isupper()


def _is_of_craft(seen: Sighting) -> bool:
    """Say whether letters only say which boats: "a PT boat"."""
    at = seen.run.words[0].token + 1
    return "".join(seen.run.sentence.lower[at : at + 1]) in _CRAFT


def _is_rank_behind(seen: Sighting) -> bool:
    """Say whether letters stand behind a person's name, whose officer that is: "Ada Quist, XYZR,"."""
    tokens, at = seen.run.sentence.tokens, seen.run.words[0].token
    if at < _NAME_AND_COMMA or tokens[at - 1].text != ",":
        return False
    is_name = all(t.text[0].isupper() and not t.text.isupper() for t in tokens[at - 3 : at - 1])
    is_end = at + 1 == len(tokens) or tokens[at + 1].text in _CLOSES
    return is_name and is_end


def _spells_thing(seen: Sighting) -> bool:
    """Say whether the small words before a bracket or "or" spell what stands behind it, and name no body."""
    first = seen.run.words[0]
    tokens, lower = seen.run.sentence.tokens, seen.run.sentence.lower
    at = first.token - 1
    if at < 1 or tokens[at].text not in ("(", "or") or not tokens[at - 1].text.islower():
        return False
    if lower[at - 1] in heads() or lower[at - 1] in collectives():
        return False
    short = "".join(c for c in first.text if c.isupper())
    words: list[str] = []
    for before in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        if not tokens[before].text.islower():
            return False
        words.insert(0, tokens[before].text)
        if matches(short, words) == "initials":
            return True
    return False
