"""The probe of words of one meaning tells what an exchange takes, and nothing where casus knows both."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.probe_synonyms import Change, changes, line_of, lines

_TEXT = """= 2016 Karvel bombing =

On 3 May 2016, a bomb exploded at a market in Karvel. Twelve people were killed.
The mayor, Ada Brandt, said that the attack was the worst in years.
"""


@pytest.fixture(name="article")
def _article(tmp_path: Path) -> Path:
    path = tmp_path / "karvel.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def _changes(article: Path, *words: str) -> list[Change]:
    told = changes(article, [line_of("asked", words)], 1, len(words))
    return [change for _, _, found in told for change in found]


@pytest.mark.parametrize(
    "words", [("killed", "slain"), ("said", "stated"), ("an attack", "the attack"), ("x", "y")]
)
def test_words_that_are_known_alike_change_nothing(article: Path, words: tuple[str, ...]) -> None:
    """Nothing is told where each list has both words, or where no word of the line stands."""
    assert _changes(article, *words) == []


def test_what_an_unknown_word_takes_is_told(article: Path) -> None:
    """A word that no list has is told with the aspect and with what went."""
    (change,) = _changes(article, "said", "blathered")
    assert (change.title, change.exchange, change.aspect) == ("karvel", "said -> blathered (asked)", "claims")
    assert {fact[:2] for fact in change.lost} == {("the mayor, ada brandt", "statement")}
    assert not change.gained
    assert {change.aspect for change in _changes(article, "killed", "greeted")} >= {"toll"}


def test_an_exchanged_word_is_written_as_the_other_was() -> None:
    """A capital stays, the article suits the new word, and no part of a longer word is touched."""
    line = line_of("attack", ("attack", "raid"))
    assert line.exchanged("A raid. Raid, a raid-like thing, raids", "attack") == (
        "An attack. Attack, a raid-like thing, raids"
    )
    assert (
        line_of("m", ("several", "a number of")).exchanged("Several men", "a number of") == "A number of men"
    )


def test_names_headings_and_words_only_put_in_stay() -> None:
    """A word of a heading or a name is not taken out, nor is one that is marked as only put in."""
    line = line_of("army", ("army", "+navy"))
    assert line.exchanged("== An army ==\nThe Red Army and an army. Army men.", "navy") == (
        "== An army ==\nThe Red Army and a navy. Navy men."
    )
    assert line.exchanged("a navy", "army") == "a navy"


def test_each_line_of_the_data_file_has_words_to_exchange() -> None:
    """No line has fewer than two words or a word twice, and no two lines have one name."""
    every = lines()
    assert len({line.name for line in every}) == len(every) > 100
    assert [
        line.name for line in every if len(line.words) < 2 or len(set(line.words)) < len(line.words)
    ] == []
