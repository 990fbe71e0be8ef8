"""Who did what to whom: perpetrators, targets, victims and the sides of a battle, by construction.

A party is an actor whose mention stands where a construction puts the one who acts or the one who is
acted upon.  Who says that somebody else did it makes a claim, not a party; who claims it for
themselves is an alleged perpetrator, unless the article itself names one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.actors.folding import fold
from tasks.events.accused import accused
from tasks.events.aim_rules import aims_of_sentence
from tasks.events.aimed_parties import aims_found
from tasks.events.by_sentence import Stretches
from tasks.events.candidate import Candidate
from tasks.events.found import Found
from tasks.events.new_parties import NewParty
from tasks.events.other_names import named_others
from tasks.events.party_rules import parties_of_sentence
from tasks.events.responsibility import claimed
from tasks.events.sections import is_apart, is_list
from tasks.events.sentence_words import sentence_words
from tasks.events.triggers import triggers
from tasks.events.victim_targets import with_victims
from tasks.model.actor import ActorBook
from tasks.model.article import INFOBOX, LEAD
from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor, Role
from tasks.model.figure import Figure

_FIELDS: dict[str, Role] = {
    "perpetrator": "perpetrator",
    "perpetrators": "perpetrator",
    "assailant": "perpetrator",
    "assailants": "perpetrator",
    "target": "target",
}
_WIDE = re.compile(r"\b(?:battle|siege|war|campaign|offensive|invasion|skirmishes)\b", re.IGNORECASE)
_LONG = 25  # sentences
_OWNER_GAP = 3  # code points of "'s " between an owner and what it owns
_LATE = (
    "named",
    "weak",
    "captor",
    "first_side",
    "second_side",
)  # findings that count where there are no others
_SILENT_KINDS = ("media", "monitor")  # they tell of events


def main_parties(
    document: Document,
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    actors: ActorBook,
    others: Stretches,
    new: Sequence[NewParty] = (),
) -> tuple[EventActor, ...]:
    """Return the parties of the article's own event, in text order within each role.

    Args:
        document: the article.
        claims: all claims; one who claims responsibility is an alleged perpetrator.
        figures: those of the article's own event; its victims are its targets where nothing else is.
        actors: the article's actors.
        others: the words of its other events, by sentence: they name other parties.
        new: parties that are in `actors` only as such.
    """
    found = _of_infobox(document, actors)
    found += [
        Found(n.actor.key, n.role, n.mention.span, None, n.is_alleged)
        for n in new
        if n.mention.method == "infobox"
    ]
    given = {f.role for f in found}
    for is_lead in (True, False):
        sentences = [s for s in _sentences(document) if (document.heading_of(s) == LEAD) == is_lead]
        told = [f for s in sentences for f in _in_sentence(document, s, actors, others)]
        if not is_lead and _WIDE.search(document.article.title) and _has_body(document):
            told = [f for f in told if f.rule == "aimed_at"]  # the rest is of its single fights
        elif not is_lead and _has_body(document):
            told = _of_first_section(document, told)
        found += [f for f in told if f.role not in given or f.rule == "aimed_at"]
        given |= {f.role for f in told if _gives(f, actors)}
    late = [f for f in found if f.rule == "named"]
    late += [
        Found(n.actor.key, n.role, n.mention.span, None, n.is_alleged, "named")
        for n in new
        if n.mention.method == "named_attacker" and n.role not in {f.role for f in found}
    ]
    chosen = _chosen([f for f in found if f.rule not in _LATE] + _late_ones(found, new), actors)
    if not any(p.role == "perpetrator" and not _is_unnamed(p.actor, actors) for p in chosen):
        named = [f for f in late if f.role == "perpetrator"]
        owned = claimed(document, claims, actors) or _chosen(named, actors)
        owned = owned or _chosen(_blamed(document, actors, others), actors)
        chosen = [p for p in chosen if not (owned and p.role == "perpetrator")] + owned
    victims = _victims(document, figures, actors)
    chosen += [v for v in victims if v.actor not in {p.actor for p in chosen if p.role == "perpetrator"}]
    return tuple(_unique(with_victims(_unique(chosen), actors)))


def _of_first_section(document: Document, told: Sequence[Found]) -> list[Found]:
    """Return, of a long body's findings, those of the first section that gives each role.

    A long article tells of much that is not its own event, sooner or later.
    """
    starts = [sentence.span.start for sentence in document.sentences]
    section = [document.section_of(document.sentences[bisect_right(starts, f.span.start) - 1]) for f in told]
    first: dict[Role, int] = {}
    for found, place in zip(told, section, strict=True):
        first.setdefault(found.role, place)
    return [found for found, place in zip(told, section, strict=True) if first[found.role] == place]


def _gives(found: Found, actors: ActorBook) -> bool:
    """Whether a finding settles its role, so that the body is not asked any more."""
    if found.rule in _LATE:
        return False
    return found.role == "target" or not _is_unnamed(found.actor, actors)


def _blamed(document: Document, actors: ActorBook, others: Stretches) -> list[Found]:
    """Return those whom somebody holds responsible, of the first sentence that says so, the lead's first."""
    told = [s for s in document.sentences if document.heading_of(s) != INFOBOX]
    told = [s for s in told if not is_list(document.heading_of(s))]
    for sentence in sorted(told, key=lambda s: document.heading_of(s) != LEAD):
        elsewhere = [span for _, span in others.get(sentence.index, ())]
        found = accused(sentence_words(document, sentence, actors), actors)
        found = [f for f in found if not any(span.contains(f.span) for span in elsewhere)]
        if found:
            return found
    return []


def _late_ones(found: Sequence[Found], new: Sequence[NewParty]) -> list[Found]:
    """Return what counts where nothing says so more clearly, and the site of the title.

    Of a battle, who took the place, or else the side named first, attacks.
    """
    firm = {f.role for f in found if f.rule not in _LATE}
    rules = ("captor", "first_side") if "perpetrator" not in firm else ()
    acting = next(
        ([f for f in found if f.rule == rule] for rule in rules if rule in {f.rule for f in found}), []
    )
    if "target" not in firm and any(f.rule == "second_side" for f in found):
        return acting + [f for f in found if f.rule == "second_side"]
    return acting + _sites(found, new)


def _sites(found: Sequence[Found], new: Sequence[NewParty]) -> list[Found]:
    """Return the site of the title; where nothing was aimed at, the place where a bomb went off."""
    sites = [Found(n.actor.key, n.role, n.mention.span) for n in new if n.mention.method == "site"]
    if sites or any(f.role == "target" and f.rule not in _LATE for f in found):
        return sites
    return [f for f in found if f.rule == "weak"][:1]


def _has_body(document: Document) -> bool:
    return len(document.sentences) > _LONG


def other_parties(document: Document, other: Candidate, actors: ActorBook) -> tuple[EventActor, ...]:
    """Return the parties of another event: those of the stretches that state it."""
    sentence = document.sentences[other.sentence]
    words = sentence_words(document, sentence, actors)
    found = [f for f in parties_of_sentence(words) if any(s.contains(f.span) for s in other.stretches)]
    return tuple(_unique(_chosen(found, actors)))


def _of_infobox(document: Document, actors: ActorBook) -> list[Found]:
    """Return the actors that infobox fields name: the first mention of each part of the value."""
    found = []
    for field in document.article.infobox:
        role = _FIELDS.get(field.name or "")
        if role is None:
            continue
        inside = [m for m in actors.overlapping(field.span) if field.span.contains(m.span)]
        end = -1
        for mention in sorted(inside, key=lambda m: (m.span.start, -m.span.end)):
            if mention.span.start >= end:
                found.append(Found(mention.actor, role, mention.span))
                end = mention.span.end
    return found


def _sentences(document: Document) -> list[Sentence]:
    return [
        s
        for s in document.sentences
        if (heading := document.heading_of(s)) != INFOBOX and not is_apart(heading)
    ]


def _in_sentence(document: Document, sentence: Sentence, actors: ActorBook, others: Stretches) -> list[Found]:
    elsewhere = [span for _, span in others.get(sentence.index, ())]
    inside = sentence_words(document, sentence, actors)
    found = parties_of_sentence(inside) + aims_of_sentence(inside, document.article.title)
    aims = aims_found(inside, actors, document.article.title)
    found = [f for f in found if not _is_part(f, aims)] + aims
    found = [f for f in found if not any(span.contains(f.span) for span in elsewhere)]
    return [f for f in found if not _is_of_other(document, sentence, f)]


def _is_part(found: Found, aims: Sequence[Found]) -> bool:
    """Whether a target only stands before the one that is meant: "Northland's 3rd Brigade"."""
    return found.role == "target" and any(
        0 < a.span.start - found.span.end <= _OWNER_GAP and a.rule == "aimed" for a in aims
    )


def _is_of_other(document: Document, sentence: Sentence, found: Found) -> bool:
    """Whether the last event noun before an agent names another event: "the X campaign launched by Y"."""
    if found.rule != "agent":
        return False
    named = named_others(document, sentence)
    before = [t for t in triggers(sentence) if t.span.end <= found.span.start and not t.is_verb]
    return bool(before) and before[-1] in named


def _chosen(found: Sequence[Found], actors: ActorBook) -> list[EventActor]:
    """Return the parties without those that tell of events, and without "gunmen" where somebody is named."""
    kept = [f for f in found if (a := actors.actors.get(f.actor)) is None or a.kind not in _SILENT_KINDS]
    chosen = []
    for f in kept:
        is_rival = f.role == "perpetrator" and _is_unnamed(f.actor, actors)
        if is_rival and any(o.role == f.role and not _is_unnamed(o.actor, actors) for o in kept):
            continue
        chosen.append(EventActor(f.actor, f.role, f.side, f.is_alleged, None, f.span))
    return chosen


def _is_unnamed(key: str, actors: ActorBook) -> bool:
    """Whether an actor has no name of its own: "gunmen", "Northland militants"."""
    actor = actors.actors.get(key)
    words = actor.name.split() if actor is not None else []
    return bool(words) and not any(c.isupper() for c in words[-1])


def _victims(document: Document, figures: Sequence[Figure], actors: ActorBook) -> list[EventActor]:
    """Return the groups of victims that figures count."""
    found = []
    for figure in figures:
        if (
            figure.victim is None
            or figure.is_negated
            or figure.is_subset
            or figure.victim_class == "attackers"
        ):
            continue
        key = fold(figure.victim.of(document.text))
        if key in actors.actors and actors.actors[key].kind == "civilians":
            found.append(EventActor(key, "victim", None, False, None, figure.victim))
            continue
        inside = [m for m in actors.overlapping(figure.victim) if m.kind == "name"]
        inside = [m for m in inside if m.span.end >= figure.victim.end]
        if inside:
            whole = max(inside, key=lambda m: len(m.span))
            if actors.actors[whole.actor].kind not in (*_SILENT_KINDS, "state"):
                found.append(EventActor(whole.actor, "victim", None, False, None, whole.span))
    return found


@dataclass(frozen=True, slots=True)
class _Key:
    actor: str
    role: Role


def _unique(parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the first party of each actor and role; who acts is no target of the same event."""
    found: dict[_Key, EventActor] = {}
    for party in parties:
        if party.role == "target" and _Key(party.actor, "perpetrator") in found:
            continue
        found.setdefault(_Key(party.actor, party.role), party)
    return sorted(found.values(), key=lambda p: (p.role, p.span, p.actor))
