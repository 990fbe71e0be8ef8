"""Which numbers of an article on a ship count her own dead, and not those of her other fights."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tasks.events.ships.what_befell import tellings, told
from tasks.events.tolls.told_figure import ToldFigure
from tasks.model.article import INFOBOX, LEAD
from tasks.model.document import Document, Sentence


def of_ships_crew(document: Document, figures: Sequence[ToldFigure]) -> list[ToldFigure]:
    """Return the figures of the sentences that tell what befell her, and of the lead.

    Where those count no dead, they are those of the same paragraphs; where these count none either, and in an
    article on something else, they are all.
    """
    every = tellings(document)
    if not every or every[0].kind == "did":
        return list(figures)
    own = told(document)
    acts = {t.sentence.index for t in every if t.kind == "did"}
    paragraphs = {s.paragraph for s in own}

    def is_told(sentence: Sentence) -> bool:
        is_lead = document.heading_of(sentence) == LEAD
        return sentence in own or (is_lead and sentence.index not in acts)

    def is_beside(sentence: Sentence) -> bool:
        return sentence.paragraph in paragraphs

    for fits in (is_told, is_beside):
        kept = [f for f in figures if _stands(document, f, fits)]
        if any(f.figure.property == "killed" and not f.figure.is_subset for f in kept):
            return kept
    return list(figures)


def _stands(document: Document, told_figure: ToldFigure, fits: Callable[[Sentence], bool]) -> bool:
    """Whether a figure stands in a sentence that fits, or in the infobox."""
    sentence = document.sentences[max(0, document.index_at(told_figure.figure.number.start))]
    return document.heading_of(sentence) == INFOBOX or fits(sentence)
