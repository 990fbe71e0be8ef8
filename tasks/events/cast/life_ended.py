"""The one whose life an article tells, where its event is that person's death: target and victim."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.context.whose_life import WhoseLife, calls, whose_life
from tasks.events.new_party import NewParty, party
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import ANY, any_of, verbs_that, words_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.figure import Figure

_RULE = "whose_life"
_ROLES = ("target", "victim")
_KILLED = any_of(words_of(verbs_that(("kills",), ANY), "participle"))
_FOUND = late_pattern(rf"\b(?:[Ff]ound|discovered) (?:{_KILLED})\b")  # a body alone may be one of the sick
_WAS_KILLED = late_pattern(
    r"\b(?P<who>[Hh]e|[Ss]he|[A-ZÀ-Þ][\w'’-]+) (?:and [\w ]{1,30} )?(?:was|were|had been|has been)"
    rf" (?:[a-z]+ ){{0,2}}?(?:{_KILLED}|(?!found|declared|pronounced)[a-z]+ (?:dead|to death)|gunned down)\b"
)
_HIS_DEATH = late_pattern(rf"\b(?:[Hh]is|[Hh]er) {deed('person', 'one')}\b")
_BODIES = ("body", "corpse", "remains")
_OWN = ("his", "her")
_POSSESSIVE = ("'s", "’s")
_BY_CHANCE = words("peaceful_cause") - {"hospital", "injuries", "later", "wounds"}  # "in a car accident"


def life_ended(
    document: Document, actors: ActorBook, parties: Sequence[EventActor], figures: Sequence[Figure]
) -> tuple[list[NewParty], tuple[EventActor, ...]]:
    """Return the actor who is the person, if new, and the parties with that person as target and victim.

    What else was taken for the target stays where it has a name, as the hotel in which somebody was killed.

    Args:
        document: the article.
        actors: its actors.
        parties: those of the article's own event so far.
        figures: those of the article's own event.
    """
    life = whose_life(document)
    if life is None or not _is_killed(document, life, figures):
        return [], tuple(parties)
    known = next((m.actor for m in actors.overlapping(life.name) if m.span == life.name), None)
    new = [] if known is not None else [party(document, life.name, "target", "person", _RULE)]
    key = known if known is not None else new[0].actor.key
    if any(p.actor == key and p.role == "perpetrator" for p in parties):
        return [], tuple(parties)  # who killed others, and was killed
    kept = [p for p in parties if p.actor != key and (p.role not in _ROLES or _may_be_hit(p, actors))]
    target = EventActor(key, "target", life.name, _RULE)
    made = [target, EventActor(key, "victim", life.name, _RULE)]
    return new, (*kept, *made)


def _may_be_hit(party_: EventActor, actors: ActorBook) -> bool:
    """Whether somebody or something beside the person was hit: no paper written for, no nameless thing."""
    actor = actors.actors.get(party_.actor)  # None for one that is told of last, who has no name
    if actor is None or actor.kind in ("media", "monitor", "organisation", "international"):
        return False
    return party_.role == "victim" or any(map(str.isupper, actor.name))


def _is_killed(document: Document, life: WhoseLife, figures: Sequence[Figure]) -> bool:
    """Whether the article's own event is the death of the one whose life it tells."""
    text = document.text
    for figure in figures:
        if figure.property != "killed" or not figure.is_named or figure.victim is None:
            continue
        victim = figure.victim.of(text)
        if _is_body_of(life, victim):
            return True
        if calls(life, victim) and "found dead" not in figure.span.of(text):
            told = document.sentences[max(0, document.index_at(figure.number.start))]
            return _BY_CHANCE.isdisjoint(told.words)
    for sentence in document.prose:
        killed = _WAS_KILLED.search(text, sentence.span.start, sentence.span.end)
        if killed is not None and calls(life, killed["who"]):
            return _BY_CHANCE.isdisjoint(sentence.words)
    return any(
        pattern.search(text, s.span.start, s.span.end)
        for s in document.prose
        for pattern in (_FOUND, _HIS_DEATH)
    )


def _is_body_of(life: WhoseLife, words: str) -> bool:
    """Whether words of a figure are the body of the one whose life it is: "her bullet-riddled body"."""
    owner, _, rest = words.partition(" ")
    is_body = rest.endswith(_BODIES)
    return is_body and (owner.lower() in _OWN or (owner.endswith(_POSSESSIVE) and calls(life, owner)))
