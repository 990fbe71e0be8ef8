"""Articles that are about no event of violence: a person, a company, a film, a month.

Each article has one main event, that of its title; of these it has no type, nobody did it, and nobody who
died in what the article tells further down died in it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.dates.report_day import dateline
from tasks.events.triggers import UNKNOWN, Trigger, violent_triggers
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document, Sentence
from tasks.model.event import Event

_SHIPS = words("ship_prefix")
_PARTS = ("perpetrator", "target", "victim")
_FIELDS = (
    "casualties",
    "combatant",
    "fatalities",
    "hostages",
    "injuries",
    "missing",
    "perpetrator",
    "suspects",
    "target",
    "victim",
)  # an infobox with one of them is about an event
_HURT = words("suffers") | {"killing", "dead", "died", "injuring", "wounding", "casualties"}
_NAMES_ONE = re.compile(  # "2018 Osk terrorism plot", "Osk affair", "Sinking of the Osk", "Osk Air Flight 7"
    r"\b(?:1\d|20)\d\d\b|\bFlight [\w-]*\d"
    r"|\b(?:plot|agitation|affair|incident|crisis|disaster|unrest|trial|case|attempt|purge|scandal)s?\b"
    r"|\b(?:\w+ing|loss|fall|seizure|capture|escape|death|disappearance|battle|fire) of\b",
    re.IGNORECASE,
)
_DEATH = late_pattern(rf"(?:death|{deed('person', 'one')})\b", re.IGNORECASE)  # of a person
_TIMES = ("Revolution", "War", "Wars")
_HEAD = 3  # sentences of the lead that say what the article is about


def tells_no_event(document: Document, event: Event) -> bool:
    """Whether an article's own event is none of violence: no word of its head tells one, and no box does."""
    if not event.is_main or (event.event_type, event.sub_event_type) != (
        UNKNOWN.event_type,
        UNKNOWN.sub_event_type,
    ):
        return False
    if dateline(document) is not None:
        return False  # a report tells what happened
    title = document.article.title
    if _NAMES_ONE.search(title) or not _SHIPS.isdisjoint(title.split()):
        return False  # a ship's story is that of her loss
    if any((f.name or "").startswith(_FIELDS) for f in document.article.infobox):
        return False
    head = (document.lead or document.prose)[:_HEAD]
    if any(tells_violence(document, s) or not s.words.isdisjoint(_HURT) for s in head):
        return False
    return not any(violent_triggers(s) for s in document.prose if _DEATH.match(document.heading_of(s)))


def tells_violence(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence tells of violence, other than of the war or revolution in which something was."""
    return any(not is_of_time(document, sentence, t) for t in violent_triggers(sentence))


def is_of_time(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a name of a war or a revolution says when something was: "during the French Revolution"."""
    noun, at = sentence.tokens[trigger.last].text, trigger.first
    if noun not in _TIMES or noun in document.article.title.partition(" (")[0] or not at:
        return False
    return sentence.tokens[at - 1].text[:1].isupper()


def without_parts_of_violence(document: Document, event: Event) -> Event:
    """Return an article's own event without attackers and attacked, where it is none of violence."""
    if not any(p.role in _PARTS for p in event.actors) or not tells_no_event(document, event):
        return event
    return replace(event, actors=tuple([p for p in event.actors if p.role not in _PARTS]))
