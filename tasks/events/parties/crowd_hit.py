"""The people of a crowd that was fired on, by the words that the article has for them.

"The police opened fire on the crowd", after "a crowd of 7,000 protesters went to the station": protesters.
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.events.new_party import NewParty, party
from tasks.events.parties.slot_phrase import SlotPhrase, read_phrase
from tasks.events.sections import own_sentences
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence

_HIT = late_pattern(
    r"\b(?:open(?:ed|ing) fire|fir(?:ed|ing)(?: shots)?|shot|shooting|attack(?:ed|ing)|charg(?:ed|ing)"
    r"|ploughed|plowed|drove|exploded|detonated)(?: \w+){0,3}? (?:on|at|into|in|upon)? ?"
    r"(?:the|a large|a) crowds?\b(?! of)"
)
_CROWD = frozenset(("crowd", "crowds"))


def crowd_hit(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people of the crowd that the article's own event hit, if it says who they were."""
    own = list(own_sentences(document))
    hit = [s for s in own if not _CROWD.isdisjoint(s.words) and _HIT.search(s.span.of(document.text))]
    if not hit:
        return []
    for sentence in own:
        for phrase in _crowds(sentence):
            known = next((m for m in actors.overlapping(phrase.span)), None)
            if known is None:
                return [party(document, phrase.span, "target", "civilians", "people")]
            if actors.actors[known.actor].kind == "civilians":
                return [
                    NewParty(
                        actors.actors[known.actor],
                        Mention(known.span, known.actor, "name", "people"),
                        "target",
                    )
                ]
    return []


def _crowds(sentence: Sentence) -> Iterator[SlotPhrase]:
    for i in sentence.places(_CROWD):
        if i + 2 < len(sentence.tokens) and sentence.tokens[i + 1].lower == "of":
            at = i + 2 + (sentence.tokens[i + 2].lower in ("about", "roughly", "perhaps", "well"))
            phrase = read_phrase(sentence.tokens, at)
            if phrase is not None and phrase.kind == "people":
                yield phrase
