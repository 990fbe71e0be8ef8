"""The two communities of a clash, a riot or a feud, and which of them attacked.

- sides: "clashes between A farmers, who ..., and B and C Muslims", "violence between As and Bs"
- who attacked: "A youths with machetes set upon the B quarter", "mobs of As attacked"

The first sentence that has people of one side attack tells it; where none does neither side is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.events.new_party import NewParty, its_part, party
from tasks.events.sections import told_sentences
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, verbs_that, words_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_TITLE = late_pattern(
    r"\b(?:clash\w*|riot\w*|violence|pogroms?|feud|fighting|conflict|unrest)\b", re.IGNORECASE
)
_NAME = r"[A-ZÀ-Þ][\w'’-]+"
_PEOPLE = any_of(words("of_community"))
_SIDE = rf"(?:the |ethnic |local |mainly |mostly )*(?P<{{0}}>{_NAME})(?: (?P<{{0}}_noun>{_PEOPLE}))?"
_BETWEEN = late_pattern(
    rf"\bbetween {_SIDE.format('one')}(?:, (?:who|which|a) [^,.;]{{1,60}},)?"
    rf" and {_SIDE.format('two')}(?: and (?P<three>{_NAME}))?(?: (?:{_PEOPLE}))?"
)
_COMMUNAL = frozenset(
    (
        "communal",
        "intercommunal",
        "inter-communal",
        "ethnic",
        "tribal",
        "tribes",
        "clans",
        "sectarian",
        "clan",
    )
)
_ACTS = words_of(verbs_that(("attacks", "kills", "harms", "destroys", "robs")), "past") | {"shot", "burnt"}
_ATTACK = (
    r"\b(?:(?:mobs?|gangs?|crowds?|bands?|groups?) of )?{0}(?: (?:{1}))?\b"
    r"(?P<between>[^.;]{{0,60}}?) (?:{2}|set upon|set fire to|fell (?:up)?on|opened fire on)\b"
    r"(?! by\b| in\b| each other| one another)"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|who|which|by|fled)\b")
_RULE = "communal"


def communal_sides(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return the communities that attacked and were attacked, where nobody has that part, and their parts."""
    if _TITLE.search(document.article.title) is None or not document.lead:
        return [], []
    sides = _sides(document)
    if sides is None:
        return [], []
    first = _attacking(document, sides)
    if first is None:
        return [], []
    attacking, attacked = (sides[0], sides[1]) if first == 0 else (sides[1], sides[0])
    acting = {p.actor for p in parties if p.role == "perpetrator"}
    is_aimed = any(p.role == "target" for p in parties)
    new = [_made(document, actors, span, "perpetrator") for span in attacking]
    targets = [_made(document, actors, span, "target") for span in attacked]
    if acting & {t.actor.key for t in targets}:
        return [], []  # told otherwise
    new = [n for n in new if n.actor.key not in acting] + ([] if is_aimed else targets)
    return new, [its_part(n) for n in new]


def _sides(document: Document) -> tuple[list[Span], list[Span]] | None:
    """Return the names of the two sides, None if the lead names no two communities."""
    for sentence in document.lead[:2]:
        if "between" not in sentence.words:
            continue
        match = _BETWEEN.search(document.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        are_people = match["one_noun"] or match["two_noun"] or not _COMMUNAL.isdisjoint(sentence.words)
        if are_people:
            second = [Span(*match.span(n)) for n in ("two", "three") if match[n]]
            return [Span(*match.span("one"))], second
    return None


def _attacking(document: Document, sides: tuple[list[Span], list[Span]]) -> int | None:
    """Return which side the first sentence shows attacking that shows one, None if none does."""
    for sentence in told_sentences(document):
        starts = sorted(_starts(document, sentence.span, sides))
        if starts:
            return starts[0][1]
    return None


def _starts(
    document: Document, where: Span, sides: tuple[list[Span], list[Span]]
) -> Iterator[tuple[int, int]]:
    """Yield where people of a side attack in a sentence, with the side's number."""
    for number, side in enumerate(sides):
        for span in side:
            name = re.escape(span.of(document.text))
            pattern = re.compile(_ATTACK.format(name, _PEOPLE, any_of(_ACTS)))
            match = pattern.search(document.text, where.start, where.end)
            if match is None or _PASSIVE.search(match["between"]) is not None:
                continue
            # Not "A and B men attacked each other".
            others = (one.of(document.text) for one in (*sides[0], *sides[1]) if one != span)
            if not any(other in match["between"] for other in others):
                yield match.start(), number


def _made(document: Document, actors: ActorBook, span: Span, role: Role) -> NewParty:
    """Return the community that is named at a place, an actor already or a new one."""
    known = next((m for m in actors.overlapping(span) if m.span.start == span.start), None)
    if known is None:
        return party(document, span, role, "civilians", _RULE)
    return NewParty(actors.actors[known.actor], Mention(known.span, known.actor, "name", _RULE), role)
