"""Which statement of one revision is which of the next.

Statements that are the same word for word are the same.  Of the others, two are taken for one if what
is said is alike with its numbers left out, and whoever says it is the same, comes to be named, or is
corrected in a sentence that otherwise stays.  Pairs are made from the best downwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from tasks.history.revision_statements import Number, Statement

# Least likeness (0 to 1) of what is said, with numbers left out.
SAME_SPEAKER = 0.55
SAME_SPEAKER_SAME_SENTENCE = 0.35
SPEAKER_NAMED = 0.75  # the article's own voice before or after
SPEAKER_CORRECTED = 0.85
LIKE_SENTENCE = 0.8
SHORT = 15  # characters: too few for a likeness to tell anything
# More pairs than this are not compared: the article was written anew.
MOST_PAIRS = 250_000

Pairs = list[tuple[int, int]]


def paired(before: Sequence[Statement], after: Sequence[Statement]) -> Pairs:
    """Return which statement before (its index) is which after; each stands in one pair at most.

    The same sequences give the same pairs: of equally good ones, those earlier in the text come first.
    """
    pairs, left, right = _same_words(before, after)
    if len(left) * len(right) > MOST_PAIRS:
        return pairs
    scored = []
    for one in left:
        for other in right:
            score = likeness(before[one], after[other])
            if score is not None:
                distance = abs(before[one].place - after[other].place)
                scored.append((-score, distance, one, other))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, _, one, other in sorted(scored):
        if one not in taken_left and other not in taken_right:
            pairs.append((one, other))
            taken_left.add(one)
            taken_right.add(other)
    return sorted(pairs)


def likeness(one: Statement, other: Statement) -> float | None:
    """Return how good it is to take two statements for one, or None if they cannot be one."""
    if one.properties and other.properties and not one.properties & other.properties:
        return None
    said = _ratio(one.masked, other.masked)
    if min(len(one.masked), len(other.masked)) < SHORT and (
        one.section != other.section or one.properties != other.properties
    ):
        return None
    around = _ratio(one.masked_sentence, other.masked_sentence)
    is_same_speaker = one.claimant is other.claimant is None or bool(one.speaker & other.speaker)
    if is_same_speaker:
        fits = said >= SAME_SPEAKER or (said >= SAME_SPEAKER_SAME_SENTENCE and around >= LIKE_SENTENCE)
    elif one.claimant is None or other.claimant is None:
        fits = said >= SPEAKER_NAMED
    else:
        same_numbers = _values(one) == _values(other)
        fits = said >= SPEAKER_CORRECTED and (around >= LIKE_SENTENCE or same_numbers)
        fits = fits and (same_numbers or _ratio(one.sentence, other.sentence) >= SPEAKER_CORRECTED)
    if not fits:
        return None
    kind = (one.cue_class == other.cue_class) + (one.section == other.section)
    return round(said + 0.4 * is_same_speaker + 0.2 * around + 0.05 * kind, 6)


def paired_numbers(before: Sequence[Number], after: Sequence[Number]) -> Pairs:
    """Return which number of a statement is which after a change of the statement."""
    pairs: Pairs = []
    left, right = dict(enumerate(before)), dict(enumerate(after))
    for key in (_exactly, _whom, _what):
        for one, number in list(left.items()):
            for other, candidate in list(right.items()):
                if key(number) == key(candidate):
                    pairs.append((one, other))
                    del left[one], right[other]
                    break
    return sorted(pairs)


def _same_words(
    before: Sequence[Statement], after: Sequence[Statement]
) -> tuple[Pairs, list[int], list[int]]:
    """Pair statements with the same id, and return the indices of those that are left on both sides."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, statement in enumerate(after):
        places[statement.claim_id].append(index)
    pairs: Pairs = []
    left = []
    for index, statement in enumerate(before):
        if places[statement.claim_id]:
            pairs.append((index, places[statement.claim_id].pop(0)))
        else:
            left.append(index)
    return pairs, left, sorted(index for some in places.values() for index in some)


def _ratio(one: str, other: str) -> float:
    return float(fuzz.ratio(one, other)) / 100


def _values(statement: Statement) -> list[str]:
    return sorted(f"{number.counts} {number.value}" for number in statement.numbers)


def _exactly(number: Number) -> tuple[object, ...]:
    return (*_whom(number), number.low, number.high, number.is_negated)


def _whom(number: Number) -> tuple[object, ...]:
    return (*_what(number), number.victim_class, number.is_subset)


def _what(number: Number) -> tuple[object, ...]:
    return (number.counts, number.side)
