"""What follows the cue of a statement that stands before it: the one who is told, more of what is said."""

from __future__ import annotations

from tasks.claims.cues.draft import Draft
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View

_REACH = 7  # words for the one who is told
_ENDS_LISTENER = frozenset({"that", "to", "of", "about", "how", "what", "why", "who", "when"})
BESIDE = frozenset({"and", "but", "which", "who", "while", "as", "after", "in", "on", "though", "although"})


def goes_on_with_clause(view: View, cue: Occurrence) -> bool:
    """Say whether a main clause follows: "After they had met, he explained, the men fired"."""
    at = cue.end + 1
    opens = at < len(view.low) and (
        view.is_word(at, "determiner") or view.is_word(at, "personal") or view.is_capital(at)
    )
    return opens and view.low[cue.end] == "," and cue.mode == "active" and view.has_finite(at, len(view.low))


def behind_listener(view: View, cue: Occurrence) -> int:
    """Return the comma behind the one who is told in "C1, X told the BBC, C2"; else the end of the cue."""
    if cue.entry.lemma != "tell":
        return cue.end
    for k in range(cue.end, min(len(view.low) - 3, cue.end + 8)):
        if view.low[k] == ",":
            goes_on = k > cue.end and not view.low[k + 1].endswith("ing") and view.low[k + 1] not in BESIDE
            return k if goes_on else cue.end
        if view.finite[k] or view.quote[k] >= 0 or view.low[k] in (";", ":", "that", "to", "of"):
            return cue.end
    return cue.end


def told_before(view: View, draft: Draft) -> Range | None:
    """Return who is told what stands before: "Al Jazeera" in '"We fled," he told Al Jazeera in the camp'."""
    start = draft.cue[1]
    if draft.lemma != "tell" or draft.content[0][0] >= draft.cue[0] or draft.addressee is not None:
        return draft.addressee
    if draft.claimant is None or draft.claimant[0] >= start or view.low[start - 1] not in ("told", "tells"):
        return draft.addressee
    end = start
    while end < len(view.low) and end - start < _REACH:
        stops = view.low[end] in _ENDS_LISTENER or not (view.low[end][0].isalnum() or view.low[end][0] == "_")
        bound = view.is_word(end, "preposition") and end > start
        if stops or bound or view.finite[end] or view.quote[end] >= 0 or view.is_word(end, "weekday"):
            break
        end += 1
    return (start, end) if end > start and not view.is_word(end - 1, "determiner") else None


def ends_with_listener(view: View, cue: Occurrence) -> bool:
    """Say whether nothing but the one who is told follows: ", the governor told reporters in the town"."""
    if cue.entry.lemma != "tell" or cue.end >= len(view.low):
        return False
    for k in range(cue.end, len(view.low) - 1):
        if view.low[k] == "," and view.low[k + 1].endswith("ing") and k > cue.end:
            return True
        if view.finite[k] or view.quote[k] >= 0 or view.low[k] in (",", ";", ":", "that", "to"):
            return False
    return True


def goes_on(view: View, cue: Occurrence) -> bool:
    """Say whether a comma follows the cue or the one who is told: what is said may go on behind it."""
    at = behind_listener(view, cue)
    return at < len(view.low) and view.low[at] == ","
