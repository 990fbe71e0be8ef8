"""Names of the gazetteer, found by their main name and by the key of any spelling."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.places import gazetteer
from tasks.places.folded_place_names import fold, fold_lines
from tasks.places.gazetteer import lookup, lookup_exact, towns
from tasks.places.spellings import Spellings, folded, main_names

RECORDS = [
    {"geonameid": 1, "name": "Șcheia", "latitude": 1.5, "alternatenames": ["Scheia", "Шкея"]},
    {"geonameid": 2, "name": "St. Mary's", "latitude": 2.5, "alternatenames": []},
    {"geonameid": 3, "name": "Scheia", "latitude": 3.5, "alternatenames": ['The "old" one', "A, b"]},
]
BLOCK = json.dumps({str(one["geonameid"]): one for one in RECORDS}).encode()


def test_any_latin_spelling_is_found() -> None:
    """Marks, points and quotation marks in a name do not hide it; other scripts do not count."""
    index = Spellings(folded(BLOCK, 0, len(BLOCK)))
    assert [len(list(index.of(fold(name)))) for name in ("Scheia", "St Marys", "The old one", "a b")] == [
        2, 1, 1, 1,
    ]  # fmt: skip
    assert not list(index.of(fold("Shkeia")))
    assert not list(index.of("scheia\t"))


def test_main_names_alone() -> None:
    """The index of main names knows them as they are written, and no others."""
    index = Spellings(main_names(BLOCK))
    assert list(index.of("Scheia")) == [BLOCK.index(b'"name": "Scheia"')]
    assert not list(index.of("A, b"))


@given(st.sets(st.text("ab", max_size=3)), st.text("abc", max_size=3))
def test_a_name_is_found_among_all_others(names: set[str], sought: str) -> None:
    """Be it the first or the last, or the beginning of another: what is there is found, and nothing else."""
    lines = "".join(sorted(f"{name}\t{len(name)}\n" for name in names)).encode()
    assert list(Spellings(lines).of(sought)) == ([len(sought)] if sought in names else [])


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
def test_many_names_fold_as_each_alone(names: list[str]) -> None:
    """What stands beside a name does not change its key."""
    assert fold_lines(names) == [fold(name) for name in names]
    assert fold_lines(()) == []


def test_letters_that_only_some_languages_have() -> None:
    """A Romanian letter with a comma below does not hide a village."""
    assert lookup("Seulia de Mures", "RO") == lookup("Șeulia de Mureș", "RO") != ()


def test_towns_by_their_main_name() -> None:
    """A town is found by its name with its marks, and not by another name of it."""
    assert towns("Medellín")[0].country == "CO"
    assert not towns("no town \t is called this")


def test_a_listed_country_gives_what_a_search_of_it_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether its spellings are listed by then does not change which places have a name just so."""
    names = ("Baghdad", "baghdad", "Bagdad", "Al Başrah", "بغداد", "IQ", "07", "name", "Nowhere")

    def found() -> list[tuple[int, ...]]:
        lookup_exact.cache_clear()
        return [tuple(one.geonameid for one in lookup_exact(name, "IQ")) for name in names]

    monkeypatch.setattr(gazetteer, "_listed", {})
    monkeypatch.setattr(gazetteer, "_searched", Counter())
    monkeypatch.setattr(gazetteer, "is_kept", lambda *_: False)
    searched = found()
    assert not gazetteer._listed
    monkeypatch.setattr(gazetteer, "_searched", Counter())
    monkeypatch.setattr(gazetteer, "is_kept", lambda *_: True)
    assert found() == searched
    assert list(gazetteer._listed) == ["IQ"]
    assert [bool(one) for one in searched] == [True, False, True, True, True, *[False] * 4]


@pytest.mark.parametrize("code", ["AD", "IQ", "us", "ZW"])
def test_a_country_s_records_are_all_found(code: str) -> None:
    """The file has its countries in the order of their codes: first, within, largest, last."""
    data = gazetteer._mapped("cities500.json")
    start, end = gazetteer._slice(code)
    mark = b'"countrycode": "%b"' % code.upper().encode()
    assert data[start:end].count(mark) == data[start:end].count(b'"countrycode"') > 0
    assert data.find(mark, 0, start) == data.find(mark, end) == -1
