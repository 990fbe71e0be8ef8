"""Who had others fire: "General X ordered troops of the Y to fire into the crowd": X and Y did it.

So did who "ordered the survivors to be shot", "ordered the execution of X", "gave the order to fire", by whom
"the order was given", and those on whose orders it was: "the execution of sixty officials on the orders of X"
and "shot by a man who acted on instructions from X", "on X's orders"; those on whose behalf it was done,
and those whose sentence or order somebody carried out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from tasks.events.clauses.causatives import causatives
from tasks.events.found import Found, Words
from tasks.events.party_choice import OBEYED
from tasks.events.subject_verb import verb_of
from tasks.events.triggers import violent_triggers
from tasks.lexicons.violence import forms_of, nouns_that, verbs_that, words_of
from tasks.model.order import START
from tasks.model.span import Span

_ORDERED = frozenset(("ordered", "commanded", "told", "instructed"))
_ORDERS = frozenset(("orders", "order", "instructions", "behest", "instigation"))
_ON = frozenset(("on", "under", "at", "upon"))
_OF = frozenset(("of", "from"))
_ACTED = frozenset(("acting", "acted"))
_BEHALF = frozenset(("behalf",))
_DONE_FOR = _ACTED | {
    "flown", "operated", "operating", "fighting", "fought", "conducted", "launched", "committed", "out",
    "hired",
}  # fmt: skip
_CARRIED = frozenset(("carried", "carrying", "executed", "obeyed", "fulfilled"))
_SENTENCES = frozenset(("sentence", "verdict", "order", "orders", "decision", "instructions"))
_FIRE = words_of(verbs_that(("attacks", "kills", "harms", "destroys")), "base") | {"fire", "open", "charge"}
_KILLED = words_of(verbs_that(("kills",)), "participle") | {"shot"}
_KILLINGS = forms_of(nouns_that(("kills",), ("", "people", "object")))
_GAVE = frozenset(("gave", "issued", "gives"))
_GIVEN = frozenset(("given", "issued", "signed"))
_ON_SIGHT = ("on", "sight")
_LATER = frozenset(("after", "following", "since"))
_TIME = 4  # tokens of "after the suicide bombing"
_GIVES = 4  # tokens of "gave the fatal order"
_BEFORE = 5  # tokens between "carried out" and what was carried out
_WHOSE = 7  # tokens of "the flying detachment of the X"
_REACH = 12  # tokens between the verb and "to fire"


def ordered(words_: Words) -> list[Found]:
    """Return who ordered others to fire in a sentence, and those who were ordered, in text order."""
    tokens = words_.tokens
    found = [*_on_orders(words_), *_on_behalf(words_), *_sentenced(words_), *_gave(words_), *_had(words_)]
    for i in words_.sentence.places(_ORDERED):
        ends = range(i + 1, min(i + _REACH, len(tokens) - 1))
        to = next((j for j in ends if tokens[j].lower == "to" and tokens[j + 1].lower in _FIRE), None)
        if to is None:
            found += _ordered_deaths(words_, i)
            continue
        if words_.sentence.lower[to + 2 : to + 4] == _ON_SIGHT:
            continue  # of whoever may come
        for span, actor in words_.mentions:
            is_subject = span.end <= tokens[i].start and verb_of(words_.sentence, span) == i
            if is_subject:
                found.append(Found(actor, "perpetrator", span, "ordered"))
            elif tokens[i].end <= span.start and span.end <= tokens[to].start:
                found.append(Found(actor, "perpetrator", span, "ordered", grade=OBEYED))
    return found


def _ordered_deaths(words_: Words, verb: int) -> Iterable[Found]:
    """Yield who "ordered the survivors to be shot", "ordered the execution of X"; not those to be shot."""
    tokens = words_.tokens
    ends = range(verb + 1, min(verb + _REACH, len(tokens) - 2))
    be = next((j for j in ends if tokens[j].lower == "be" and tokens[j - 1].lower == "to"), None)
    is_told = be is not None and any(t.lower in _KILLED for t in tokens[be + 1 : be + 3])
    at = verb + 1 + (verb + 1 < len(tokens) and tokens[verb + 1].lower in ("the", "their", "his"))
    is_deed = at + 1 < len(tokens) and tokens[at].lower in _KILLINGS and tokens[at + 1].lower == "of"
    if is_told or is_deed:
        for span, actor in words_.mentions:
            if span.end <= tokens[verb].start and verb_of(words_.sentence, span) == verb:
                yield Found(actor, "perpetrator", span, "ordered_deaths")


def _had(words_: Words) -> Iterable[Found]:
    """Yield who "had her beheaded", and whom somebody had beheaded."""
    tokens = words_.tokens
    for had, participle in causatives(words_.sentence).items():
        for span, actor in words_.mentions:
            if span.end <= tokens[had].start and verb_of(words_.sentence, span) == had:
                yield Found(actor, "perpetrator", span, "ordered_deaths")
            elif tokens[had].end <= span.start and span.end <= tokens[participle].start:
                yield Found(actor, "target", span, "ordered_deaths")


def _gave(words_: Words) -> Iterable[Found]:
    """Yield who "gave the order to fire", and by whom "the order was given", in a sentence of its own."""
    tokens = words_.tokens
    for i in words_.sentence.places(_ORDERS):
        before = [t.lower for t in tokens[max(0, i - _GIVES) : i]]
        is_to_fire = i + 2 < len(tokens) and tokens[i + 1].lower == "to" and tokens[i + 2].lower in _FIRE
        if not _GAVE.isdisjoint(before) and is_to_fire:
            verb = next(k for k in range(i - 1, -1, -1) if tokens[k].lower in _GAVE)
            for span, actor in words_.mentions:
                if span.end <= tokens[verb].start and verb_of(words_.sentence, span) == verb:
                    yield Found(actor, "perpetrator", span, "gave_orders", grade="ordered")
        by = next((k for k in range(i + 1, min(i + _REACH, len(tokens) - 1)) if tokens[k].lower == "by"), 0)
        if (
            by
            and (i < 2 or is_to_fire)
            and tokens[by - 1].lower in _GIVEN
            and (mention := _near(words_, by + 1, 2))
        ):
            yield Found(mention[1], "perpetrator", mention[0], "gave_orders", grade="ordered")


def _on_orders(words_: Words) -> Iterable[Found]:
    """Yield on whose orders somebody was killed: "the execution of X on the orders of Y", "on Y's orders"."""
    tokens = words_.tokens
    for i in words_.sentence.places(_ORDERS):
        if i + 2 < len(tokens) and tokens[i + 1].lower in _OF:
            at = i - 1 - (i > 1 and tokens[i - 1].lower in ("the", "direct", "express"))
            mention = _near(words_, i + 2, 2)
        else:
            mention = words_.at(i - 1) if i > 1 else None
            at = bisect_left(tokens, mention[0].start, key=START) - 1 if mention is not None else -1
            at -= at > 0 and tokens[at].lower == "the"
        if mention is None or at < 1 or tokens[at].lower not in _ON:
            continue
        if _ACTED.isdisjoint(t.lower for t in tokens[max(0, at - 2) : at]) and not any(
            t.last < at and not _is_time(words_, t.first) for t in violent_triggers(words_.sentence)
        ):
            continue
        yield Found(mention[1], "perpetrator", mention[0], "on_orders", grade="ordered")


def _is_time(words_: Words, at: int) -> bool:
    """Whether a deed only says when others acted: "Shortly after the bombing, X, on orders of Y"."""
    return not _LATER.isdisjoint(words_.sentence.lower[max(0, at - _TIME) : at])


def _on_behalf(words_: Words) -> Iterable[Found]:
    """Yield on whose behalf it was done: "a drone of the X, flown on behalf of the Y, hit the school"."""
    tokens = words_.tokens
    for i in words_.sentence.places(_BEHALF):
        if i < 2 or i + 2 >= len(tokens) or tokens[i - 1].lower != "on" or tokens[i + 1].lower != "of":
            continue
        mention = _near(words_, i + 2, 2) if tokens[i - 2].lower in _DONE_FOR else None
        if mention is not None and violent_triggers(words_.sentence):
            yield Found(mention[1], "perpetrator", mention[0], "on_behalf", grade="ordered")


def _sentenced(words_: Words) -> Iterable[Found]:
    """Yield whose sentence or order somebody carried out: "had carried out a sentence of the X"."""
    tokens = words_.tokens
    for i in words_.sentence.places(_SENTENCES):
        done = [t.lower for t in tokens[max(0, i - _BEFORE) : i]]
        if _CARRIED.isdisjoint(done) or i + 2 >= len(tokens) or tokens[i + 1].lower not in _OF:
            continue
        mention = _near(words_, i + 2, _WHOSE)
        if mention is not None:
            yield Found(mention[1], "perpetrator", mention[0], "sentenced", grade="ordered")


def _near(words_: Words, at: int, reach: int) -> tuple[Span, str] | None:
    """Return the first mention that begins within so many tokens of the same phrase."""
    for j in range(at, min(at + reach, len(words_.tokens))):
        mention = words_.at(j)
        if mention is not None or words_.tokens[j].kind == "punct":
            return mention
    return None
