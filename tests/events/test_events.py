"""Events of an article: types, dates, parties, what each claim and figure is about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.events.triggers import type_of_words
from tasks.lexicons.load import load
from tasks.tables.vocabulary import ACLED, PLOVER_EVENT_TYPES
from tests.case_files import Case, load_cases
from tests.events.articles import extracted, tolls

EVENTS = ("events.txt", "events_reports.txt", "events_of_many_days.txt", "events_of_ships.txt")


@pytest.mark.parametrize("case", [case for file in EVENTS for case in load_cases(file)], ids=str)
def test_events_of_an_article(case: Case) -> None:
    """The article's own event has its type and date; the others theirs, with their own tolls."""
    extraction = extracted(case.text)
    events, own = extraction.events.events, tolls(extraction)
    main = events[0]
    assert f"{main.sub_event_type} | {main.date.edtf if main.date else '-'}" == case.one("main")
    others = [
        f"{event.date.edtf if event.date else '-'} | {'-' if toll.deaths_low is None else toll.deaths_low}"
        for event, toll in zip(events[1:], own[1:], strict=True)
    ]
    assert others == case.all("other")


FILES = (
    "parties.txt",
    "parties_attacks.txt",
    "parties_battles.txt",
    "parties_clashes.txt",
    "parties_beside.txt",
    "parties_late.txt",
    "parties_guessed.txt",
    "parties_open.txt",
    "parties_reports.txt",
    "parties_risings.txt",
)


@pytest.mark.parametrize("case", [case for file in FILES for case in load_cases(file)], ids=str)
def test_parties_of_an_article(case: Case) -> None:
    """Each construction gives the roles that it states, and no others of that role."""
    extraction = extracted(case.text)
    names = {key: actor.name for key, actor in extraction.actors.actors.items()}
    given_ones: dict[str, list[str]] = {key: [] for key, _ in case.expected}
    for party in extraction.events.events[0].actors:
        words = names[party.actor] + (" (alleged)" if party.is_alleged else "")
        for key in (party.role, party.side if party.role == "participant" else None):
            if key in given_ones:
                given_ones[key].append(words)
        assert party.span.of(extraction.document.text)
        assert party.claim is None or party.is_alleged
    assert {key: found or ["-"] for key, found in given_ones.items()} == {
        key: case.all(key) for key in given_ones
    }


@pytest.mark.parametrize("case", load_cases("event_names.txt"), ids=str)
def test_names_of_other_events(case: Case) -> None:
    """A name is a whole phrase of the text."""
    extraction = extracted(case.text)
    assert [event.name for event in extraction.events.events[1:]] == case.all("named")


@pytest.mark.parametrize("case", load_cases("claims_events.txt"), ids=str)
def test_what_a_claim_is_about(case: Case) -> None:
    """An attributed claim is about the event of its words, not about each that its sentence mentions."""
    extraction = extracted(case.text)
    events, found = extraction.events.events, []
    for claim, event in zip(extraction.claims, extraction.events.claim_events, strict=True):
        if claim.cue is not None:
            date = events[event].date
            words = date.edtf if event and date is not None else "0"
            found.append(f"{claim.cue.of(extraction.document.text)} | {words}")
    assert found == case.all("about")


def test_template_residue_is_null_with_a_warning() -> None:
    """Left-over markup in an infobox value becomes NULL and is logged once; it never reaches a column."""
    extraction = extracted(
        "= 2012 Karvel airstrike =\n\nKarvel airstrike\n- Date: 3 May 2012\n"
        "- Timezone: |time-end= |time-begin=\n\n"
        "The airstrike took place on 3 May 2012."
    )
    assert extraction.events.events[0].timezone is None
    assert [i.severity for i in extraction.issues if i.code == "template_residue"] == ["warning"]


def test_background_numbers_stay_out_of_the_toll() -> None:
    """What is said of another event never reaches the article's own toll."""
    text = (
        "= 2012 Karvel bombing =\n\nOn 3 May 2012 a bomb in Karvel killed 4 people.\n\n== Background ==\n"
        "In June 2010, a bombing in Sorrel killed 90 people and injured 200."
    )
    extraction = extracted(text)
    assert [(t.deaths_low, t.deaths_high, t.injured_high) for t in tolls(extraction)] == [
        (4, 4, None),
        (90, 90, 200),
    ]
    assert extraction.events.figure_events == (0, 1, 1)


def test_event_types_are_of_the_vocabularies() -> None:
    """Each trigger has a pair of ACLED's types, and PLOVER's type where it has one."""
    for row in load("event_types"):
        assert row["sub_event_type"] in ACLED[row["event_type"]]
        assert row["plover_event_type"] in {"", *PLOVER_EVENT_TYPES}


def test_the_more_telling_word_decides() -> None:
    """Of several words the one that says more gives the type."""
    kind = type_of_words("2016 suicide bombing attack")
    assert kind is not None
    assert kind.sub_event_type == "Suicide bomb"
    assert type_of_words("List of mayors") is None


_PIECES = [
    "On",
    "3",
    "May",
    "2012",
    ",",
    ".",
    ";",
    "and",
    "12",
    "soldiers",
    "were",
    "killed",
    "bombing",
    "attack",
    "in",
    "Kabul",
    "killed",
    "people",
    "another",
    "at",
    "least",
    "30",
    "the",
    "Karvel",
    "Army",
    "by",
    "against",
    "between",
    "injured",
    "total",
    "to",
    "40",
    "2010",
    "following",
    "day",
    "which",
    "a",
    "battle",
    "of",
    "Sorrel",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40))
def test_any_words(pieces: list[str]) -> None:
    """Whatever an article says: indices are valid, evidence is text, low <= best <= high, best is stated."""
    extraction = extracted("= A Karvel bombing =\n\n" + " ".join(["The", *pieces]) + ".")
    book = extraction.events
    assert book.events[0].is_main
    assert not any(event.is_main for event in book.events[1:])
    assert len(book.figure_events) == len(extraction.figures)
    assert len(book.claim_events) == len(extraction.claims)
    assert all(0 <= index < len(book.events) for index in (*book.figure_events, *book.claim_events))
    stated = {n for f in extraction.figures for n in (f.value_low, f.value_high)}
    for event, toll in zip(book.events, tolls(extraction), strict=True):
        assert event.evidence.of(extraction.document.text).strip()
        assert all(party.actor in extraction.actors.actors for party in event.actors)
        for low, best, high in (
            (toll.deaths_low, toll.deaths_best, toll.deaths_high),
            (toll.injured_low, toll.injured_best, toll.injured_high),
        ):
            assert (low is None) == (high is None)
            if low is not None and high is not None:
                assert low <= (best if best is not None else low) <= high
            assert best is None or best in stated


def test_names_of_other_events_are_words_of_the_text() -> None:
    """An event that only a verb tells is named by its clause, not by a label beside a date."""
    extraction = extracted(
        "= 2012 Karvel airstrike =\n\nThe Karvel airstrike took place on 3 May 2012.\n\n== Response ==\n"
        "Rebels launched an artillery attack on army positions on 4 May 2012. "
        "The following day, a soldier was killed as rebels continued shelling army positions."
    )
    names = [e.name for e in extraction.events.events[1:]]
    assert names == ["artillery attack on army positions", "rebels continued shelling army positions"]


def test_one_region_has_one_name() -> None:
    """The region of two events is the same value, whatever its designator; the words stay as written."""
    extraction = extracted(
        "= 2012 Karvel airstrike =\n\nKarvel airstrike\n- Location: Karvel, Idlib Governorate, Syria\n\n"
        "The Karvel airstrike took place on 3 May 2012.\n\n== Response ==\n"
        "On 4 May 2012 rebels shelled army positions in Idlib province, killing two."
    )
    places = [e.place for e in extraction.events.events if e.place is not None]
    assert [p.adm_1 for p in places] == ["Idlib Governorate", "Idlib Governorate"]
    raw = places[1].raw
    assert raw is not None
    assert raw.of(extraction.document.text) == "Idlib province"


def test_the_title_s_word_for_the_event_is_no_town() -> None:
    """There are towns called War and Battle; a title's own noun is none of them."""
    extraction = extracted("= Kosovo War =\n\nThe Kosovo War was fought in 1998 and 1999.")
    place = extraction.events.events[0].place
    assert place is not None
    assert (place.location, place.country) == (None, "Kosovo")
