"""Parties that only an event names: what was attacked, where it is no actor otherwise, and named attackers.

A church, a consulate or a bus speaks nowhere in an article, so no stage before this one makes an
actor of it; as what an event was aimed at it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tasks.actors.folding import fold
from tasks.events.parties.called_sites import called_site
from tasks.events.parties.new_attackers import described_attackers, named_doers
from tasks.events.parties.titled_ships import ship_of_title
from tasks.events.sections import is_apart
from tasks.events.triggers import VIOLENT, type_of_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.site_nouns import attacked_nouns, is_attacked_pair
from tasks.model.actor import Actor, ActorBook, ActorKind, Mention
from tasks.model.article import INFOBOX, InfoboxField
from tasks.model.document import Document
from tasks.model.event import EventBook, Role
from tasks.model.order import BY_MENTION
from tasks.model.residue import is_residue
from tasks.model.span import Span
from tasks.model.value import value

_MOVING = ("bus", "train", "convoy", "car", "coach", "ferry", "ship", "plane", "tanker", "taxi", "patrol")
_HELD = words("held_site")
_RISEN = frozenset(("mutiny", "mutinies"))
_SORTS = frozenset(("Suicide", "Car", "Truck", "Mass", "Terror", "Hostage", "Arson", "Siege"))
_SMALL = frozenset(("the", "a", "an", "of", "at", "on", "in", "and", "s"))
_WORD = late_pattern(r"[\w'’&-]+")
_PARTS = late_pattern(r";|, | and ")
_ATTACKERS = ("perpetrator", "attacker", "bomber", "gunman", "assailant", "suspect", "shooter", "culprit")
_IDENTIFIED = (
    ", ", "—", " – ", ", identified as ", ", later identified as ", ", named as ", " was identified as ",
    " was named as ", " identified as ", " named ",
)  # fmt: skip
_NAMED = late_pattern(
    r"\b(?:(?P<alleged>alleged|suspected) )?"
    rf"(?:{'|'.join(_ATTACKERS)})(?:{'|'.join(_IDENTIFIED)})(?:the )?(?:\d+[- ]year[- ]old )?"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: (?:[a-z]{2} )?(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]*)){1,4})"
)


@value(frozen=True, slots=True)
class NewParty:
    """An actor that is none yet, with a mention and its role in the article's own event."""

    actor: Actor
    mention: Mention
    role: Role
    is_alleged: bool = False


def introduce(actors: ActorBook, events: EventBook) -> ActorBook:
    """Return the actors with those that only the events name; those that are there stay."""
    new = {a.key: a for a in events.new_actors if a.key not in actors.actors}
    if not new:
        return actors
    mentions = [*actors.mentions, *(m for m in events.new_mentions if m.actor in new)]
    return replace(
        actors,
        actors={**actors.actors, **new},
        mentions=tuple(sorted(mentions, key=BY_MENTION)),
    )


def longest(found: Sequence[NewParty]) -> list[NewParty]:
    """Return the parties in their order without those whose words are part of another's ("Mosque")."""
    kept: list[NewParty] = []
    for one in found:
        span = one.mention.span
        if not any(
            o.mention.span.overlaps(span)
            and (len(o.mention.span) > len(span) or (o.mention.span != span and o in kept))
            for o in found
        ):
            kept.append(one)
    return kept


def named_parties(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the parties that title, infobox and "the attacker, X" name and that are no actors yet."""
    found = [*_of_infobox(document, actors), *_attackers(document, actors), *_described(document, actors)]
    target = ship_of_title(document) or attacked_site(document)
    known = next((m for m in actors.overlapping(target) if _covers(m.span, target)), None) if target else None
    if target is not None and known is not None and target == ship_of_title(document):
        found.append(NewParty(actors.actors[known.actor], replace(known, method="site"), "target"))
    elif target is not None:
        owner = _owner(document, actors, target)
        if owner is not None:
            found.append(NewParty(actors.actors[owner.actor], replace(owner, method="site"), "target"))
        elif known is None:
            found.append(party(document, target, "target", "unknown", "site"))
        elif actors.actors[known.actor].kind in ("government", "organisation"):  # an embassy, a restaurant
            found.append(NewParty(actors.actors[known.actor], replace(known, method="site"), "target"))
    return found


def _owner(document: Document, actors: ActorBook, target: Span) -> Mention | None:
    """Return the force that a base or a lorry is called after: "Northland Army base"."""
    if target.of(document.text).split()[-1] not in _HELD:
        return None
    inside = [
        m for m in actors.overlapping(target) if m.span.start == target.start and m.span.end <= target.end
    ]
    return next((m for m in inside if actors.actors[m.actor].kind in ("military", "armed_group")), None)


def attacked_site(document: Document) -> Span | None:
    """Return what the title says was attacked ("Samarinda church bombing"), in the prose's own words.

    The first phrase of the prose with that noun: "Oikumene Church", "the German consulate" (without "the").
    """
    noun = _site_of_title(document.article.title)
    if noun is None:
        return called_site(document)
    name = _name_of_title(document, noun)
    if name is not None:
        return name
    kinds = _before_noun(document.article.title, noun)
    for sentence in document.prose:
        for i in sentence.places({noun}):
            token, first = sentence.tokens[i], i
            while first and i - first < 4 and _modifies(sentence.tokens[first - 1].text):
                first -= 1
            if token.text.islower() and not any(t.text[:1].isupper() for t in sentence.tokens[first:i]):
                is_told = [t.text for t in sentence.tokens[max(0, i - len(kinds)) : i]] == kinds
                if not is_told and noun not in _sites():
                    continue
                first = i - len(kinds) if is_told else i
                if is_apart(document.heading_of(sentence)):
                    continue  # "a cinema" that was hit elsewhere before
            span = Span(sentence.tokens[first].start, token.end)
            if not Span(0, len(document.article.title) + 4).contains(span) and not _is_event_name(
                sentence.tokens, i
            ):
                return span
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
    return None


def _modifies(word: str) -> bool:
    is_name = word[:1].isupper() or word[:3].lower() in ("al-", "el-", "ul-")
    return is_name and word not in ("The", "A", "An", "On", "In", "At", "This")


def _is_event_name(tokens: Sequence[object], at: int) -> bool:
    """Whether a noun belongs to the event's name ("the Samarinda church bombing") and is no phrase itself."""
    following = getattr(tokens[at + 1], "text", "") if at + 1 < len(tokens) else ""
    kind = type_of_words(following)
    return kind is not None and kind.event_type in VIOLENT


def _site_of_title(title: str) -> str | None:
    cased: list[str] = _WORD.findall(title)
    title_words = [w.lower() for w in cased]
    sites = _sites()
    if not _RISEN.isdisjoint(title_words):
        return None  # "Osk barracks mutiny": where men rose
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
        is_last = i + 1 >= len(title_words) or title_words[i + 1] not in sites
        is_site = word in sites or (i > 0 and is_attacked_pair(title_words[i - 1], word))
        if is_site and is_last and (type_of_words(following) or is_object):
            return word
    return None


@cache
def _sites() -> frozenset[str]:
    """Return the nouns for what a title may say was attacked."""
    return attacked_nouns() | set(_MOVING)


def _covers(mention: Span, target: Span) -> bool:
    return mention.end >= target.end


def _of_infobox(document: Document, actors: ActorBook) -> list[NewParty]:
    found = []
    for field in document.article.infobox:
        role = _role(field)
        if role is None or is_residue(field.value) or not field.value.strip():
            continue
        if any(field.span.contains(m.span) for m in actors.overlapping(field.span)):
            continue
        for start, end in _pieces(field.value):
            span = Span(field.span.start + start, field.span.start + end)
            found.append(party(document, span, role, "unknown", "infobox"))
    return found


def _role(field: InfoboxField) -> Role | None:
    if field.name in ("perpetrator", "perpetrators", "assailant", "assailants"):
        return "perpetrator"
    return "target" if field.name == "target" else None


def _pieces(value: str) -> list[tuple[int, int]]:
    """Return the parts of a list, without what stands in brackets behind a name."""
    pieces, at = [], 0
    for end in [*(m.start() for m in _PARTS.finditer(value)), len(value)]:
        part = value[at:end]
        bare = part.split("(")[0].rstrip(" .,;")
        lead = len(part) - len(part.lstrip(" ,;"))
        name = bare.strip(" ,;")
        if any(map(str.isalpha, name)):
            pieces.append((at + lead, at + lead + len(name)))
        following = _PARTS.match(value, end)
        at = following.end() if following else end
    return pieces


def _attackers(document: Document, actors: ActorBook) -> list[NewParty]:
    text = document.text
    nouns = [noun for noun in _ATTACKERS if noun in text]  # a tenth of the time of the search
    if not any(f"{noun}{words_}" in text for noun in nouns for words_ in _IDENTIFIED):
        return []
    found = []
    for match in _NAMED.finditer(text):
        span = Span(*match.span("name"))
        if not actors.overlapping(span):
            found.append(
                party(document, span, "perpetrator", "person", "named_attacker", bool(match["alleged"]))
            )
    return found[:1]


def _described(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the first attacker of the lead whom a country and an occupation describe."""
    for sentence in document.lead:
        if named := named_doers(document.text, sentence):
            return [_doer(document, actors, span) for span in named]
        for span in described_attackers(sentence):
            if not any(m.span.contains(span) for m in actors.overlapping(span)):
                return [party(document, span, "perpetrator", "person", "described")]
    return []


def _doer(document: Document, actors: ActorBook, span: Span) -> NewParty:
    for known in actors.overlapping(span):
        if known.span == span:
            return NewParty(actors.actors[known.actor], replace(known, method="described"), "perpetrator")
    return party(document, span, "perpetrator", "person", "described")


def party(
    document: Document, span: Span, role: Role, kind: ActorKind, method: str, is_alleged: bool = False
) -> NewParty:
    """Return a new actor of exactly the words at `span`, with a role."""
    name = span.of(document.text)
    actor = Actor(key=fold(name), name=name, kind=kind, resolution_method="exact")
    return NewParty(actor, Mention(span, actor.key, "name", method), role, is_alleged)
