"""The day on which the lead says that the article's own event ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tasks.events.by_sentence import dates_in
from tasks.events.main.when.departures import went_away
from tasks.events.main.when.held import is_gone_in, is_of_captives, is_set_free, is_soon
from tasks.events.main.when.how_it_ended import is_outcome, may_tell_outcome
from tasks.events.sections import own_body
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

LONGEST = timedelta(days=400)
_LONGEST_OF_ALL = timedelta(days=1500)  # of a rebellion or a siege
CLOSING = late_pattern(
    r"\b(?:(?:re)?captur\w+|end(?:ed|ing)|fell|conclud\w+|culminat\w+|victory|defeat(?:ed)?|withdr\w+"
    r"|surrender\w*|liberat\w+|until)\b[^.]{0,70}$"
)
_LASTED = late_pattern(
    r"\b(?:lasted|raged|fought|took place|ran|spanned|waged|went on|continued)\b[^.;]{0,40}$"
)
_TWO_DAYS = 4  # hyphens of two whole days
_NOUN = late_pattern(r"\b(?:siege|battle|offensive|campaign|blockade)\b", re.IGNORECASE)
_ENDS = frozenset(("ending", "end", "lifting"))
_ENDS_IT = (
    r"(?:\bending|(?:bringing|brought|put|putting) an end to|marking the end of|\blifting) the (?:\w+ )?"
)
_TAKEN = late_pattern(
    r"\b(?:took|taken|retook|retaken|stormed|overr[au]n)\b(?! (?:place|up|part))[^.;]{0,50}$"
)
_LONG = late_pattern(rf"\b(?:campaign|siege|occupation|{deed('rising', 'one')})\b", re.IGNORECASE)
_STORMED = late_pattern(  # "from the school, which was stormed next morning"
    r"\b(?:it|they|which|that|and|(?:town|village|building|compound|camp|base|hill|position|garrison)) "
    r"(?:was|were) (?:finally |then )?(?:stormed|taken|retaken|recaptured|cleared|overrun|relieved)\b"
    r"[^.;]{0,30}$"
)
_SOON = timedelta(days=10)
_LAST = late_pattern(r"\bthe last (?:of the )?(?:\w+ ){1,4}(?:were|was|gave|surrendered)\b[^.;]{0,60}$", re.I)
_ENDED = late_pattern(
    r"\b(?:did not (?:end|cease|stop|subside|abate)|ended|concluded|ceased|stopped|finished"
    r"|came to an end|died down|subsided|collapsed|was completed"
    r"|(?:was|were) (?:crushed|quelled|suppressed|put down|called off|lifted|declared over|brought to an end)"
    r"|(?:last(?:ed|ing)|continued|went on|raged)\b[^.;]{0,50}?\b(?:until|till|to|through|into))\b"
    r"[^.;]{0,60}$"
)
_RULES = late_pattern(  # what is in force because of it ends on a day of its own
    r"\b(?:curfew|mourning|state of emergency|martial law|ban|blackout|strike|holiday|"
    r"(?:schools?|shops|banks) (?:\w+ )?(?:closed|shut))\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_FELL = late_pattern(  # what the battle was for: "It was captured on 2 March"
    r"^(?:It|The (?:town|city|village|fort|fortress|island|base|airport|garrison)) (?:finally |eventually )?"
    r"(?:(?:was|were) (?:captured|taken|liberated)|fell|surrendered)\b[^.;]{0,40}$"
)
_OF_BODY = late_pattern(  # "opposed to the Osk Assembly, which collapsed on 28 May"
    r"\b(?:assembly|parliament|government|council|coalition|cabinet|agreement|treaty|truce|ceasefire"
    r"|talks),? (?:that|which) (?:had |was )?$",
    re.IGNORECASE,
)
_WORD = late_pattern(r"\w+")
_SUBJECTS = words("lasting") - {"that", "negotiation", "talk", "strike"} | {"and", "stand"}
_CROWDED = late_pattern(
    r"\b(?:riots?|march|protests?|battle|siege|clash(?:es)?|pogroms?|disturbances|unrest|demonstrations?|"
    rf"{deed('rising')})\b",
    re.IGNORECASE,
)
_THEN = late_pattern(
    r",? (?:the|more|a|an) (?:\w+ )?"
    r"(?:crowds?|mobs?|rioters|rioting|protesters|demonstrators|marchers|mutineers|rebels|insurgents|fighting|"
    r"violence|looting|shelling|clashes) (?!said|claimed|announced|laid|gathered|mourned)[a-z]+\b"
    r"|,? the [A-Z][^.;]{0,140}? "
    r"(?:(?:was|were) (?:captured|taken|stormed|seized|occupied|overrun)|fell|surrendered)\b"
)
_SHORT = 3  # letters: "of", "in"
_REACH = 75  # code points from what ended to the verb


@dataclass(frozen=True, slots=True)
class _Told:
    """What the lead has told so far: the sentence of the first day, and whether the event lasts."""

    document: Document
    main: DateExpression
    main_sentence: int | None
    is_lasting: bool
    is_long: bool


def ended(
    document: Document, dates: Sequence[DateExpression], main: DateExpression, *, is_lasting: bool
) -> DateExpression | None:
    """Return the day on which the lead says that the event of a first day ended, None if it says none.

    "It ended on 22 July", "the hostages were freed on the 26th"; of a battle also the day of its outcome:
    "attacked on 25 May, and took it by 1 June", and of what is no single battle wherever that is told.
    """
    if main.start is None or main.end is None:
        return None
    is_long = _LONG.search(document.article.title) is not None
    longest = _LONGEST_OF_ALL if is_long else LONGEST
    by_sentence = dates_in(document, dates)
    main_sentence = next((i for i, told in by_sentence.items() if main in told), None)
    told = _Told(document, main, main_sentence, is_lasting, is_long)
    outcome = None
    may_yield = is_lasting or _CROWDED.search(document.article.title) is not None
    for sentence in document.lead:
        every = by_sentence.get(sentence.index, ())
        whole = next((d for d in every if _is_whole(document, main, d)), None)
        if whole is not None and whole.end is not None and whole.end <= main.start + longest:
            return replace(whole, start=whole.end, edtf=whole.end.isoformat(), prec=1)
        inside = [d for d in every if d.prec <= 2]
        for day in inside:
            if day.start is None or not main.end < day.start <= main.start + longest:
                continue
            if _ends_on(told, sentence, inside, day):
                return day
            if may_yield and may_tell_outcome(sentence) and is_outcome(document, sentence, day):
                outcome = day
    return outcome


def ended_in_body(
    document: Document, dates: Sequence[DateExpression], main: DateExpression
) -> DateExpression | None:
    """Return the day on which a section says that the title's battle or siege ended, None if none does.

    "On 31 March the army retook the highway, ending the siege": what is told of later days came after.
    """
    noun = _NOUN.search(document.article.title)
    if noun is None or main.start is None:
        return None
    ending = re.compile(rf"{_ENDS_IT}{noun[0].lower()}\b")
    by_sentence = dates_in(document, dates)
    for sentence in own_body(document):
        days = by_sentence.get(sentence.index, ())
        if not days or _ENDS.isdisjoint(sentence.words) or not ending.search(sentence.span.of(document.text)):
            continue
        day = days[0]
        if day.prec == 1 and day.start is not None and main.start < day.start <= main.start + LONGEST:
            return day
    return None


def _is_whole(document: Document, main: DateExpression, at: DateExpression) -> bool:
    """Whether a later range begins with the first day: "The battle lasted from April 1 until June 22"."""
    if at.edtf.count("-") < _TWO_DAYS or at.start != main.start or at.end is None or main.end is None:
        return False
    before = document.text[max(0, at.span.start - _REACH) : at.span.start]
    return at.end > main.end and _LASTED.search(before) is not None


def _ends_on(told: _Told, sentence: Sentence, inside: Sequence[DateExpression], day: DateExpression) -> bool:
    """Whether a day of a sentence is the last of the event."""
    text, title = told.document.text, told.document.article.title
    before = text[sentence.span.start : day.span.start]
    if _RULES.search(before):
        return False
    first = next((d for d in inside if d.start == told.main.start), None)
    between = text[first.span.end : day.span.start] if first is not None else ""
    is_closing = CLOSING.search(before) is not None
    if (told.is_long and is_closing) or _says_ended(before, title) or _LAST.search(before):
        return True
    is_next = told.main_sentence is not None and sentence.index == told.main_sentence + 1
    if told.is_lasting and is_next and _FELL.search(before):
        return True
    if told.is_lasting and first is not None and (CLOSING.search(between) or _TAKEN.search(between)):
        return True
    if first is not None and went_away(title, between):
        return True
    if told.is_lasting and _is_near(told.main, day) and _STORMED.search(before):
        return True
    is_at_head = not before.strip() and day.basis == "relative" and _is_near(told.main, day)
    if is_at_head and _CROWDED.search(title) and _THEN.match(text, day.span.end):
        return True
    if not is_of_captives(told.document, told.main, day, sentence):
        return False
    return is_set_free(text, before, day) or (is_soon(told.main, day) and is_gone_in(text, before, day))


def _is_near(main: DateExpression, day: DateExpression) -> bool:
    """Whether a day comes so soon after the first that a battle or a riot may have gone on to it."""
    return main.end is not None and day.start is not None and day.start - main.end <= _SOON


def _says_ended(before: str, title: str) -> bool:
    """Whether "it ended", "the riot lasted until" stands before a day, the title's noun for a subject."""
    found = _ENDED.search(before)
    if found is None:
        return False
    clause = re.split(r"[.;]", before[max(0, found.start() - _REACH) : found.start()])[-1]
    if _OF_BODY.search(clause) is not None:
        return False
    said = {word.lower().removesuffix("s") for word in _WORD.findall(clause)}
    nouns = {word.removesuffix("s") for word in _WORD.findall(title) if word.islower() and len(word) > _SHORT}
    return not said.isdisjoint(_SUBJECTS | nouns)
