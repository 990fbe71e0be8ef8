"""Passives with "by" that tell of no account: deeds, land that is claimed, things that get a name."""

from __future__ import annotations

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View

_DONE_TO = word_class("done_by")
_OF_NAME = 3  # words of the name of a country or town
_IN_HONOUR = frozenset({"for", "after", "honor", "honour"})


def is_land(view: View, cue: Occurrence, subject: Range) -> bool:
    """Say whether what is claimed is land: "Osk is claimed by Norland", "the hills are claimed in full"."""
    words = view.low[slice(*subject)]
    if any(w in word_class("event_noun") or w in ("responsibility", "credit") for w in words):
        return False
    in_full = view.low[cue.end] == "in" and view.low[cue.end + 1] in ("full", "part", "its", "their", "whole")
    return in_full or (len(words) <= _OF_NAME and all(view.is_capital(k) for k in range(*subject)))


def is_named_after(view: View, cue: Occurrence, agent: Range) -> bool:
    """Say whether a thing gets its name: "was named by the navy for a bird", "by X in honour of Y"."""
    return cue.entry.lemma == "name" and not _IN_HONOUR.isdisjoint(view.low[agent[0] : agent[1] + 2])


def is_deed(cue: Occurrence) -> bool:
    """Say whether a passive with "by" tells what was done: "courage was shown by the crew"."""
    return cue.entry.lemma in _DONE_TO or cue.entry.object in ("shown", "recorded")
