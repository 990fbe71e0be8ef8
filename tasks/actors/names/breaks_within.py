"""Marks that names hold although most end there: a comma, brackets, a possessive ending.

- comma: "Ada Quist, Jr.", "2nd Battalion, The Velmark Regiment", "2nd Battalion, 5th Rifles"
- brackets: "Ada B. (Fox) Quist", "Velmark Islamic (Freedom) Front", "Communist Party of Osk (Maoist)"
- possessive: "Princess Ada's Velmark Light Infantry"
- quotation: "Ada 'the Fox' Quist", 'Ada B. "Fox" Quist', 'Ada "Q"', '21st "Otter" Battalion'
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.countries import is_country
from tasks.actors.known.name_words import context, given_names, heads, titles
from tasks.actors.names.name_word import Word, word_of
from tasks.actors.names.written import is_name_token, is_ordinal
from tasks.model.document import Token

BREAKS = frozenset((",", "(", "'", '"', "“", "‘"))
_YOUNGER = frozenset(("jr", "jr.", "sr", "sr."))
PARTS = frozenset(("battalion", "squadron", "battery", "company", "bn"))  # of a regiment with a name
_LARGE = frozenset(("army", "corps", "division", "fleet", "force"))  # a list goes on with one, no part of it
_ROYAL = frozenset(("duchess", "duke", "emperor", "empress", "lady", "lord", "prince", "princess"))
_PERIODICALS = frozenset(("daily", "gazette", "journal", "magazine", "monthly", "review", "weekly"))
_NICKNAME = 3  # words
_WINGS = context("wings")  # as written, in brackets behind a party's name
_LONGEST = 6  # words behind the mark


def beyond_break(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return the indices of the words behind a comma or an opening bracket that go on with a name.

    Args:
        tokens: those of the sentence.
        words: of the name so far.
        index: of the mark, one of `BREAKS`.
    """
    if tokens[index].text == "(":
        return (
            _faction(tokens, index) or _bracketed(tokens, words, index) or _by_nickname(tokens, words, index)
        )
    if tokens[index].text != ",":
        return _nicknamed(tokens, words, index)
    following = index + 1
    if following == len(tokens):
        return ()
    if tokens[following].lower in _YOUNGER:
        return (following,) if len(words) > 1 and words[0].text[0].isupper() else ()
    opens = words[words[0].lower == "the" and len(words) > 1 :]
    if words[-1].lower not in PARTS or not is_ordinal(opens[0].text):
        return ()
    begin = following + (tokens[following].lower == "the")
    if is_ordinal(tokens[begin].text if begin < len(tokens) else ""):
        end = _end_of_numbered(tokens, begin)
    else:
        end = _end_of_unit(tokens, begin)
    return tuple(range(following, end)) if end > begin else ()


def _end_of_numbered(tokens: Sequence[Token], begin: int) -> int:
    """Return the index behind the numbered unit that a part is of, "1st Battalion, | 5th Marines", else 0.

    Of two battalions in a list neither is the other's.
    """
    end = begin + 1
    while end - begin < _LONGEST and is_name_token(tokens, end):
        end += 1
        if tokens[end - 1].lower in PARTS:
            return 0
        if heads().get(tokens[end - 1].lower) == "military" and tokens[end - 1].lower not in _LARGE:
            more = is_name_token(tokens, end) and heads().get(tokens[end].lower) == "military"
            return end + more
    return 0


def _faction(tokens: Sequence[Token], index: int) -> tuple[int, ...]:
    """Return the bracket that says which wing of a party is meant: "Communist Party of Osk (Maoist)"."""
    close = next((k for k in range(index + 2, min(index + 5, len(tokens))) if tokens[k].text == ")"), None)
    if close is None or tokens[index + 1].text.partition("–")[0].partition("-")[0] not in _WINGS:
        return ()
    return tuple(range(index, close + 1))


def _bracketed(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return a word in brackets and the head noun behind them, where neither alone ends the name."""
    head = index + 3
    if head >= len(tokens) or tokens[head - 1].text != ")" or len(words) < 2:
        return ()
    inner, last = tokens[index + 1], tokens[head]
    is_word = is_name_token(tokens, index + 1) and not inner.text.isupper()
    is_head = is_name_token(tokens, head) and last.lower in heads() and words[-1].lower not in heads()
    return (index + 1, head) if is_word and is_head else ()


def _nicknamed(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return the words of a nickname in quotation marks and the name behind it: "Ada | 'the Fox' Quist".

    Or the letter, with its marks, that stands for the surname of who is accused: 'Ada | "Q"'.
    """
    if words[0].text in given_names() and len(words) <= _NICKNAME and _is_quoted_letter(tokens, index):
        return (index, index + 1, index + 2)
    if not _are_first_names(words, tokens[index].kind == "quote"):
        return ()
    begin = index + 1
    begin += begin < len(tokens) and tokens[begin].lower == "the"
    end = begin
    while end - begin < _NICKNAME and is_name_token(tokens, end):
        end += 1
    is_quoted = begin < end < len(tokens) and tokens[end].kind == "quote" == tokens[index].kind
    if not is_quoted or not is_name_token(tokens, end + 1) or tokens[end + 1].lower in heads():
        return ()
    return (*range(begin, end), end + 1)


def _are_first_names(words: Sequence[Word], is_quoted: bool = False) -> bool:
    """Say whether a surname is still to come: "Ada", "Ada Maria", "Ada B.", "Xenda B." before a quotation."""
    words = _untitled(words)
    last = words[-1].text if words else ""
    is_initial = len(words) > 1 and len(last.rstrip(".")) == 1 and last[0].isupper()
    if is_initial and is_quoted and len(words) == 2:
        return True
    return 0 < len(words) < _NICKNAME and words[0 if is_initial else -1].text in given_names()


def _untitled(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words behind a title: "Colonel | Ada B."."""
    begin = next((at for at in range(len(words), 0, -1) if words[at - 1].lower in titles()), 0)
    return words[begin:]


def _by_nickname(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return a nickname in brackets and the surname behind it: "Ada B. | (Fox) Quist"."""
    words = _untitled(words)
    if len(words) < 2 or not _are_first_names(words) or words[0].text not in given_names():
        return ()
    is_name = is_name_token(tokens, index + 1) and is_name_token(tokens, index + 3)
    if not is_name or tokens[index + 2].text != ")" or tokens[index + 1].text.isupper():
        return ()
    return (index, index + 1, index + 2, index + 3)


def _is_quoted_letter(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a capital alone stands in quotation marks at a mark: '"N"'."""
    return (
        index + 2 < len(tokens)
        and tokens[index].kind == "quote" == tokens[index + 2].kind
        and len(tokens[index + 1].text) == 1
        and tokens[index + 1].text.isupper()
        and tokens[index + 2].start == tokens[index + 1].end
    )


def quoted_in_unit(tokens: Sequence[Token], position: int) -> int:
    """Return how many tokens behind a unit's number are its name in quotes: '21st | "Otter" Battalion'.

    0 where no noun for a unit stands behind the marks.
    """
    end = position + 2
    if end >= len(tokens) or tokens[position + 1].kind != "quote":
        return 0
    while end - position - 2 < _NICKNAME and is_name_token(tokens, end):
        end += 1
    is_closed = end > position + 2 and end < len(tokens) and tokens[end].kind == "quote"
    if not is_closed or not is_name_token(tokens, end + 1):
        return 0
    return end - position if heads().get(tokens[end + 1].lower) == "military" else 0


def unit_of(tokens: Sequence[Token], words: Sequence[Word]) -> Word | None:
    """Return the last word with its possessive ending where it is a part of a unit's or a paper's name.

    "Princess Ada's | Velmark Light Infantry", "Quist's | Defence Weekly"; None where the words own what
    stands behind them.
    """
    token = tokens[words[-1].token]
    if words[0].lower not in _ROYAL:
        if not _is_periodical(tokens, words):
            return None
    elif _end_of_unit(tokens, words[-1].token + 1) == 0:
        return None
    return word_of(token.text, token.start, token.end, words[-1].token)


def _is_periodical(tokens: Sequence[Token], words: Sequence[Word]) -> bool:
    """Say whether one word owns a paper that is called by its owner: "Quist's | Defence Weekly"."""
    text = words[0].text
    if len(words) > 1 or is_country(text) or text in given_names():
        return False
    end = begin = words[0].token + 1
    while end - begin < _LONGEST and is_name_token(tokens, end):
        end += 1
    return end - begin > 1 and tokens[end - 1].lower in _PERIODICALS


def _end_of_unit(tokens: Sequence[Token], begin: int) -> int:
    """Return the index behind a unit's name that begins here and has a noun for one at its end, else 0."""
    end = begin
    while end - begin < _LONGEST and is_name_token(tokens, end):
        end += 1
    while end > begin and heads().get(tokens[end - 1].lower) != "military":
        end -= 1
    return end if end > begin + 1 else 0
