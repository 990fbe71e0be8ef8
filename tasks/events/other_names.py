"""Events that a text names: "the Aldmoor bombing", "the Aldmoor and Karst bombings", "their campaign".

Such a name with words that are not the article's own event's names another event, dated or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tasks.events.triggers import Trigger, violent_triggers
from tasks.figures.lines.numbers import TENS, UNITS
from tasks.lexicons.construction_words import words
from tasks.model.document import Document, Sentence, Token
from tasks.places.countries_and_regions import country_of_adjective

_LONG = words("long_event")
_RELATIVE = ("which", "that", "who", "where", "in", "carried")
_BEFORE_IT = frozenset(("earlier", "previous"))
_REACH = 4  # tokens


def named_others(document: Document, sentence: Sentence) -> list[Trigger]:
    """Return the event nouns of a sentence that name another event than the article's own."""
    own = title_words(document.article.title)
    return [
        t for t in violent_triggers(sentence) if not t.is_verb and is_named_other(sentence.tokens, t, own)
    ]


def is_own(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an event noun stands behind words of the title ("the Harbour Exchange bombing")."""
    own = title_words(document.article.title)
    if not _BEFORE_IT.isdisjoint(sentence.lower[max(0, trigger.first - _REACH) : trigger.first]):
        return False  # "the previous Harbour bombing in February"
    behind = [t.text.casefold() for t in sentence.tokens[trigger.last + 1 : trigger.last + 3]]
    if not trigger.first and behind[:1] == ["of"] and own.issuperset([sentence.lower[0], *behind]):
        return True  # "Battle of Karvel took place" of its own article
    before = [t.text for t in sentence.tokens[max(0, trigger.first - 2) : trigger.first]]
    return not trigger.is_verb and any(w.lower() != w and w.casefold() in own for w in before)


def is_named_other(tokens: Sequence[Token], trigger: Trigger, own: frozenset[str]) -> bool:
    """Whether capitalised words before the noun, or behind its "of", name an event, none a word of the title.

    The adjective of a country ("a Russian airstrike") names none; a year before the name is part of it.
    """
    behind = name_behind(tokens, trigger)
    if behind and behind[0].casefold() in own:
        return False  # "the Third Battle of Harran" of its own article
    names = _names_before(tokens, trigger.first) or behind
    if tokens[trigger.first].text[:1].isupper() and trigger.first and not names:
        return False
    return bool(names) and not any(n.casefold() in own for n in names)


def name_behind(tokens: Sequence[Token], trigger: Trigger) -> list[str]:
    """Return the name behind an event noun with a capital: "Harran" of "the Battle of Harran"."""
    at = trigger.last + 1
    if trigger.is_verb or not tokens[trigger.first].text[:1].isupper() or not trigger.first:
        return []
    if at + 1 >= len(tokens) or tokens[at].lower not in ("of", "for"):
        return []
    at += 1 + (tokens[at + 1].lower == "the")
    return [tokens[at].text] if at < len(tokens) and tokens[at].text[:1].isupper() else []


def is_period(tokens: Sequence[Token], trigger: Trigger) -> bool:
    """Whether a noun like "campaign" sums up years of violence ("the campaign which killed over 100")."""
    if trigger.is_verb or tokens[trigger.last].lower not in _LONG or trigger.last + 1 >= len(tokens):
        return False
    return tokens[trigger.last + 1].lower in _RELATIVE[:3]


_NO_NAMES = frozenset(  # with a capital where a sentence begins
    {"The", "A", "An", "In", "On", "This", "After", "During", "Several", "Some", "Many", "Both", "Another"}
    | {word.capitalize() for word in (*UNITS, *TENS)}
)


def _names_before(tokens: Sequence[Token], first: int) -> list[str]:
    names: list[str] = []
    i = first - 1
    while i >= 0 and first - i <= _REACH + 2 * len(names):
        text = tokens[i].text
        if text[:1].isupper() and text not in _NO_NAMES:
            if country_of_adjective(text) is None and len(text) > 1 and not text.isupper():
                names.append(text)
            elif not names:
                return []
        elif text not in (
            "and",
            "pub",
            "bus",
            "car",
            "truck",
            "suicide",
            "church",
            "train",
            "hotel",
            "land",
            "mine",
        ):
            break
        i -= 1
    if names and i > 0 and tokens[i].kind == "number":  # "the 2016 Harbour attack"
        i -= 1
    determiner = tokens[i].lower if i >= 0 else ""
    return names if determiner in ("the", "in", "of", "during", "and", "with", "a", "by", "") else []


@lru_cache(maxsize=256)
def title_words(title: str) -> frozenset[str]:
    """Return the words of a title as they are compared with those of a text."""
    return frozenset(word.strip("(),'’").casefold() for word in title.split())
