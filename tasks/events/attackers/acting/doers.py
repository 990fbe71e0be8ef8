"""Who did it, told by a common noun alone: "police opened fire on", "was carried out by a group of majors".

Nobody speaks as "police" or "ratings", so that such people are no actors until an event needs them.  This is
the mirror of what `aimed` reads of targets, for articles that name nobody who did it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.actors.context.guises import begin_of_guise
from tasks.actors.known.countries import countries
from tasks.actors.names.written import is_capitalised
from tasks.events.attackers.acting.hit_back import hits_back
from tasks.events.attackers.acting.named_police import named_police
from tasks.events.clauses.causatives import causatives
from tasks.events.clauses.dispersed import is_put_down
from tasks.events.clauses.guarded import is_violent
from tasks.events.clauses.phrasal import ends_passive, phrasal
from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, phrase_before, read_phrase
from tasks.events.clauses.phrases.times import is_time
from tasks.events.clauses.thrown import only_throws
from tasks.events.clauses.unasserted import is_unasserted
from tasks.events.clauses.undergone import before_aside
from tasks.events.clauses.who_acts import before_date, is_earlier, was_done_to
from tasks.events.new_party import NewParty, party
from tasks.events.sections import own_body
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import violent_triggers
from tasks.events.turns import turn_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.lexicons.weapon_nouns import weapon_heads
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence, Token
from tasks.model.span import Span

_BE = words("be")
_VERBS = (words("act") | words("hit") | words("captures") | {"overthrew", "ousted", "deposed", "charged"}) - {
    "burst", "carried", "dropped", "mistook", "threw", "attacks", "conducted", "drove", "launched"
}  # fmt: skip
_HURLS = frozenset(("threw", "hurled", "lobbed", "drove"))  # something at somebody
_INTO = frozenset(("at", "into", "onto"))
_VERBS |= _HURLS
_HURLED = 8  # tokens
_DONE_BY = words("deed") | words("done_to") | _VERBS | {"out", "fought"}
_INQUIRIES = words("inquiry")
_BY = frozenset(("by",))
_ARTICLES = frozenset(("the", "a", "an"))
_UNITS = frozenset(("unit", "group", "brigade", "squad", "militia", "movement", "gang", "faction", "cell"))
_VERBS_OR_BY = _VERBS | _BY
_GOES_OFF = deeds("blast") | {"fire", "round", "shell"}
_MACHINES = words("aircraft") | {"fighter", "gunship", "gunships"}
_LED_ON = frozenset(("had", "then", "also", "have"))
_NO_SUBJECT = (
    words("complement_preposition")
    | words("in_preposition")
    | {"of", "with", "by", "than", "as", "including"}
)
_BANDS = words("band")
_GUESSES = (
    ("up", "to"),
    ("more", "than"),
    ("at", "least"),
    ("less", "than"),
    ("fewer", "than"),
    ("close", "to"),
)
_ESTIMATES = frozenset(
    ("more", "than", "at", "least", "up", "to", "about", "around", "nearly", "over", "some")
)
_DETERMINERS = frozenset(("the", "a", "an", "large", "small", "armed", "some", "about", "several", "unknown"))
_DESCRIBES = words("describes_people")
_DESCRIBED = 12  # tokens
_JOINED = 14  # tokens between two verbs of one subject
_SPEAKS = frozenset(("that", "who", "which"))
_ACTING = ("armed_group", "military", "person")
_NEAR = 12  # tokens between an event noun and "by"
_LISTED = 20  # tokens, where a list of victims stands between
_HARMLESS = frozenset(("tear", "gas", "teargas", "warning", "air", "salute", "flares", "rubber", "cannons"))
_MOST = 2  # of one sentence


def doers(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people of the first sentence that says by a common noun who acted, the lead's first."""
    for sentence in (*document.lead, *own_body(document)):
        if _VERBS_OR_BY.isdisjoint(sentence.words) and not phrasal(sentence):
            continue
        found = [_doer(document, actors, phrase) for phrase in _acting(sentence)]
        found += [*_named_agents(document, actors, sentence)]
        told = [f for f in found if f is not None and not is_unasserted(document, f.mention.span)]
        if told and not only_throws(document, sentence):
            return told[:_MOST]
    return []


def _acting(sentence: Sentence) -> Iterator[SlotPhrase]:
    """Yield the phrases for people who act in a sentence: subjects of verbs of violence, then agents."""
    tokens, end = sentence.tokens, turn_of(sentence)
    several = phrasal(sentence)
    for verb in sorted({*sentence.places(_VERBS), *several}) if several else sentence.places(_VERBS):
        if tokens[verb].lower in _HURLS and not _is_hurled(tokens, verb):
            continue
        is_suffered = verb in causatives(sentence).values()  # "had forty prisoners executed"
        phrase = _subject(tokens, verb) if verb < end and not is_suffered else None
        if phrase is not None and (guise := begin_of_guise(sentence, phrase.first)):
            phrase = phrase_before(tokens, guise)  # "men disguised as soldiers"
        if phrase is not None and phrase.kind == "people":
            yield phrase
    for by in sentence.places(_BY):
        if 0 < by < min(end, len(tokens) - 1) and _is_deed(sentence, by):
            phrase = read_phrase(tokens, _behind_estimate(tokens, by + 1))
            if phrase is not None and phrase.kind == "people":
                yield phrase


def _behind_estimate(tokens: Sequence[Token], at: int) -> int:
    """Return where a number stands behind words that make it a guess: "more than | 30 men", else `at`."""
    end = at
    while end < min(at + 3, len(tokens) - 1) and tokens[end].lower in _ESTIMATES:
        end += 1
    return end if tokens[end].kind == "number" else at


def _named_agents(document: Document, actors: ActorBook, sentence: Sentence) -> Iterator[NewParty]:
    """Yield the bodies that are named only as agents: "was stormed by the Northland Kestrel unit"."""
    tokens, end = sentence.tokens, turn_of(sentence)
    for by in sentence.places(_BY):
        if not 0 < by < min(end, len(tokens) - 1) or not _is_deed(sentence, by):
            continue
        first = by + 1 + (tokens[by + 1].lower in _ARTICLES)
        first += first < len(tokens) and tokens[first].text in countries().adjectives
        last = first
        while last < len(tokens) and tokens[last].kind == "word" and tokens[last].text[:1].isupper():
            last += 1
        if last == first or is_time(tokens, first) or not is_capitalised(tokens[last - 1].text):
            continue  # "by Northland-based militants": no name
        if last < len(tokens) and tokens[last].lower == "of":
            continue  # "by E-boats of the Northland Navy"
        if _is_machine(tokens, first, last) or _is_weapon(tokens, last):
            continue  # "by a B-52 bomber": whose it is stands elsewhere
        last += last < len(tokens) and tokens[last].lower in _UNITS
        span = Span(tokens[first].start, tokens[last - 1].end)
        if not actors.overlapping(span) and not tokens[last - 1].text.endswith(("'s", "’s")):
            yield party(document, span, "perpetrator", "armed_group", "doer")


def _is_machine(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether capitals are the type of an aircraft or ship: "B-52 Bomber", "an RAF Mk1 Heron bomber"."""
    has_number = any(any(map(str.isdigit, t.text)) for t in tokens[first:last])
    return has_number and any(t.lower in _MACHINES for t in tokens[last - 1 : last + 1])


def _is_weapon(tokens: Sequence[Token], end: int) -> bool:
    """Whether capitals are what something was done with: "by an IED explosion", "by an AK-47 rifle"."""
    near = {t.lower for t in tokens[end - 1 : end + 1]}
    return not weapon_heads().isdisjoint(near) or not _GOES_OFF.isdisjoint(near)


def _subject(tokens: Sequence[Token], verb: int) -> SlotPhrase | None:
    """Return the phrase of which an active verb is the predicate."""
    if not is_verb(tokens[verb]) or was_done_to(tokens, verb) or is_earlier(tokens, verb - 1):
        return None
    if not is_violent(tokens, verb):
        return None
    if tokens[verb].lower == "fired" and not _HARMLESS.isdisjoint(
        t.lower for t in tokens[verb + 1 : verb + 5]
    ):
        return None
    following = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
    if (
        following == "by" or following in _BE
    ):  # "villagers attacked by rebels", "the number of pupils killed is"
        return None
    begin = verb
    while begin > 0 and (tokens[begin - 1].lower in _LED_ON or tokens[begin - 1].lower.endswith("ly")):
        begin -= 1
    begin -= begin > 0 and tokens[begin - 1].lower in _SPEAKS
    begin = _joined_to(tokens, begin)
    begin = before_aside(tokens, begin) or begin if begin else begin
    phrase = phrase_before(tokens, begin) if begin else None
    if phrase is None or phrase.kind != "people":
        phrase = _described_subject(tokens, begin) or phrase
    if phrase is None:
        return None
    before = _before_determiners(tokens, phrase.first)
    while before > 0 and tokens[before].lower == "of" and tokens[before - 1].lower in _BANDS:
        before = _before_determiners(tokens, before - 1)  # "a group of armed rioters"
    if before >= 0 and (tokens[before].lower in _NO_SUBJECT or tokens[before].lower in _BE):
        return None
    return phrase


def _is_hurled(tokens: Sequence[Token], verb: int) -> bool:
    """Whether something was thrown at people or a place, or driven into them."""
    for i in range(verb + 2, min(verb + _HURLED, len(tokens) - 1)):
        if tokens[i].lower in _INTO:
            phrase = read_phrase(tokens, i + 1)
            return phrase is not None and phrase.kind != "name"
        if tokens[i].kind == "punct":
            return False
    return False


def _joined_to(tokens: Sequence[Token], begin: int) -> int:
    """Return where the first of two verbs with one subject begins: "they broke windows and set fire to"."""
    if begin < 2 or tokens[begin - 1].lower != "and":
        return begin
    for at in range(begin - 2, max(0, begin - _JOINED), -1):
        if is_verb(tokens[at]):
            return begin if tokens[at].lower in _BE or tokens[at - 1].lower in _BE else at
        if tokens[at].text in (";", ":", ",") or tokens[at].lower in _SPEAKS:
            return begin
    return begin


def _described_subject(tokens: Sequence[Token], begin: int) -> SlotPhrase | None:
    """Return people with words behind them before a verb: "peasants armed with axes", "rustlers from Osk"."""
    for at in range(begin - 1, max(0, begin - _DESCRIBED), -1):
        word = tokens[at].lower
        if word in _DESCRIBES:
            phrase = phrase_before(tokens, at)
            if phrase is not None and phrase.kind == "people":
                inside = tokens[phrase.first : phrase.head]
                return None if any(is_verb(t) for t in inside) else phrase  # "They killed two watchmen in"
        elif tokens[at].kind == "punct" or is_verb(tokens[at]) or word in _SPEAKS:
            return None
    return None


def _before_determiners(tokens: Sequence[Token], at: int) -> int:
    """Return the index before the articles, numbers and adjectives of size that stand before a token."""
    before = at - 1
    while before >= 0 and (tokens[before].kind == "number" or tokens[before].lower in _DETERMINERS):
        before -= 1
    if before >= 1 and (tokens[before - 1].lower, tokens[before].lower) in _GUESSES:
        before -= 2  # "up to 40 militants"
    return before


def _is_deed(sentence: Sentence, by: int) -> bool:
    """Whether "by" follows a deed, or an event of violence: "a raid by commandos"."""
    tokens, by = sentence.tokens, before_date(sentence.tokens, by)
    before = [t.lower for t in tokens[max(0, by - _NEAR) : by]]
    if not _INQUIRIES.isdisjoint(before) or is_put_down(before):
        return False
    if tokens[by - 1].lower in _DONE_BY or ends_passive(sentence, by):
        return True
    if is_verb(tokens[by - 1]) or tokens[by - 1].kind == "punct":
        return False
    events = [t for t in violent_triggers(sentence) if not t.is_verb or _is_plural(tokens, t.last)]
    return any(
        t.last < by
        and by - t.last <= (_NEAR if _is_parted(tokens, t.last, by) else _LISTED)
        and not any(is_verb(x) or (x.kind == "punct" and x.text != ",") for x in tokens[t.last + 1 : by])
        and not (_is_parted(tokens, t.last, by) and any(x.text == "," for x in tokens[t.last + 1 : by]))
        for t in events
    )


def _is_plural(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a word that may be a verb is a plural noun here: "were attacks by settlers"."""
    following = tokens[noun + 1].lower if noun + 1 < len(tokens) else ""
    return tokens[noun].lower.endswith("s") and following in ("by", "on", "against")


def _is_parted(tokens: Sequence[Token], noun: int, by: int) -> bool:
    """Whether commas before "by" part clauses, and are none of a list: "of men, women, and children by"."""
    commas = [i for i in range(noun + 1, by) if tokens[i].text == ","]
    return not commas or tokens[commas[-1] + 1].lower != "and"


def _doer(document: Document, actors: ActorBook, phrase: SlotPhrase) -> NewParty | None:
    """Return people as a party; None for "people", and for actors, of whom other rules ask."""
    kind = people_kind(phrase.span.of(document.text))
    if kind is None or hits_back(document, phrase.span.start):
        return None
    inside = actors.overlapping(phrase.span)
    behind = Span(phrase.span.end + 1, phrase.span.end + 2)
    if any(actors.actors[m.actor].kind in _ACTING for m in actors.overlapping(behind)):
        return None  # "the Norland frigate X": a name
    if any(m.span.end >= phrase.span.end or actors.actors[m.actor].kind in _ACTING for m in inside):
        return None
    force = named_police(document, actors) if phrase.span.of(document.text).lower() == "police" else None
    if force is not None:
        return NewParty(
            actors.actors[force.actor], Mention(force.span, force.actor, "name", "doer"), "perpetrator"
        )
    return party(document, phrase.span, "perpetrator", kind, "doer")
