"""The lexicons of this stage load, and each form leads to its entry."""

from __future__ import annotations

import json

import pytest

from tasks.claims.cues.cue_words import act_verbs, cue_entries, light_nouns, light_verbs, word_class
from tasks.claims.cues.verbs.object_guard import GUARDS
from tasks.lexicons.load import DATA, LexiconError, load, parse


@pytest.mark.parametrize(
    "name",
    [
        "cues",
        "claim_words",
        "claim_light_verbs",
        "claim_acts",
        "claim_type_wordings",
        "type_words",
        "person_titles",
        "organisation_heads",
    ],
)
def test_lexicon_keeps_its_schema(name: str) -> None:
    """Each lexicon loads against its schema and holds something."""
    assert load(name)


def test_every_lemma_has_its_inflected_forms() -> None:
    """A lemma is listed with a base, a third person, a past and a gerund."""
    forms: dict[tuple[str, str], set[str]] = {}
    for row in load("cues"):
        forms.setdefault((row["lemma"], row["particle"]), set()).add(row["inflection"])
    for lemma, inflections in forms.items():
        assert {"third", "gerund"} <= inflections or "any" in inflections, lemma
        assert inflections & {"past", "past_participle", "any"}, lemma


def test_look_ups() -> None:
    """Entries with a particle come before those without; classes hold their words."""
    assert [entry.particle for entry in cue_entries()["called"]][-1] == ()
    assert "responsibility" not in act_verbs("responsibility")
    assert act_verbs("responsibility")["took"] == "take"
    assert light_nouns()["condolences"].claim_type == "condolence"
    assert "offered" in light_verbs()
    assert "after" in word_class("subordinator")


@pytest.mark.parametrize("column", ["frames", "guard", "object"])
def test_each_word_that_a_cue_may_have_is_one_that_some_cue_has(column: str) -> None:
    """The schema lists what the rules ask for: what no cue has is a word that was dropped or misspelt."""
    known = json.loads((DATA / "cues.schema.json").read_text("utf-8"))["columns"][column]["each_of"]
    assert set(known) == {word for row in load("cues") for word in row[column].split()}


def test_each_object_has_its_guard() -> None:
    """An object that the schema names is looked for by one function, and no function lacks its name."""
    known = json.loads((DATA / "cues.schema.json").read_text("utf-8"))["columns"]["object"]["each_of"]
    assert set(known) == set(GUARDS)


def test_a_verb_asks_for_one_object_in_all_its_forms() -> None:
    """A form added without the guard of its verb would make statements that the other forms do not."""
    objects: dict[tuple[str, str], set[str]] = {}
    for row in load("cues"):
        objects.setdefault((row["lemma"], row["particle"]), set()).add(row["object"])
    assert {verb: names for verb, names in objects.items() if len(names) > 1} == {}


@pytest.mark.parametrize("cells", ["np thta,,", "np,speaker,", "np,,denies", "np,nuon,denied"])
def test_a_misspelt_word_is_refused(cells: str) -> None:
    """A typo in a frame, a guard or an object is an error, not a cue that is read differently."""
    schema = json.loads((DATA / "cues.schema.json").read_text("utf-8"))
    row = "denied,deny,past_participle,,denial,denial"
    parse(f"{','.join(schema['columns'])}\n{row},np,noun,denied\n", schema, "cues.csv")
    with pytest.raises(LexiconError, match=r"cues\.csv:2: (frames|guard|object): '.*' is not words of"):
        parse(f"{','.join(schema['columns'])}\n{row},{cells}\n", schema, "cues.csv")
