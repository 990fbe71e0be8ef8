"""Sentences: hand rules on full stops, question and exclamation marks, and ellipses.

A sentence never ends within a closed quotation or a closed bracket that it opened. What a stop
after an abbreviation means is data (`tasks/lexicons/data/abbreviations.csv`); what single letters
and letters with stops ("J.", "U.S.", "p.m.") mean is told by their shape and by the next word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tasks.lexicons.load import load

_STOP = re.compile(r"(?:\.(?:[ \u00a0]?\.)+|[.!?…])[.!?…]*")
_CLOSERS = "\"”’»')]}_"
_NOTE = re.compile(r"(?:\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed)\])+", re.IGNORECASE)
_OPENERS = "\"“‘«'([{„_—–-‘ʿ‘¿¡"
_WORD_BEFORE = re.compile(r"[^\s\"“”‘«»()\[\]{}—–/]{1,40}\Z")
_NEXT_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.-?){1,}[^\W\d_]?\.?\Z")
_RUN_TOGETHER = re.compile(r"(?<=[a-z]{3})[.](?=[A-Z][a-z]{1,30}[ ,])")
_ARABIC_ARTICLE = re.compile(r"(?:al|el|an|ad|as|ash|at|ar|ibn|bin)-[A-ZʿʾĀ-Ž]")
_MONTH_OR_ZONE = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July"
    " August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue"
    " Wed Thu Fri Sat Sun EST EDT CST CDT MST MDT PST PDT GMT UTC BST CET CEST EET EEST MSK IST AST AKST"
    " Eastern Central Pacific Mountain Greenwich Moscow Local".split()
)
_STARTERS = frozenset(
    "The A An This That These Those He She It They We I You His Her Its Their Our My There Here In On At By"
    " For From With Without Within After Before During Since Until Under Over Between Among Amid Against"
    " About Above Across Along Around As According Although Though Because But And Or Nor So Yet If When"
    " While Where Whether Who What Why How However Meanwhile Moreover Furthermore Nevertheless Nonetheless"
    " Additionally Also Later Earlier Then Thus Therefore Hence Instead Despite Due Following Both Each"
    " Every All Some Several Many Most Much Few No None Not Another Other Others One Two Three Four Five"
    " Six Seven Eight Nine Ten Eleven Twelve Dozens Hundreds Thousands Only Even Just Once Upon To Of Such"
    " Soon Still Now Today Yesterday Eventually Finally Initially Subsequently Afterwards Apart Like"
    " Unlike Having Being Witnesses Officials Authorities Police Residents Sources Reports".split()
)
_SAYS = frozenset(
    "said says asked asks replied replies added adds wrote writes shouted exclaimed told tells insisted"
    " declared warned tweeted remarked answered cried demanded stated announced".split()
)


@cache
def _abbreviations() -> dict[str, str]:
    return {entry["abbreviation"]: entry["class"] for entry in load("abbreviations")}


def is_abbreviation(word: str) -> bool:
    """Say whether a word that ends in a stop ("Gen.", "Nov.", "J.") is an abbreviation."""
    return word in _abbreviations() or (len(word) == 2 and word[0].isupper() and word[1] == ".")


def split_sentences(
    text: str, start: int, end: int, closed: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of `text[start:end]`, without blanks around it.

    Args:
        text: the whole text.
        start: where the paragraph's prose starts.
        end: where it ends.
        closed: outermost closed quotations and brackets, marks included, in text order; no sentence
            ends within one of them.
    """
    begin = _skip_blanks(text, start, end)
    for stop in _boundaries(text, start, end, closed):
        if stop > begin:
            yield begin, stop
            begin = _skip_blanks(text, stop, end)
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        yield begin, end


def _boundaries(text: str, start: int, end: int, closed: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the positions right after each sentence's last character, but the last sentence's."""
    shields = iter(closed)
    shield = next(shields, None)
    position = start
    while match := _STOP.search(text, position, end):
        position = match.end()
        while shield and shield[1] <= match.start():
            shield = next(shields, None)
        after = _after_closers(text, position, end)
        if shield and shield[0] <= match.start():
            if not shield[1] <= after:
                position = match.end()
                continue
        if after >= end:
            return
        if not text[after].isspace():
            run = _RUN_TOGETHER.match(text, match.start(), end) if match.group() == "." else None
            if run and not shield_holds(shield, match.start()):
                yield match.end()
            continue
        if _ends(text, start, match.start(), match.group(), after, end):
            yield after
            position = after


def shield_holds(shield: tuple[int, int] | None, position: int) -> bool:
    """Say whether a position lies within a closed quotation or bracket."""
    return shield is not None and shield[0] <= position < shield[1]


def _after_closers(text: str, position: int, end: int) -> int:
    """Return the position after closing marks and notes that follow a stop."""
    probe = position
    if text[probe : probe + 1] in (" ", "\u00a0") and text[probe + 1 : probe + 2] in ("”", "»"):
        probe += 1
    while probe < end:
        if text[probe] in _CLOSERS:
            probe += 1
        elif text[probe] == "[" and (note := _NOTE.match(text, probe, end)):
            probe = note.end()
        else:
            break
    return probe


def _ends(text: str, start: int, at: int, stop: str, after: int, end: int) -> bool:
    """Say whether the stop at `at`, after whose closers a blank follows, ends its sentence."""
    following = _skip_blanks(text, after, end)
    if following >= end:
        return False
    probe = following
    while probe < end and text[probe] in _OPENERS:
        probe += 1
    is_quoted_next = probe > following
    word = _NEXT_WORD.match(text, probe, end)
    following_word = word.group() if word else ""
    if not following_word:
        return False
    is_capital = following_word[0].isupper() or following_word[0].isdigit()
    has_closers = after > at + len(stop)
    if stop != ".":
        return _mark_ends(text, stop, following_word, is_capital, has_closers, word.end() if word else end)
    before = _WORD_BEFORE.search(text[max(start, at - 40) : at])
    previous = before.group() if before else ""
    if not is_capital:
        return _lower_case_follows(text, probe, previous, has_closers, following_word)
    if has_closers or not previous:
        return True
    return _stop_ends(text, start, at, previous, following_word, is_quoted_next)


def _mark_ends(
    text: str, stop: str, following: str, is_capital: bool, has_closers: bool, word_end: int
) -> bool:
    """Say whether `!`, `?` or an ellipsis ends the sentence."""
    if not is_capital:
        return False
    if has_closers and following[0].isupper():  # "Is it over?" Smith asked.
        tail = text[word_end : word_end + 40].split(" ")
        return not any(word.strip(",.") in _SAYS for word in tail[:4]) or following in _STARTERS - {"He", "She"}
    return True


def _lower_case_follows(text: str, probe: int, previous: str, has_closers: bool, following: str) -> bool:
    """A small letter follows: the end only before an Arabic article or after a plain word."""
    if has_closers or f"{previous}." in _abbreviations() or "." in previous or len(previous) < 3:
        return False
    if _ARABIC_ARTICLE.match(text, probe):
        return True
    return previous.isalpha() and previous.islower() and len(following) > 1


def _stop_ends(text: str, start: int, at: int, previous: str, following: str, is_quoted: bool) -> bool:
    """Say whether the stop after a word ends its sentence where a capital or a digit follows."""
    kind = _abbreviations().get(f"{previous}.")
    is_starter = following in _STARTERS
    is_number = following[0].isdigit()
    if kind in ("title", "inner"):
        return False
    if kind in ("number", "month"):
        return not is_number and (kind == "month" or is_starter) and following.rstrip(".") not in _MONTH_OR_ZONE
    if kind == "unit":
        digits = text[max(start, at - len(previous) - 2) : at - len(previous)].strip()
        return not is_number or not digits[-1:].isdigit()
    if kind == "clock":
        return following.rstrip(".") not in _MONTH_OR_ZONE and not is_number
    if kind == "end":
        return is_starter or is_quoted
    if len(previous) == 1 and previous.isupper():
        return is_starter
    if "." in previous and _LETTERS_WITH_STOPS.match(previous):
        return is_starter
    return not (previous.isdigit() and at - len(previous) <= start)


def _skip_blanks(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position
