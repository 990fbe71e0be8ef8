"""Who speaks in a recording: "a clip of X calling on people to leave", "of X hailing Y demanding Z"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View

_RECORDINGS = frozenset({"clip", "clips", "video", "videos", "footage", "recording", "recordings", "tape"})
_REACH = 18  # tokens from the noun of a recording to what somebody says in it


def recorded(view: View, at: int) -> Range | None:
    """Return X of "a clip of X | calling on people to leave", "a clip of X hailing Y | demanding Z"."""
    first = at
    for k in range(at - 1, max(1, at - _REACH), -1):
        if view.finite[k] or view.low[k] in (",", ";", ":", "that", "who"):
            return None
        if view.low[k].endswith("ing") and view.low[k] not in word_class("noun_ing"):
            first = k
        if view.low[k] == "of" and view.low[k - 1] in _RECORDINGS:
            return (k + 1, first) if first > k + 1 and is_source(view, (k + 1, first)) else None
    return None


def verb_of_recording(view: View, speaker: Range | None, end: int) -> int | None:
    """Return the verb of "a clip of X asking men to leave | was posted", behind what is asked; else None.

    Args:
        view: the sentence.
        speaker: who speaks in the recording.
        end: the token after the participle by which he speaks.
    """
    if speaker is None or speaker[0] < 2 or view.low[speaker[0] - 1] != "of":
        return None
    if view.low[speaker[0] - 2] not in _RECORDINGS or view.has_finite(0, end - 1):
        return None
    verbs = [k for k in range(end, len(view.low)) if view.finite[k] and view.is_free(k)]
    told = bool(verbs) and "that" in view.low[end : verbs[0]]
    if not told:
        return verbs[0] if verbs else None
    return next((k for k in verbs[1:] if not view.is_word(k - 1, "auxiliary")), None)
