"""All attributed claims of a document: cues, overlaps, and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from tasks.claims.constructions.no_verb.according_to import WORDS as ACCORDING_TO
from tasks.claims.constructions.no_verb.by_account import OPENING
from tasks.claims.constructions.no_verb.by_advice import ADVICE
from tasks.claims.constructions.no_verb.denial_of import DENIALS
from tasks.claims.constructions.no_verb.in_view import VIEWS
from tasks.claims.constructions.no_verb.order_of import ORDERS
from tasks.claims.constructions.no_verb.unnamed import unnamed_words
from tasks.claims.constructions.passives.toll_given import GIVEN
from tasks.claims.constructions.passives.valued import may_value
from tasks.claims.constructions.passives.was_quoted import QUOTED
from tasks.claims.constructions.read_cues import Known, read_cues, to_read
from tasks.claims.constructions.speaker_within.behind_colon import COLON
from tasks.claims.constructions.speaker_within.postposed import inverted_subject
from tasks.claims.constructions.verb_clause.learned_from import LEARNING
from tasks.claims.constructions.verb_clause.with_words import REMARKS
from tasks.claims.contents.continuation import continue_quotations, repeated
from tasks.claims.contents.hedged import is_hedged
from tasks.claims.contents.listener import told_before
from tasks.claims.contents.parted import parted, without_openings
from tasks.claims.cues.cue_words import cue_entries, word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.several_words.acts import act_starts, find_acts
from tasks.claims.cues.verbs.occurrence import Occurrence, find_occurrences
from tasks.claims.cues.view import View, view_of
from tasks.claims.in_order import distinct
from tasks.claims.nested import with_parents
from tasks.claims.own_statements import is_hearsay, kept
from tasks.claims.quoting import medium_of, quote_type
from tasks.claims.speakers.enumerated_claimants import each_claimant
from tasks.claims.speakers.shared_subject import Speaker
from tasks.claims.speakers.speaker import find_speaker
from tasks.claims.speakers.speaker_edges import bare_speaker
from tasks.claims.types.claim_type import claim_type_of
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.span import Span

_PLACE = attrgetter("start", "verb")
_SHOWING = frozenset({"demonstrate", "show", "prove"}) | {"indicate", "suggest", "confirm", "reveal"}
_PREAMBLE = 10  # tokens of "there was not the slightest doubt that"
_SKIPPED_SECTIONS = frozenset(
    {"see also", "references", "external links", "further reading", "bibliography", "notes", "sources"}
)


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Return what an article attributes to somebody, in text order.

    Statements in the article's own voice are not among them. Cues inside quotations and in the
    infobox are not read.
    """
    starts = [q.span.start for q in document.quotations]
    found: list[Claim] = []
    starting = _starting_words()
    for sentence in document.prose:
        if (starting.isdisjoint(sentence.words) and not may_value(sentence.words)) or len(
            sentence.tokens
        ) < 3:
            continue
        if document.heading_of(sentence).casefold() in _SKIPPED_SECTIONS:
            continue
        view = view_of(document, sentence, starts)
        found += _claims_of(view)
    found = continue_quotations(document, found)
    return with_parents(repeated(document, distinct(found)))


def _claims_of(view: View) -> list[Claim]:
    """Return the claims of one sentence; what follows an accusation is read as said of the accused."""
    claims = []
    before: Draft | None = None
    for draft in drafts_of(view):
        claims.append(_claim(view, draft, None if before is None else _accused_at(view, before, draft)))
        before = draft
    return claims


def _accused_at(view: View, before: Draft, draft: Draft) -> int | None:
    """Return where "they" are the accused: "The ministry blamed the rebels, saying they had shelled".

    So they are behind "there was no doubt that".
    """
    if before.claim_type != "accusation" or before.claimant is None or draft.claimant != before.claimant:
        return None
    at, end = draft.content[0]
    if view.low[at] == "there":
        at = next((k + 1 for k in range(at, min(at + _PREAMBLE, end - 1)) if view.low[k] == "that"), at)
    speaker = view.low[before.claimant[1] - 1]
    many = speaker.endswith("s") or "and" in view.low[slice(*before.claimant)]
    return at if draft.inherited and view.low[at] == ("it" if many else "they") else None


@cache
def _starting_words() -> frozenset[str]:
    """Return words of which every construction needs one: a sentence without them attributes nothing."""
    cues = frozenset(cue_entries()) | ACCORDING_TO | QUOTED | GIVEN | OPENING | VIEWS
    return (
        cues
        | act_starts()
        | COLON
        | REMARKS
        | LEARNING
        | DENIALS
        | ADVICE
        | ORDERS
        | unnamed_words()
        | word_class("claim_noun")
    )


def drafts_of(view: View) -> list[Draft]:
    """Return the claims of one sentence, each with the boundaries that the others give it."""
    cues = _cues(view)
    speakers: list[tuple[Occurrence, Speaker]] = []
    heard: list[tuple[Occurrence, Speaker]] = []
    for cue in cues:
        speaker = find_speaker(view, cue, heard)
        is_first = speaker.phrase is not None and not view.has_finite(0, cue.start)  # "X, with Y, reported"
        quotes = speaker.kind != "own" and "quote" in cue.entry.frames and not is_first
        behind = inverted_subject(view, cue) if quotes else None
        speakers.append((cue, speaker))
        heard.append((cue, speaker if behind is None else Speaker(behind, "inverted", None)))
    read = to_read(view, speakers)
    known: Known = {}
    drafts = read_cues(view, read, (), known)
    if not drafts:
        return drafts
    cuts = sorted(
        {d.left for d in drafts if d.left is not None and not _is_inner(view, d, drafts)}
        | {c for d in drafts for c in _close(view, d)}
    )
    if cuts:
        drafts = read_cues(view, read, cuts, known)
    drafts = [one for draft in parted(view, drafts) for one in each_claimant(view, draft)]
    return kept(view, without_openings(view, drafts))


def _is_inner(view: View, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a draft is part of what another says, which it does not end."""
    return is_hearsay(view, draft, drafts) or _is_written(view, draft, drafts)


def _is_written(view: View, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a gerund tells a text within what somebody says: "said that he sent a note asking"."""
    at = draft.left
    if at is None or at != draft.cue[0] or not view.low[at - 1].isalpha() or view.low[at - 1] == "and":
        return False
    said = [d.content[0] for d in drafts if d is not draft and d.rule == "said_that"]
    return any(start < at < end and view.low[start - 1] == "that" for start, end in said)


def _close(view: View, draft: Draft) -> list[int]:
    """Return the comma of ", X said" or "according to X": what others say before it ends there."""
    if draft.rule == "according_to" and draft.content[0][1] <= draft.cue[0] and len(draft.content) == 1:
        return [draft.cue[0]]
    if draft.rule == "inverted" and len(draft.content) == 1 and draft.content[0][1] <= draft.cue[0]:
        comma = draft.cue[0] - 1
        return [comma] if view.low[comma] == "," and view.quote[comma - 1] < 0 else []
    if draft.rule != "postposed" or draft.claimant is None or draft.claimant[0] < draft.content[0][1]:
        return []
    comma = draft.claimant[0] - 1
    return [comma] if view.low[comma] == "," and view.quote[comma - 1] < 0 and len(draft.content) == 1 else []


def _cues(view: View) -> list[Occurrence]:
    """Return acts and single cues, in text order; an act takes the verbs that it covers."""
    acts, single = find_acts(view), find_occurrences(view)
    if acts:
        covered = {k for one in acts for k in range(one.start, one.end + 1)}
        single = [one for one in single if one.verb not in covered]
    if len(single) > 1:
        held = {k for one in single for k in range(one.start, one.verb)}
        single = [one for one in single if one.verb not in held]
        single = [one for one in single if not (one.entry.lemma in _SHOWING and _follows_said(one, single))]
    return sorted(acts + single, key=_PLACE) if acts else single


def _follows_said(cue: Occurrence, cues: Sequence[Occurrence]) -> bool:
    """Say whether a cue is what is said of a thing: "images it said | showed burned houses"."""
    return any(one.end == cue.start and one.entry.cue_class == "report" for one in cues)


def _of_nobody(view: View, draft: Draft) -> Draft:
    """Return a draft whose claimant is "no group" or "neither X nor Y" as negated, "no group" as nobody."""
    if draft.claimant is None or view.low[draft.claimant[0]] not in {"no", "nobody", "none", "neither"}:
        return draft
    named = view.low[draft.claimant[0]] == "neither"
    return replace(draft, claimant=draft.claimant if named else None, is_negated=True)


def _claim(view: View, draft: Draft, accused: int | None = None) -> Claim:
    draft = _of_nobody(view, draft)
    if draft.claimant is not None and (bare := bare_speaker(view, draft.claimant)) != draft.claimant:
        draft = replace(draft, claimant=bare)
    content = tuple(view.span(*part) for part in draft.content)
    words = " … ".join(part.of(view.text) for part in content)
    medium = medium_of(view, draft)
    claimant = _span(view, draft.claimant)
    if claimant is not None and draft.rule == "noun_that":
        claimant = _without_mark(view, claimant)
    of_another = draft.rule == "heard" and view.is_word(draft.content[0][0], "personal")
    judged = f"the accused {words.partition(' ')[2]}" if of_another else words
    if accused is not None:
        judged = f"the accused {view.span(accused + 1, draft.content[0][1]).of(view.text)}"
    return Claim(
        content=content,
        cue=view.span(*draft.cue),
        cue_class=draft.cue_class,
        claimant=claimant,
        claim_type=claim_type_of(draft, judged, claimant.of(view.text) if claimant else ""),
        sentence=view.sentence.index,
        rule=draft.rule,
        inherited=draft.inherited,
        quote_type=quote_type(view.text, content, view.quotations),
        is_hedged=is_hedged(view, draft.content),
        is_negated=draft.is_negated,
        addressee=_span(view, told_before(view, draft)),
        medium=_span(view, medium),
    )


def _without_mark(view: View, owner: Span) -> Span:
    """Return "the army" of "the army's claim that C"."""
    words = owner.of(view.text)
    cut = 2 if words.endswith(("'s", "’s")) else 1 if words.endswith(("s'", "s’")) else 0
    return Span(owner.start, owner.end - cut)


def _span(view: View, part: tuple[int, int] | None) -> Span | None:
    return None if part is None else view.span(*part)
