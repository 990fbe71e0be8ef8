"""Who rose or rioted, of an article on that: "an uprising of enslaved Africans", "demonstrations by X and Y".

- behind: "a mutiny by recruits", "demonstrations held by students, monks and housewives"
- rose: "where slaves rebelled", "miners who revolted against the Crown", "1,281 inmates rose"
- before: a noun before it tells it too where the lead has those people in the plural: "a peasant revolt"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import collectives
from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, phrase_before, read_phrase
from tasks.events.new_party import NewParty, party
from tasks.events.risings.repressed import is_repressed
from tasks.events.sections import opening
from tasks.events.targets.people.crowd_hit import crowd_hit
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL, people_plurals
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence, Token
from tasks.model.span import Span

_RISINGS = words("rising") - words("coup") - {"takeover", "takeovers"}
_CROWDED = words("crowd_event")
_TITLED = late_pattern(rf"\b(?:{any_of(_RISINGS)})\b", re.IGNORECASE)
_OF_CROWDS = late_pattern(rf"\b(?:{any_of(_CROWDED)})\b", re.IGNORECASE)
_WHOSE = frozenset(("of", "by", "among", "amongst"))
_ATTEMPTS = frozenset(("attempt", "plot", "bid", "conspiracy", "effort"))  # "by officers to overthrow X"
_DONE = words("plots") | {"held", "instigated", "led", "begun", "out"}
_ROSE = words("rises")
_WHO = frozenset(("who", "that", "which"))
_FIRST = 2  # sentences of the lead
_REACH = 8  # tokens between the noun and "held by"
_RUN = 6  # tokens of "members of the Osk community"
_BANDS = words("band")
_BAND = 5  # tokens of "a small group of"
_MOST = 3  # parties
RISEN = "risen"  # method of those who rose


def risen_people(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people of whom the first sentences say that the rising was theirs."""
    nouns = nouns_of_title(document, actors)
    for sentence in opening(document)[: _FIRST if nouns else 0]:
        for spans in (
            *_behind(sentence, nouns),
            *_who_rose(sentence),
            *_before(document, sentence, nouns),
        ):
            found = [p for span in spans if (p := _party(document, span, actors)) is not None]
            if found and len(found) == len(spans):
                return found[:_MOST]
    return []


def repressed_people(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people whose protest was met with force, as targets."""
    if not is_repressed(document) or crowd_hit(document, actors):
        return []
    for sentence in opening(document)[:_FIRST]:
        for spans in _behind(sentence, _CROWDED):
            found = [p for span in spans if (p := _party(document, span, actors)) is not None]
            return [replace(p, role="target", mention=replace(p.mention, method="people")) for p in found]
    return []


def nouns_of_title(document: Document, actors: ActorBook) -> frozenset[str]:
    """Return the nouns for such an event as the title's; none where a crowd was fired on."""
    title = document.article.title
    if _TITLED.search(title):
        return _RISINGS | _CROWDED
    if _OF_CROWDS.search(title) and not (crowd_hit(document, actors) or is_repressed(document)):
        return _CROWDED | _RISINGS
    return frozenset()


def _party(document: Document, span: Span, actors: ActorBook) -> NewParty | None:
    known = next((m for m in actors.overlapping(span) if m.span.end == span.end), None)
    if known is not None:
        mention = Mention(known.span, known.actor, "name", RISEN)
        return NewParty(actors.actors[known.actor], mention, "perpetrator")
    is_community = document.text.startswith("members ", span.start)
    if not is_community and any(actors.actors[m.actor].kind != "state" for m in actors.overlapping(span)):
        return None
    return party(document, span, "perpetrator", people_kind(span.of(document.text)) or "civilians", RISEN)


def _behind(sentence: Sentence, nouns: frozenset[str]) -> Iterator[list[Span]]:
    """Yield the people behind the rising's noun: "an uprising of | enslaved Africans"."""
    tokens = sentence.tokens
    for i in sentence.places(nouns | _ATTEMPTS):
        if not tokens[i].text.islower() or (tokens[i].lower in _ATTEMPTS and not _is_by(tokens, i)):
            continue
        at = i + 2 if i + 2 < len(tokens) and tokens[i + 1].lower in _WHOSE else _done_by(tokens, i)
        if at is not None and (spans := _list(tokens, at)):
            yield spans


def _is_by(tokens: Sequence[Token], noun: int) -> bool:
    return noun + 1 < len(tokens) and tokens[noun + 1].lower == "by"


def _done_by(tokens: Sequence[Token], noun: int) -> int | None:
    """Return what stands behind "held by" and the like: "a rebellion in 1854, instigated by | miners"."""
    for i in range(noun + 1, min(noun + _REACH, len(tokens) - 2)):
        if tokens[i].lower in _DONE and tokens[i + 1].lower == "by":
            return i + 2
        if tokens[i].lower in _WHO or tokens[i].text == ";":
            return None
    return None


def _list(tokens: Sequence[Token], at: int) -> list[Span]:
    """Return the people that begin at a token and those joined to them: "students, monks and housewives"."""
    found: list[Span] = []
    while at < len(tokens) and len(found) < _MOST:
        one = _of_community(tokens, at) or _people_at(tokens, at)
        if one is None:
            break
        found.append(one[0])
        after = one[1]
        after += after < len(tokens) and tokens[after].text == ","
        if after < len(tokens) and tokens[after].lower in ("and", "or"):
            at = after + 1
        elif after < len(tokens) and tokens[after - 1].text == "," and _is_listed(tokens, after):
            at = after
        else:
            break
    return found


def _is_listed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma parts a list of people here: "monks and", "monks, nuns and"."""
    phrase = read_phrase(tokens, at)
    if phrase is None or not _are_people(tokens, phrase) or phrase.first != at:
        return False
    return phrase.head + 1 < len(tokens) and tokens[phrase.head + 1].lower in ("and", ",")


def _of_community(tokens: Sequence[Token], at: int) -> tuple[Span, int] | None:
    """Return the words of "members of the Osk community", and what stands behind them."""
    if tokens[at].lower != "members" or at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return None
    for i in range(at + 2, min(at + 2 + _RUN, len(tokens))):
        if tokens[i].lower in ("community", "communities"):
            return Span(tokens[at].start, tokens[i].end), i + 1
    return None


def _people_at(tokens: Sequence[Token], at: int) -> tuple[Span, int] | None:
    """Return the words for people that begin at a token, and what stands behind them."""
    of = next((i for i in range(at, min(at + _BAND, len(tokens) - 1)) if tokens[i].lower == "of"), at)
    at = of + 1 if of > at and tokens[of - 1].lower in _BANDS else at
    phrase = read_phrase(tokens, at)
    if phrase is None and at < len(tokens) and tokens[at].lower in collectives():
        return Span(tokens[at].start, tokens[at].end), at + 1  # "officers" alone
    return (phrase.span, phrase.head + 1) if phrase is not None and _are_people(tokens, phrase) else None


def _are_people(tokens: Sequence[Token], phrase: SlotPhrase) -> bool:
    is_people = phrase.kind == "people" and tokens[phrase.head].lower.endswith(
        ("s", "men", "people", "children")
    )
    return is_people or tokens[phrase.head].text in countries().plurals


def _who_rose(sentence: Sentence) -> Iterator[list[Span]]:
    """Yield the people who are the subject of a verb of rising: "where | slaves rebelled"."""
    tokens = sentence.tokens
    for verb in sentence.places(_ROSE):
        if tokens[verb].lower == "rose" and (
            verb + 1 >= len(tokens) or tokens[verb + 1].lower not in ("up", "against", "in")
        ):
            continue
        end = verb - (verb > 0 and tokens[verb - 1].lower in _WHO)
        end -= end > 0 and tokens[end - 1].text == "," and end < verb
        phrase = phrase_before(tokens, end) if end > 0 else None
        if phrase is None or phrase.kind != "people" or not _are_people(tokens, phrase):
            continue
        if people_kind(tokens[phrase.head].text) is not None:
            yield [phrase.span]


def _before(document: Document, sentence: Sentence, nouns: frozenset[str]) -> Iterator[list[Span]]:
    """Yield where the lead has the people whose noun stands before the rising's: "a | peasant revolt"."""
    tokens = sentence.tokens
    for i in sentence.places(nouns & _RISINGS):
        noun = tokens[i - 1].lower.rstrip("'’").removesuffix("'s") if i else ""
        noun = noun if noun.endswith("s") else f"{noun}s"
        if not tokens[i].text.islower() or not (IS_AGENT_PLURAL[noun] or noun in people_plurals()):
            continue
        for told in document.lead:
            for at in told.places(frozenset((noun,))):
                yield [Span(told.tokens[at].start, told.tokens[at].start + len(noun))]
                return
