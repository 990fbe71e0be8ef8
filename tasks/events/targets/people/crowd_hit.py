"""The people of a crowd that was fired on, by the words that the article has for them.

"The police opened fire on the crowd", after "a crowd of 7,000 protesters went to the station": protesters.
What they protested against is no target then: who was fired on is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, read_phrase
from tasks.events.found import Found
from tasks.events.new_party import NewParty, party
from tasks.events.sections import own_sentences
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_PEOPLE = "demonstrators|protest[eo]rs|marchers|strikers"
_GATHERING = "(?:sit-in|rally|march|demonstration|protest|gathering|encampment|camp|picket)"
_HIT = late_pattern(
    r"\b(?:open(?:ed|ing) fire|fir(?:ed|ing)(?: shots)?|shot|shooting|attack(?:ed|ing)|charg(?:ed|ing)"
    r"|ploughed|plowed|drove|exploded|detonated)(?: (?!by\b)\w+){0,3}? (?:on|at|into|in|upon)? ?"
    rf"(?:(?:the|a large|a) crowds?\b|(?:the |unarmed |peaceful )*(?P<who>{_PEOPLE})\b)"
    rf"|\bdispers(?:e|ed|ing) (?:\w+ ){{0,3}}?{_GATHERING} (?:by|of) (?:\w+ ){{0,2}}?(?P<held>{_PEOPLE})\b"
    rf"|\b(?P<hit>{_PEOPLE}) (?:were|was|had been) (?:\w+ly )?(?:shot|fired (?:up)?on|killed|attacked"
    r"|gunned down|mown down|beaten)\b"
)
_PROTEST = late_pattern(r"\b(?:protest\w*|demonstrat\w+|rall(?:y|ies)|march\w*) against(?: \w+){0,3} ?$")
FIRED_ON = "fired_on"  # method of those who were told as demonstrators, and fired on
_REACH = 60  # code points
_CROWD = frozenset(("crowd", "crowds"))
_HIT_WORDS = _CROWD | {"demonstrators", "protesters", "protestors", "marchers", "strikers"}


def crowd_hit(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people of the crowd that the article's own event hit, if it says who they were."""
    own = list(own_sentences(document))
    hit = [
        match
        for s in own
        if not _HIT_WORDS.isdisjoint(s.words)
        and (match := _HIT.search(document.text, s.span.start, s.span.end)) is not None
    ]
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
    who = [(match.lastgroup, Span(*match.span(match.lastgroup))) for match in hit if match.lastgroup]
    return [
        party(document, span, "target", "civilians", "people" if group == "held" else FIRED_ON)
        for group, span in who
    ][:1]


def without_protested(found: Sequence[Found], document: Document, new: Sequence[NewParty]) -> list[Found]:
    """Return the findings without what people who were fired on had protested against."""
    if not any(n.mention.method in (FIRED_ON, "people") and n.role == "target" for n in new):
        return list(found)
    return [
        f
        for f in found
        if f.role != "target"
        or not _PROTEST.search(document.text, max(0, f.span.start - _REACH), f.span.start)
    ]


def _crowds(sentence: Sentence) -> Iterator[SlotPhrase]:
    for i in sentence.places(_CROWD):
        if i + 2 < len(sentence.tokens) and sentence.tokens[i + 1].lower == "of":
            at = i + 2 + (sentence.tokens[i + 2].lower in ("about", "roughly", "perhaps", "well"))
            phrase = read_phrase(sentence.tokens, at)
            if phrase is not None and phrase.kind == "people":
                yield phrase
