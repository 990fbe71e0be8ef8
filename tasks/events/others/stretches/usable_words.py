"""Words of a stretch that may tell of another event on its date.

None are those that compare years, that tell of courts, funerals and wounds, that speak of the article's own
event, or whose date is that of what somebody said about it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.events.other_names import is_own, title_words
from tasks.events.others.no_event.courts import without_court
from tasks.events.others.no_event.drills import is_drill
from tasks.events.others.no_event.long_spells import is_summed_up
from tasks.events.others.no_event.sums_and_laws import (
    is_count_of_years,
    is_definite,
    is_known,
    is_news,
    is_of_day,
    is_of_main,
    is_spoken_of,
    is_sum_or_law,
)
from tasks.events.others.no_event.told_again import is_own_again, is_reported_of
from tasks.events.others.stretches.cut_at_dates import Stretch
from tasks.events.others.stretches.date_joins import is_of_what
from tasks.events.others.stretches.onsets import is_onset
from tasks.events.others.stretches.told_nouns import is_for_place
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds, one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.sifted import Sifted
from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_GOES_ON = words("goes_on")
_COURSE = frozenset(("began", "begins", "started", "commenced", "ended", "lasted"))
_ENDS_SUBJECT = frozenset((",", ";", ":", "(", "who", "which", "that"))
_VERB_REACH = 12  # tokens between a noun and its verb
_OCCURRED = late_pattern(r"\b(?:occurr(?:ed|ing)|took place|taking place|happened) (?:in|on|at) $")
_COUNTED = late_pattern(r"\b(?:after|before)\Z")  # "came two months after a cinema was bombed in Osk"
_DISCLOSED = late_pattern(
    r"\b(?:reveal|disclos|publish|uncover|discover|acknowledg|admitt)\w*\b[^,.;]{0,60} (?:in|on) $"
    r"|\b(?:responsibility|credit) (?:late |early )?(?:in |on )?$"  # claimed then, done before
)
_OWN_DEED = late_pattern(
    r",? [^,;.]{1,60} (?:claimed|said|announced|stated|reported)"
    r"(?: to have |(?: that)? (?:it|they) (?:had )?|(?: that)? (?:their|its) (?:\w+ ){0,2}?"
    r"(?:forces|troops|fighters|army|military|jets|aircraft|missiles|navy|soldiers|artillery) (?:had )?)"
    r"(?:(?:carried out|conducted|launched) (?:an?|another|several|two|three|its) (?:\w+ )?)?"
)
_IN_NEW = late_pattern(
    r"\b(?:in|by|during|from|after|due to) an? (?:[\w-]+ ){0,3}$"
)  # "in a raid", "during a clearing operation"
_BY_SOME = late_pattern(
    r"\b(?:in|by|during|from|due to|because of|as (?:a )?result of)"
    r" (?:(?!the |that |those |these |its )[\w’'-]+ ){0,3}$"
)  # "by airstrikes", "as a result of Norlandic firing"
_BY_FIRE = late_pattern(  # "were killed in a ceasefire violation", "while retaliating"
    r" (?:[\w’'-]+ ){0,3}?(?:in|by|during|from|due to|because of|as (?:a )?result of)"
    rf" (?:(?!the |that |those |these |its )[\w’',-]+ ){{0,5}}?"
    rf"(?:{one_of(words('of_whose_fire') | deeds('attack') | deeds('fight') | words('breach'))})\b"
)
_ATTACKED = late_pattern(  # "On 16 March, officials claimed that rebels attacked a queue, killing ten"
    r",? (?:(?!had |have |has )[\w'’-]+ ){1,8}(?:said|stated|reported|announced|claimed|confirmed) that "
    r"(?:(?!had |have |has |was |were |been )[\w'’-]+ ){1,4}"
)
_WITH_TOLL = late_pattern(r"[^.;]{1,120}, (?:killing|leaving|wounding|injuring)\b")
_OPENING = late_pattern(r"(?:(?:Also |Early |Late |Later |Meanwhile,? )?(?:on )?)?", re.IGNORECASE)
_SAID_ON = late_pattern(r"\b(?:said|stated|reported|announced|claimed|confirmed)(?: late| early)? on $")
_SUMS = late_pattern(r"\b(?:since|total|so far|overall|toll|altogether|by then)\b", re.IGNORECASE)
_OVER_TIME = late_pattern(  # "killed 138 soldiers during 2017": no incident of the day on which it is said
    r"\b(?:during|in|throughout|over|within|of)"
    r" (?:\d{4}\b|the (?:past|last|previous|preceding|year|month|week)\b)"
    r"|\bthis (?:year|month|week)\b|\bsince\b|\bso far\b|\bin total\b|\boverall\b|\bto date\b",
    re.IGNORECASE,
)
_NAME_GAP = 25  # code points between a day and the event noun behind it
_WOUNDS = Sifted(
    r"\b(?:died|dying|succumbed)\b.{0,60}\b(?:wounds?|injur\w+|complications|hospital)\b"
    r"|\bdied\b.{0,60}\bafter (?:being|having been) \w+ed\b|\bdied\b.{0,60}\bafter being (?:shot|hit)\b"
    r"|\bwho (?:had been|were|was) (?:\w+ly )?(?:wounded|injured)\b.{0,60}\bdied\b"
    r"|\b(?:rais|bring|increas|tak)ing the (?:\w+ ){0,3}(?:toll|total|number)\b"
)

_MEANT_REACH = 9  # tokens
_MEANS = ("threat", "plan", "intend", "vow", "prepar", "urg", "call", "want", "refus", "promis", "warn")
_SAID_AT_LENGTH = 40  # code points: shorter quotations give names


def usable_words(
    document: Document,
    sentence: Sentence,
    stretch: Stretch,
    every: Sequence[Trigger],
    claims: Sequence[Claim],
    *,
    has_toll: bool,
) -> list[Trigger]:
    """Return the words of a stretch that may tell of another event on its date."""
    day = stretch.date
    assert day is not None
    usable = [t for t in every if stretch.span.contains(t.span)]
    if not usable or is_count_of_years(document, sentence, day) or is_sum_or_law(document, day):
        return []
    usable = [t for t in usable if not is_known(sentence, t)]
    if any(_tells_own(document, sentence, t) or is_own_again(document, sentence, t, day) for t in usable):
        return []
    usable = [t for t in usable if has_toll or not is_own(document, sentence, t)]
    usable = [t for t in usable if not _is_quoted(document, sentence, t, day)] if usable else usable
    if not usable:
        return []
    usable = [t for t in usable if not is_reported_of(document, t, day)]
    is_dated = _OCCURRED.search(document.text[sentence.span.start : day.span.start]) is not None
    if not is_dated:
        usable = without_court(document, sentence, stretch.span, usable, day)
    if _DISCLOSED.search(document.text[sentence.span.start : day.span.start]):
        return []
    if _WOUNDS.search(stretch.span.of(document.text)):
        return []
    if not has_toll and is_of_main(sentence, every):
        usable = [t for t in usable if _is_beside_main(document, sentence, t, day)]
    usable = [t for t in usable if not is_summed_up(sentence, t, day) and not is_drill(sentence, t)]
    usable = [t for t in usable if not is_spoken_of(sentence, t)]
    if not has_toll:
        usable = [
            t
            for t in usable
            if not (_is_of_life(sentence, t, day)) and not (_is_meant(sentence, t) or _goes_on(sentence, t))
        ]
    is_news_of_day = has_toll and _is_reported_at_once(document, sentence, every, day)
    return [
        t
        for t in usable
        if is_news_of_day
        or _is_own_deed(document, t, day, sentence.span.end)
        or not _is_told(document, t, day, claims, sentence)
    ]


def _is_beside_main(document: Document, sentence: Sentence, trigger: Trigger, day: DateExpression) -> bool:
    """Whether a word of a sentence on the article's own event tells of another, on its date."""
    behind = trigger.span.start - day.span.end
    return (
        is_news(sentence, trigger, day)
        or is_of_what(sentence, trigger, day)
        or is_of_day(document, trigger, day)
        or is_for_place(document, sentence, trigger)
        or is_onset(document, sentence, trigger)
        or (day.prec == 1 and 0 < behind <= _NAME_GAP)
        or (trigger.is_verb and behind > 0 and _COUNTED.search(day.span.of(document.text)) is not None)
    )


def _is_quoted(document: Document, sentence: Sentence, trigger: Trigger, day: DateExpression) -> bool:
    """Whether a word stands in a quotation that its date is no part of: the date tells when it was said."""
    if "quote" not in [t.kind for t in sentence.tokens]:
        return False
    said = [q.span for q in document.quotations if q.span.end - q.span.start > _SAID_AT_LENGTH]
    return any(span.contains(trigger.span) and not span.contains(day.span) for span in said)


def _is_of_life(sentence: Sentence, trigger: Trigger, day: DateExpression) -> bool:
    """Whether a noun only tells of somebody's life: "he was involved in a knife attack".

    "The attacks in Osk on 9 May" are known for themselves.
    """
    if is_definite(sentence, trigger) and is_of_what(sentence, trigger, day):
        return False
    before = sentence.lower[max(0, trigger.first - 5) : trigger.first]
    return not trigger.is_verb and any(a == "involved" and b == "in" for a, b in pairwise(before))


def _is_meant(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is one of what somebody only means to do: "began threatening to launch an offensive"."""
    before = sentence.lower[max(0, trigger.first - _MEANT_REACH) : trigger.first]
    if trigger.is_verb or "to" not in before:
        return False
    return any(w.startswith(_MEANS) for w in before[: before.index("to")])


def _tells_own(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether words say when the article's own event began or ended ("The siege began on 3 July")."""
    if trigger.is_verb or sentence.lower[max(0, trigger.first - 1) : trigger.first] != ("the",):
        return False
    after = sentence.lower[trigger.last + 1 : trigger.last + 3]
    if _COURSE.isdisjoint(after):
        return False
    return trigger.span.of(document.text).casefold() in title_words(document.article.title)


def _goes_on(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun's verb says that something went on, abated or reached a place, not that it happened."""
    if trigger.is_verb and not sentence.lower[trigger.last].endswith(("s", "ing")):
        return False
    for at in range(trigger.last + 1, min(trigger.last + 1 + _VERB_REACH, len(sentence.tokens))):
        token = sentence.tokens[at]
        if token.lower == "resumed":  # "fighting resumed in May", "the fighting resumed"
            return at > trigger.last + 1 or sentence.lower[:1] == ("the",)
        if token.lower in _GOES_ON:
            return True
        if token.lower == "came":  # "the offensive came to a halt", but "the next attack came on 9 May"
            return sentence.lower[at + 1 : at + 2] == ("to",)
        if token.text in _ENDS_SUBJECT or is_verb(token):
            return False
    return False


def _is_told(
    document: Document, trigger: Trigger, date: DateExpression, claims: Sequence[Claim], sentence: Sentence
) -> bool:
    """Whether the date is that of a statement about the event: one of both stands in what somebody said."""
    if date.span.end < trigger.span.start and document.text.startswith(" that ", date.span.end):
        return True
    for claim in claims:
        if claim.voice != "attributed" or claim.sentence != sentence.index:
            continue
        cue = claim.cue.of(document.text).lower() if claim.cue is not None else ""
        # "On 24 November, according to X, ..." and "On 24 November rebels allegedly ..." date what happened
        if cue.startswith("according") and _is_of_paper(claim, trigger, date):
            return True
        if cue.startswith(("according", "allegedly", "reportedly")) or claim.claimant is None:
            continue
        inside = any(part.contains(trigger.span) for part in claim.content)
        if inside and _is_postposed(claim, date):
            continue
        if inside != any(part.contains(date.span) for part in claim.content):
            return True
        if claim.cue is not None and claim.cue.overlaps(trigger.span):
            return True
    return False


def _is_of_paper(claim: Claim, trigger: Trigger, date: DateExpression) -> bool:
    """Whether a date is that of what is cited behind a statement: ", according to an estimate a week ago"."""
    if claim.cue is None or not claim.content or claim.content[-1].end > claim.cue.start:
        return False
    return date.span.start > claim.cue.end and any(part.contains(trigger.span) for part in claim.content)


def _is_reported_at_once(
    document: Document, sentence: Sentence, every: Sequence[Trigger], day: DateExpression
) -> bool:
    """Whether a day is that of news of an attack and its dead, not of what is known.

    "On 9 May, X said that two died in a raid", "X stated on 9 May that two had been killed by airstrikes".
    """
    before = document.text[sentence.span.start : day.span.start]
    if day.prec != 1 or not (_OPENING.fullmatch(before) or _SAID_ON.search(before)):
        return False
    if _OVER_TIME.search(document.text, day.span.end, sentence.span.end):
        return False
    nouns = [t for t in every if t.span.start > day.span.end]
    return any(_is_new(document, t, day) for t in nouns)


def _is_new(document: Document, noun: Trigger, day: DateExpression) -> bool:
    words = document.text[day.span.end : noun.span.start]
    told = noun.span.of(document.text).lower()
    if noun.is_verb and not told.endswith("ing"):  # "from shelling"
        if _BY_FIRE.match(document.text, noun.span.end) and not _SUMS.search(words):
            return True
        is_told = _ATTACKED.fullmatch(words) is not None
        return is_told and _WITH_TOLL.match(document.text, noun.span.end) is not None
    is_plural = told.endswith(("s", "ing"))
    is_new = _IN_NEW.search(words) is not None or (is_plural and _BY_SOME.search(words) is not None)
    return is_new and _SUMS.search(words) is None


def _is_own_deed(document: Document, trigger: Trigger, day: DateExpression, end: int) -> bool:
    """Whether a day heads what a side says it did: "On 10 May, officials claimed their forces struck X"."""
    words = document.text[day.span.end : trigger.span.start] if day.prec == 1 else ""
    if _OWN_DEED.fullmatch(words) is None:
        return False
    return not _OVER_TIME.search(document.text, trigger.span.end, end)


def _is_postposed(claim: Claim, date: DateExpression) -> bool:
    """Whether a date heads what is told before its speaker: "On 9 May, fighting raged, X said"."""
    if claim.cue is None or not claim.content:
        return False
    return date.span.end <= claim.content[0].start and claim.content[-1].end <= claim.cue.start
