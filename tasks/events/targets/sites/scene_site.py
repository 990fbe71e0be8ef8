"""The building or gathering at which the lead says that an attack took place, as a candidate for its target.

"Gunmen attacked worshippers attending a service at Osk Pentecostal Church", "a mass shooting at a school":
an attack in a place where people gather is an attack on the place, whatever the sentence makes its object.
Not of articles on what was done to one person, who was only somewhere; not streets, homes, hospitals into
which somebody was brought, or a province.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, read_phrase, stops
from tasks.events.clauses.phrases.times import is_time
from tasks.events.new_party import NewParty, party
from tasks.events.sections import opening
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import VIOLENT, triggers, type_of_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.site_nouns import attacked_nouns
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence, Token
from tasks.model.span import Span

_ATTACKS = any_of(words("attack_title"))
_ATTACK = late_pattern(
    rf"\b(?:{_ATTACKS})\b",
    re.IGNORECASE,
)
_ON_A_PERSON = late_pattern(
    rf"\b(?:assassinations?|(?:{deed('person', 'one')}|death) of)\b",
    re.IGNORECASE,
)
_AT = frozenset(("at", "in", "inside", "outside", "into", "aboard", "board"))
_ABOARD = frozenset(("aboard", "board"))  # a vehicle is a site only so
_AT_HELD = _AT | {"of", "on"}  # "in front of the police headquarters"
_HOLDERS = words("site_holder")
GATHERINGS = words("gathering") - {"event", "meeting", "conference", "demonstration", "march", "gathering"}
_OF_SOME_SORT = frozenset(("meeting", "gathering", "conference", "event"))
_DURING = frozenset(("during",))
_MIDDLE = frozenset(("centre", "center"))
_FROM = _AT | {"from"}
_TAKING = late_pattern(r"\b(?:kidnapp?ings?|abductions?|hostages?)\b", re.IGNORECASE)
_NO_SITES = words("unnamed_site")
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "two", "three", "several"))
_NEXT_TO = frozenset(("near", "outside", "from", "of"))
_LOST = words("suffers") | words("hit") | words("strikes") | {"died", "killing", "wounding", "gunmen", "took"}
_THE = frozenset(("the", "The"))
_CALLED = late_pattern(  # "inside the Osk Islamic Centre, a mosque in"
    r"\b(?:at|in|inside|into|outside|on) the (?P<name>(?:[A-Z][\w'’-]+ ){1,5}[A-Z][\w'’-]+), an? "
    r"(?:[\w-]+ ){0,3}?(?P<noun>[a-z]+)\b(?! [a-z]+ing\b)"
)
_DESCRIBES = re.compile(r"[A-Z]\w+(?:ing|ed) [a-z]\w*$")
_PARTS = words("site_part")
_PART = 5  # tokens of "the north service entrance"
_FIRST = 2  # sentences of the lead
_PLACED = (
    6  # sentences of the lead, of which one may say where it was: "The shooting happened at the Gull Club"
)
_PLACES_IT = late_pattern(
    rf"(?:The (?:[\w-]+ )?(?:{deed('attack', 'one')}|incident)|It) (?:happened|occurred|took place)\b"
)


def scene_party(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the site of the attack as a candidate, under the name that the article has for it."""
    span = scene_site(document)
    method = "scene" if span is not None else "far_scene"
    if span is None:
        span = far_site(document)
        if span is None or actors.overlapping(span):
            span, method = held_site(document), "held_scene"
        if span is None or (method == "held_scene" and actors.overlapping(span)):
            return []
    known = next((m for m in actors.overlapping(span) if m.span.contains(span)), None)
    if known is None or actors.actors[known.actor].kind not in ("organisation", "unknown", "government"):
        return [party(document, span, "target", "unknown", method)]
    mention = Mention(known.span, known.actor, "name", method)
    return [NewParty(actors.actors[known.actor], mention, "target")]


def scene_site(document: Document) -> Span | None:
    """Return the words for the site of an attack in the first sentences of the lead, if any."""
    title = document.article.title
    if not _ATTACK.search(title) or _ON_A_PERSON.search(title):
        return None
    told = opening(document)
    placed = [s for s in told[_FIRST:_PLACED] if _PLACES_IT.match(document.text, s.span.start, s.span.end)]
    for sentence in (*told[:_FIRST], *placed):
        if not _tells(sentence):
            continue
        called = _CALLED.search(document.text, sentence.span.start, sentence.span.end)
        if called is not None and called["noun"] in _sites():
            return Span(*called.span("name"))
        found = [
            p
            for i in sentence.places(_FROM if _TAKING.search(title) else _AT)
            if (p := _site_behind(sentence, i)) is not None
        ]
        named = [p for p in found if p.span.of(document.text)[:1].isupper()]
        gathered = [p for i in sentence.places(_DURING) if (p := _gathering_behind(sentence, i)) is not None]
        if named or gathered or found:
            return (named or gathered or found)[0].span
    return _named_like_title(document)


def held_site(document: Document) -> Span | None:
    """Return the site of a force or of people held or sheltered: "at the police training camp".

    It counts beside people whom the box alone names; elsewhere the force or the people are the target.
    """
    if not _ATTACK.search(document.article.title) or _ON_A_PERSON.search(document.article.title):
        return None
    if not any(field.name == "target" for field in document.article.infobox):
        return None
    for sentence in opening(document)[:_FIRST]:
        for i in sentence.places(_AT_HELD) if _tells(sentence) else ():
            phrase = read_phrase(sentence.tokens, i + 1) if i + 2 < len(sentence.tokens) else None
            inside = () if phrase is None else sentence.tokens[phrase.first : phrase.head + 1]
            held = next((k for k, t in enumerate(inside) if k and t.text in _NO_SITES), 0)
            if held and not _HOLDERS.isdisjoint(t.lower for t in inside[:held]):
                return Span(inside[0].start, inside[held].end)  # "the police training camp Osk"
    return None


def _named_like_title(document: Document) -> Span | None:
    """Return the full name that the lead has for the kind of site that the title names: "Osk Hill School"."""
    nouns = [w for w in re.findall(r"[a-z]+", document.article.title) if w in _sites()]
    for sentence in document.lead if nouns else ():
        for noun in nouns:
            both = f"(?:{noun}|{noun.capitalize()})"
            name = re.compile(
                rf"\b(?:{noun.capitalize()} of (?:Saint|St\.?|Our|the Holy) [A-Z]\w+(?: of [A-Z]\w+)?"
                rf"|(?:(?:[ae]l-)?[A-Z][\w'’-]+ ){{1,5}}{both})\b"
            )
            for found in name.finditer(document.text, sentence.span.start, sentence.span.end):
                following = document.text[found.end() : found.end() + 20].split()
                if following[:1] and type_of_words(following[0].strip(",.")) is not None:
                    continue
                if found.start() == sentence.span.start and _DESCRIBES.match(found.group()):
                    continue  # "Striking dock workers"
                start = found.start() + 4 * found.group().startswith("The ")
                if " " in document.text[start : found.end()]:
                    return Span(start, found.end())
    return None


def far_site(document: Document) -> Span | None:
    """Return the first site with a name of its own that the lead names anywhere behind "the".

    Only where nothing else is said to have been attacked; not the event's own name.
    """
    if not _ATTACK.search(document.article.title) or _ON_A_PERSON.search(document.article.title):
        return None
    for sentence in opening(document)[:_FIRST]:
        if _tells(sentence) and (part := _behind_part(sentence)) is not None:
            return part.span
        for i in sentence.places(_THE) if _tells(sentence) else ():
            phrase = read_phrase(sentence.tokens, i + 1) if i + 2 < len(sentence.tokens) else None
            if phrase is None or phrase.kind != "site" or sentence.tokens[phrase.head].lower in _NO_SITES:
                continue
            if i and sentence.tokens[i - 1].lower == "by":
                continue  # "the shooting of demonstrators by the Osk gendarmerie"
            following = (
                sentence.tokens[phrase.head + 1].text if phrase.head + 1 < len(sentence.tokens) else ""
            )
            is_event = type_of_words(following) is not None
            inside = sentence.tokens[phrase.first : phrase.head]
            if inside and not is_event and all(t.text[:1].isupper() for t in inside):
                return phrase.span
    return None


@cache
def _sites() -> frozenset[str]:
    """Return the nouns for places where people gather."""
    return attacked_nouns() - _NO_SITES


def _tells(sentence: Sentence) -> bool:
    return not _LOST.isdisjoint(sentence.words) or any(
        t.type.event_type in VIOLENT for t in triggers(sentence)
    )


def _site_behind(sentence: Sentence, at: int) -> SlotPhrase | None:
    """Return the phrase for a site behind a preposition; "in hospital" and "in Osk market town" have none."""
    tokens = sentence.tokens
    if at + 2 >= len(tokens) or is_time(tokens, at + 1) or tokens[at - 1].lower in _NEXT_TO:
        return None
    phrase = read_phrase(tokens, at + 1)
    if phrase is not None and phrase.kind == "vehicle" and tokens[at].lower in _ABOARD:
        return phrase
    if phrase is None or phrase.kind != "site" or _is_unnamed(tokens, phrase):
        return None
    if any(is_verb(t) for t in tokens[phrase.first + 1 : phrase.head - 1]):
        return None  # "men in a convoy of trucks raided the market"
    behind = tokens[phrase.head + 1 : phrase.head + 3]
    if tokens[phrase.head].lower in _MIDDLE and len(behind) > 1 and behind[0].lower == "of":
        return None  # "in the centre of Osk"
    is_bare = tokens[at + 1].lower not in _DETERMINERS and not tokens[phrase.first].text[:1].isupper()
    return None if is_bare else phrase


def _is_unnamed(tokens: Sequence[Token], phrase: SlotPhrase) -> bool:
    """Whether a site is of a sort that is no target, unless it is for somebody: "a camp for refugees"."""
    return tokens[phrase.head].lower in _NO_SITES and phrase.span.end == tokens[phrase.head].end


def _gathering_behind(sentence: Sentence, at: int) -> SlotPhrase | None:
    """Return the gathering in the course of which something happened: "during a wedding"."""
    phrase = read_phrase(sentence.tokens, at + 1) if at + 1 < len(sentence.tokens) else None
    if phrase is None:
        return None
    head = sentence.tokens[phrase.head].lower
    is_told = head in _OF_SOME_SORT and phrase.first < phrase.head  # "a prayer meeting"
    return phrase if head in GATHERINGS or is_told else None


def _behind_part(sentence: Sentence) -> SlotPhrase | None:
    """Return the site at a part of which something happened: "at the side gate of the Osk Inn"."""
    tokens = sentence.tokens
    for i in sentence.places(_PARTS) if not _AT.isdisjoint(sentence.words) else ():
        if not 1 < i < len(tokens) - 3 or tokens[i + 1].lower not in ("of", "to"):
            continue
        if not any(t.lower in _AT for t in tokens[max(0, i - _PART) : i]):
            continue
        phrase = read_phrase(tokens, i + 2)
        if phrase is not None and phrase.kind == "site" and tokens[phrase.head].lower not in _NO_SITES:
            return phrase
        if (body := _named_body(tokens, i + 2)) is not None:
            return body
    return None


def _named_body(tokens: Sequence[Token], at: int) -> SlotPhrase | None:
    """Return whose gate it is by a name with "the": "at the gate of the Osk Guards office"."""
    last = at + 1
    while last < len(tokens) and tokens[last].kind == "word" and tokens[last].text[:1].isupper():
        last += 1
    if tokens[at].lower != "the" or last == at + 1:
        return None
    last += last < len(tokens) and not stops(tokens[last]) and not is_verb(tokens[last])
    if last < at + 3:
        return None
    return SlotPhrase(Span(tokens[at + 1].start, tokens[last - 1].end), at + 1, last - 1, "site")
