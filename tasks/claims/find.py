"""All attributed claims of a document: the registry of constructions, overlaps, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from tasks.claims import according_to as prepositions
from tasks.claims.act_content import act
from tasks.claims.acts import act_starts, find_acts
from tasks.claims.aside import aside
from tasks.claims.claim_type import claim_type_of
from tasks.claims.continuation import continue_quotations, repeated
from tasks.claims.draft import Draft
from tasks.claims.enumerated import each_claimant
from tasks.claims.in_order import distinct
from tasks.claims.judgement import judgement
from tasks.claims.learned_from import LEARNING
from tasks.claims.nested import with_parents
from tasks.claims.noun_claim import as_judged
from tasks.claims.occurrence import Occurrence, find_occurrences
from tasks.claims.passive import impersonal, passive
from tasks.claims.postposed import inverted_subject, postposed
from tasks.claims.quoting import is_hedged, medium_of, quote_type
from tasks.claims.reduced import reduced_passives
from tasks.claims.relative_accusation import relative_accusation
from tasks.claims.said_that import said_that
from tasks.claims.shared_subject import Speaker
from tasks.claims.speaker import find_speaker
from tasks.claims.subordinate import relative_end, subordinate_end
from tasks.claims.unnamed import unnamed_words
from tasks.claims.unsaid import holds_clause, is_noun, is_told_deed
from tasks.claims.verb_shared import verb_shared
from tasks.claims.view import View, view_of
from tasks.claims.was_quoted import QUOTED, was_quoted
from tasks.claims.without_verb import without_verb
from tasks.claims.words import cue_entries, word_class
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.span import Span

Construction = Callable[[View, Occurrence, Speaker, Sequence[int]], Draft | None]

ACT_CLASSES = frozenset({"blame", "responsibility", "itself", "toll", "light", "block"})
CONSTRUCTIONS: tuple[Construction, ...] = (
    aside,
    said_that,
    judgement,
    relative_accusation,
    passive,
    impersonal,
    postposed,
)
_PLACE = attrgetter("start", "verb")
_CUE_AND_CONTENT = attrgetter("cue", "content")
_NOT_SAID = frozenset({"acknowledge", "admit", "announce", "accuse", "blame", "concede", "condemn"})
_PROVING = frozenset({"demonstrate", "show", "prove"})
NAMELESS = frozenset({"impersonal", "impersonal_to", "responsibility"})
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
        if starting.isdisjoint(sentence.words) or len(sentence.tokens) < 3:
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
        claims.append(_claim(view, draft, of_accused=before is not None and _goes_on(view, before, draft)))
        before = draft
    return claims


def _goes_on(view: View, before: Draft, draft: Draft) -> bool:
    """Say whether "they" are the accused: "The ministry blamed the rebels, saying they had shelled"."""
    if before.claim_type != "accusation" or before.claimant is None or draft.claimant != before.claimant:
        return False
    first, speaker = view.low[draft.content[0][0]], view.low[before.claimant[1] - 1]
    many = speaker.endswith("s") or "and" in view.low[slice(*before.claimant)]
    return draft.inherited and first == ("it" if many else "they")


@cache
def _starting_words() -> frozenset[str]:
    """Return words of which every construction needs one: a sentence without them attributes nothing."""
    cues = frozenset(cue_entries()) | prepositions.WORDS | QUOTED
    return cues | act_starts() | LEARNING | unnamed_words() | word_class("claim_noun")


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
    read = _to_read(view, speakers)
    drafts = _read(view, read, ())
    if not drafts:
        return drafts
    cuts = sorted(
        {d.left for d in drafts if d.left is not None} | {c for d in drafts for c in _close(view, d)}
    )
    if cuts:
        drafts = _read(view, read, cuts)
    drafts = [one for draft in drafts for one in each_claimant(view, draft)]
    return [
        d
        for d in drafts
        if not ((_is_nobody(view, d) or _is_thought(view, d)) and _is_within(d, drafts))
        and not _is_restated(view, d, drafts)
    ]


def _close(view: View, draft: Draft) -> list[int]:
    """Return the comma of ", X said" or "according to X": what others say before it ends there."""
    if draft.rule == "according_to" and draft.content[0][1] <= draft.cue[0] and len(draft.content) == 1:
        return [draft.cue[0]]
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
    return sorted(acts + single, key=_PLACE) if acts else single


def _to_read(
    view: View, speakers: Sequence[tuple[Occurrence, Speaker]]
) -> list[tuple[Occurrence, Speaker, Sequence[Construction]]]:
    """Return the cues that attribute something, each with the constructions that are tried on it."""
    found: list[tuple[Occurrence, Speaker, Sequence[Construction]]] = []
    for cue, speaker in speakers:
        if is_noun(view, cue, speaker) or is_told_deed(view, cue, speaker, speakers):
            continue
        if speaker.kind == "relative" and _names_speaker(cue, speakers):
            continue
        if cue.is_negated and cue.entry.lemma in _NOT_SAID:
            continue
        constructions = (act,) if cue.entry.frames <= ACT_CLASSES else CONSTRUCTIONS
        if _is_inverted(view, cue, speaker):
            constructions = (postposed,)  # "X threatened to leave, said two men who saw him"
        found.append((cue, speaker, constructions))
    return found


def _read(
    view: View, read: Sequence[tuple[Occurrence, Speaker, Sequence[Construction]]], cuts: Sequence[int]
) -> list[Draft]:
    """Return the statements of the cues and of what attributes without a verb, with boundaries at `cuts`."""
    drafts = prepositions.according_to(view, cuts)
    for cue, speaker, constructions in read:
        own_cuts = _cuts_of(view, cue, speaker, cuts)
        for construction in constructions:
            draft = construction(view, cue, speaker, own_cuts)
            if draft is not None and draft.rule == "stated_thing" and holds_clause(view, speaker):
                break
            if draft is not None and draft.is_negated and draft.rule == "light_verb":
                break  # "it had not made its customary call"
            if draft is not None and (draft.claimant is not None or draft.rule in NAMELESS):
                drafts.append(draft)
                break
    drafts = as_judged(drafts)
    drafts += verb_shared(view, cuts, drafts)
    drafts += reduced_passives(view, cuts, drafts)
    drafts += was_quoted(view, cuts, drafts)
    drafts += without_verb(view, cuts, drafts)
    return sorted(drafts, key=_CUE_AND_CONTENT) if len(drafts) > 1 else drafts


def _names_speaker(cue: Occurrence, speakers: Sequence[tuple[Occurrence, Speaker]]) -> bool:
    """Say whether a cue belongs to another's subject: "The commander who announced the truce said"."""
    return any(who.phrase and who.phrase[0] < cue.verb < who.phrase[1] for _, who in speakers)


def _is_inverted(view: View, cue: Occurrence, speaker: Speaker) -> bool:
    """Say whether the subject stands behind a verb that follows a comma, and the sentence ends with it."""
    told = "quote" in cue.entry.frames and cue.entry.cue_class == "report"
    phrase = inverted_subject(view, cue) if told and speaker.kind in ("shared", "own") else None
    if phrase is None or view.low[cue.start - 1] != ",":
        return False
    rest = range(phrase[1], len(view))
    verb = next((k for k in rest if view.finite[k] or view.is_word(k, "relative")), None)
    return verb is None or view.is_word(verb, "relative")


def _cuts_of(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> list[int]:
    """Return the cuts for one cue: all but its own, and the end of the dependent clause that holds it."""
    ends = [c for c in cuts if c != speaker.left] if cuts else []
    end = subordinate_end(view, cue.end)
    aside = relative_end(view, cue.start) if speaker.kind == "relative" else None
    if end is None and aside is None:
        return ends  # as the cuts come: each once, in order
    return sorted({*ends, *(e for e in (end, aside) if e is not None)})


def _is_nobody(view: View, draft: Draft) -> bool:
    """Say whether a draft has no claimant, or "no group" as one."""
    return draft.claimant is None or view.low[draft.claimant[0]] in ("no", "nobody", "none")


def _is_thought(view: View, draft: Draft) -> bool:
    """Say whether a draft is what "he" or "they" believe: within what they say it is no statement apart."""
    if draft.cue_class == "belief" and draft.claimant is not None:
        return view.is_word(draft.claimant[0], "personal") or draft.lemma in _PROVING
    return draft.lemma in _PROVING


def _is_within(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a statement that nobody is named for is part of one that somebody makes."""
    return any(
        other is not draft
        and other.claimant is not None
        and any(start <= draft.content[0][0] and draft.cue[1] <= end for start, end in other.content)
        for other in drafts
    )


def _is_restated(view: View, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a draft says once more what another does: "read it condemns the attack"."""
    phrase = draft.claimant
    if draft.rule not in ("stated_thing", "figure_update", "told_of", "light_verb") or phrase is None:
        return False
    if not view.is_word(phrase[0], "personal") and draft.cue_class != "stance":
        return False
    return any(d is not draft and d.content[0][0] == phrase[0] for d in drafts)


def _of_nobody(view: View, draft: Draft) -> Draft:
    """Return a draft whose claimant is "no group" or "neither X nor Y" as negated, "no group" as nobody."""
    if draft.claimant is None or view.low[draft.claimant[0]] not in ("no", "nobody", "none", "neither"):
        return draft
    named = view.low[draft.claimant[0]] == "neither"
    return replace(draft, claimant=draft.claimant if named else None, is_negated=True)


def _claim(view: View, draft: Draft, *, of_accused: bool = False) -> Claim:
    draft = _of_nobody(view, draft)
    content = tuple(view.span(*part) for part in draft.content)
    words = " … ".join(part.of(view.text) for part in content)
    medium = medium_of(view, draft)
    claimant = _span(view, draft.claimant)
    of_another = draft.rule == "heard" and view.is_word(draft.content[0][0], "personal")
    judged = f"the accused {words.partition(' ')[2]}" if of_accused or of_another else words
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
        addressee=_span(view, draft.addressee),
        medium=_span(view, medium),
    )


def _span(view: View, part: tuple[int, int] | None) -> Span | None:
    return None if part is None else view.span(*part)
