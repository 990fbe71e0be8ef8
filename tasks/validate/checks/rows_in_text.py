"""Every row stands in the text: what a column holds are the words at its offsets."""

from __future__ import annotations

from collections.abc import Callable

from tasks.validate.checks.check import Check, Found
from tasks.validate.staged import Staged
from tasks.validate.verdict import Scope

JOINT = " … "  # between the passages of a claim that its cue splits


def _slice(table: str, column: str, start: str, end: str | None) -> Callable[[Staged], Found]:
    """Return a finder of rows whose column is not the text from `start` (to `end`, or as long as it is)."""

    def find(staged: Staged) -> Found:
        """Yield the rows whose offsets do not give their words."""
        words, starts = staged.column(table, column), staged.column(table, start)
        ends: list[int | None] = [None] * len(words) if end is None else staged.column(table, end)
        for row, article in enumerate(staged.articles_of(table)):
            word, first = words[row], starts[row]
            if word is None and first is None:
                continue
            if word is None or first is None:
                yield row, word or first
                continue
            last = ends[row]
            stop = first + len(word) if last is None else last
            if staged.text.get(article, "")[first:stop] != word:
                yield row, word

    return find


def _slice_check(table: str, column: str, start: str, end: str | None, why: str) -> Check:
    subject = (column, start) if end is None else (column, start, end)
    return Check(
        f"{column}_stands_in_text", table, (*subject, "articles.text"), why, _slice(table, column, start, end)
    )


def _content(staged: Staged) -> Found:
    columns = staged.rows("claims", "article_id", "claim_text", "spans")
    for row, (article, words, spans) in enumerate(columns):
        text = staged.text.get(article, "")
        if not spans or JOINT.join(text[s["start"] : s["end"]] for s in spans) != words:
            yield row, words


def _extent(staged: Staged) -> Found:
    columns = staged.rows("claims", "spans", "char_start", "char_end")
    for row, (spans, start, end) in enumerate(columns):
        edges = [edge for span in spans for edge in (span["start"], span["end"])]
        if edges != sorted(edges) or not edges or (edges[0], edges[-1]) != (start, end):
            yield row, f"{start}..{end}, spans {edges}"


def _words_of_article(table: str, column: str, scope: Scope = "row") -> Check:
    """Return a check that a column without offsets of its own holds words of its row's article.

    For events it only warns: a whole article is too much to lose for the wording of its weapon.
    """

    def find(staged: Staged) -> Found:
        """Yield the rows whose words the article does not hold."""
        for row, (article, words) in enumerate(
            zip(staged.articles_of(table), staged.column(table, column), strict=True)
        ):
            if words is not None and words not in staged.text.get(article, ""):
                yield row, words

    return Check(
        f"{column}_is_in_text",
        table,
        (column, "articles.text"),
        f"{column} is written so in the article.",
        find,
    )


CHECKS = (
    _slice_check(
        "events", "evidence", "char_start", "char_end", "The evidence is the passage at its offsets."
    ),
    _slice_check(
        "mentions", "name_raw", "char_start", "char_end", "A mention is the passage at its offsets."
    ),
    _slice_check("figures", "value_raw", "char_start", "char_end", "A figure is the passage at its offsets."),
    _slice_check(
        "claims", "sentence", "sentence_start", None, "The sentence stands where it is said to begin."
    ),
    _slice_check("claims", "cue", "cue_start", None, "The cue stands where it is said to begin."),
    _slice_check("claims", "claimant_raw", "claimant_start", None, "The claimant's words stand in the text."),
    Check(
        "claim_text_is_its_spans",
        "claims",
        ("claim_text", "spans", "articles.text"),
        "What is stated is made of the passages that its spans give, joined by ' … '.",
        _content,
    ),
    Check(
        "spans_fill_the_claim",
        "claims",
        ("spans", "char_start", "char_end"),
        "Spans are in text order, do not overlap, and begin and end with the claim.",
        _extent,
    ),
    *(
        _words_of_article("events", column, "table")
        for column in ("date_raw", "location_raw", "target", "weapon", "part_of")
    ),
    *(_words_of_article("claims", column) for column in ("addressee_raw", "medium")),
    _words_of_article("figures", "victim_raw"),
)
