"""Where a statement ends and begins: at the next cue, at the end of its quotation, at the full stop."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tasks.claims.contents.opens_content import opens_content
from tasks.claims.contents.writer_goes_on import going_on, writer_goes_on
from tasks.claims.cues.adverbial import is_date_word, skip_leading
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.phrase_marks import behind_comma_within, continues_list, is_of_hour, starts_clause
from tasks.claims.cues.unsaid_dateline import behind_dateline
from tasks.claims.cues.view import DASHES, STOPS, View

_CLAUSE_WORDS = frozenset({"who", "which", "that", "whose", "what", "if", "unless"})
_CLAIMED = word_class("claimed_noun")
_LOOSE = frozenset({",", ";", ":", "and", "but", "while", "with", "though", "although", "whereas", "as", "_"})
_RELATIVES = frozenset({"who", "which"})  # "the deputies who, he claimed, had"
_MAY_END_PHRASE = _CLAUSE_WORDS | DASHES | {  # what may end a noun phrase that is said, or begin its clause
    "was", "were", "is", "are", "had", "has", ";", ",", "and", "but", "while", "as", "after", "when",
    "because", "although", "before", "shortly", "hours", "days", "in", "on", "via", "through", "during", "at",
}  # fmt: skip
_CLOSING = frozenset(STOPS) | {";", ":", ","}
_DATING = frozenset({"beginning", "starting", "approximately", "ending"})  # "| an hour after it"
_BEFORE_GERUND = frozenset({"before", "after", "by"})  # "said C, before blaming X"
_CONNECTORS = frozenset({"but", "though", "while", "and", "although", "whereas", ";", ",", "however"})


def sentence_end(view: View) -> int:
    """Return the token after the last one that is said, without the final stop; closing marks stay."""
    end = len(view.low)
    while end > 0 and view.low[end - 1] in _CLOSING and view.quote[end - 1] < 0:
        end -= 1
    return end


def clause_end(view: View, start: int, cuts: Sequence[int]) -> int:
    """Return where a clause that is said ends: before the next cut after its start."""
    end = sentence_end(view)
    for at in range(bisect_right(cuts, start), len(cuts)):
        if cuts[at] >= end:
            break
        if not opens_content(view, start, cuts[at]):
            end = cuts[at]
            break
    turns = going_on(view.sentence)
    for at in range(bisect_right(turns, start), bisect_left(turns, end - 2)):
        if writer_goes_on(view, start, turns[at], end):
            end = turns[at]
            break
    end = trim_end(view, start, end)
    if end > start + 2 and view.low[end - 2 : end] == ("without", "elaborating"):
        return trim_end(view, start, end - 2)
    if end > start + 2 and view.low[end - 2] == "," and view.low[end - 1] in _BEFORE_GERUND:
        return trim_end(view, start, end - 1)
    return _before_medium(view, start, end)


def _before_medium(view: View, start: int, end: int) -> int:
    """Return where a clause ends before the medium of what it says: "said C, | in a statement sent to X"."""
    comma = next((k for k in range(end - 3, start + 1, -1) if view.low[k] == "," and view.is_free(k)), None)
    if comma is None or view.low[comma + 1] not in ("in", "via") or view.low[comma + 2] not in ("a", "an"):
        return end
    alone = is_medium(view, comma + 1, end) and not view.has_finite(comma + 1, end)
    return comma if alone and view.has_finite(start, comma) else end


def phrase_end(view: View, start: int, cuts: Sequence[int]) -> int:
    """Return where a noun phrase that is said ends: before a new verb, a comma that ends it, a medium."""
    end = clause_end(view, start, cuts)
    in_relative = view.low[start] == "what"  # "lamented what he called a silence"
    i = start
    while i < end:
        word = view.low[i]
        if not _may_end(view, i):
            i += 1
            continue
        if i > start and (word in _CLAUSE_WORDS or _told(view, i)):
            in_relative = True
        if (
            i > start
            and not in_relative
            and word in {"was", "were", "is", "are", "had", "has"}
            and not view.is_capital(i)
            and view.low[i - 1] != ","
            and not (i - 1 > start and view.is_word(i - 1, "personal"))
        ):
            return trim_end(view, start, i)
        if word == ";" or (word in DASHES and i > start and view.tokens[i - 1].end < view.tokens[i].start):
            return trim_end(view, start, i)
        if word == "," and (behind := behind_comma_within(view, i, end)):
            i = behind
            continue
        if word == "," and not continues_list(view, i, end):
            that = _told_behind_aside(view, start, i, end)
            if that is None:
                return trim_end(view, start, i)
            i = that
            continue
        if (
            word in {"and", "but", "while", "as", "after", "when", "because", "although"}
            and i > start
            and starts_clause(view, i, end, in_relative)
        ):
            return trim_end(view, start, i)
        if (
            i > start
            and not (in_relative and word in ("after", "before"))
            and _DATING.isdisjoint(view.low[max(start, i - 3) : i])
            and (word in {"after", "before", "shortly", "hours", "days"} or view.is_word(i + 1, "time_noun"))
            and _is_later(view, i, end)
        ):
            return trim_end(view, start, i)
        if word in {"in", "on", "via", "through", "during", "at"} and i > start and is_medium(view, i, end):
            return trim_end(view, start, i)
        i += 1
    return trim_end(view, start, end)


def _may_end(view: View, at: int) -> bool:
    """Say whether a noun phrase that is said may end at a token, or go on with a clause there."""
    may = view.low[at] in _MAY_END_PHRASE or view.low[at - 1] in _CLAIMED or view.is_word(at + 1, "time_noun")
    return may and view.is_free(at)


def _told(view: View, at: int) -> bool:
    """Say whether a clause without "that" begins behind a noun for what is said: "the claim X had fled"."""
    if view.low[at - 1] not in _CLAIMED:
        return False
    word = view.low[at]
    closed = any(view.is_word(at, name) for name in ("preposition", "coordinator", "auxiliary", "modal"))
    return not closed and word.isalpha() and not word.endswith(("ing", "ed")) and word != "to"


def _told_behind_aside(view: View, start: int, comma: int, end: int) -> int | None:
    """Return the "that" of "the claims by X, head of Y, that they had fled"; None if none follows."""
    if _CLAIMED.isdisjoint(view.low[start:comma]):
        return None
    for k in range(comma + 2, min(end, comma + 14)):
        if view.low[k] == "that" and view.low[k - 1] == ",":
            return k
        if view.finite[k] or view.low[k] == ";":
            return None
    return None


def _is_later(view: View, at: int, end: int) -> bool:
    """Say whether words date a statement by another event: "shortly after the release of"."""
    if view.is_word(at + 1, "time_noun"):
        return at + 2 < end and view.low[at + 2] in ("later", "earlier", "after", "before", "ago")
    if view.low[at] in ("after", "before"):
        return at + 1 < end and not view.low[at + 1].endswith("ing")
    return at + 1 < end and view.low[at + 1] in ("after", "before")


def is_medium(view: View, at: int, end: int) -> bool:
    """Say whether a prepositional phrase names the medium of a statement: "in a statement", "on Twitter"."""
    if view.low[at + 1 : at + 2] != () and view.low[at + 1].endswith("ing"):
        return False  # "errors in transcribing the speech"
    for k in range(at + 1, min(end, at + 6)):
        if view.low[k] in word_class("medium_noun"):
            return view.low[at] != "at" or view.low[k + 1 : k + 2] not in (
                ("that",),
                ("of",),
            )  # "at reports that"
        if view.is_word(k, "preposition") or view.finite[k] or view.low[k] == ",":
            return False
    return False


def behind_medium(view: View, at: int) -> int:
    """Return the comma before a second quotation: '"C1," X said in a televised speech, "C2"'; else `at`."""
    if not view.is_word(at, "preposition"):
        return at
    for k in range(at + 1, min(len(view.low) - 1, at + 12)):
        if view.low[k] == "," and view.quote[k + 1] >= 0:
            return k
        if view.finite[k] or view.quote[k] >= 0 or view.low[k] in (",", ";", ":", "that"):
            return at
    return at


def trim_end(view: View, start: int, end: int) -> int:
    """Return the end without trailing commas, stops and coordinators outside quotations."""
    while (
        end > start
        and view.quote[end - 1] < 0
        and (
            view.low[end - 1] in _LOOSE
            or view.low[end - 1] in STOPS
            or view.low[end - 1] in DASHES
            or (view.low[end - 1] in _RELATIVES and not view.is_word(end - 2, "preposition"))
        )
    ):
        end -= 1
    return end


def clause_start(view: View, end: int, cuts: Sequence[int], *, whole: bool = False) -> int:
    """Return where a clause begins that ends before token `end`: the sentence, a semicolon, ", while".

    Args:
        view: the sentence.
        end: the token after the clause.
        cuts: where other statements begin.
        whole: ", while" parts two halves of what one source says, unless another speaks in the first.
    """
    parting = ("but",) if whole and not any(cuts) else ("while", "but", "whereas")
    start = behind_dateline(view)
    for i in range(end - 1, -1, -1):
        if not view.is_free(i):
            continue
        if view.low[i] == ";" or (view.low[i] == ":" and view.has_finite(0, i) and not is_of_hour(view, i)):
            start = i + 1
            break
        if (
            view.low[i] in parting
            and not (view.low[i] == "while" and view.is_word(i + 1, "personal"))
            and i > 0
            and view.low[i - 1] == ","
            and view.has_finite(0, i)
            and view.has_finite(i, end)
            and not _shares_subject(view, i, end)
        ):
            start = i + 1
            break
    for cut in cuts:
        if start < cut < end:
            start = cut
    return skip_opening(view, start, end)


def _shares_subject(view: View, at: int, end: int) -> bool:
    """Say whether "but" joins a verb to the clause before it: "they held out, but later were killed"."""
    k = at + 1
    while k < end and view.is_adverb(k):
        k += 1
    return k < end and view.finite[k]


def skip_opening(view: View, start: int, end: int) -> int:
    """Return the first token that is not a mark, a list's dash or a coordinator."""
    while (
        start < end
        and view.quote[start] < 0
        and (
            view.low[start] in (",", ";", ":", "and", "but", "or", "*", "although")
            or view.low[start] in DASHES
        )
    ):
        start += 1
    return start


def connector_before(view: View, start: int) -> int | None:
    """Return where an earlier statement ends, if what begins at `start` is a clause beside it."""
    k = start
    while k > 0 and (view.is_adverb(k - 1) or view.low[k - 1] in word_class("time_noun")):
        k -= 1
    year = view.low[k - 1][:4].isdigit() if k > 2 else False
    if year and view.low[k - 2] in ("in", "by") and view.low[k - 3] in _CONNECTORS:
        k -= 2  # "; in 2020 the court"
    k = min(_before_date(view, k), _before_next_day(view, start))
    if k == 0 or view.low[k - 1] not in _CONNECTORS:
        return None
    while k > 0 and view.low[k - 1] in _CONNECTORS:
        k -= 1
    return k


def _before_next_day(view: View, at: int) -> int:
    """Return where "the next day", "two weeks later" begins that ends before a token, behind a connector."""
    end = at - 1 if view.low[at - 1] == "," else at
    for k in range(end - 2, max(0, end - 5), -1):
        if view.low[k - 1] in _CONNECTORS and view.low[k - 1] != ",":
            return k if skip_leading(view, k, end) == end else at
    return at


def _before_date(view: View, at: int) -> int:
    """Return where "on 1 April" or "in March, " begins that ends before a token, behind a connector."""
    end = at - 1 if view.low[at - 1] == "," else at
    for k in range(end - 2, max(0, end - 6), -1):
        if view.low[k] in {"on", "in", "by"}:
            dated = all(is_date_word(view, i) and view.low[i] != "," for i in range(k + 1, end))
            return k if dated and view.low[k - 1] in {"and", "but", "while", ";"} else at
    return at
