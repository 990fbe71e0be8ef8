"""A person's position is an office, neither a form of address nor half a sentence."""

import pytest

from tasks.actors import find_actors
from tasks.actors.names.positions import office_of
from tests.actors.test_cases import document_of


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Captain Sir", "Captain"),
        ("Prime Minister Sheikh", "Prime Minister"),
        ("British military spokesman Maj.", "British military spokesman"),
        ("Attorney General", "Attorney General"),
        ("UN Secretary General", "UN Secretary General"),
        ("Mr.", None),
        ("Grand Ayatollah", None),
    ],
)
def test_forms_of_address_are_left_out(title: str, office: str | None) -> None:
    """And so is a rank behind an office, but not the second half of one."""
    assert office_of(title) == office


def _position(text: str, name: str) -> str | None:
    actors = find_actors(document_of(text), ()).actors.values()
    return next(actor.position for actor in actors if actor.name == name)


@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        ("Ada Quist, a spokesman for the Orland army in Osk said on Monday, was there.", "Ada Quist",
         "spokesman for the Orland army in Osk"),
        ("Ada Quist, a teacher who had left, was shot.", "Ada Quist", "teacher"),
        ("Ada Quist, wife of Admiral Ben Holt and honoured by the king, spoke.", "Ada Quist",
         "wife of Admiral Ben Holt"),
        ("Ada Quist, a lawyer for men injured in Osk, spoke.", "Ada Quist",
         "lawyer for men injured in Osk"),
        ("Inspector Ada Quist, Sergeant John Holt, Constable Ben Vell were shot.", "Ada Quist", "Inspector"),
        ("Ada Quist, Tanner and Ben Vell were shot.", "Ada Quist", None),
        ("Ada Quist, an aide to British prime minister John Holt, spoke.", "John Holt", "prime minister"),
        ("Army Commander Ada Quist, Minister of Trade John Holt, Police Chief Ben Vell came. John Holt left.",
         "Ada Quist", "Army Commander"),
    ],
)  # fmt: skip
def test_an_apposition_ends_where_it_ends(text: str, name: str, position: str | None) -> None:
    """Before a verb, a clause and another person's office."""
    assert _position(text, name) == position
