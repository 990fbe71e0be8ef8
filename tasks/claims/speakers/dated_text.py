"""A text with its day and its author as who speaks: "A report issued on 4 May 2010, by X found"."""

from __future__ import annotations

from tasks.claims.cues.adverbial import skip_leading
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import Range, View

_TEXTS, _RELEASING = word_class("text_noun"), word_class("releasing")


def dated_text(view: View, parts: list[Range]) -> int | None:
    """Return where "a report issued on 4 May 2010" begins, which ends stretches; None where none does."""
    for start, end in parts[:-3:-1]:
        text = next((k for k in range(start, end) if view.low[k] in _TEXTS), None)
        if text is not None and view.low[text + 1] in _RELEASING and view.low[parts[-1][1] - 1].isdigit():
            return skip_leading(view, start, end)
    return None
