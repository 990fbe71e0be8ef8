"""The death of the one whose life an article tells is its own event, whatever date stands beside it.

"She had worked as a reporter for six years prior to her murder" tells of no murder six years before.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.context.whose_life import WhoseLife, whose_life
from tasks.events.candidate import Candidate
from tasks.lexicons.deeds import deeds
from tasks.model.document import Document, Token

_OF_PERSON = deeds("person", "one") | {"death"}
_OWN = frozenset(("his", "her"))


def without_own_death(document: Document, events: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the other events of an article but for those that are the death of the one whose life it is."""
    life = whose_life(document)
    if life is None:
        return tuple(events)
    return tuple([event for event in events if not _is_own(document, event, life)])


def _is_own(document: Document, event: Candidate, life: WhoseLife) -> bool:
    tokens = document.sentences[event.sentence].tokens
    at = event.trigger.first
    return 0 < at < len(tokens) and tokens[at].lower in _OF_PERSON and _is_of(tokens[at - 1], life)


def _is_of(token: Token, life: WhoseLife) -> bool:
    owner = token.text.removesuffix("’s").removesuffix("'s")
    return token.lower in _OWN or (owner != token.text and owner == life.surname)
