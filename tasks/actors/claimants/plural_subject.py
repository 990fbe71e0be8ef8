"""Whom "they" stands for within a sentence that opens with several people.

"A group of six women were led in, where they told him", "The French answered with what they called a gift".
"""

from __future__ import annotations

from tasks.actors.claimants.speaker_kinds import kind_of_words
from tasks.actors.claimants.spoken_before import begin_of_subject
from tasks.actors.known.countries import countries
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Sentence
from tasks.model.span import Span

_OPENING = late_pattern(
    r"(?:(?:Earlier|Later|Meanwhile), |(?:On|In|At|By|After|During|When|As|Led) [^.;:\"“]{2,60}?, )?"
    r"(?P<np>(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Tt]wo|[Tt]hree"
    r"|[Aa] (?:group|number|crowd) of) )?"
    r"(?P<words>[^\W\d_][\w'’-]*(?: (?!of\b|in\b|who\b)[^\W\d_][\w'’-]*){0,3}?))"
    r"(?: (?:nominated|chosen|sent|led|elected|named) by the \w+)? (?:were|are|have|\w+ed)\b"
)
_THING = late_pattern(
    r"\w(?:ed|[a-z]t|ght) an? (?:[\w-]+ ){0,2}[\w-]+$"
)  # "intercepted a call | they believed"
_SHORT = frozenset({"men", "women"})
_BEHIND = ("where", "what", "which", "when", "because", "while", "how", "as")


def plural_subject(text: str, sentence: Span, pronoun: Span) -> Span | None:
    """Return the words, article included, for the people whom a sentence begins with and "they" takes up."""
    lead = text[sentence.start : pronoun.start].rstrip()
    takes_up = lead.rpartition(" ")[2].lower() in _BEHIND or _THING.search(lead) is not None
    found = _OPENING.match(text, sentence.start, pronoun.start) if takes_up else None
    if found is None or not _are_people(found["words"]):
        return None
    return Span(found.start("np"), found.end("np"))


def people_open(text: str, sentence: Sentence) -> Span | None:
    """Return the words for people without a name who are the subject of a sentence, if it has such a one."""
    found = _OPENING.match(text, begin_of_subject(sentence), sentence.span.end)
    if found is None or not _are_people(found["words"]) or any(map(str.isupper, found["words"])):
        return None
    return Span(found.start("np"), found.end("np"))


def _are_people(words: str) -> bool:
    last = words.split()[-1]
    if (
        IS_AGENT_PLURAL[last.lower()]
        or last in _SHORT
        or last in countries().adjectives
        or last in countries().plurals
    ):
        return True
    return last.endswith("s") and kind_of_words(words.lower()) not in ("unknown", "person", "media")
