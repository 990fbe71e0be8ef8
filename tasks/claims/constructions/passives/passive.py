"""Passives: "was condemned by X", "was described by X as Y", "it was reported that", "was believed to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.constructions.drafted import drafted
from tasks.claims.constructions.passives.no_account import is_deed, is_land, is_named_after
from tasks.claims.constructions.passives.one_of_several import before_aside, behind_aside
from tasks.claims.constructions.passives.suspected_by import suspecting
from tasks.claims.contents.boundaries import clause_end, clause_start, connector_before, phrase_end, trim_end
from tasks.claims.contents.one_clause import one_clause_end
from tasks.claims.cues.adverbial import skip_leading
from tasks.claims.cues.cue_words import type_words, word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.object_guard import is_statement_object
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.verbs.shared_be import shared_be
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent
from tasks.claims.speakers.noun_phrase import phrase_before
from tasks.claims.speakers.shared_subject import Speaker

_WIRES = frozenset((wire,) for wire in ("telephone", "phone", "radio", "letter", "email", "telegram", "mail"))
_OF_STATES = frozenset({"report", "believe", "fear", "presume", "confirm", "think", "allege"})
_OF_WHAT_IS_SAID = word_class("of_statements")
_OF_TRAITS = frozenset({"characterise", "characterize"})
_IDENTIFYING = frozenset({"as", "nto"})
_LAID_AT_A_DOOR = frozenset({"attribute", "ascribe"})
_ON_WHOM = {("on", "blame"), *(("to", lemma) for lemma in _LAID_AT_A_DOOR)}
_BEHIND_TITLE = ((",", "of"), (",", "for"), (",", "as"))
_GOES_ON = frozenset({(",", "but"), (",", "since"), (",", "because")})  # what the article adds
_FACTS = (("a", "fact"), ("a", "point"))
_NOT_TO = frozenset({("not", "to"), ("never", "to")})
_TO_DO = frozenset({("to",), ("not",), ("never",)})
_BY_FRAMES = frozenset({"np", "as", "pred", "accuse", "passive"})


def passive(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read a cue in the passive with its agent; what is said are its subject and its complement."""
    if cue.mode != "passive" or speaker.kind != "agent" or speaker.phrase is None:
        return None
    cited = cue.entry.lemma == "cite" and view.low[speaker.phrase[1] + 1 :][:1] == ("saying",)
    if is_named_after(view, cue, speaker.phrase):
        return None
    if cited or view.low[slice(*speaker.phrase)] in _WIRES or cue.entry.lemma == "include":
        return None  # "were cited by X as saying", "informed by telephone that", "included by X on the"
    that = _that_after(view, speaker.phrase[1])
    relative = that is not None and that < len(view.low) and view.finite[that]  # "by a leaflet that was left"
    if that is not None and not relative and view.low[speaker.phrase[1] - 1] not in word_class("fact_noun"):
        return _draft(view, cue, speaker, ((that, clause_end(view, that, cuts)),), "passive_that")
    directed = _directed(view, cue, speaker.phrase[1], cuts) or _errand(view, cue, speaker.phrase)
    if directed is not None:
        return _told_to(view, cue, speaker, directed)
    behind = behind_aside(view, speaker.phrase[1], speaker.phrase[0] - 1)
    infinitive = view.low[behind : behind + 2] in (("to", "have"), ("to", "be"))
    told = infinitive and "zero" in cue.entry.frames
    laid = cue.entry.lemma in _LAID_AT_A_DOOR  # "was attributed to the rebels by X"
    if not (told or laid or cue.entry.frames & _BY_FRAMES) or is_deed(cue):
        return None
    if cue.entry.lemma == "find" and not _judged(view, speaker.phrase[1]):
        return None
    subject = _subject(view, cue)
    if not is_source(view, speaker.phrase):
        return None
    if subject is None or (view.low[subject[0]] == "it" and view.low[cue.end] == "that"):
        return None
    if cue.entry.lemma == "repeat" and not type_words("deed").isdisjoint(view.low[slice(*subject)]):
        return None  # "such raids have been repeated by the rebels"
    if cue.entry.lemma == "claim" and not told and is_land(view, cue, subject):
        return None
    by = next(k for k in range(speaker.phrase[0] - 1, cue.end - 1, -1) if view.low[k] == "by")
    parts = _parts(view, cue, behind, subject, before_aside(view, cue.end, by), cuts)
    return None if parts is None else _draft(view, cue, speaker, parts, "passive_by")


def _parts(
    view: View, cue: Occurrence, after: int, subject: Range, by: int, cuts: Sequence[int]
) -> tuple[Range, ...] | None:
    """Return what is said in "A was described (as B) by X (as C)"; None if X is no speaker.

    Args:
        view: the sentence.
        cue: the verb in the passive.
        after: the token after its agent.
        subject: its subject.
        by: the token before its agent.
        cuts: where other statements begin.
    """
    if cue.entry.lemma == "report" and view.low[cue.end] == "as" and view.is_participle(by - 1):
        return None  # "was reported as captured by the rebels"
    parts: list[Range] = [subject]
    if by > skip_leading(view, cue.end, by):
        parts.append((cue.end, by))  # not "the next day" of "was claimed the next day by"
    elif cue.entry.frames & {"pred"} and not cue.entry.frames & {"as"}:
        return None
    lemma = cue.entry.lemma
    if view.low[after : after + 2] in _BEHIND_TITLE and "," in view.low[by:after]:
        after += 1  # "was accused by NAME, head of the union, | of planting it"
    if (
        after < len(view.low)
        and (view.low[after] in ("as", "of", "for") or (view.low[after], lemma) in _ON_WHOM)
        and cue.entry.cue_class in ("label", "accusation", "stance")
    ):
        end = phrase_end(view, after, cuts) if view.low[after] == "as" else clause_end(view, after, cuts)
        parts.append((after, _before_later(view, after, end)))
    elif lemma == "estimate" and len(parts) == 1 and view.low[after : after + 1] == ("at",):
        return None  # "was estimated by X at $4 million": an amount
    elif after < len(view.low) and view.low[after] == "to" and "zero" in cue.entry.frames:
        parts.append((after, clause_end(view, after, cuts)))
    if len(parts) == 1 and (cue.entry.frames == _IDENTIFYING or lemma in _OF_TRAITS):
        return None  # "the bodies were identified by relatives", "characterised by poor officers"
    return tuple(parts)


def _before_later(view: View, start: int, end: int) -> int:
    """Return where what somebody was accused of ends: before ", before the minister ordered strikes"."""
    for k in range(start + 1, end - 2):
        if view.low[k] == "," and view.low[k + 1] in ("before", "after", "when", "while", "prompting"):
            return k if view.has_finite(k + 2, end) and view.quote[k] < 0 else end
    return end


def _directed(view: View, cue: Occurrence, after: int, cuts: Sequence[int]) -> Range | None:
    """Return "to leave" of "were told by the police to leave", of "by his deputy, NAME, to leave"."""
    if "nto" not in cue.entry.frames or cue.entry.cue_class in ("belief", "finding", "label"):
        return None
    if view.low[after : after + 1] == (",",) and view.low[after + 1 : after + 2] not in _TO_DO:
        comma = next(
            (k for k in range(after + 1, min(len(view.low), after + 18)) if view.low[k] == ","), None
        )
        if comma is None or view.has_finite(after, comma):
            return None
        after = comma
    after += view.low[after : after + 1] == (",",)
    if view.low[after : after + 2] not in _NOT_TO and view.low[after : after + 1] != ("to",):
        return None
    return (after, one_clause_end(view, after, clause_end(view, after, cuts)))


def _errand(view: View, cue: Occurrence, agent: Range) -> Range | None:
    """Return "to turn back" of "was ordered to turn back by X"."""
    asked = "nto" in cue.entry.frames and cue.entry.cue_class in ("directive", "report")
    before = view.low[cue.end : cue.end + 1] == ("to",) and cue.end < agent[0] - 1
    return (cue.end, agent[0] - 1) if asked and before else None


def impersonal(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read "it was reported that C" and, in a main clause, "X was believed to be Y": nobody is named."""
    if cue.mode != "passive" or speaker.phrase is not None:
        return None
    outer = suspecting(view, cue)
    subject = _subject(view, cue) if outer is not None else None
    if outer is not None and subject is not None:
        named = Speaker(outer[1], "agent", cue.start)
        return _draft(view, cue, named, (subject, (cue.end, outer[0])), "passive_by")
    if view.low[cue.verb] not in word_class("impersonal_participle"):
        return None
    nobody = Speaker(None, "expletive", cue.start)
    before = view.low[cue.start - 1] if cue.start else ""
    if before == "it" and _is_expletive(view, cue.start - 1):
        that = _that_after(view, cue.end)
        if (that is None and view.is_word(cue.end, "personal")) or view.low[cue.end : cue.end + 1] == (
            "the",
        ):
            that = that or cue.end
        if that is not None:
            return _draft(view, cue, nobody, ((that, clause_end(view, that, cuts)),), "impersonal")
        return None
    if cue.end >= len(view.low) or not _is_complement(view, cue) or before in ("who", "which", "that"):
        return None
    subject = _subject(view, cue)
    if subject is None or _is_subordinate(view, subject[0]) or view.is_word(subject[0], "relative"):
        return None
    if view.low[0] in ("after", "when", "once", "before") and "," in view.low[cue.end :]:
        return None  # "After the case was found to hold nothing, the station was opened again"
    end = clause_end(view, cue.end, cuts)
    end = next((k for k in range(cue.end, end - 1) if view.low[k : k + 2] in _GOES_ON), end)
    return _draft(view, cue, nobody, (subject, (cue.end, end)), "impersonal_to")


def _told_to(view: View, cue: Occurrence, speaker: Speaker, directed: Range) -> Draft | None:
    """Return what somebody "was told by X to do": a demand whatever the verb; None where X is a medium."""
    subject, agent = _subject(view, cue), speaker.phrase
    by_means = agent is not None and agent[1] - agent[0] == 1 and view.is_word(agent[0], "medium_noun")
    if subject is None or by_means:
        return None  # "were instructed by radio to turn back"
    draft = _draft(view, cue, speaker, (subject, directed), "passive_by")
    asked = draft is not None and cue.entry.claim_type == "statement"
    return replace(draft, claim_type="demand") if draft is not None and asked else draft


def _judged(view: View, at: int) -> bool:
    """Say whether "to have", "to be" or "guilty" follows "was found by the court"."""
    return view.low[at : at + 2] in (("to", "be"), ("to", "have")) or view.low[at : at + 1] == ("guilty",)


def _is_subordinate(view: View, at: int) -> bool:
    """Say whether a clause that begins at a token depends on one before it."""
    return view.has_finite(0, at) and not (at > 1 and view.low[at - 1] in ("and", "but", "while", ";"))


def _is_complement(view: View, cue: Occurrence) -> bool:
    """Say whether "to be killed", or after "reported" or "feared" also "killed" or "dead", follows a cue."""
    if view.low[cue.end] == "to":
        told = view.is_word(cue.end + 1, "determiner") and cue.entry.lemma == "report"
        return not told  # "the theft was reported to the police": a call, no statement
    states = ("killed", "wounded", "injured", "dead", "missing", "captured")
    return view.low[cue.end] in states and cue.entry.lemma in _OF_STATES


def _is_expletive(view: View, it: int) -> bool:
    """Say whether "it" begins a clause: the sentence, or what follows ", and", ";" or an adverbial."""
    k = it
    while k > 0 and view.is_adverb(k - 1):
        k -= 1
    return (
        k == 0
        or view.low[k - 1] in (",", "and", "but", ";", "while", "although")
        or not view.has_finite(0, k)
    )


def _subject(view: View, cue: Occurrence) -> Range | None:
    before = view.low[cue.start - 1] if cue.start else ""
    if before == "which" and view.low[cue.start - 2 : cue.start - 1] == (",",) and _of_facts(cue):
        comma = cue.start - 2
        start = clause_start(view, comma, ())
        return (start, comma) if view.has_finite(start, comma) else antecedent(view, cue.start - 1)
    if before in ("who", "which", "that"):
        return _told_before(view, antecedent(view, cue.start - 1))
    shared = shared_be(view, cue.start, cue.verb)
    subject = phrase_before(view, cue.start if shared is None else shared)
    if subject is None:
        return None
    if all(view.tokens[k].kind == "number" for k in range(*subject)) and view.low[subject[0] - 1] == ",":
        subject = (clause_start(view, cue.start, ()), subject[1])  # "A photo of 3 May, 1942 | was cited by"
    if view.low[subject[0] - 1] == "that" and subject[0] == 1:
        subject = (0, subject[1])  # "That attack was also claimed by"
    end = trim_end(view, *subject)
    if view.low[end - 1] == "to" and cue.start == end:
        end -= 1  # "the third attack | to be claimed by the group"
    if view.low[subject[1]] == "," and view.low[subject[1] + 1] == "where":
        end = trim_end(view, subject[0], cue.start)  # "the town, where the river ends, was declared free by"
    told = cue.entry.lemma in _OF_WHAT_IS_SAID
    first = subject[0] + (view.low[subject[0]] == "this" and end - subject[0] > 1)
    if told and end > subject[0] and not is_statement_object(cue.entry.object, view.low[first:end]):
        return None  # "the area was hotly contested by", "their request was denied by"
    return (subject[0], end) if end > subject[0] else None


def _told_before(view: View, phrase: Range | None) -> Range | None:
    """Return the clause that "a fact" sums up: "C, a fact that was stressed by X"; else the phrase."""
    if phrase is None or view.low[slice(*phrase)] not in _FACTS or view.low[phrase[0] - 1] != ",":
        return phrase
    comma = phrase[0] - 1
    start = clause_start(view, comma, ())
    return (start, comma) if view.has_finite(start, comma) else phrase


def _of_facts(cue: Occurrence) -> bool:
    """Say whether a cue confirms or denies what happened, not a thing: ", which was confirmed by X"."""
    return cue.entry.lemma in ("confirm", "deny", "dispute", "acknowledge", "verify", "corroborate", "refute")


def _that_after(view: View, at: int) -> int | None:
    """Return where a clause begins whose "that" stands at a token or after an adverbial there."""
    for k in range(at, min(len(view.low) - 1, at + 8)):
        if view.low[k] == "that":
            return k + 1
        if view.finite[k] or view.quote[k] >= 0 or view.low[k] in (",", ";", "."):
            return None
        if view.low[k].endswith("ing") and "for" in view.low[at:k]:
            return None  # "was criticised by X for saying that"
        if k == at and not (view.is_word(k, "preposition") or view.is_adverb(k)):
            return None
    return None


def _draft(
    view: View, cue: Occurrence, speaker: Speaker, content: tuple[Range, ...], rule: str
) -> Draft | None:
    content = tuple(part for part in content if part[0] < part[1])
    if not content:
        return None
    start = cue.start if rule == "passive_by" else cue.verb
    left: int | None = content[0][0] if rule in ("passive_by", "impersonal_to") else start
    if left is not None and view.has_finite(0, left):
        left = connector_before(view, left)
    if rule == "impersonal" and cue.start:
        start = cue.start - 1
        left = connector_before(view, start) if view.has_finite(0, start) else start
    return replace(drafted(cue, speaker, content, rule, left), cue=(start, cue.end))
