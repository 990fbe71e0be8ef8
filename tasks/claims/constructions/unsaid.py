"""Cues that state nothing where they stand: nouns, deeds that are told, subjects that are clauses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View
from tasks.claims.speakers.shared_subject import Speaker

_HELD = frozenset({"had", "has", "did", "have"})
_RELEASED = frozenset({"released", "published", "issued", "posted", "printed", "aired", "obtained", "seen"})
_FINDING = frozenset(
    {"received", "receiving", "found", "got", "seen", "discovered", "recovered", "intercepted"}
)
_TOLD_IT = frozenset({("it", "to"), ("them", "to"), ("him", "to"), ("her", "to")})


def is_no_verb(view: View, cue: Occurrence, speaker: Speaker) -> bool:
    """Say whether a cue states nothing: a noun (without a subject of its own), or what is asked."""
    entry = cue.entry
    if speaker.kind == "own" and speaker.phrase and view.low[speaker.phrase[0] - 1] == "whether":
        return True  # "asked whether he regretted it"
    if speaker.kind == "own" and speaker.phrase and _is_asked_if(view, speaker.phrase[0]):
        return True
    if cue.mode == "gerund" and _is_of_found_text(view, cue):
        return True
    if cue.auxiliaries or "noun" not in entry.guards or entry.inflection not in {"base", "third", "any"}:
        return False
    if speaker.phrase is not None and entry.lemma == "report" and _calls_it(view, *speaker.phrase):
        return True
    return speaker.phrase is None or (speaker.kind == "own" and _holds_verb(view, *speaker.phrase))


def _is_asked_if(view: View, at: int) -> bool:
    """Say whether a question opens before a subject: "asked if he felt guilty"."""
    return view.low[at - 1] == "if" and view.low[max(0, at - 2)] in ("asked", "wondered", "inquired")


def _calls_it(view: View, start: int, end: int) -> bool:
    """Say whether a phrase holds a verb in the present and its object: "calls the rights | report"."""
    return any(
        view.low[k] in ("calls", "call", "rejects") and view.is_word(k + 1, "determiner")
        for k in range(start, end - 1)
    )


def _is_of_found_text(view: View, cue: Occurrence) -> bool:
    """Say whether a participle tells what others wrote: "had received letters demanding money"."""
    text = cue.start - 1
    if text < 2 or view.low[text] not in word_class("text_noun"):
        return False
    return not _FINDING.isdisjoint(view.low[max(0, text - 6) : text])


def _holds_verb(view: View, start: int, end: int) -> bool:
    """Say whether a phrase holds a finite verb; "a report released Thursday" holds none."""
    return any(
        view.finite[k]
        and view.quote[k] < 0
        and not (view.low[k] in _RELEASED and view.is_word(k + 1, "weekday"))
        for k in range(start, end)
    )


def is_told_deed(
    view: View, cue: Occurrence, speaker: Speaker, speakers: Sequence[tuple[Occurrence, Speaker]]
) -> bool:
    """Say whether a verb that is a deed as often as a statement goes on with what is told.

    "Officials said that the police had arrived and ordered everybody to leave": the police did.
    """
    deed = cue.entry.lemma in word_class("deed_verb") or _harms(view, cue)
    if not speaker.inherited or cue.mode == "gerund" or not deed:
        return False
    if cue.entry.lemma == "attribute" and view.low[cue.start - 1] == "but":
        return False  # "said that X had done it but later attributed it to Y"
    if view.low[cue.start - 2 : cue.start] == (",", "and") and view.low[cue.end : cue.end + 2] in _TOLD_IT:
        return False  # "ruled that the state was at fault, and ordered it to pay"
    if view.low[cue.end : cue.end + 1] == ("that",) and view.low[cue.start - 1] == "and":
        return False  # "ruled that there was a case and ordered that he be held"
    return any(
        other.end <= cue.start
        and who.phrase == speaker.phrase
        and view.has_finite(other.end, cue.start)  # not "confirmed the loss but attributed it to"
        and ("zero" in other.entry.frames or view.low[other.end : other.end + 1] == ("that",))
        for other, who in speakers
    )


def _harms(view: View, cue: Occurrence) -> bool:
    """Say whether people are threatened: "said that gunmen had come and threatened the girls"."""
    return cue.entry.lemma == "threaten" and view.is_word(cue.end, "determiner")


def holds_clause(view: View, speaker: Speaker) -> bool:
    """Say whether the subject found is a clause: "a photograph taken after he was hit corroborated"."""
    if speaker.kind != "own" or speaker.phrase is None:
        return False
    start, end = speaker.phrase
    words = view.low[start:end]
    if any(w in {"who", "which", "that", "whose", "whom", "where"} for w in words):
        return False
    return any(w in word_class("be") or w in _HELD or w in _past() for w in words[1:])


@cache
def _past() -> frozenset[str]:
    """Return irregular pasts that are no participles: "a war took place"."""
    return word_class("irregular_past") - word_class("irregular_participle")
