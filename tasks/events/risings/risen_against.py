"""Whom a rising, a riot or a protest was against, where no actor stands there: "against the military junta".

- authority: "revolted against the colonial authority of X", "demonstrations against the ruling junta"
- force: "riots against a police raid": whose raid it was
- people: "a jacquerie directed against the estate-owning nobles"
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.clauses.phrases.slot_phrase import is_passed, read_phrase, stops
from tasks.events.new_party import NewParty, party
from tasks.events.risings.risen_people import nouns_of_title
from tasks.events.sections import opening
from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import forms_of, nouns
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence, Token
from tasks.model.span import Span

_AGAINST = frozenset(("against",))
_ROSE = words("rises") | {
    "protested", "demonstrated", "rising", "rebelling", "revolting", "protesting", "directed", "aimed",
}  # fmt: skip
_AUTHORITIES = words("ruling_body")
_FORCES = frozenset(("police", "army", "gendarmerie", "military", "militia"))
_DONE = forms_of(nouns()) | {"brutality", "violence", "action", "operation", "repression"}
_CLAUSE = frozenset(("which", "when", "after", "during", "while", "where"))
_FIRST = 3  # sentences of the lead
_REACH = 20  # tokens between the rising and "against"
_RUN = 5  # words of a phrase
_METHOD = "described"


def risen_against(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return whom the first sentences say that the article's own rising or protest was against."""
    rising = nouns_of_title(document, actors)
    for sentence in opening(document)[: _FIRST if rising else 0]:
        for i in sentence.places(_AGAINST):
            if i + 1 < len(sentence.tokens) and _is_of_rising(sentence, i, rising):
                span = _whom(sentence.tokens, i + 1, actors)
                return [] if span is None else [_party(document, span, actors)]
    return []


def _is_of_rising(sentence: Sentence, against: int, rising: frozenset[str]) -> bool:
    """Whether "against" belongs to a rising before it in the same clause."""
    tokens = sentence.tokens
    for i in range(against - 1, max(-1, against - _REACH), -1):
        word = tokens[i].lower
        if word in _ROSE or (word in rising and tokens[i].text.islower()):
            return True
        if word in _CLAUSE or word in (";", ":", "against"):
            return False
    return False


def _whom(tokens: Sequence[Token], at: int, actors: ActorBook) -> Span | None:
    """Return the words for an authority, for whose force did what it was about, or for people."""
    while at < len(tokens) and is_passed(tokens[at]):
        at += 1
    end = at
    while end < len(tokens) and end - at < _RUN and not stops(tokens[end]):
        end += 1
    if end == at:
        return None
    last = tokens[end - 1].lower
    if last in _DONE:
        force = next((k for k in range(at, end - 1) if tokens[k].lower in _FORCES), None)
        return None if force is None else Span(tokens[force].start, tokens[force].end)
    if last in _AUTHORITIES and tokens[end - 1].text.islower():
        return _behind_of(tokens, end, actors) or Span(tokens[at].start, tokens[end - 1].end)
    phrase = read_phrase(tokens, at)
    if phrase is None or phrase.kind != "people" or people_kind(tokens[phrase.head].text) is None:
        return None
    return phrase.span


def _behind_of(tokens: Sequence[Token], of: int, actors: ActorBook) -> Span | None:
    """Return whose authority it was: "the authority of | the provincial government", "of | King X"."""
    if of + 1 >= len(tokens) or tokens[of].lower != "of" or tokens[of - 1].lower != "authority":
        return None
    near = Span(tokens[of + 1].start, tokens[min(of + 4, len(tokens) - 1)].end)
    named = next((m.span for m in actors.overlapping(near) if m.span.start >= near.start), None)
    return named or _whom(tokens, of + 1, actors)


def _party(document: Document, span: Span, actors: ActorBook) -> NewParty:
    known = next((m for m in actors.overlapping(span) if m.span.end == span.end), None)
    known = known or _in_full(document, span.of(document.text), actors)
    if known is not None:
        mention = Mention(known.span, known.actor, "name", _METHOD)
        return NewParty(actors.actors[known.actor], mention, "target")
    kind = people_kind(span.of(document.text)) or "government"
    return party(document, span, "target", kind, _METHOD)


def _in_full(document: Document, noun: str, actors: ActorBook) -> Mention | None:
    """Return where the lead names a force in full: "the Osk City police" of "a police raid"."""
    for mention in actors.mentions if noun in _FORCES else ():
        if mention.span.end > document.lead[-1].span.end:
            return None
        name = actors.actors[mention.actor].name
        if name.lower().endswith(f" {noun}") and name[:1].isupper():
            return mention
    return None
