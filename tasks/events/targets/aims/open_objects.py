"""What the first sentences say was attacked, by whatever noun.

`aimed` reads phrases whose noun is known to be one for people, a site or a vehicle.  This reads the object of
the event's noun or of a verb of violence whatever its noun is ("an attack on three military installations",
"the abduction of 52 women"), and counts only where the article gives no other target.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tasks.actors.known.countries import countries
from tasks.events.clauses.event_on import is_denied, is_only_thought_of
from tasks.events.clauses.phrases.slot_phrase import is_passed, kind_of, stops
from tasks.events.clauses.phrases.times import is_time, is_when
from tasks.events.new_party import NewParty, its_part, party
from tasks.events.sections import opening
from tasks.events.subject_verb import is_passive
from tasks.events.targets.aims.aimed import is_freed
from tasks.events.tenants import tells_tenant
from tasks.events.triggers import VIOLENT, type_of_words, violent_triggers
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.load import load
from tasks.lexicons.violence import verbs_that, words_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence, Token
from tasks.model.event import EventActor
from tasks.model.span import Span

_HITS = (words("hit") | words("strikes")) - words("fired_upon")
_OF = words("of_target")
_ON = frozenset(("on", "upon", "against", "targeting"))
_BE = words("be")
_VAGUE = words("vague_people")
_ENDS = words("clause_end")
_RISINGS = words("rising") | words("crowd_event")  # against measures, too: see `risen_against`
_NOTHING = words("no_object")
_TITLES = late_pattern(r", (?:(?:[A-Z][\w.-]*|[a-z]+|\d+-year-old) ){0,4}")
_NAME = 60  # code points behind a noun within which the name of whom it describes begins
_FIRST = 2  # sentences of the lead
# What a blast does to what stands near, and guards to a crowd: no passive of theirs tells what was attacked.
_NO_ATTACK = frozenset(("boarded", "damaged", "disabled", "entered", "stopped", "took"))
_COSTS = words_of(verbs_that(("kills", "wounds")), "past")
_FAR = 16  # tokens between the event's noun and "on"
_RUN = 7  # words of a phrase


def open_objects(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return what the first sentences of the lead say was attacked, where no target is known.

    No earlier rule knows it as an actor, or each would find it wherever the article speaks of it.
    """
    if any(p.role == "target" for p in parties):
        return [], []
    acting = {p.actor for p in parties if p.role == "perpetrator"}
    for span in _objects(document):
        span = _apposed(document, span, actors) or span
        known = next((m for m in actors.overlapping(span) if m.span.end == span.end), None)
        if known is None:
            last = span.of(document.text).split()[-1].lower()
            is_people = last in _VAGUE or kind_of(Token.of(last, 0, len(last), "word")) == "people"
            new = party(document, span, "target", "civilians" if is_people else "unknown", "object")
        elif known.actor not in acting:
            mention = Mention(known.span, known.actor, "name", "object")
            new = NewParty(actors.actors[known.actor], mention, "target")
        else:
            continue
        return [new], [its_part(new)]
    return [], []


def _apposed(document: Document, span: Span, actors: ActorBook) -> Span | None:
    """Return the name of the person whom words describe: "killing its pilot, Captain X"."""
    if span.of(document.text).endswith("s"):
        return None
    for known in actors.overlapping(Span(span.end, span.end + _NAME)):
        between = document.text[span.end : known.span.start]
        if actors.actors[known.actor].kind == "person" and _TITLES.fullmatch(between):
            return known.span
    return None


def _objects(document: Document) -> Iterator[Span]:
    for sentence in opening(document)[:_FIRST]:
        for at in (*_behind_events(sentence), *_behind_verbs(sentence), *_before_passives(sentence)):
            if (span := _phrase(sentence.tokens, at)) is not None:
                yield span


def _behind_events(sentence: Sentence) -> Iterator[int]:
    tokens = sentence.tokens
    for event in violent_triggers(sentence):
        if (event.is_verb and event.last == event.first) or is_denied(tokens, event.first):
            continue
        if is_only_thought_of(tokens, event.first):
            continue
        if tokens[event.last].lower in _RISINGS:
            continue
        at = event.last + 1
        if at < len(tokens) and tokens[at].lower == "of":
            if tokens[event.last].lower in _OF:
                yield at + 1
            continue
        for i in range(at, min(at + _FAR, len(tokens) - 1)):
            if tokens[i].lower in _ENDS or tokens[i].text in (".", ";", ":"):
                break
            if tokens[i].lower in _ON and not is_time(tokens, i + 1):
                yield i + 1
                break


def _behind_verbs(sentence: Sentence) -> Iterator[int]:
    tokens = sentence.tokens
    for i in sentence.places(_HITS):
        is_active = i > 0 and tokens[i - 1].lower not in _BE and tokens[i - 1].lower not in ("the", "a", "an")
        if is_active and i + 1 < len(tokens) and _is_determined(tokens[i + 1]) and not is_freed(sentence, i):
            yield i + 1


def _before_passives(sentence: Sentence) -> Iterator[int]:
    """Yield where the subject of a passive of violence begins: "a Norland border post was shelled".

    With "by" many more verbs are such: "a mission was looted by".
    """
    tokens = sentence.tokens
    for i in sentence.places(_BE):
        done = is_passive(tokens, i)
        if done is None or not i or tells_tenant(sentence.lower, done):
            continue
        by_somebody = done + 1 < len(tokens) and tokens[done + 1].lower == "by"
        if tokens[done].lower not in _HITS and not (by_somebody and tokens[done].lower in _done_to_sites()):
            continue
        at = i
        while at and i - at < _RUN and tokens[at - 1].kind == "word" and not stops(tokens[at - 1]):
            at -= 1
        if at < i:
            yield at


@cache
def _done_to_sites() -> frozenset[str]:
    """Return participles of what those who attack do to more than a force: "looted", "razed"."""
    rows = (row for row in load("assault_phrases") if " " not in row["phrase"] and row["object"] != "force")
    return frozenset(form for row in rows for form in row["past"].split()) - _NO_ATTACK


def _is_determined(token: Token) -> bool:
    is_of_country = token.text in countries().adjectives  # "attacked Norland positions"
    return token.kind == "number" or is_passed(token) or is_of_country


def _phrase(tokens: Sequence[Token], at: int) -> Span | None:
    """Return the words of a noun phrase whose head is a common noun that may be attacked."""
    while at < len(tokens) and (
        tokens[at].kind == "number" or is_passed(tokens[at]) or tokens[at].lower == "of"
    ):
        at += 1
    end = at
    while end < len(tokens) and end - at < _RUN and not stops(tokens[end]) and tokens[end].lower not in _BE:
        if end > at and tokens[end].lower in _COSTS:
            break  # "an attack on a mosque | killed five"
        end += 1
    if at < end and (tokens[at].lower == "what" or is_when(tokens[at:end])):
        return None  # "against what X called a camp", "struck two weeks earlier"
    if end == at or not tokens[end - 1].text.islower() or (end < len(tokens) and tokens[end].lower == "of"):
        return None
    last = tokens[end - 1].lower
    if last == "board" and end == at + 1:
        return None  # "killing all 61 people on board"
    kind = type_of_words(last)
    if last in _NOTHING or last.endswith(("ly", "ed")) or (kind is not None and kind.event_type in VIOLENT):
        return None
    return Span(tokens[at].start, tokens[end - 1].end)
