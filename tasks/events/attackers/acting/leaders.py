"""By whom those who rose in a coup, a mutiny or a rebellion were led, where no person is a party yet.

- "rebel soldiers led by Colonel X" (anywhere in what tells of the event)
- "Led by Major X, some 70 men left the barracks"
- "the 1951 revolt of the Y ... was led by X" (of the article's own event, in its lead)
"""

from __future__ import annotations

from collections.abc import Collection

from tasks.events.sections import own_body
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.span import Span

LED = frozenset(("led", "headed", "commanded"))
_TITLES = r"(?:the |an? )?(?:[a-z-]+ ){0,3}$"
_RISEN_LED = late_pattern(  # not "loyal troops led by"
    r"(?<!loyal )(?<!loyalist )(?<!government )\b(?:soldiers|officers|paratroopers|sailors|cadets|guardsmen"
    r"|rebels|mutineers|insurgents|plotters|putschists|conspirators|rebel [a-z]+)"
    r"(?: (?:from|of|in) [^,;.]{1,40})?,? (?:initially |jointly |reportedly )?(?:led|headed|commanded) by "
    rf"{_TITLES}"
)
_PUTS_DOWN = late_pattern(
    r"[^.;]{0,30}\b(?:retook|recaptured|retake|recapture|suppressed?|put down|crush(?:ed)?|free[ds]?"
    r"|surrounded|arrest(?:ed)?|restored?|quell(?:ed)?|defeat(?:ed)?)\b"
)
_FIRST_LED = late_pattern(rf"^(?:Jointly )?(?:Led|Headed|Commanded) by {_TITLES}")
_MEN_BEHIND = late_pattern(
    r",? (?:about |some |around |up to |over |more than |nearly |an? |the )*"
    r"(?:[\d,]+ |dozens of |hundreds of )?(?:[a-z]+ ){0,2}"
    r"(?:men|soldiers|officers|paratroopers|rebels|mutineers|sailors|troops|cadets|insurgents)\b"
)
_RISING_LED = late_pattern(
    rf"^The (?:[^.;]{{0,60}} )?{deed('rising', 'one')}(?: d'état| attempt)?\b"
    rf"[^.;]{{0,160}} was (?:[a-z]+ )?(?:led|headed) by {_TITLES}",
)


def leader(document: Document, taken: Collection[str], actors: ActorBook) -> list[EventActor]:
    """Return the person by whom those who rose are said to have been led, the first one that is told."""
    lead_end = document.lead[-1].index if document.lead else -1
    for sentence in (*document.lead, *own_body(document)):
        first = sentence.lower[0] if sentence.lower else ""
        if (LED.isdisjoint(sentence.words) and first not in LED) or "had" in sentence.words:
            continue  # "had": in an earlier one
        for span, key in sentence_words(sentence, actors).mentions:
            actor = actors.actors.get(key)
            if key in taken or actor is None or actor.kind != "person":
                continue
            if _is_led_by(document, sentence, span, is_lead=sentence.index <= lead_end):
                return [EventActor(key, "perpetrator", span, "leader")]
    return []


def _is_led_by(document: Document, sentence: Sentence, span: Span, *, is_lead: bool) -> bool:
    """Whether the words before a person say that those who rose were led by them."""
    before = document.text[sentence.span.start : span.start]
    if _FIRST_LED.search(before) is not None:
        return _MEN_BEHIND.match(document.text, span.end, sentence.span.end) is not None
    if is_lead:
        return _RISING_LED.search(before) is not None
    is_led = _RISEN_LED.search(before) is not None
    return is_led and _PUTS_DOWN.match(document.text, span.end, sentence.span.end) is None
