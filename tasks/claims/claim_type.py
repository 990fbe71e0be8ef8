"""Which kind of statement a claim is: from its cue's class, and from what it says."""

from __future__ import annotations

import re

from tasks.claims.draft import Draft
from tasks.model.claim import ClaimType

_ATTACK = re.compile(
    r"^(?:the |this |that |it\b|both |two |several )?(?:\w+ ){0,3}(?:attacks?|bombings?|assault|ambush|raid|shooting|killings?|strikes?|blasts?|explosion|it|assassination|operation)\b",
    re.I,
)
_RESPONSIBLE = re.compile(
    r"\b(?:was|were|is|are|had been|has been) (?:indeed |also |directly |solely )?(?:responsible for|behind)\b|\bcarried out by\b|\bbore responsibility\b|\bto blame for\b",
    re.I,
)
_OWN = re.compile(r"^(?:it|they|we|he|she|its|their|our|his|\"we|\"our|“we|“our)\b", re.I)
_THREAT = re.compile(
    r"\bwould (?:not hesitate to |soon |also |continue to )?(?:retaliate|respond|strike|attack|avenge|revenge|retake|punish|pay|face|suffer|receive a response|be punished|be avenged)\b|\bwill (?:retaliate|respond|avenge|pay|be avenged|face)\b|\bretaliat\w+ (?:would|will)\b|\bnot hesitate to\b",
    re.I,
)
_DENIAL = re.compile(
    r"^(?:\"|“)?(?:it|they|he|she|its \w+|their \w+|no \w+|we|i)\b(?: \w+){0,3} (?:was not|were not|had not|did not|had no|were no|played no|took no)(?: \w+){0,3} (?:involved|responsible|behind|carried|part|role|connection|involvement|target)",
    re.I,
)
_ASSESSMENT = re.compile(
    r"\b(?:was|is|were|are|be|been|it|constitutes?|constituted|represents?|represented)\s+(?:\w+\s+)?(?:an?|the)\s+(?:\"|“)?(?:clear |serious |dangerous |major |grave |direct |obvious |\w+ )?(?:escalation|violation|message|crime|act of|sign|attempt|mistake|failure|success|threat|tragedy|disaster|catastrophe|outrage|setback|blow|provocation)\b|\b(?:possible|likely|unlikely|probable|may have|might have|could have|appeared to|seemed to|indicated|suggests?|suggested|intended to|in order to|demonstrated|meant to)\b",
    re.I,
)
_CONDOLENCE = re.compile(
    r"\b(?:condolences|thoughts (?:and prayers )?(?:are|were|go|went) (?:with|to)|deeply saddened|sympath(?:y|ies))\b",
    re.I,
)
_CONDEMNATION = re.compile(
    r"\b(?:it )?(?:strongly )?condemn(?:s|ed)\b|\b(?:heinous|barbaric|cowardly|despicable|outrageous|abhorrent|atrocity|cruel)\b",
    re.I,
)
_DEMAND = re.compile(r"\b(?:should|must|ought to|needs? to|needed to|had to)\b", re.I)
_ADMISSION = re.compile(
    r"\b(?:by mistake|in error|mistakenly|made a mistake|accidentally|his mistake|its mistake|responsible for the (?:civilian )?(?:deaths|casualties))\b",
    re.I,
)
_BLAME = re.compile(r"\b(?:blam(?:e|ed|ing)|accus(?:e|ed|ing)|the enemies of)\b", re.I)
_ASSERTIVE = frozenset({"report", "preposition", "finding", "admission", "belief", "promise"})


def claim_type_of(draft: Draft, content: str) -> ClaimType:
    """Return the claim type of a draft whose content has the given words."""
    if draft.lemma == "claim" and draft.rule in ("stated_thing", "passive_by") and _ATTACK.match(content):
        return "responsibility"
    if draft.cue_class == "label":
        return _of_label(draft, content)
    if draft.lemma in (
        "confirm",
        "acknowledge",
        "admit",
        "say",
        "state",
        "announce",
    ) and _takes_responsibility(content):
        return "responsibility"
    if draft.cue_class not in _ASSERTIVE:
        return draft.claim_type
    if draft.claim_type in ("admission", "demand"):
        return draft.claim_type
    return _of_assertion(draft, content)


def _takes_responsibility(content: str) -> bool:
    return bool(
        re.search(
            r"\bindeed responsible for\b|^(?:it|they|its \w+|their \w+|his \w+) (?:was|were|had been) (?:responsible for|behind)\b|^(?:it|they) (?:had )?carried out the\b",
            content,
            re.I,
        )
    )


def _of_assertion(draft: Draft, content: str) -> ClaimType:
    checks: tuple[tuple[re.Pattern[str], ClaimType], ...] = (
        (_THREAT, "threat"),
        (_CONDOLENCE, "condolence"),
        (_DENIAL, "denial"),
    )
    for pattern, kind in checks:
        if pattern.search(content):
            return kind
    if re.match(r"^(?:it |he |she |they )?(?:strongly |also )?condemn", content, re.I):
        return "condemnation"
    if _RESPONSIBLE.search(content) and not _OWN.match(content):
        return "accusation"
    if re.search(
        r"\b(?:the enemies of \w+ (?:used|killed|attacked))|\bplotted (?:abroad|by|in)\b|\bwas the work of\b",
        content,
        re.I,
    ):
        return "accusation"
    if (
        draft.cue_class == "report"
        and re.search(r"\b(?:made|realised he had made) a mistake\b|\bby mistake\b", content, re.I)
        and re.match(r"^(?:it|he|she|they|we)\b", content, re.I)
    ):
        return "admission"
    if draft.claim_type == "statement" and _ASSESSMENT.search(content):
        return "assessment"
    return draft.claim_type


def _of_label(draft: Draft, content: str) -> ClaimType:
    if draft.lemma in ("identify", "name"):
        return "statement"
    return draft.claim_type
