"""Where a statement ends that begins with a quotation: with its mark, or with what goes on behind it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.view import View

_WHEN = frozenset(("when", "after"))
_MEANWHILE = _WHEN | {"as", "while", "before"}


def quoted_end(view: View, start: int, cuts: Sequence[int]) -> int:
    """Return where a statement ends that begins with a quotation.

    It ends with the quotation, unless words of the same clause follow, in which case it runs on
    to the end of the clause.
    """
    end, quote = start, view.quote
    while end < len(quote) and quote[end] == quote[start]:
        end += 1
    limit = clause_end(view, start, cuts)
    if end >= limit:
        return limit
    if start > 0 and _is_meanwhile(view, end):
        return end  # 'shouted "long live X" as he opened fire'
    if view.low[end] in (",", ";", "and", "but", "–", "—", ".") or view.low[end - 2 if end > 1 else 0] in (
        ".",
        ",",
        "?",
        "!",
    ):
        return end if not _another_quote(view, end, limit) else limit
    return limit


def _is_meanwhile(view: View, end: int) -> bool:
    """Say whether a clause of what the speaker did meanwhile follows a quotation."""
    if end + 2 >= len(view.low) or view.quote[end - 1] < 0 or view.low[end] not in _MEANWHILE:
        return False
    follows = view.low[end + 1]
    if view.low[end] in _WHEN:  # 'stated "her life mattered" when it was announced that'
        told = view.is_word(end + 1, "personal") or view.is_word(end + 1, "determiner")
        return told and _is_sentence(view, end - 1) and view.has_finite(end + 1, len(view.low))
    return view.is_word(end + 1, "personal") or (view.low[end] != "as" and follows.endswith("ing"))


def _is_sentence(view: View, at: int) -> bool:
    """Say whether the quotation at a token holds a finite verb."""
    return any(view.finite[k] and view.quote[k] == view.quote[at] for k in range(len(view.low)))


def _another_quote(view: View, end: int, limit: int) -> bool:
    """Say whether "and" and a second quotation, or ", that" and a second clause, continue the first."""
    more = end + 2 if view.low[end : end + 2] in ((",", "and"), (",", "but")) else end + 1
    if end + 3 < limit and view.low[end] in (",", "and", "but") and view.low[more] == "that":
        return view.has_finite(more + 1, limit) or view.quote[more + 1] >= 0
    return end + 1 < limit and view.low[end] == "and" and view.quote[end + 1] >= 0


def noun_quoted_end(view: View, start: int, end: int) -> int:
    """Return where a quotation ends that a noun shows, before its verb: 'Banners reading "C" | were hung'."""
    close = start
    while close < end and view.quote[close] == view.quote[start]:
        close += 1
    return close if close < end and view.finite[close] else end
