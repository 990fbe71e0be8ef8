"""Two names for those who did it: the name under which a deed was claimed, and the group whose cover it was.

"X, a name used by members of Y", "X, a cover name of Y", "X, believed to be a front for Y": where one of
the two did it, so did the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.events.sentence_words import sentence_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_NOUNS = frozenset(("name", "cover", "covername", "pseudonym", "alias", "guerre", "front", "label"))
_NAME_OF = late_pattern(
    r"(?:\)|[\"”]?(?: \([^()]*\))?),? (?:(?:which|that) (?:is|was) "
    r"|(?:widely |generally )?(?:believed|thought|said|known|considered|held) (?:to (?:be|have been) )?)*"
    r"(?:an?|the) (?:[a-z-]+ )?"
    r"(?:cover ?name|name|pseudonym|alias|nom de guerre|cover|label|front)"
    r"(?:(?: (?:that|which))?(?: (?:is|was|has been|had been))?(?: [a-z]+)? (?:used|employed|adopted) by"
    r"| (?:for|of))(?: (?:some |certain )?(?:members|elements|units|men|fighters) (?:of|from|within))?"
    r"(?: the)? [\"“]?"
)
_KINDS = ("armed_group", "organisation", "party", "military", "unknown")


def under_cover(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the other name, alleged as the one that is known is, of perpetrators with two."""
    known = {p.actor: p for p in parties if p.role == "perpetrator"}
    found: dict[str, EventActor] = {}
    for pair in _pairs(document, actors) if known else ():
        for (_, key), (span, other) in (pair, pair[::-1]):
            if key in known and other not in known:
                party = EventActor(other, "perpetrator", None, known[key].is_alleged, None, span)
                found.setdefault(other, party)
    return list(found.values())


def _pairs(document: Document, actors: ActorBook) -> Iterator[tuple[tuple[Span, str], tuple[Span, str]]]:
    """Yield a cover name and whose it is, each with where it stands."""
    for sentence in document.prose:
        if _NOUNS.isdisjoint(sentence.words):
            continue
        mentions = [
            m for m in sentence_words(sentence, actors).mentions if actors.actors[m[1]].kind in _KINDS
        ]
        for one, other in pairwise(mentions):
            if one[1] != other[1] and _NAME_OF.fullmatch(document.text, one[0].end, other[0].start):
                yield one, other
