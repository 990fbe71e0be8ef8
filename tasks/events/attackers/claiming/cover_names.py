"""Two names for those who did it: the name under which a deed was claimed, and the group whose cover it was.

"X, a name used by members of Y", "X, a cover name of Y", "X, believed to be a front for Y", "Y, using the
cover name X": where one of the two did it, so did the other.
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
_BY_NAME = late_pattern(  # "the Y, using the cover name X,": between Y and X
    r"(?:\)|[\"”]?(?: \([^()]*\))?),?(?: (?:which |who )?claimed (?:responsibility|it|the [a-z]+)"
    r"(?: for (?:the|this|both) [a-z]+)?)?,?"
    r" (?:using|under|with) (?:the|its|their) (?:[a-z-]+ )?"
    r"(?:cover ?-?name|pseudonym|alias|nom de guerre|cover|label|name)(?: of)?,?(?: the)? [\"“‘']?(?:the )?"
)
_KINDS = ("armed_group", "organisation", "party", "military", "unknown")


def under_cover(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the other name, alleged as the one that is known is, of perpetrators with two."""
    known = {p.actor: p for p in parties if p.role == "perpetrator"}
    found: dict[str, EventActor] = {}
    for pair in _pairs(document, actors) if known else ():
        for (_, key), (span, other) in (pair, pair[::-1]):
            if key in known and other not in known:
                party = EventActor(
                    other, "perpetrator", span, "under_cover", is_alleged=known[key].is_alleged
                )
                found.setdefault(other, party)
    return list(found.values())


def _pairs(document: Document, actors: ActorBook) -> Iterator[tuple[tuple[Span, str], tuple[Span, str]]]:
    """Yield a cover name and whose it is, each with where it stands."""
    for sentence in document.prose:
        if _NOUNS.isdisjoint(sentence.words):
            continue
        told = [(m, actors.actors[m[1]]) for m in sentence_words(sentence, actors).mentions]
        mentions = [m for m, a in told if a.kind in _KINDS and not a.name.islower()]
        for one, other in pairwise(mentions):
            if one[1] != other[1] and _ties(document.text, one[0].end, other[0].start):
                yield one, other


def _ties(text: str, end: int, start: int) -> bool:
    """Whether the words between two names say that one of them is the other's cover."""
    return any(pattern.fullmatch(text, end, start) is not None for pattern in (_NAME_OF, _BY_NAME))
