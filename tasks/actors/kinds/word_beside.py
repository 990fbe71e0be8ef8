"""What a word right beside a name says it is: a newspaper, an airline."""

from __future__ import annotations

from tasks.actors.context.sightings import Form
from tasks.actors.context.surroundings import may_be_medium
from tasks.actors.kinds.decision import Decision, decided


def airline(form: Form, page: str | None) -> Decision | None:
    """The number of a flight stands behind it: "Osk Air Flight 12"."""
    for seen in form.sightings:
        if "flight" in seen.run.sentence.words:  # hardly ever
            return decided("organisation", "airline") if form.count("airline") else None
    return None


def medium(form: Form, page: str | None) -> Decision | None:
    """A noun for a newspaper, an agency or a station stands right before it: "the newspaper X"."""
    for seen in form.sightings:
        if may_be_medium(seen.run):  # hardly ever
            is_one = form.count("medium") > form.count("person")
            return decided("media", "medium") if is_one else None
    return None
