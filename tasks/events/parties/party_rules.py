"""Constructions of one sentence that say who acts and who is acted upon.

- by_agent: "carried out by X", "was attacked ... by X", "an attack by X" (see `by_agent`)
- subject: "X bombed", "X carried out an attack", "X opened fire on Y"
- object: "attacked Y", "targeted a camp of Y"
- against: "an attack on Y", "an offensive of X against Y"
- passive: "Y was attacked"
- purpose: "to kill Y"; "the target was Y" (see `purposes`)
- named: "the attacker, X", "the perpetrator was identified as X", "a man named X detonated"
- between: see `between`
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence

from tasks.events.attackers.acting.by_agent import agents, agents_of
from tasks.events.attackers.acting.by_means_or_word import (
    ATTACKERS,
    MACHINES,
    STEERS,
    driving,
    machines,
    named_attackers,
    one_of_attackers,
)
from tasks.events.attackers.acting.identified import IDENTIFIED, identified
from tasks.events.clauses.asides import behind_relatives, verb_behind_aside
from tasks.events.clauses.bodies_of_parts import is_unit, owner_of, whole_of
from tasks.events.clauses.guarded import is_violent, may_be_seized
from tasks.events.clauses.hands_of import HANDS
from tasks.events.clauses.killing_after import KILLING, goes_on_killing, is_first
from tasks.events.clauses.no_doer import is_chain_of_passives, is_killed, only_explains
from tasks.events.clauses.phase_verbs import GOING_ON, INTENDS, PHASE, is_hitting, led_to
from tasks.events.clauses.phrasal import phrasal
from tasks.events.clauses.phrases.slot_phrase import read_phrase
from tasks.events.clauses.who_acts import (
    hit_attackers,
    is_earlier,
    is_hit_part,
    is_of_members,
    is_of_once,
    is_prepositional,
    is_under,
    stands_inside,
    was_done_to,
)
from tasks.events.fights.between import between
from tasks.events.found import Found, Words
from tasks.events.parties.acted_upon import PASSIVE, against, passive
from tasks.events.subject_verb import is_verb, verb_of
from tasks.events.targets.aims.purposes import INTENDED, TARGETS, purposes, said_targets
from tasks.events.triggers import violent_triggers
from tasks.lexicons.asked import Asked
from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.model.memo import remembered
from tasks.model.order import BY_SPAN_AND_ROLE, START
from tasks.model.span import Span

_BE = words("be")
_KILLS = words("done_to") | words("suffers") | {"killing", "captured"}
_DETERMINERS = frozenset(("the", "a", "an", "several", "some", "two", "three"))
_DOES, _ACTS = words("deed"), words("act")
_HITS = words("hit")
_VIOLENT = _ACTS | _HITS
_ENDS, _WEAPONS = words("clause_end"), words("weapon")
_INQUIRIES = words("inquiry")
_ALLEGES = frozenset(("alleged", "alleges", "claimed", "claims", "said", "says", "believed", "believes"))
_ACCUSES = frozenset(("accused", "accuses", "blamed", "blames", "condemned", "condemns", "denounced"))
_MAKES = frozenset(("made", "delivered", "undertook", "pressed"))
_APPOINTS = frozenset(
    ("made", "called", "named", "declared", "deemed", "considered", "branded", "labelled", "left", "kept")
)
_MADE_WHAT = frozenset(("a", "an", "the", "their", "its", "his", "one", "as", "to", "dead", "wounded"))
_UPON = frozenset(("on", "upon", "against"))
_OPENED = words("opened")
_SENDS_BACK = frozenset((("threw", "back"), ("beat", "back"), ("beat", "off"), ("threw", "out")))
_DIES = frozenset(("died", "dies", "perished", "drowned"))
_DISPOSERS = words("disposes")
_PLACED = frozenset(("in", "near", "outside", "inside", "during", "through", "around"))  # "a line in X"
_JOINED = 16  # tokens between two verbs of one subject
_NEAR = 6  # tokens between a verb and "of" in its object
_BY = HANDS | {"by"}  # "died at the hands of X"
_SUBJECT_NEEDS = (
    _ACTS | {"seized"} | GOING_ON | PHASE | KILLING | INTENDS | _MAKES
)  # a sentence without one of them has no such subject
_ASKED = Asked(
    {
        "named": ATTACKERS,
        "identified": IDENTIFIED,
        "by_agent": _BY,
        "subject": _SUBJECT_NEEDS,
        "between": frozenset(("between",)),
        "passive": PASSIVE,
        "purpose": INTENDED | TARGETS,
        "machines": MACHINES | STEERS,
    }
)


@remembered
def parties_of_sentence(words: Words) -> list[Found]:
    """Return the parties that the constructions of a sentence name, in text order."""
    if not words.mentions:
        return []
    events = violent_triggers(words.sentence)
    asked = _ASKED.about(words.sentence.words)
    found = [*named_attackers(words)] if "named" in asked else []
    found += one_of_attackers(words)
    if "identified" in asked:
        found += identified(words)
    if "by_agent" in asked:
        found += agents(words, events)
    if "subject" in asked or phrasal(words.sentence):
        found += _subjects(words)
    if events:
        found += against(words, events)
        if "upon" in words.sentence.words:
            found += agents_of(words, events)
    if "between" in asked:
        found += between(words, events)
    if "passive" in asked:
        found += passive(words)
    if "purpose" in asked:
        found += [*purposes(words), *said_targets(words)]
    if "machines" in asked:
        found += [*machines(words), *driving(words)]
    return sorted(found, key=BY_SPAN_AND_ROLE) if len(found) > 1 else found


def _subjects(words: Words) -> Iterable[Found]:
    """Subject: the actor whose verb is one of violence, and its object behind it."""
    several = phrasal(words.sentence)
    may_kill = not KILLING.isdisjoint(words.sentence.words)
    tokens = words.tokens
    acting: set[int] = set()  # verbs of which somebody is the subject already
    for span, actor in words.mentions:
        verb = _violent_verb(words, span)
        if verb is not None and _accuses(words, span):
            continue
        if (
            verb is None
            or is_hit_part(tokens, span)
            or is_of_once(tokens, span)
            or (verb in acting and is_under(tokens, span))
        ):
            continue
        if is_prepositional(tokens, span) and not is_of_members(tokens, span):
            continue
        if _is_object(tokens, span) or stands_inside(tokens, span) or only_explains(tokens, span):
            continue
        if may_kill and is_first(tokens, span) and goes_on_killing(tokens, verb):
            yield Found(actor, "perpetrator", span, "subject", grade="participle")
        if (
            not (
                _is_act(tokens, verb)
                or verb in several
                or is_hitting(tokens, verb)
                or _makes_attack(words, verb)
            )
            or was_done_to(tokens, verb)
            or not (_is_armed(tokens, verb, several) and is_violent(tokens, verb))
        ):
            continue
        if hit_attackers(tokens, verb):
            continue
        acting.add(verb)
        yield Found(actor, "perpetrator", span, "subject")
        whole = whole_of(words, span) or owner_of(words, span)
        if whole is not None and is_unit(tokens, span):
            yield Found(whole[1], "perpetrator", whole[0], "subject")
        yield from _object(words, verb)


def _accuses(words: Words, span: Span) -> bool:
    """Whether one only says that others did it: "X accused Y of it", "men who X alleged carried it out"."""
    verb = verb_of(words.sentence, span)
    if verb is None or verb + 1 >= len(words.tokens):
        return False
    is_teller = words.tokens[verb].lower in _ALLEGES and is_verb(words.tokens[verb + 1])
    return is_teller or words.tokens[verb].lower in _ACCUSES


def _violent_verb(words: Words, span: Span) -> int | None:
    """Return the verb of a subject, its own or that behind an aside, whichever is of violence."""
    tokens = words.tokens
    found = [v for v in (verb_of(words.sentence, span), verb_behind_aside(tokens, span)) if v is not None]
    if found and tokens[found[0]].lower in _DIES:
        return None  # "X died after Y had shot at him"
    verbs = [_led_on(tokens, v) for v in found if not is_earlier(tokens, v)]
    verbs = [*verbs, *behind_relatives(tokens, verbs)]
    verbs = [v for v in verbs if not is_chain_of_passives(tokens, found[0], v)]
    hits = [
        v for v in verbs if tokens[v].lower in _VIOLENT or is_hitting(tokens, v) or _makes_attack(words, v)
    ]
    if not hits and (several := phrasal(words.sentence)):
        hits = [k for v in verbs for k in several if _is_second(tokens, v, k)]
    return next(iter(hits or verbs), None)


def _makes_attack(words: Words, verb: int) -> bool:
    """Whether a verb that says little has an attack as its object: "made a night attack on"."""
    tokens = words.tokens
    if tokens[verb].lower not in _MAKES:
        return False
    near = [e for e in violent_triggers(words.sentence) if not e.is_verb and verb < e.first <= verb + _NEAR]
    return any(e.last + 1 < len(tokens) and tokens[e.last + 1].lower in _UPON for e in near)


def _is_second(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Whether "and" joins a second verb to the first: "they poured petrol and set the house alight"."""
    if (
        not first < second <= first + _JOINED
        or tokens[second - 1].lower != "and"
        or tokens[first].lower in _BE
    ):
        return False
    return not any(t.text in (";", ":") or t.lower in _ENDS for t in tokens[first + 1 : second - 1])


def _led_on(tokens: Sequence[Token], verb: int) -> int:
    """Return the verb that others lead to: "had then attacked", "began to shell", "drove there and shot"."""
    while verb < len(tokens) - 1 and tokens[verb].lower in ("had", "has", "have", "then", "also"):
        verb += 1
    return led_to(tokens, verb, _VIOLENT)


def _is_object(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a verb of killing stands right before a name: "killed X, two others and a guard, fired on"."""
    first = bisect_left(tokens, span.start, key=START)
    if first > 1 and tokens[first - 1].lower in _KILLS and tokens[first - 2].lower not in _BE:
        return True
    if is_killed(tokens, first) or _is_joined_object(tokens, first, span) or _is_made(tokens, first, span):
        return True
    at = first - 1 - (first > 1 and tokens[first - 1].lower == "the")
    if at < 2 or tokens[at].lower != "of":  # "attacked the camp of the X and drove them back"
        return False
    for k in range(at - 1, max(0, at - _NEAR), -1):
        if tokens[k].kind == "punct" or tokens[k].lower in _ENDS or tokens[k].lower in ("and", "by"):
            return False
        if tokens[k].lower in _HITS and is_verb(tokens[k]):
            return tokens[k - 1].lower not in _BE
    return False


def _is_made(tokens: Sequence[Token], first: int, span: Span) -> bool:
    """Whether others make somebody something: "rebels, who made X a target and tried to kill him"."""
    last = bisect_left(tokens, span.end, key=START)
    if first < 1 or last >= len(tokens) or tokens[last].lower not in _MADE_WHAT:
        return False
    return tokens[first - 1].lower in _APPOINTS and tokens[first - 2].lower not in _BE


def _is_joined_object(tokens: Sequence[Token], first: int, span: Span) -> bool:
    """Whether a verb stands before a name and "and" behind it: "attacked the police and set fire"."""
    at = first - 1 - (first > 1 and tokens[first - 1].lower in _DETERMINERS)
    last = bisect_left(tokens, span.end, key=START)
    if at < 1 or last >= len(tokens) or tokens[last].lower != "and":
        return False
    return tokens[at].lower in _HITS and is_verb(tokens[at]) and tokens[at - 1].lower not in _BE


def _is_act(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb is one of violence by itself, or seizes people or a vehicle, not land."""
    if verb + 1 < len(tokens) and (tokens[verb].lower, tokens[verb + 1].lower) in _SENDS_BACK:
        return False  # "threw back repeated attacks by X"
    if tokens[verb].lower != "seized" or verb + 1 >= len(tokens):
        return tokens[verb].lower in _ACTS
    return may_be_seized(tokens, read_phrase(tokens, verb + 1))


def _is_armed(tokens: Sequence[Token], verb: int, several: Container[int]) -> bool:
    """Whether what is dropped is a weapon, what is launched no inquiry and what is opened no building."""
    word, following = tokens[verb].lower, [t.lower for t in tokens[verb + 1 : verb + 6]]
    if word == "opened":
        return not _OPENED.isdisjoint(following)
    if word == "detonated" and tokens[verb - 1].lower in _DISPOSERS:
        return False  # "police detonated a parcel that had been left there"
    if word == "crashed":  # "an aircraft of the X Air Force crashed into": not "crashed a lorry into"
        return following[:1] not in (["into"], ["in"], ["on"], ["near"], ["at"], ["onto"], ["shortly"])
    if word in _DOES:
        # "Carried off three men", not "the lorries carried sorghum".
        is_done = word != "carried" or "out" in following or verb in several
        return is_done and _INQUIRIES.isdisjoint(following)
    return word != "dropped" or bool(_WEAPONS & {t.lower for t in tokens[verb : verb + 14]})


def _object(words: Words, verb: int) -> Iterable[Found]:
    tokens = words.tokens
    if tokens[verb].lower not in _HITS and not is_hitting(tokens, verb):
        return
    for i in range(verb + 1, min(verb + 12, len(tokens))):
        if tokens[i].kind == "punct" or tokens[i].lower in _ENDS or tokens[i].lower in _PLACED:
            return
        mention = words.at(i)
        if mention is not None:
            yield Found(mention[1], "target", mention[0], "object")
            return
