"""What a form names, and the two signs that several rules read: capitals alone, and a body's head noun."""

from __future__ import annotations

import re
from functools import cache

from tasks.actors.context.sightings import Form, last_head
from tasks.actors.known.name_words import collectives, name_words
from tasks.actors.names.unit_names import is_numbered, is_of_side
from tasks.actors.names.written import is_short_form
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL
from tasks.model.actor import ActorKind
from tasks.model.value import value

_SHORTEST = 3  # letters of what is no noun before a number
_NUMBER_BEHIND = re.compile(r"-\d{1,4}$")


@value(frozen=True, slots=True)
class Decision:
    """What a form names; `kind` None: no actor. `rule` is the rule that said so."""

    kind: ActorKind | None
    rule: str


decided = cache(Decision)  # few differ, and each name gets one


def stands_up_for(lower: list[str]) -> bool:
    """Say whether a name says who stands up for what: "Orland Teachers for Human Rights".

    Or who works without what: "Surveyors Without Borders".
    """
    tie = next((w for w in ("for", "without") if w in lower[1:-1]), None)
    at = lower.index(tie, 1) if tie is not None else 0
    if tie == "without" and lower[at - 1][-1] == "s":
        return True
    return at > 0 and (IS_AGENT_PLURAL[lower[at - 1]] or lower[at - 1] in collectives())


def body_head(form: Form) -> tuple[str, int] | None:
    """Return the head noun, before an acronym, a number or a day too: "No. 175 Squadron RAF", "Brigade 5"."""
    found, words = form.head, form.words
    if found is None and len(words) > 1:
        last = words[-1].text
        if last == ")" and "(" in form.lower:  # "12th Wing (Provisional)"
            return last_head(form.lower[: form.lower.index("(")])
        if last.find("-") > _SHORTEST and _NUMBER_BEHIND.search(last):  # "Velmark Movement-200", not "Mod-4"
            return last_head([*form.lower[:-1], last.rpartition("-")[0].lower()])
        if is_short_form(last) or is_numbered(form.lower) or is_of_side(form.lower):
            return last_head(form.lower[:-1])
        if name_words().get(form.lower[-1]) == "date" and len(words) > 2:  # "Popular Movement 8th October"
            return last_head(form.lower[:-2])
    return found
