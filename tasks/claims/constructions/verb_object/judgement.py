"""Verbs with a thing: "condemned the attack", "called it a war crime", "accused X of", "urged X to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.constructions.drafted import drafted_from_speaker
from tasks.claims.constructions.verb_object.act_content import responsibility_end
from tasks.claims.constructions.verb_object.adjective import is_adjective
from tasks.claims.constructions.verb_object.appeals import (
    appealed,
    are_called,
    are_people,
    behind_relative_aside,
    ordered_done,
    told_of,
    warned,
)
from tasks.claims.constructions.verb_object.asked_people import ASKED_FORMALLY, asked_people_for
from tasks.claims.constructions.verb_object.clause_behind import with_clause_behind
from tasks.claims.constructions.verb_object.guilt import (
    accused,
    attributed,
    cleared,
    confessed,
    held,
    in_breach,
    pleaded,
    pronounced,
    ruled,
)
from tasks.claims.constructions.verb_object.inverted_object import is_inverted, is_source_of
from tasks.claims.constructions.verb_object.object_behind_date import behind_date
from tasks.claims.constructions.verb_object.predicate import predicate
from tasks.claims.contents.boundaries import clause_end, phrase_end
from tasks.claims.contents.closing import is_time
from tasks.claims.contents.one_clause import one_clause_end
from tasks.claims.contents.time_behind import before_time
from tasks.claims.contents.with_apposition import with_name_behind
from tasks.claims.cues.adverbial import counts
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_text, tells
from tasks.claims.cues.verbs.object_guard import PRONOUNS, is_pronoun, is_statement_object
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.verbs.points_at import points_at
from tasks.claims.cues.view import DASHES, View
from tasks.claims.speakers.proposer import proposer
from tasks.claims.speakers.shared_subject import Speaker

_ADDED = (("as", "well"), ("too",), ("also",), ("at", "first"), ("at",), ("initially",), ("again",))
_SORTING = frozenset({"find", "identify", "classify"})  # "classified the death to be an accident"
_TIME = 3  # words of "two days ago"
_OF_THINGS = frozenset({"promise", "directive", "stance"})  # "demanded improved equipment"
_OPENS_CLAUSE = word_class("subordinator") - {"what"}


def judgement(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read a cue with an object; None if it has none that makes a statement."""
    if cue.mode == "passive" or cue.end >= len(view.low):
        return None
    by = proposer(view, speaker.phrase) if cue.entry.cue_class == "directive" else None
    if by is not None:
        speaker = replace(speaker, phrase=by)
    elif not tells(view, cue.entry.lemma, speaker.phrase):
        return None
    if cue.entry.object in ("shown", "recorded") and not is_text(view, speaker.phrase):
        return None  # "the garrison showed no mercy"
    if is_adjective(view, cue):
        return None
    for frame, read, rule in _READERS:
        if frame in cue.entry.frames:
            at = behind_date(view, cue, asks=frame == "for") if frame in ("np", "for", "nto") else cue
            end = read(view, at, cuts)
            if end is not None and end > at.end:
                end = before_time(view, at.end, end, _claim_type(cue))
                end = with_name_behind(view, at.end, end) if cue.entry.lemma == "blame" else end
                if (
                    frame == "as"
                    and cue.entry.lemma == "identify"
                    and view.low[end : end + 2] == (",", "who")
                ):
                    end = clause_end(view, at.end, cuts)  # who somebody is said to be
                content = (at.end, end) if frame != "np" else with_clause_behind(view, at.end, end, cuts)
                draft = drafted_from_speaker(cue, speaker, content, rule)
                wired = frame == "nto" and cue.entry.lemma in ("radio", "signal")
                return replace(draft, claim_type="demand") if wired else draft
    return None


def _claim_type(cue: Occurrence) -> str:
    """Return the type of what a cue says of a thing: what is claimed is what one takes responsibility for."""
    return "responsibility" if cue.entry.lemma == "claim" else cue.entry.claim_type


def _as(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "described the loss as unacceptable"."""
    end = phrase_end(view, cue.end, cuts)
    full = clause_end(view, cue.end, cuts)
    at = next(
        (
            k
            for k in range(cue.end, full)
            if view.low[k] == "as" and view.quote[k] < 0 and not _while(view, k) and not _compares(view, k)
        ),
        None,
    )
    if (
        at is None
        or at + 1 >= full
        or any(
            view.is_word(k, "auxiliary") or view.is_word(k, "modal")
            for k in range(behind_relative_aside(view, cue.end, at), at)
        )
    ):
        return None
    if at == cue.end and is_inverted(view, at, full):
        return max(end, phrase_end(view, at + 1, cuts))
    if at == cue.end or (cue.entry.lemma == "see" and view.has_finite(at + 1, at + 4)):
        return None
    return max(end, phrase_end(view, at + 1, cuts)) if at + 1 < full else None


def _compares(view: View, at: int) -> bool:
    """Say whether "as" belongs to "such as", "as well as": it names more things, not what they are."""
    return view.low[at - 1] == "such" or view.low[at + 1 : at + 2] == ("well",) or view.low[at - 1] == "well"


def _while(view: View, at: int) -> bool:
    """Say whether "as" means "while": "soldiers shooting at men as they fled"."""
    return view.is_word(at + 1, "personal") and view.has_finite(at + 2, at + 4)


def _object(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "condemned the attack", "denied involvement", "announced the death of"."""
    at = cue.end
    if (
        (view.is_word(at, "preposition") and not counts(view, at))
        or view.is_word(at, "coordinator")
        or view.low[at] in (",", ".", "to", ":")
    ):
        return None
    adjective = (
        view.low[at].endswith("ed") and not view.is_word(at + 1, "determiner") and at + 2 < len(view.low)
    )
    if (view.finite[at] and not (adjective and cue.entry.cue_class in _OF_THINGS)) or (
        view.low[at] in _OPENS_CLAUSE and not points_at(view, at) and not counts(view, at)
    ):
        return None
    claimed = cue.entry.lemma == "claim"
    end = responsibility_end(view, at, cuts) if claimed else phrase_end(view, at, cuts)
    if end <= at:
        return None
    if cue.entry.lemma == "cite" and cue.mode == "gerund" and not view.has_finite(0, cue.start):
        return None  # "NAME, citing his own research, reported": the ground of what is reported
    ends_in_time = view.is_word(end - 1, "time_noun") or view.low[end - 1] == "ago"
    if view.low[at:end] == ("more",) or (ends_in_time and end - at <= _TIME and is_time(view, at)):
        return None  # "promised more", "reported two days ago"
    if end - at == 1 and (view.is_adverb(at) or view.is_word(at, "weekday")):
        return None  # "confirmed today"
    if (
        view.low[at] in ("this", "it")
        and at + 2 < end
        and view.low[at + 1] in ("saying", "claiming", "arguing")
    ):
        return at + 1  # "disputed this saying that"
    if view.low[at] in PRONOUNS and view.low[at + 1 : end] in _ADDED:
        end = at + 1
    words = view.low[at:end]
    if words == ("this",) and cue.entry.lemma == "confirm" and not cue.is_negated:
        return end
    untold = cue.is_negated and view.low[at] in ("the", "this", "it")  # "the paper did not report the case"
    if cue.entry.lemma == "report" and (untold or is_source_of(view, end)):
        return None  # "reported the sponsors, a shipping firm, as saying": they say it
    if (
        is_pronoun(words)
        and not (cue.entry.lemma == "question" and words[0] in _ASKED)  # "the officer questioned them"
        and cue.entry.lemma != "rebuff"
        and cue.entry.cue_class in ("stance", "denial", "accusation", "doubt")
    ):
        return end
    return end if is_statement_object(cue.entry.object, words) else None


_ASKED = frozenset({"them", "him", "her", "us"})
_LEAVE = (("permission", "to"), ("leave", "to"), ("permission", "for"))
_MOODS = frozenset({"too", "unable", "afraid", "reluctant", "ready", "determined"})


def _asked(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "urged X to stop": somebody and what that somebody shall do or be."""
    full = clause_end(view, cue.end, cuts)
    if view.low[cue.end] in ("permission", "leave", "not"):
        return None
    k = cue.end + (view.low[cue.end] in ("to", "with"))
    stop = min(full, k + 20)
    while (k := k + 1) < stop:
        behind = _behind_aside(view, k, full)
        if behind is not None:
            stop, k = min(full, behind + 20), behind  # "ordered NAME, who led the wing, to follow"
        if (view.quote[k] < 0 and view.finite[k]) or view.low[k] in (";", ":", "thus", "thereby"):
            return None
        if view.low[k] == "," and k + 1 < full and view.low[k + 1] in _MOODS:
            return None  # "a man told the paper, too upset to go on"
        if (
            view.low[k] == "to"
            and k + 1 < full
            and not view.is_word(k + 1, "determiner")
            and not view.is_capital(k + 1)
            and not are_people(view, k + 1)
            and not (view.low[k - 1] == "up" and view.tokens[k + 1].kind == "number")
        ):
            if view.low[k - 1] == "," and behind is None and (full - k <= 3 or told_of(view, cue)):
                return None  # "he told a rally in Osk, to cheers"
            if cue.entry.particle == ("to",) and not are_called(view, k - 1):
                return None  # "called to the scene to help"
            thought = cue.entry.cue_class == "belief" or cue.entry.lemma in _SORTING
            if thought and view.low[k + 1] not in ("be", "have"):
                return None
            return one_clause_end(view, k, full)
    return None


def _behind_aside(view: View, at: int, end: int) -> int | None:
    """Return the token behind ", who led the wing," or "—formed unseen—" that begins at a token."""
    if view.low[at] in DASHES:
        close = next((k for k in range(at + 1, end - 1) if view.low[k] in DASHES), None)
    elif view.low[at] == "," and view.low[at + 1 : at + 2] in (("who",), ("which",), ("whose",)):
        close = next((k for k in range(at + 1, end - 1) if view.low[k] == ","), None)
    else:
        return None
    return None if close is None else close + 1


def _for(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "appealed for calm", "asked permission to go"; not "neither asking for nor offering it"."""
    if cue.entry.lemma == "ask" and view.low[cue.end : cue.end + 2] in _LEAVE:
        return one_clause_end(view, cue.end, clause_end(view, cue.end, cuts))
    if cue.entry.lemma == "ask" and (asked := asked_people_for(view, cue)) is not None:
        return phrase_end(view, asked, cuts)
    if view.low[cue.end] != "for" or view.low[cue.end + 1 : cue.end + 2] == ("nor",):
        return None
    end = phrase_end(view, cue.end, cuts)
    if cue.entry.lemma == "ask" and cue.mode != "gerund":
        nearby = view.low[cue.end + 1 : min(end, cue.end + 8)]
        return None if ASKED_FORMALLY.isdisjoint(nearby) else end  # "asked for help" is told as often as said
    return end


_READERS = (
    ("accuse", accused, "accused_of"),
    ("attribute", attributed, "accused_of"),
    ("responsible", held, "accused_of"),
    ("breach", in_breach, "accused_of"),
    ("warned", warned, "urged_to"),
    ("guilt", pleaded, "stated_thing"),
    ("confess", confessed, "stated_thing"),
    ("dead", pronounced, "called_a"),
    ("with_to", _asked, "urged_to"),
    ("clear_of", cleared, "cleared_of"),
    ("ruled", ruled, "called_a"),
    ("nto", _asked, "urged_to"),
    ("nto", ordered_done, "urged_to"),
    ("appeal", _asked, "urged_to"),
    ("appeal", appealed, "called_for"),
    ("for", _for, "called_for"),
    ("as", _as, "described_as"),
    ("pred", predicate, "called_a"),
    ("np", _object, "stated_thing"),
)
