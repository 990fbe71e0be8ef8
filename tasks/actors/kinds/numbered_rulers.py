"""Persons whose names end in a Roman number: "Henry V", "Emperor Zara II", "Hassan Vell III"."""

from __future__ import annotations

from tasks.actors.context.sightings import Form
from tasks.actors.kinds.acting import in_command
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.name_words import heads, titles
from tasks.actors.names.complements import OF_OR_FOR
from tasks.actors.names.segments import is_other

_SHOWS_RULER = frozenset(("by", "human", "verb", "claimant", "agent", "person"))
_REGNAL = frozenset(
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
     "XVII", "XVIII")
)  # fmt: skip
_FULL = (3, 4)  # words of a whole name with its number


def ruler(form: Form, page: str | None) -> Decision | None:
    """A Roman number behind a name, where somebody acts: "led by Henry V", "sent by Hassan Vell III"."""
    words, lower = form.words, form.lower
    if words[-1].text not in _REGNAL or len(words) < 2:
        return None
    if len(words) == _FULL[0] and lower[0] in titles():
        return decided("person", "ruler")
    shown = form.shows(_SHOWS_RULER)
    if len(words) in _FULL and words[-1].text != "I" and (shown or in_command(form)):
        is_name = not any(is_other(w) or w in heads() or w in OF_OR_FOR for w in lower[:-1])
        return decided("person", "ruler") if is_name else None
    if len(words) > 2 or is_other(lower[0]):
        return None
    return decided("person", "ruler") if shown and lower[0] not in heads() else None
