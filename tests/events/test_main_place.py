"""Where the article's own event is: not where a part of it was, nor where a lost ship was built."""

import pytest

from tests.events.articles import extracted

EXERCISE = (
    "= Exercise Heron =\n\nBattle of Sorrel Bay\n- conflict: Battle of Sorrel Bay\n- Date: 28 April 1944\n"
    "- Place: off Weymouth, England\n\n"
    "Exercise Heron was a rehearsal which took place in April 1944 in Slapton in Devon.\n\n"
    "== Landing ==\nThe troops landed on 27 April.\n\n"
)


def test_the_infobox_of_a_section_gives_no_place() -> None:
    """An infobox with the title of a section is about that section; the lead tells where the event was."""
    apart = extracted(EXERCISE + "== Battle of Sorrel Bay ==\nOn 28 April a convoy was attacked.")
    own = extracted(EXERCISE + "== Attack ==\nOn 28 April a convoy was attacked.")
    places = [e.events.events[0].place for e in (apart, own)]
    assert [p.location for p in places if p is not None] == ["Slapton", "Weymouth"]


def test_a_lost_ship_was_lost_where_the_day_is_told() -> None:
    """The place of a ship's loss is what sentences of that day say, not where she was laid down."""
    place = (
        extracted(
            "= HMS Heron =\n\nHMS Heron was a submarine.\n\n"
            "== Construction ==\nHeron was laid down at Barrow-in-Furness, England in March 1925.\n\n"
            "== Loss ==\nOn 10 September 1939, Heron was sunk by a mine. At 1955 on 10 September 1939, "
            "another submarine had surfaced off the Sorrel Light."
        )
        .events.events[0]
        .place
    )
    assert place is not None
    assert place.location == "Sorrel Light"


SHIP = "= HMS Heron =\n\nHMS Heron\n- Ship country: Kenya\n- Ship builder: Devonport Dockyard\n"


def test_the_fate_of_a_ship_says_where_and_by_whom() -> None:
    """The infobox's fate gives day, place and who sank her; her navy's country is not where she lies."""
    event = extracted(
        SHIP
        + "- Ship fate: Probably sunk by friendly fire from HMS Gull off Sorrel Light on 3 October 1944\n\n"
        "HMS Heron was a submarine of Kenya. Her keel was laid down on 27 September 1938 at Devonport. "
        "HMS Gull sailed from Devonport."
    ).events.events[0]
    assert event.place is not None
    assert (event.place.location, event.place.country, event.place.where_prec) == ("Sorrel Light", None, 7)
    assert event.date is not None
    assert event.date.start == event.date.end
    assert str(event.date.start) == "1944-10-03"
    assert [a.actor for a in event.actors if a.role == "perpetrator"] == ["hms gull"]


def test_a_shipyard_is_not_where_a_ship_was_lost() -> None:
    """Where nothing says where she sank, the place is unknown; she sank nobody herself."""
    event = extracted(
        SHIP + "- Ship fate: Scuttled, 13 November 1942\n\n"
        "HMS Heron was a cruiser of Kenya, laid down at Devonport Dockyard. Heron attacked a convoy."
    ).events.events[0]
    assert event.place is None
    assert not [a for a in event.actors if a.role == "perpetrator"]


def _place(text: str) -> tuple[str | None, str | None, str | None, str | None]:
    place = extracted(text).events.events[0].place
    assert place is not None
    return place.location, place.adm_2, place.adm_1, place.country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # an apposition says what the town is a part of
            "= Thane killings =\n\nThe Thane killings took place on 9 May 1970 in Thane, a suburb of Mumbai "
            "in Maharashtra, India.",
            ("Thane", "Mumbai", "Maharashtra", "India"),
        ),
        (  # likewise with "part of"; a border with a country is not in that country
            "= Battle of Jasim =\n\nThe Battle of Jasim was fought on 9 May 2016 by the Syrian Army in the "
            "border town of Jasim, part of the northern Daraa Governorate on the border with Jordan.",
            ("Jasim", None, "Daraa Governorate", "Syria"),
        ),
        (  # the lead names the region elsewhere, and the gazetteer has the town in it
            "= Izium attack =\n\nThe attack on 9 May 2022 in Kharkiv Oblast, Ukraine, was the first. "
            "Missiles hit the town of Izium.",
            ("Izium", None, "Kharkiv Oblast", "Ukraine"),
        ),
        (  # what lies in another region stays without
            "= Tikrit attack =\n\nThe attack on 9 May 2016 hit the city of Tikrit in Iraq. Men had come from "
            "Erbil Governorate.",
            ("Tikrit", None, None, "Iraq"),
        ),
        (  # what was attacked, not where men came from
            "= Battle of 3 May =\n\nThe battle began with an attack on Gush Sorrel by men who came from as "
            "far as Amman.",
            ("Gush Sorrel", None, None, None),
        ),
        (  # a war is no place, and an action at sea was where it was fought off
            "= Action of 9 May 1804 =\n\nThe Action of 9 May 1804 was a naval engagement that took place off "
            "Tarragona early in the Sorrel Wars between the Royal Navy and the Spanish Navy.",
            ("Tarragona", None, None, "Spain"),
        ),
        (  # where it was fought, not where a fleet lay that somebody was to join
            "= 1804 action =\n\nIt was fought off Sorrel Head. A squadron was to join the fleet at Malaga.",
            ("Sorrel Head", None, None, None),
        ),
        (
            "= Siege of Hale =\n\nAn army came to the Sorrellic city of Hale. In 250 BC the Danes fled.",
            ("Hale", None, None, "Denmark"),
        ),
        (  # a province of a country is two names
            "= Sorrel massacre =\n\nOn 9 May 1990 rebels raided four mosques in the town of Sorrel, in the "
            "Eastern Province of Sri Lanka.",
            ("Sorrel", None, "Eastern Province", "Sri Lanka"),
        ),
        (  # a flight was blown up neither where it came from nor where it was bound
            "= Sorrel Flight 12 =\n\nSorrel Flight 12 was a flight from Bogotá to the airport in Cali, "
            "Colombia. It was destroyed by a bomb over the municipality of Soacha on 9 May 1989.",
            ("Soacha", None, None, "Colombia"),
        ),
        (  # a person of the title is no town; the police that shot him are a town's
            "= Shooting of Jan Mann =\n\nOn 9 May 2016 two Sacramento police officers shot and killed Jan "
            "Mann. They had driven toward Mann.",
            ("Sacramento", None, None, "United States"),
        ),
        (  # somebody is sworn in, which is no place
            "= 1981 Tunisian coup attempt =\n\nOn 9 May 1981 soldiers stormed the vote to swear in Leopoldo "
            "Day. Tanks rolled in Tunis.",
            ("Tunis", None, None, "Tunisia"),
        ),
        (  # a title's stretch of land, whatever town the lead names near it
            "= Sorrel Plains offensive =\n\nOn 9 May 2015 fighters attacked the area east of Tikrit in Iraq.",
            ("Sorrel Plains", None, None, "Iraq"),
        ),
        (  # what a title says was besieged, with what its text says around it
            "= Siege of Fort Sorrel =\n\nThe Siege of Fort Sorrel was a siege in which warriors surrounded "
            "Fort Sorrel, in present-day Saskatchewan, Canada. It began on 28 March 1886.",
            ("Fort Sorrel", None, "Saskatchewan", "Canada"),
        ),
        (  # a title's house, of which the lead says what it is
            "= Sorrel Arms shooting =\n\nOn 9 May 1991 gunmen burst into the Sorrel Arms public house.",
            ("Sorrel Arms", None, None, None),
        ),
        (  # a sentence anywhere says in which region the town lies
            "= Battle of Sorrelka =\n\nThe Battle of Sorrelka was fought in Sorrelka, Ukraine.\n\n== "
            "Battle ==\nOn 2 April 2022 the whole of Kyiv Oblast, where Sorrelka is located in, was free.",
            ("Sorrelka", None, "Kyiv Oblast", "Ukraine"),
        ),
        (  # likewise
            "= Battle of Sorrelka =\n\nThe Battle of Sorrelka was fought in Sorrelka, Ukraine.\n\n== "
            "Battle ==\nThey took much of eastern Kharkiv Oblast, including the towns of Melne and "
            "Sorrelka.",
            ("Sorrelka", None, "Kharkiv Oblast", "Ukraine"),
        ),
        (  # what an attack answered, and what somebody had done before, was elsewhere
            "= Killing of the hostages =\n\nThe killing took place in the city of Sorrel in Serbia on 9 "
            "May 1941. It was in reprisal for attacks in the Melton district. He had been convicted of a "
            "similar attack in Rotterdam in the Netherlands.",
            ("Sorrel", None, None, "Serbia"),
        ),
        (  # water has a town on it
            "= Murder of Ada Day =\n\nAda Day was killed on 9 May 1986 in a park near the river Alster in "
            "Hamburg, Germany.",
            ("Hamburg", None, None, "Germany"),
        ),
        (  # a verb stands between a preposition and who follows
            "= 1963 Tunisian coup =\n\nOn 9 May 1963 officers rose in Tunis. The leaders in the aftermath "
            "of taking power were Jan Benda, Ada Holm and Erik Day.",
            ("Tunis", None, None, "Tunisia"),
        ),
        (  # where the text names no place the title does, in the country that is spoken of
            "= Sorrelewa massacre =\n\nThe Sorrelewa massacre occurred on 9 May 2006 when 60 civilians "
            "were killed by a mine. The Sri Lanka Army came; the government of Sri Lanka blamed the rebels.",
            ("Sorrelewa", None, None, "Sri Lanka"),
        ),
        (  # whose quarter it was is not in whose country
            "= Izmir massacre =\n\nThe massacre took place in the Greek quarter of Izmir on 9 May 1920. It "
            "lies in Turkey.",
            ("Izmir", None, None, "Turkey"),
        ),
        (  # a border is near two countries
            "= Battle of Sorrel =\n\nThe Battle of Sorrel took place on 9 May 2019 in the Syrian town of "
            "Sorrel near the Iraq–Syria border.",
            ("Sorrel", None, None, "Syria"),
        ),
        (  # a title's place of which nothing is known is where the lead says that it happened
            "= Airstrike on Al Sorrel =\n\nThe airstrike on Al Sorrel hit a market in Fayoush, in Yemen's "
            "Lahij Governorate, on 9 May 2015.",
            ("Al Sorrel", "Fayoush", "Lahij Governorate", "Yemen"),
        ),
        (  # a region's name ends with what sort of region it is, and an adjective is no name
            "= Battle of Sorrelka =\n\nThe battle was fought over the Eastern Ukrainian city of Sorrelka "
            "on 9 May 2022. They entered Sorrelka, where the Governor of Luhansk Oblast Jan Day reported "
            "fights.",
            ("Sorrelka", None, "Luhansk Oblast", "Ukraine"),
        ),
        (  # a capital that the lead names tells the country where nothing else does
            "= Killing of Jan Day =\n\nJan Day was shot in the Brussels municipality of "
            "Sorrelbeek on 9 May 2019.",
            ("Sorrelbeek", "Brussels municipality", None, "Belgium"),
        ),
    ],
)
def test_what_the_text_says_around_the_place(
    text: str, expected: tuple[str | None, str | None, str | None, str | None]
) -> None:
    """Appositions, regions, sites of the title and what was attacked tell where the event was."""
    assert _place(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "= Hale gun attack =\n\nThe Hale gun attack was carried out on 9 May 1990 against soldiers who "
            "were waiting at Hale City railway station in Staffordshire.",
            "Hale City railway station in Staffordshire",
        ),
        (
            "= Ada Day =\n\nAda Day was a writer from Amman in Jordan.\n\n== Death ==\nOn 9 May 2016, Day "
            "was shot dead on the steps of a courthouse in the capital Amman.",
            "a courthouse in the capital Amman",
        ),
        (
            "= Sorrel Reza shrine bombing =\n\nA bomb went off on 9 May 1994 in Mashhad, Iran.",
            "Sorrel Reza shrine",
        ),
    ],
)
def test_the_words_for_a_place_name_the_site(text: str, expected: str) -> None:
    """The words for the place are the fullest of lead and title, which name the site within the town."""
    extraction = extracted(text)
    place = extraction.events.events[0].place
    assert place is not None
    assert place.raw is not None
    assert place.raw.of(extraction.document.text) == expected


@pytest.mark.parametrize(
    ("text", "country", "location", "words"),
    [
        (
            "A bomb went off on 10 June 2009 in the market of Al-Ora, a poor town west of Nasiriyah, Iraq.",
            "Iraq",
            "Al-Ora",
            "the market of Al-Ora, a poor town west of Nasiriyah, Iraq",
        ),
        (
            "Guards were hit near the village of Burle, some 40 km from Baidoa in Somalia, in July 1994.",
            "Somalia",
            "Burle",
            "the village of Burle, some 40 km from Baidoa",
        ),
        (
            "Gunmen attacked a mosque on the outskirts of Quetta, the capital of Balochistan, in 2013.",
            "Pakistan",
            "Quetta",
            "a mosque on the outskirts of Quetta, the capital of Balochistan",
        ),
        (
            "An offensive of the Islamic State of Iraq and the Levant in eastern Syria in 2014.",
            "Syria",
            None,
            "eastern Syria",
        ),
        (
            "Hostages were taken at a resort on Sipan, an island off the coast of Sabah, Malaysia, in 2000.",
            "Malaysia",
            "Sipan",
            "a resort on Sipan, an island off the coast of Sabah, Malaysia",
        ),
        ("He was stabbed on 24 June 1894 by an Italian anarchist in Lyon.", "France", "Lyon", "Lyon"),
    ],
)
def test_places_that_one_sentence_joins(text: str, country: str, location: str | None, words: str) -> None:
    """What lies some way from a town is the place; a group or a culprit tells no country."""
    extraction = extracted(f"= The attack =\n\n{text}")
    place = extraction.events.events[0].place
    assert place is not None
    assert place.raw is not None
    told = (place.country, place.location, place.raw.of(extraction.document.text))
    assert told == (country, location, words)


def test_a_title_that_names_a_region_gives_way_to_the_town_in_it() -> None:
    """The title's "Hama" is the governorate here, in which the lead names the town."""
    extraction = extracted(
        "= Hama road ambush =\n\nThe Hama road ambush took place on 13 February 2012 near Qalaat Osk, "
        "a town in the northwest of Hama Governorate, Syria."
    )
    place = extraction.events.events[0].place
    assert place is not None
    assert (place.location, place.adm_1) == ("Qalaat Osk", "Hama Governorate")
