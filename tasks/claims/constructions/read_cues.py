"""What the cues of one sentence say: the constructions that are tried on each, and what they read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter

from tasks.claims.constructions.no_verb.according_to import WORDS, according_to
from tasks.claims.constructions.no_verb.by_account import OPENING, by_account
from tasks.claims.constructions.no_verb.in_view import VIEWS, in_view
from tasks.claims.constructions.no_verb.noun_claim import as_judged
from tasks.claims.constructions.passives.fronted import PRESS, fronted
from tasks.claims.constructions.passives.light import light_passives
from tasks.claims.constructions.passives.passive import impersonal, passive
from tasks.claims.constructions.passives.reduced import reduced_passives
from tasks.claims.constructions.passives.second_agent import with_second_agents
from tasks.claims.constructions.passives.toll_given import tolls_given
from tasks.claims.constructions.passives.valued import amounts_given
from tasks.claims.constructions.passives.was_quoted import QUOTED, was_quoted
from tasks.claims.constructions.speaker_within.aside import aside
from tasks.claims.constructions.speaker_within.between_commas import between_commas
from tasks.claims.constructions.speaker_within.postposed import inverted_subject, postposed
from tasks.claims.constructions.unsaid import holds_clause, is_no_verb, is_told_deed
from tasks.claims.constructions.verb_clause.quoted_beside import with_quoted_beside
from tasks.claims.constructions.verb_clause.said_that import said_that
from tasks.claims.constructions.verb_clause.verb_shared import verb_shared
from tasks.claims.constructions.verb_object.act_content import act
from tasks.claims.constructions.verb_object.judgement import judgement
from tasks.claims.constructions.verb_object.relative_accusation import relative_accusation
from tasks.claims.constructions.without_verb import without_verb, words_without_verb
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.subordinate import relative_end, subordinate_end
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View
from tasks.claims.speakers.recorded import verb_of_recording
from tasks.claims.speakers.shared_subject import Speaker

Construction = Callable[[View, Occurrence, Speaker, Sequence[int]], Draft | None]
# A cue that attributes something, and the constructions that are tried on it.
Read = tuple[Occurrence, Speaker, Sequence[Construction]]
# What cues have said, by the cue's place among those read and the boundaries it was read with.
Known = dict[tuple[int, ...], Draft | None]

ACT_CLASSES = frozenset({"blame", "responsibility", "itself", "toll", "light", "block"})
CONSTRUCTIONS: tuple[Construction, ...] = (
    between_commas,
    aside,
    said_that,
    judgement,
    relative_accusation,
    passive,
    impersonal,
    postposed,
)
_CUE_AND_CONTENT = attrgetter("cue", "content")
_NOT_SAID = frozenset(
    {"acknowledge", "admit", "announce", "accuse", "ask", "blame", "concede", "condemn", "demand", "request"}
)
_NOT_TOLD = frozenset({"inform", "notify", "warn", "apologise", "apologize"})
NAMELESS = frozenset({"impersonal", "impersonal_to", "responsibility"})


def to_read(view: View, speakers: Sequence[tuple[Occurrence, Speaker]]) -> list[Read]:
    """Return the cues that attribute something, each with the constructions that are tried on it."""
    found: list[Read] = []
    for cue, speaker in speakers:
        if is_no_verb(view, cue, speaker) or is_told_deed(view, cue, speaker, speakers):
            continue
        if speaker.kind == "relative" and _names_speaker(cue, speakers):
            continue
        if cue.is_negated and (cue.entry.lemma in _NOT_SAID or cue.entry.lemma in _NOT_TOLD):
            continue
        constructions = (act,) if cue.entry.frames <= ACT_CLASSES else CONSTRUCTIONS
        if _is_inverted(view, cue, speaker):
            constructions = (postposed,)  # "X threatened to leave, said two men who saw him"
        found.append((cue, speaker, constructions))
    return found


@cache
def _without_cue() -> frozenset[str]:
    """Return words of which a sentence needs one where no cue attributes anything."""
    return WORDS | OPENING | VIEWS | QUOTED | PRESS | words_without_verb() | {"by"}


def read_cues(
    view: View,
    read: Sequence[Read],
    cuts: Sequence[int],
    known: Known,
) -> list[Draft]:
    """Return the statements of the cues and of what attributes without a verb, with boundaries at `cuts`.

    What a cue says is looked up where it was read before with the same boundaries, as half are: a sentence
    is read a second time for those that its statements give each other.
    """
    if not read and _without_cue().isdisjoint(view.sentence.words):
        return []
    drafts = according_to(view, cuts) + by_account(view, cuts) + in_view(view, cuts)
    sources = [d.claimant for d in drafts if d.claimant is not None]
    for number, (cue, speaker, constructions) in enumerate(read):
        own_cuts = _cuts_of(view, cue, speaker, cuts)
        key = (number, *own_cuts)
        if key not in known:
            known[key] = _said(view, cue, speaker, constructions, own_cuts)
        draft = known[key]
        if draft is None:
            continue
        if not any(first <= cue.start < end for first, end in sources):  # "a letter by X calling for Y"
            drafts.append(draft)
    drafts = with_quoted_beside(view, as_judged(drafts))
    drafts += verb_shared(view, cuts, drafts)
    has_agent = "by" in view.sentence.words  # most sentences name none so
    if has_agent:
        drafts += reduced_passives(view, cuts, drafts)
    drafts += fronted(view)
    if has_agent:
        drafts += light_passives(view, cuts, drafts)
        drafts = with_second_agents(view, cuts, drafts)
        drafts += tolls_given(view, cuts, drafts)
        drafts += amounts_given(view, cuts, drafts)
    drafts += was_quoted(view, cuts, drafts)
    drafts += without_verb(view, cuts, drafts)
    return sorted(drafts, key=_CUE_AND_CONTENT) if len(drafts) > 1 else drafts


def _said(
    view: View, cue: Occurrence, speaker: Speaker, constructions: Sequence[Construction], cuts: Sequence[int]
) -> Draft | None:
    """Return what the first construction that fits a cue reads, None if it attributes nothing."""
    for construction in constructions:
        draft = construction(view, cue, speaker, cuts)
        if draft is None:
            continue
        if draft.rule == "stated_thing" and holds_clause(view, speaker):
            return None
        if draft.is_negated and draft.rule == "light_verb":
            return None  # "it had not made its customary call"
        if draft.claimant is not None or draft.rule in NAMELESS:
            return draft
    return None


def _names_speaker(cue: Occurrence, speakers: Sequence[tuple[Occurrence, Speaker]]) -> bool:
    """Say whether a cue belongs to another's subject: "The commander who announced the truce said"."""
    return any(who.phrase and who.phrase[0] < cue.verb < who.phrase[1] for _, who in speakers)


def _is_inverted(view: View, cue: Occurrence, speaker: Speaker) -> bool:
    """Say whether the subject stands behind a verb that follows a comma, and the sentence ends with it."""
    told = "quote" in cue.entry.frames and cue.entry.cue_class == "report"
    phrase = inverted_subject(view, cue) if told and speaker.kind in ("shared", "own") else None
    if phrase is None or view.low[cue.start - 1] != "," or not any(view.finite[: cue.start]):
        return False  # "Ada Quist, the envoy for trade, said the cable raises doubts"
    rest = range(phrase[1], len(view.low))
    verb = next((k for k in rest if view.finite[k] or view.is_word(k, "relative")), None)
    return verb is None or view.is_word(verb, "relative")


def _within_which(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    """Return the comma that ends ", in which he said C" before the main verb; None elsewhere."""
    start = cue.start
    while (
        start > 1 and view.low[start - 1] != "which" and not view.finite[start - 1] and cue.start - start < 4
    ):
        start -= 1
    within = speaker.phrase is not None and view.low[start - 2 : start] == ("in", "which")
    return relative_end(view, start) if within else None


def _cuts_of(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> list[int]:
    """Return the cuts for one cue: all but its own, and the end of the dependent clause that holds it."""
    ends = [c for c in cuts if c != speaker.left] if cuts else []
    end = subordinate_end(view, cue.end)
    aside = relative_end(view, cue.start) if speaker.kind == "relative" else _within_which(view, cue, speaker)
    told = verb_of_recording(view, speaker.phrase, cue.end) if cue.mode == "gerund" else None
    if end is None and aside is None and told is None:
        return ends  # as the cuts come: each once, in order
    return sorted({*ends, *(e for e in (end, aside, told) if e is not None)})
