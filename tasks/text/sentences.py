"""Sentences: hand rules on full stops, question and exclamation marks, and ellipses.

A sentence never ends within a closed quotation or a closed bracket that it opened. What a stop
after an abbreviation means is data (`tasks/lexicons/data/abbreviations.csv`); what single letters
and letters with stops ("J.", "U.S.", "p.m.") mean is told by their shape and by the next word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tasks.lexicons.classes import classes
from tasks.lexicons.load import load

_STOP = re.compile(r"[.!?…](?:(?<=\.)(?:[ \u00a0]?\.)+)?[.!?…]*")  # begins with the marks: a faster look
_FULL_STOP = re.compile(r"\.(?:[ \u00a0]?\.)*")  # the same where there are no others: much faster
_OTHER_STOPS = "!?…"
_CLOSERS = "\"”’»')]}_"
_NOTE = re.compile(r"(?:\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed)\])+", re.IGNORECASE)
_OPENERS = "\"“‘«'([{„_—–-‘ʿ‘¿¡"
_WORD_BEFORE = re.compile(r"[^\s\"“”‘«»()\[\]{}—–/]{1,40}\Z")
_NEXT_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.-?){1,}[^\W\d_]?\.?\Z")
_RUN_TOGETHER = re.compile(  # where a note was left out: "by the guards.The men", "by the guards.29 people"
    r"(?:(?<=[a-z]{3})|(?<=\d{4}))\.(?=[A-Z][a-z]{1,30}[ ,]|A [a-z])"
    r"|(?<=[a-z]{4})\.(?=\d{1,3}(?:,\d{3})? [a-z]{3})"
)
_NAMES_WITH_MARK = ("Yahoo",)
_ARABIC_ARTICLE = re.compile(r"(?:al|el|an|ad|as|ash|at|ar|ibn|bin)-[A-ZʿʾĀ-Ž]")


@cache
def _words(kind: str) -> frozenset[str]:
    return classes("sentence_starts")[kind]


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
    begin = position = start
    has_others = any(map(text[start:end].__contains__, _OTHER_STOPS))
    look = (_STOP if has_others else _FULL_STOP).search
    while match := look(text, position, end):
        position = match.end()
        while shield and shield[1] <= match.start():
            shield = next(shields, None)
        after = _after_closers(text, position, end)
        if shield and shield[0] <= match.start() and shield[1] > after:
            continue
        if after >= end:
            return
        if not text[after].isspace():
            if match.group() == "." and after == position and _RUN_TOGETHER.match(text, match.start(), end):
                yield position
                begin = position
            continue
        at = match.start()
        if (
            _is_plain_end(text, begin, at, after, end)
            or Stop(text, begin, at, match.group(), after, end).is_end()
        ):
            yield after
            begin = position = after


def _is_plain_end(text: str, begin: int, at: int, after: int, end: int) -> bool:
    """Say whether a full stop stands between a word in small letters and a capital, as nearly always.

    It does end its sentence then; whether another stop does takes a longer look.
    """
    if after != at + 1 or text[at] != "." or after + 1 >= end or not text[after + 1].isupper():
        return False
    word = text[max(begin, at - 40) : at].rpartition(" ")[2]
    return word.isalpha() and word.islower() and len(word) > 1 and f"{word}." not in _abbreviations()


def _after_closers(text: str, position: int, end: int) -> int:
    """Return the position after closing marks and notes that follow a stop."""
    if text[position : position + 1] == " " and text[position + 1 : position + 2] not in ("”", "»"):
        return position  # nearly always
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


@dataclass(slots=True)
class Stop:
    """A stop with what stands around it.

    Attributes:
        begin: where its sentence starts.
        at: where it stands; `mark` is it ("." or "?!" or "...").
        after: the position after closing marks, where a blank follows.
        end: of the paragraph.
    """

    text: str
    begin: int
    at: int
    mark: str
    after: int
    end: int
    previous: str = ""  # the word before
    following: str = ""  # the word after, without opening marks
    word_end: int = 0  # of the word after

    def is_end(self) -> bool:
        """Say whether the sentence ends here."""
        text = self.text
        start = _skip_blanks(text, self.after, self.end)
        probe = start
        while probe < self.end and text[probe] in _OPENERS:
            probe += 1
        word = _NEXT_WORD.match(text, probe, self.end)
        if not word:
            return False
        self.following, self.word_end = word.group(), word.end()
        before = _WORD_BEFORE.search(text[max(self.begin, self.at - 40) : self.at].rpartition(" ")[2])
        self.previous = before.group() if before else ""
        if not (self.following[0].isupper() or self.following[0].isdigit()):
            return self.mark == "." and self._lower_case_follows(probe)
        if self.mark != ".":
            return self._after_other_mark()
        return not self.previous or self._after_full_stop(is_opening=probe > start)

    def _after_other_mark(self) -> bool:
        """`!`, `?` or an ellipsis: no end in `"Is it over?" Smith asked.` and in `Yahoo! News`."""
        if self.mark == "!" and self.previous in _NAMES_WITH_MARK:
            return self._follows("starter")
        is_quotation = self.after > self.at + len(self.mark) and self.text[self.begin] in "\"“«‘'"
        if not is_quotation or (self._follows("starter") and self.following not in ("He", "She")):
            return True
        tail = self.text[self.word_end : self.word_end + 40].split()
        return not any(word.strip(",.:") in _words("speech") for word in tail[:4])

    def _lower_case_follows(self, probe: int) -> bool:
        """The end only before an Arabic article or after a plain word."""
        if self.after > self.at + 1 or len(self.previous) < 2 or "." in self.previous or self._kind():
            return False
        if _ARABIC_ARTICLE.match(self.text, probe):
            return True
        is_plain = self.previous.isalpha() and self.previous.islower() and len(self.previous) > 2
        return is_plain and len(self.following) > 1

    def _after_full_stop(self, is_opening: bool) -> bool:
        """A capital or a digit follows."""
        kind = self._kind()
        is_number = self.following[0].isdigit()
        first = _skip_blanks(self.text, self.begin, self.end)
        if self.at - len(self.previous) <= first and (kind or self.previous.isdigit()):
            return False  # "Co. A of the ...", "1. The ...": nothing else is in the sentence yet
        if self.previous.isdigit() and self._word_before_previous().endswith(":"):
            return False  # "found the following: 1. The ..."
        if kind in ("title", "inner"):
            return False
        if kind == "number":
            return not is_number and self._follows("starter")
        if kind == "month":
            return not is_number and not self._follows("calendar")
        if kind == "clock":
            return not self._follows("calendar") and not (is_number and self._is_date_next())
        if kind == "unit":
            return not is_number or not self._has_number_before()
        if kind == "end":
            return self._follows("starter") or is_opening
        if kind is None and len(self.previous) == 1 and self.previous.isupper():
            return self._follows("starter") or self._word_before_previous() in _words("designator")
        if kind is None and "." in self.previous and _LETTERS_WITH_STOPS.match(self.previous):
            return self._follows("starter")
        is_short = self.previous.isdigit() and len(self.previous) <= 2
        return not (is_short and (self._follows("calendar") or self._counts_unit()))

    def _counts_unit(self) -> bool:
        """Say whether a number is the ordinal of a name: "the 5. Coastal District"."""
        is_determined = self._word_before_previous().lower() == "the"
        return is_determined and self.following.isalpha() and not self._follows("starter")

    def _kind(self) -> str | None:
        """The class of the abbreviation before the stop; of "Maj.-Gen." and "Lt.Col" that of its end."""
        known = _abbreviations()
        whole = known.get(f"{self.previous}.")
        if whole or not ("." in self.previous or "-" in self.previous):
            return whole
        return known.get(re.split(r"[.-]", self.previous)[-1] + ".")

    def _follows(self, kind: str) -> bool:
        return self.following.rstrip(".") in _words(kind)

    def _is_date_next(self) -> bool:
        following = _NEXT_WORD.match(self.text, _skip_blanks(self.text, self.word_end, self.end), self.end)
        return following is not None and following.group().rstrip(".") in _words("calendar")

    def _word_before_previous(self) -> str:
        words = self.text[max(self.begin, self.at - 40) : self.at].split()
        return words[-2] if len(words) > 1 else ""

    def _has_number_before(self) -> bool:
        return self._word_before_previous()[-1:].isdigit()


def _skip_blanks(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position
