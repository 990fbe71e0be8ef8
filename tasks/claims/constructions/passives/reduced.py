"""Passives without an auxiliary: "the raid, described by X as a crime", "men thought by X to be"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import clause_end, phrase_end
from tasks.claims.cues.cue_words import CueEntry, cue_entries, word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent
from tasks.claims.speakers.noun_phrase import phrase_after

_NOT_BEFORE = ("auxiliary", "be", "have", "preposition", "determiner")
_BY = frozenset({"by"})
_REACH = 14  # tokens between "described" and the "by" behind what it is described as
_COUNTING = frozenset({"claim", "estimate", "report", "give", "cite", "state", "count"})
_OF_EVENTS = frozenset({"claim", "condemn", "denounce"})
_SCALES = frozenset({"million", "billion", "thousand"})
_TO = frozenset({"estimate", "believe", "consider", "report", "allege", "claim", "say", "think", "suspect"})


def reduced_passives(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return what is called something, or thought to be, by whom a participle without "was" names."""
    found = []
    for by in view.places(_BY):
        verb = _described(view, by)
        if verb < 1 or not view.is_free(by) or view.is_adverb(verb - 1) or _is_told(verb, drafts):
            continue
        if any(view.is_word(verb - 1, name) for name in _NOT_BEFORE):
            continue
        entry = next((e for e in cue_entries().get(view.low[verb], ()) if e.is_participle), None)
        if entry is None or entry.lemma == "name":
            continue
        phrase = _agent(view, by)
        if phrase is None or not is_source(view, phrase):
            continue
        event = _event_before(view, verb, by, entry)
        if event is not None:
            why = _complement(view, entry, phrase[1], cuts) if entry.lemma == "claim" else None
            found.append(_draft((event,) if why is None else (event, why), verb, by, entry, phrase))
            continue
        figure = _figure_before(view, verb) if verb == by - 1 and entry.lemma in _COUNTING else None
        if figure is not None:
            found.append(_draft((figure,), verb, by, entry, phrase))
            continue
        as_what = None if verb == by - 1 else (verb + 1, by)
        thing, rest = antecedent(view, verb), as_what or _complement(view, entry, phrase[1], cuts)
        if thing is not None and rest is not None:
            found.append(_draft((thing, rest), verb, by if as_what is None else verb + 1, entry, phrase))
    return found


def _described(view: View, by: int) -> int:
    """Return the participle of "described by X", or of "described as A by X"; its place before "by" else."""
    if "as" not in view.sentence.words:
        return by - 1
    for k in range(by - 2, max(1, by - _REACH), -1):
        if view.finite[k] or not view.is_free(k) or view.low[k] in {",", ";", "by"}:
            break
        if view.low[k] == "as":
            entries = cue_entries().get(view.low[k - 1], ())
            return k - 1 if any(e.is_participle and "as" in e.frames for e in entries) else by - 1
    return by - 1


def _agent(view: View, by: int) -> Range | None:
    """Return X of "estimated by X to hold"."""
    phrase = phrase_after(view, by + 1)
    if phrase is None:
        return None
    to = next((k for k in range(*phrase) if view.low[k] == "to"), phrase[1])
    return (phrase[0], to) if to > phrase[0] else None


def _event_before(view: View, verb: int, by: int, entry: CueEntry) -> Range | None:
    """Return "The bombing" of "The bombing, claimed by X, killed", "a raid condemned by X"; else None."""
    if verb != by - 1 or entry.lemma not in _OF_EVENTS or view.low[verb - 1] in ("and", "or"):
        return None
    thing = antecedent(view, verb)
    if thing is None or view.low[thing[0]] in ("and", "or"):
        return None
    head = next((k for k in range(*thing) if view.is_word(k, "preposition")), thing[1]) - 1
    deed = head >= thing[0] and view.low[head] in word_class("event_noun")
    return thing if deed and view.low[verb - 1] not in word_class("claimed_noun") else None


def _figure_before(view: View, verb: int) -> Range | None:
    """Return "a low of five" of "a low of five claimed by X"; None where no number ends there."""
    scaled = view.low[verb - 1] in _SCALES and verb > 1 and view.tokens[verb - 2].kind == "number"
    if not scaled and view.tokens[verb - 1].kind != "number" and not view.is_word(verb - 1, "amount"):
        return None
    start = verb - 2 if scaled else verb - 1
    if start > 1 and view.low[start - 1] == "to" and view.tokens[start - 2].kind == "number":
        start -= 2  # "the 7 to 9 million reported by X"
    if start > 2 and view.low[start - 1] == "of" and view.low[start - 3] in ("a", "the"):
        start -= 3
    return (start, verb)


def _is_told(at: int, drafts: Sequence[Draft]) -> bool:
    return any(d.cue[0] <= at < d.cue[1] for d in drafts)


def _complement(view: View, entry: CueEntry, at: int, cuts: Sequence[int]) -> Range | None:
    """Return "as a crime" or "to hold 200" behind the agent; None if neither stands there."""
    if view.low[at : at + 1] == ("as",) and "as" in entry.frames:
        end = phrase_end(view, at, cuts)
        return (at, end) if end > at + 1 else None
    to = (
        view.low[at : at + 1] == ("to",) and at + 1 < len(view.low) and not view.is_word(at + 1, "determiner")
    )
    if not to or entry.lemma not in _TO:
        return None
    end = clause_end(view, at, cuts)
    first = at + 1
    while first < end and view.low[first] in ("have", "be", "been", "not"):
        first += 1  # "thought by engineers | to have been mined"
    if first > at + 1 and not view.is_word(first, "determiner"):
        first += 1
    closes = (k for k in range(first, end) if view.is_free(k) and (view.low[k] == "," or view.finite[k]))
    return (at, next(closes, end))


def _draft(content: tuple[Range, ...], verb: int, by: int, entry: CueEntry, phrase: Range) -> Draft:
    return Draft(
        content=content,
        cue=(verb, by),
        cue_class=entry.cue_class,
        claimant=phrase,
        claim_type=entry.claim_type,
        rule="passive_by",
        lemma=entry.lemma,
    )
