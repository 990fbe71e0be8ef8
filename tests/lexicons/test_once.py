"""Questions that are asked once a word."""

from tasks.lexicons.once import OncePerWord


def test_a_word_is_asked_about_once() -> None:
    """What is known of a word is not asked again, whatever words stand beside it."""
    asked: list[str] = []

    def is_short(word: str) -> bool:
        asked.append(word)
        return len(word) < 3

    short = OncePerWord(is_short)
    assert short.among({"an", "attack"}) == {"an"}
    assert short.among({"an", "attack", "on"}) == {"an", "on"}
    assert sorted(asked) == ["an", "attack", "on"]


def test_words_beyond_those_that_are_kept_are_answered_as_well() -> None:
    """A text with more words than are kept is answered in full."""
    short = OncePerWord(lambda word: len(word) < 3, most=2)
    assert short.among({"an", "attack"}) == {"an"}
    assert short.among({"an", "on", "convoy"}) == {"an", "on"}
    assert short.among({"an", "on", "attack"}) == {"an", "on"}
