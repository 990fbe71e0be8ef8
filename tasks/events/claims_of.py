"""Which event each claim is about, and not only shares a sentence with.

"The mayor said the alert was raised after the arrest of X, who took part in the March raids" tells nothing of
the raids of March, "the group had struck in revenge for the raid of May" nothing of the raid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from tasks.events.by_sentence import Stretches
from tasks.events.candidate import Candidate
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX, LEAD
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.span import Span

_OPENS_WITHIN = 24  # characters before the date with which a sentence begins
# What a content only mentions: who was at another event, what is avenged, what is compared.
_BESIDE = late_pattern(
    r"(?:, (?:who|whose|whom|which|where|when)\b[^,;]*"
    r"|\b(?:revenge|retaliation|reprisals?|retribution|vengeance|punishment) (?:for|against)\b.{0,80}"
    r"|\b(?:since|similar to|reminiscent of|compared (?:to|with)|unlike)\b.{0,60})$"
)
# A content that says nothing itself of what was done goes with what stands before it.
_REFERS = late_pattern(
    r"(?:any |all |full |its |their |his |her )?(?:responsibility|involvement|role|part|credit)\b"
    r"|(?:it|this|that|they|these|those|having|(?:the|these|those) \w+)\b",
    re.IGNORECASE,
)
_ITS_OWN = frozenset({"responsibility", "denial", "admission"})

_ITS_OBJECT = late_pattern(r"(?:[\w'’-]+ ){1,4}of (?:the |his |her |its )?")


def claim_events(
    document: Document,
    claims: Sequence[Claim],
    of_figures: dict[int, int],
    others: Sequence[Candidate],
    stretches: Stretches,
    dated: Set[int],
) -> tuple[int, ...]:
    """Return each claim's event: that of its first figure, else the one whose stretch holds its content.

    An attributed claim that only mentions that event is about the article's own.

    Args:
        document: the article's.
        claims: all claims.
        of_figures: the event of each claim's first figure.
        others: the events but the article's own, in their order.
        stretches: of those events, by sentence.
        dated: the sentences with a date.
    """
    found = []
    for index, claim in enumerate(claims):
        counted = index in of_figures
        event = of_figures[index] if counted else stretch_of(document, claim.extent, stretches)
        told = not event or claim.voice != "attributed"
        if not told and not _is_about(document, claim, others[event - 1], counted=counted):
            event = 0
        elif not event and claim.claim_type in _ITS_OWN and claim.sentence not in dated and others:
            event = _told_before(document, claim, others)
        found.append(event)
    return tuple(found)


def stretch_of(document: Document, span: Span, stretches: Stretches) -> int:
    """Return the first event one of whose stretches holds a passage, 0 if none does.

    "A coup on 1 May, which saw the murder of the mayor on 2 May" counts him to the second, which begins with
    the noun whose object he is.
    """
    held = [one for one in stretches.get(document.index_at(span.start), ()) if one[1].contains(span)]
    if len(held) > 1:
        short = min(held, key=lambda one: len(one[1]))
        if _ITS_OBJECT.fullmatch(document.text, short[1].start, span.start):
            return short[0]
    return held[0][0] if held else 0


def _is_about(document: Document, claim: Claim, other: Candidate, *, counted: bool) -> bool:
    """Say whether a claim tells of an event: its words hold it, or its sentence begins with the day.

    `counted`: a figure of the claim is one of the event, so that it does unless it only mentions it.
    """
    if claim.sentence != other.sentence:
        return True  # a further stretch, found because it goes on about the event
    sentence = document.sentences[claim.sentence]
    core = [other.trigger.span]
    if other.date is not None and sentence.span.contains(other.date.span):
        core.append(other.date.span)
    held = [(part, one) for part in claim.content for one in core if part.contains(one)]
    text = document.text
    if held:
        return not all(_BESIDE.search(text[part.start : one.start]) for part, one in held)
    if counted:
        return True
    if len(core) == 2 and core[1].start - sentence.span.start <= _OPENS_WITHIN:
        return True
    return core[0].end <= claim.content[0].start and _REFERS.match(text, claim.content[0].start) is not None


def _told_before(document: Document, claim: Claim, others: Sequence[Candidate]) -> int:
    """Return the event of the sentence before, for which a group claims responsibility without naming it."""
    sentence = document.sentences[claim.sentence]
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph:
        return 0
    if document.heading_of(sentence) in (LEAD, INFOBOX) or not _REFERS.match(
        document.text, claim.content[0].start
    ):
        return 0
    return next((at for at, one in enumerate(others, 1) if one.sentence == before.index and one.date), 0)
