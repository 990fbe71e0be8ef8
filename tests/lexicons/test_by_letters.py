"""Tables of what a word's letters tell."""

from tasks.lexicons.by_letters import Told


def test_an_answer_is_worked_out_once_a_word() -> None:
    """The word's second coming is looked up."""
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    told = Told(length)
    assert [told[word] for word in ("at", "dawn", "at", "dawn")] == [2, 4, 2, 4]
    assert asked == ["at", "dawn"]


def test_a_text_of_many_words_is_answered_in_full_and_held_in_part() -> None:
    """However many words a text has, no more answers than the most are kept."""
    told = Told(len, most=3)
    words = ["x" * n for n in range(1, 9)]
    assert [told[word] for word in words + words] == [*range(1, 9), *range(1, 9)]
    assert len(told) <= 3
