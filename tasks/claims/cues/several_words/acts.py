"""Statements that several words make together: responsibility, no comment, tolls, light verbs.

Each becomes an `Occurrence` with an entry of its own, so that its speaker is found like any other's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from functools import cache

from tasks.claims.cues.cue_words import (
    act_verbs,
    cue_entries,
    light_nouns,
    light_verbs,
    people_nouns,
    word_class,
)
from tasks.claims.cues.several_words.blame_put import BLAMING, blame_laid
from tasks.claims.cues.several_words.made import entry_of, made_of
from tasks.claims.cues.several_words.minded import MINDS, minded
from tasks.claims.cues.several_words.silence import SILENCES, no_comment
from tasks.claims.cues.several_words.voiced import VOICING, voiced
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import DASHES, View
from tasks.lexicons.by_letters import Told
from tasks.lexicons.construction_words import words
from tasks.model.claim import ClaimType

_BEFORE_RESPONSIBILITY = word_class("before_responsibility")
_AGAIN = frozenset(
    {"repeat", "repeats", "repeated", "repeating", "renew", "renews", "renewed", "renewing"}
)  # what one has said before: "repeated its call"
_OWNED = frozenset({"responsibility", "credit", "authorship"})
_TAKES = frozenset({"take", "assume", "accept", "avow", "assert", "declare"})  # others are verbs of speech
_CLOSE = 4  # tokens of "responsibility has since been | taken"
_COUNTING = frozenset({"record", "document", "count", "list", "register", "tally", "log"})
_PLURALS = frozenset({"media", "people", "police", "who", "they", "some", "others"})
_BEFORE_NUMBER = frozenset(
    ("at", "to", "as", "by", "from", "least", "than", "about", "around", "over", "nearly", "between")
)
_ORDERS = frozenset({"order", "orders", "decree", "directive", "edict", "instructions"})
_DONE = words("done_to") | words("suffers")
_PAST_TOO = frozenset({"put", "set"})  # one form for all tenses
_COUNTED = frozenset({"killed", "slain", "murdered", "deaths", "dead", "bodies", "corpses", "victims"})
_COUNTED |= {"violations", "breaches", "incidents", "explosions"}
_CALLS = frozenset({"call", "calls"})
_MADE = frozenset({"made", "make", "makes", "making"})
_REACH_OF_CALL = 9  # tokens from "calls" to its "for"
_ENDING = frozenset({",", ".", ";", "that", "to"})
_SIZES = word_class("size_noun")
_VICTIMS = word_class("counted_dead_or_hurt")


def find_acts(view: View) -> list[Occurrence]:
    """Return the acts of a sentence in text order, at most one at a verb."""
    found = []
    for i in view.places(act_starts()):
        if not view.is_free(i) or view.is_capital_inside(i):
            continue
        word = view.low[i]
        for read in _READERS[word]:
            one = read(view, i, word)
            if one is not None:
                found.append(one)
                break
    return found


@cache
def act_starts() -> frozenset[str]:
    """Return all verbs that an act can begin with."""
    return frozenset[str]().union(*(words for words, _ in _reading()))


def _responsibility(view: View, i: int, word: str) -> Occurrence | None:
    """Read "claimed responsibility for", "denied any responsibility", "responsibility was claimed by"."""
    lemma = act_verbs("responsibility").get(word)
    if lemma is None:
        return None
    denied: ClaimType = "denial" if lemma in ("deny", "disclaim") else "responsibility"
    if (
        lemma in _TAKES
        and view.is_word(i - 1 - view.is_adverb(i - 1), "be")
        and "by" in view.low[i + 1 : i + 4]
        and _is_owned(view.low[:i])
    ):
        return made_of(view, i, i + 1, entry_of(word, lemma, "responsibility", denied, "responsibility"))
    k = i + 1
    while k < len(view.low) and (view.low[k] in _BEFORE_RESPONSIBILITY or view.is_adverb(k)) and k < i + 4:
        if view.low[k] == "credit":
            break
        k += 1
    if view.low[k : k + 1] == ("blame",) and lemma in ("take", "accept", "admit", "assume", "deny"):
        return made_of(view, i, k, entry_of(word, lemma, "responsibility", denied, "responsibility"))
    if not _OWNED.isdisjoint(view.low[k : k + 1]):
        return made_of(view, i, i + 1, entry_of(word, lemma, "responsibility", denied, "responsibility"))
    return None


def _is_owned(before: Sequence[str]) -> bool:
    """Say whether it is responsibility that "was taken by X", alone or for something."""
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k] in _OWNED), None)
    return at is not None and (at >= len(before) - _CLOSE or before[at + 1] == "for")


def _toll(view: View, i: int, word: str) -> Occurrence | None:
    """Read "put the death toll at 200", "updated the number of casualties to 79", "revised it to 12"."""
    lemma = act_verbs("toll").get(word)
    if lemma is None or i + 3 >= len(view.low):
        return None
    start, helpers, _ = verb_group(view, i)
    before = view.low[max(0, start - 6) : start]
    if word == lemma and word not in _PAST_TOO and not (helpers or _is_plural(before)):
        return None  # "published a list of 12 dead"
    made = made_of(view, i, i + 1, entry_of(word, lemma, "figure", "statement", "toll"))
    if helpers & word_class("be") and any(word in word_class("toll_noun") for word in before):
        return made if "by" in view.low[i + 2 : i + 12] else None
    if lemma == "put" and view.low[i + 1] == "at" and _counts_behind(view, i + 2):
        return made
    has_toll = lemma in _COUNTING
    for k in range(i + 1, min(len(view.low), i + 22)):
        token = view.low[k]
        if (view.finite[k] and k > i + 1 and token not in _VICTIMS) or token in {";", ".", "that"}:
            return None
        put = view.low[k + 1 : k + 2] in (("at",), ("to",))
        counted = put or any(t in _VICTIMS for t in view.low[k : k + 9])
        if token in ("number", "numbers") and not counted:
            return None
        sized = token in _SIZES and lemma in ("put", "place", "set")
        if sized or token in word_class("toll_noun") or (token in ("it", "this") and k == i + 1):
            has_toll = True
        amount = view.tokens[k].kind == "number" or view.is_word(k, "amount")
        link_at = k - 2 if view.is_adverb(k - 1) else k - 1
        link = view.low[link_at] in _BEFORE_NUMBER
        of_toll = view.low[link_at] == "of" and view.is_word(link_at - 1, "toll_noun")
        marked = view.low[k - 1] == ":" or view.low[k - 1] in DASHES  # "gave another toll: five dead"
        link = link or (lemma == "give" and (of_toll or marked))
        if amount and has_toll and (link or lemma in _COUNTING):
            if (lemma in _COUNTING or lemma == "give") and not any(
                t in word_class("toll_noun") or t in _COUNTED for t in view.low[i + 1 : k + 5]
            ):
                return None
            return made
    return None


def _is_plural(before: Sequence[str]) -> bool:
    """Say whether the words before a verb end in a plural: "sources | give", "the media | list"."""
    return bool(before) and (before[-1].endswith("s") or before[-1] in _PLURALS)


def _counts_behind(view: View, at: int) -> bool:
    """Say whether a number and what it counts stand here: "put at | 23 the number of dead"."""
    amount = view.tokens[at].kind == "number" or view.is_word(at, "amount")
    behind = view.low[at + 1 : at + 5]
    return (
        amount and behind[:1] == ("the",) and any(t in word_class("toll_noun") or t in _SIZES for t in behind)
    )


def _announced(view: View, i: int, word: str) -> Occurrence | None:
    """Read "made a statement to Parliament that C", "issued a claim that C", "passed on a rumour that C"."""
    lemma = act_verbs("release").get(word)
    if lemma is None:
        return None
    first = i + 2 if lemma == "pass" else i + 1  # "passed on a rumour that C"
    if lemma == "pass" and view.low[i + 1 : i + 2] != ("on",):
        return None
    for k in range(first, min(len(view.low), i + 6)):
        orders = view.low[k] in _ORDERS and lemma in ("issue", "give")
        if orders or view.low[k] in word_class("text_noun") or view.low[k] in word_class("report_noun"):
            behind = "".join(view.low[k + 1 : k + 2])
            saying = behind in ("saying", "stating")
            if behind.endswith("ing") and not saying and behind in cue_entries():
                return None  # "issued a statement | claiming that C": what it says has a verb of its own
            for at in range(k + 1, min(len(view.low) - 1, k + 8)):
                if view.low[at] == "that" and not view.finite[at + 1]:
                    kinds: tuple[str, ClaimType] = (
                        ("directive", "demand") if orders else ("report", "statement")
                    )
                    end = at if saying else k + 1  # "issued a statement saying | that C"
                    return made_of(view, i, end, entry_of(word, "issue", *kinds, "that"))
                if view.finite[at] or view.low[at] in (",", ";", ".") or view.quote[at] >= 0:
                    return None
            return None
        if view.low[k] in (",", ".", "that") or view.finite[k] or view.is_word(k, "preposition"):
            return None
    return None


def _light(view: View, i: int, word: str) -> Occurrence | None:
    """Read "offered condolences", "issued a denial", "expressed deep concern"."""
    if word not in light_verbs():
        return None
    for k in range(i + 1, min(len(view.low), i + 7)):
        noun = light_nouns().get(view.low[k])
        if noun is not None and word in noun.verbs:
            if view.low[k - 1] == "no" or (word in _AGAIN and not view.is_word(i + 1, "possessive")):
                return None  # "had given them no warning", "after repeated threats"
            prayed = noun.noun == "prayers" and view.low[k - 1] != "and"
            if prayed and view.low[k + 1 : k + 2] not in (("for",), ("to",), ("with",)):
                return None  # "worshippers offering prayers at a mosque"
            if noun.noun in _CALLS and word in _MADE and not _asks_for(view, k + 1):
                return None  # "made calls to his family"
            entry = entry_of(word, f"{word} {noun.noun}", noun.cue_class, noun.claim_type, "light")
            if noun.noun in ("account", "accounts"):
                return made_of(view, i, k + 2, entry) if _tells_of_people(view, k + 1) else None
            return made_of(view, i, i + 1 + (view.low[i + 1] == "out"), entry)
        if view.low[k] == "of" and view.low[k - 1] in {"message", "messages", "letter", "words", "telegram"}:
            continue
        out = k == i + 1 and view.low[k] == "out"  # "sent out a warning"
        if not out and (view.is_word(k, "preposition") or view.low[k] in _ENDING or _is_verb(view, k)):
            return None
    return None


def _is_verb(view: View, at: int) -> bool:
    """Say whether a verb stands there, no adjective: "made | repeated calls"."""
    return view.finite[at] and view.low[at + 1 : at + 2] != () and view.low[at + 1] not in light_nouns()


def _asks_for(view: View, at: int) -> bool:
    """Say whether a call is for something, behind a day too: "made calls on Friday for people to leave"."""
    for k in range(at, min(len(view.low), at + _REACH_OF_CALL)):
        if view.low[k] == "for":
            return True
        if view.finite[k] or view.low[k] in _ENDING:
            return False
    return False


def _tells_of_people(view: View, of: int) -> bool:
    """Say whether an account is of what people did or suffered: "of 17 civilians killed", "how they fled"."""
    if view.low[of : of + 1] != ("of",):
        return False
    if view.low[of + 1 : of + 2] == ("how",):
        return True
    told = range(of + 1, min(len(view.low), of + 9))
    return any(view.low[k] in people_nouns() for k in told) and any(
        view.low[k].endswith("ing") or view.low[k] in _DONE for k in told
    )


def _release(view: View, i: int, word: str) -> Occurrence | None:
    """Read "issued a joint statement:" with a quotation or a quoted block behind it."""
    if word not in act_verbs("release"):
        return None
    for k in range(i + 1, min(len(view.low), i + 7)):
        if view.low[k] in word_class("text_noun"):
            rest = view.low[k + 1 :]
            if (
                rest[:1] == (":",)
                or (rest and rest[-1] == ":")
                or (k + 2 < len(view.low) and view.quote[k + 2] >= 0 and rest[0] in (":", ","))
            ):
                return made_of(view, i, k + 1, entry_of(word, "issue", "report", "statement", "block"))
            return None
        if view.low[k] in (",", ".", "that") or view.finite[k]:
            return None
    return None


_Reader = Callable[[View, int, str], Occurrence | None]


@cache
def _reading() -> tuple[tuple[Set[str], _Reader], ...]:
    """Return what reads acts, in the order of trial, with the words that each begins with."""
    release = act_verbs("release").keys()
    return (
        (act_verbs("responsibility").keys(), _responsibility),
        (SILENCES | act_verbs("refusal").keys(), no_comment),
        (BLAMING, blame_laid),
        (act_verbs("toll").keys(), _toll),
        (release, _announced),
        (light_verbs(), _light),
        (release, _release),
        (MINDS, minded),
        (VOICING, voiced),
    )


# What is tried at a word: most begin one kind of act.
_READERS = Told(lambda word: [read for words, read in _reading() if word in words])
