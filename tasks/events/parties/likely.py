"""Who most likely did it, where no construction says so: by where a name stands in the first sentences.

The verb may be any: "walked into a trap laid by the X", "fell victim to a commando of X", "was stopped by the
X and sent to the bottom".  A group or a force is an agent behind "by", a group as well as a subject of whatever
it did; not who only held, backed, judged, reported or ended something, nor whose people were hit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.by_sentence import Stretches
from tasks.events.found import Words
from tasks.events.parties.fitness import may_attack
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import opening
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import is_passive, is_verb, verb_of
from tasks.events.turns import turn_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Token
from tasks.model.event import EventActor
from tasks.model.order import START
from tasks.model.span import Span

_VIOLENT = late_pattern(rf"\b(?:{any_of(forms_of(nouns()))}|bombings?|clash(?:es)?|sinking|SS|MV|HMS)\b", re.IGNORECASE)
_MEN = words("members") | words("band") | words("doer") | words("weapon") | {"commando", "cell", "mine"}
_NOT_DONE = (
    words("undone") | words("judges") | words("detains") | words("responds") | words("cares") | words("support")
    | words("publishes") | words("inquiry") | words("charges") | words("not_done_by")
) - {"killed", "captured", "stormed", "kidnapped"}  # fmt: skip
_SAYS = words("spoken") | words("not_done_by") | words("judges") | words("loses_power") | words("withstands")
_ENDS = words("clause_end")
_OPENS = _ENDS | {"and", "as", "where"}
_OF = frozenset(("of", "from"))
_UNDER = (("hands", "of"), ("victim", "to"), ("prey", "to"), ("doing", "of"), ("belong", "to"), ("belonged", "to"))
_STOPS = words("complement_preposition") | words("in_preposition") | words("place_preposition")
_FIRST = 3  # sentences
_PHRASE = 8  # tokens between "by" and the name
_DEED = 5  # tokens before "by" that tell what was done
_AGENT, _SUBJECT = 3, 2


def likely_attackers(
    document: Document, parties: Sequence[EventActor], actors: ActorBook, others: Stretches
) -> list[EventActor]:
    """Return who most likely did it, where the parties have no attacker with a name, of one side alone."""
    if any(p.role == "perpetrator" and not is_unnamed(p.actor, actors) for p in parties):
        return []
    if not _VIOLENT.search(document.article.title):
        return []
    hit = {p.actor for p in parties if p.role in ("target", "victim")}
    hit |= {a.part_of for key in hit if (a := actors.actors.get(key)) is not None and a.part_of}
    best: dict[str, tuple[int, Span]] = {}
    for sentence in opening(document)[:_FIRST]:
        words_ = sentence_words(sentence, actors)
        end = turn_of(sentence)
        for span, key in words_.mentions:
            at = bisect_left(words_.tokens, span.start, key=START)
            if at >= end or key in hit or any(s.contains(span) for _, s in others.get(sentence.index, ())):
                continue
            score = _score(words_, span, at, actors.actors[key].kind)
            if score > best.get(key, (0, span))[0] and _may_be(key, document, actors):
                best[key] = (score, span)
    most = max((score for score, _ in best.values()), default=0)
    found = [(key, span) for key, (score, span) in best.items() if score == most]
    return [EventActor(key, "perpetrator", None, True, None, span) for key, span in found[:1]]


def _may_be(key: str, document: Document, actors: ActorBook) -> bool:
    return not is_unnamed(key, actors) and may_attack(key, document, actors)


def _score(words_: Words, span: Span, at: int, kind: str) -> int:
    """Return how surely a name is that of who acts: as an agent, as a subject, or not at all."""
    if kind not in ("armed_group", "military", "organisation"):
        return 0
    tokens = words_.tokens
    first = _phrase_start(tokens, at)
    before = tokens[first - 1].lower if first else ""
    if first > 1 and (tokens[first - 2].lower, before) in _UNDER:
        return _AGENT
    if before == "by":
        deed = [t.lower for t in tokens[max(0, first - 1 - _DEED) : first - 1]]
        is_done = _NOT_DONE.isdisjoint(deed) and any(is_verb(t) for t in tokens[max(0, first - 1 - _DEED) : first - 1])
        return _AGENT if is_done else 0
    if kind != "armed_group" or not (not first or before in _OPENS or tokens[first - 1].kind == "punct"):
        return 0
    verb = verb_of(words_.sentence, span)
    if verb is None or tokens[verb].lower in _SAYS or is_passive(tokens, verb) is not None:
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
