"""A verb or noun of violence that is declared once is known to every part, and to no list a second time."""

import pytest

from tasks.claims.cues.cue_words import type_words
from tasks.events.triggers import type_of_words
from tasks.figures.lines.figure_words import casualty_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.implied import guarded, implied
from tasks.lexicons.load import load
from tasks.lexicons.violence import SURE, ViolentVerb, is_otherwise, nouns, verbs
from tests.events.articles import extracted

_CLASSES = {
    "construction_words": "class",
    "type_words": "class",
    "actor_context": "role",
    "claim_words": "class",
}
_TOLD = ("attacks", "destroys", "encloses", "harms", "kills", "robs", "takes", "wounds")
_SURE = [verb for verb in verbs() if verb.guard in SURE and verb.does in _TOLD]


def _told(verb: ViolentVerb) -> str:
    """Return the verb in the past with an object where it has its place."""
    whom = "five traders" if verb.object == "people" else "a bus"
    head, rest = verb.past[0], verb.rest.strip()
    is_inside = verb.is_split and rest not in ("dead", "down", "and kill", "and injure", "and wound")
    return f"{head} {whom} {rest}" if is_inside else f"{head} {rest} {whom}".replace("  ", " ")


@pytest.mark.parametrize("verb", _SURE, ids=lambda verb: verb.base[0] + verb.rest)
def test_each_sure_verb_tells_an_event(verb: ViolentVerb) -> None:
    """What means violence wherever it stands is an event of violence, of whatever means."""
    found = type_of_words(_told(verb))
    assert found is not None and found.event_type != "Strategic developments"


@pytest.mark.parametrize(
    "told",
    [
        "butchered five traders", "put five traders to death", "hacked five traders to death",
        "machine-gunned five traders", "set five traders on fire", "waylaid five traders",
        "took five traders hostage", "fell upon five traders", "strung up five traders",
    ],
)  # fmt: skip
def test_who_does_it_is_the_perpetrator(told: str) -> None:
    """The subject of a verb of violence did it, where the object stands inside the verb as well."""
    extraction = extracted(f"= 2011 Karvel incident =\n\nOn 3 May 2011, militants {told} near Karvel.")
    names = {key: actor.name for key, actor in extraction.actors.actors.items()}
    roles = [
        names[party.actor] for party in extraction.events.events[0].actors if party.role == "perpetrator"
    ]
    assert roles == ["militants"]


@pytest.mark.parametrize(
    "told",
    [
        "snatched up a drum",
        "struck a deal",
        "executed a plan",
        "held up a banner",
        "cut down a tree",
    ],
)
def test_other_senses_make_nobody_a_perpetrator(told: str) -> None:
    """A verb that has other senses is violence by what it is done to."""
    extraction = extracted(f"= 2011 Karvel incident =\n\nOn 3 May 2011, militants {told} near Karvel.")
    assert not [p for p in extraction.events.events[0].actors if p.role == "perpetrator"]


def test_each_verb_is_harm_of_claims() -> None:
    """Claims know what the events know: whoever is said to have done it is accused."""
    harm = type_words("harm")
    some = [v for v in verbs() if v.guard in SURE and v.does not in ("captures", "hurts") and not v.rest]
    assert not [v.base for v in some if not harm.issuperset(v.past)]


def test_each_verb_of_killing_counts_the_dead() -> None:
    """A number of people beside a verb that kills is a toll."""
    counted = casualty_words()
    kills = [verb for verb in verbs() if verb.does == "kills" and verb.guard in SURE]
    assert not [p for verb in kills for p in verb.phrases("participle") if tuple(p.split()) not in counted]


def test_no_list_repeats_what_a_verb_implies() -> None:
    """What a class takes from the words of violence is listed again only where they have other senses."""
    own = guarded() | {w for v in verbs() if v.guard for w in v.words("base", "past", "participle", "gerund")}
    repeated = [
        (lexicon, row[column], row["word"])
        for lexicon, column in _CLASSES.items()
        for row in load(lexicon)
        if row["word"] in implied(lexicon, row[column]) and row["word"] not in own
    ]
    assert not repeated


def test_other_senses_belong_to_verbs_of_violence() -> None:
    """Each object with another sense stands with a verb that is declared, and is found behind its forms."""
    known = {verb.base[0] + verb.rest for verb in verbs()}
    assert not [row["verb"] for row in load("violence_otherwise") if row["verb"] not in known]
    assert is_otherwise(("struck", "a", "deal"), 0)
    assert not is_otherwise(("struck", "a", "bus"), 0)


def test_forms_are_those_of_their_words() -> None:
    """No form is given to two nouns, and every verb's forms begin as the verb does or are irregular."""
    forms = [form for noun in nouns() for form in noun.forms]
    assert len(forms) == len(set(forms))
    assert words("done_to") >= {"razed", "lynched", "waylaid"}
