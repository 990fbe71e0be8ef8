"""Where a cue stands as a verb, in which form, and the guards against nouns that look like it."""

from __future__ import annotations

from typing import Literal

from tasks.claims.view import View
from tasks.claims.words import CueEntry, cue_entries, source_heads, word_class
from tasks.model.value import value

Mode = Literal["active", "passive", "gerund"]
_PLURAL = frozenset(
    {"they", "we", "i", "people", "police", "some", "many", "others", "several", "both", "who", "you"}
)
_BEFORE_GERUND = frozenset({"by", "in", ",", "and", "also", "with", "as"})
_OPENS = frozenset(
    {"the", "he", "they", "she", "it", "a", "an", "some", "many", "there", "his", "its", "their"}
)
_GOING_ON = frozenset(
    {
        "continued",
        "continues",
        "continue",
        "went",
        "began",
        "proceeded",
        "appeared",
        "appears",
        "seemed",
        "seems",
    }
)
_IN_ERROR = frozenset({"mistakenly", "wrongly", "erroneously", "incorrectly", "falsely"})
_TEMPORAL = frozenset({"before", "after", "while"})


@value(frozen=True, slots=True)
class Occurrence:
    """One cue used as a verb.

    Attributes:
        start: first token of the verb group, auxiliaries and adverbs included.
        verb: the cue's own token; `end`: the token after the cue and its particle.
        is_negated: "not" or "never" stands in the verb group.
        auxiliaries: the auxiliaries and modals of the verb group.
    """

    start: int
    verb: int
    end: int
    entry: CueEntry
    mode: Mode
    is_negated: bool
    auxiliaries: frozenset[str]


def find_occurrences(view: View) -> list[Occurrence]:
    """Return the cues of a sentence that are verbs, in text order."""
    found = []
    table = cue_entries()
    for i in view.sentence.places(table.keys()):
        if i >= len(view) or view.is_capital_inside(i) or not _is_reachable(view, i):
            continue
        for entry in table[view.low[i]]:
            end = i + 1 + len(entry.particle)
            if view.low[i + 1 : end] == entry.particle:
                one = _occurrence(view, i, end, entry)
                if one is not None:
                    found.append(one)
                    break
                if entry.particle:
                    break
    return found


def _is_reachable(view: View, i: int) -> bool:
    """Say whether a token stands outside quotations, or in one that cannot be the speaker's sentence.

    A quotation that opens inside a noun phrase ('a "horrible act') cannot hold a verb that follows
    "and" without a subject of its own: the writer has misplaced the closing mark.
    """
    if view.quote[i] < 0:
        return view.depth[i] == 0
    first = i
    while first > 0 and view.quote[first - 1] == view.quote[i]:
        first -= 1
    return (
        view.low[i - 1] == "and"
        and first > 0
        and view.low[first - 1] in ("a", "an")
        and view.low[i] == "said"
    )


def _occurrence(view: View, i: int, end: int, entry: CueEntry) -> Occurrence | None:
    start, helpers, negated = verb_group(view, i)
    if start > 0 and view.low[start - 1] == "to" and not (helpers & word_class("be")):
        told = _said_to_have(view, start, entry) or goes_on_to(view, start - 1)
        if told is None:
            return None
        return Occurrence(told, i, end, entry, "active", negated, frozenset(helpers))
    if "having" in helpers:
        return None
    if helpers & word_class("modal") and not _is_told_later(view, start, i, entry, negated):
        return None
    mode = _mode(entry, helpers)
    held = entry.lemma == "hold" and view.low[end : end + 1] == ("that",)
    if mode == "gerund" and entry.lemma in word_class("not_saying_gerund") and not held:
        return None
    if (
        mode is None
        or _is_state(view, start, i, entry)
        or not _is_verb(view, i, start, end, entry, mode, helpers)
    ):
        return None
    return Occurrence(start, i, end, entry, mode, negated, frozenset(helpers))


def goes_on_to(view: View, to: int) -> int | None:
    """Return where the verb group of "continued to deny", "went on to accuse" begins; else None."""
    verb = to - 1
    if verb > 0 and view.low[verb] == "on":
        verb -= 1
    if verb < 1 or view.low[verb] not in _GOING_ON or (view.low[verb] == "went" and view.low[to - 1] != "on"):
        return None
    return verb_group(view, verb)[0]


def _is_state(view: View, start: int, i: int, entry: CueEntry) -> bool:
    """Say whether a form tells a state of mind: "a neighbour, worried that", "mistakenly identified it"."""
    if entry.lemma == "find" and start == i and view.low[i + 1 : i + 2] == ("dead",):
        return True  # "a woman found dead in the house was his sister"
    if entry.cue_class == "label" and any(word in _IN_ERROR for word in view.low[start:i]):
        return True
    named = entry.lemma in ("name", "dub", "identify") and start == i and view.is_capital(i + 1)
    if named and any(word in ("a", "an") for word in view.low[max(0, i - 4) : i]):
        return True  # "a member named X"
    return entry.lemma == "worry" and start == i and view.low[i - 1 if i else 0] in (",", entry.form)


def _said_to_have(view: View, have: int, entry: CueEntry) -> int | None:
    """Return where the verb group of "is reported to have said" begins; None for other infinitives."""
    told = have - 2
    if told < 1 or view.low[have] != "have" or not entry.is_participle:
        return None
    if view.low[told] not in word_class("impersonal_participle") and view.low[told] != "quoted":
        return None
    start, helpers, _ = verb_group(view, told)
    return start if helpers & word_class("be") else None


def _is_told_later(view: View, start: int, i: int, entry: CueEntry, negated: bool) -> bool:
    """Say whether a cue after a modal attributes: "would later say", "could not confirm"."""
    if negated:
        return entry.lemma in ("confirm", "verify", "say", "corroborate", "rule")
    return "would" in view.low[start:i] and any(
        w in ("later", "subsequently", "also") for w in view.low[start:i]
    )


def verb_group(view: View, i: int) -> tuple[int, set[str], bool]:
    """Return where the verb group of a verb starts, its auxiliaries, and whether it is negated."""
    helpers: set[str] = set()
    negated = False
    start = k = i
    while k > 0:
        word = view.low[k - 1]
        if word in word_class("auxiliary") or word in word_class("modal"):
            helpers.add(word)
            start = k - 1
        elif word in word_class("negation"):
            negated = True
            helpers.add(word.removesuffix("n't"))
            start = k - 1
        elif view.is_adverb(k - 1) and not (view.is_capital_inside(k - 1)):
            start = k - 1
        else:
            break
        k -= 1
    return start, helpers, negated


def _mode(entry: CueEntry, helpers: set[str]) -> Mode | None:
    be = bool(helpers & word_class("be"))
    if entry.is_gerund:
        return "active" if be and "being" not in helpers else "gerund"
    if be:
        return "passive" if entry.is_participle else None
    if helpers & word_class("have"):
        return "active" if entry.is_participle else None
    if helpers - word_class("negation"):
        return "active" if entry.inflection in ("base", "any") else None
    return None if entry.inflection == "participle" else "active"


def _is_verb(
    view: View, i: int, start: int, end: int, entry: CueEntry, mode: Mode, helpers: set[str]
) -> bool:
    """Say whether the word is a verb here and not a noun or an adjective."""
    before = view.low[start - 1] if start else ""
    if mode == "gerund":
        return _is_gerund_verb(view, start, end, before, entry)
    if helpers - word_class("negation"):
        return True
    if before in word_class("determiner") and before not in (
        "who",
        "which",
        "some",
        "both",
        "others",
        "this",
        "neither",
        "all",
        "that",
    ):
        return False
    if (
        before in word_class("preposition")
        or before.endswith("'s")
        or (start and view.tokens[start - 1].kind == "number" and not view.is_capital(max(0, start - 2)))
    ):
        return False
    if entry.inflection == "base":
        if before == "," and view.low[end : end + 1] == ("that",):
            return True
        if "and" in view.low[max(0, start - 8) : start] and _opens_clause(view, end, "noun" in entry.guards):
            return True
        plural = before in _PLURAL or (before.endswith("s") and not view.is_word(start - 1, "subordinator"))
        if not plural and view.low[end : end + 1] == ("that",) and not view.has_finite(0, start):
            return _holds_people(view, start)
        return plural and (before in _PLURAL or _opens_clause(view, end, "noun" in entry.guards))
    if entry.inflection in ("third", "any") and "noun" in entry.guards:
        return _is_present(view, start, end, entry)
    after_verb = start > 1 and view.finite[start - 1] and view.low[start - 2] not in ("be", "been")
    if after_verb and view.low[start - 1].endswith("ed") and entry.is_participle:
        return False
    if entry.is_participle and i == start and view.low[i + 1 : i + 2] == ("by",) and not view.finite[i]:
        return False
    return not (start and view.low[start - 1] == "-")


def _is_present(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether a form that is a plural noun too is a verb: "he claims", "NAME doubts the"."""
    before = view.low[start - 1] if start else ""
    if entry.cue_class == "doubt" and view.is_capital_inside(start - 1) and view.is_word(end, "determiner"):
        return True
    aside = view.low[end : end + 1] == (",",) and "that" in view.low[end : end + 10]
    named = (
        bool(entry.particle) and start > 0 and before in source_heads() and view.is_word(end, "determiner")
    )
    return before in ("he", "she", "it", "who", "which") or aside or named or _opens_clause(view, end, True)


def _is_gerund_verb(view: View, start: int, end: int, before: str, entry: CueEntry) -> bool:
    if before == "as":
        return any(
            w in ("quoted", "cited", "quotes", "cites", "quoting", "citing")
            for w in view.low[max(0, start - 14) : start]
        )
    if view.low[end - 1] in word_class("noun_ing") and before not in _BEFORE_GERUND:
        return before in word_class("text_noun")
    if before in _BEFORE_GERUND:
        return not (before == "and" and (end >= len(view) or _is_second_reason(view, start - 1)))
    if before == "while" and start == 1:
        return "," in view.low[end:]
    if before in _TEMPORAL:
        return entry.lemma in word_class("plain_speech") and start > 2 and view.low[start - 2] == ","
    if before in word_class("determiner") or before in word_class("preposition"):
        return False
    return end < len(view) and view.low[end] not in (",", ".", "of", "to", "in", "on", "from", "is", "was")


def _is_second_reason(view: View, at: int) -> bool:
    """Say whether "and" joins two gerunds: "accused them of inventing the raid and falsely blaming X"."""
    for k in range(at - 1, max(0, at - 14), -1):
        if view.low[k] in (",", ";") or view.finite[k]:
            return False
        if view.low[k].endswith("ing") and view.low[k - 1] in ("of", "for", "by"):
            return True
    return False


def _holds_people(view: View, end: int) -> bool:
    """Say whether a plural of people stands before a verb: "experts working for the court estimate"."""
    return any(view.low[k].endswith("s") and view.low[k] in source_heads() for k in range(min(end, 6)))


def _opens_clause(view: View, at: int, strict: bool) -> bool:
    """Say whether a token can begin what is said."""
    if at >= len(view):
        return False
    if view.low[at] == "that" or view.quote[at] >= 0 or view.low[at] == ":":
        return True
    if strict:
        opens = view.low[at] in _OPENS or view.tokens[at].kind == "number"
        return opens and view.has_finite(at + 1, at + 12)
    if view.tokens[at].kind == "number" or view.is_word(at, "amount"):
        return view.has_finite(at + 1, at + 8)
    return view.is_word(at, "determiner") or view.is_word(at, "personal") or view.is_capital(at)
