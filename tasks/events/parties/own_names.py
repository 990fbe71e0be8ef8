"""The name of those who acted, where the words that act only describe them.

- explained: "the secret police, the DK", "terrorists known as the X Brigades"
- people of: "gunmen of the X Front", "militants affiliated with X", "fighters belonging to X"
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tasks.events.found import Found, Words
from tasks.events.party_choice import is_unnamed
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import is_verb
from tasks.model.actor import ActorBook
from tasks.model.article import LEAD
from tasks.model.document import Document, Token
from tasks.model.event import EventActor
from tasks.model.order import START
from tasks.model.span import Span

_BODIES = ("armed_group", "organisation", "military", "party", "unknown", "government")
_FIGHTING = ("armed_group", "organisation", "party")
_LINKS: tuple[tuple[str, ...], ...] = (
    ("known", "as"), ("calling", "themselves"), ("calling", "itself"), ("who", "call", "themselves"),
    ("who", "called", "themselves"), ("called",), ("named",), ("of",),
    ("from",), ("belonging", "to"), ("affiliated", "with"), ("affiliated", "to"), ("associated", "with"),
    ("linked", "to"), ("linked", "with"), ("allied", "with"),
)  # fmt: skip
_MEMBER = frozenset(("member", "militant", "operative", "fighter", "activist"))
_BELONGS = frozenset(("belonged", "belonging"))
_SAYS = frozenset(("said", "says"))
_ASIDE = 14  # words of an aside
_REACH = 4  # words between a link and the name: "of the militant group X"


def with_own_names(found: Sequence[Found], words_: Words, actors: ActorBook) -> list[Found]:
    """Return the findings, each attacker without a name replaced by the name that explains it."""
    done = [
        replace(f, actor=named[1], span=named[0]) if (named := _named(f, words_, actors)) is not None else f
        for f in found
    ]
    if _MEMBER.isdisjoint(words_.sentence.words) and _BELONGS.isdisjoint(words_.sentence.words):
        return done
    of = [(f, _body(f, words_, actors)) for f in done]
    return done + [replace(f, actor=body[1], span=body[0]) for f, body in of if body is not None]


def of_bodies(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties, people without a name as the body whose people the words say they are."""
    done = []
    for party in parties:
        actor = actors.actors.get(party.actor)
        is_site = party.role == "target" and actor is not None and actor.kind == "unknown"
        if party.role in ("perpetrator", "target") and is_unnamed(party.actor, actors) and not is_site:
            end = document.lead[-1].span.end if document.lead else 0
            inside = (m.span for m in actors.mentions_of(party.actor) if m.span.start < end)
            told = [party.span, *inside]
            named = next((n for span in told if (n := _of_body(document, party, span, actors))), None)
            party = party if named is None else replace(party, actor=named[1], span=named[0])
        done.append(party)
    return done


def _of_body(document: Document, party: EventActor, span: Span, actors: ActorBook) -> tuple[Span, str] | None:
    """Return the body that the words behind one mention of people without a name say they are of."""
    sentence = document.sentences[max(0, document.index_at(span.start))]
    if span != party.span and document.heading_of(sentence) != LEAD:
        return None
    return _named(Found(party.actor, party.role, span, party.rule), sentence_words(sentence, actors), actors)


def _body(found: Found, words_: Words, actors: ActorBook) -> tuple[Span, str] | None:
    """Return the body of which an aside says that an attacker was a member: "by X, a member of Y"."""
    doer = actors.actors.get(found.actor)
    if found.role != "perpetrator" or doer is None or is_unnamed(found.actor, actors):
        return None
    tokens = words_.tokens
    start = bisect_left(tokens, found.span.end, key=START)
    if start >= len(tokens) or tokens[start].text != ",":
        return None
    for i in range(start, min(start + _ASIDE, len(tokens) - 2)):
        is_member = tokens[i].lower in _MEMBER and tokens[i + 1].lower in ("of", "from", "with")
        if is_member or (tokens[i].lower in _BELONGS and tokens[i + 1].lower == "to"):
            end = next((k for k in range(i + 2, len(tokens)) if tokens[k].kind == "punct"), len(tokens))
            inside = [m for j in range(i + 2, end) if (m := words_.at(j)) is not None]
            inside = [m for m in inside if actors.actors[m[1]].kind in ("armed_group", "organisation")]
            return inside[-1] if inside else None
        if tokens[i].kind == "punct" and tokens[i].text not in (",", "(", ")", "-"):
            return None
    return None


def _named(found: Found, words_: Words, actors: ActorBook) -> tuple[Span, str] | None:
    if found.role not in ("perpetrator", "target") or not is_unnamed(found.actor, actors):
        return None
    whose = next((m for m in words_.mentions if found.span.start - m[0].end == 1), None)
    if whose is not None and (a := actors.actors.get(whose[1])) is not None and a.kind == "armed_group":
        return None if is_unnamed(whose[1], actors) else whose  # "Northland Front militants"
    tokens = words_.tokens
    at = bisect_left(tokens, found.span.end, key=START)
    if at + 1 >= len(tokens):
        return None
    link = next((k for k in _LINKS if tuple(t.lower for t in tokens[at : at + len(k)]) == k), None)
    is_apposed = tokens[at].text == ","
    if link is None and not is_apposed:
        return None
    start = at + (1 if link is None else len(link))
    for i in range(start, min(start + _REACH, len(tokens))):
        mention = words_.at(i)
        if mention is not None:
            kinds = _FIGHTING if link in (("of",), ("from",)) else _BODIES
            actor = actors.actors.get(mention[1])
            is_body = actor is not None and actor.kind in kinds and not is_unnamed(mention[1], actors)
            is_body = is_body and not (
                is_apposed and (_speaks(words_, mention[0]) or _is_in_list(words_, mention[0]))
            )
            return mention if is_body and mention[0] != found.span else None
        if not _may_stand_between(tokens[i], is_apposed=is_apposed):
            return None
    return None


def _speaks(words_: Words, span: Span) -> bool:
    """Whether a verb stands right behind a name: "attacked an outpost, the ministry said", no apposition."""
    verb = bisect_left(words_.tokens, span.end, key=START)
    return verb < len(words_.tokens) and (is_verb(words_.tokens[verb]) or words_.tokens[verb].lower in _SAYS)


def _is_in_list(words_: Words, span: Span) -> bool:
    """Whether a name behind a comma is one of a list: "X troops, Y forces and fighters besieged"."""
    tokens = words_.tokens
    at = bisect_left(tokens, span.end, key=START)
    while at < len(tokens) and tokens[at].lower != "and":
        if not tokens[at].text.islower() or is_verb(tokens[at]):
            return False
        at += 1
    behind = next((t for t in tokens[at:] if is_verb(t) or t.kind == "punct"), None)
    return behind is not None and is_verb(behind)


def _may_stand_between(token: Token, *, is_apposed: bool) -> bool:
    return token.lower in ("the", "a", "an") or (
        not is_apposed and token.text.islower() and token.kind == "word"
    )
