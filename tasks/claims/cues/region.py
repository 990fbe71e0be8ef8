"""Where the subject of a verb can begin: after the nearest mark, conjunction or subordinator."""

from __future__ import annotations

from tasks.claims.cues.apposition import is_apposition
from tasks.claims.cues.cue_words import branch_nouns, source_heads, word_class
from tasks.claims.cues.source import is_source
from tasks.claims.cues.unsaid_dateline import behind_dateline
from tasks.claims.cues.view import DASHES, View

DIVIDING = frozenset(
    {"that", "because", "although", "though", "if", "whether", "where", "whereas", "until", "unless", "so",
     "how", "why", "what", "than", "but", "yet", "when", "while", "after", "before", "since", "whereupon"}
)  # fmt: skip


_MARKS = frozenset({";", ":"}) | DASHES

_NAME = 5  # tokens, marks included
_SOME = frozenset({"various", "several", "some", "many", "most", "these", "those", "both"})  # no role's
_BEFORE_ROLE = frozenset({"such", "serving", "acting", "working", "posing"})  # "men serving as guards"


def clause_before(view: View, at: int) -> int:
    """Return the first token after the nearest mark or subordinator to the left."""
    i = at
    while i > 0 and view.low[i - 1] not in (";", ":") and view.low[i - 1] not in DIVIDING:
        i -= 1
    return i


def subject_region(view: View, end: int) -> int:
    """Return the first token of the stretch, up to `end`, that can belong to the subject of a verb there."""
    i = end - 1
    while i >= 0:
        if view.quote[i] >= 0:
            first = i
            while first > 0 and view.quote[first - 1] == view.quote[i]:
                first -= 1
            ends_clause = i > 0 and view.low[i - 1] in (",", ".", "?", "!", "…")
            closed = ends_clause or view.low[min(i + 1, end - 1)] == ","
            if (closed and not _is_quoted_name(view, first, i)) or i - first > 14:
                return i + 1
            i = first - 1
            continue
        if view.low[i] in _MAY_BOUND and view.depth[i] == 0 and _is_boundary(view, i, end):
            return i + 1
        i -= 1
    return 0


def _is_quoted_name(view: View, first: int, last: int) -> bool:
    """Say whether a quotation is a name with its comma inside: 'The "Real Front," a splinter group, said'."""
    if first == 0 or view.low[first - 1] not in ("the", "a", "an") or last - first > _NAME:
        return False
    return all(view.is_capital(k) or not view.low[k].isalpha() for k in range(first, last + 1))


def _is_boundary(view: View, i: int, end: int) -> bool:
    word = view.low[i]
    if word in _MARKS:
        is_tied = word in DASHES and i > 0 and view.tokens[i - 1].end == view.tokens[i].start
        is_tied = is_tied and not (word == "—" and view.has_finite(0, i))  # "was unclear—statements said"
        return not is_tied and not _joins_branch(view, i, end) and not _parts_aside(view, i, end)
    if word in ("who", "which", "whom", "whose"):
        return (
            view.low[end - 1] != "," and not view.has_finite(i + 1, end) and not _holds_present(view, i, end)
        )
    if word == "that":
        return _is_boundary_that(view, i, end)
    if word in ("and", "or", "nor", "&"):
        clause = _has_verb(view, clause_before(view, i), i) and not _inside_relative(view, i)
        return clause and not _joins_sources(view, i, end) and not _within_title(view, i, end)
    if word == "as" and i > 0 and (view.low[i - 1] in _BEFORE_ROLE or _joins_as_well(view, i)):
        return False
    if word == "but" and i > 0 and view.low[i - 1] in ("all", "nothing", "none", "anything", "everyone"):
        return False
    if word == "as":
        follows = i > 0 and (view.low[i - 1] == "," or view.finite[i - 1])
        plain = i + 2 < end and (view.low[i + 1] in _SOME or not view.is_word(i + 1, "determiner"))
        return (follows or plain) and "," not in view.low[i:end]
    if word == "since" and all(view.is_word(k, "month") or view.low[k].isdigit() for k in range(i + 1, end)):
        return False  # "The army that has held the town since March | denied"
    if word in ("after", "before", "since", "until"):
        return (
            ("," not in view.low[i:end] or i == 0) and not _dates_text(view, i) and not _later(view, i, end)
        )
    if (
        view.low[i] == "announced"
        and view.low[i - 1 if i else 0] == "who"
        and view.low[end] in ("said", "told")
    ):
        return False  # "The commander who announced the truce said"
    if view.finite[i] and view.low[i] in _SAYING and not view.is_word(i - 1, "auxiliary"):
        return True
    return word in DIVIDING and not _within_relative_aside(view, i, end)


def _dates_text(view: View, i: int) -> bool:
    """Say whether a text at the sentence's head is dated: "A statement issued | after the talks said"."""
    if view.is_word(i - 1, "time_noun"):
        i -= 2  # "A statement issued two days | after the talks said"
    if i < 2 or view.low[i - 1] not in _RELEASED or view.low[i - 2] not in word_class("text_noun"):
        return False
    return not view.has_finite(0, i - 2)


def _later(view: View, i: int, end: int) -> bool:
    """Say whether a text was looked at after an event: "Examination of the logs | after the war showed"."""
    dated = end - i == len(("after", "the", "war")) and view.is_word(i + 1, "determiner")
    if not dated or view.low[end - 1] not in word_class("event_noun") or view.has_finite(0, i):
        return False
    return not word_class("text_noun").isdisjoint(view.low[: min(i, _NAME)])


def _has_verb(view: View, start: int, end: int) -> bool:
    """Say whether a clause has a verb: not "an inquiry conducted with X and Y", which lacks its object."""
    verbs = [k for k in range(start, end) if view.finite[k] and view.quote[k] < 0]
    return any(
        view.low[k] not in _NEEDS_OBJECT or not view.is_word(k + 1, "preposition") or k == start
        for k in verbs
    )


def _joins_as_well(view: View, i: int) -> bool:
    """Say whether an "as" stands in "X as well as Y", which is one subject."""
    first = i if view.low[i + 1 : i + 2] == ("well",) else i - 2
    return view.low[first : first + 3] == ("as", "well", "as") and view.low[first - 1] != ","


def _within_relative_aside(view: View, i: int, end: int) -> bool:
    """Say whether a subordinator belongs to an aside: "NAME, who was hit while helping others, said"."""
    if view.low[i] == "where" and view.low[end - 1] != ",":
        return (
            i > 1 and view.has_finite(i + 1, end) and not view.has_finite(0, i) and "," not in view.low[i:end]
        )
    if view.low[end - 1] != ",":
        return False
    if view.low[i] in ("where", "when"):
        return _describes(view, i)
    for k in range(i - 1, 0, -1):
        if view.low[k] in ("who", "which", "whose"):
            return view.has_finite(k, i) and "," in view.low[:k]
        if view.low[k] in (",", ";", ":"):
            return False
    return False


def _describes(view: View, where: int) -> bool:
    """Say whether "where" belongs to an apposition: "NAME of X, the office where she had worked, said"."""
    comma = next((k for k in range(where - 1, max(0, where - 8), -1) if view.low[k] == ","), None)
    if comma is None or not view.is_word(comma + 1, "determiner") or view.has_finite(0, where):
        return False
    return view.is_capital(comma - 1) and comma + 2 < where


_RELEASED = word_class("releasing")
_NEEDS_OBJECT = word_class("needs_object")
_SAYING = word_class("saying_past")
_MAY_BOUND = frozenset(
    {*_MARKS, *DIVIDING, *_SAYING}
    | {"who", "which", "whom", "whose", "and", "or", "nor", "&", "as"}
)  # fmt: skip


def _holds_present(view: View, who: int, end: int) -> bool:
    """Say whether a relative clause has a verb that no list holds: "rebels who control the north blamed"."""
    first = who + 1
    while first < end and view.is_adverb(first):
        first += 1
    if view.low[who] == "which":
        third = view.low[first].endswith("s") and view.is_word(first + 1, "determiner")
        return third and end - first > 2 and view.low[who - 1] == ","  # ", which documents the war said"
    if view.low[who] != "who" or end - first < 2 or view.is_capital(first) or view.low[first] == ",":
        return False
    return not any(view.is_word(first, name) for name in ("determiner", "preposition", "personal"))


def _joins_sources(view: View, at: int, end: int) -> bool:
    """Say whether "and" joins two sources behind a statement: "C, residents and medical sources said"."""
    comma = next((k for k in range(at - 1, max(-1, at - 6), -1) if view.low[k] == ","), None)
    if comma is None or comma + 1 >= at or view.has_finite(comma, end):
        return False
    if any(view.is_word(k, "preposition") or view.is_word(k, "amount") for k in range(comma + 1, end)):
        return False
    plural = view.low[at - 1].endswith("s") or view.is_capital_inside(at - 1)
    return plural and is_source(view, (comma + 1, at)) and is_source(view, (at + 1, end))


def _within_title(view: View, at: int, end: int) -> bool:
    """Say whether "and" stands in a title between commas: "NAME, head of training and supply, said"."""
    if view.low[end - 1] != ",":
        return False
    comma = next((k for k in range(at - 1, max(-1, at - 9), -1) if view.low[k] == ","), None)
    return comma is not None and is_apposition(view, comma + 1) and not view.has_finite(comma, end)


def _parts_aside(view: View, i: int, end: int) -> bool:
    """Say whether a dash opens or closes an aside within a noun: "A ministry — the X of Y — spokesman"."""
    dashes = [k for k in range(max(1, end - 40), end) if view.low[k] in DASHES and view.is_free(k)]
    if len(dashes) != 2 or i not in dashes or not view.is_word(dashes[0] + 1, "determiner"):
        return False
    head = range(dashes[1] + 1, end)
    named = 0 < len(head) < 4 and all(view.low[k].isalpha() and not view.is_capital(k) for k in head)
    return named and view.low[end - 1] in source_heads() and not view.has_finite(0, end)


def _joins_branch(view: View, i: int, end: int) -> bool:
    """Say whether a spaced dash stands within a name: "Velmark Front – Eastern Command"."""
    in_dateline = "," in view.low[:i] and view.tokens[0].text.isupper() and i < behind_dateline(view)
    if i < 3 or in_dateline or not view.is_capital(i - 1):  # a list's "Northland – ..." begins its line
        return False
    last = i
    while last + 1 < end and view.is_capital(last + 1):
        last += 1
    return last > i and view.low[last] in branch_nouns()


def _is_boundary_that(view: View, i: int, end: int) -> bool:
    """Say whether "that" opens a clause: no relative one, and not "the governor of that province"."""
    governed = i > 0 and view.is_word(i - 1, "preposition") and view.low[i - 1] != "out"
    if governed or (i > 0 and _describes_by_deed(view, i, end)):
        return False  # but "he pointed out that the bombers had given a warning"
    return (i + 1 < end and not view.has_finite(i + 1, end)) or not _relative_that(view, i)


def _describes_by_deed(view: View, that: int, end: int) -> bool:
    """Say whether "that" tells what a body does: "NAME, a group that monitors the war, said"."""
    if view.low[end - 1] != "," or that + 1 >= end or not view.low[that + 1].endswith("s"):
        return False
    comma = next((k for k in range(that - 1, max(0, that - 8), -1) if view.low[k] == ","), None)
    if comma is None or view.low[comma + 1] not in ("a", "an", "the") or view.has_finite(0, that):
        return False
    return view.is_capital(comma - 1) and comma + 2 < that


def _relative_that(view: View, i: int) -> bool:
    """Say whether "that" begins a relative clause: a noun before it, a finite verb right after it."""
    return i > 0 and not view.finite[i - 1] and i + 1 < len(view.low) and view.finite[i + 1]


def _inside_relative(view: View, i: int) -> bool:
    """Say whether the nearest finite verb left of a coordinator belongs to a relative clause."""
    for k in range(i - 1, -1, -1):
        if view.low[k] in ("who", "which", "whose"):
            return not view.has_finite(0, k)
        if view.low[k] == ",":
            return False
    return False
