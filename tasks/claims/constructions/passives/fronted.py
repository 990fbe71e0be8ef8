"""Participles that open a sentence: "Described as a massacre by X, the raid", "Called a plot by X"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry, cue_entries
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_after

PRESS = frozenset({"media", "press", "newspapers", "papers", "outlets", "broadcasts", "accounts", "reports"})
_CLASSES = frozenset({"label", "stance", "accusation", "directive", "denial"})
_FRAMES = frozenset({"as", "pred", "np", "accuse", "nto"})
_BEHIND = frozenset({"as", "of", "to", "for"})  # "| as a traitor", "| of treason", "| to leave"
_REACH = 16  # tokens of what something is called
_LONGEST = 6  # words of "the Norland and foreign media"


def fronted(view: View) -> list[Draft]:
    """Return what a sentence's subject is called, by whom a participle before it names; else nothing."""
    if "," not in view.sentence.words:
        return []
    verb = 1 if view.is_adverb(0) else 0
    entries = cue_entries().get(view.low[verb])
    if entries is None:  # nearly always
        return []
    entry = next((e for e in entries if e.is_participle and not e.particle), None)
    told = entry is not None and entry.lemma in ("tell", "warn")
    if entry is None or not (told or entry.cue_class in _CLASSES) or entry.frames.isdisjoint(_FRAMES):
        return []
    comma = next((k for k in range(verb + 2, len(view.low) - 2) if view.low[k] == "," and view.is_free(k)), 0)
    if not comma or view.has_finite(verb + 1, comma):
        return []
    by = _marks_agent(view, verb, comma)
    agent = None if by is None else _agent(view, by, comma)
    called = None if by is None or agent is None else _called(view, entry, (verb + 1, by), agent[1], comma)
    if called is not None and entry.lemma == "ask" and view.low[called[0]] == "for":
        return []  # "Asked by a reporter for a comment, NAME said"
    subject = phrase_after(view, comma + 1)
    if called is None or subject is None or not view.has_finite(subject[1], len(view.low)):
        return []
    return [
        Draft(
            content=(called, subject),
            cue=(verb, verb + 1),
            cue_class=entry.cue_class,
            claimant=agent,
            claim_type="demand" if entry.lemma == "tell" else entry.claim_type,
            rule="passive_by",
            lemma=entry.lemma,
        )
    ]


def _marks_agent(view: View, verb: int, comma: int) -> int | None:
    """Return the "by" before who speaks, or the "in" before the press; None where nobody is named."""
    for k in range(verb + 1, min(comma, verb + _REACH)):
        if not view.is_free(k):
            continue
        in_press = view.low[k] == "in" and comma - k <= _LONGEST + 1 and view.low[comma - 1] in PRESS
        if view.low[k] == "by" or in_press:
            return k
    return None


def _agent(view: View, by: int, comma: int) -> Range | None:
    """Return X of "by X as a traitor", "by X of treason"."""
    if view.low[by] == "in":
        return (by + 1, comma)
    phrase = phrase_after(view, by + 1)
    if phrase is None:
        return None
    for k in range(phrase[0] + 1, min(phrase[1], comma)):
        doing = view.low[k] == "of" and view.low[k + 1].endswith("ing")
        if view.low[k] in ("as", "to", "for") or doing:
            phrase = (phrase[0], k)
            break
    phrase = (phrase[0], min(phrase[1], comma))
    return phrase if is_source(view, phrase) else None


def _called(view: View, entry: CueEntry, before: Range, behind: int, comma: int) -> Range | None:
    """Return "as a massacre", before the agent or behind it; None where nothing is said but the verb."""
    if before[0] < before[1]:
        first = before[0]
        named = "pred" in entry.frames and (view.is_word(first, "determiner") or view.quote[first] >= 0)
        return before if named or view.low[first] == "as" else None
    said = behind + 1 < comma and view.low[behind] in _BEHIND and not view.is_word(behind + 1, "time_noun")
    return (behind, comma) if said and (view.low[behind] != "to" or "nto" in entry.frames) else None
