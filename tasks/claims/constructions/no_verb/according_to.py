"""Prepositions that attribute: "According to X, C", "C, according to X", "as reported by X"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.no_verb.before_count import before_count
from tasks.claims.constructions.no_verb.behind_source import behind_modifier, behind_where
from tasks.claims.constructions.no_verb.count_of_several import count_before, counts_in_brackets
from tasks.claims.constructions.no_verb.goes_by import is_grounds, measures, sorts
from tasks.claims.contents.boundaries import clause_end, clause_start, connector_before, trim_end
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import DASHES, Range, View
from tasks.claims.speakers.listed_sources import with_list
from tasks.claims.speakers.noun_phrase import phrase_after

_AS_SHOWN = frozenset({"revealed", "confirmed", "shown", "proven"})
_AS_BY = _AS_SHOWN | {
    "reported",
    "stated",
    "noted",
    "claimed",
    "described",
    "recorded",
    "told",
    "related",
    "recounted",
    "estimated",
    "announced",
}
_OPENS = frozenset({"according", "as", "in", "per"})
_OPINIONS = (("the", "words"), ("the", "view"), ("the", "opinion"), ("the", "judgement"))
_UNSAID = frozenset({"plan", "schedule", "rite", "rites", "custom", "customs", "tradition", "traditions"})
_NOT_SAID_ON = frozenset(
    ("a", "an", "and", "but", "of", "while", "which", "who", "although",
     "though", "as", "with", "whereas")
)  # fmt: skip
_ORDERS = frozenset({"order", "orders", "instruction", "instructions"})
_LOST = word_class("toll_noun") | {"losses", "loss"}
_RELATIVES = frozenset({"who", "which", "whose"})
_CLAUSE_OPENERS = frozenset({"and", "but", "where", "when", "because", "who", "that", "though"})
WORDS = _AS_BY | {
    "according",
    "words",
    "per",
    "view",
    "opinion",
    "judgement",
}  # a sentence without any of them holds no such statement
# "At least 26 people, according to X, were hurt": they begin what is said.
_AMOUNTS = (
    ("at", "least"),
    ("at", "most"),
    ("up", "to"),
    ("more", "than"),
    ("fewer", "than"),
    ("as", "many"),
)


def according_to(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return the statements that "according to" and "as reported by" attribute."""
    if WORDS.isdisjoint(view.sentence.words):
        return []
    found = []
    for i in view.places(_OPENS):
        length = _cue_length(view, i, view.low[i])
        in_text = view.is_free(i) or counts_in_brackets(view, i)
        if length and in_text and i + length < len(view.low):
            draft = _read(view, i, length, cuts)
            if draft is not None:
                found.append(draft)
    return found


def _cue_length(view: View, i: int, word: str) -> int:
    after = view.low[i + 1 : i + 3]
    if word == "according" and after[:1] == ("to",):
        return 2
    if word == "as" and len(after) == 2 and after[0] in _AS_BY and after[1] == "by":
        apart = i == 0 or view.low[i - 1] == ","
        shown = after[0] not in _AS_SHOWN or is_source(view, phrase_after(view, i + 3))
        return 3 if shown and (apart or _closes_as_shown(view, i)) else 0
    if word == "per" and i and view.low[i - 1] == "," and (after[:1] == ("the",) or view.is_capital(i + 1)):
        return 1
    if not i and (word == "per" or (word == "as" and after[:1] == ("per",))):
        length = 1 if word == "per" else 2
        return length if is_source(view, phrase_after(view, length)) else 0  # not "Per the agreement"
    if word == "in" and after in _OPINIONS and view.low[i + 3 : i + 4] == ("of",):
        said = after[1] == "words" or is_source(view, phrase_after(view, i + 4))
        return 4 if said else 0  # not "the view of the sea"
    return 0


def _closes_as_shown(view: View, at: int) -> bool:
    """Say whether "as revealed by X" closes a clause with no comma: "it never stood there as shown by X"."""
    if view.low[at + 1] not in _AS_SHOWN or not view.has_finite(0, at) or view.is_word(at - 1, "be"):
        return False
    phrase = phrase_after(view, at + 3)
    return phrase is not None and (phrase[1] >= len(view.low) or view.low[phrase[1]] in (".", ",", ";"))


def _read(view: View, at: int, length: int, cuts: Sequence[int]) -> Draft | None:
    phrase = before_count(view, phrase_after(view, at + length))
    if phrase is not None and view.depth[at]:
        phrase = (phrase[0], next((k for k in range(*phrase) if view.low[k] == ")"), phrase[1]))
    if phrase is None or not _UNSAID.isdisjoint(view.low[slice(*phrase)]) or sorts(view, phrase):
        return None
    if at and view.low[at - 1] != "," and (measures(view, phrase) or is_grounds(view, at, phrase)):
        return None
    phrase = _before_included(view, with_list(view, _with_branch(view, phrase)))
    content = _content(view, at, phrase, cuts)
    if content is None:
        return None
    if view.low[phrase[1] : phrase[1] + 1] in (("released",), ("published",), ("issued",), ("compiled",)):
        phrase = (phrase[0], behind_modifier(view, phrase[1]))  # "a report released by X in May"
    left = at if content[0][0] > at else content[0][0]
    if left == at:
        left = _relative_before(view, at) or connector_before(view, at) or at
    return Draft(
        content=content,
        cue=(at, at + length),
        cue_class="preposition",
        claimant=phrase,
        claim_type="demand" if _are_orders(view, phrase) else "statement",
        rule="according_to",
        lemma="according",
        left=left,
    )


def _are_orders(view: View, phrase: Range) -> bool:
    """Say whether a source is somebody's orders: "according to the captain's orders"."""
    owned = view.low[phrase[1] - 2].endswith(("'s", "’s", "s'", "s’")) and view.low[phrase[1] - 1] in _ORDERS
    return owned or view.low[phrase[0] + 1 : phrase[0] + 3] in (("orders", "of"), ("orders", "from"))


def _before_included(view: View, phrase: Range) -> Range:
    """Return a source without the people who are counted behind it: "the ministry |, including four boys"."""
    for k in range(phrase[0] + 1, phrase[1] - 2):
        counts = view.tokens[k + 2].kind == "number" or view.is_word(k + 2, "amount")
        if view.low[k : k + 2] == (",", "including") and counts:
            return (phrase[0], k)
    return phrase


def _with_branch(view: View, phrase: Range) -> Range:
    """Return the whole of "X – Norland (XN)", a name with its branch behind a dash."""
    dash = phrase[1]
    if dash + 2 >= len(view.low) or view.low[dash] not in DASHES or not view.is_capital(dash - 1):
        return phrase
    end = dash + 1
    while end < len(view.low) and view.is_capital(end):
        end += 1
    if view.low[end : end + 1] == ("(",) and view.low[end + 2 : end + 3] == (")",):
        end += 3
    closed = end > dash + 1 and view.low[end : end + 1] == (",",)
    return (phrase[0], end) if closed else phrase


def _content(view: View, at: int, phrase: Range, cuts: Sequence[int]) -> tuple[Range, ...] | None:
    others = [c for c in cuts if c != at]
    relative = _relative_before(view, at)
    if relative is not None or _opens_within(view, at):
        begin = phrase[1] + 1 if view.low[phrase[1] : phrase[1] + 1] == (",",) else phrase[1]
        end = clause_end(view, begin, others)
        if relative is not None and not view.has_finite(0, relative):
            end = _before_main_verb(view, begin, end)
        return ((begin, end),) if end > begin else None
    counted = count_before(view, at)
    if counted is not None:
        return ((counted, at - (view.low[at - 1] == "(")),)
    start = clause_start(view, at, [c for c in others if c < at])
    is_front = not view.has_finite(start, at) and all(view.quote[k] < 0 for k in range(start, at))
    after = phrase[1]
    if is_front:
        after = behind_modifier(view, after)
        while after < len(view.low) and view.low[after] in (",", ":"):
            after += 1
        described = after < len(view.low) and "," in view.low[slice(*phrase)] and view.low[after] == "that"
        if after < len(view.low) and (described or view.low[after] in _RELATIVES) and "," in view.low[after:]:
            after = view.low.index(",", after) + 1
        after = behind_where(view, after)
        others = [c for c in others if not _is_told(view, c)]
        end = clause_end(view, after, others)
        if not view.has_finite(after, end) and view.is_word(after, "preposition"):
            end = clause_end(view, after, [])  # "According to X, upon his return | Y claimed C"
        if end <= after:
            return None
        return (
            ((after, end),)
            if not _has_subject(view, start, at, after)
            else ((start, trim_end(view, start, at)), (after, end))
        )
    first = (start, trim_end(view, start, at))
    if first[1] <= first[0]:
        return None
    rest = _rest(view, behind_modifier(view, after), others)
    return (first, rest) if rest else (first,)


def _is_told(view: View, at: int) -> bool:
    """Say whether a participle without a comma is told with its verb: "he came to the station alleging"."""
    joined = view.low[at - 1].isalnum() and not view.is_word(at - 1, "coordinator")
    return joined and view.low[at].endswith("ing")


def _opens_within(view: View, at: int) -> bool:
    """Say whether "according to" opens a clause within the sentence: "and, according to X, ", "where, "."""
    before = at - 1 if view.low[at - 1] == "," else at
    return before > 1 and view.low[before - 1] in _CLAUSE_OPENERS and view.has_finite(0, before)


def _relative_before(view: View, at: int) -> int | None:
    """Return the "in" of ", in which, according to X, C"; None if no such clause opens before a token."""
    which = at - 2 if view.low[at - 1] == "," else at - 1
    if which < 2 or view.low[which] not in ("which", "whom"):
        return None
    if (
        view.low[which] == "which"
        and view.low[which - 1] != ","
        and not view.is_word(which - 1, "preposition")
    ):
        return which  # "the hotel which according to X was empty"
    return which - 1 if view.is_word(which - 1, "preposition") and view.low[which - 2] == "," else None


def _before_main_verb(view: View, begin: int, end: int) -> int:
    """Return the comma behind which the main clause has its verb: "in which, by X, C, drew criticism"."""
    commas = (k for k in range(begin + 1, end - 1) if view.low[k] == "," and view.is_free(k))
    for comma in commas:
        verb = view.low[comma + 1]
        if view.finite[comma + 1] or verb.endswith("ed") or view.is_word(comma + 1, "irregular_past"):
            return comma
    return end


def _has_subject(view: View, start: int, at: int, after: int) -> bool:
    """Say whether the words before "according to" begin what is said: "The camp, according to X, was"."""
    if (
        at - start > 1
        and view.is_word(start, "determiner")
        and not word_class("toll_noun").isdisjoint(view.low[start:at])
    ):
        return True  # "The death toll according to X was 22"
    if view.low[at - 1] in _LOST and at - start > 1 and after < len(view.low) and view.finite[after]:
        return True  # "In May, army losses according to the Herald | rose to nine dead"
    if at - start < 2 or view.low[at - 1] != ",":
        return False
    if view.low[start] in ("of", "out", "among") and any(
        view.tokens[k].kind == "number" for k in range(start, at)
    ):
        return True
    if view.low[start : start + 2] in _AMOUNTS and _counts_people(view, start + 2, at):
        return True
    return not (
        view.is_word(start, "preposition")
        or view.is_adverb(start)
        or view.is_word(start, "subordinator")
        or view.tokens[start].kind == "number"
    )


def _counts_people(view: View, at: int, end: int) -> bool:
    """Say whether a number of people or things stands there: "26 people", "forty of the huts"."""
    return (
        end - at > 2
        and (view.tokens[at].kind == "number" or view.is_word(at, "amount"))
        and not any(view.is_word(at + 1, name) for name in ("month", "time_noun"))
    )


def _rest(view: View, after: int, cuts: Sequence[int]) -> Range | None:
    """Return what goes on being said after ", according to X,": a clause that has not begun before."""
    if after >= len(view.low) or view.low[after] != "," or after + 1 >= len(view.low):
        return None
    first = view.low[after + 1]
    if view.low[after + 2 : after + 4] == ("of", "whom"):
        return None  # "C, according to witnesses, one of whom said"
    if first in _NOT_SAID_ON:
        return None
    end = clause_end(view, after + 1, cuts)
    return (after + 1, end) if end > after + 1 else None
