"""The draft of a claim whose cue is a verb and whose claimant is the verb's speaker."""

from __future__ import annotations

from tasks.claims.cues.draft import Draft
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range
from tasks.claims.speakers.shared_subject import Speaker


def drafted(
    cue: Occurrence,
    speaker: Speaker,
    content: tuple[Range, ...],
    rule: str,
    left: int | None = None,
    *,
    inherited: bool = False,
    addressee: Range | None = None,
) -> Draft:
    """Return the draft; its clause begins at the token `left`, None if it lies within another statement."""
    return Draft(
        content=content,
        cue=(cue.verb, cue.end),
        cue_class=cue.entry.cue_class,
        claimant=speaker.phrase,
        claim_type=cue.entry.claim_type,
        rule=rule,
        lemma=cue.entry.lemma,
        left=left,
        inherited=inherited,
        is_negated=cue.is_negated,
        addressee=addressee,
    )


def reported(
    content: Range, cue: Range, claimant: Range, *, rule: str, lemma: str, left: int | None = None
) -> Draft:
    """Return the draft of a statement that words report which no lexicon lists as a cue; `left` as above."""
    return Draft(
        content=(content,),
        cue=cue,
        cue_class="report",
        claimant=claimant,
        claim_type="statement",
        rule=rule,
        lemma=lemma,
        left=left,
    )


def drafted_from_speaker(
    cue: Occurrence, speaker: Speaker, content: Range, rule: str, addressee: Range | None = None
) -> Draft:
    """Return the draft, its clause beginning with what belongs to the speaker on its left."""
    left = None if speaker.kind == "relative" else speaker.left
    return drafted(cue, speaker, (content,), rule, left, inherited=speaker.inherited, addressee=addressee)
