"""What a text must hold for a pattern to match it."""

import re
import sys
from pathlib import Path

import pytest

from tasks.lexicons.needed import is_anchored, needed
from tasks.lexicons.sieve import Sieve


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\bnot guilty\b", ("not guilty",)),
        (r"(?:condemn|denounc)\w*", ("condemn", "denounc")),
        (r"^(?:[\w-]+ )?(?:had )?(?:killed|shot)\b", ("killed", "shot")),
        (r"attacks?|attack on", ("attack",)),
        (r"\borgani[sz]ed by\b", ("organised by", "organized by")),
        (r"(?:very )?\w+", ()),
        (r"^.", ()),
        (r"(?:an? )?lie|.", ()),
        (r"(?:raid)*", ()),
        (r"(?:raid)+", ("raid",)),
        (r"(?!raid)\w+ed by", ("ed by",)),
    ],
)
def test_the_strings_of_which_one_is_needed(pattern: str, strings: tuple[str, ...]) -> None:
    """Each string is one that a matching text may have for its own; optional parts are none."""
    assert needed(pattern) == strings


@pytest.mark.parametrize("text", ["Condemned it", "it was DENOUNCED", "Denouncing"])
def test_capitals_are_no_difference(text: str) -> None:
    """A text in which the pattern is found holds one of them in lower case."""
    pattern = r"(?:condemn|denounc)\w*"
    assert re.search(pattern, text, re.IGNORECASE)
    assert any(s in text.lower() for s in needed(pattern))


@pytest.mark.parametrize(
    ("pattern", "is_so"),
    [
        (r"^a|^b", True),
        (r"^(?:a|[|(]|\|) c", True),
        (r"^.", True),
        (r"^a|b", False),
        (r"^[^])]|b", False),
        (r"^(?:a|b)|c", False),
        (r"\ba", False),
        ("", False),
    ],
)
def test_a_pattern_is_anchored_only_if_each_way_is(pattern: str, is_so: bool) -> None:
    """A way that may begin anywhere must be searched for."""
    assert is_anchored(pattern) == is_so


def test_a_sieve_leaves_the_patterns_that_may_match() -> None:
    """Those without anything that they need are always tried, in the order of the patterns."""
    sieve = Sieve([r"\braids?\b", r"^.", r"attack|bomb", r"\braided\b"])
    assert list(sieve.worth_trying("a raid")) == [0, 1]
    assert list(sieve.worth_trying("a bomb")) == [1, 2]
    assert list(sieve.worth_trying("the raided camp was attacked")) == [0, 1, 2, 3]
    assert list(sieve.worth_trying("")) == [1]


@pytest.mark.parametrize(
    ("text", "is_worth"),
    [
        ("they did not torture anybody", True),
        ("they never bombed it", False),
        ("no proof was given", True),
        ("no torture was proven", False),
        ("they did torture him", False),
    ],
)
def test_a_pattern_is_worth_trying_where_all_that_one_of_its_ways_needs_is_there(
    text: str, is_worth: bool
) -> None:
    """Of each part that cannot be left out, one of the strings that it may be."""
    sieve = Sieve([r"\b(?:did|have) not (?:\w+ly )?(?:kill|tortur)\w*|\bno (?:proof|sign) \w+ given"])
    assert list(sieve.worth_trying(text)) == [0] * is_worth


@pytest.mark.parametrize(
    ("text", "is_worth"),
    [
        ("an attack on it", True),
        ("a counterattack on it", True),  # without "\\b" a string begins inside a word
        ("the attacks on it", False),
        ("they were late in", True),
        ("they were late into it", True),
        ("they wereabouts late in", False),
        ("his own hands by his own hand", True),
        ("his own", False),
    ],
)
def test_a_sieve_looks_for_words_within_a_string_as_whole_words(text: str, is_worth: bool) -> None:
    """Only the first may begin, and only the last end, inside a longer word."""
    sieve = Sieve([r"attack on|they were late in|own hands by his own hand"])
    assert list(sieve.worth_trying(text)) == [0] * is_worth


def test_what_many_patterns_need_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sieve made of what is kept beside the compiled modules lets the same patterns through."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    patterns = [*(rf"raid(?:ed)? {letter}\w+" for letter in "abcdefghijklmnop"), r"\w+"]
    made = list(Sieve(patterns).worth_trying("they raided pylons"))
    assert made == list(Sieve(patterns).worth_trying("they raided pylons")) == [15, 16]
    assert len(list(tmp_path.rglob("needed.*.list"))) == 1
