"""Who else took part in an event: participants, allies and named victims.

A *participant* is a state, a government, an armed force or group, a body or a person that the text
shows doing or undergoing something in connection with the event: it plays a part (`clause_parts`) in a
clause about the event, its preparation, the response to it or its aftermath.  One who does so only in
what somebody said is an alleged participant, with that claim.

No participants are: whoever speaks (in so far as they speak), media and monitors, bystanders as such, and
actors of something long past that a sentence only compares with.  Media, monitors, who answers through one of
their people, who is told (see `voices`), whoever a demand is about and who only reacts are *mentioned*.

An *ally* backs, joins or stands beside somebody: "backed by X", "X supported the offensive", "with the
help of X", "alongside X".  A *victim* is a named person or body that was killed, injured or abducted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tasks.events.by_sentence import stretches_in
from tasks.events.candidate import Candidate
from tasks.events.clause_parts import Part, part_of
from tasks.events.found import Words
from tasks.events.parties.clause_roles import role_of
from tasks.events.parties.earlier_dead import died_elsewhere, earlier_days, fields_of_others
from tasks.events.parties.looked_like import looked_like
from tasks.events.parties.order_of_battle import in_order_of_battle
from tasks.events.parties.reacting import only_reacts
from tasks.events.parties.voices import answers, bodies_within, has_speaker, is_house, is_told, speaks
from tasks.events.sections import is_before, told_sentences
from tasks.events.sentence_words import outermost, sentence_words
from tasks.events.subject_verb import verb_of
from tasks.events.triggers import violent_triggers
from tasks.lexicons.construction_words import words
from tasks.model.actor import Actor, ActorBook
from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence, Token
from tasks.model.event import EventActor, Role, Side
from tasks.model.order import BY_ROLE, END, START
from tasks.model.span import Span
from tasks.model.value import value

_TELLERS, _VEHICLES = ("media", "monitor"), words("vehicle")
ALLEGES_NOTHING = ("demand", "condolence", "support")  # what is asked or felt says not who did what
_KNOWN_KINDS = ("person", "government", "military")
_PUBLISHES = words("publishes")
_CROWDS = frozenset(("demonstrators", "marchers", "protesters", "protestors", "rioters", "strikers"))
_ENDS = words("clause_end") | {";"}
_NEGATES = frozenset(("not", "no", "never", "neither", "nor", "without"))
_VIOLENCE = (
    (words("act") | words("deed") | words("attacker") | words("captures") | words("suffers"))
    - {"carried", "conducted", "launched", "opened", "led"}
) | words("takes_part")
_SIDES = ("combatant", "participants", "commander", "commanded_by", "units")  # fields of the infobox
_SIDE_OF: dict[str, Side] = {"1": "a", "2": "b"}
_OPENS = frozenset(("after", "before", "despite", "during", "following", "for", "in", "over", "since"))
_NEAR = 8  # tokens
_LONG_AGO = 10  # years before the event: what is dated so early is no part of it


@value(frozen=True, slots=True)
class Involved:
    """An actor's part as one mention shows it; `event` is the index among the others, 0 for the main one."""

    event: int
    party: EventActor


def involved(
    document: Document,
    claims: Sequence[Claim],
    dates: Sequence[DateExpression],
    actors: ActorBook,
    others: Sequence[Candidate],
    begin: date | None,
) -> list[Involved]:
    """Return allies, victims and participants of all events, in text order.

    Args:
        document: the article.
        claims: all claims: what somebody says alleges, and those who speak take no part by speaking.
        dates: all dates of the article.
        actors: the article's actors.
        others: the events other than the main one, in their order.
        begin: the first day of the main event, None where it is unknown.
    """
    found = _of_infobox(document, actors) + [Involved(0, p) for p in in_order_of_battle(document, actors)]
    spoken = _by_sentence(claims)
    stretches = stretches_in(document, others)
    early = _long_past(document, dates, begin)
    before, fields = earlier_days(dates, document, begin), fields_of_others(document, others)
    for sentence in told_sentences(document):
        here, is_early = stretches.get(sentence.index), sentence.index in early
        if is_early and not here:
            continue
        for party in _of_sentence(document, sentence, actors, spoken.get(sentence.index, ())):
            event = next((i for i, span in here if span.contains(party.span)), 0) if here else 0
            if not event and party.role == "victim":  # of something earlier, whose date may be untold
                is_earlier = is_before(document.heading_of(sentence)) or sentence.index in before
                if is_earlier or died_elsewhere(document, sentence, fields):
                    party = replace(party, role="participant")
            if event or not is_early:
                found.append(Involved(event, party))
    return found


def _of_infobox(document: Document, actors: ActorBook) -> list[Involved]:
    """Return the belligerents, commanders and units that the infobox names."""
    found = []
    for field in document.article.infobox:
        name, _, number = (field.name or "").partition("_")
        if field.name not in _SIDES and name not in _SIDES:
            continue
        side = _SIDE_OF.get(number)
        near = actors.overlapping(field.span)
        inside = tuple((m.span, m.actor) for m in near if field.span.contains(m.span))
        found += [
            Involved(0, EventActor(key, "participant", span, "infobox", side))
            for span, key in outermost(inside)
        ]
    return found


def _by_sentence(claims: Sequence[Claim]) -> dict[int, list[tuple[int, Claim]]]:
    found: dict[int, list[tuple[int, Claim]]] = {}
    for index, claim in enumerate(claims):
        if claim.voice == "attributed":
            found.setdefault(claim.sentence, []).append((index, claim))
    return found


def _long_past(document: Document, dates: Sequence[DateExpression], begin: date | None) -> frozenset[int]:
    """Return the sentences that only speak of a time long before the event."""
    if begin is None:
        return frozenset()
    latest: dict[int, int] = {}
    for day in dates:
        year = day.end.year if day.end is not None else 0
        at = document.index_at(day.span.start)
        latest[at] = max(year, latest.get(at, year))
    return frozenset(at for at, year in latest.items() if year < begin.year - _LONG_AGO)


def _of_sentence(
    document: Document, sentence: Sentence, actors: ActorBook, claims: Sequence[tuple[int, Claim]]
) -> Iterator[EventActor]:
    words_ = sentence_words(sentence, actors)
    yield from (EventActor(key, "mentioned", at, "guise") for at, key in looked_like(sentence, actors))
    if not words_.mentions:
        return
    tokens = sentence.tokens
    has_inner = len(words_.mentions) < len(words_.every)
    may_be_house = has_speaker(sentence)
    previous: tuple[Part | None, Role | None] = (None, None)
    for at, (span, key) in enumerate(words_.mentions):
        actor = actors.actors.get(key)
        if actor is None:
            previous = (None, None)
            continue
        within = _within(words_, span, actors) if has_inner else ()
        listens = (claims and is_told(span, claims)) or (may_be_house and is_house(sentence, span))
        if listens or (claims and speaks(span, claims)):
            previous = (None, None)
            if listens or answers(document, span, actor, claims, actors):
                yield EventActor(key, "mentioned", span, "is_told")
            yield from within
            continue
        part = part_of(sentence, span)
        role = role_of(tokens, part, actor) if part is not None else None
        is_next = part is not None and part.name in ("joined", "apposition") and previous[0] is not None
        if part is not None and is_next and not _begins_clause(words_, part, at):
            role = previous[1] if role in (None, "participant") else role
        elif part is not None and _is_loose(tokens, part, actor):
            part, role = None, None
        previous = (part, role)
        if role is None or part is None or not _may_take(tokens, part, role, actor):
            continue
        told = _claim_with(span, claims) if claims else None
        if told is not None and role == "participant" and not _is_alleged(sentence, span, actor):
            continue
        if role == "participant" and (
            actor.kind in _TELLERS
            or (told is not None and told[1].claim_type in ALLEGES_NOTHING)
            or only_reacts(document, sentence, span, actor)
        ):
            yield EventActor(key, "mentioned", span, part.name)
        else:
            claim = None if told is None else told[0]
            yield EventActor(key, role, span, part.name, is_alleged=claim is not None, claim=claim)
        yield from within


def _begins_clause(words_: Words, part: Part, mention: int) -> bool:
    """Whether the comma before a name ends what opens the sentence: "After the murder of A, B was tried".

    Of two joined names ("A, B and C were tried") the second stands before the verb.
    """
    sentence, at = words_.sentence, part.governor
    lower = sentence.lower
    if lower[at] != "," or lower[0] not in _OPENS or "," in lower[:at]:
        return False
    those = [span for span, _ in words_.mentions[mention : mention + 2]]
    if verb_of(sentence, those[0]) is not None:
        return True
    text = " ".join(t.lower for t in sentence.tokens if those[0].end <= t.start and t.end <= those[-1].start)
    return text.split(" ")[0] == "and" and verb_of(sentence, those[-1]) is not None


def _claim_with(span: Span, claims: Sequence[tuple[int, Claim]]) -> tuple[int, Claim] | None:
    """Return the first claim whose content holds a mention, with its index."""
    for one in claims:
        for part in one[1].content:
            if part.start <= span.start and span.end <= part.end:
                return one
    return None


def _within(words_: Words, span: Span, actors: ActorBook) -> list[EventActor]:
    """Return the bodies that a mention names besides whom it is of."""
    return [
        EventActor(body, "mentioned", at, "part_of_name")
        for at, body in bodies_within(span, actors, words_.every)
    ]


def _may_take(tokens: Sequence[Token], part: Part, role: Role, actor: Actor) -> bool:
    """Whether an actor of this kind may have a role by this part.

    Bystanders are victims only, but crowds that act take part; who tells takes part by publishing or by what
    is done to them; what nobody can name does so only where it acts.
    """
    if role == "victim":
        return True
    if actor.kind in _TELLERS:
        return part.name != "owner" and (part.name != "subject" or tokens[part.governor].lower in _PUBLISHES)
    if actor.kind == "unknown":
        return part.name in ("subject", "agent") and actor.name.removesuffix("s") not in _VEHICLES
    if actor.kind == "civilians":
        return part.name in ("subject", "agent") and actor.name.split()[-1].lower() in _CROWDS
    return True


def _is_alleged(sentence: Sentence, span: Span, actor: Actor) -> bool:
    """Whether what is said of a name alleges a part: not where it is denied of an attack.

    A group without a name of its own ("X militants") takes part only near a word for violence: "the
    deployment of X militants to Y" alleges no part in this event.
    """
    every = violent_triggers(sentence)
    is_named = actor.kind in _KNOWN_KINDS or any(map(str.isupper, actor.name.split()[-1]))
    if is_named and not every:
        return True
    tokens, lower = sentence.tokens, sentence.lower
    first = bisect_left(tokens, span.start, key=START)
    last = max(first, bisect_left(tokens, span.end, key=END))
    begin, end = first, min(last, len(tokens) - 1)
    while begin > 0 and first - begin < _NEAR and lower[begin - 1] not in _ENDS:
        begin -= 1
    while end + 1 < len(tokens) and end - last < _NEAR and lower[end + 1] not in _ENDS:
        end += 1
    violent = any(begin <= t.first and t.last <= end for t in every)
    if violent and any(w in _NEGATES or w.endswith("n't") for w in lower[begin:first]):
        return False
    return is_named or violent or not _VIOLENCE.isdisjoint(lower[begin : end + 1])


def _is_loose(tokens: Sequence[Token], part: Part, actor: Actor) -> bool:
    """Whether a comma alone brings the name, behind another that plays no part; a person's office may."""
    return part.name == "joined" and tokens[part.governor].text == "," and actor.kind != "person"


_RANK: dict[Role, int] = {"ally": 0, "victim": 1, "participant": 2, "mentioned": 3}


def with_involved(parties: Sequence[EventActor], more: Sequence[EventActor]) -> tuple[EventActor, ...]:
    """Return the parties of one event with those who were involved besides.

    Each actor once: a part before a mere mention, the article's own voice before what somebody alleges, ally
    and victim before participant, then the first mention.  Who has a role already gets no other, but a target
    may be a victim.
    """
    roles: dict[str, set[Role]] = {}
    for party in parties:
        roles.setdefault(party.actor, set()).add(party.role)
    chosen: dict[str, EventActor] = {}
    for one in more:
        has = roles.get(one.actor)
        if has is None or (has == {"target"} and one.role == "victim"):
            before = chosen.get(one.actor)
            if before is None or _rank(one) < _rank(before):
                chosen[one.actor] = one
    return tuple(sorted((*parties, *chosen.values()), key=BY_ROLE))


def _rank(one: EventActor) -> tuple[bool, bool, int, int, int]:
    return one.role == "mentioned", one.is_alleged, _RANK[one.role], one.span.start, one.span.end
