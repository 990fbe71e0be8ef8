"""Who the attackers turned out to be: "those who were captured turned out to be X", "the raiders were X".

What an article calls by a common noun as it tells of the deed, it may name once some of them were seen close:
a people, a group, the men of a body.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tasks.events.attackers.fitness import may_attack
from tasks.events.by_sentence import Stretches
from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.new_party import NewParty, party
from tasks.events.sections import told_sentences
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_PLURALS = any_of(words("attackers"))
_SEEN = "captured|arrested|killed|caught|taken|seized|detained|apprehended|wounded"
_TURNS_OUT = late_pattern(
    rf"\b(?:(?:the|all|both|several|some|most|two|three|four) (?:of the )?(?:\w+ )?(?:{_PLURALS})"
    rf"|those (?:who (?:were |had been )?|of them |raiders |men )?(?:{_SEEN})"
    rf"|the (?:{_SEEN}|dead) (?:men|{_PLURALS})|prisoners|the prisoners)"
    r"[^.;:]{0,80}?"
    r" (?:turned out to (?:be|have been)|proved to (?:be|have been)|belonged to"
    r"|(?:were|was|had been)(?: \w+)? (?:identified as|found to be|recogni[sz]ed as|revealed to be"
    r"|shown to be|known to be|said to be))"
    r" (?:(?:members|men|fighters|soldiers|warriors|followers|veterans|officers|agents|militants|deserters)"
    r" (?:of|from) )?(?:the |a |an )?(?:ethnic |armed )?(?P<who>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)",
    re.IGNORECASE,
)
_PEOPLE = any_of(words("members"))
_NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*"
_THEY_WERE = late_pattern(  # "The raiders were X from Osk", "The gunmen are believed to be men of the X"
    rf"\b[Tt]he (?:[a-z]+ )?(?:{_PLURALS})(?:, [^,.;:]{{1,60}},)?"
    r" (?:were|are|had been|have been|belonged to)(?: [a-z]+ly| all| mostly)?"
    r"(?P<guess> (?:believed|suspected|said|thought|reported|presumed|alleged|assumed)"
    r" to (?:be|have been|belong to|have belonged to))?"
    rf" (?:(?:[a-z]+ )?(?P<of>{_PEOPLE}) (?:of|from) )?(?:the |a |an )?(?:ethnic |armed )?"
    rf"(?:(?:[A-Z][a-z]+ |[a-z]+ ){{0,2}}?(?:group|organi[sz]ation|movement|militia|faction|sect|gang)"
    rf" (?:called |named )?(?:the )?)?(?P<who>{_NAME})"
)
_TURNS = words("turns_out")
_NAMED = r"(?:the |an? )?(?P<who>[A-ZÀ-Þ])"
_MEMBERS = any_of(words("members"))
_THEY_ARE = late_pattern(
    r"(?:They|All (?:\w+ )?(?:of them|of the men|three|four|five|six)|All|Both)"
    rf" (?:(?:were|had been|are)(?: all| both)? (?:{_MEMBERS}) (?:of|from)|belonged to"
    rf"|(?:said (?:that )?they were|(?:introduced|identified|described|presented|called) themselves as)"
    rf" (?:{_MEMBERS}) (?:of|from)) {_NAMED}"
)
_BY_PEOPLE = (
    late_pattern(  # "it was taken over by four young people", the only ones of whom there are several
        rf"\b(?:was|had been) (?:\w+ ){{1,3}}?[^.;:]{{0,60}}?\bby"
        rf" (?:[a-z-]+ ){{0,4}}?(?:{any_of(words('attackers') | words('vague_people'))})\b"
    )
)
_ARRESTED = frozenset(("arrested", "detained", "apprehended"))
_LOST = frozenset(("killed", "died", "dead", "wounded", "protesters", "demonstrators"))
_GROUP = late_pattern(
    rf"(?P<who>{_NAME}), (?:an? )(?:[\w-]+ ){{0,3}}(?:network|group|cell|gang|organi[sz]ation|sect)\b"
)
_COPULAS = frozenset(("were", "are", "been", "belonged"))
_ATTACKERS = words("attackers")
_NOUN = late_pattern(r" ([a-z]+)")
_GOES_ON = frozenset(("from", "and", "of", "who", "with", "in", "led", "under", "whose", "or", "armed"))
_KINDS = ("armed_group", "military", "organisation", "party", "unknown", "civilians", "government")


def identified(document: Document, actors: ActorBook, others: Stretches) -> list[NewParty]:
    """Return the group or people that the attackers turned out to be, of the first sentence that says so."""
    for sentence in told_sentences(document):
        match = _match(document, sentence)
        if match is None or not match["who"][:1].isupper():
            continue
        span = Span(*match.span("who"))
        if any(s.contains(span) for _, s in others.get(sentence.index, ())):
            continue
        is_guess = bool(match.groupdict().get("guess"))
        known = next((m for m in actors.overlapping(span) if m.span.start <= span.start), None)
        if known is None:
            name = re.match(_NAME, match["who"])
            assert name is not None
            people = _with_noun(document.text, Span(span.start, span.start + name.end()))
            if people is None:
                continue
            return [party(document, people, "perpetrator", "civilians", "identified", is_alleged=is_guess)]
        found = _known_one(document, known, actors, is_alleged=is_guess)
        if found is not None:
            return [found]
    return _members(document, actors)


def _members(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the body of which the lead says that those were members by whom something was done."""
    for before, sentence in pairwise(document.lead):
        match = _THEY_ARE.match(document.text, sentence.span.start, sentence.span.end)
        begin, end = before.span.start, before.span.end
        if match is None or not (_BY_PEOPLE.search(document.text, begin, end) or _is_of_arrest(before)):
            continue
        at = Span(match.start("who"), match.end("who"))
        known = next((m for m in actors.overlapping(at) if m.span.start <= at.start), None)
        if known is None and (name := _GROUP.match(document.text, at.start)) is not None:
            return [party(document, Span(*name.span("who")), "perpetrator", "armed_group", "identified")]
        found = None if known is None else _known_one(document, known, actors)
        if found is not None:
            return [found]
    return []


def _is_of_arrest(sentence: Sentence) -> bool:
    """Whether a sentence tells of people who were arrested, and of nobody who was killed."""
    return not _ARRESTED.isdisjoint(sentence.words) and _LOST.isdisjoint(sentence.words)


def _known_one(
    document: Document, known: Mention, actors: ActorBook, *, is_alleged: bool = False
) -> NewParty | None:
    """Return an actor as the one identified, None if it is none that attacks."""
    actor = actors.actors[known.actor]
    if actor.kind not in _KINDS or not may_attack(actor.key, document, actors):
        return None
    return NewParty(actor, Mention(known.span, known.actor, "name", "identified"), "perpetrator", is_alleged)


def _match(document: Document, sentence: Sentence) -> re.Match[str] | None:
    """Return where a sentence says who the attackers were."""
    begin, end = sentence.span.start, sentence.span.end
    match: re.Match[str] | None = None
    if not _TURNS.isdisjoint(sentence.words):
        match = _TURNS_OUT.search(document.text, begin, end)
    if (
        match is None
        and not _ATTACKERS.isdisjoint(sentence.words)
        and not _COPULAS.isdisjoint(sentence.words)
    ):
        match = _THEY_WERE.search(document.text, begin, end)
    return match


def _with_noun(text: str, name: Span) -> Span | None:
    """Return a people's name with the noun that it stands before: "Osk warriors"; None for an adjective."""
    behind = _NOUN.match(text, name.end)
    if behind is None:
        return name
    if people_kind(behind[1]) is not None:
        return Span(name.start, behind.end())
    return name if behind[1] in _GOES_ON else None
