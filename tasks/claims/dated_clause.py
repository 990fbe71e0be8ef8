"""Which dates before a cue, or within the words for who speaks, are those of the statement.

"On 4 May the mayor said", "but on 4 May it admitted", "the police on Monday reported", "a report published
in May found"; not "Schools opened on 4 May and the mayor said", "On 4 May the town fell, although he said".
"""

from __future__ import annotations

import re

from tasks.claims.cues.cue_words import word_class
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.claim import Claim
from tasks.model.span import Span

_FEW = 7  # words that may stand before the date with which a sentence begins
# A sentence begins with its date, and does not only hold it.
_OPENS = late_pattern(
    r"(?:(?:and|but|however|meanwhile|also|then|later|earlier|separately|only|once|[a-z]+ly),? )*"
    r"(?:the )?(?:(?:on|in|at|by|during|after|before|since|from|between|around|about|as|late|early|following"
    r"|until|within|throughout|for|a|an|one|two|three)\b|$)",
    re.IGNORECASE,
)
# A clause of its own begins with the date: ", but on", "and in late", "though in the".
_OPENS_CLAUSE = late_pattern(
    r"(?:[,;:—–]|\b(?:and|but|though|although|while|whereas|when|that|which|who))"
    r"(?: (?:also|later|then))?(?: (?:on|in|at|by|early|late|since|during|the"
    r"|(?:the )?(?:evening|morning|night|afternoon|end|beginning) of))* ?$",
    re.IGNORECASE,
)
# Another clause begins right before who speaks: ", although the army said", "whom residents said".
_TURNS = late_pattern(
    r"(?:\b(?:though|although|while|whereas|but|however|because|since|whom|which|whose|where)"
    r"(?: (?:later|subsequently|also|then|now|still|the|a|an))*|;.*)[ ,]*$",
    re.IGNORECASE | re.DOTALL,
)
_WHEN = frozenset({"", ",", "when"})
_RELATIVE = frozenset(
    {"who", "which", "that", "whose", "whom", "since", "after", "before", "until", "following"}
)


def dates_the_words(text: str, claimant: Span, date: Span) -> bool:
    """Say whether a date within the words for a speaker is that of what is said.

    "A report released on 4 May", "Wednesday's statement": that of the words, not of what they are about.
    """
    if date.start == claimant.start or text[claimant.start : date.start].lower() in ("the ", "a "):
        return text.startswith(("'s ", "’s "), date.end)
    return is_issued(text[claimant.start : date.start])


def is_issued(words: str) -> bool:
    """Say whether the last of some words tell when a statement was given out: "released late on"."""
    return not word_class("releasing").isdisjoint(words.lower().split()[-4:])


def dates_from_before(text: str, start: int, claim: Claim, cue: Span, date: Span) -> bool:
    """Say whether a date before a cue is that of the statement: it opens the clause, or is close to the cue.

    `start` is where the sentence begins, or what another says of it.
    """
    claimant = claim.claimant
    before = claimant is not None and claimant.end <= cue.start
    if claimant is not None and before and claimant.end <= date.start:
        return _is_between(text, claim, claimant, cue, date)
    first = claimant.start if claimant is not None and before else cue.start
    gap = text[date.end : first]
    turn = gap.strip().lower()
    if turn == ", when" or (turn in _WHEN and _OPENS_CLAUSE.search(text, start, date.start)):
        return True
    if _TURNS.search(gap):
        return False
    lead = text[start : date.start].strip(" -–*•\"“'")
    return lead.count(" ") < _FEW and _OPENS.match(lead) is not None


def _is_between(text: str, claim: Claim, claimant: Span, cue: Span, date: Span) -> bool:
    """Say whether a date between who speaks and the cue is the cue's: not "X met Y on 4 May and said"."""
    if claim.inherited and text[claimant.end : date.start].count(" ") > 2:  # else "a report in May found"
        gap = text[date.end : cue.start].strip()
        return not gap or (gap == "," and text[cue.start : cue.end].endswith("ing"))
    words = re.findall(r"\w+", text[claimant.end : date.start].lower())
    return _RELATIVE.isdisjoint(words) or not word_class("releasing").isdisjoint(words)
