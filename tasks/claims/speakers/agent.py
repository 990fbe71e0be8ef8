"""Who makes the statement of a passive: X of "was condemned by X"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_after
from tasks.claims.speakers.shared_subject import Speaker

_NOT = frozenset({"not", "never"})
_MEANT = word_class("meant_noun")


def agent_of(view: View, cue: Occurrence) -> Speaker:
    """Return X of "was condemned by X"."""
    first = _behind_culprit(view, cue) or _behind_manner(view, cue) or _behind_errand(view, cue)
    first = first or _behind_label(view, cue)
    for k in range(first, min(len(view.low), first + 12)):
        if not view.is_free(k) or view.low[k] in {";", ".", "that", ":", "to"} or view.finite[k]:
            break
        if view.low[k] == "by":
            phrase = phrase_after(view, k + 1)
            if (
                (k > cue.end and _is_deed(view, k - 1))
                or phrase is None
                or view.low[phrase[0]].endswith("ing")
                or view.tokens[phrase[0]].kind == "number"
                or _is_planned(view, k, phrase)
            ):
                break
            if view.low[phrase[1] : phrase[1] + 3] == ("as", "well", "as"):
                behind = phrase_after(view, phrase[1] + 3)  # "by both X as well as Y"
                phrase = phrase if behind is None else (phrase[0], behind[1])
            if "nto" in cue.entry.frames:
                phrase = _without_errand(view, phrase)
            return Speaker(_without_reason(view, cue, phrase), "agent", cue.start)
    return Speaker(None, "none", cue.start)


def _behind_culprit(view: View, cue: Occurrence) -> int | None:
    """Return the "by" of "was attributed to the rebels by X"; None if nothing is laid at a door there."""
    if "attribute" not in cue.entry.frames or view.low[cue.end : cue.end + 1] != ("to",):
        return None
    for k in range(cue.end + 2, min(len(view.low), cue.end + 12)):
        if view.low[k] == "by":
            return None if _is_deed(view, k - 1) else k
        if not view.is_free(k) or view.low[k] in {";", ".", "that", ":"} or view.finite[k]:
            return None
    return None


def _behind_errand(view: View, cue: Occurrence) -> int | None:
    """Return the "by" of "was ordered to turn back by X"; None where no office or body stands behind it."""
    directs = "nto" in cue.entry.frames and (cue.entry.cue_class == "directive" or cue.entry.lemma == "tell")
    if (
        not directs
        or view.low[cue.end : cue.end + 1] != ("to",)
        or view.low[cue.end + 1 : cue.end + 2] == ("be",)
    ):
        return None
    for k in range(cue.end + 2, min(len(view.low) - 1, cue.end + 8)):
        if view.low[k] == "by":
            return k if is_source(view, phrase_after(view, k + 1), by_noun=True) else None
        if view.finite[k] or view.low[k] in {",", ";", "that", "to", "and"} or not view.is_free(k):
            return None
    return None


def _behind_manner(view: View, cue: Occurrence) -> int | None:
    """Return the "by" of 'was condemned "in the strongest terms" by X'; None if no such words stand there."""
    if cue.entry.cue_class not in ("stance", "denial"):
        return None
    k = cue.end + (view.low[cue.end : cue.end + 1] in (("with",), ("in",), ("as",)))
    if k >= len(view.low) or view.quote[k] < 0:
        return None
    opened = k
    while k < len(view.low) - 1 and k < opened + 14 and view.quote[k] == view.quote[opened]:
        k += 1
    return k if view.low[k] == "by" else None


def _is_planned(view: View, by: int, phrase: Range) -> bool:
    """Say whether "by" goes with a noun for what somebody means to do: "a plot by X to destroy Y"."""
    return view.low[by - 1] in _MEANT and "to" in view.low[slice(*phrase)]


def _is_deed(view: View, at: int) -> bool:
    """Say whether "by" goes with a participle before it: "accused of hiding the people killed by troops"."""
    participle = view.low[at].endswith("ed") or view.is_word(at, "irregular_participle")
    noun = view.is_word(at, "noun_ed") or view.low[at - 1] in ("as", "be", "being", "and", "so")
    return participle and not noun and not view.is_adverb(at - 1)


def _behind_label(view: View, cue: Occurrence) -> int:
    """Return the "by" behind 'as "a massacre"' or '"a lie"', else the end of the cue."""
    if not cue.entry.frames & {"as", "pred"}:
        return cue.end
    k = cue.end
    while (
        k < len(view.low) - 1
        and view.quote[k] < 0
        and k < cue.end + 6
        and view.low[k] not in (",", ";", "by")
    ):
        k += 1
    opened = k
    while k < len(view.low) - 1 and view.quote[k] >= 0 and view.quote[k] == view.quote[opened]:
        k += 1
    return k if k > opened and view.low[k] == "by" else cue.end


def _without_errand(view: View, phrase: Range) -> Range:
    """Return X of "was told by X to leave", "by X never to speak": what shall be done is said."""
    for k in range(phrase[0] + 1, phrase[1] - 1):
        if view.low[k] == "to" and not (view.is_word(k + 1, "determiner") or view.is_capital(k + 1)):
            return (phrase[0], k - 1 if view.low[k - 1] in _NOT and k - 1 > phrase[0] else k)
    return phrase


def _without_reason(view: View, cue: Occurrence, phrase: Range) -> Range:
    """Return X of "was criticised by X for failing": the reason is part of what is said."""
    if cue.entry.cue_class not in ("stance", "accusation"):
        return phrase
    for k in range(phrase[0] + 1, phrase[1] - 1):
        first = k + 2 if view.is_adverb(k + 1) else k + 1
        if view.low[k] == "of" and cue.entry.cue_class == "accusation" and view.low[first].endswith("ing"):
            return (phrase[0], k)
        if view.low[k] == "on" and cue.entry.lemma == "blame":
            return (phrase[0], k)
        if view.low[k] == "to" and "attribute" in cue.entry.frames:
            return (phrase[0], k)
        if view.low[k] == "for" and (view.low[first].endswith("ing") or view.is_word(first, "possessive")):
            return (phrase[0], k)
        if view.low[k] == "for" and view.low[first] in ("the", "a", "an"):
            return (phrase[0], k)
    return phrase
