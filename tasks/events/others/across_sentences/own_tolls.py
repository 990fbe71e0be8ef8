"""Events of one day that a paragraph tells one after the other, each with its own dead.

"On 4 April four rebels were killed near X. On the same day, 18 soldiers were killed in clashes at Y": what is
told again of one event stands in another paragraph, or gives the same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tasks.events.candidate import Candidate
from tasks.events.others.across_sentences.goes_on import points_back
from tasks.model.article import LEAD
from tasks.model.document import Document
from tasks.model.figure import Figure

_DEAD = ("killed",)


def told_beside(
    document: Document,
    candidate: Candidate,
    last: Candidate | None,
    figures: Mapping[int, Sequence[Figure]],
) -> Candidate:
    """Return a candidate as another event than the last one of its day, if both have tolls of their own."""
    day = candidate.date
    if candidate.is_another or day is None or day.prec != 1:
        return candidate
    if last is None or last.date is None or last.sentence == candidate.sentence:
        return candidate
    sentences = document.sentences
    known, here = sentences[last.sentence], sentences[candidate.sentence]
    if known.paragraph != here.paragraph and (
        document.section_of(known) != document.section_of(here) or document.heading_of(here) == LEAD
    ):
        return candidate
    is_new = day.span != last.date.span  # the sentence says itself when it was
    is_new = is_new or not points_back(sentences[candidate.sentence])
    tolls = [toll_of(one, figures) or _toll_behind(document, one, figures) for one in (last, candidate)]
    if not all(tolls) or not tolls[0].isdisjoint(tolls[1]) or not is_new:
        return candidate
    return replace(candidate, is_another=True)


def toll_of(candidate: Candidate, figures: Mapping[int, Sequence[Figure]]) -> set[int]:
    """Return the numbers of dead that the words of a candidate's sentence give."""
    return {
        f.value_low
        for f in figures.get(candidate.sentence, ())
        if _counts(f) and f.value_low is not None and any(s.contains(f.number) for s in candidate.stretches)
    }


def _toll_behind(
    document: Document, candidate: Candidate, figures: Mapping[int, Sequence[Figure]]
) -> set[int]:
    """Return the numbers of dead of the next sentence, where only that counts them."""
    sentences, at = document.sentences, candidate.sentence + 1
    if at >= len(sentences) or sentences[at].paragraph != sentences[at - 1].paragraph:
        return set()
    return {f.value_low for f in figures.get(at, ()) if _counts(f) and f.value_low is not None}


def _counts(figure: Figure) -> bool:
    return figure.property in _DEAD and not (figure.is_negated or figure.is_subset)


def is_brought_up(figures: Sequence[Figure]) -> bool:
    """Whether all dead are those of a toll that is only counted anew: "rising to 22 people on Monday"."""
    killed = [f for f in figures if f.property == "killed"]
    return bool(killed) and all(f.is_cumulative and f.rule == "toll" for f in killed)
