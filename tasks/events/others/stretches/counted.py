"""The dead and injured that go with a stretch of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.others.stretches.cut_at_dates import Stretch
from tasks.model.document import Sentence
from tasks.model.figure import Figure
from tasks.model.span import Span


def counted(figures: Sequence[Figure], span: Span) -> list[Figure]:
    """Return the figures of people killed and injured within a passage."""
    return [f for f in figures if span.contains(f.number) and f.property in ("killed", "injured")]


def counted_next(sentence: Sentence, figures: Sequence[Figure], pieces: Sequence[Stretch]) -> list[Figure]:
    """Return what the next sentence counts, where it goes on about the one event of this."""
    after = [f for f in figures if f.number.start >= sentence.span.end]
    return [f for f in after if f.property in ("killed", "injured")] if len(pieces) == 1 else []


def reach(pieces: Sequence[Stretch], at: int) -> int:
    """Return where the words end that go with a stretch: those behind it without a date of their own."""
    end = pieces[at].span.end
    for piece in pieces[at + 1 :]:
        if piece.date is not None:
            break
        end = piece.span.end
    return end
