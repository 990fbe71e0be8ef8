"""Whom others hold responsible for the article's own event, where nobody did it in the article's own voice.

- blamed: "the army blames X", "the attack was blamed on X", "X was blamed", "laid the blame on X"
- accused: "accused X of carrying it out", "faulted X for the attack"; only of a deed, not of having failed to
  prevent it
- attributed: "attributed the attack to X", "has been linked to X", "put the bombing down to X"
- held: "held X responsible", "held X accountable", "held a local commander, X, responsible"
- suspected: "X was suspected", "suspected X militants", "X fighters wanted for it" (`suspected_of`)
- responsible: "said that X was responsible", "X were behind the bombing"
- owned: "it was reported that X, a group of Y, claimed responsibility"
- guilty: "members of X were sentenced for the bombing", "X was convicted of the murders"

Each gives an alleged perpetrator.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.events.attackers.blamed.accused_asides import (
    are_hideouts,
    is_of,
    is_of_list,
    is_of_members,
    is_of_neglect,
    is_taken_back,
)
from tasks.events.attackers.blamed.blame_laid import (
    ACCOUNTABLE,
    behind_word,
    falls_on,
    held_responsible,
    is_deed_blamed,
    is_laid,
    is_passive,
    put_down,
)
from tasks.events.attackers.blamed.said_agents import is_quoted
from tasks.events.attackers.blamed.suspected_of import DEEDS, suspected_of
from tasks.events.attackers.claiming.many_attacks import is_for_many
from tasks.events.attackers.fitness import fit
from tasks.events.by_sentence import Stretches
from tasks.events.found import Found, Words
from tasks.events.sections import told_sentences
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.article import LEAD
from tasks.model.document import Document, Token
from tasks.model.order import BY_SPAN
from tasks.model.span import Span

_BE = words("be") | {"been"}
_OWN, _RULED = frozenset(("responsibility",)), frozenset(("found", "held", "ruled"))
_AUXILIARY = _BE | {"have", "has", "had"}
_THOUGHT = frozenset(("to", "thought", "believed", "held", "said", "reported", "assumed", "known"))
_SEEN = frozenset(("seen", "regarded", "viewed", "considered", "deemed", "as"))
_BLAMES = frozenset(("blame", "blames", "blamed", "blaming"))
_ACCUSES = frozenset(("accuse", "accuses", "accused", "accusing"))
_FAULTS = frozenset(("fault", "faults", "faulted", "faulting"))
_ATTRIBUTES = frozenset(
    ("attributed", "attributes", "attribute", "ascribed", "credited", "linked", "traced", "imputed")
)
_HOLDS, _PUTS = frozenset(("held", "hold", "holds", "holding")), frozenset(("put", "puts"))
_WORK = frozenset(("work", "responsibility", "handiwork"))
_HELD_SO = ACCOUNTABLE | {"responsible"}
_BEHIND = _HELD_SO | {"behind", "suspected", "blamed", "implicated"}
_GUILTY = frozenset(("convicted", "sentenced", "jailed", "imprisoned", "guilty"))
_SUSPICIONS = frozenset(("suspicion", "suspicions", "finger", "fingers", "pinned"))  # "suspicion fell on X"
_POINTS = (
    _BLAMES | _ACCUSES | _FAULTS | _ATTRIBUTES | _WORK | _HOLDS | _PUTS | _SUSPICIONS | {"suspected", "door"}
)
_OWNS = frozenset(("claimed", "claims", "accepted", "assumed", "admitted", "took"))
_HELD = frozenset(("arrested", "detained", "charged"))
_ATTACKERS = words("attackers")
_PREDICATES = _HELD | _BEHIND | _ACCUSES | _FAULTS | _GUILTY
_WORDS = (
    _POINTS | _PREDICATES | words("held_for") | {"responsibility"}
)  # a sentence without one of them accuses nobody
_MAY_BE_NEGLECT = _BLAMES | _ACCUSES | _FAULTS | _HOLDS
_OF_DEED = _ACCUSES | _FAULTS | _GUILTY  # of what, must be said
_AGAINST = frozenset(
    ("on", "upon", "against", "of", "killed", "killing", "targeting", "at", "between", "for")
)
_NO_SUSPECT = _BE | _AGAINST
_NOT = frozenset(("not", "no", "never", "neither", "nor", "denied", "denies", "without", "nobody", "none"))
_FOR = frozenset(("of", "for", "to", "with", "over"))  # "in relation to", "in connection with"
_SUSPECTS = frozenset(("suspect", "suspects", "culprit", "culprits", "mastermind", "perpetrator"))
_PARTNER = frozenset(("accomplice", "accomplices"))
_CELLS = words("cell_of_group")
_CELL = 4  # tokens of "X's Osk cell"
_REACH = 9  # tokens
_GROUPS = ("armed_group", "organisation", "party", "military", "person", "state", "government", "unknown")


def blamed(document: Document, actors: ActorBook, others: Stretches) -> list[Found]:
    """Return those whom somebody holds responsible, of the first sentence that says so, the lead's first."""
    for sentence in sorted(told_sentences(document), key=lambda s: document.heading_of(s) != LEAD):
        found = accused(sentence_words(sentence, actors), actors)
        if not found:
            continue
        elsewhere = [span for _, span in others.get(sentence.index, ())]
        told = {f.span for f in suspected_of(sentence_words(sentence, actors))}
        found = [f for f in found if f.span in told or not any(s.contains(f.span) for s in elsewhere)]
        found = [f for f in found if not is_quoted(f, document)]
        found = [f for f in found if not is_for_many(document.text, f.span.end, sentence.span.end)]
        found = fit(found, document, actors)
        if found:
            return found
    return []


def all_accused(document: Document, actors: ActorBook) -> frozenset[str]:
    """Return all whom any sentence says somebody holds responsible."""
    told = (accused(sentence_words(s, actors), actors) for s in told_sentences(document))
    return frozenset(f.actor for found in told for f in found)


def accused(words_: Words, actors: ActorBook) -> list[Found]:
    """Return the actors that a sentence says somebody holds responsible, in text order."""
    if _WORDS.isdisjoint(words_.sentence.words):
        return []
    found = [*_named_behind(words_), *_pointed_at(words_), *_owning(words_), *suspected_of(words_)]
    kept = []
    for one in sorted(found, key=BY_SPAN):
        actor = actors.actors.get(one.actor)
        if actor is not None and actor.kind == "state" and is_of(words_.tokens, one.span.start):
            continue  # "on the governor of X"
        if actor is not None and actor.kind in _GROUPS and not _is_denied(words_.tokens, one.span.start):
            kept.append(one)
    return kept


def _pointed_at(words_: Words) -> Iterable[Found]:
    """Return the mention behind a verb of blame, behind the preposition that it needs."""
    tokens = words_.tokens
    for i in words_.sentence.places(_POINTS):
        word = tokens[i].lower
        at: int | None = None
        if word in _BLAMES:
            is_on = is_passive(tokens, i) or is_deed_blamed(tokens, i) or falls_on(tokens, i)
            is_other = [t.lower for t in tokens[i + 1 : i + 2]] == ["than"]  # "more to blame than X"
            at = behind_word(tokens, i, ("on",)) if is_on else None if is_other else i + 1
        elif word in _ACCUSES | _FAULTS and not is_passive(tokens, i):
            at = i + 1 if _is_of_deed(tokens, i) else None
        elif word in _ATTRIBUTES:
            at = behind_word(tokens, i, ("to",))
        elif word in _HOLDS:
            at = held_responsible(tokens, i)
        elif word in _PUTS:
            at = put_down(tokens, i)
        elif word in _SUSPICIONS or is_laid(tokens, i):
            at = behind_word(tokens, i, ("on", "upon", "at", "with"))
        elif word == "door":
            at = i + 2 if i and [t.lower for t in tokens[i - 1 : i + 2 : 2]] == ["the", "of"] else None
        elif word == "suspected" and not words_.at(i) and not (i and tokens[i - 1].lower in _NO_SUSPECT):
            is_of_what = [t.lower for t in tokens[i + 1 : i + 2]] == ["of"]  # "a man suspected of helping X"
            at = None if is_of_what or are_hideouts(tokens, i) else i + 1
        elif word in _WORK:
            is_whose = word != "responsibility" and [t.lower for t in tokens[i + 1 : i + 2]] == ["of"]
            is_whose = is_whose and not _is_other_work(tokens, i)
            at = i + 2 if is_whose else None
        if at is not None and not (word in _MAY_BE_NEGLECT and is_of_neglect(tokens, i)):
            yield from _mention(words_, at)


def _is_other_work(tokens: Sequence[Token], work: int) -> bool:
    """Whether work was no deed: "the rescue was the work of X"."""
    ahead = [t.lower for t in tokens[max(0, work - 4) : work] if t.lower != "the"]
    start = [t.lower for t in tokens[max(0, work - 4) : work]]
    if not ahead or ahead[-1] not in _BE or len(ahead) < 2 or "the" not in start[:2]:
        return False
    return ahead[-2] not in DEEDS and ahead[-2].isalpha()


def _named_behind(words_: Words) -> Iterable[Found]:
    """Return the mention whose predicate is "was responsible", "were behind", "is suspected"."""
    tokens = words_.tokens
    for i in words_.sentence.places(_PREDICATES):
        if not i:
            continue
        at = i - 1
        while at > 0 and (
            tokens[at].lower.endswith("ly")
            or tokens[at].lower in _AUXILIARY
            or tokens[at].lower in (_SEEN | _RULED if tokens[i].lower in _HELD_SO else _SEEN)
            or (tokens[at].lower in _THOUGHT and tokens[i - 1].lower in _BE)
        ):
            at -= 1
        if at == i - 1 or is_taken_back(tokens, at, i) or not any(t.lower in _BE for t in tokens[at + 1 : i]):
            continue
        if tokens[i].lower in _OF_DEED and not _is_of_deed(tokens, i):
            continue
        is_held = tokens[i].lower in _HELD
        if tokens[at].text == ",":  # "members of X, a violent group, were convicted"
            comma = next((k for k in range(at - 1, max(0, at - 14), -1) if tokens[k].text == ","), None)
            if is_of_list(tokens, at if comma is None else comma):
                continue
            at = at if comma is None else comma - 1
        if tokens[at].text == ")":  # "X (Y) were"
            at = next((k - 1 for k in range(at, max(0, at - 12), -1) if tokens[k].text == "("), at)
        if tokens[at].lower in _ATTACKERS and i + 1 < len(tokens) and tokens[i + 1].lower == "to":
            continue  # "the gunmen are suspected to have been members of X"
        mention = words_.at(at) or _owner_of_cell(words_, at)
        if mention is not None and not (is_held and not is_of_members(tokens, mention[0].start)):
            yield Found(mention[1], "perpetrator", mention[0], "accused", None, True, "accused")


def _owner_of_cell(words_: Words, at: int) -> tuple[Span, str] | None:
    """Return whose cell stands at a token: "X's Osk cell was held responsible"."""
    tokens = words_.tokens
    if tokens[at].lower not in _CELLS:
        return None
    for i in range(at - 1, max(-1, at - _CELL), -1):
        mention = words_.at(i)
        if mention is not None and tokens[i].end > mention[0].end:
            return mention
    return None


def _owning(words_: Words) -> Iterable[Found]:
    """Return the mention before "claimed responsibility", behind its aside if it has one."""
    tokens = words_.tokens
    for i in words_.sentence.places(_OWN):
        verb = next((k for k in range(i - 1, max(-1, i - 3), -1) if tokens[k].lower in _OWNS), None)
        if verb is None or verb < 1:
            continue
        at = verb - 1
        while at > 0 and tokens[at].lower in ("had", "has", "later", "also"):
            at -= 1
        if tokens[at].text == ",":
            at = next((k - 1 for k in range(at - 1, max(0, at - 14), -1) if tokens[k].text == ","), at)
        mention = words_.at(at)
        if mention is not None:
            yield Found(mention[1], "perpetrator", mention[0], "accused", None, True, "accused")


def _mention(words_: Words, at: int) -> Iterable[Found]:
    """Return the mention that begins close to a token, and those joined to it by "and" or "or"."""
    tokens = words_.tokens
    is_group = False  # "blamed Northland's largest rebel group, the X Front"
    for j in range(at, min(at + _REACH, len(tokens))):
        if j >= at + 5 and not is_group:
            return
        mention = words_.at(j)
        is_group = is_group or tokens[j].lower in ("group", "organisation", "organization", "militia")
        if mention is not None and any(t.start < mention[0].end < t.end for t in tokens):
            continue  # whose group it is
        if is_group and tokens[j].text == ",":
            continue
        if mention is not None:
            yield Found(mention[1], "perpetrator", mention[0], "accused", None, True, "accused")
            after = next((k for k in range(j, len(tokens)) if tokens[k].start >= mention[0].end), len(tokens))
            if after + 1 < len(tokens) and tokens[after].lower in ("and", "or"):
                joined = words_.at(after + 1) or (words_.at(after + 2) if after + 2 < len(tokens) else None)
                if joined is not None:
                    yield Found(joined[1], "perpetrator", joined[0], "accused", None, True, "accused")
            return
        if tokens[j].kind == "punct" or tokens[j].lower in ("for", "that", "in", "on", "at"):
            return


def _is_of_deed(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows "of" is a deed: "accused X of carrying out the attack", not "an accomplice"."""
    for j in range(at + 1, min(at + _REACH, len(tokens))):
        near = {t.lower for t in tokens[j : j + 4]}
        if tokens[j].kind == "punct" or not _PARTNER.isdisjoint(near):
            return False
        if tokens[j].lower in _FOR and any(t.lower in DEEDS for t in tokens[j + 1 : j + 4]):
            return True
        if tokens[j].lower == "as" and any(t.lower in _SUSPECTS for t in tokens[j + 1 : j + _REACH]):
            return True  # "accused X as one of the suspects"
        if tokens[j].lower == "by" and _is_doing(tokens, j + 1):
            return True  # "accused X of breaking the truce by killing ten people"
    return False


def _is_doing(tokens: Sequence[Token], at: int) -> bool:
    """Whether a deed in -ing stands at a token: "killing"."""
    return at < len(tokens) and tokens[at].lower in DEEDS and tokens[at].lower.endswith("ing")


def _is_denied(tokens: Sequence[Token], start: int) -> bool:
    before = [t.lower for t in tokens if t.end <= start][-8:]
    if "but" in before:  # "no group claimed it, but officials suspected X"
        before = before[before.index("but") :]
    return bool(_NOT & set(before)) or any(w.endswith(("n't", "n’t")) for w in before)
