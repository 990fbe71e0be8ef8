"""Numbers that a text writes, in digits and in words."""

import pytest

from tasks.validate.checks.numbers_of_people import numbers_in


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("78–105 fighters", {78, 105}),
        ("1,008 dead", {1008}),
        ("twenty-five", {25}),
        ("a hundred and two", {102}),
        ("two dozen", {24}),
        ("three thousand five hundred", {3500}),
        ("1.5 million", {1_500_000}),
        ("two hundred thousand", {200_000}),
        ("Forty soldiers, three guards", {40, 3}),
        ("100+", {100}),
    ],
)
def test_numbers_are_read_in_digits_and_words(words: str, numbers: set[int]) -> None:
    """Each number that is written is found; none comes from nowhere."""
    assert numbers <= numbers_in(words)
    assert not numbers_in("Nobody knows how many soldiers there were and why") & set(range(1000))
