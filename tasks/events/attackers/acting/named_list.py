"""Attackers whom a list right behind a word for them names: "the three gunmen—A, B and C—had been trained".

The same behind people by whom it was done: "was planned by four students: A, B, C and D".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.events.new_party import NewParty, party
from tasks.events.sections import own_sentences
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_PLURAL = frozenset(f"{noun}s" for noun in words("attacker") if not noun.endswith(("s", "man"))) | {"gunmen"}
_MEN = (
    words("band")
    | words("members")
    | {"men", "women", "students", "youths", "brothers", "people", "teenagers"}
)
_WORD = r"(?![a-zß-öø-ÿ\d_])\w(?:[\w'’-]*[\w'’]|\.)?"  # with a capital
_NAME = rf"{_WORD}(?: (?:{_WORD}|al-\w+|bin|ibn|de|da|van|von|der))*"
_BROTHERS = r"(?:(?:the|his) (?:brothers|sisters|cousins|twins) )?"
_LIST = rf"(?P<names>{_BROTHERS}{_NAME}(?:(?:,? and|,) {_BROTHERS}{_NAME})+)"
_LISTED = (
    rf"(?:{any_of(_PLURAL)})"
    rf"(?: ?[—–(:] ?|, (?:(?:later |who were )?(?:identified|named) as )?){_LIST}(?=[ ,;:.)—–]|$)"
)
_ATTACKERS = late_pattern(rf"\b(?P<before>(?:[\w-]+ ){{0,3}}){_LISTED}")
_MAY_BE_ATTACKERS = late_pattern(_LISTED)  # which is not tried at each word of a sentence
_DONE_BY = late_pattern(
    r"\b(?:planned|organised|organized|masterminded|committed|perpetrated|carried out|staged) by "
    rf"(?P<before>(?:[\w-]+ ){{0,3}})(?:{any_of(_MEN)})(?: (?:from|of|in) [^.;:—–]{{1,50}})?"
    rf"(?:: | ?[—–] ?){_LIST}(?=[ ,;:.)—–]|$)"
)
_DOUBT = late_pattern(r"\b(?:alleged|suspected|presumed|accused)\b")
_JOINT = re.compile(rf",? and {_BROTHERS}|, {_BROTHERS}|^{_BROTHERS}")
_FORMS = _PLURAL | _MEN


def named_list(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the persons of the first such list, alleged where they are only suspected."""
    for sentence in own_sentences(document):
        if _FORMS.isdisjoint(sentence.words):
            continue
        begin, end = sentence.span.start, sentence.span.end
        for pattern in (_ATTACKERS, _DONE_BY):
            may_match = (
                "by" in sentence.words
                if pattern is _DONE_BY
                else _MAY_BE_ATTACKERS.search(document.text, begin, end) is not None
            )
            match = pattern.search(document.text, begin, end) if may_match else None
            found = [] if match is None else [*_persons(document, actors, sentence, match)]
            if len(found) > 1:
                return found
    return []


def _persons(
    document: Document, actors: ActorBook, sentence: Sentence, match: re.Match[str]
) -> Iterator[NewParty]:
    is_alleged = _DOUBT.search(match["before"]) is not None
    at, end = match.span("names")
    while at < end:
        joint = _JOINT.search(document.text, at + 1, end)
        stop = end if joint is None else joint.start()
        opening = _BROTHERS_AHEAD.match(document.text, at, stop)
        span = Span(at if opening is None else opening.end(), stop)
        yield from _person(document, actors, span, is_alleged=is_alleged)
        at = end if joint is None else joint.end()


_BROTHERS_AHEAD = late_pattern(r"(?:the|his) (?:brothers|sisters|cousins|twins) ")


def _person(document: Document, actors: ActorBook, span: Span, *, is_alleged: bool) -> Iterator[NewParty]:
    known = next((m for m in actors.overlapping(span) if m.span.overlaps(span)), None)
    if known is None:
        if " " in span.of(document.text):
            yield party(document, span, "perpetrator", "person", "listed_attackers", is_alleged=is_alleged)
        return
    actor = actors.actors[known.actor]
    if actor.kind in ("person", "unknown"):
        mention = Mention(known.span, actor.key, "name", "listed_attackers")
        yield NewParty(actor, mention, "perpetrator", is_alleged=is_alleged)
