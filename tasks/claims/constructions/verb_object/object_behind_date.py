"""The object of a verb where a date stands between: "revealed on 10 November the arrest of"."""

from __future__ import annotations

from dataclasses import replace

from tasks.claims.cues.adverbial import is_date_word, skip_leading
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

_BEFORE_WHOM = frozenset({"in", "on", "to", "at", "before"})


def behind_date(view: View, cue: Occurrence, *, asks: bool = False) -> Occurrence:
    """Return a cue whose object stands behind a date: "revealed on 10 November the arrest of".

    With `asks` that is what is asked for: "asked in 2009 for recognition".
    """
    if view.low[cue.end] in ("today", "yesterday") and view.is_word(cue.end + 1, "determiner"):
        return replace(cue, end=cue.end + 1)
    day = view.is_word(cue.end, "weekday") and view.is_word(cue.end + 1, "determiner")
    if day and view.low[cue.end - 1] != "'s":
        return replace(cue, end=cue.end + 1)  # "urged Sunday the party to"
    if asks and cue.entry.cue_class == "admission" and view.low[cue.end] in _BEFORE_WHOM:
        said = next(
            (k for k in range(cue.end + 1, min(len(view.low), cue.end + 6)) if view.low[k] == "for"), None
        )
        if said is not None and not view.has_finite(cue.end, said) and "," not in view.low[cue.end : said]:
            return replace(cue, end=said)  # "apologised in Parliament for", "apologised to the families for"
    if view.low[cue.end] not in ("on", "in") or cue.entry.particle:
        return cue
    terms = next(
        (k for k in range(cue.end + 1, min(len(view.low), cue.end + 7)) if view.low[k] == "terms"), 0
    )
    if terms and view.is_word(terms + 1, "determiner") and not view.has_finite(cue.end, terms):
        return replace(cue, end=terms + 1)  # "condemned in the strongest possible terms the killing"
    at = skip_leading(view, cue.end, len(view.low))
    dated = at < len(view.low) and all(is_date_word(view, k) for k in range(cue.end + 1, at))
    opens = view.low[at : at + 1] == ("for",)
    if not asks:
        opens = view.is_word(at, "determiner") or view.is_word(at, "possessive")
    return replace(cue, end=at) if dated and opens and at > cue.end else cue
