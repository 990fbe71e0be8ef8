"""The words for what an event was done with, where the text says that something was used.

The column `weapon` holds words of the text.  That a weapon is named is not enough, for one may be found,
bought or feared: it is read where it goes off or hits ("a bomb exploded"), where something is done with it
("killed by a mine", "stabbed with a knife"), where somebody lets it loose ("fired rockets"), and where it
names the deed ("mortar fire", "a knife attack").  What only may have been used is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from tasks.lexicons.cell_words import cell_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import ANY, nouns, verbs_that
from tasks.lexicons.weapon_nouns import means_at, weapon_heads
from tasks.model.document import Sentence, Token
from tasks.model.memo import remembered
from tasks.model.span import Span
from tasks.model.value import value


@value(frozen=True, slots=True)
class Weapon:
    """A weapon that was used: its words without determiner or number, and by what means it works."""

    span: Span
    means: str


_DETERMINERS = cell_words("weapon_passed")
_COUNTS = frozenset(("a", "an", "some", "several"))
_NO_MODIFIER = words("function_word") | words("clause_end") | cell_words("weapon_stop")
_MADE = cell_words("weapon_made")  # participles that describe a weapon; others are what somebody did
_HARMED = frozenset(
    w
    for verb in verbs_that(("attacks", "destroys", "harms", "kills", "wounds"), ANY)
    for w in verb.words("participle", "past")
) | {"hit", "struck", "caused", "targeted", "damaged", "rocked", "carried", "wounded", "injured"}
_DONE = (
    _HARMED
    | {"wounding", "injuring", "wounds", "injures"}
    | frozenset(
        w
        for verb in verbs_that(("attacks", "destroys", "harms", "kills", "wounds"), ANY)
        for w in verb.words("gerund", "present")
    )
)
_DEEDS = frozenset(
    form for noun in nouns() if noun.does in ("attacks", "kills", "harms") for form in noun.forms
) | cell_words("weapon_deed")
_LOOSED = cell_words("weapon_loosed")
_WENT = cell_words("weapon_acts")
_WENT_OFF = {("went", "off"), ("going", "off"), ("blew", "up"), ("set", "off")}
_BETWEEN = cell_words("weapon_between")
_BEHIND = (  # what may stand behind the name, which else is part of another: "rifle butts", "a bomb squad"
    _NO_MODIFIER | _DETERMINERS | _WENT | _BETWEEN | _DEEDS | cell_words("weapon_behind")
)
_DOUBT = cell_words("weapon_doubt")
_MODAL = frozenset(("may", "might", "could", "would", "can", "will", "should"))
_NO = frozenset(("not", "no", "never", "without", "unexploded", "failed"))
_FIRED = frozenset(("fired", "firing"))
_IN_HAND = frozenset(("firearms", "primitive"))  # "threw his gun away" is no use of it
_DRIVEN = cell_words("weapon_driven")
_REACH = 6  # tokens
_RUN = 5  # words before the last of a name


@remembered
def weapons_used(sentence: Sentence) -> tuple[Weapon, ...]:
    """Return the weapons of which a sentence says that they were used, in text order."""
    places = sentence.places(weapon_heads())
    if not places or not _DOUBT.isdisjoint(sentence.words):
        return ()
    if any(sentence.tokens[i].text in _MODAL for i in sentence.places(_MODAL)):  # "May" is a month
        return ()
    return tuple(_used(sentence, places))


def _used(sentence: Sentence, places: Sequence[int]) -> Iterator[Weapon]:
    tokens, lower = sentence.tokens, sentence.lower
    end = -1
    for head in places:
        means = means_at(lower, head)
        if means is None or head <= end:
            continue
        if head + 1 < len(tokens) and not _is_end(tokens[head + 1], lower[head + 1]):
            continue
        first, before = _begin(tokens, lower, head)
        if not _NO.isdisjoint(lower[max(0, before - 2) : first]):
            continue
        if not (_is_driven if means == "ramming" else _is_used)(lower, before, head, means):
            continue
        end = _end(tokens, lower, head)
        yield Weapon(Span(tokens[first].start, tokens[end].end), means)


def _is_end(behind: Token, lower: str) -> bool:
    """Whether a weapon's name may end before a token: one of a noun goes on in the name of something else."""
    return behind.kind != "word" or lower in _BEHIND or lower.endswith(("ed", "ing", "ly"))


def _begin(tokens: Sequence[Token], lower: tuple[str, ...], head: int) -> tuple[int, int]:
    """Return the first token of the name that ends at a head, and the token before it and its determiners."""
    first = head
    while first > max(0, head - _RUN) and _is_modifier(tokens[first - 1], lower[first - 1]):
        first -= 1
    while first < head and (lower[first] in _DETERMINERS or tokens[first].kind == "number"):
        first += 1
    before = first - 1
    while before >= 0 and (lower[before] in _DETERMINERS or tokens[before].kind == "number"):
        before -= 1
    return first, before


def _is_modifier(token: Token, lower: str) -> bool:
    if token.kind != "word" or lower in _NO_MODIFIER or lower in _DETERMINERS or lower.endswith("'s"):
        return False
    is_told = lower.endswith(("ed", "ing")) and "-" not in lower and lower not in _MADE
    return not is_told and not lower.endswith("ly")


def _end(tokens: Sequence[Token], lower: tuple[str, ...], head: int) -> int:
    """Return the last token of the name; another behind "and" belongs to it ("grenades and rifles")."""
    if head + 2 >= len(tokens) or lower[head + 1] != "and":
        return head
    for at in range(head + 2, min(head + 2 + _RUN, len(tokens))):
        if means_at(lower, at) not in (None, "ramming"):
            is_longer = at + 1 < len(tokens) and means_at(lower, at + 1) not in (None, "ramming")
            return at + is_longer
        if (
            not _is_modifier(tokens[at], lower[at])
            and tokens[at].kind != "number"
            and lower[at] not in _COUNTS
        ):
            break
    return head


def _is_used(lower: tuple[str, ...], before: int, head: int, means: str) -> bool:
    word = lower[before] if before >= 0 else ""
    if _behind(lower, head) in _DEEDS or word in ("wielding", "brandishing"):
        return True
    if word in (_FIRED if means in _IN_HAND else _LOOSED):
        return True
    if word == "off" and before and lower[before - 1] in ("set", "setting", "sets"):
        return True
    if word == "by":
        return not _HARMED.isdisjoint(lower[max(0, before - 3) : before])
    if word in ("with", "using"):
        return lower[before - 1] == "armed" or _is_done(lower[:before])
    return _goes_off(lower, head)


def _behind(lower: tuple[str, ...], head: int) -> str:
    return lower[head + 1] if head + 1 < len(lower) else ""


def _goes_off(lower: tuple[str, ...], head: int) -> bool:
    at = head + 1
    while at < len(lower) and lower[at] in _BETWEEN:
        at += 1
    word = lower[at] if at < len(lower) else ""
    return word in _WENT or (word, _behind(lower, at)) in _WENT_OFF


def _is_done(told: Sequence[str]) -> bool:
    """Whether words tell a deed: "stabbed six people", "opened fire", "an attack carried out"."""
    some: Set[str] = set(told)
    return not some.isdisjoint(_DONE) or not some.isdisjoint(_DEEDS)


def _is_driven(lower: tuple[str, ...], before: int, head: int, means: str) -> bool:
    """Whether a vehicle is driven into somebody: "drove a van into", "a lorry was driven into"."""
    if "into" not in lower[head + 1 : head + 1 + _REACH]:
        return False
    around = (lower[before] if before >= 0 else "", *lower[head + 1 : head + 4])
    return not _DRIVEN.isdisjoint(around)
