"""Whether a noun phrase names somebody, or a text, that can make a statement."""

from __future__ import annotations

import re
from functools import cache

from tasks.claims.cues.cue_words import CLASSES, people_nouns, source_heads, word_class
from tasks.claims.cues.view import Range, View
from tasks.lexicons.load import load

_LIGHTS = frozenset({"daylight", "dawn", "daybreak", "darkness", "sunrise", "history", "experience", "time"})
_MANY = frozenset(
    {"lot", "number", "majority", "handful", "dozens", "hundreds", "thousands", "scores", "most"}
    | {"protest", "rally", "march", "demonstration", "procession"}  # "a rally of students"
)
_NOBODY = frozenset({"coverage", "attention", "pressure"})
_OF_ALL = frozenset({"all", "some", "many", "several", "most", "none", "each"})
_NOTICES = (("the", "warning"), ("the", "advisory"), ("the", "alert"))
_SOME = frozenset({"several", "others", "some", "many", "another", "each", "both", "most"})  # of some named
_ENDS_HEAD = CLASSES["preposition"] | {",", "who", "which", "that", "("}
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ash", "at", "az", "ad", "ul"})
_TEXTS = (word_class("text_noun") | {"sources", "accounts"}) - {
    "post",
    "posts",
}  # an army post records nothing, an archive does
_PROVING = frozenset({"demonstrate", "show", "prove"})
_BY_WIRE = frozenset({"report", "signal", "radio", "request", "claim", "acknowledge"})
_PEOPLE = ("ers", "ors", "ists", "ants", "ians", "eers", "crats", "men", "women")


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in load("given_names"))


def is_source(view: View, phrase: Range | None, *, by_noun: bool = False) -> bool:
    """Say whether a phrase can be a claimant: a name, a pronoun, an office, a body, a text; not an event.

    Args:
        view: the sentence.
        phrase: the noun phrase, or None.
        by_noun: a name alone is not enough: its noun must be one of somebody or something that speaks.
    """
    if phrase is None:
        return False
    start, end = phrase
    if view.low[start] in {"it", "he", "she", "they", "we", "i", "who"}:
        return True
    if (end - start == 1 or view.low[start + 1] == ",") and view.low[start] in _SOME:
        return True
    if view.low[start:end] in _NOTICES:
        return True
    head = _head(view, start, end)
    if view.low[head] in _NOBODY and not view.is_capital(head):
        return False  # "media coverage"
    if view.low[head] in _LIGHTS and not head:
        return False  # "Daylight revealed two wrecks", "History shows"
    if view.low[head] in word_class("event_noun") or (end - start == 1 and view.is_word(head, "month")):
        return False
    if not source_heads().isdisjoint(view.low[start : head + 1]):
        return True
    if view.low[head] in people_nouns() or _names_people(view.low[head]):
        return True
    if by_noun:
        return False
    if view.low[head + 1 : head + 2] == (",",) and head + 2 < end and view.is_capital(head + 2):
        return True  # "his successor, NAME"
    return any(
        (view.is_capital(i) and (i > 0 or not view.is_word(i, "determiner"))) or _has_article(view, i)
        for i in range(start, head + 1)
    )


def is_text(view: View, phrase: Range | None) -> bool:
    """Say whether a phrase names a text, which can show what is not there: "German records"."""
    if phrase is None:
        return False
    return not _TEXTS.isdisjoint(view.low[phrase[0] : _head(view, *phrase) + 1])


def tells(view: View, lemma: str, phrase: Range | None, *, by_noun: bool = False) -> bool:
    """Say whether a phrase can be the claimant of a verb: a ship's crew by wire, a scholar by proof.

    Args:
        view: the sentence.
        lemma: the verb.
        phrase: the noun phrase, or None.
        by_noun: as in `is_source`.
    """
    if is_source(view, phrase, by_noun=by_noun) or (lemma in _BY_WIRE and is_ship(view, phrase)):
        return True
    return by_noun and lemma in _PROVING and is_person(view, phrase)


def is_person(view: View, phrase: Range | None) -> bool:
    """Say whether a phrase is a person's name, its given name known, or a surname told with it before."""
    if phrase is None or not all(view.is_capital(k) for k in range(*phrase)):
        return False
    if phrase[1] - phrase[0] > 1:
        return view.tokens[phrase[0]].text in _given_names()
    before = re.finditer(rf"\b(\w+)(?: \w\.)? {re.escape(view.tokens[phrase[0]].text)}\b", view.text)
    return any(one[1] in _given_names() for one in before)


def is_ship(view: View, phrase: Range | None) -> bool:
    """Say whether a phrase names a ship or an aircraft by its noun: its crew signals, reports, asks."""
    if phrase is None or view.low[phrase[0]] in ("no", "neither"):
        return False
    return not word_class("vessel_noun").isdisjoint(view.low[phrase[0] : _head(view, *phrase) + 1])


def _has_article(view: View, at: int) -> bool:
    """Say whether a name begins with an Arabic article: "al-Qaeda"."""
    article, dash, name = view.tokens[at].text.partition("-")
    return bool(dash) and article in _ARTICLES and name[:1].isupper()


def _names_people(noun: str) -> bool:
    """Say whether a plural names people by its ending: "kidnappers", "activists", "defendants"."""
    return (
        len(noun) > 6 and noun.endswith(_PEOPLE) and noun not in word_class("not_people") and "-" not in noun
    )


def _head(view: View, start: int, end: int) -> int:
    """Return the place of the head noun: the last word before a preposition, a comma or a relative."""
    if "of" in view.low[start:end] and any(w in _MANY for w in view.low[start : start + 4]):
        start = view.low.index("of", start, end) + 1
    if view.low[start] in _OF_ALL and view.low[start + 1 : start + 2] == ("of",) and start + 2 < end:
        start += 2
    for i in range(start, end):
        if i > start and (view.low[i] in _ENDS_HEAD or _is_participle(view, i, end)):
            return i - 1
    return end - 1


def _is_participle(view: View, at: int, end: int) -> bool:
    """Say whether a participle with its object follows the head: "the judge | examining the fire"."""
    is_verb = view.low[at].endswith("ing") and view.low[at] not in word_class("noun_ing")
    return is_verb and at + 1 < end and view.is_word(at + 1, "determiner") and not view.is_capital(at)
