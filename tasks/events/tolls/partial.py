"""Numbers that say themselves that they are not the whole: "on the spot", "first reports", "may have"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tasks.events.tolls.told_figure import ToldFigure, victim_words
from tasks.lexicons.deeds import deed
from tasks.lexicons.sifted import Signs
from tasks.model.article import INFOBOX, LEAD

_EARLY = re.compile(
    r"\b(?:first|initial|initially|early|earlier|preliminary|originally|at first|at least \w+ early)"
    r" (?:reports?|counts?|estimates?|tolls?|figures?|reported|said|thought|put|stated|believed)\b"
    r"|\b(?:first|initial|early|preliminary) (?:[\w-]+ ){1,2}(?:reports|counts?|estimates?|tolls?|figures)\b"
    r"|\bearlier,? (?:[\w-]+ ){0,4}had (?:spoken|said|reported|put|given|told|counted)\b"
    r"|\b(?:initially|originally|at first|first (?:given|put|stated|reported|announced|estimated))\b",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"\b(?:on the spot|outright|instantly|immediately|at the scene|on the day|"
    r"on the (?:first|opening) (?:day|night|evening)|"
    r"died (?:at|in) (?:the |a |an? \w+ )?hospitals?|"
    rf"initial (?:\w+ )?(?:{deed('attack', 'one')}|battle|gun|gunfire))\b",
    re.IGNORECASE,
)
_MAY_BE = re.compile(
    r"[^.,;:]{0,60}\b(?:may|might|could) (?:also )?have (?:been |also )*(?:killed|died|injured|wounded)\b"
)
_AT_MOST = re.compile(r"(?:perhaps |possibly )?(?:as many as|up to|possibly|perhaps)\b", re.IGNORECASE)
_TO_HOSPITAL = re.compile(  # those whom the hospitals have are not all who were hurt
    r"[^.,;:]{0,40}\b(?:brought|taken|rushed|transported|ferried|transferred|evacuated|admitted) to"
    r" (?:[\w'’-]+ ){0,4}hospitals?\b|[^.,;:]{0,40}\bhospitali[sz]ed\b"
)
_OF_SOME = re.compile(  # "raised the number of teachers killed to 34": of one sort of people
    r"\bnumber of (?!(?:people|persons|those|dead|the dead|victims|the victims|casualties)\b)"
    r"(?:[a-z-]+ ){0,2}[a-z-]+s (?:who (?:were|had been) )?(?:killed|dead|murdered) [^.,;:]{0,30}$"
)
_KNOWN = re.compile(  # "five known dead, five missing": not all of them
    r" (?:known|confirmed|identified) (?:to be )?(?:dead|killed)\b[^.;]{0,60}\bmissing\b"
)
_REST_BEFORE = re.compile(r"\b[Tt]he (?P<rest>(?:other|remaining) )?$")
_REST = re.compile(r" (?:others?|remaining)\b")  # "the eight others": of all, not all
_FIRST_HOURS = re.compile(r"\b(?:with)?in the first (?:few )?(?:hours|days)\b", re.IGNORECASE)
_DISPROVED = re.compile(  # "over 90, more than twice the number eventually confirmed"
    r"[^.;]{0,40}\b(?:number|toll|figure|count|total)\b[^.;]{0,30}\b(?:eventually|later|finally|ultimately|subsequently|"
    r"actually) (?:confirmed|established|determined|recorded|found|counted|identified)\b"
    r"|[^.;]{0,30}\b(?:corrected|lowered|reduced) (?:this|that|its|the) (?:[a-z]+ )?"
    r"(?:number|toll|figure|count|total) to\b"
)
_CLAUSE_END = re.compile(r"[;:,.]| (?:and|but|while) ")
_SIGNS = Signs(
    *[p.pattern for p in (_PASSING, _EARLY, _FIRST_HOURS, _MAY_BE, _TO_HOSPITAL, _REST, _DISPROVED, _KNOWN)]
)


def says_partial(told: ToldFigure) -> bool:
    """Whether the words around a figure say that it is a first count, a part, or no more than possible."""
    number = told.figure.number
    return _says_partial(told.words, number.start - told.offset, number.end - told.offset)


def says_early(told: ToldFigure) -> bool:
    """Whether the words before a figure say that it is a first count."""
    return _EARLY.search(told.words[: told.figure.number.start - told.offset]) is not None


@lru_cache(maxsize=1024)  # a figure is asked for each toll
def _says_partial(words: str, start: int, end: int) -> bool:
    if not _SIGNS.stand_in(words):  # nearly always
        return False
    if _is_rest(words, start, end):
        return True
    clause = _CLAUSE_END.split(words[end:], maxsplit=1)[0]
    return bool(
        _PASSING.search(clause)
        or _EARLY.search(words[:start])
        or _FIRST_HOURS.search(words)
        or (_MAY_BE.match(words, end) and not _AT_MOST.match(words, start))
        or _TO_HOSPITAL.match(words, end)
        or _DISPROVED.match(words, end)
        or _KNOWN.match(words, end)
    )


def _is_rest(words: str, start: int, end: int) -> bool:
    """Whether a number is of those who are left of all: "the eight others", "the remaining eight"."""
    if words[start : start + 4].lower() == "the ":
        return _REST.match(words, end) is not None or words[start + 4 : end].startswith(
            ("other", "remaining")
        )
    before = _REST_BEFORE.search(words, max(0, start - _DEFINITE), start)
    return before is not None and (before["rest"] is not None or _REST.match(words, end) is not None)


def says_of_some(told: ToldFigure, every: Sequence[ToldFigure]) -> bool:
    """Whether a number is of one sort of the dead: "raised the number of teachers killed to 34" of 57."""
    if "number of" not in told.words or not _OF_SOME.search(
        told.words[: told.figure.number.start - told.offset]
    ):
        return False
    most = told.figure.value_high or told.figure.value_low or 0
    return any(
        t.section in (INFOBOX, LEAD)
        and t.figure.property == told.figure.property
        and (t.figure.value_low or 0) > most
        for t in every
    )


def counted_among(told: ToldFigure, every: Sequence[ToldFigure]) -> bool:
    """Whether a number is told again as a part: "two officers were shot. 29 died, including two officers".

    So is one whom somebody tells of alone ("said that a Dutch official was hurt") beside a count of several.
    """
    own = [t for t in every if t.figure.property == told.figure.property and t.sentence != told.sentence]
    number = told.figure.number
    word = told.words[number.start - told.offset : number.end - told.offset].lower()
    if told.claim.voice == "attributed" and word in _AN:
        return any((t.figure.value_low or 0) >= _SEVERAL for t in own if not t.figure.is_subset)
    most = max((t.figure.value_low or 0 for t in own if not t.figure.is_subset), default=0)
    is_of_bodies = "bodies" in told.words or "corpses" in told.words
    if is_of_bodies and _RECOVERED.search(told.words) and most > (told.figure.value_low or 0):
        return True  # "nine bodies had been recovered, while the rest lay" of fifteen
    victims = victim_words(told)
    return bool(victims) and any(
        t.figure.is_subset and t.figure.value_low == told.figure.value_low and victim_words(t) == victims
        for t in own
    )


_RECOVERED = re.compile(
    r"\b(?:bodies|corpses)\b[^.;,]{0,40}\b(?:recovered|retrieved|collected|found)\b[^.;]{0,30}\b(?:others|more)\b"
    r"|\b(?:recovered|retrieved|collected)\b[^.;,]{0,40}\b(?:bodies|corpses)\b[^.;]{0,30}\b(?:others|more)\b"
)
_DEFINITE = 14  # characters of "the remaining "
_AN = ("a", "an")
_SEVERAL = 4
