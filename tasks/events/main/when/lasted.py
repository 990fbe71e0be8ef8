"""The last day of an event of which the lead says how long it lasted: "lasted three days"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from tasks.events.sections import opening
from tasks.figures.lines.numbers import TENS, UNITS
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed, deeds, one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_NUMBERS = {word: n for word, n in (UNITS | TENS).items() if n > 1}
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "next": 2, "following": 2}
_TAKEN = one_of(words("settlement") | words("side_that_yields") | {"fort", "fortress", "castle", "base"})
_N = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)}|a)"
_UNIT = r"(?P<unit>day|week)s?\b(?! (?:later|earlier|ago|old))"
_LASTED = late_pattern(
    rf"\b(?P<verb>last(?:ed|ing|s)|went on|going on|continued|raged|dragged on|spanned|took place|over|were|"
    rf"was)"
    rf" (?:for |over |on for )?(?:the course of )?(?P<about>about |some |nearly |almost |more than |over )?"
    rf"(?:a total of )?{_N} (?:whole |full )?{_UNIT}(?P<of> of (?:\w+ )?(?P<what>\w+))?",
    re.IGNORECASE,
)
_LONG = late_pattern(rf"\b{_N}-(?P<unit>day|week)(?:-long| long)? (?P<what>\w+(?: \w+)?)", re.IGNORECASE)
_WEEKLONG = late_pattern(r"\b(?P<n>)(?P<unit>week)-long (?P<what>\w+(?: \w+)?)", re.IGNORECASE)
_ATTACKED = late_pattern(  # "besieged the town for nine days"
    rf"\b(?:besieg|shell|bombard|fought|battl|riot|rampag|clash|blockad|pillag|plunder|loot|skirmish|resist)"
    rf"(?:ed|d|ing)? (?:[\w'’-]+ ){{0,7}}?for (?:a total of )?{_N} (?:whole |full )?{_UNIT}"
)
_FROM_DAY = late_pattern(
    rf",? (?:and )?for {_N} (?:whole |full )?{_UNIT}(?=[,.;])"
)  # "from 4 May, for six days"
_BY_DAY = late_pattern(
    rf"\b[Ff]or {_N} (?:whole |full )?{_UNIT},? (?:from|starting(?: on)?|beginning(?: on)?) $"
)
_MORE = late_pattern(  # "flared up again on the two days that followed"
    r"\b(?:continued|went on|raged|resumed|spread|persisted|lasted|dragged on|flared up|broke out|recurred)"
    r"(?: \w+){0,2}? (?:on|over|for|during|in|throughout) "
    rf"(?P<next>the (?:next|following|ensuing) |another |a further |the )?{_N} (?P<more>more |further )?"
    r"(?P<unit>day|night|week)s?\b(?P<then> (?:that|which) followed)?"
)
_IN_ALL = late_pattern(  # "Twenty men died in the thirteen days."
    rf"\b(?:in|over|during) the {_N} {_UNIT}"
    rf"(?: of (?:the )?(?:{deed('days')}|fighting|clashes|violence|unrest|rioting))?(?=[.,;])"
)
_AFTER = late_pattern(
    rf"\b[Aa]fter {_N} {_UNIT} of [\w ]{{3,20}},? (?P<what>\w+) (?:ended|collapsed|was over|was lifted)\b"
)
_FELL_AFTER = late_pattern(
    rf"\b[Aa]fter {_N} {_UNIT} of [\w -]{{3,30}},? (?:the )?{_TAKEN} (?:finally |eventually )?"
    r"(?:fell|surrendered|capitulated|gave up|yielded|was (?:taken|captured|stormed|overrun))\b"
)
_NTH_DAY = late_pattern(
    rf"\b(?:ended|collapsed|surrendered|gave up|stormed|freed|released|put down|suppressed|crushed|over)\b"
    rf"[^.;]{{0,40}}\bon the (?P<nth>{'|'.join(_NTH)}) day\b"
)
_WORD = late_pattern(r"\w+")
_SUBJECTS = words("lasting")
_LASTING = ("last", "went", "going", "continued", "raged", "dragged")
_STANDING = deeds("days", "one") | {"rampage", "fighting", "violence"}
_BESIDE = tuple(
    [f"{prep} {word} " for prep in ("during", "of", "in", "after", "amid") for word in ("a", "the")]
)
_BEGAN = late_pattern(r"\b(?:began|started|erupted|broke out|commenced|opened)(?: \w+){0,4} $")
_MANY = 8  # sentences of the lead in which words stand that begin with the first day, or count from it
_FEW = 3  # sentences of the lead in which it is said
_SHORT = 3  # letters
_REACH = 60  # code points before the verb in which its subject stands
_WORDS = ("day", "week")


def last_day(document: Document, main: DateExpression) -> DateExpression | None:
    """Return the last day that the lead's words for how long it lasted give, None if there are none.

    What lasted three days from the second ended on the fourth.  "About", "nearly" and months give no day.
    """
    if main.start is None or main.start != main.end:
        return None
    for index, sentence in enumerate(opening(document)[:_MANY]):
        if sentence.words.isdisjoint(_SIGNS):
            continue
        found = _of_sentence(document, sentence) if index < _FEW else None
        found = found or _beside_day(document, sentence, main) or _in_all(document, sentence, main)
        if found is not None:
            days, span = found
            end = main.start + timedelta(days=days - 1)
            return replace(main, start=end, end=end, edtf=end.isoformat(), prec=1, span=span)
    return None


def _beside_day(document: Document, sentence: Sentence, main: DateExpression) -> tuple[int, Span] | None:
    """Return the days that the words beside the first day give: "from 4 May, for six days"."""
    if not sentence.span.contains(main.span):
        return None
    text = document.text
    after = _FROM_DAY.match(text, main.span.end)
    found = after or _BY_DAY.search(text, max(sentence.span.start, main.span.start - 50), main.span.start)
    return (_days(found), Span(found.start("n"), found.end("unit"))) if found and _days(found) else None


def _in_all(document: Document, sentence: Sentence, main: DateExpression) -> tuple[int, Span] | None:
    """Return the days that "in the thirteen days" counts of what began on the first day."""
    begins = _BEGAN.search(document.text, max(0, main.span.start - 60), main.span.start)
    if begins is None:
        return None
    found = _IN_ALL.search(document.text, sentence.span.start, sentence.span.end)
    return (_days(found), Span(found.start("n"), found.end("unit"))) if found and _days(found) else None


_SIGNS = frozenset(("day", "days", "week", "weeks", "week-long", "day-long")) | {
    f"{n}-{unit}{tail}"
    for n in (*_NUMBERS, *map(str, range(2, 41)))
    for unit in _WORDS
    for tail in ("", "-long")
}


def _of_sentence(document: Document, sentence: Sentence) -> tuple[int, Span] | None:
    words, start = sentence.span.of(document.text), sentence.span.start
    nouns = _SUBJECTS | _nouns(document.article.title)
    nth = _NTH_DAY.search(words)
    if nth is not None and not _subject(words, nth.start()).isdisjoint(nouns):
        return _NTH[nth["nth"]], Span(start + nth.start("nth"), start + nth.end())
    for found in _LASTED.finditer(words):
        days = _days(found)
        is_own = not _subject(words, found.start()).isdisjoint(nouns)
        if found["verb"].lower() in ("were", "was"):  # "were three days of violence"
            is_own = is_own and found["of"] is not None
        goes_on = words.startswith((" before", " after"), found.end("unit"))
        if goes_on and not found["verb"].lower().startswith(_LASTING):
            continue  # "took place two days after": but "lasted three days before it was put down"
        if days and is_own and not found["about"]:
            return days, Span(start + found.start("n"), start + found.end("unit"))
    more = _more(words, nouns)
    if more is not None:
        return _days(more) + 1, Span(start + more.start("n"), start + more.end("unit"))
    attacked = _ATTACKED.search(words)
    if (
        attacked is not None
        and _days(attacked)
        and not words.startswith((" before", " after"), attacked.end())
    ):
        return _days(attacked), Span(start + attacked.start("n"), start + attacked.end("unit"))
    after = _after_days(words, nouns)
    if after is not None:
        return _days(after) + (after["unit"] == "day"), Span(
            start + after.start("n"), start + after.end("unit")
        )
    for pattern in (_LONG, _WEEKLONG):
        for found in pattern.finditer(words):
            days = _days(found)
            told = {word.removesuffix("s") for word in found["what"].lower().split()}
            is_own = not told.isdisjoint(_STANDING | _nouns(document.article.title))
            if days and is_own and not words.endswith(_BESIDE, 0, found.start()):
                return days, Span(start + found.start(), start + found.end())
    return None


def _after_days(words: str, nouns: frozenset[str]) -> re.Match[str] | None:
    """Return where it is said after how many days it ended: "After five days of fighting the town fell"."""
    after = _AFTER.search(words)
    if after is not None and after["what"].lower().removesuffix("s") not in nouns:
        after = None
    after = after or _FELL_AFTER.search(words)
    return after if after is not None and _days(after) else None


def _more(words: str, nouns: frozenset[str]) -> re.Match[str] | None:
    """Return where it is said for how many more days it went on: "continued over the next two days"."""
    found = _MORE.search(words)
    if found is None or not _days(found) or _subject(words, found.start()).isdisjoint(nouns):
        return None
    is_more = (found["next"] or "the ") != "the " or found["more"] or found["then"]
    return found if is_more else None


def _days(found: re.Match[str]) -> int:
    """Return over how many days it went on, 0 where the words give one day only."""
    word = found["n"].lower()
    number = int(word) if word.isdigit() else _NUMBERS.get(word, 1)
    if found["unit"].lower() == "week":
        return 7 * number + 1
    return number if number > 1 else 0


def _subject(words: str, verb: int) -> set[str]:
    clause = re.split(r"[.;]", words[max(0, verb - _REACH) : verb])[-1]
    told = [word.lower().removesuffix("s") for word in _WORD.findall(clause)]
    return {*told, "it"} if told[-1:] == ["and"] else set(told)  # "broke out on 2 March and lasted"


def _nouns(title: str) -> frozenset[str]:
    return frozenset(w.removesuffix("s") for w in _WORD.findall(title) if w.islower() and len(w) > _SHORT)
