"""Nouns that words beside a date tell of as of something that happened, with the construction that says so.

- happened: "a bombing took place on 9 May", "there were two shootings"; broke_out: "the uprising began", "war
  had broken out"
- withstood: "soldiers repulsed another attack"; brought_about: "a rocket attack destroyed the base", "A coup
  brought him to power"
- noun_with_toll: "nine died in the ambush near Osk": only the dead tell that it happened
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tasks.events.other_names import name_behind, named_others
from tasks.events.others.no_event.sums_and_laws import is_definite
from tasks.events.others.stretches.cut_at_dates import Stretch
from tasks.events.others.stretches.onsets import has_broken_out, is_most, is_news_told_first, is_onset
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document, Sentence, Token
from tasks.model.event import EventRule

OVER = frozenset(("of", "on", "at", "in", "near", "against"))  # before what a noun was over
_HAPPENS = words("happens")
_FOR_PLACE = late_pattern(
    r" (?:for|of) (?:the )?(?P<name>[A-ZÀ-Þ][\w'’-]+)(?: [A-ZÀ-Þ][\w'’-]+)*"
    r"(?: (?=\w)|(?=,))(?P<next>, which|\w+)"
)
_HARMS = (words("done_to") | words("suffers") | {"damaged", "rocked"}) - {"attacked"}
_BRINGS = words("brings_about")
_JOINED = words("joined_attack")
_TAKES_PART = frozenset(
    ("part", "participated", "participating", "supported", "supporting", "covered", "covering")
)
_NOT_YET = frozenset(("after", "before", "take", "for", "from", "be", "to"))  # "to take part in"
_NO_PART = frozenset(
    (",", ";", "for", "after", "before", "until", "planned", "coming", "forthcoming", "upcoming")
)
_PART = 6  # tokens between a part and what it was in
_OUTCOME = 9  # tokens between an event and what it brought about
_NEW = frozenset(("a", "an", "another", "two", "three", "several"))
_BE = frozenset(("was", "were", "been"))
_REPELLED = frozenset(("repulsed", "repelled", "foiled", "thwarted"))
_BACK = frozenset((("beaten", "off"), ("beaten", "back"), ("driven", "off"), ("thrown", "back")))
_MADE_SAFE = frozenset(
    ("defused", "disarmed", "neutralised", "neutralized", "recovered", "removed", "failed")
)


def told_nouns(
    document: Document, sentence: Sentence, stretch: Stretch, usable: Sequence[Trigger], *, has_toll: bool
) -> list[Trigger]:
    """Return the nouns that a stretch tells of as of something that happened, none that is known already."""
    tokens = sentence.tokens
    inside = [] if all(t.is_verb for t in usable) else _inside(sentence, stretch)
    is_told = has_toll or _is_said_to_happen(inside) or has_broken_out(inside)
    nouns = [
        t
        for t in usable
        if not t.is_verb
        and (
            is_told
            or _is_withstood(document, t, inside)
            or _strikes(tokens, t)
            or is_news_told_first(sentence, t)
            or _is_joined(sentence, t)
        )
    ]
    named = [t for t in named_others(document, sentence) if not _is_aside(document, t)] if nouns else []
    return [
        t
        for t in nouns
        if not is_definite(sentence, t)
        or is_onset(document, sentence, t)
        or name_behind(tokens, t)
        or t in named
        or is_for_place(document, sentence, t)
        or _is_joined(sentence, t)
        or (has_toll and (_is_elsewhere(document, sentence, t) or is_most(sentence, t)))
    ]


def _is_joined(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a ship or unit had a part in an attack: "took part in the invasion", "covered the landings"."""
    if sentence.lower[trigger.last] not in _JOINED:
        return False
    ahead = sentence.lower[max(0, trigger.first - _PART) : trigger.first]
    at = next((i for i in range(len(ahead) - 1, -1, -1) if ahead[i] in _TAKES_PART), None)
    if at is None or not _NO_PART.isdisjoint(ahead[at + 1 :]):
        return False
    return at == 0 or ahead[at - 1] not in _NOT_YET


def noun_rule(document: Document, sentence: Sentence, stretch: Stretch, noun: Trigger) -> EventRule:
    """Return by which construction a stretch tells of a noun, which is one of its `told_nouns`."""
    inside = _inside(sentence, stretch)
    if is_onset(document, sentence, noun) or has_broken_out(inside):
        return "broke_out"
    if _is_said_to_happen(inside):
        return "happened"
    if _is_withstood(document, noun, inside):
        return "withstood"
    if _strikes(sentence.tokens, noun) or is_news_told_first(sentence, noun):
        return "brought_about"
    return "noun_in_passing" if _is_joined(sentence, noun) else "noun_with_toll"


def is_said_noun(sentence: Sentence, stretch: Stretch, word: Trigger) -> bool:
    """Return whether what may be a verb is a plural that happened: "Similar attacks took place on 9 May"."""
    return sentence.lower[word.last].endswith("s") and _is_said_to_happen(_inside(sentence, stretch))


def _inside(sentence: Sentence, stretch: Stretch) -> list[Token]:
    return [t for t in sentence.tokens if stretch.span.start <= t.start < stretch.span.end]


def _is_said_to_happen(inside: Sequence[Token]) -> bool:
    return any(t.lower in _HAPPENS for t in inside) or _is_there(inside)


def _is_aside(document: Document, trigger: Trigger) -> bool:
    """Whether more is told of a war before its verb: "the Northland War, which had followed ..."."""
    return document.text.startswith(",", trigger.span.end)


def is_for_place(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is one for another place than the title's: "the battle for Sorrel began on ..."."""
    found = _FOR_PLACE.match(document.text, trigger.span.end, sentence.span.end)
    if found is None or (found["next"] != ", which" and found["next"] not in _HAPPENS):
        return False
    return found["name"].casefold() not in document.article.title.casefold()


def _is_elsewhere(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is of a place or body that the title does not name: "in the attack on Sidi Hamed"."""
    end = last_noun(sentence.tokens, trigger) + 1
    after = sentence.tokens[end : end + 2]
    if len(after) < 2 or after[0].lower not in OVER:
        return False
    name = after[1].text
    return name[:1].isupper() and name.casefold() not in document.article.title.casefold()


def last_noun(tokens: Sequence[Token], trigger: Trigger) -> int:
    """Return a noun's last token, without the preposition of "raid on"; "capture of" may be of a person."""
    last = trigger.last
    if last == trigger.first or last + 1 == len(tokens) or tokens[last].lower not in OVER:
        return last
    return last - (tokens[last].lower != "of" or not tokens[last + 1].text[:1].isupper())


def _is_there(inside: Sequence[Token]) -> bool:
    """Whether words say that there was something: "there had been two shootings"."""
    lower = [t.lower for t in inside]
    return any(w == "there" and not _BE.isdisjoint(lower[i + 1 : i + 3]) for i, w in enumerate(lower))


def _strikes(tokens: Sequence[Token], trigger: Trigger) -> bool:
    """Whether an attack that is news does harm: "a Russian rocket attack destroyed the air base"."""
    if _NEW.isdisjoint(t.lower for t in tokens[max(0, trigger.first - 4) : trigger.first]):
        return False
    for at in range(trigger.last + 1, min(trigger.last + 1 + _OUTCOME, len(tokens))):
        if tokens[at].lower in _BRINGS:  # "an offensive in the province resulted in"
            return True
        if tokens[at].kind == "punct" or is_verb(tokens[at]):
            return at == trigger.last + 1 and tokens[at].lower in _HARMS
    return False


def _is_withstood(document: Document, trigger: Trigger, inside: Sequence[Token]) -> bool:
    """Whether an attack failed: "soldiers repulsed another attack", "the army removed a time bomb"."""
    if any(t.lower in _REPELLED for t in inside):
        return True
    if any((a.lower, b.lower) in _BACK for a, b in pairwise(inside)):  # "a second attack was beaten off"
        return True
    is_bomb = trigger.span.of(document.text).lower().endswith(("bomb", "bombs", "explosive device"))
    return is_bomb and any(t.lower in _MADE_SAFE for t in inside)
