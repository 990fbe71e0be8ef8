"""The lexicons of this stage load, and each form leads to its entry."""

from __future__ import annotations

import pytest

from tasks.claims.cues.words import act_verbs, cue_entries, light_nouns, light_verbs, word_class
from tasks.lexicons.load import load


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
