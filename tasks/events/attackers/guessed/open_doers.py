"""Who did it by whatever noun, where the article gives no attacker: "was hanged by a crowd of white men".

`doers` reads people whose noun is known behind a deed that is known, and actors have rules of their own.
This reads the agent behind any "by" and the subject of any verb of violence whose last word is one for people
or a force, or a people's name: "attacks on Danes by upper-caste Ravens", "an attempt by the Kelp Tigers to
sink", "a punitive march of the German Landwehr against".  It counts only where nobody else did it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.actors.context.guises import is_guise
from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import context, heads
from tasks.events.attackers.blamed.said_agents import is_quoted
from tasks.events.attackers.guessed.likely import FIRST, NOT_DONE, SHORT, THINKS
from tasks.events.attackers.guessed.own_group import groups_of_victim
from tasks.events.by_sentence import Stretches
from tasks.events.clauses.dispersed import is_held_by, is_put_down
from tasks.events.clauses.other_agents import is_of_other
from tasks.events.clauses.phrases.slot_phrase import is_passed, kind_of, stops
from tasks.events.clauses.phrases.times import is_time
from tasks.events.clauses.unasserted import is_unasserted
from tasks.events.clauses.who_acts import hit_attackers, suffer_attackers
from tasks.events.found import Found
from tasks.events.new_party import NewParty, its_part, party
from tasks.events.other_years import of_other_years
from tasks.events.sections import opening, own_sentences
from tasks.events.subject_verb import is_verb
from tasks.events.turns import turn_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.months import MONTH_NAMES
from tasks.lexicons.violence import verbs_that, words_of
from tasks.model.actor import ActorBook, ActorKind, Mention
from tasks.model.document import Document, Sentence, Token
from tasks.model.event import EventActor
from tasks.model.span import Span

_BY = frozenset(("by",))
_TEXTS = context("authored")
_MEN = words("members") | words("band")
_FORCES = _MEN | {"army", "regiment", "corps", "fleet", "squadron", "commando", "expedition", "levies"}
_DOES = ("attacks", "destroys", "encloses", "harms", "kills", "robs", "takes", "wounds")
_VERBS = words_of(verbs_that(_DOES, ("",)), "past") | words("captures")
_BE = words("be")
_VAGUE = words("vague_people")
_AGAINST = frozenset(("against", "on", "upon"))
_MARCHES = words("offensive_noun") | {"march", "expedition", "operation", "attack", "raid"}
_FREED = frozenset(("freed", "rescued", "released", "liberated"))  # who stormed a house to do so
_COUPS = words("coup")
_LOYAL = frozenset(("loyal", "loyalist"))
_MONTHS = frozenset(month.lower() for month in MONTH_NAMES)
_RULED = frozenset(("imposed", "curfew", "declared", "lifted", "issued", "ban", "alert", "use"))
_RUN = 8  # words of a phrase
_YEAR = 4  # digits
_DEED = 5  # tokens before "by" that tell what was done
_KINDS = ("armed_group", "military", "organisation", "civilians", "unknown", "state")


def open_doers(
    document: Document, actors: ActorBook, parties: Sequence[EventActor], others: Stretches
) -> tuple[list[NewParty], list[EventActor]]:
    """Return who the first sentences say did it, by whatever noun, where no attacker is known."""
    if any(p.role == "perpetrator" for p in parties):
        return [], []
    hit = {p.actor for p in parties if p.role in ("target", "victim")} | groups_of_victim(document, actors)
    told = own_sentences(document)
    for sentence in told if len(told) <= SHORT else opening(document)[:FIRST]:
        if _is_of_other_year(document, sentence) or not _FREED.isdisjoint(sentence.words):
            continue
        for span in _phrases(sentence):
            if any(s.contains(span) for _, s in others.get(sentence.index, ())) or _is_loyal(document, span):
                continue
            found = Found("", "perpetrator", span, "doer", grade="agent")
            if (
                is_of_other(document, sentence, found)
                or is_quoted(found, document)
                or is_unasserted(document, span)
            ):
                continue
            new = _party(document, span, actors)
            if new is not None and new.actor.key not in hit:
                return [new], [its_part(new)]
    return [], []


def _is_loyal(document: Document, span: Span) -> bool:
    """Whether those who act stood by the ruler when a coup was made: "Loyal troops retook the station"."""
    is_coup = not _COUPS.isdisjoint(document.article.title.lower().split())
    return is_coup and not _LOYAL.isdisjoint(span.of(document.text).lower().split())


def _is_of_other_year(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence names a year that the first one does not, or goes on from one of another year."""
    if sentence.index in of_other_years(document):
        return True
    years = {t.text for t in sentence.tokens if t.kind == "number" and len(t.text) == _YEAR}
    first = (opening(document) or own_sentences(document))[:1]
    return not years <= {t.text for one in first for t in one.tokens}


def _party(document: Document, span: Span, actors: ActorBook) -> NewParty | None:
    """Return words as the actor that they are of, else as a new one; None for one that cannot act."""
    known = next((m for m in actors.overlapping(span) if m.span.end >= span.end), None)
    if known is None:
        noun = span.of(document.text).lower().rpartition(" ")[2]
        kind: ActorKind = "military" if heads().get(noun) == "military" else "civilians"
        return party(document, span, "perpetrator", kind, "doer")  # "the Xenda special police unit"
    actor = actors.actors[known.actor]
    if actor.kind not in _KINDS:
        return None
    return NewParty(actor, Mention(known.span, known.actor, "name", "doer"), "perpetrator")


def _phrases(sentence: Sentence) -> Iterator[Span]:
    """Yield the phrases for who acted in a sentence: agents, those whose march it was, subjects."""
    tokens, end = sentence.tokens, turn_of(sentence)
    for by in sentence.places(_BY):
        deed = [t.lower for t in tokens[max(0, by - _DEED) : by]]
        done = NOT_DONE.isdisjoint(deed) and not _is_repelled(deed) and not suffer_attackers(tokens, by)
        done = done and not is_held_by(deed) and not is_put_down([t.lower for t in tokens[:by]])
        done = done and _RULED.isdisjoint(deed)  # "a curfew was imposed by the authorities"
        done = done and not (deed and deed[-1] in THINKS)  # "believed by X to be"
        done = done and _TEXTS.isdisjoint(deed[-2:])  # "a report by peacekeepers was inconclusive"
        if 0 < by < min(end, len(tokens) - 1) and done and tokens[by - 1].kind == "word":
            span = _phrase(tokens, by + 1)
            if span is not None:
                yield span
    for noun in sentence.places(_MARCHES):
        if noun + 2 < end and tokens[noun + 1].lower == "of":
            span = _phrase(tokens, noun + 2)
            after = next((t.lower for t in tokens if span is not None and t.start >= span.end), "")
            if span is not None and after in _AGAINST:
                yield span
    for verb in sentence.places(_VERBS):
        span = _subject(tokens, verb) if 0 < verb < end and not hit_attackers(tokens, verb) else None
        if span is not None and not is_guise(sentence, span):
            yield span


def _is_repelled(deed: Sequence[str]) -> bool:
    """Whether the words before "by" tell who defended himself: "they were pushed back by rebel fighters"."""
    return (
        deed[-1:] == ["repelled"]
        or deed[-1:] == ["repulsed"]
        or deed[-2:-1] in (["pushed"], ["driven"], ["beaten"], ["held"], ["thrown"], ["forced"])
    )


def _phrase(tokens: Sequence[Token], at: int) -> Span | None:
    """Return the words of a phrase for people or a force that begins at a token, without determiners."""
    if is_time(tokens, at) or _is_deed(tokens, at):
        return None
    first = at
    while first < len(tokens) and (tokens[first].kind == "number" or is_passed(tokens[first])):
        first += 1
    end = first
    while end < len(tokens) and end - first < _RUN and not stops(tokens[end]):
        if end > first and is_verb(tokens[end]):
            break
        end += 1
    if end == first:
        return None
    if tokens[end - 1].lower == "force" and end < len(tokens) and tokens[end].lower == "of":
        return None  # "thrown over by the force of the blast"
    if end + 1 < len(tokens) and tokens[end].lower == "of" and tokens[end - 1].lower in _MEN:
        inner = _phrase(tokens, end + 1 + (tokens[end + 1].lower in ("some", "about")))
        return inner if inner is not None else _span(tokens, first, end)
    return _span(tokens, first, end)


def _is_deed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a gerund begins here, which tells how and not who: "by sending four regiments"."""
    if at + 1 >= len(tokens) or not tokens[at].text.islower() or not tokens[at].text.endswith("ing"):
        return False
    after = tokens[at + 1]
    return after.kind == "number" or is_passed(after)


def _span(tokens: Sequence[Token], first: int, end: int) -> Span | None:
    """Return a phrase whose last word is one for people or a force, or a name in the plural."""
    last = tokens[end - 1]
    is_vague = end - first == 1 and last.lower in _VAGUE
    is_people = last.text.islower() and not is_vague and (kind_of(last) == "people" or last.lower in _FORCES)
    is_name = last.text[:1].isupper() and (last.text.endswith("s") or last.text in countries().plurals)
    before = tokens[first - 1].lower if first else ""
    is_body = last.text[:1].isupper() and before == "the" and tokens[first].text in countries().adjectives
    if not (is_people or is_name or is_body) or last.text.endswith(("'s", "’s")):
        return None
    return Span(tokens[first].start, last.end)


def _subject(tokens: Sequence[Token], verb: int) -> Span | None:
    """Return the phrase right before an active verb of violence."""
    if tokens[verb - 1].lower in _BE or not is_verb(tokens[verb]):
        return None
    if verb + 1 < len(tokens) and tokens[verb + 1].lower in ("by", "in", "on", "at", "during", "and", ","):
        return None
    first = verb
    while first and verb - first < _RUN and not stops(tokens[first - 1]):
        first -= 1
    while first < verb and (tokens[first].kind == "number" or is_passed(tokens[first])):
        first += 1
        if tokens[first - 1].kind == "number" and tokens[first].lower in _MONTHS:  # "On 22 May rebels shot"
            return _span(tokens, first + 1, verb) if first + 1 < verb else None
    is_behind = first > 0 and tokens[first - 1].lower in ("of", "with", "by", "from", "in", "at", "on", "to")
    return _span(tokens, first, verb) if first < verb and not is_behind else None
