"""Places: the share resolved and the share wrong, by hand-made events."""

from pathlib import Path

import pytest

from benchmarks.accuracy.matching import share
from benchmarks.accuracy.places import CheckedPlace, PlaceListError, read_places, score_places
from benchmarks.accuracy.tokens import name_key

GOLD = Path(__file__).parents[1] / "gold"
OSLO = CheckedPlace("Oslo", "NOR", (59.91, 10.75))


def event(raw="in Oslo", country="NOR", latitude=59.9, longitude=10.7):
    """Return an event's row with its place."""
    return {"location_raw": raw, "country_iso3": country, "latitude": latitude, "longitude": longitude}


def test_places_that_events_state_are_counted():
    """An event without words for its place states none."""
    counts, wrong = score_places(
        (), [event(), event(country=None, latitude=None, longitude=None), event(raw=None)]
    )
    assert counts == {"place_country": share(1, 2), "place_point": share(1, 2)}
    assert not wrong


def test_a_point_within_25_km_is_right():
    """What lies further away is wrong, and so is another country."""
    for row, astray, off in (
        (event(), 0, 0),
        (event(latitude=60.2), 0, 1),
        (event(longitude=11.1), 0, 0),
        (event(country="SWE"), 1, 0),
    ):
        counts, wrong = score_places((OSLO,), [row])
        assert counts["place_wrong_country"] == share(astray, 1)
        assert counts["place_wrong_point"] == share(off, 1)
        assert len(wrong) == astray + off


def test_any_point_for_a_region_is_wrong():
    """A region has no point of its own; without one it is right."""
    region = CheckedPlace("Oslo", "NOR", None)
    assert score_places((region,), [event()])[0]["place_wrong_point"] == share(1, 1)
    none = event(latitude=None, longitude=None)
    assert score_places((region,), [none])[0]["place_wrong_point"] == share(0, 0)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Battle,Oslo,NOR,59.9,", "p.csv:2: .*a point is two numbers"),
        ("Battle,,NOR,59.9,10.7", "p.csv:2: .*are needed"),
        ("Battle,Oslo,NOR,north,10.7", "p.csv:2: .*is no point"),
        ("Battle,Oslo,NOR,159.9,10.7", "p.csv:2: .*no point on Earth"),
    ],
)
def test_a_bad_list_is_refused(tmp_path, line, message):
    """With file, line and value."""
    path = tmp_path / "p.csv"
    path.write_text(f"title,words,country_iso3,latitude,longitude\n{line}\n", "utf-8")
    with pytest.raises(PlaceListError, match=message):
        read_places(path)


def test_other_columns_are_refused(tmp_path):
    """A list of other columns is none."""
    path = tmp_path / "p.csv"
    path.write_text("title,place\n", "utf-8")
    with pytest.raises(PlaceListError, match="columns"):
        read_places(path)


def test_checked_places_stand_in_seen_articles():
    """Each of the listed places is named in an article of the seen set, never in one kept apart."""
    texts = {}
    for path in (GOLD / "articles" / "seen").iterdir():
        text = path.read_text("utf-8")
        title = text.splitlines()[0].strip("= ") if path.suffix == ".txt" else path.stem.replace("_", " ")
        texts[name_key(title)] = text
    for title, places in read_places(GOLD / "places.csv").items():
        for place in places:
            assert place.words in texts[title], (title, place.words)
