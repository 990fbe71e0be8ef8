"""What holds for figures whatever the text, and for numbers however they are written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tasks.figures.find import WITHOUT_TRIGGER, figures_of
from tasks.figures.lines import numbers
from tasks.figures.lines.groups import make_line
from tasks.text.tokens import tokenize

WORDS = [
    "killed", "were", "wounded", "12", "1,008", "people", "soldiers", "and", ",", "including", "(", ")",
    "a", "no", "one", "of", "them", "the", "death", "toll", "rose", "to", "dozens", "at least",
    "78–105", "100+", "dead", "who", "died", "another", "deaths", "in", "2016", "tanks", "lost",
    "among", "between", "from", "hundred", "–", "not",
]  # fmt: skip
_TENS = [f"{tens}-{unit}" for tens in numbers.TENS for unit in ("one", "five", "nine")]
SMALL = [*numbers.UNITS, *_TENS]


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_any_row_of_words_gives_sound_figures(text: str) -> None:
    """Nothing fails, spans are passages of the text, bounds are in order, qualifiers agree with them."""
    for figure in figures_of(make_line(text, tokenize(text, 0, len(text)))):
        assert 0 <= figure.number.start < figure.number.end <= len(text)
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        low, high = figure.value_low, figure.value_high
        assert low is None or high is None or low <= high
        assert (figure.value_qualifier == "vague") == (low is None and high is None)
        assert (figure.value_qualifier == "at_least") <= (high is None)
        assert (figure.value_qualifier == "at_most") <= (low is None)
        assert (figure.value_qualifier in ("exact", "approx")) <= (low == high)


ALL_WORDS = [*WORDS, *sorted(WITHOUT_TRIGGER), "claimed", "took", "victim", "burns", "with"]


@given(st.lists(st.sampled_from(ALL_WORDS), max_size=25).map(" ".join))
def test_a_line_without_its_words_holds_no_figure(text: str) -> None:
    """What lets a sentence be passed over loses nothing: no casualty word and no mark, no figure."""
    line = make_line(text, tokenize(text, 0, len(text)))
    if figures_of(line):
        assert line.triggers or not WITHOUT_TRIGGER.isdisjoint(line.words)


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from([",", "\u00a0", "\u2009", "\u202f", ""]))
def test_digits_are_read_with_every_separator(value: int, separator: str) -> None:
    """A number written with a separator of thousands is read as that number."""
    assert numbers.digits(f"{value:,}".replace(",", separator)) == value


@given(st.sampled_from(SMALL), st.sampled_from(["hundred", "thousand", "million"]), st.sampled_from(SMALL))
def test_number_words_add_up(first: str, scale: str, rest: str) -> None:
    """A number in words is read as its value: "five hundred and twenty-one" is 521."""
    head, tail = numbers.word(first), numbers.word(rest)
    assert head is not None
    assert tail is not None
    words = [first, scale, "and", rest]
    assert numbers.read(words, 0) == (head * numbers.SCALES[scale] + tail, 4)


@given(st.integers(min_value=0, max_value=99), st.integers(min_value=0, max_value=99))
def test_a_decimal_comma_is_no_separator(whole: int, part: int) -> None:
    """With fewer than three digits behind it, a comma parts no thousands: "2,5" is not 25."""
    assert numbers.digits(f"{whole},{part}") is None
