"""People whom a place names: "the Duke of Osk", who is "Osk" in the article, and "Walter of Osk"."""

from __future__ import annotations

from collections.abc import Mapping

from tasks.actors.context.sightings import Form
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.name_words import given_names
from tasks.lexicons.late_pattern import late_pattern

# Ranks whose holders are called by the place alone.  A mayor or a governor of a town is not.
_PEER_OF = late_pattern(
    r"\b(?:[Dd]uke|[Dd]uchess|[Mm]arquess|[Mm]arquis|[Ee]arl|[Vv]iscount|[Bb]aron)s? of ([A-Z][\w'’-]+)"
)
_WITH_HOME = 3  # words


def called_by_their_place(forms: Mapping[str, Form], decisions: dict[str, Decision], text: str) -> None:
    """Let what was taken for a state's capital be a person where the article tells of a peer of that name."""
    due = [key for key, decision in decisions.items() if decision.rule == "capital" and decision.kind]
    if not due:
        return
    peers = {found.group(1) for found in _PEER_OF.finditer(text)}
    for key in due:
        if len(forms[key].words) == 1 and forms[key].words[0].text in peers:
            decisions[key] = decided("person", "peer")


def with_home(form: Form, page: str | None) -> Decision | None:
    """A first name with the place that somebody is from: "Walter of Osk"."""
    words = [w.text for w in form.words]
    if len(words) != _WITH_HOME or words[1] != "of" or words[0] not in given_names():
        return None
    return None if form.count("article") else decided("person", "home")
