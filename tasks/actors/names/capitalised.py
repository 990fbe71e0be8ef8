"""Runs of capitalised words: where a name may stand.

A run is capitalised words in a row, with the small words that names hold ("of", "for", "al", "bin",
"de", "and" within "Organisation for X and Y").  What the run names, and whether it is one name or
several ("Harbour Institute Ada Quist"), is decided in `segments` and `kinds`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from tasks.actors.known.armed_groups import first_words
from tasks.actors.known.countries import countries, is_country
from tasks.actors.known.name_words import collectives, context, given_names, heads, name_words, titles
from tasks.actors.names.branches import DASHES, branch
from tasks.actors.names.breaks_within import BREAKS, beyond_break, quoted_in_unit, unit_of
from tasks.actors.names.complements import CAUSES, CONNECTORS, OF_OR_FOR, complement
from tasks.actors.names.datelines import is_behind_dateline
from tasks.actors.names.days_of_names import day_of_name, is_of_paper, named_after_day
from tasks.actors.names.name_run import Run
from tasks.actors.names.name_word import Word, word_of
from tasks.actors.names.proven import proven
from tasks.actors.names.spelling import Spelling
from tasks.actors.names.unit_names import takes_number
from tasks.actors.names.unit_numbers import is_numbered_unit
from tasks.actors.names.written import TIED, is_capitalised, is_name_token, is_ordinal, word_at
from tasks.model.document import Sentence, Token

PARTICLES = context("particles")
_SMALL_WITHIN = PARTICLES | CONNECTORS  # small words that a name may hold
_MARKS_WITHIN = DASHES | BREAKS | {".", "&"}
_BULLETS = frozenset((":", "•", "*", "-", "–", "—"))
_ENDS_SENTENCE = frozenset((".", "!", "?", "…", "...", ":"))  # within a quotation as well
_BEFORE_DAY = frozenset(("black", "bloody", "good", "red"))
_DATE_NAMES = frozenset(("may", "march", "august", "april", "june", "jan"))  # also names of people and things
_UNITS = context("unit_heads")


def find_runs(sentence: Sentence, spelling: Spelling) -> Iterator[Run]:
    """Yield the runs of a sentence in text order."""
    tokens = sentence.tokens
    opening, capitalised = spelling.opening, spelling.capitalised
    may_be_listed = not first_words().isdisjoint(sentence.words)
    end = 0  # of the last run
    for position in [at for at, token in enumerate(tokens) if token.text in opening]:
        if position < end or (position and tokens[position - 1].text == "#"):  # no name is a hashtag
            continue
        token = tokens[position]
        text, kind = token.text, token.kind
        if kind != "word" and kind != "number":
            continue
        tied = _tied(token, position, spelling) if "-" in text or "‑" in text else None
        if tied is not None:
            yield Run(sentence, _with_country(tokens, position, tied))
        is_name = kind == "word" and text in capitalised and not ("-" in text and _is_months(text))
        if not is_name and not (text[0].isdigit() and _is_unit(tokens, position)):
            continue
        words = _extend(tokens, position, capitalised, may_be_listed)
        if position > end and tokens[position - 1].text == "al" and is_name:  # "al Xenda"
            words.insert(0, word_at(tokens, position - 1))
        end = words[-1].token + 1
        initial = position == 0 or _is_initial(tokens, position)
        first = 0
        if (initial or (words[0].lower in OPENERS and words[0].text.isupper())) and not (
            _is_acronym(words) or words[0].text in spelling.shorts
        ):
            first = _behind_opening(words, spelling)
        if first == 0:
            yield Run(sentence, tuple(words), initial)
        elif first < len(words):
            yield Run(sentence, tuple(words[first:]), False)


def _is_months(text: str) -> bool:
    """Say whether months or weekdays are joined: "the March-April violence"."""
    return all(name_words().get(part.lower()) == "date" for part in text.split("-"))


def _tied(token: Token, position: int, spelling: Spelling) -> Word | None:
    """Return the name before the hyphen of "X-backed", None if there is none, as in "Nuclear-armed X"."""
    behind = token.text.replace("‑", "-").rpartition("-")[2]
    if token.kind != "word" or behind not in TIED:
        return None
    text = token.text[: -len(behind) - 1]
    if not position and not (is_country(text) or text[1:2].isupper() or text in spelling.written):
        return None
    return (
        word_of(text, token.start, token.start + len(text), position, True) if is_capitalised(text) else None
    )


def _with_country(tokens: Sequence[Token], position: int, tied: Word) -> tuple[Word, ...]:
    """Return the words of the name before a hyphen: both of "United States-trained"."""
    if position and f"{tokens[position - 1].text} {tied.text}" in countries().names:
        return word_at(tokens, position - 1), tied
    return (tied,)


def _is_unit(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a token that begins with a digit begins the name of a unit."""
    token = tokens[position]
    if named_after_day(tokens, position):
        return True
    if is_ordinal(token.text):  # "10th Mountain Division"
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if following is not None and following.kind == "quote":
            return quoted_in_unit(tokens, position) > 0
        return bool(following and following.kind == "word" and following.text[0].isupper())
    return token.kind == "number" and is_numbered_unit(tokens, position)


def _is_initial(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a later word than the first begins a quotation, a list item or, within one, a sentence."""
    before = tokens[position - 1]
    if before.kind == "word":  # mostly
        return False
    is_quoted = before.kind == "quote" and not (position > 1 and tokens[position - 2].lower == "the")
    ends = is_quoted or before.text in _ENDS_SENTENCE  # but in 'the "Xenda gang"' the name alone is quoted
    return ends or is_behind_dateline(tokens, position) or (position == 1 and before.text in _BULLETS)


def _extend(tokens: Sequence[Token], position: int, capitalised: Set[str], may_be_listed: bool) -> list[Word]:
    """Return the words of the run that begins here.

    Args:
        tokens: those of the sentence.
        position: index of the first.
        capitalised: words that look like (a part of) a name.
        may_be_listed: the sentence has a word that begins a name of the list of armed groups.
    """
    words = [word_at(tokens, position)]
    if tokens[position].text[0].isdigit():
        more = named_after_day(tokens, position) or quoted_in_unit(tokens, position)
        more = more or int(is_ordinal(words[0].text))
        words += [word_at(tokens, position + at) for at in range(1, more + 1)]
    while True:
        last = words[-1]
        behind = last.token + 1
        if behind == len(tokens):
            return words
        if last.is_owner:
            unit = unit_of(tokens, words)
            if unit is None:
                return words
            words[-1] = unit
        if tokens[behind].text in _UNITS and is_ordinal(words[0].text):
            return [*words, word_at(tokens, behind)]  # "the 3rd Osk regiment"
        if not may_be_listed and _ends(tokens[behind], capitalised):  # mostly
            return words
        step = _next(tokens, words, capitalised)
        if not step and (may_be_listed or tokens[behind].text in CONNECTORS):
            step = proven(tokens, words, behind, may_be_listed)
        if not step:
            return words
        for index in step:
            words.append(word_at(tokens, index))


def _ends(token: Token, capitalised: Set[str]) -> bool:
    """Say whether a name surely ends before a token: a small word or a mark that no name holds."""
    text = token.text
    if token.kind == "word":
        return text not in capitalised and text not in _SMALL_WITHIN and not text[0].isdigit()
    return token.kind != "number" and text not in _MARKS_WITHIN


def _next(tokens: Sequence[Token], words: Sequence[Word], capitalised: Set[str]) -> tuple[int, ...]:
    """Return the indices of the tokens that go on with the run, connectors included; empty at its end."""
    last = words[-1]
    index = last.token + 1
    token = tokens[index]
    text, kind = token.text, token.kind
    if text[0].isdigit() and (day := day_of_name(tokens, words, index)):
        return day
    if kind != "word":
        if kind == "number":  # "No. 175 Squadron"
            return (index,) if takes_number(words, tokens) else ()
        return _beyond_mark(tokens, words, index)
    if text in capitalised:
        return () if _breaks(tokens, words, text) else (index,)
    if text in PARTICLES:
        beyond = index + 1
        while beyond < len(tokens) and tokens[beyond].text in PARTICLES:
            beyond += 1
        return tuple(range(index, beyond + 1)) if is_name_token(tokens, beyond) and beyond - index < 3 else ()
    if text in CONNECTORS:
        return complement(tokens, words, index)
    if text[0].isdigit() and is_ordinal(text):  # "ROK 5th Division", not "Tuesday 5th"
        is_unit = is_numbered_unit(tokens, index) and name_words().get(last.lower) != "date"
        return (index, index + 1) if is_unit else ()
    return ()


def _beyond_mark(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return the indices of a mark within a name ("Gen. X", "X & Y", "X – Y Command") and what it joins."""
    mark, last = tokens[index], words[-1]
    if mark.text in BREAKS:
        return beyond_break(tokens, words, index)
    if (
        mark.text == "."
        and mark.start == last.end
        and len(last.text) <= 4
        and is_name_token(tokens, index + 1)
        and (len(last.text) == 1 or f"{last.lower}." in titles())
    ):
        return (index + 1,)
    is_person = len(words) > 1 and words[0].text in given_names()
    joins = mark.text == "&" and is_name_token(tokens, index + 1) and not is_person
    return (index, index + 1) if joins else branch(tokens, words, index)


def _breaks(tokens: Sequence[Token], words: Sequence[Word], text: str) -> bool:
    """Say whether a month or a weekday stands here: it belongs to a date, not to a name."""
    at, small = words[0].token, words[0].lower
    is_name = small in _DATE_NAMES and not text.isupper() and tokens[at - 1].kind != "number"
    if len(words) == 1 and name_words().get(small) == "date" and not is_name:
        return not is_of_paper(tokens, at)
    return name_words().get(text.lower()) == "date" and words[-1].lower not in _BEFORE_DAY


def _is_acronym(words: Sequence[Word]) -> bool:
    """Say whether a short name that is a word begins the run ("US Navy", "IS"), not a line of capitals."""
    first = words[0].text
    is_line = len(words) > 1 and all(w.text.isupper() for w in words[1:])
    return (first in countries().adjectives or first == "IS") and not is_line


def _behind_opening(words: Sequence[Word], spelling: Spelling) -> int:
    """Return where a name begins behind a first word that has its capital from the sentence alone.

    0 where the first word belongs to the name, the number of words if nothing is left.
    """
    small = words[0].lower
    if len(words) > 2 and words[1].text == "for" and words[2].lower in CAUSES:
        return 0  # "Lawyers for Justice wrote"
    if small == "al" or (len(words) > 1 and is_country(f"{words[0].text} {words[1].text}")):
        return 0
    is_small = len(words) > 1 and spelling.has_small(small) and small not in titles() and small not in heads()
    is_small = is_small and not spelling.is_named(words)
    is_plural = small in collectives() or heads().get(small) == "unknown"  # "Members of the X"
    is_counted = is_plural and len(words) > 1 and words[1].text in OF_OR_FOR
    is_small = is_small or (is_counted and not spelling.is_named(words))
    if small not in OPENERS and not is_small and not _is_people_of(words):
        return 0
    start = 1
    while start < len(words) and not _begins(words[start].text):
        start += 1
    return start


def _begins(text: str) -> bool:
    """Say whether a name may begin with a word."""
    return is_capitalised(text) or is_ordinal(text) or text == "al"


def _is_people_of(words: Sequence[Word]) -> bool:
    """Say whether a common noun for people stands before a given name: "Civilians Ada Quist and ..."."""
    small = words[0].lower
    if small.endswith("s") and titles().get(small[:-1]) in ("rank", "office"):
        return len(words) > 1 and not any(w.lower in heads() or w.text in OF_OR_FOR for w in words[1:])
    is_noun = small in collectives() or (small.endswith("s") and small[:-1] in titles())
    return is_noun and len(words) > 2 and words[1].text in given_names()


OPENERS = context("openers")
