"""What befell people: the casualty verbs of a line, with their voice, the words around them, negation."""

from __future__ import annotations

from collections.abc import Collection

from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line, Trigger
from tasks.figures.lines.told_people import are_the_hurt
from tasks.model.figure import FigureProperty
from tasks.model.value import value


@value(frozen=True, slots=True)
class Predicate:
    """A casualty verb with its chain of auxiliaries: words[first:last].

    Attributes:
        core: index of the casualty word itself.
        kind: "active" (people follow), "passive" (people stand before), "reduced" (people stand right
            before a participle without auxiliary), "of" ("the deaths of"), "count" ("24 deaths").
        is_negated: "was not killed"; is_singular: "was", "is", "has".
    """

    first: int
    core: int
    last: int
    kind: str
    property: FigureProperty
    needs_person: bool
    is_negated: bool = False
    is_singular: bool = False


def find_predicates(line: Line) -> list[Predicate]:
    """Return the line's predicates in text order; those that only could or would happen are left out."""
    found: list[Predicate] = []
    position = -1
    for trigger in line.triggers:
        if trigger.first < position or any(g.first < trigger.first < g.last for g in line.groups):
            continue
        predicate = _of_trigger(line, trigger)
        if predicate is not None:
            found.append(predicate)
            position = predicate.last
    return found


def _of_trigger(line: Line, trigger: Trigger) -> Predicate | None:
    kinds = {entry.kind: entry for entry in trigger.readings}
    entry = trigger.readings[0]
    first, aux = _chain(line, trigger.first)
    joint = _joint(line, trigger)
    if joint is None:
        return None
    last, prop = joint
    prop = prop or entry.property
    is_negated = bool(aux & {"not", "never", "n't", "didn't", "wasn't", "weren't"})
    is_singular = bool(aux & {"was", "is", "has"}) and not aux & {"were", "are"}
    if line.words[trigger.first : trigger.last] == ["fell"] and line.word(last) not in _ENDS_FALL:
        return None  # "fell ill", "fell back", "fell into a trap"
    if line.word(trigger.first - 1) in _NOT_DONE or ("present" in kinds and _is_general(line, trigger.first)):
        return None
    if _tells_of_no_deed(line, trigger, kinds.keys()) or ("had" in aux and _is_maimed(line, trigger)):
        return None
    if "of" in kinds:
        if not _ONLY_COULD.isdisjoint(line.words[max(0, trigger.first - _COULD_REACH) : trigger.first]):
            return None  # "a further assault might cost the lives of the 114 civilians"
        return Predicate(trigger.first, trigger.first, last, "of", prop, kinds["of"].needs_person)
    if "count" in kinds:
        return Predicate(trigger.first, trigger.first, last, "count", prop, False)
    if not kinds.keys() - {"toll"} or aux & v.IRREALIS or (aux & {"could"} and "have" in aux):
        return None
    if line.word(trigger.first - 1) == "be" and _is_destined(line, trigger.first - 2):
        return None
    kind = _voice(line, trigger, kinds.keys(), first, last, aux)
    if kind is None:
        return None
    shared = _shared_be(line, first) if kind == "passive" and not aux & v.BE else None
    if shared is not None:
        first, is_singular = shared, line.word(shared) == "was"
    return Predicate(first, trigger.first, last, kind, prop, entry.needs_person, is_negated, is_singular)


def _tells_of_no_deed(line: Line, trigger: Trigger, kinds: Collection[str]) -> bool:
    """Whether a casualty word only says what is meant, who somebody is, or that somebody lives."""
    if _is_meant(line, trigger.first) or ("past" in kinds and are_the_hurt(line, trigger)):
        return True
    return "of" in kinds and line.word(trigger.first) in _LIVES and not _is_taken(line, trigger.first)


def _is_maimed(line: Line, trigger: Trigger) -> bool:
    """Whether one had lost a limb before: "a former soldier who had lost a hand in the war"."""
    lost = line.words[trigger.first : trigger.last]
    return len(lost) > 1 and lost[0] == "lost" and lost[-1] not in _LIVES


def _is_meant(line: Line, at: int) -> bool:
    """Whether a participle is what one was "tasked with", had "the aim of": nobody has done it."""
    return line.word(at - 1) in _TO_WHAT and line.word(at - 2) in _AIMS and line.word(at).endswith("ing")


def _is_taken(line: Line, at: int) -> bool:
    """Whether something takes lives: a novel may tell of them, and "the life of a woman" goes on."""
    return not _TAKES.isdisjoint(line.words[max(0, at - _TAKEN_REACH) : at])


_TO_WHAT = frozenset({"with", "at", "on", "of"})
_AIMS = v.role("aim")
_LIVES = frozenset({"life", "lives"})
_TAKES = v.LIFE_VERBS | v.role("loses")
_TAKEN_REACH = 4  # words before "the lives of"


def _is_general(line: Line, at: int) -> bool:
    """Whether a present tense tells what is so whenever: "when a fighter kills a soldier"."""
    return not _WHENEVER.isdisjoint(line.words[max(0, at - _OF_CLAUSE) : at])


_WHENEVER = frozenset({"when", "whenever", "whoever", "anyone", "if", "everyone"})
_OF_CLAUSE = 7  # tokens


def _is_destined(line: Line, at: int) -> bool:
    """Whether people "were to be", "were due to be" killed, "pretended to be dead": it was not done."""
    if line.word(at) != "to":
        return False
    before = line.word(at - 1)
    ordered = line.words[max(0, at - _ORDER_REACH) : at]
    return before in v.BE or before in _MEANT or before in _PRETENDED or not _ORDERS.isdisjoint(ordered)


_ORDERS = frozenset({"ordered", "orders", "demanded", "sentenced", "condemned"})
_ORDER_REACH = 7  # words: "ordered all the surviving sailors to be"
_ONLY_COULD = frozenset({"might", "could"})
_COULD_REACH = 6  # words: "could easily have taken the lives of"
_PRETENDED = frozenset({"pretended", "pretending"})
_MEANT = frozenset(
    {"about", "due", "going", "meant", "intended", "supposed", "planned", "scheduled", "destined"}
)
# "the attempted murder of two officers"
_NOT_DONE = frozenset({"attempted", "planned", "intended", "threatened", "contemplated", "considered"})


def _voice(
    line: Line, trigger: Trigger, kinds: object, first: int, last: int, aux: frozenset[str]
) -> str | None:
    names = set(kinds)  # type: ignore[call-overload]
    if names & {"intransitive"}:
        return "passive" if first < trigger.first else "intransitive"
    if "intransitive_base" in names:
        return "passive" if "to" not in aux and aux & {"did"} else None
    if "state" in names:
        if line.word(trigger.first) == "missing" and not _ends_phrase(line, last):
            return None
        if line.word(last) in v.not_people():  # "dead trees"
            return None
        return "passive" if aux & v.BE else "reduced"
    if "base" in names and "past" not in names:
        before = line.word(trigger.first - 1)
        if aux & {"did", "didn't"}:
            return "active"
        return "active" if before == "to" and line.word(trigger.first - 2) in v.MANAGED else None
    if names & {"gerund", "present", "preterite"}:
        return "active"
    if line.word(trigger.first) == "lost" and trigger.last == trigger.first + 1:
        is_people = line.word(first - 1) == "lives" or not _ABOARD.isdisjoint(line.words[:first])
        is_people = is_people or any(g.last == first and g.victim_class in _AT_WAR for g in line.groups)
        return "passive" if aux & v.BE and is_people else "active"
    near = trigger.first - 1
    while line.word(near) in v.ADVERBS or line.word(near).endswith("ly"):
        near -= 1
    if line.word(near) in {"have", "has", "had", "having", "did"}:
        return "active"
    has_object = line.group_at(line.skip_adverbs(last)) is not None
    is_shared = not has_object and _shared_be(line, first) is not None
    return "passive" if aux & v.BE or is_shared else "past"


_ENDS_FALL = frozenset({"", ".", ",", ";", "and", "while", "but", "during", "there", "that"})
_ABOARD = frozenset({"aboard", "board", "crew", "passengers", "hands", "souls"})  # "212 of them were lost"
_AT_WAR = frozenset({"soldiers", "fighters"})  # "12 marines were lost"; tourists may be found again
_MAX_SHARED = 16  # words
_PARTICIPLES = v.role("participle")


def _shared_be(line: Line, at: int) -> int | None:
    """Return where the auxiliary stands that a verb shares: "were kidnapped and killed", None without one."""
    if line.word(at - 1) not in {"and", "then"}:
        return None
    for i in range(at - 2, max(-1, at - 2 - _MAX_SHARED), -1):
        word = line.word(i)
        if word in {"was", "were", "been"}:
            after = line.word(line.skip_adverbs(i + 1))
            i -= word == "been" and line.word(i - 1) in {"had", "have", "has"}
            return i if after.endswith("ed") or after in _PARTICIPLES else None
        if word in v.CLAUSE or word in {";", ":", "("} or any(_is_in_way(line, g, i) for g in line.groups):
            return None
    return None


def _is_in_way(line: Line, group: Group, at: int) -> bool:
    """Whether a word is of people who may be a later verb's subject, not of who did it ("by a mob")."""
    return group.first <= at < group.last and line.word(group.first - 1) != "by"


def _ends_phrase(line: Line, at: int) -> bool:
    token = line.tokens[at] if at < len(line.tokens) else None
    return token is None or token.kind == "punct" or line.word(at) in v.STOP


def _chain(line: Line, core: int) -> tuple[int, frozenset[str]]:
    """Walk left over auxiliaries, adverbs and "believed to": return where the chain starts and its words."""
    at = core
    words: set[str] = set()
    while at > 0 and core - at < 9:
        word = line.word(at - 1)
        if word in _WEEKDAYS and line.word(at - 2) == "on" and line.word(at - 3) in v.AUX:
            at -= 2  # "were on Wednesday killed"
            continue
        if (
            word in v.AUX
            or word in v.ADVERBS
            or word.endswith(("n't", "ly"))
            or (
                word in v.REPORTED
                and (words & (v.BE | {"have", "to"}) or word == "to" or _after_be(line, at - 1))
            )
        ):
            pass
        else:
            break
        words.add(word)
        at -= 1
    # The chain starts with an auxiliary or adverb that belongs to the verb, not with a stray "to".
    while at < core and line.word(at) in {"to", "left", "found", "both", "all", "each", "so"}:
        words.discard(line.word(at))
        at += 1
    return at, frozenset(words)


_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def _after_be(line: Line, at: int) -> bool:
    return line.word(at - 1) in v.BE or (line.word(at - 1) in v.ADVERBS and line.word(at - 2) in v.BE)


def _joint(line: Line, trigger: Trigger) -> tuple[int, FigureProperty | None] | None:
    """Read "killed or wounded", "dead and wounded": one property for both; None if there is none for them.

    Returns:
        The index after the whole, and the joint property (None: only one verb).
    """
    at = trigger.last
    if line.word(at) == "," and _is_list_with_or(line, at + 1):
        return None
    if line.word(at) not in {"and", "or", "and/or", "/", ","}:
        return trigger.last, None
    at += 1
    if line.word(at) == "/" and line.word(at + 1) == "or":
        at += 2
    at = line.skip_adverbs(at)
    if line.word(at) in {"went", "reported"}:
        at += 1 if line.word(at) == "reported" else 0
    other = line.trigger_at(at)
    if other is None or line.word(trigger.last) == ",":
        return trigger.last, None
    if line.group_at(other.last) is not None and line.word(trigger.first - 1) in v.BE:
        return trigger.last, None
    mine, theirs = trigger.readings[0], other.readings[0]
    noun_kinds = {"of", "toll"}
    if (
        theirs.kind in noun_kinds
        or mine.kind in noun_kinds
        or (mine.kind == "count") != (theirs.kind == "count")
    ):
        return trigger.last, None
    properties = {mine.property, theirs.property}
    if len(properties) == 1:
        return other.last, mine.property
    if properties == {"killed", "injured"}:
        if mine.kind == "count":
            return trigger.last, None
        return other.last, "killed_or_injured"
    return None if line.word(trigger.last) == "or" else (trigger.last, None)


def _is_list_with_or(line: Line, at: int) -> bool:
    """Say whether "killed, wounded or captured" goes on: a sum of which no part is known."""
    second = line.trigger_at(at)
    return (
        second is not None
        and line.word(second.last) in {"or", ","}
        and (line.trigger_at(second.last + 1) is not None or line.word(second.last + 1) == "or")
    )
