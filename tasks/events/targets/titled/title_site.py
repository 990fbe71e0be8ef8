"""The site that a title says was attacked ("Samarinda church bombing"), where the prose first names it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from tasks.actors.known.name_words import context
from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.sections import is_apart
from tasks.events.targets.titled.called_sites import called_site, first_in_prose
from tasks.events.triggers import VIOLENT, type_of_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.site_nouns import attacked_nouns, is_attacked_pair
from tasks.model.article import INFOBOX
from tasks.model.document import Document, Token
from tasks.model.span import Span

_MOVING = words("moving_target")
_GATHERINGS = words("gathering")
_CARRIERS = frozenset(("car", "truck", "van", "lorry", "motorcycle", "vehicle"))
_DONE_WITH = ("attack", "bomb", "rampage", "ramming")
_GROUNDS = frozenset(
    ("bridge", "square", "road", "street", "avenue", "park", "plaza", "pass", "hill", "gate")
)
# A square or a bridge is where people met, in these; others destroy it.
_MET_THERE = ("ambush", "crackdown", "protest", "clash", "skirmish", "massacre", "stand", "killing")
_RISEN = words("crowd_event") | words("rising")
_SORTS = frozenset(("Suicide", "Car", "Truck", "Mass", "Terror", "Hostage", "Arson", "Siege"))
_LINE = late_pattern(  # a name of two words, or a place would be one
    r"(?:\d{4} )?(?P<line>(?:[A-ZÀ-Þ][\w'’-]+ ){1,3}(?:Mail|Express|Special|Limited|Line))"
    r" (?P<noun>train|bus|ferry)\b"
)
_IN = late_pattern(r"\b[Ii]n (?:the (?:city|town|suburb) of )?$")
_REGION = late_pattern(r", [A-Z]")
_LONGEST = 7  # words of a name before the noun of a site
_SMALL = frozenset(("the", "a", "an", "of", "at", "on", "in", "and", "s"))
_WORD = late_pattern(r"[\w'’&-]+")


def attacked_site(document: Document) -> Span | None:
    """Return what the title says was attacked ("Samarinda church bombing"), in the prose's own words.

    The first phrase of the prose with that noun: "Oikumene Church", "the German consulate" (without "the").
    """
    noun = _site_of_title(document.article.title, _sites())
    if noun is None:
        return called_site(document)
    name = _name_of_title(document, noun) or _line_of_title(document, noun)
    if name is not None and noun in _GROUNDS and _is_town(document.text, name):
        return None
    return name or _told_in_prose(document, noun, _sites())


def _told_in_prose(document: Document, noun: str, sites: Set[str]) -> Span | None:
    """Return the first phrase of the prose with a noun of the title, the event's own name apart."""
    kinds = _before_noun(document.article.title, noun)
    for sentence in document.prose:
        for i in sentence.places({noun}):
            token, first = sentence.tokens[i], i
            while first and i - first < _LONGEST and _modifies(sentence.tokens[first - 1].text):
                first -= 1
            if token.text.islower() and not any(t.text[:1].isupper() for t in sentence.tokens[first:i]):
                is_told = [t.text for t in sentence.tokens[max(0, i - len(kinds)) : i]] == kinds
                if not is_told and noun not in sites:
                    continue
                first = i - len(kinds) if is_told else i
                if is_apart(document.heading_of(sentence)):
                    continue  # "a cinema" that was hit elsewhere before
            if _only_describes(sentence.tokens, i):
                continue
            span = Span(sentence.tokens[first].start, token.end)
            if not Span(0, len(document.article.title) + 4).contains(span) and not _is_event_name(
                sentence.tokens, i
            ):
                return span
    return None


def site_in_event_name(document: Document) -> Span | None:
    """Return the title's site or gathering where the prose has it, else in the event's name in the lead.

    "The Osk market bombing", "the Osk funeral procession airstrike": with the small words before it.
    """
    sites = _sites() | _GATHERINGS
    noun = _site_of_title(document.article.title, sites)
    if noun is None:
        return None
    phrase = _name_of_title(document, noun) or _told_in_prose(document, noun, sites)
    if phrase is not None:
        return phrase
    kinds = _before_noun(document.article.title, noun)
    told = [*kinds, noun]
    for sentence in document.lead:
        for i in sentence.places({noun}):
            first = i - len(kinds)
            if first >= 0 and [t.text for t in sentence.tokens[first : i + 1]] == told:
                return Span(sentence.tokens[first].start, sentence.tokens[i].end)
    return None


def _before_noun(title: str, noun: str) -> list[str]:
    """Return the small words before a noun of the title: "fish" of "Osk fish market bombing"."""
    words_ = [str(w) for w in _WORD.findall(title)]
    at = words_.index(noun) if noun in words_ else 0
    first = at
    while first > 0 and words_[first - 1].islower() and words_[first - 1] not in _SMALL:
        first -= 1
    return words_[first:at]


def _name_of_title(document: Document, noun: str) -> Span | None:
    """Return where the prose first has the name that the title gives a site: "Rose Tavern" of its bombing."""
    match = re.match(
        rf"(?P<name>(?:\d{{4}} )?(?:[A-Z]\w+ (?:of|on|at) (?:the )?)?(?P<own>.+ {noun.capitalize()}))\b",
        document.article.title,
    )
    if match is None:
        return None
    own = re.compile(re.escape(match["own"].removeprefix("The ")), re.IGNORECASE)
    for sentence in document.sentences:
        found = own.search(document.text, sentence.span.start, sentence.span.end)
        if found is not None and document.heading_of(sentence) != INFOBOX:
            return Span(found.start(), found.end())
    for field in document.article.infobox:  # the prose calls it by a shorter name
        if field.name == "location" and (found := own.match(document.text, field.span.start, field.span.end)):
            return Span(found.start(), found.end())
    return None


def _is_town(text: str, name: Span) -> bool:
    """Whether a name that ends like a park's or a bridge's is that of a town: "in Hale Bridge, Norland"."""
    is_in = _IN.search(text, max(0, name.start - 20), name.start)
    return is_in is not None and (_REGION.match(text, name.end) is not None or " of " in is_in[0])


def _line_of_title(document: Document, noun: str) -> Span | None:
    """Return where the prose first has the name of a train: "Osk Mail" of "Osk Mail train bombing"."""
    match = _LINE.match(document.article.title)
    if match is None or match["noun"] != noun:
        return None
    return first_in_prose(
        document, re.compile(rf"\bthe (?P<name>{re.escape(match['line'])})\b(?! (?i:{noun}))")
    )


def _modifies(word: str) -> bool:
    is_name = word[:1].isupper() or word[:3].lower() in ("al-", "el-", "ul-")
    return is_name and word not in ("The", "A", "An", "On", "In", "At", "This")


def _only_describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun only says whose or what another is: "a prison ministry", "a bus driver"."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if not following.islower() or following in _sites():
        return False
    noun = tokens[at].lower
    return (
        following in _bodies()
        or people_kind(f"{following}s") is not None
        or is_attacked_pair(noun, following)
    )


@cache
def _bodies() -> frozenset[str]:
    return context("body_nouns")


def _is_event_name(tokens: Sequence[object], at: int) -> bool:
    """Whether a noun belongs to the event's name ("the Samarinda church bombing") and is no phrase itself."""
    following = getattr(tokens[at + 1], "text", "") if at + 1 < len(tokens) else ""
    kind = type_of_words(following)
    return kind is not None and kind.event_type in VIOLENT


def _site_of_title(title: str, sites: Set[str]) -> str | None:
    cased: list[str] = _WORD.findall(title)
    title_words = [w.lower() for w in cased]
    if not _RISEN.isdisjoint(title_words):
        return None  # "Osk barracks mutiny", "Osk prison riot": where they rose
    for i, word in enumerate(title_words):
        following = " ".join(title_words[i + 1 :])
        is_object = (
            i > 1 and "of" in title_words[max(0, i - 3) : i] and type_of_words(" ".join(title_words[:i]))
        )
        after = cased[i + 1 : i + 2]
        if (
            after
            and after[0][:1].isupper()
            and not type_of_words(after[0].lower())
            and after[0] not in _SORTS
        ):
            continue  # "Bar Osk raid"
        if word in _CARRIERS and following.startswith(_DONE_WITH):
            continue  # what carried the bomb, or was driven into people: "car bombing", "truck attack"
        if word in _GROUNDS and following.startswith(_MET_THERE):
            continue  # where they met: "Osk Bridge ambush", "Karvel Square crackdown"
        is_last = i + 1 >= len(title_words) or not (
            title_words[i + 1] in sites or is_attacked_pair(word, title_words[i + 1])
        )
        is_site = word in sites or (i > 0 and is_attacked_pair(title_words[i - 1], word))
        if is_site and is_last and (type_of_words(following) or is_object):
            return word
    return None


@cache
def _sites() -> frozenset[str]:
    """Return the nouns for what a title may say was attacked."""
    return attacked_nouns() | _MOVING
