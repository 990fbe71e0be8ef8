"""Capitals that are short for a thing: "a remotely operated vehicle (ROV)", "60 LVTs", "two BTGs"."""

from __future__ import annotations

from collections.abc import Mapping

from tasks.actors.context.sightings import Form, Sighting
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.name_words import collectives, heads
from tasks.actors.names.acronyms import matches

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
        if is_plural or any(map(_spells_thing, form.sightings)):
            decisions[key] = decided(None, "thing")


def is_plural_of_things(text: str) -> bool:
    """Say whether capitals have the ending of a plural: many of them are no one actor."""
    return len(text) > 2 and text[-1] == "s" and text[:-1].isupper()


def _spells_thing(seen: Sighting) -> bool:
    """Say whether the small words before a bracket spell what stands in it, and name no body."""
    first = seen.run.words[0]
    tokens, lower = seen.run.sentence.tokens, seen.run.sentence.lower
    at = first.token - 1
    if at < 1 or tokens[at].text != "(" or not tokens[at - 1].text.islower():
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
