"""Whom or what those who attacked set upon, by whatever verb, where an article names no target otherwise.

"They burst into the dormitory", "the rebels marched on the mission": the other rules know the verbs that
mean an attack wherever they stand.  Behind one who is known to have attacked here many more do
(`assault_phrases.csv`).  A phrase in an article without a known attacker is not read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from tasks.events.how_they_came import CAME, behind_coming
from tasks.events.new_party import NewParty, its_part
from tasks.events.sections import own_sentences
from tasks.events.subject_verb import is_verb
from tasks.events.targets.struck.struck_object import struck_object
from tasks.lexicons.construction_words import words
from tasks.lexicons.load import load
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.order import START

_FIRST = 8  # sentences that tell of the article's own event
_NEAR = 40  # code points between who attacked and the verb
_ATTACKERS = words("attackers") | words("risen")
_YEAR = re.compile(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")
_BETWEEN = re.compile(
    r"(?:,[^,.;]{1,38},)? "
    r"(?:(?:had|then|also|later|first|soon|next|who|which|again|twice|simply|even|and|\w+ly) )*"
)


def set_upon(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return whom or what the known attackers set upon, and its part; nothing where a target is known."""
    if any(p.role == "target" for p in parties):
        return [], []
    acting = {p.actor for p in parties if p.role == "perpetrator"}
    if not acting:
        return [], []
    for sentence, at, kind in _phrases(document, actors, acting):
        new = struck_object(document, actors, sentence, at, acting, "set_upon", is_force=kind == "force")
        if new is not None:
            return [new], [its_part(new)]
    return [], []


def _phrases(document: Document, actors: ActorBook, acting: set[str]) -> Iterator[tuple[Sentence, int, str]]:
    """Yield each sentence in which an attacker does such a thing, where the object begins and its kind."""
    verbs, kinds = _verbs()
    for number, sentence in enumerate(own_sentences(document)[:_FIRST]):
        text = sentence.span.of(document.text)
        if number and _YEAR.search(text):
            continue  # of another time
        for end in _subjects(sentence, actors, acting):
            begin = end - sentence.span.start
            between = _BETWEEN.match(text, begin, begin + _NEAR)
            verb = verbs.match(text, between.end()) if between is not None else None
            if verb is not None:
                yield sentence, sentence.span.start + verb.end() + 1, kinds[verb.group()]


def _subjects(sentence: Sentence, actors: ActorBook, acting: set[str]) -> list[int]:
    """Return where words for those who attacked end, in their order."""
    named = [m.span.end for m in actors.overlapping(sentence.span) if m.actor in acting]
    ends = sorted([*named, *(sentence.tokens[i].end for i in sentence.places(_ATTACKERS))])
    return ends if CAME.isdisjoint(sentence.words) else [_behind_coming(sentence, end) for end in ends]


def _behind_coming(sentence: Sentence, end: int) -> int:
    """Return where the words end for those who attacked and how they came: "gunmen on motorbikes"."""
    at = bisect_left(sentence.tokens, end, key=START)
    verb = behind_coming(sentence.tokens, at, is_verb) if at < len(sentence.tokens) else at
    return sentence.tokens[verb - 1].end if verb > at else end


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of all forms and, by form, what its object may be."""
    kinds: dict[str, str] = {}
    for row in load("assault_phrases"):
        single = " " not in row["phrase"]
        pasts = row["past"].split() if single else [row["past"]]
        for form in (row["present"], row["gerund"], *pasts):
            kinds[form] = row["object"]
    longest = sorted(kinds, key=lambda form: (-len(form), form))
    return re.compile(rf"(?:{'|'.join(longest)})(?= )"), kinds
