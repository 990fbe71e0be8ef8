"""Cues behind "to": "continued to deny", "telephoned the paper to say", "was unable to confirm"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CLASSES, CueEntry, word_class
from tasks.claims.cues.verbs.calling import calling_verb
from tasks.claims.cues.verbs.protests import protests_to
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import View

_GOING_ON = frozenset(
    {
        "continued",
        "continues",
        "continue",
        "went",
        "began",
        "proceeded",
        "appeared",
        "appears",
        "seemed",
        "seems",
    }
)
CAUSING = frozenset(
    {"caused", "led", "prompted", "drove", "moved", "provoked", "causing", "leading", "prompting"}
)
_JUDGING = frozenset({"accusation", "stance", "denial"})  # "prompting X to accuse Y of"
_READY = frozenset({"quick", "swift"})
_SO_FAR = frozenset({("so", "far", "as"), ("as", "far", "as")})


_CHECKING = frozenset({"verify", "confirm", "corroborate"})
_TRYING = frozenset({"tried", "attempted", "sought"})
_ABLE = frozenset({"able", "unable"})
_BE = CLASSES["be"]


def told_by_infinitive(view: View, start: int, end: int, entry: CueEntry) -> int | None:
    """Return where the verb group of an infinitive that attributes begins; None for other infinitives."""
    told = _said_to_have(view, start, entry) or goes_on_to(
        view, start - 1, checks=entry.lemma in _CHECKING, accuses=entry.cue_class == "accusation"
    )
    told = told if told is not None else _calls_to(view, start - 1, entry)
    told = told if told is not None else _is_able_to(view, start - 1, entry)
    if told is None and (verb := protests_to(view, start - 1, entry)) is not None:
        told = verb_group(view, verb)[0]
    return told if told is not None else _is_led_to(view, start - 1, end, entry)


def quotes_behind(view: View, at: int) -> bool:
    """Say whether a mark and a quotation follow a verb: 'shouting, "C"'."""
    return at + 1 < len(view.low) and view.low[at] in (",", ":") and view.quote[at + 1] >= 0


def goes_on_to(view: View, to: int, *, checks: bool = False, accuses: bool = False) -> int | None:
    """Return where the verb group of "continued to deny", "went on to accuse" begins; else None."""
    verb = to - 1
    if verb > 0 and view.low[verb] == "on":
        verb -= 1
    if view.low[verb - 2 : to] in _SO_FAR and verb > 2:
        return verb_group(view, verb - 3)[0]  # "others go so far as to assert that"
    if view.low[verb] in _READY and view.low[verb - 1] in _BE:
        return verb_group(view, verb)[0]  # "officials were quick to blame the rebels"
    if checks and view.low[verb] in ("seemed", "seems"):
        return None  # "the fires seemed to confirm that they had fled"
    if accuses and view.low[verb] in _TRYING and verb > 0:
        return verb_group(view, verb)[0]  # "tried to implicate Norland in it"
    if view.low[verb - 1 : to] == ("go", "on") or (view.low[verb] == "go" and view.low[to - 1] == "on"):
        start, helpers, _ = verb_group(view, verb)
        return start if "would" in helpers else None  # "Ommen would go on to claim that"
    if verb < 1 or view.low[verb] not in _GOING_ON or (view.low[verb] == "went" and view.low[to - 1] != "on"):
        return None
    return verb_group(view, verb)[0]


def _is_led_to(view: View, to: int, end: int, entry: CueEntry) -> int | None:
    """Return the "to" of 'this caused NAME to remark, "C"', which the subject stands before; else None."""
    told = entry.cue_class == "report" and (quotes_behind(view, end) or view.low[end : end + 1] == ("that",))
    clause = view.low[end : end + 1] == ("that",) or view.quote[end : end + 1] not in ((), (-1,))
    thinks = entry.cue_class in ("belief", "finding") and clause
    if not told and not thinks and entry.cue_class not in _JUDGING:
        return None
    for k in range(to - 1, max(0, to - 8), -1):
        if view.low[k] in CAUSING:
            return to if k < to - 1 else None
        if view.finite[k] or view.low[k] in (",", ";", "to", "that", "who", "which"):
            return None
    return None


def _is_able_to(view: View, to: int, entry: CueEntry) -> int | None:
    """Return where the verb group of "was able to verify only 61" begins; None for other infinitives."""
    if entry.lemma not in _CHECKING or to < 2 or view.low[to - 1] not in _ABLE or view.low[to - 2] not in _BE:
        return None
    return verb_group(view, to - 1)[0]


def _calls_to(view: View, to: int, entry: CueEntry) -> int | None:
    """Return where the verb group of "telephoned the newspaper to say" begins; else None."""
    verb = calling_verb(view, to, entry)
    if verb is None:
        return None
    start, helpers, _ = verb_group(view, verb)
    return start if not helpers & (word_class("modal") | word_class("be")) else None


def _said_to_have(view: View, have: int, entry: CueEntry) -> int | None:
    """Return where the verb group of "is reported to have said" begins; None for other infinitives."""
    told = have - 2
    if told < 1 or view.low[have] != "have" or not entry.is_participle:
        return None
    if view.low[told] not in word_class("impersonal_participle") and view.low[told] != "quoted":
        return None
    start, helpers, _ = verb_group(view, told)
    return start if helpers & word_class("be") else None
