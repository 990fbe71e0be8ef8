"""Objects of verbs of guilt: "accused X of", "charged X with", "held X responsible", "pleaded guilty"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import clause_end, phrase_end, sentence_end
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

_LINKS = {
    "charge": frozenset({"with"}),
    "suspect": frozenset({"of"}),
    "indict": frozenset({"for", "on"}),
    "implicate": frozenset({"in", "as"}),
    "fault": frozenset({"for"}),
}
_PLACING = frozenset({"locate", "geolocate"})
_LOCATED = (word_class("event_noun") | word_class("text_noun")) - {"position"} | {"site", "scene", "origin"}
_RESPONSIBLE = frozenset({"responsible", "accountable", "liable", "culpable"})


def accused(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "accused X of killing", "charged X with murder", also where all of it is quoted."""
    full = clause_end(view, cue.end, cuts)
    links = _LINKS.get(cue.entry.lemma, frozenset({"of", "for", "as"}))
    at = next((k for k in range(cue.end, full) if view.low[k] in links), None)
    if at is None and cue.entry.lemma == "accuse" and view.low[full - 1] == "instead":
        return full if full - cue.end > 1 else None  # "denied it, accusing the police instead"
    if at is None or at == cue.end:
        return None
    if cue.entry.lemma in _LINKS and any(view.finite[k] for k in range(cue.end, at) if view.quote[k] < 0):
        return None
    crime = view.low[at + 1 : at + 8]
    if cue.entry.lemma == "charge" and not any(
        w in word_class("crime_noun") or w.endswith("ing") for w in crime
    ):
        return None
    if cue.entry.lemma in ("charge", "indict"):
        return phrase_end(view, cue.end, cuts)
    return next((k for k in range(at, full - 2) if _begins_clause(view, at, k, full)), full)


def _begins_clause(view: View, of: int, comma: int, end: int) -> bool:
    """Say whether a clause of its own follows what somebody is accused of: ", while X", ", and he was"."""
    if view.low[comma] != "," or not view.is_free(comma):
        return False
    if view.low[comma + 1] == "while":
        return view.has_finite(comma + 2, end)
    opens = view.low[comma + 1] in ("and", "but") and not view.finite[comma + 2]
    return opens and not view.has_finite(of, comma) and view.has_finite(comma + 3, min(end, comma + 8))


def attributed(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "attributed the attack to X", "linked the man to a network", "located the raid to a camp"."""
    end = phrase_end(view, cue.end, cuts)
    at = next((k for k in range(cue.end, end) if view.low[k] == "to"), None)
    if cue.entry.lemma in _PLACING and _LOCATED.isdisjoint(view.low[cue.end : at]):
        return None  # "located the convoy to the east of the river"
    if view.low[cue.end] in ("up", "together"):
        return None  # "two units linked up to the east of the town"
    return None if at is None or at <= cue.end or at + 1 >= end else _with_name(view, end)


def _with_name(view: View, end: int) -> int:
    """Return the end of a phrase with the name that closes the sentence behind it: "a group, the X Front"."""
    last = sentence_end(view)
    if view.low[end : end + 1] != (",",) or not end + 1 < last <= end + 8:
        return end
    named = all(view.is_capital(k) or view.low[k] in ("the", "of", "for") for k in range(end + 1, last))
    return last if named and view.is_capital(last - 1) else end


def held(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "held X responsible for the deaths"."""
    full = clause_end(view, cue.end, cuts)
    at = next((k for k in range(cue.end, full) if view.low[k] in _RESPONSIBLE), None)
    if at is None or at == cue.end or any(view.finite[k] for k in range(cue.end, at)):
        return None
    also = (k for k in range(at + 1, full - 1) if view.low[k] == "and" and view.finite[k + 1])
    return next(also, full)  # "held X responsible and mandated that they pay"


def in_breach(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "found the army in violation of the treaty"."""
    full = clause_end(view, cue.end, cuts)
    for k in range(cue.end + 1, min(full - 1, cue.end + 12)):
        if view.finite[k] or view.low[k] in (",", "that"):
            return None
        if view.low[k] == "in" and view.low[k + 1] in ("violation", "breach", "contempt"):
            return full
    return None


def pleaded(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "pleaded not guilty"."""
    guilty = "guilty" in view.low[cue.end : cue.end + 2]
    return phrase_end(view, cue.end, cuts) if guilty else None


def confessed(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "confessed to the murders", "admitted to having planted it"."""
    if view.low[cue.end] != "to" or cue.end + 1 >= len(view.low):
        return None
    if cue.entry.lemma in ("testify", "concede") and not view.low[cue.end + 1].endswith("ing"):
        return None
    return phrase_end(view, cue.end, cuts)


def pronounced(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "pronounced him dead", "pronounced her dead at 7:01 a.m."; not "the sentence on the guilty"."""
    end = phrase_end(view, cue.end, cuts)
    found = (k for k in range(cue.end + 1, end) if view.low[k] in _PRONOUNCED)
    at = next(found, None)
    noun = at is not None and view.is_word(at - 1, "determiner") and view.low[at - 1] != "her"
    return None if at is None or noun else end


_PRONOUNCED = frozenset({"dead", "safe", "guilty", "innocent"})
_LEGAL = word_class("legal_adjective")
_GUILT = word_class("guilt_noun")
_DEATHS = frozenset({"accident", "suicide", "homicide", "murder", "killing", "manslaughter", "misadventure"})


def ruled(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "ruled the killing unlawful", "ruled the death a suicide"; not "ruled the province"."""
    full = clause_end(view, cue.end, cuts)
    for k in range(cue.end + 1, min(full, cue.end + 12)):
        if view.low[k] in _LEGAL or (view.low[k] == "as" and view.low[k + 1] in ("so", "such", "one")):
            return full
        if view.low[k] in ("a", "an") and any(w in _DEATHS for w in view.low[k + 1 : k + 4]):
            return full
        if view.finite[k] or view.low[k] in (",", ";"):
            return None
    return None


def cleared(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "cleared X of wrongdoing", not "cleared the road of mines"."""
    end = phrase_end(view, cue.end, cuts)
    words = view.low[cue.end : end]
    return (
        end
        if any(
            words[k] == "of" and words[k + 1 : k + 3] and not _GUILT.isdisjoint(words[k + 1 : k + 4])
            for k in range(len(words))
        )
        else None
    )
