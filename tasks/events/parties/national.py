"""Attackers of whom the text only says whose they were: "an Israeli airstrike hit", "by a Northland torpedo".

An adjective of a country before a word for a strike or for what strikes, in the lead or the title:

- subject: "a Northland jet fired two missiles at", "Northland airstrikes killed"
- agent: "was sunk by a Northland torpedo", "missiles fired from a Northland aircraft"
- definition: "was a Northland air raid on"
- title: "Northland bombing of Osk"; "bombing of Northland" has the state for its target
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from tasks.actors.bodies.coalitions import leader_of
from tasks.actors.known.countries import Country, countries
from tasks.actors.known.folded_names import fold
from tasks.events.attackers.acting.air_forces import AIRCRAFT, air_force_of
from tasks.events.clauses.phase_verbs import going_on
from tasks.events.clauses.responses import tells_aftermath
from tasks.events.clauses.who_acts import suffer_attackers, was_done_to
from tasks.events.found import Found
from tasks.events.new_party import NewParty, party
from tasks.events.sections import opening
from tasks.events.triggers import violent_triggers
from tasks.events.turns import turn_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, ActorBook, Mention
from tasks.model.document import Document, Token
from tasks.model.event import Role
from tasks.model.span import Span

_MACHINES = words("machine") | words("machine_alone")
_STRIKES = words("strike_noun")
_ACTS = (words("act") | words("hit") | words("strikes") | {"destroyed", "sank", "fired"}) - {"killed"}
_DONE_BY = _ACTS | _STRIKES | {"sunk", "downed", "caused"}
_KILLS_TOO = _ACTS | {"killed"}
_ENDS = words("clause_end")
_BE = words("be")
_BY = frozenset(("by", "from", "with"))
_DURING = frozenset(("in", "during"))
_HURT = frozenset(("killed", "died", "wounded", "injured"))
_ON = frozenset(("on", "of", "against", "in", "at", "upon", "that", "which", "targeting", "carried", ","))
_COALITION_STRIKE = late_pattern(
    r"\bcoalition(?:['’]s)? (?:air ?)?(?:strikes?|raids?|bomb(?:ing|er)s?|aircraft|jets?|drones?)\b"
)
_IRREGULAR = frozenset(
    ("terrorist", "militant", "guerrilla", "guerilla", "rebel", "insurgent", "suicide", "separatist")
)
_RUN = 3  # words between an adjective and what it describes: "Northland Navy patrol boats"
_REACH = 9  # tokens between what strikes and its verb
_RULE = frozenset(
    ("rule", "occupation", "control", "domination", "plans", "policy", "influence", "soil", "territory")
)
_PLACES = words("kind_of_place")
_PARTS = frozenset(("side", "border", "frontier", "part", "half", "coast", "section"))
_PLACE_NAME = late_pattern(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_FORCES = frozenset(("army", "forces", "troops", "soldiers", "military", "navy", "police"))
_ARMIES = frozenset(("army", "military", "navy", "forces"))
_TARGETS = frozenset(
    ("targets", "positions", "bases", "ships", "vessels", "forces", "posts", "installations")
)
_OF_ADJECTIVES = ("matic", "aval", "edical", "ential", "overnmental", "ommercial", "ivil", "ilitary", "erial")
_FAR = 12  # tokens between an event noun and whom it hit
_STRUCK = _STRIKES | _MACHINES
_CREWED = words("warship") | words("aircraft")


def national_attackers(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the first state whose strike or machines did it, of the title and then of the lead's sentences.

    The actor is the state, where the article has it, else it is made of the words.
    """
    found = _of_title(document)
    for sentence in document.lead:
        if found is None and not _STRUCK.isdisjoint(sentence.words):
            is_first = sentence in opening(document)[:1]
            found = next(_of_tokens(sentence.tokens[: turn_of(sentence)], is_first=is_first), None)
    if found is None:
        return []
    span, country = found
    head = opening(document)[:1]
    is_first = bool(head) and head[0].span.contains(span)
    known = [actors.actors[m.actor] for m in actors.overlapping(span)]
    if any(a.kind != "unknown" and not (is_first and is_state(a, country)) for a in known):
        return []
    actor = (
        _coalition(document, actors, country)
        or (air_force_of(country, actors) if span.of(document.text).split()[-1] in AIRCRAFT else None)
        or _state(document, actors, country)
        or _army(actors, country)
        or _made_of(span.of(document.text), country)
    )
    return [NewParty(actor, Mention(span, actor.key, "name", "national"), "perpetrator")]


def _of_tokens(tokens: Sequence[Token], *, is_first: bool = False) -> Iterator[tuple[Span, Country]]:
    """Yield the words for what struck, from the adjective on, with their country.

    An article that opens with whose strikes these are is about them: "Northland air strikes on X went on".
    """
    for i, token in enumerate(tokens):
        if not token.text[:1].isupper():
            continue
        length, country = _adjective(tokens, i)
        if country is None:
            continue
        for head in range(i + length, min(i + length + _RUN, len(tokens))):
            word = tokens[head].lower
            if tokens[head].kind != "word" or word in _ENDS:
                break
            following = tokens[head + 1].lower if head + 1 < len(tokens) else ""
            if (
                (word in _STRIKES or word in _MACHINES)
                and not _IRREGULAR & {t.lower for t in tokens[i:head]}
                and following not in _MACHINES
                and following not in _STRIKES
                and (_does(tokens, i, head) or (is_first and i <= 1 and _is_aimed(tokens, head)))
            ):
                yield Span(token.start, tokens[head].end), country
                break


def _adjective(tokens: Sequence[Token], at: int) -> tuple[int, Country | None]:
    """Return how many words an adjective of a country has at a token, and the country."""
    known = countries().adjectives
    if at + 1 < len(tokens) and (two := known.get(f"{tokens[at].text} {tokens[at + 1].text}")) is not None:
        return 2, two
    return 1, known.get(tokens[at].text)


def _is_aimed(tokens: Sequence[Token], head: int) -> bool:
    """Whether a strike stands before whom it was aimed at: "air strikes against X"."""
    return (
        tokens[head].lower in _STRIKES
        and tokens[head + 1 : head + 2][:1] != []
        and (tokens[head + 1].lower in ("on", "against"))
    )


def _does(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether what struck is the agent or the subject of a verb of violence, or defines the event."""
    before = [t.lower for t in tokens[max(0, first - 5) : first] if t.lower not in ("a", "an", "the", "two")]
    if before and before[-1] in _BY:
        by = next((i for i in range(first - 1, -1, -1) if tokens[i].lower in _BY), 0)
        return bool(_DONE_BY & set(before[:-1])) and not suffer_attackers(tokens, by)
    word = tokens[head].lower
    if word in _STRIKES and before and before[-1] in _DURING and not _HURT.isdisjoint(before):
        return True  # "were killed in a Norland air strike"
    if word in _STRIKES and not _BE.isdisjoint(before[-2:]):  # "was a (surprise) Norland air attack on"
        return head + 1 < len(tokens) and tokens[head + 1].lower in _ON
    for i in range(head + 1, min(head + _REACH, len(tokens))):
        if tokens[i].lower in _BE and going_on(tokens, i) > i:
            return True
        if tokens[i].lower in _BE or tokens[i].lower in _ENDS or tokens[i].kind == "punct":
            return False
        if tokens[i].lower in _KILLS_TOO and not was_done_to(tokens, i):
            return tokens[i - 1].lower != "to"
    return False


def _of_title(document: Document) -> tuple[Span, Country] | None:
    """Return the adjective of a title that says whose strike it was: "Northland bombing of Osk"."""
    title = document.article.title
    at = document.text.find(title)
    if at < 0:
        return None
    parts = list(re.finditer(r"[\w.'’-]+", title))
    tokens = [Token.of(m.group(), at + m.start(), at + m.end(), "word") for m in parts]
    for i in range(len(tokens) - 2):
        length, country = _adjective(tokens, i)
        head = i + length
        if country is None or head + 1 >= len(tokens) or tokens[head].lower not in _STRIKES:
            continue
        if tokens[head + 1].lower in ("on", "upon", "of", "against", "in"):
            return Span(tokens[i].start, tokens[head].end), country
    return None


def _coalition(document: Document, actors: ActorBook, country: Country) -> Actor | None:
    """Return the coalition that the state leads, where the lead says that the coalition struck."""
    lead = document.lead
    if not any(_COALITION_STRIKE.search(document.text, s.span.start, s.span.end) for s in lead):
        return None
    found = [a for a in actors.actors.values() if leader_of(a.name) == country.name]
    return found[0] if found else None


def is_state(actor: Actor, country: Country) -> bool:
    """Return whether an actor is a country's state."""
    return actor.kind == "state" and (country.name == actor.name or country.name in actor.aliases)


def _state(document: Document, actors: ActorBook, country: Country) -> Actor | None:
    """Return the state as an actor: the article's, or one of the name that stands in the text."""
    for actor in actors.actors.values():
        if is_state(actor, country):
            return actor
    if re.search(rf"\b{re.escape(country.name)}\b", document.text) is None:
        return None
    return Actor(fold(country.name), country.name, "state", (), country.iso3)


def _army(actors: ActorBook, country: Country) -> Actor | None:
    """Return the armed forces of a country whose shells struck, where the article has them."""
    for actor in actors.actors.values():
        own = actor.name.split()
        is_army = actor.kind == "military" and own[-1].lower() in _ARMIES
        if is_army and countries().adjectives.get(own[0]) == country:
            return actor
    return None


def _force(actors: ActorBook, words_: str) -> Actor | None:
    """Return what was hit where its noun says that it is armed itself: "an attack on a Norland army post"."""
    if words_.split()[-1] not in _FORCES:
        return None
    return actors.actors.get(fold(words_)) or _made(words_)


def _made_of(words_: str, country: Country) -> Actor:
    """Return who struck by words that no actor has: a country's aircraft and ships, else the country."""
    last = words_.split()[-1].lower()
    if last in AIRCRAFT or last in _CREWED:
        return _made(words_)
    return Actor(fold(country.name), country.name, "state", (), country.iso3)


def _made(words_: str) -> Actor:
    return Actor(fold(words_), words_, "military")


def national_targets(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the state whose things the lead says were hit, by an adjective: "a raid on Norland ships"."""
    for sentence in document.lead:
        nouns = [t for t in violent_triggers(sentence) if not t.is_verb]
        if nouns and tells_aftermath(document, sentence.index):
            continue
        for noun in nouns:
            found = _hit(sentence.tokens[: turn_of(sentence)], noun.last + 1)
            if found is None:
                continue
            known = [actors.actors[m.actor].kind for m in actors.overlapping(found[0])]
            if any(kind != "unknown" for kind in known):
                continue
            span, country = found
            whole = span.of(document.text)
            if whole.split()[-1] in _PARTS:
                continue  # "on the Norland side of the border"
            if whole.split()[-1] in _PLACES and document.text.startswith(" of ", span.end):
                return _named_place(document, span.end + len(" of "), actors)  # "the Norland town of Osk"
            actor = _force(actors, whole) or _state(document, actors, country) or _made(whole)
            if actor.kind == "state" or whole.split()[-1] not in _RULE:
                return [NewParty(actor, Mention(span, actor.key, "name", "people"), "target")]
    return []


def _named_place(document: Document, at: int, actors: ActorBook) -> list[NewParty]:
    """Return the place whose name begins here, where it is nobody else's name."""
    name = _PLACE_NAME.match(document.text, at)
    span = Span(*name.span()) if name is not None else Span(at, at)
    if name is None or any(actors.actors[m.actor].kind != "unknown" for m in actors.overlapping(span)):
        return []
    return [party(document, span, "target", "unknown", "people")]


def _hit(tokens: Sequence[Token], at: int) -> tuple[Span, Country] | None:
    """Return what stands behind "on" or "against", from a country's adjective to its noun."""
    for i in range(at, min(at + _FAR, len(tokens) - 2)):
        if tokens[i].kind == "punct" or tokens[i].lower in _ENDS:
            return None
        if tokens[i].lower not in ("on", "upon", "against"):
            continue
        first = i + 1 + (tokens[i + 1].lower in ("the", "a", "an", "two", "several"))
        length, country = _adjective(tokens, first) if first < len(tokens) else (0, None)
        head = first + length
        if country is not None and head < len(tokens) and tokens[head].text.islower():
            is_longer = head + 1 < len(tokens) and (
                tokens[head + 1].lower in _TARGETS
                or (tokens[head].text.endswith(_OF_ADJECTIVES) and tokens[head + 1].text.isalpha())
            )
            return Span(tokens[first].start, tokens[head + is_longer].end), country
    return None


def of_country(new: Sequence[NewParty], given: Collection[Role], end: int) -> list[Found]:
    """Return the state whose strike it was and the one that was bombed, where the lead names nobody."""
    methods = ("national", "bombed", "people", "titled")
    sides = [
        n
        for n in new
        if n.role not in given
        and (n.mention.method in methods or (n.mention.method == "officers" and n.mention.span.end <= end))
    ]
    return [Found(n.actor.key, n.role, n.mention.span, n.mention.method) for n in sides]
