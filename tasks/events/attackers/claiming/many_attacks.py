"""Whether responsibility is for other attacks than the article's own.

"It took responsibility, in letters, for dozens of other raids": what a group is known for;
"claimed responsibility for that attack": for the one that was just told of.
"""

from __future__ import annotations

import re

from tasks.events.sections import opening
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.claim import Claim
from tasks.model.document import Document

_FOR_MANY = late_pattern(
    r"responsib\w+\b[^.;()]{0,40}?\bfor,? (?:the |its |their )?"
    r"(?:numerous|countless|many|most|various|other|previous|earlier|past|similar"
    r"|(?:dozens|scores|hundreds) of)\b(?! people| civilians| soldiers| deaths)"
    rf"|responsib\w+ for that (?:\w+ )?{deed('attack', 'one')}\b",
    re.IGNORECASE,
)

_NEW_DEED = late_pattern(r"(?:(?:them|these|including) )?(?:an?|another) ")


def is_for_many(text: str, start: int, end: int) -> bool:
    """Return whether the responsibility that stretch `start` to `end` tells of is for attacks in general."""
    return _FOR_MANY.search(text, start, end) is not None


def is_of_new_deed(document: Document, claim: Claim) -> bool:
    """Return whether what one claims is told as new, not in the first sentence: "and a raid claimed by X"."""
    first = opening(document)[:1]
    if not claim.content or claim.cue is None or (first and claim.sentence <= first[0].index):
        return False
    deed = claim.content[0]
    return deed.end <= claim.cue.start and _NEW_DEED.match(document.text, deed.start) is not None
