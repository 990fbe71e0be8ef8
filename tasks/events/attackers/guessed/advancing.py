"""Who has the initiative in a report on fighting where nobody is said to attack: "rebels advanced on X".

Asked of the first sentences alone, and only where no other rule knows who acted.
"""

from __future__ import annotations

import re

from tasks.events.clauses.who_acts import is_prepositional
from tasks.events.found import Words
from tasks.events.sections import opening
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_TAKES = frozenset(("invaded", "seized", "captured", "overran", "recaptured", "retook", "entered"))
_MOVES = words("moves_forward")
_ONTO = frozenset(("into", "on", "toward", "towards", "to", "closer", "across", "through", "in", "nearer"))
_WITH = frozenset(("clash", "fight", "battle", "showdown", "war", "fighting", "clashes", "struggle"))
_AGAINST = frozenset(("with", "against", "from"))
# Who takes a town in an article on one of these did something else.
_NO_FIGHT = late_pattern(rf"\b(?:bomb\w*|hijack\w*|{deed('person')})\b", re.I)
_FORCES = ("armed_group", "military")
_OPPOSED = (*_FORCES, "person", "government")
_FIRST = 2  # sentences
_NEAR = 3  # tokens between "clash" and the name


def advancing(document: Document, actors: ActorBook) -> list[EventActor]:
    """Return the forces that advance in the first sentences, and whom they are said there to fight."""
    if _NO_FIGHT.search(document.article.title) is not None:
        return []
    for sentence in opening(document)[:_FIRST]:
        if _MOVES.isdisjoint(sentence.words) and _TAKES.isdisjoint(sentence.words):
            continue
        inside = sentence_words(sentence, actors)
        for span, key in inside.mentions:
            actor = actors.actors.get(key)
            if actor is None or actor.kind not in _FORCES or not _moves(inside, span):
                continue
            found = [EventActor(key, "perpetrator", span, "advancing")]
            return found + [o for o in _opposed(inside, actors) if o.actor != key]
    return []


def _moves(words_: Words, span: Span) -> bool:
    """Whether a force is the subject of a verb of moving onto somewhere, or of taking it."""
    tokens = words_.tokens
    verb = verb_of(words_.sentence, span)
    if verb is None or is_prepositional(tokens, span):
        return False
    near = {t.lower for t in tokens[verb + 1 : verb + 3]}
    return tokens[verb].lower in _TAKES or (tokens[verb].lower in _MOVES and not _ONTO.isdisjoint(near))


def _opposed(words_: Words, actors: ActorBook) -> list[EventActor]:
    """Return whom the fight is with: "a final clash with leader X", "retook Osk from rebels of X"."""
    tokens = words_.tokens
    for i in words_.sentence.places(_AGAINST):
        is_fight = i > 0 and tokens[i - 1].lower in _WITH
        if not is_fight and not (
            tokens[i].lower == "from" and not _TAKES.isdisjoint(words_.sentence.lower[:i])
        ):
            continue
        for j in range(i + 1, min(i + 1 + _NEAR, len(tokens))):
            mention = words_.at(j)
            if mention is not None:
                actor = actors.actors.get(mention[1])
                is_force = actor is not None and actor.kind in _OPPOSED
                return [EventActor(mention[1], "target", mention[0], "advanced_on")] if is_force else []
    return []
