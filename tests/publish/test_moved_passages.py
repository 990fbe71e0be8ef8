"""Where a passage stands after its article was edited."""

import pytest

from tasks.publish.moved_passages import Edited

OLD = "Dr. Varga spoke first. Nine were killed, the Observatory said. Nine were killed in all."


def _words(edited: Edited, new: str, old: str, words: str) -> str | None:
    start = old.index(words)
    place = edited.now_at(start, start + len(words))
    return None if place is None else new[place[0] :]


@pytest.mark.parametrize("words", ["Dr. Varga", "Nine were killed, the", "in all."])
def test_a_sentence_more_moves_what_comes_after(words: str) -> None:
    """Each passage is found behind the new sentence, the same words in their turn."""
    new = "Talks failed. " + OLD
    assert _words(Edited(OLD, new), new, OLD, words) == new[new.index(words) :]


def test_within_an_edited_sentence_words_are_found_one_by_one() -> None:
    """What stays of a sentence stands where it now does; what was altered stands nowhere."""
    new = OLD.replace("Nine were killed, the", "At least ten were killed, the")
    edited = Edited(OLD, new)
    assert (_words(edited, new, OLD, "Observatory") or "").startswith("Observatory said.")
    assert _words(edited, new, OLD, "Nine were killed, the") is None
    assert _words(edited, new, OLD, "Nine were killed in all.") == "Nine were killed in all."


def test_a_passage_over_an_edited_word_is_gone() -> None:
    """Its first word alone is not it."""
    new = OLD.replace("Observatory said", "Observatory denied")
    assert _words(Edited(OLD, new), new, OLD, "Observatory said") is None


def test_texts_without_a_word_in_common() -> None:
    """Nothing is found, and nothing is looked for beyond the bound."""
    assert Edited("a b c. " * 3, "x y z. ").now_at(0, 1) is None
    assert Edited("", "x").now_at(0, 0) is None
    assert Edited(" ".join(map(str, range(2000))), " ".join(map(str, range(1, 2001)))).now_at(2, 3) is None
