"""What a short name in brackets and the long one before it say of each other."""

from __future__ import annotations

from collections.abc import Mapping

from tasks.actors.context.sightings import Form
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.kinds.kind_of_name import is_short
from tasks.actors.known.name_words import given_names
from tasks.actors.names.acronyms import matches
from tasks.actors.names.capitalised import PARTICLES
from tasks.actors.names.segments import is_other


def explain_in_brackets(forms: Mapping[str, Form], decisions: dict[str, Decision], text: str) -> None:
    """Let "Long Name (LN)" decide both: a place's short name is no actor, an unknown name is a body."""
    _explain_persons(forms, decisions, text)
    short = [
        key
        for key, d in decisions.items()
        if d.rule == "acronym" or (d.rule == "rebel" and is_short(forms[key]))
    ]
    if not short:
        return
    ends = {seen.span.end: key for key, form in forms.items() for seen in form.sightings}
    for key in short:
        form = forms[key]
        for seen in form.sightings:
            start = seen.span.start
            long = ends.get(start - 2) if text[start - 2 : start] == " (" else None
            if long is None:
                continue
            if matches(form.words[0].text, [w.text for w in forms[long].words]) is None:
                if decisions[key].kind == "armed_group" and decisions[long].rule == "no_evidence":
                    decisions[long] = decided("armed_group", "bracket")  # initials of another language
                elif decisions[long].rule == "no_evidence" and _is_bodys(forms[long]):
                    decisions[long] = decided("organisation", "bracket")
                continue
            is_place = decisions[long].rule in ("place", "event", "thing", "event_or_thing")
            small = [w.lower for w in forms[long].words]
            edges = (small[-1], small[small.index("of") - 1] if "of" in small else "")
            if is_place or (decisions[long].kind is None and any(map(is_other, edges))):
                decisions[key] = decided(None, "place")
            elif decisions[long].kind in (None, "person") and len(forms[long].words) > 1:
                decisions[long] = decided("organisation", "bracket")


def _is_bodys(form: Form) -> bool:
    """Say whether three words or more with "the", the last a plural, may name a body."""
    is_long = len(form.words) > 2 and form.lower[-1][-1] == "s"
    return is_long and form.count("article") == len(form.sightings) and not form.count("place")


def _explain_persons(forms: Mapping[str, Form], decisions: dict[str, Decision], text: str) -> None:
    """Let what looks like a name in brackets behind a person be one: "Ada Quist (Ana bin Vell)"."""
    due = [k for k, d in decisions.items() if d.rule == "no_evidence" and forms[k].count("bracketed")]
    due = [k for k in due if len(forms[k].words) > 2 and _has_persons_word(forms[k])]
    if not due:
        return
    ends = {s.span.end for k, form in forms.items() if decisions[k].kind == "person" for s in form.sightings}
    for key in due:
        span = forms[key].sightings[0].span
        if span.start - 2 in ends and text[span.end : span.end + 1] == ")":
            decisions[key] = decided("person", "bracket")


def _has_persons_word(form: Form) -> bool:
    return form.words[0].text in given_names() or any(w.lower in PARTICLES for w in form.words)
