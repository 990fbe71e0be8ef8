"""Targets of the body that others hit than those who did what the article is about.

"Members of X engaged soldiers at a post outside the village", in an article on what the army did there: the
soldiers are X's target, and no target of the massacre.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.found import Found
from tasks.events.party_choice import is_unnamed
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import is_verb, verb_of
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Token

_BE = words("be")
_NEAR = 6  # tokens of "a group of government"
_ARMED = ("armed_group", "military")


def without_hit_by_others(
    document: Document, told: Sequence[Found], before: Sequence[Found], actors: ActorBook
) -> list[Found]:
    """Return the findings without targets of an armed body that is no perpetrator known before.

    Args:
        document: the article.
        told: findings of the body.
        before: those of the box and the lead; where they have no perpetrator with a name, all stay.
        actors: the article's actors.
    """
    acting = {f.actor for f in before if f.role == "perpetrator" and not f.is_alleged}
    if not any((a := actors.actors.get(key)) is not None and a.kind in _ARMED for key in acting):
        return list(told)
    return [f for f in told if f.role != "target" or not _is_hit_by_other(document, f, acting, actors)]


def _is_hit_by_other(document: Document, found: Found, acting: set[str], actors: ActorBook) -> bool:
    sentence = document.sentences[document.index_at(found.span.start)]
    for span, key in sentence_words(sentence, actors).mentions:
        actor = actors.actors.get(key)
        if span.end >= found.span.start or actor is None or actor.kind not in _ARMED or key in acting:
            continue
        if (
            is_unnamed(key, actors)
            or actor.part_of in acting
            or any(_is_part(one, actor.key, actors) for one in acting)
        ):
            continue
        verb = verb_of(sentence, span)
        if verb is not None and _has_object(sentence.tokens, verb, found):
            return True
    return False


def _is_part(key: str, whole: str, actors: ActorBook) -> bool:
    actor = actors.actors.get(key)
    return actor is not None and actor.part_of == whole


def _has_object(tokens: Sequence[Token], verb: int, found: Found) -> bool:
    """Whether a target stands right behind a verb: no other verb, no comma and no "that" between."""
    between = [t for t in tokens[verb + 1 :] if t.start < found.span.start]
    if tokens[verb].start > found.span.start or tokens[verb].lower in _BE or len(between) > _NEAR:
        return False
    return not any(t.kind == "punct" or is_verb(t) or t.lower in ("that", "by") for t in between)
