"""Infobox keys: one canonical name, whatever the template and the writing."""

import pytest

from tasks.lexicons.load import load
from tasks.model.residue import is_residue
from tasks.sources.infobox_fields import canonical_name, folded_key


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Executed By", "perpetrator"),
        ("executed_by", "perpetrator"),
        ("PERPS", "perpetrator"),
        ("assailants", "perpetrator"),
        ("susperps", "suspects"),
        ("Partof", "partof"),
        ("part of", "partof"),
        ("conflict", "title"),
        ("place", "location"),
        ("Location", "location"),
        ("Site", "location"),
        ("Date", "date"),
        ("time-begin", "time_begin"),
        ("time-end", "time_end"),
        ("Timezone", "timezone"),
        ("reported deaths", "fatalities"),
        ("Fatalities", "fatalities"),
        ("total_fatalities", "fatalities"),
        ("Non-fatal injuries", "injuries"),
        ("reported_injuries", "injuries"),
        ("Injuries", "injuries"),
        ("Casualties", "casualties"),
        ("casualties1", "casualties_1"),
        ("Casualties 3", "casualties_3"),
        ("combatant2a", "combatant_2"),
        ("side1", "combatant_1"),
        ("leadfigures2", "commander_2"),
        ("commander1", "commander_1"),
        ("howmany1", "strength_1"),
        ("strength 2", "strength_2"),
        ("units1", "units_1"),
        ("weapons", "weapon"),
        ("weapon", "weapon"),
        ("Target(s)", "target"),
        ("Outcome", "result"),
        ("plane1_fatalities", "fatalities_1"),
        ("ground_injuries", "injuries_ground"),
        ("numparts", "perpetrator_count"),
        ("lat_d", "latitude"),
        ("image_size", "ignore"),
        ("map_caption", "ignore"),
        ("label3_size", "ignore"),
        ("Ship fate", "ship"),
        ("flavour", None),
        ("combatant0", None),
        ("combatant", "participants"),
        ("", None),
        ("17", None),
    ],
)
def test_canonical_names(key: str, name: str | None) -> None:
    """Rendered labels and template parameters lead to the same name."""
    assert canonical_name(key) == name


def test_no_two_entries_fold_to_one_key() -> None:
    """The lexicon says one thing about each key."""
    keys = [folded_key(entry["key"]) for entry in load("infobox_fields")]
    assert sorted(set(keys)) == sorted(keys)
    assert all(entry["name"] or entry["numbered"] for entry in load("infobox_fields"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("|time-end= |time-begin=", True),
        ("{{plainlist|12 killed", True),
        ("12 killed }}", True),
        ("[[Novigrad", True),
        ("12<ref name=x>", True),
        ("12&nbsp;killed", True),
        ("<!-- unknown", True),
        ("12 killed [a]", False),
        ("78–105 fighters killed, 100+ wounded", False),
        ("5 < 6", False),
        ("AT&T building", False),
        ("x = y | z", False),
        ("", False),
    ],
)
def test_residue(value: str, expected: bool) -> None:
    """Left-over markup is told from words."""
    assert is_residue(value) is expected
