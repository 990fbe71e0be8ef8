"""Who did what to whom: perpetrators, targets, victims and the sides of a battle, by construction.

A party is an actor whose mention stands where a construction puts the one who acts or the one who is
acted upon.  Who says that somebody else did it makes a claim, not a party; who claims it for
themselves is an alleged perpetrator, unless the article itself names one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.events.attackers.acting.by_means_or_word import named_attackers
from tasks.events.attackers.blamed.accused import blamed
from tasks.events.attackers.blamed.said_agents import is_said
from tasks.events.attackers.claiming.in_whose_name import named_in_claims, without_callers
from tasks.events.attackers.claiming.responsibility import claimed
from tasks.events.attackers.fitness import fit, may_attack, without_own_people
from tasks.events.avenged import is_avenged
from tasks.events.by_sentence import Stretches
from tasks.events.candidate import Candidate
from tasks.events.cast.completed import Known, completed, unique
from tasks.events.cast.late_parties import beside_named, with_surest
from tasks.events.cast.only_suspected import with_doubts
from tasks.events.cast.party_stages import (
    inquiries,
    is_force_of_alliance,
    is_person_beside,
    of_first_section,
    stages,
)
from tasks.events.cast.told_in_sentence import in_sentence, of_own
from tasks.events.clauses.no_doer import of_other_event
from tasks.events.clauses.responses import without_responses
from tasks.events.evidence.denials import denying
from tasks.events.evidence.evidence_kinds import KindName
from tasks.events.evidence.told_late import told_late
from tasks.events.fights.title_place import without_title_place
from tasks.events.fights.two_sides import with_two_sides
from tasks.events.found import Found
from tasks.events.long_ago import without_long_ago
from tasks.events.new_party import NewParty
from tasks.events.parties.hit_by_others import without_hit_by_others
from tasks.events.parties.infobox_parties import of_infobox, suspected
from tasks.events.parties.national import of_country
from tasks.events.parties.party_rules import parties_of_sentence
from tasks.events.parties.promoted import promoted, without_captors
from tasks.events.parties.quelled import without_quellers
from tasks.events.parties.rescuers import has_attackers, takes_hostages, without_rescuers, without_sites
from tasks.events.parties.ships_parties import ships_parties
from tasks.events.parties.sought import without_hit
from tasks.events.parties.takers import takers
from tasks.events.party_choice import (
    ANYWHERE,
    LATE,
    chosen_of,
    gives,
    is_of_country,
    is_unnamed,
    late_ones,
    owners,
)
from tasks.events.risings.risen_people import RISEN
from tasks.events.risings.risers import with_risers
from tasks.events.sentence_words import sentence_words
from tasks.events.ships.ship_parties import is_beside_ship, ship_parties
from tasks.events.targets.aims.purposes import CRASHED, said_targets
from tasks.events.targets.aims.worst_of import without_compared
from tasks.events.targets.people.crowd_hit import without_protested
from tasks.events.targets.sites.beside_box import is_beside_box
from tasks.model.actor import ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor, Role
from tasks.model.figure import Figure

# Made of single fights, each with parties of its own.
_WIDE = re.compile(
    r"\b(?:battle|siege|wars?|revolution|campaign|offensive|invasion|skirmishes)\b", re.IGNORECASE
)
_LONG = 25  # sentences


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
    # Found: without what somebody else only says, which is kept as evidence.
    found = without_long_ago(document, _gathered(document, actors, others, new), figures)
    said = [f for f in found if is_said(f, document, claims)]
    found = [f for f in found if f not in said]
    late, in_name = _named_late(found, new), named_in_claims(document, actors, others)
    admitted = [p for p in claimed(document, claims, actors) if may_attack(p.actor, document, actors)]
    admitted = without_callers(admitted, in_name, actors)
    # Who took a place back goes where a group claims the deed, before the others who did are put first.
    found = promoted(without_captors(found, owners(admitted, actors), actors), actors)
    found = without_title_place(document, found, actors)
    chosen = _chosen(document, found, new, actors)
    # Told late: in the place of attackers without a name, beside those with one.
    if not any(p.role == "perpetrator" and not is_unnamed(p.actor, actors) for p in chosen):
        kinds: dict[KindName, Sequence[EventActor]] = {
            "owned": owners(admitted, actors),
            "in_name": in_name,
            "named": chosen_of([f for f in late if f.role == "perpetrator"], actors),
            "doubted": chosen_of([f for f in said if _has_name(f, actors)], actors),
            "blamed": chosen_of(blamed(document, actors, others), actors),
            "suspected": chosen_of(fit(suspected(document, actors), document, actors), actors),
        }
        evidence = told_late(document, actors, others, new, kinds)
        chosen = with_surest(document, evidence, chosen, denying(document, claims, actors), new, actors)
    else:
        chosen = beside_named(document, claims, chosen, in_name, chosen_of(late, actors), actors, others)
    # Completed with all who are known; doubted behind that, for whoever is added may be suspected only.
    done = completed(Known(document, found, figures, actors, others, new), chosen)
    return with_doubts(document, done, found, claims)


def _chosen(
    document: Document, found: Sequence[Found], new: Sequence[NewParty], actors: ActorBook
) -> list[EventActor]:
    """Return the parties that hold: the surest findings of each role, and what follows from who they are.

    Crowds that rose with officers, a group's own men and the other side of a fight are told by those chosen.
    """
    chosen = chosen_of([f for f in found if f.grade not in LATE] + late_ones(found, new), actors)
    chosen = with_risers(document, found, chosen, new, actors)
    chosen = without_own_people(chosen, actors)
    guessed = {f.span for f in found if f.grade in ("first_side", "second_side")}
    return with_two_sides(document, chosen, actors, guessed)


def _has_name(found: Found, actors: ActorBook) -> bool:
    """Whether who is found says more than that somebody attacked: not "the terrorists" of a speech."""
    return not is_unnamed(found.actor, actors) or is_of_country(found.actor, actors)


def _named_late(found: Sequence[Found], new: Sequence[NewParty]) -> list[Found]:
    """Return those whom a name alone ties to the event, who count where nobody else does."""
    return [f for f in found if f.grade == "named"] + [
        Found(n.actor.key, n.role, n.mention.span, n.mention.method, None, n.is_alleged, "named")
        for n in new
        if n.mention.method == "listed_attackers"
        or (n.mention.method == "named_attacker" and n.role not in {f.role for f in found})
    ]


def _gathered(
    document: Document, actors: ActorBook, others: Stretches, new: Sequence[NewParty]
) -> list[Found]:
    """Return all findings that may count, the lead's before the body's, which fills what the lead leaves."""
    found = of_infobox(document, actors) or ship_parties(document, actors)
    found += [
        Found(n.actor.key, n.role, n.mention.span, n.mention.method, None, n.is_alleged)
        for n in new
        if n.mention.method in ("infobox", "described", RISEN)
    ]
    given = {f.role for f in found if gives(f, actors)}
    paragraph = -1
    before: set[Role] = set()
    is_held, is_attacked, is_told = takes_hostages(document), has_attackers(document), False
    has_risers = any(n.mention.method == RISEN and n.actor.kind == "civilians" for n in new)
    for is_lead, sentences in stages(document):
        told = (_told_by_lead if is_lead else _told_by_body)(document, sentences, actors, others)
        told = without_protested(without_responses(without_sites(told, new), document), document, new)
        told = [f for f in told if not is_beside_ship(document, f.span)]
        told = fit(without_compared(told, document), document, actors)
        told = [f for f in told if not is_avenged(document, f.span)]
        told = without_rescuers(document, told, actors, is_held=is_held, is_attacked=is_attacked)
        if not is_lead:
            told = without_quellers(document, told, found, new, actors)
            told = without_hit_by_others(document, told, found, actors)
        told = _without_hit_back(told, found)
        if is_told and not is_lead:  # who did it stands in the lead: "Northland separatists"
            told = [f for f in told if f.grade or f.role != "perpetrator"]
        if has_risers and not is_lead:  # so does who rose, if they had no officer
            told = [f for f in told if f.role != "perpetrator"]
        if sentences and sentences[0].paragraph != paragraph:
            paragraph, before = sentences[0].paragraph, set(given)
        if is_lead and "perpetrator" not in given:  # whom the lead names as the attackers
            told = [replace(f, grade="") if f.grade == "named" and not f.is_alleged else f for f in told]
        found += [
            f
            for f in told
            if (f.role not in given or f.grade in ANYWHERE)
            or (is_lead and is_beside_box(document, f, found, actors))
            or (is_lead and f.grade in ("caught", CRASHED))  # the unit that the force had sent
            or (is_lead and f.role not in before and is_person_beside(f, found, actors))
            or (is_lead and is_force_of_alliance(document, f, found, actors))
        ]
        given |= {f.role for f in told if gives(f, actors)}
        if is_lead:
            firm = [f for f in told if not f.grade]
            is_told = is_told or (is_held and any(is_of_country(f.actor, actors) for f in firm))
            found += of_country(new, given, sentences[-1].span.end)
            given |= {f.role for f in found if gives(f, actors)}
    return found + [f for s in inquiries(document) for f in named_attackers(sentence_words(s, actors))]


def _without_hit_back(told: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """Return the findings without attackers whom earlier sentences name as attacked: they hit back."""
    firm = [f for f in found if f.grade not in LATE]
    attacked = {f.actor for f in firm if f.role == "target"}
    if not attacked or not any(f.role == "perpetrator" and f.actor not in attacked for f in firm):
        return list(told)
    return [f for f in told if f.role != "perpetrator" or f.actor not in attacked]


def _told_by_lead(
    document: Document, sentences: Sequence[Sentence], actors: ActorBook, others: Stretches
) -> list[Found]:
    return [f for s in sentences for f in in_sentence(document, s, actors, others)]


def _told_by_body(
    document: Document, sentences: Sequence[Sentence], actors: ActorBook, others: Stretches
) -> list[Found]:
    """Return what counts of a body: of a long battle's only its aim, for the rest is of its single fights."""
    if not _has_body(document):
        return without_hit(_told_by_lead(document, sentences, actors, others), actors)
    if _WIDE.search(document.article.title):
        told = [(s, [*said_targets(sentence_words(s, actors))]) for s in sentences]
        return [f for s, found in told for f in of_own(document, s, actors, others, found)]
    every = _told_by_lead(document, sentences, actors, others)
    return of_first_section(document, every) + [f for f in every if f.grade in ANYWHERE]


def _has_body(document: Document) -> bool:
    return len(document.sentences) > _LONG


def _with_ships(found: Sequence[Found], ships: Sequence[Found]) -> list[Found]:
    """Return the findings with ships in roles that nobody has, or that one told beside them has.

    Who struck a mine attacked nobody.
    """
    hit = {f.actor for f in ships if f.role == "target"}
    kept = [f for f in found if f.role != "perpetrator" or f.actor not in hit]
    given = {f.role for f in kept}
    named = {f.actor for f in kept}
    joined = [
        f for f in ships if f.role not in given or (named & {g.actor for g in ships if g.role == f.role})
    ]
    return kept + [f for f in joined if f.actor not in named]


def other_parties(document: Document, other: Candidate, actors: ActorBook) -> tuple[EventActor, ...]:
    """Return the parties of another event: those of the stretches that state it."""
    sentence = document.sentences[other.sentence]
    words = sentence_words(sentence, actors)
    found = [f for f in parties_of_sentence(words) if any(s.contains(f.span) for s in other.stretches)]
    found = [f for f in found if not _stands_ahead(document, f, other)]
    if not any(f.role == "perpetrator" for f in found):
        found += takers(other, words, actors)
    found = _with_ships(found, ships_parties(document, other, words, actors))
    return with_doubts(document, unique(chosen_of(of_other_event(found, sentence, actors), actors)))


def _stands_ahead(document: Document, found: Found, other: Candidate) -> bool:
    """Whether a party did what is dated by the other event: "X hit Y a day after Z was shot"."""
    day = other.date
    if day is None or not found.span.end <= day.span.start < other.trigger.span.start:
        return False
    return day.span.of(document.text).endswith("after") or document.text.startswith(" after ", day.span.end)
