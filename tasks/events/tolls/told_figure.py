"""A figure with its context: who tells it, in which sentence and section, and whom it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tasks.events.tolls.number_wordings import says_country
from tasks.figures.lines.figure_words import role
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX, LEAD
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.event import Population
from tasks.model.figure import Figure
from tasks.model.value import value

_MEMBERS = frozenset(("member", "members"))
_POPULATION: dict[str, Population] = {
    "civilians": "civilians",
    "fighters": "fighters",
    "soldiers": "soldiers",
    "police": "soldiers",
    "attackers": "attackers",
}
_MORE = frozenset(("more", "others", "other"))
_RANKS = role("rank")
_OPENING = 3  # paragraphs, one of which may be a report's date
_SHARED_NOUN = late_pattern(
    r"(?:\w+ )?(?:others?|more|additional|additionally|another|further)", re.IGNORECASE
)
_SERVING = late_pattern(
    r"\b(?:members? of|officers?|personnel|troops|crew\w*|guards?|commandos?|marines?|sailors?)\b"
)
_ARMED = late_pattern(r"\barmed (?:[\w-]+ )?(?:men|persons|people|individuals|youths?|man|person)\b")


@value(frozen=True, slots=True)
class ToldFigure:
    """A figure with its context.

    Attributes:
        index: the figure's index in the extraction.
        claim: the claim that holds it.
        sentence: the sentence (or infobox value) that holds it, as an index and as words.
        section: "infobox", "lead" or a heading.
    """

    index: int
    figure: Figure
    claim: Claim
    sentence: int
    words: str
    offset: int
    section: str

    @property
    def population(self) -> Population:
        """Whom it counts, by the words for the victims.

        A member of a group need not have fought: "a member of X and two civilians" are three victims.
        """
        if self.figure.victim_class == "fighters" and not _MEMBERS.isdisjoint(victim_words(self).split()):
            return "all"
        if self.figure.victim_class == "unknown" and _ARMED.search(victim_words(self)):
            return "fighters"
        return _POPULATION.get(self.figure.victim_class, "all")


def tell(
    document: Document, claims: Sequence[Claim], figures: Sequence[Figure], figure_claims: Sequence[int]
) -> list[ToldFigure]:
    """Return each figure with the claim, the sentence and the section that hold it."""
    found = []
    ends_lead = _end_of_lead(document)
    for index, (figure, claim) in enumerate(zip(figures, figure_claims, strict=True)):
        sentence = document.sentences[max(0, document.index_at(figure.number.start))]
        found.append(
            ToldFigure(
                index=index,
                figure=figure,
                claim=claims[claim],
                sentence=sentence.index,
                words=sentence.span.of(document.text),
                offset=sentence.span.start,
                section=document.heading_of(sentence) if figure.number.start < ends_lead else "",
            )
        )
    return found


def _end_of_lead(document: Document) -> int:
    """Return where the account proper begins in a text without any heading, else the text's end.

    A report's first paragraphs sum it up as a lead does; the others tell its parts.
    """
    lead = document.lead
    if not lead or any(s.heading not in (LEAD, INFOBOX) for s in document.article.sections):
        return len(document.text) + 1
    first = lead[0].paragraph
    return next((s.span.start for s in lead if s.paragraph >= first + _OPENING), len(document.text) + 1)


def population(told: ToldFigure, every: Sequence[ToldFigure]) -> Population:
    """Return whom a figure counts; "others" and "more" are of the kind counted before in the sentence."""
    own = told.population
    if own != "all":
        return own
    is_serving, is_shared = _told_by(victim_words(told))
    if is_serving:
        return "soldiers"
    if told.figure.victim is not None and not is_shared:
        return own
    earlier = (
        t
        for t in reversed(every)
        if t.sentence == told.sentence
        and t.figure.number < told.figure.number
        and t.population != "attackers"
        and not (t.figure.is_subset or t.figure.is_named)
    )
    last = next(earlier, None)
    return own if last is None else population(last, every)


@lru_cache(maxsize=1024)  # a figure is asked for each toll
def _told_by(words: str) -> tuple[bool, bool]:
    """Say whether the words for the victims are of people who serve, and whether they share a noun."""
    return _SERVING.search(words) is not None, _SHARED_NOUN.fullmatch(words) is not None


def victim_words(told: ToldFigure) -> str:
    """Return the words for the victims in lower case, "" if there are none."""
    victim = told.figure.victim
    if victim is None:
        return ""
    return told.words[victim.start - told.offset : victim.end - told.offset].casefold()


def counts_ranked(told: ToldFigure) -> bool:
    """Return whether a figure counts people of some rank, few of the dead: "two senior commanders"."""
    return any(word in _RANKS for word in victim_words(told).partition(" of ")[0].split()[-1:])


def is_national(told: ToldFigure, every: Sequence[ToldFigure]) -> bool:
    """Return whether a figure counts people of one country: "six Norlanders", "seven more" behind them."""
    own = victim_words(told)
    if says_country(own):
        return True
    behind = told.words[told.figure.number.end - told.offset :].split(maxsplit=1)
    return (own in _MORE or behind[:1] == ["more"]) and any(
        t.sentence == told.sentence and t.figure.number < told.figure.number and says_country(victim_words(t))
        for t in every
    )
