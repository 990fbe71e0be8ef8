"""Who most likely did it, where no construction says so: by where a name stands in the first sentences.

The verb may be any: "walked into a trap laid by the X", "fell victim to a commando of X".  A group or a force
is an agent behind "by", a group as well as a subject of whatever it did; not who only held, backed, judged,
reported or ended something, nor whose people were hit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from tasks.events.attackers.fitness import may_attack
from tasks.events.attackers.guessed.own_group import groups_of_victim
from tasks.events.attackers.guessed.shown_deeds import SAYS, is_deed, is_likened
from tasks.events.by_sentence import Stretches
from tasks.events.clauses.other_agents import is_of_other
from tasks.events.clauses.unasserted import is_unasserted
from tasks.events.clauses.who_acts import suffer_attackers
from tasks.events.fights.background import in_background
from tasks.events.found import Found, Words
from tasks.events.left_open import is_left_open
from tasks.events.other_years import of_other_years
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import opening, own_sentences
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import is_passive, is_verb, verb_of
from tasks.events.triggers import violent_triggers
from tasks.events.turns import turn_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import forms_of, nouns
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Token
from tasks.model.event import EventActor
from tasks.model.order import START
from tasks.model.span import Span

_VIOLENT = late_pattern(rf"\b{one_of(forms_of(nouns()))}\b", re.IGNORECASE)
_MEN = words("members") | words("band") | words("doer") | words("weapon") | {"commando", "cell", "mine"}
NOT_DONE = (
    words("undone") | words("judges") | words("detains") | words("responds") | words("cares")
    | words("support") | words("publishes") | words("inquiry") | words("charges") | words("not_done_by")
    | {"campaign", "operations", "war"}
) - {"killed", "captured", "stormed", "kidnapped"}  # fmt: skip
THINKS = frozenset(("believed", "thought", "considered", "regarded", "deemed", "assumed", "supposed"))
_SAYS = words("not_done_by") | words("judges") | words("loses_power") | words("withstands")
_ENDS = words("clause_end")
_OPENS = _ENDS | {"and", "as", "where"}
_AND = (" and ", " and the ")
_OF = frozenset(("of", "from"))
_UNDER = (
    ("hands", "of"), ("victim", "to"), ("prey", "to"), ("doing", "of"), ("belong", "to"), ("belonged", "to")
)  # fmt: skip
_STOPS = words("complement_preposition") | words("in_preposition") | words("place_preposition")
FIRST = 3  # sentences of a long article
SHORT = 15  # sentences of an article that tells of little else
_PHRASE = 8  # tokens between "by" and the name
_DEED = 5  # tokens before "by" that tell what was done
_AGENT, _SUBJECT = 3, 2


def likely_attackers(
    document: Document, parties: Sequence[EventActor], actors: ActorBook, others: Stretches
) -> list[EventActor]:
    """Return who most likely did it, where the parties have no attacker with a name, of one side alone."""
    acting = [p.actor for p in parties if p.role == "perpetrator"]
    if not all(_is_bare(key, actors) for key in acting):
        return []
    if not _VIOLENT.search(document.article.title):
        return []
    if is_left_open(document):
        return []
    hit = {p.actor for p in parties if p.role in ("target", "victim")}
    hit |= {a.part_of for key in hit if (a := actors.actors.get(key)) is not None and a.part_of}
    hit |= groups_of_victim(document, actors)
    best: dict[str, tuple[int, Span]] = {}
    told, apart = own_sentences(document), of_other_years(document)
    for sentence in told if len(told) <= SHORT else opening(document)[:FIRST]:
        if sentence.index in apart:
            continue
        words_ = sentence_words(sentence, actors)
        end = turn_of(sentence)
        for span, key in words_.mentions:
            at = bisect_left(words_.tokens, span.start, key=START)
            if at >= end or key in hit or in_background(sentence, span):
                continue
            if any(s.contains(span) for _, s in others.get(sentence.index, ())):
                continue
            kind = actors.actors[key].kind
            score = _score(document, words_, span, at, kind) if kind == "armed_group" or not acting else 0
            agent = Found(key, "perpetrator", span, "likely", grade="agent")
            if score == _AGENT and is_of_other(document, sentence, agent):
                continue
            if score and is_unasserted(document, span):
                continue
            if score > best.get(key, (0, span))[0] and _may_be(key, document, actors):
                best[key] = (score, span)
    most = max((score for score, _ in best.values()), default=0)
    first = next(((key, span) for key, (score, span) in best.items() if score == most), None)
    found = [first, *_joined(document, first, actors, hit)] if first is not None else []
    return [EventActor(key, "perpetrator", span, "likely", is_alleged=True) for key, span in found]


def _joined(
    document: Document, one: tuple[str, Span], actors: ActorBook, hit: Set[str]
) -> Iterator[tuple[str, Span]]:
    """Yield who is joined to one by "and" and is of the same kind: "both X and the Y said that they had"."""
    key, span = one
    sentence = document.sentences[max(0, document.index_at(span.start))]
    for other, name in sentence_words(sentence, actors).mentions:
        between = document.text[min(span.end, other.end) : max(span.start, other.start)]
        is_alike = actors.actors[name].kind == actors.actors[key].kind and name not in hit | {key}
        if is_alike and between in _AND and _may_be(name, document, actors):
            yield name, other


def _is_bare(key: str, actors: ActorBook) -> bool:
    """Whether nothing says whose people are: "gunmen", not "Norland bandits", not "the Osk group"."""
    actor = actors.actors.get(key)
    return actor is not None and actor.name.islower() and is_unnamed(key, actors)


def _may_be(key: str, document: Document, actors: ActorBook) -> bool:
    return not is_unnamed(key, actors) and may_attack(key, document, actors)


def _score(document: Document, words_: Words, span: Span, at: int, kind: str) -> int:
    """Return how surely a name is that of who acts: as an agent, as a subject, or not at all."""
    if kind not in ("armed_group", "military"):
        return 0
    tokens = words_.tokens
    first = _phrase_start(tokens, at)
    before = tokens[first - 1].lower if first else ""
    if first > 2 and (tokens[first - 2].lower, before) in _UNDER and tokens[first - 3].lower != "had":
        return _AGENT
    if before == "by":
        if suffer_attackers(tokens, first - 1) or (first > 1 and tokens[first - 2].lower in THINKS):
            return 0
        deed = tokens[max(0, first - 1 - _DEED) : first - 1]
        is_done = NOT_DONE.isdisjoint(t.lower for t in deed) and "under" not in (t.lower for t in deed)
        if kind != "armed_group" and not any(
            tokens[t.last].start < tokens[first - 1].start for t in violent_triggers(words_.sentence)
        ):
            return 0  # "roads were closed by the army"
        return _AGENT if is_done and any(is_verb(t) for t in deed) else 0
    if kind != "armed_group" or not (not first or before in _OPENS or tokens[first - 1].kind == "punct"):
        return 0
    verb = verb_of(words_.sentence, span)
    after = bisect_left(tokens, span.end, key=START)
    if after < len(tokens) and tokens[after].lower in SAYS:
        return _SUBJECT if is_deed(tokens, after, words_.sentence, document) else 0
    if verb is None or tokens[verb].lower in _SAYS or is_passive(tokens, verb) is not None:
        return 0
    if is_likened(tokens, first) or not is_deed(tokens, verb, words_.sentence, document):
        return 0
    return _SUBJECT


def _phrase_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the phrase begins that a name ends: "some forty | men of the X", "a commando of X"."""
    first = at
    while first and at - first < _PHRASE:
        token = tokens[first - 1]
        if token.lower in _OF:
            if first < 2 or tokens[first - 2].lower not in _MEN:
                return first
            first -= 2
            continue
        if token.kind == "punct" or token.lower == "by" or token.lower in _STOPS or token.lower in _OPENS:
            return first
        if is_verb(token) or token.lower.endswith("ing"):
            return first
        first -= 1
    return first
