"""Who did it, and whom it hit, where no construction says so: by how an article on an attack speaks of them.

An article on an attack names the group that did it more often, and earlier, than any other armed group.  So
where nobody is named as the attacker in any way, it is the armed group of the lead that is spoken of most;
of two that are spoken of alike, none.  It is alleged, for the article does not say it outright.  Where
nothing was aimed at and an armed group did it, it hit the force of a state in the first sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from tasks.events.attackers.blamed.said_agents import is_quoted
from tasks.events.attackers.fitness import may_attack
from tasks.events.attackers.guessed.own_group import groups_of_victim
from tasks.events.attackers.guessed.shown_deeds import shows_deed
from tasks.events.by_sentence import Stretches
from tasks.events.clauses.other_agents import is_of_other
from tasks.events.clauses.unasserted import is_unasserted
from tasks.events.fights.background import in_background
from tasks.events.found import Found
from tasks.events.left_open import is_left_open
from tasks.events.new_party import NewParty, its_part
from tasks.events.party_choice import is_unnamed
from tasks.events.risings.overthrown_rulers import overthrown_rulers
from tasks.events.sections import opening
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns_that
from tasks.model.actor import Actor, ActorBook, Mention
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor

_ONE_SIDED = ("attacks", "destroys", "harms", "kills", "robs", "takes", "torments", "wounds")
_SPEAKS = late_pattern(r"(?: [\w'’-]+){0,5},? (?:said|says|say|reported|confirmed|announced|claimed)\b")
_ATTACK = late_pattern(
    rf"\b(?:{any_of(forms_of(nouns_that(_ONE_SIDED)))}|bomb(?:s|ed)?|ambush\w*|hostage)\b",
    re.IGNORECASE,
)
_MEMBERS = (
    words("members")
    | words("doer")
    | {"unit", "volunteer", "militant", "fighter", "gunman", "guerrilla", "rebel"}
)
_MEN_OF = late_pattern(
    r"\b(?:{})(?: (?:from|of|belonging to|loyal to))(?: the)? $".format("|".join(_MEMBERS)), re.I
)
_BY = late_pattern(r"\bby (?:[\w-]+ ){0,3}$")
_SITE_OF = late_pattern(
    r"\b(?:headquarters|offices?|building|base|home|house|embassy|stronghold) of (?:the )?(?:[\w-]+ )?$",
    re.I,
)
_PREPOSED = late_pattern(r"\b(?:of|by|from|in|at|to|on|against|with|for|near|over|under)(?: the| an?)? $")
_SPOKEN = words("spoken_of") | {  # of one who condemned it, of an old enemy, of who accuses and is accused
    "denied",
    "fought",
    "accused",
    "accuses",
    "blamed",
    "blames",
}
_FIRST = 3  # sentences of the lead that may name the group
_HEAD = 2  # sentences of the lead that may name the force that it hit
_ACTS = 2  # mentions that one as the subject of a sentence of the lead outweighs
_NEAR = 90  # code points before a name in which "fighters belonging to the" or "by four masked" stand
_CHARGED = 3  # "charged X, Y and Z"
_STANDING = ("doer", "charged", "crowd")
_BODIES = ("armed_group", "organisation", "unknown")


def by_standing(
    document: Document, parties: Sequence[EventActor], actors: ActorBook, others: Stretches
) -> list[EventActor]:
    """Return the armed group that an attack without a named attacker is about, as alleged, or nothing."""
    if not _ATTACK.search(document.article.title) or any(p.role == "perpetrator" for p in parties):
        return []
    if is_left_open(document):
        return []
    taken = {p.actor for p in parties} | groups_of_victim(document, actors)
    first: dict[str, Mention] = {}
    for sentence in opening(document)[:_FIRST]:
        if not _SPOKEN.isdisjoint(sentence.words):
            continue
        for mention in actors.beginning_in(sentence.span):
            actor = actors.actors.get(mention.actor)
            if actor is None or actor.key in taken or mention.actor in first:
                continue
            if not may_attack(actor.key, document, actors) or is_unasserted(document, mention.span):
                continue
            if _is_elsewhere(sentence, mention, others) or not _is_group(document, mention, actor, actors):
                continue
            if is_of_other(
                document, sentence, Found(actor.key, "perpetrator", mention.span, "standing", grade="agent")
            ):
                continue
            if not (
                _is_of_men(document, mention)
                or shows_deed(document, mention.span, sentence_words(sentence, actors))
            ):
                continue
            first[mention.actor] = mention
    counted = Counter(m.actor for m in actors.mentions if m.actor in first)
    groups = {key: m for key, m in first.items() if actors.actors[key].kind == "armed_group"}
    counted.update({key: _ACTS for key, m in groups.items() if _acts(document, m)})
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return []
    chosen = first[ranked[0][0]]
    return [EventActor(chosen.actor, "perpetrator", chosen.span, "standing", is_alleged=True)]


def _acts(document: Document, mention: Mention) -> bool:
    """Whether a group, or its men, is what a sentence of the lead is about: "Fighters of X went ..."."""
    sentence = document.sentences[max(0, document.index_at(mention.span.start))]
    before = document.text[_near(sentence, mention.span.start) : mention.span.start]
    if _MEN_OF.search(before) is not None:
        return True
    return verb_of(sentence, mention.span) is not None and _PREPOSED.search(before) is None


def _is_of_men(document: Document, mention: Mention) -> bool:
    """Whether a group's men act: "Fighters of the X came at dawn", "hijacked by four terrorists of the X"."""
    sentence = document.sentences[max(0, document.index_at(mention.span.start))]
    before = _MEN_OF.search(document.text, _near(sentence, mention.span.start), mention.span.start)
    if before is None:
        return False
    near = _near(sentence, before.start())
    is_agent = _BY.search(document.text, near, before.start()) is not None
    return is_agent or verb_of(sentence, mention.span) is not None


def _near(sentence: Sentence, before: int) -> int:
    """Return from where words before a place are looked for: to search a whole row of names is slow."""
    return max(sentence.span.start, before - _NEAR)


def stand_ins(
    document: Document,
    parties: Sequence[EventActor],
    actors: ActorBook,
    others: Stretches,
    new: Sequence[NewParty],
) -> list[EventActor]:
    """Return who may be taken to have done it, where nobody is said to: a group, who was charged, a crowd."""
    if any(p.role == "perpetrator" for p in parties):
        return []
    taken = {p.actor for p in parties if p.role == "target"}
    held = [n for n in new if n.mention.method in _STANDING and n.actor.key not in taken]
    acting = [n for n in held if n.mention.method == "doer" and not _is_told_elsewhere(document, n, others)]
    serving = [n for n in acting if n.actor.kind == "military"]
    rest = [n for n in held if n.mention.method == "charged"] or acting
    rest = rest or [n for n in held if n.mention.method == "crowd"]
    if serving:
        return [_of_doer(document, n) for n in serving]
    most = _CHARGED if rest and rest[0].mention.method in ("charged", "crowd") else 1
    return by_standing(document, parties, actors, others) or [_of_doer(document, n) for n in rest[:most]]


def _of_doer(document: Document, one: NewParty) -> EventActor:
    """Return who did it as a party; what a speaker says in quoted words is only alleged."""
    found = Found(one.actor.key, "perpetrator", one.mention.span, one.mention.method, grade="agent")
    party = its_part(one)
    return replace(party, is_alleged=True) if is_quoted(found, document) else party


def _is_told_elsewhere(document: Document, one: NewParty, others: Stretches) -> bool:
    at = max(0, document.index_at(one.mention.span.start))
    return _is_elsewhere(document.sentences[at], one.mention, others)


def targets_by_standing(
    document: Document,
    parties: Sequence[EventActor],
    actors: ActorBook,
    others: Stretches,
    new: Sequence[NewParty],
) -> list[EventActor]:
    """Return whom an event hit of whom the article nowhere says it.

    A coup the ruler who lost power, a siege the garrison, an attack by a group the first force of a state.
    """
    if any(p.role == "target" for p in parties):
        return []
    acting = {p.actor for p in parties if p.role == "perpetrator"}
    rest = [n for n in new if n.role == "target" and n.actor.key not in acting]
    return (
        overthrown_rulers(document, actors, acting)
        or [its_part(n) for n in rest if n.mention.method == "garrison"][:1]
        or _force_hit(document, acting, actors, others)
        or [its_part(n) for n in rest if n.mention.method == "of_place"]
    )


def _force_hit(
    document: Document, acting: Collection[str], actors: ActorBook, others: Stretches
) -> list[EventActor]:
    """Return the force of a state in the first sentences on an attack by a group."""
    kinds = {a.kind for key in acting if (a := actors.actors.get(key)) is not None}
    if not _ATTACK.search(document.article.title) or not kinds & {"armed_group", "organisation"}:
        return []
    for sentence in opening(document)[:_HEAD]:
        for mention in actors.beginning_in(sentence.span):
            actor = actors.actors.get(mention.actor)
            if actor is None or actor.kind != "military" or actor.key in acting:
                continue
            if _SPEAKS.match(document.text, mention.span.end):
                continue  # "..., the Norland Army said"
            if not is_unnamed(actor.key, actors) and not _is_elsewhere(sentence, mention, others):
                return [EventActor(actor.key, "target", mention.span, "force_hit")]
    return []


def _is_group(document: Document, mention: Mention, actor: Actor, actors: ActorBook) -> bool:
    """Whether a group fights: by its kind or by its people ("an X unit", "members of X")."""
    if actor.kind not in _BODIES or is_unnamed(actor.key, actors):
        return False
    if _SITE_OF.search(document.text, max(0, mention.span.start - 60), mention.span.start):
        return False  # a bomb "near the headquarters of the ruling X"
    if actor.kind == "armed_group":
        return True
    end = document.sentences[max(0, document.index_at(mention.span.start))].span.end
    after = document.text[mention.span.end : min(end, mention.span.end + 40)].split()
    if after[:1] and after[0].lower() in ("police", "prison", "government", "city"):
        return False  # "two Osk police officers": of a town
    if any(w.strip(",.").lower() in _MEMBERS for w in after[:4]):
        return True
    return _MEN_OF.search(document.text[max(0, mention.span.start - 40) : mention.span.start]) is not None


def _is_elsewhere(sentence: Sentence, mention: Mention, others: Stretches) -> bool:
    if in_background(sentence, mention.span):
        return True
    return any(span.contains(mention.span) for _, span in others.get(sentence.index, ()))
