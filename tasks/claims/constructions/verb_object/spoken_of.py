"""What is spoken of: "warned of attacks", "advised against it", "told the tribunal of torture"."""

from __future__ import annotations

from tasks.claims.cues.adverbial import skip_leading
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View
from tasks.claims.speakers.shared_subject import Speaker

_LISTENERS = 11  # tokens of those who are warned
_TOLD = frozenset({"me", "us", "him", "her", "them"})


def follows_quotation(view: View, at: int) -> bool:
    """Say whether a quotation ends right before a token, or before the comma there."""
    edge = at - 1 if at and view.low[at - 1] == "," else at
    return edge > 0 and view.quote[edge - 1] >= 0


_COUNTED = frozenset(
    {"all", "both", "most", "many", "none", "some", "half", "part"}
)  # "all of the dead were"


def spoken_of(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    """Return where "of" or "against" stands after a cue: "warned of attacks"."""
    at = cue.end
    if speaker.kind == "own" and speaker.phrase and follows_quotation(view, speaker.phrase[0]):
        return None
    if cue.entry.cue_class == "warning":
        at = max(at, skip_leading(view, at, min(len(view.low), at + 4)) if view.is_word(at, "amount") else at)
    if (
        cue.entry.lemma == "warn"
        and (of := _warned_of(view, at)) is not None
        and is_source(view, speaker.phrase)
    ):
        return of
    if cue.entry.lemma == "boast" and view.low[at : at + 1] == ("to",):
        at = next((k for k in range(at + 2, min(len(view.low), at + 7)) if view.low[k] == "of"), at)
    if "addressee" in cue.entry.frames and "of" in cue.entry.frames:
        if cue.mode == "gerund":
            return None
        behind = speaker.kind == "own" and speaker.phrase is not None and speaker.phrase[0] > 2
        if (
            behind
            and speaker.phrase
            and view.low[speaker.phrase[0] - 1] == ","
            and view.has_finite(0, speaker.phrase[0])
        ):
            return None  # "C, a witness told commissioners of the inquiry"
        at = _after_listener(view, at)
        if at > cue.end and _is_told_to(view, at):
            return None
    if at < len(view.low) and view.low[at] in ("of", "against") and view.low[at] in cue.entry.frames:
        return at if is_source(view, speaker.phrase) else None
    return None


def _warned_of(view: View, at: int) -> int | None:
    """Return the "of" or "about" behind those who are warned: "warned both towns weeks earlier of"."""
    if view.is_word(at, "preposition"):
        return None  # "warned about the possibility of"
    for k in range(at + 1, min(len(view.low) - 1, at + _LISTENERS)):
        if view.low[k] in ("of", "about"):
            belongs = view.low[k] == "of" and view.is_capital(k + 1) and not view.is_word(k - 1, "adverb")
            others = {"to", "against", "that", "about", "not"} & set(view.low[k + 1 : k + 6])
            return None if belongs or others else k
        if view.finite[k] or view.low[k] in (",", ";", "that", "to", "not", "against") or view.quote[k] >= 0:
            return None
    return None


def _is_told_to(view: View, of: int) -> bool:
    """Say whether "of" belongs to who is told to do something: "told residents of X to leave"."""
    for k in range(of + 2, min(len(view.low) - 1, of + 8)):
        if view.low[k] == "to":
            return not view.is_word(k + 1, "determiner") and not view.is_capital(k + 1)
        if view.finite[k] or view.low[k] in (",", ";", "that") or view.quote[k] >= 0:
            return False
    return False


def _after_listener(view: View, at: int) -> int:
    """Return the "of" behind the one who is told: "told the tribunal of torture"; else the place itself."""
    for k in range(at, min(len(view.low) - 1, at + 6)):
        if view.low[k] == "of":
            named = view.is_capital(k - 1) and view.is_capital(k + 1)
            counted = view.is_word(k - 1, "amount") or view.low[k - 1] in _COUNTED
            return at if k > at and (named or counted) else k
        if view.finite[k] or view.low[k] in (",", ";", "that", "to") or view.quote[k] >= 0:
            return at
        if k > at and view.is_word(k, "determiner") and view.low[at] in _TOLD:
            return at  # "told them the figure of 236 was wrong"
    return at
