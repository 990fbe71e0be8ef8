"""What casus makes of an article does not depend on which noun of violence it uses."""

from __future__ import annotations

import pytest

from tasks.claims.cues.cue_words import type_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.lexicons.violence import ANY, ViolentNoun, nouns, nouns_that
from tests.events.articles import extracted, tolls

_ATTACKING = {noun.does for noun in nouns()} - {"fights", "revolts"}
ATTACKS = sorted(deeds("attack", "one"))
OPENS = "On 3 May 2015, nine people were killed in Karvel, Norland"


def _parties(noun: str, goes_on: str) -> dict[str, list[str]]:
    """Return the names of those who did or suffered it, by role, in an article that is called by a noun."""
    extraction = extracted(f"= 2015 Karvel {noun} =\n\n{OPENS}{goes_on}")
    found: dict[str, list[str]] = {"perpetrator": [], "target": []}
    for party in extraction.events.events[0].actors:
        found.setdefault(party.role, []).append(extraction.actors.actors[party.actor].name)
    return found


@pytest.mark.parametrize("noun", ATTACKS)
def test_what_the_aftermath_brings_is_no_part_of_the_attack(noun: str) -> None:
    """Who shells a village after an attack, or goes after terrorists, did not commit it."""
    found = _parties(
        noun,
        f". In the aftermath of the {noun}, the Norland Army shelled the village of Osk."
        " The Danish Army launched a counter-terrorism operation against the Hale Front.",
    )
    assert found["perpetrator"] == []
    assert not {"Osk", "Hale Front"} & set(found["target"])


# Who speaks of these accuses somebody else.
_CRIMES = type_words("blame") | {"looting", "mutilation"}


@pytest.mark.parametrize("noun", [noun for noun in ATTACKS if noun not in _CRIMES])
def test_who_says_why_it_was_done_did_it(noun: str) -> None:
    """Only who did it says that it was in retaliation."""
    found = _parties(
        noun, f". The Sorrel Front said that the {noun} was in retaliation for the arrest of its leader."
    )
    assert found["perpetrator"] == ["Sorrel Front"]


@pytest.mark.parametrize("noun", list(nouns_that(_ATTACKING, ANY)), ids=lambda noun: noun.forms[0])
def test_what_others_cost_is_not_counted(noun: ViolentNoun) -> None:
    """Who claims it did it, and the dead of another one or of earlier ones are not its own."""
    one, several = noun.forms[0], noun.forms[-1]
    extraction = extracted(
        f"= 2015 Karvel {one} =\n\n{OPENS}. The Sorrel Front claimed the {one} in a statement."
        f" In a separate {one}, three soldiers were killed. Forty people had died in previous {several}."
    )
    (toll, *_) = tolls(extraction)
    assert (toll.deaths_low, toll.deaths_high) == (9, 9)
    doers = [party.actor for party in extraction.events.events[0].actors if party.role == "perpetrator"]
    assert [extraction.actors.actors[actor].name for actor in doers] == ["Sorrel Front"]


@pytest.mark.parametrize(
    "noun", [n for n in sorted(deeds("person", "one") & deeds("sure_attack")) if "rape" not in n]
)
def test_whom_a_title_names_was_meant(noun: str) -> None:
    """A deed done to one person is aimed at whom the title names, and happened nowhere of that name."""
    extraction = extracted(
        f"= {noun.capitalize()} of Osk Hale =\n\nOsk Hale was a Danish minister. The {noun} of Osk Hale by"
        " gunmen of the Sorrel Front happened in Karvel on 3 May 2015. He was attacked in his house."
    )
    event = extraction.events.events[0]
    assert "Osk Hale" in [extraction.actors.actors[p.actor].name for p in event.actors if p.role == "target"]


RISINGS = sorted(deeds("rising", "one") - words("coup"))
RISES = (
    "The 1921 Karvel {noun} was a {noun} in Karvel on 3 May 1921, in which the Sorrel Front attacked the"
    " Danish Army. It was led by Osk Hale.",
    "On 3 May 1921, rebels in Karvel killed nine soldiers. The {noun} was suppressed by the Danish Army.",
    "The Karvel {noun} took place on 3 May 1921. Soldiers in Karvel rose against the government of Osk Hale.",
)


@pytest.mark.parametrize("prose", RISES)
@pytest.mark.parametrize("noun", RISINGS)
def test_a_rising_is_one_whatever_it_is_called(noun: str, prose: str) -> None:
    """Its kind, who rose and against whom are those of a rebellion."""
    told, expected = (
        extracted(f"= 1921 Karvel {word} =\n\n{prose.format(noun=word)}") for word in (noun, "rebellion")
    )
    kinds, parties = (
        [one.events.events[0].sub_event_type for one in (told, expected)],
        [
            [
                (party.role, one.actors.actors[party.actor].name)
                for party in one.events.events[0].actors
                if party.role in ("perpetrator", "target")
            ]
            for one in (told, expected)
        ],
    )
    assert kinds[0] == kinds[1] == "Armed clash"
    assert parties[0] == parties[1] != []
