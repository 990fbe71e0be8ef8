"""The words by which figures tell classes of people agree with each other."""

from __future__ import annotations

from tasks.figures.lines.figure_words import CLASS_ADJECTIVES, people
from tasks.figures.lines.people_phrase import class_of_phrase


def test_a_word_says_the_same_class_before_a_noun_and_for_itself() -> None:
    """Rebels and rebel leaders are of one class: nouns for people and words before such nouns agree."""
    both = {word: people()[word][1] for word in CLASS_ADJECTIVES.keys() & people().keys()}
    assert "rebel" in both
    assert both == {word: CLASS_ADJECTIVES[word] for word in both}


def test_the_word_next_to_the_noun_says_the_class() -> None:
    """A former rebel police commander is one of the police; a chief alone is of no class."""
    assert class_of_phrase(("former", "rebel", "police")) == "police"
    assert class_of_phrase(("senior",)) == "unknown"
