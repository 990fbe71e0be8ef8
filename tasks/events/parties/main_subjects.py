"""Who acts in the first sentences by any verb of an attack, where nothing else says who did it.

A person, a state, a ship or a force is the subject of a verb of attacking (`assault_phrases.csv`) or of
violence, right behind it or later in its predicate: "Ek, a former soldier, drove to a mosque and opened
fire".  An expedition or a siege is whose it is said to be: "X's siege of Osk", "an operation of X against Y".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cache

from tasks.events.by_sentence import Stretches
from tasks.events.found import Words
from tasks.events.parties.fitness import may_attack
from tasks.events.parties.likely import FIRST, NOT_DONE, SHORT, phrase_start
from tasks.events.parties.no_doer import only_explains
from tasks.events.parties.slot_phrase import is_passed
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import opening, own_sentences
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import is_passive, is_verb, verb_of
from tasks.events.turns import turn_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.load import load
from tasks.lexicons.violence import verbs_that, words_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Token
from tasks.model.event import EventActor
from tasks.model.order import START
from tasks.model.span import Span

_DOES = ("attacks", "destroys", "encloses", "harms", "kills", "robs", "takes", "wounds")
_VERBS = words_of(verbs_that(_DOES, ("",)), "past") | words("captures")
_NOUNS = words("offensive_noun") | {"siege", "expedition", "operation", "attack", "raid", "march", "assault"}
_AIMED = frozenset(("against", "on", "upon", "of"))
_POSSESSIVE = frozenset(("'s", "’s"))
_JOINS = frozenset(("and", "then", "later", "also", ",", "before"))
_KINDS = ("armed_group", "military", "person", "state", "government", "organisation", "unknown")
_BY = frozenset(("by", "of"))
_BE = words("be")
_PREPOSITIONS = (words("complement_preposition") | words("in_preposition") | words("place_preposition")) - {
    "when"
}
_GOES_ON = frozenset(("of", "under", "from", "at", "in"))
_RELATIVES = frozenset(("who", "which", "that", "when", "where", "to", "by", "while"))
_NOT_BY_WHEN = (
    NOT_DONE | words("auxiliary") | words("loses_power") | words("withstands") | {"died", "lost", "fell"}
)
_ANSWERS = frozenset(("fired", "fought", "battled"))  # who is attacked does so as well
_ARTICLES = frozenset(("a", "an"))
_MET = frozenset(("met", "stopped", "intercepted", "surrounded", "thrown", "taken", "captured"))
_PHRASE = 14  # tokens between a name and its verb
_DEED = 5  # tokens before "by"
_REACH = 22  # tokens of a predicate
_NEAR = 3  # tokens between a possessive and its noun


def main_subjects(
    document: Document, parties: Sequence[EventActor], actors: ActorBook, others: Stretches
) -> list[EventActor]:
    """Return the first one who is told to have attacked; the parties have no attacker."""
    hit = {p.actor for p in parties if p.role in ("target", "victim")}
    hit |= {a.part_of for key in hit if (a := actors.actors.get(key)) is not None and a.part_of}
    told = own_sentences(document)
    for sentence in told if len(told) <= SHORT else opening(document)[:FIRST]:
        inside = sentence_words(sentence, actors)
        acting = list(_acting(inside, hit, actors))
        for span, key in sorted(acting, key=lambda one: actors.actors[one[1]].kind == "person"):
            if any(s.contains(span) for _, s in others.get(sentence.index, ())):
                continue
            is_bare = actors.actors[key].name.islower() and is_unnamed(key, actors)
            if may_attack(key, document, actors) and not is_bare:
                return [EventActor(key, "perpetrator", None, False, None, span)]
    return []


def _acting(inside: Words, hit: Set[str], actors: ActorBook) -> Iterator[tuple[Span, str]]:
    """Yield those of a sentence who attack in it."""
    end = turn_of(inside.sentence)
    for span, key in inside.mentions:
        if actors.actors[key].kind == "person" and not hit:
            continue  # a leader; his force may be told of by a noun
        if key in hit or actors.actors[key].kind not in _KINDS:
            continue
        if bisect_left(inside.tokens, span.start, key=START) >= end:
            return
        if _is_whose(inside.tokens, span) or _attacks(inside, span) or _is_agent(inside.tokens, span, hit):
            yield span, key


def _attacks(inside: Words, span: Span) -> bool:
    """Whether a name is the subject of an attack, told at once or later in the predicate."""
    tokens = inside.tokens
    first = _start(tokens, bisect_left(tokens, span.start, key=START))
    verb = verb_of(inside.sentence, span) or _far_verb(tokens, bisect_left(tokens, span.end, key=START))
    if verb is None or only_explains(tokens, span) or (first and tokens[first - 1].lower in _PREPOSITIONS):
        return False
    if first and tokens[first - 1].lower == "when" and is_passive(tokens, verb) is None:
        return tokens[verb].lower not in _NOT_BY_WHEN
    if is_passive(tokens, verb) is None and _is_attack(tokens, verb):
        return True
    for at in range(verb + 1, min(verb + _REACH, len(tokens))):
        if tokens[at].text in (";", ":", ".") or tokens[at].lower in ("who", "which", "that", "when", "but"):
            return False
        if tokens[at - 1].lower in _JOINS and _is_attack(tokens, at):
            return not any(
                verb < bisect_left(tokens, s.start, key=START) == at - 1 for s, _ in inside.mentions
            )
    return False


def _start(tokens: Sequence[Token], first: int) -> int:
    """Return where the phrase of a subject begins; "privates of the X" are the X."""
    at = first
    while at and tokens[at - 1].kind == "word" and is_passed(tokens[at - 1]):
        at -= 1
    return phrase_start(tokens, first) if at and tokens[at - 1].lower == "of" else at


def _far_verb(tokens: Sequence[Token], at: int) -> int | None:
    """Return the verb of an attack behind what a phrase tells of men and leaders: "of 600 men under X"."""
    if at >= len(tokens) or tokens[at].lower not in _GOES_ON:
        return None
    for i in range(at + 1, min(at + _PHRASE, len(tokens))):
        if tokens[i].kind == "punct" or tokens[i].lower in _RELATIVES:
            return None
        if is_verb(tokens[i]):
            return i
    return None


def _is_agent(tokens: Sequence[Token], span: Span, hit: Set[str]) -> bool:
    """Whether a name stands behind "by" and a verb of an attack, or of stopping a ship: "was met by"."""
    first = phrase_start(tokens, bisect_left(tokens, span.start, key=START))
    if not first or tokens[first - 1].lower != "by":
        return False
    deed = [t.lower for t in tokens[max(0, first - 1 - _DEED) : first - 1]]
    is_done = _ARTICLES.isdisjoint(deed) and (NOT_DONE - _MET).isdisjoint(deed)
    return bool(hit) and is_done and not _BE.isdisjoint(deed)


def _is_attack(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of an attack with an object begins here."""
    if at + 1 >= len(tokens) or not tokens[at].text.islower() or tokens[at].lower in NOT_DONE | _ANSWERS:
        return False
    if tokens[at + 1].lower in _BY:
        return False
    word = tokens[at].lower
    return word in _VERBS or any(
        all(i < len(tokens) and tokens[i].lower == part for i, part in enumerate(rest, at + 1))
        for rest in _assaults().get(word, ())
    )


def _is_whose(tokens: Sequence[Token], span: Span) -> bool:
    """Whether an attack is said to be somebody's: "X's siege of Osk", "an expedition of X against Osk"."""
    first, end = (bisect_left(tokens, at, key=START) for at in (span.start, span.end))
    if end < len(tokens) and tokens[end].lower in _POSSESSIVE:
        for at in range(end + 1, min(end + 1 + _NEAR, len(tokens) - 1)):
            if tokens[at].lower in _NOUNS:
                return tokens[at + 1].lower in _AIMED
        return False
    first -= first > 0 and tokens[first - 1].lower == "the"
    is_of = first > 1 and tokens[first - 1].lower in _BY and tokens[first - 2].lower in _NOUNS
    return is_of and end < len(tokens) and tokens[end].lower in ("against", "on", "upon")


@cache
def _assaults() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return what stands behind the first word of each past form of an attack."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in load("assault_phrases"):
        for form in row["past"].split() if " " not in row["phrase"] else [row["past"]]:
            word, *rest = form.split()
            found[word] = (*found.get(word, ()), tuple(rest))
    return found
