"""Who does what in the article's own event by the words of one sentence, all constructions together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.events.attackers.acting.died_fighting import died_fighting
from tasks.events.attackers.acting.ordered import ordered
from tasks.events.attackers.acting.owned_attacks import owned_attacks
from tasks.events.attackers.acting.ships_that_sank import sinkers
from tasks.events.attackers.acting.stood_behind import stood_behind
from tasks.events.attackers.acting.whose_deed import whose_deeds
from tasks.events.by_sentence import Stretches
from tasks.events.clauses.no_doer import is_asked
from tasks.events.clauses.other_agents import is_of_other
from tasks.events.clauses.under_fire import under_fire
from tasks.events.found import Found, Words
from tasks.events.parties.battle_rules import battle_parties, held_by
from tasks.events.parties.own_names import with_own_names
from tasks.events.parties.party_rules import parties_of_sentence
from tasks.events.parties.pursuits import pursuits
from tasks.events.parties.singled_out import singled_out
from tasks.events.parties.sought import sought
from tasks.events.risings.crackdowns import crackdowns, put_down
from tasks.events.risings.seizures import seizures
from tasks.events.sections import opening
from tasks.events.sentence_words import sentence_words
from tasks.events.targets.aims.aim_rules import aims_of_sentence
from tasks.events.targets.aims.aimed_parties import aims_found
from tasks.events.targets.aims.purposes import crashed_into
from tasks.events.targets.aims.worst_of import worst_attacks
from tasks.events.triggers import violent_triggers
from tasks.events.turns import turn_of
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.article import LEAD
from tasks.model.document import Document, Sentence

_HURT = words("suffers") | words("hit") | words("suffers_noun")
_OWNER_GAP = 3  # code points of "'s " between an owner and what it owns


def in_sentence(document: Document, sentence: Sentence, actors: ActorBook, others: Stretches) -> list[Found]:
    """Return who does what in the article's own event by the words of a sentence."""
    inside = sentence_words(sentence, actors)
    found = inside.memo.get(_of_words)  # asked for again where somebody's part is only alleged
    if found is None:
        found = inside.memo[_of_words] = _of_words(document, inside, actors)
    return of_own(document, sentence, actors, others, found)


def _of_words(document: Document, inside: Words, actors: ActorBook) -> list[Found]:
    """Return who does what by the words of a sentence, in whatever event."""
    sentence, title = inside.sentence, document.article.title
    found = held = held_by(inside, actors, title)  # the only rule that finds who is mentioned nowhere
    if inside.mentions:
        found = parties_of_sentence(inside) + aims_of_sentence(inside, title)
        found += battle_parties(inside, title) + held
        aims = aims_found(inside, actors, title)
        if document.heading_of(sentence) == LEAD:
            aims = [_firm(f, inside) for f in aims]
        found += singled_out(inside, actors) + seizures(inside, title) + crackdowns(inside)
        found += [
            *[*sinkers(inside, title), *pursuits(inside, title)],
            *owned_attacks(inside, actors, is_first=sentence in opening(document)[:1]),
            *(whose_deeds(inside) if sentence in opening(document)[:1] else ()),
            *[*under_fire(inside), *ordered(inside)],
            *sought(inside, actors, title),
            *[*stood_behind(inside), *crashed_into(inside)],
            *worst_attacks(inside, actors),
            *died_fighting(inside, actors),
        ]
        found = [f for f in found if not _is_part(f, aims)] + aims
        found = put_down(inside, actors) or found
    return found


def of_own(
    document: Document, sentence: Sentence, actors: ActorBook, others: Stretches, found: Sequence[Found]
) -> list[Found]:
    """Return the findings of a sentence that are about the article's own event, under their own names."""
    if not found:
        return []
    inside = sentence_words(sentence, actors)
    is_lead = document.heading_of(sentence) == LEAD
    is_first = sentence in opening(document)[:1]  # it says what the event was
    elsewhere = [] if is_first else [span for _, span in others.get(sentence.index, ())]
    found = [  # "the attacker, X" is the article's own, whatever else X did
        f
        for f in with_own_names(found, inside, actors)
        if (is_lead and f.grade == "named") or not any(span.contains(f.span) for span in elsewhere)
    ]
    turn = turn_of(sentence)
    if is_first and not any(t.last < turn for t in violent_triggers(sentence)):
        turn = len(sentence.tokens)  # "the ministry spoke in response to a raid by X"
    end = sentence.tokens[turn].start if turn < len(sentence.tokens) else sentence.span.end
    if "whether" in sentence.words:
        found = [f for f in found if f.role != "perpetrator" or not is_asked(sentence.tokens, f.span)]
    return [f for f in found if f.span.start < end and not is_of_other(document, sentence, f)]


def _firm(found: Found, words_: Words) -> Found:
    """Return a finding that counts for itself: who was in a vehicle, where the lead says that it was hit."""
    is_hit = found.grade == "aboard" and any(t.lower in _HURT for t in words_.tokens)
    return replace(found, grade="aimed") if is_hit else found


def _is_part(found: Found, aims: Sequence[Found]) -> bool:
    """Whether a target only stands before the one that is meant: "Northland's 3rd Brigade"."""
    return found.role == "target" and any(
        0 < a.span.start - found.span.end <= _OWNER_GAP and a.grade == "aimed" for a in aims
    )
