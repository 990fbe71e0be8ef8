"""Who did it beside those already known: the person or the cell whom the article ties to their deed.

- identified: "the ministry identified him as X", "named the gunman, the planner as X"
- leader: "the leader of the band, X, ...", "the kidnappers' leader, X,", in an article on no battle
- ordered: "found that the order to fire had been given by X"
- sentenced: "two of its members, X and Y, were sentenced", "its commander, X, was convicted"
- inquiry: "investigators put it down to the X cell", "the police held a local commander, X, responsible"

A group that others than who inquires blame stays out, and so does whom the article takes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tasks.events.attackers.blamed.accused import accused
from tasks.events.attackers.fitness import may_attack
from tasks.events.by_sentence import Stretches
from tasks.events.parties.battle_rules import tells_fight
from tasks.events.party_choice import is_part_of_other
from tasks.events.sections import told_sentences
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence, Token
from tasks.model.event import EventActor
from tasks.model.span import Span

_ONES = words("doer") | words("one_person")
_DETERMINERS = frozenset(("a", "an", "one", "another"))
_PHRASE = 6  # tokens of "a young man with"
_DOERS = words("doer") | words("attackers")
_ONE = any_of({*words("doer"), "killer", "murderer", "arsonist", "driver", "pilot", "knifeman", "attacker"})
_HEADS = r"(?:mastermind|planner|organi[sz]er|ringleader|leader|brains)"
_NAMES = frozenset(("identified", "identifies", "identify", "named", "names"))
_TITLE = r"(?:the |a certain |one |an? )?(?:[A-Z]?[\w’'-]+ ){0,3}$"
_AS = late_pattern(
    rf"\b(?:identif(?:ied|ies|y)|named|names) (?P<who>him|her|(?:the|its|their) (?:[\w-]+ ){{0,2}}"
    rf"(?:{_ONE}|{_HEADS})(?: of the \w+| behind (?:it|the \w+))?) (?:only )?as {_TITLE}"
    r"|\b(?P<he>[Hh]e|[Ss]he) (?:was|has been|had been) (?:later |since |subsequently )?(?:identified|named)"
    rf"(?: by [^,.;]{{1,30}})? as {_TITLE}"
)
_BAND = any_of(
    {*words("attackers"), "band", "gang", "cell", "squad", "plotters", "conspirators", "rioters", "mob"}
)
_LEADER = late_pattern(
    rf"\b[Tt]he (?:leader|chief|head|commander) of the (?:{_BAND}), $"
    rf"|\b[Tt]he (?:{_BAND})['’]s? (?:leader|chief), $"
)
_ORDER = late_pattern(
    r"\borders?(?: to (?:fire|shoot|open fire|kill|attack))?"
    r" (?:had been|has been|was|were) given by (?:the )?$"
)
_ACTS = words("act") | words("hit") | {"stabbed", "shot", "killed", "opened", "drove", "rammed", "fired"}
_SINGLE = late_pattern(  # "a man with a knife stabbed four passengers"
    r"\b[Aa]n? (?:[\w-]+ ){0,4}?(?:man|woman|youth|teenager|student|boy|girl|pupil|soldier|driver)\b"
    rf"(?P<between>[^.;]{{0,90}}?) (?:{any_of(_ACTS)})\b"
)
_PASSIVE = late_pattern(r"\b(?:was|were|is|been|being)\b")
_INQUIRES = words("inquirer")
_CELLS = words("cell_of_group")
_SKIPPED = frozenset(("had", "has", "later", "also", "afterwards", "itself"))
_OF_GROUP = late_pattern(
    r"\bof (?:its|the group['’]s) (?:own )?(?:members|men|fighters|followers|leaders), (?:[A-ZÀ-Þ][\w'’-]+ )*"
    r"(?:and )?(?:[A-Z][a-z]+ )?$"
    r"|\b(?:[Ww]hose|[Ii]ts|the (?:unit|group|cell|gang)['’]s) (?:then )?(?:commander|leader|chief|head), $"
)
_SENTENCED = late_pattern(
    r"(?: and [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)?,? (?:was|were) (?:later |subsequently )?"
    r"(?:convicted|sentenced|jailed|found guilty|imprisoned)\b"
)
_GUILT = frozenset(("convicted", "sentenced", "jailed", "guilty", "imprisoned"))
_CLAIMING = ("armed_group", "organisation", "unknown", "party")
_GROUPS = ("armed_group", "organisation", "military", "unknown", "party")


def beside_group(
    document: Document, parties: Sequence[EventActor], actors: ActorBook, others: Stretches
) -> list[EventActor]:
    """Return the persons and cells that did it beside the perpetrators that there are, each once."""
    taken = {p.actor for p in parties if p.role in ("perpetrator", "target", "victim")}
    is_battle = tells_fight(document.article.title)
    are_groups = _are_groups(parties, actors)
    found: dict[str, EventActor] = {}
    sentences = told_sentences(document)
    for at, sentence in enumerate(sentences):
        before = sentences[at - 1] if at else None
        elsewhere = [span for _, span in others.get(sentence.index, ())]
        for one in _told(document, sentence, before, actors, is_battle=is_battle):
            is_new = (
                one.actor not in taken
                and one.actor not in found
                and (are_groups or one.rule not in ("accused", "convicted"))
            )
            if not is_new or any(s.contains(one.span) for s in elsewhere):
                continue
            if may_attack(one.actor, document, actors) and not is_part_of_other(one, parties, actors):
                found[one.actor] = one
    return list(found.values())


def _told(
    document: Document,
    sentence: Sentence,
    before: Sentence | None,
    actors: ActorBook,
    *,
    is_battle: bool,
) -> Iterator[EventActor]:
    """Yield whom one sentence ties to the deed."""
    here = sentence.words
    is_named, is_order = not _NAMES.isdisjoint(here), "given" in here
    is_led = not is_battle and not here.isdisjoint(("leader", "chief", "head", "commander"))
    is_guilty = not is_battle and not _GUILT.isdisjoint(here)
    if is_named or is_order or is_led or is_guilty:
        for span, key in sentence_words(sentence, actors).mentions:
            if actors.actors[key].kind != "person":
                continue
            ahead = document.text[sentence.span.start : span.start]
            match = _AS.search(ahead) if is_named else None
            if match is not None and _is_attacker(document, match, sentence, before):
                if _names_own(sentence, sentence.span.start + match.start(), actors):
                    continue
                yield EventActor(key, "perpetrator", span, "identified")
            elif is_order and _ORDER.search(ahead) is not None:
                yield EventActor(key, "perpetrator", span, "ordered", is_alleged=True)
            elif is_guilty and _is_sentenced(document, sentence, span, ahead):
                yield EventActor(key, "perpetrator", span, "convicted")
            elif is_led and _LEADER.search(ahead) is not None:
                yield EventActor(key, "perpetrator", span, "leader")
    if not _INQUIRES.isdisjoint(here) and not is_battle:
        yield from _held_by_inquiry(sentence, actors)


def _is_sentenced(document: Document, sentence: Sentence, span: Span, ahead: str) -> bool:
    """Whether a person is a member or the commander of the group, and was sentenced."""
    is_of_group = _OF_GROUP.search(ahead) is not None
    return is_of_group and _SENTENCED.match(document.text, span.end, sentence.span.end) is not None


def _are_groups(parties: Sequence[EventActor], actors: ActorBook) -> bool:
    """Whether all who did it are groups: whom an inquiry blames beside a state's forces did another thing."""
    acting = [actors.actors.get(p.actor) for p in parties if p.role == "perpetrator"]
    return all(a is not None and a.kind in _GROUPS and a.kind != "military" for a in acting)


def _names_own(sentence: Sentence, at: int, actors: ActorBook) -> bool:
    """Whether a group says there itself what its bomber was called: that names nobody else."""
    words_ = sentence_words(sentence, actors)
    verb = next((i for i, t in enumerate(words_.tokens) if t.start >= at), 0)
    while verb > 1 and words_.tokens[verb - 1].lower in _SKIPPED:
        verb -= 1
    before = words_.at(verb - 1) if verb else None
    return before is not None and actors.actors[before[1]].kind in _CLAIMING


def _is_attacker(
    document: Document, match: re.Match[str], sentence: Sentence, before: Sentence | None
) -> bool:
    """Whether a pronoun means one who attacked: him of whom this sentence or the one before tells so."""
    if match["who"] is not None and match["who"] not in ("him", "her"):
        return True
    own = [t for t in sentence.tokens if t.end <= sentence.span.start + match.start()]
    ahead = [*(before.tokens if before is not None else ()), *own]
    if _single_people(ahead) > 1:
        return False  # "a gunman shot a baker": either
    if not _DOERS.isdisjoint(t.lower for t in ahead):
        return True
    found = None if before is None else _SINGLE.search(document.text, before.span.start, before.span.end)
    return found is not None and _PASSIVE.search(found["between"]) is None


def _single_people(tokens: Sequence[Token]) -> int:
    """Return how many words for one person there are: "a young man", "the gunman"."""
    found = 0
    for i, token in enumerate(tokens):
        if token.lower not in _DETERMINERS:
            continue
        run = list(takewhile(lambda t: t.kind == "word", tokens[i + 1 : i + _PHRASE]))
        found += any(t.lower in _ONES or IS_PERSON_NOUN[t.lower] for t in run)
    return found


def _held_by_inquiry(sentence: Sentence, actors: ActorBook) -> Iterator[EventActor]:
    """Yield the person or the cell whom investigators hold responsible."""
    words_ = sentence_words(sentence, actors)
    for one in accused(words_, actors):
        actor = actors.actors[one.actor]
        is_cell = actor.kind in _GROUPS and actor.name.split()[-1].lower() in _CELLS
        ahead = {t.lower for t in sentence.tokens if t.end <= one.span.start}
        if (actor.kind == "person" or is_cell) and not _INQUIRES.isdisjoint(ahead):
            yield EventActor(one.actor, "perpetrator", one.span, "accused", is_alleged=True)
