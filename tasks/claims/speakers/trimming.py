"""The edges of a claimant's words: no leading adverbials, no trailing dates, commas or adverbs."""

from __future__ import annotations

from tasks.claims.cues.adverbial import PAIRS, is_date_word, skip_leading
from tasks.claims.cues.cue_words import cue_entries
from tasks.claims.cues.view import Range, View

# who heard what somebody said; "a report quoted by X" as well is whose report it is
_OPENS = frozenset({"the", "a", "an", "his", "her", "their", "reporters", "journalists"})
_GROUNDS = frozenset({"after", "following", "citing", "quoting", "in", "relying", "based", "who"})
_FOUND_BY = frozenset({"quoted", "cited", "interviewed", "contacted", "reached"})


def without_trailing_date(view: View, start: int, end: int) -> int:
    """Return the end of a phrase without "on 26 October", "in 2016" behind it."""
    for k in range(end - 1, max(start, end - 6), -1):
        if (
            view.low[k] in ("on", "in")
            and all(is_date_word(view, i) for i in range(k + 1, end))
            and k + 1 < end
        ):
            named = any(
                view.is_word(i, "month")
                or view.is_word(i, "weekday")
                or (len(view.low[i]) == 4 and view.low[i].isdigit())
                for i in range(k + 1, end)
            )
            return k if named else end
    return end


def _second_phrase(view: View, start: int, end: int) -> int:
    """Return where the subject begins behind "(After) the incident"; `start` if only one phrase is there."""
    told = view.low[start] == "the" and view.is_word(start + 1, "event_noun") and end - start > 2
    if told and not any(view.is_capital(k) or view.low[k] == "of" for k in range(start + 1, end)):
        return start + 2  # "hours after the attack | police said"
    for k in range(start + 2, end):
        if view.low[k] in (",", "who", "which", "that", "and", "or"):
            return start
        noun = not view.is_word(k - 1, "preposition") and not view.is_word(k - 1, "determiner")
        if view.low[k] in ("the", "a", "an") and noun:
            return k
    return start


def _behind_account(view: View, start: int, end: int) -> int:
    """Return where "the unions" begins in ", an allegation the unions rejected"; else the start itself."""
    if start == 0 or view.low[start - 1] not in (",", "–", "—"):
        return start
    noun = start + 1 if view.low[start] in ("a", "an") else start
    summed = view.low[noun] in ("something", "number", "figure", "toll") or (
        noun > start and view.is_word(noun, "account_noun")
    )
    opens = noun + 2 < end and (view.is_word(noun + 1, "determiner") or view.is_word(noun + 1, "possessive"))
    opens = opens or (start < noun < end - 1 and view.is_capital(noun + 1))  # "a charge Norland denies"
    return noun + 1 if summed and opens else start


def _without_medium(view: View, start: int, end: int) -> int:
    """Return the end of a phrase without "in a statement" behind it: "The minister in a statement said"."""
    for k in range(max(start + 1, end - 4), end - 1):
        if view.is_word(k - 1, "text_noun"):
            continue  # "a statement on the group's website"
        said = view.low[k] in {"in", "on", "via"} and view.is_word(end - 1, "medium_noun")
        if said and view.low[k + 1] in {"a", "an", "the", "his", "her", "its", "their"}:
            return k
    return end


def without_finder(view: View, start: int, end: int) -> int:
    """Return the end of a phrase without who asked or what a name is: "a nurse interviewed by X"."""
    for k in range(start + 1, end - 1):
        if view.low[k] in _FOUND_BY and view.low[k + 1] == "by" and view.quote[k] < 0:
            return k
        if view.low[k] == "," and view.low[k + 1] in ("a", "an", "the", "another"):
            name = k + 3 if view.low[k + 2] in ("cover", "different", "new") else k + 2
            if view.low[name : name + 1] in (("name",), ("pseudonym",), ("alias",)):
                return k
    return end


def _without_grounds(view: View, start: int, end: int) -> int:
    """Return the end of a phrase without a bracket that is no part of a name: "NAME (after his memoirs)"."""
    if view.low[end - 1] != ")":
        return end
    opens = next((k for k in range(end - 2, start, -1) if view.low[k] == "("), None)
    return opens if opens is not None and view.low[opens + 1] in _GROUNDS else end


def _is_pointed(view: View, start: int, end: int) -> bool:
    """Say whether a phrase is "the first" or "the latter": what looks like an adverb is its noun."""
    return end - start == 2 and view.is_word(start, "determiner")


def trimmed(view: View, part: Range) -> Range | None:
    """Return a phrase without leading adverbials, coordinators and commas; None if nothing is left."""
    start, end = skip_leading(view, *part), part[1]
    if end - start > 1 and view.low[start] == "including":
        start += 1
    start = _behind_account(view, start, end)
    if start > 0 and view.low[start - 1] in {"after", "before", "since", "until", "following", "during"}:
        start = _second_phrase(view, start, end)
    if start > 0 and view.low[start - 1] in ("told", "tells", "telling") and view.low[start] in _OPENS:
        start = _second_phrase(view, start, end)  # "told the jury | a letter said"
    end = _without_grounds(view, start, end)
    while end > start and (
        view.low[end - 1] in {",", ";", ":", "."}
        or (view.is_adverb(end - 1) and end - start > 1 and not _is_pointed(view, start, end))
    ):
        end -= 1
    if end - start > 3 and view.low[end - 1] in ("all", "both", "each") and view.low[end - 2] != "of":
        end -= 1  # "Miners, lawyers and aid workers all | describe"
    if end - start > 2 and view.low[end - 2 : end] in PAIRS:
        end -= 2
    elif end - start > 1 and view.low[end - 1 : end + 1] in PAIRS:
        end -= 1
    end = without_finder(view, start, _without_medium(view, start, end))
    undated = without_trailing_date(view, start, end)
    if undated < end and undated - start > 1 and view.low[undated - 1] in {"released", "published", "issued"}:
        undated -= 1
    end = undated
    if start < end and view.low[end - 1] in {"he", "she", "they", "we", "i"}:
        start = end - 1
    if (
        end - start > 1
        and view.low[end - 1] == "it"
        and (view.finite[end - 2] or view.low[end - 2] in cue_entries())
    ):
        start = end - 1
    return (start, end) if start < end else None
