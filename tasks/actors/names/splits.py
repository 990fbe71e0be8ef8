"""Where a new name begins within a run, as what stands around it says: an office's body, then its holder."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import context, given_names, heads, name_words, titles
from tasks.actors.names.name_run import Run
from tasks.actors.names.segments import is_other
from tasks.model.span import Span

_PORTFOLIOS = context("portfolios")


def splits(run: Run, claimants: Sequence[tuple[Span, str]]) -> tuple[int, ...]:
    """Return where a person's name begins in a run after an office's country, body, place or portfolio."""
    if len(run.words) < 3:  # most have: nothing to part
        return ()
    tokens, first = run.sentence.tokens, run.words[0].token
    office = (
        first > 1 and tokens[first - 1].text in {"of", "for", "to"} and tokens[first - 2].lower in titles()
    )
    if not office and not (
        claimants and any(c.end == run.span.end and c.start < run.span.start for c, _ in claimants)
    ):
        return ()
    words = [w.lower for w in run.words]
    given = [i for i in range(1, len(words) - 1) if office and run.words[i].text in given_names()]
    if given and not any(w in heads() or is_other(w) for w in words[given[0] :]):
        return (given[0],)
    for position in range(len(words) - 2, 0, -1):
        before, rest = words[position - 1], words[position:]
        if any(w in heads() or is_other(w) or w in {"of", "for", "and", "in"} for w in rest):
            return ()
        text = " ".join(w.text for w in run.words[:position])
        if (
            text in countries().names
            or text in countries().capitals
            or before in heads()
            or before in _PORTFOLIOS
            or name_words().get(before) == "place"
        ):
            return (position,)
    return ()
