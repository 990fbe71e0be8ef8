"""Which kind of statement a claim is: from its cue's class, and from what it says.

The wordings that make a plain "said" a threat, a denial or an accusation stand in
`tasks/lexicons/data/claim_type_wordings.csv`. Their order is the precedence: own deeds before denials,
threats, condolence, condemnation, support and demands before accusations, what is only judged last.
Where none fits, the deeds of the content do (`deed_type.py`): what the claimant's side did, did not or will
do, and what another did; else the cue decides.
"""

from __future__ import annotations

import re

from tasks.claims.cues.draft import Draft
from tasks.claims.types.blames_nobody import BLAMING, blames_nobody
from tasks.claims.types.charged_with import without_charges
from tasks.claims.types.deed_type import (
    is_armed_group,
    own_deed_type,
    said_words,
    speaks_for_state,
    tells_of_himself,
    tells_of_own_hand,
    type_by_deeds,
)
from tasks.claims.types.office_claimants import (
    is_expert,
    is_eyewitness,
    is_of_media,
    is_of_police,
    is_teller,
)
from tasks.claims.types.opinions import only_seems, thinks
from tasks.claims.types.own_people import of_oneself
from tasks.claims.types.preamble import says_unknown, without_motive, without_preamble, without_suffered
from tasks.claims.types.spoken_of_self import head_of_speaker, with_others_named
from tasks.claims.types.type_wordings import tried_after
from tasks.claims.types.wrongs import names_side
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.claim import ClaimType

_QUOTES = '"“”'
_MARKS = re.compile(f"[{_QUOTES}]")
_TOLL = late_pattern(  # who were killed when it was: the clause of time blames; but soldiers die in war
    r"\bsuspected\b|^(?!.*\b(?:soldiers|troops|fighters|policemen)\b.* when )"
    r".*\b(?:killed|wounded|injured|died)\b.* when "
)
_OWNING = frozenset({"accept", "acknowledge", "admit", "concede"})
_PERSONS = {"his": "he", "her": "she", "their": "they", "its": "it"}  # "By his own account, he fired"
_UNCONFIRMED = frozenset({"confirm", "specify", "clarify", "verify"})
_UNTOLD = frozenset({"say", "explain", "reveal", "disclose", "elaborate", "state", "indicate"})
_BLAMING = frozenset({"allege", "complain", "charge", "protest"})
_QUESTIONS = ("whether", "if", "who", "what", "how", "why")


def claim_type_of(draft: Draft, content: str, speaker: str = "") -> ClaimType:
    """Return the claim type of a draft.

    Args:
        draft: the claim.
        content: its words.
        speaker: the claimant's words; what is said of his own side is read as "it".
    """
    speaker = _PERSONS.get(speaker.lower(), speaker)
    content = with_others_named(content, speaker)
    if draft.rule == "postposed" and content[:5] == "They " and speaker.lower() in ("he", "she"):
        content = f"people {content[5:]}"  # "They fired first, he said": others did
    content = without_charges(without_motive(without_suffered(without_preamble(content))))
    unsaid = draft.lemma == "confirm" or content.split()[0] in _QUESTIONS  # "did not confirm the toll"
    asked = draft.lemma in _UNTOLD and content.split()[0] in _QUESTIONS  # "did not say how"
    if draft.is_negated and (asked or (draft.lemma in _UNCONFIRMED and unsaid)):
        return "no_comment"
    if draft.cue_class == "accusation" and draft.lemma in BLAMING and blames_nobody(content):
        return "assessment"
    found = _type_of(draft, content, speaker)
    found = "statement" if found == "accusation" and says_unknown(content) else found
    if draft.cue_class in ("report", "belief") and _opines(found, draft, content, speaker):
        return "assessment"
    if draft.lemma in _OWNING and (found == "accusation" or _of_state(draft, found, speaker)):
        return "admission"  # "the minister accepted that the police had used force"
    if found == "admission" and draft.lemma in _OWNING and is_armed_group(speaker):
        return own_deed_type(draft, content, speaker) or found
    if found == "responsibility" and is_of_media(head_of_speaker(speaker)):
        return "statement"  # an agency tells who claimed it
    if found == "responsibility" and tells_of_himself(content, speaker):
        return "admission"  # "the two men said they had planted the bomb"
    if found == "accusation" and draft.cue_class in ("report", "preposition"):
        return _accusing(draft, content, speaker)
    if found == "condemnation" and type_by_deeds(draft, content, speaker) == "accusation":
        return "accusation"  # "the rebels committed these heinous crimes"
    return _by_deeds(found, draft, content, speaker) if found in ("statement", "assessment") else found


def _by_deeds(found: ClaimType, draft: Draft, content: str, speaker: str) -> ClaimType:
    """Return the type of a content whose wording tells none: by the deeds that it tells of."""
    owned = _owned(draft, content, speaker)
    if owned is not None:
        return owned
    by_deeds = type_by_deeds(draft, content, speaker) or found
    if by_deeds == "admission" and draft.rule == "impersonal":
        return found  # "it was found that he had tried to rob a bank": nobody admits it
    open_to_all = _only_saw(draft, speaker) or says_unknown(content)
    return found if by_deeds == "accusation" and open_to_all else by_deeds


def _opines(found: ClaimType, draft: Draft, content: str, speaker: str) -> bool:
    """Tell whether a threat or an accusation is only what somebody thinks or what seems to be."""
    if found == "threat":
        return draft.cue_class == "belief" or is_teller(speaker) or thinks(content)
    judges = found == "accusation" and draft.cue_class == "report" and draft.lemma not in _BLAMING
    return judges and (is_expert(speaker) or only_seems(content))


def _owned(draft: Draft, content: str, speaker: str) -> ClaimType | None:
    """Return "admission", "denial" or "threat" where a speaker says that of his own side; else None."""
    own = of_oneself(content, speaker)
    found = None if own is None else _type_of(draft, own, speaker)
    return found if found in ("admission", "denial", "threat") else None


def _only_saw(draft: Draft, speaker: str) -> bool:
    return draft.lemma not in _BLAMING and is_eyewitness(speaker)


def _accusing(draft: Draft, content: str, speaker: str) -> ClaimType:
    """Return the type of a content that has a wording of accusations: not all who tell of a deed blame."""
    owned = _owned(draft, content, speaker)
    if owned is not None:
        return owned  # what is said against one's own people
    if is_of_media(speaker) or _only_saw(draft, speaker):
        return "statement"  # a newspaper tells who did it, an eyewitness what was seen
    if is_of_police(speaker) and draft.lemma not in _BLAMING and not names_side(content):
        return "statement"  # who investigates crimes tells what a suspect did
    told, _, _ = content.partition(" when ")  # when it was says nobody's blame
    if told != content and not _TOLL.search(content) and _type_of(draft, told, speaker) == "statement":
        return type_by_deeds(draft, told, speaker) or "statement"
    if draft.lemma not in _BLAMING and tells_of_own_hand(draft, content, speaker):
        return "admission"  # "the corporal said he had fired into the crowd"
    return own_deed_type(draft, content, speaker) or "accusation"


def _of_state(draft: Draft, found: ClaimType, speaker: str) -> bool:
    return found == "responsibility" and draft.rule == "said_that" and speaks_for_state(speaker)


def _type_of(draft: Draft, content: str, speaker: str) -> ClaimType:
    lowered = content.lower()
    words: frozenset[str] | None = None  # few wordings ask for them
    # 'the "civil defence" units had burned'
    plain = content[:1] + _MARKS.sub("", content[1:]) if any(map(content.__contains__, _QUOTES)) else content
    plain_lowered = lowered if plain == content else plain.lower()
    both = lowered if plain == content else f"{lowered}\n{plain_lowered}"
    tried, sieve = tried_after(draft.cue_class)
    for number in sieve.worth_trying(both):
        wording = tried[number]
        if not wording.fits(draft):
            continue
        if wording.groups and words is None:
            words = said_words(lowered)
        if wording.matches(content, lowered, words or frozenset(), speaker) or (
            plain != content and wording.matches(plain, plain_lowered, words or frozenset(), speaker)
        ):
            return wording.claim_type
    return draft.claim_type
