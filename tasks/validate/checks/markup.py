"""No wiki markup is left in what readers see.

Texts read from markup must be free of it: a row with residue goes to quarantine.  Texts that came
rendered may bring residue of somebody else's rendering, which is theirs: the issue log has it, article by
article, and only residue that got by it, or into an extracted row, is reported.  Out
of scope are columns that hold raw markup or foreign strings by their meaning: the infobox as JSON,
addresses, paths, and the issue log, whose business is to quote residue.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from tasks.tables.tables import TABLES
from tasks.validate.checks.check import Check, Found
from tasks.validate.staged import Staged

# RE2, as Arrow runs it: linear in the text.
RESIDUE = r"\{\{|\}\}|\[\[|\]\]|\{\||\|\}|<ref|</|<br|'''|&nbsp;|&lt;|\|"
RAW = {"infobox", "url", "archive_url", "source_path"}
RENDERED = "text"
LOGGED = {"markup_residue", "template_residue"}  # issues that tell of residue in an article's text
_TABLES = [name for name in TABLES if name != "issues"]


def text_columns(table: str) -> list[str]:
    """Return the columns of a table whose text must be free of markup."""
    return [
        column.name
        for column in TABLES[table].columns
        if pa.types.is_string(column.type) and not column.values and column.name not in RAW
    ]


def _residue(table: str, *, rendered: bool) -> Callable[[Staged], Found]:
    """Return a finder of rows with residue, of rendered articles or of those read from markup."""

    def find(staged: Staged) -> Found:
        """Yield the values that hold markup."""
        formats = staged.lookup("articles", "article_id", "source_format")
        articles = _articles(staged, table)
        seen = set()
        for name in text_columns(table):
            column = staged.tables[table][name]
            known = _told(staged) if rendered and (table, name) == ("articles", "text") else frozenset()
            for row in pc.indices_nonzero(pc.match_substring_regex(column, RESIDUE)).to_pylist():
                is_rendered = articles is None or formats.get(articles[row]) == RENDERED
                if articles is not None and articles[row] in known:
                    continue
                if is_rendered == rendered and row not in seen:
                    seen.add(row)
                    yield row, f"{name}: {_around(column[row].as_py())}"

    return find


def _told(staged: Staged) -> frozenset[str]:
    """Return the articles of whose text the issue log says that it holds residue."""
    codes = staged.rows("issues", "article_id", "code")
    return frozenset(article for article, code in codes if code in LOGGED)


def _around(text: str) -> str:
    """Return the residue with the words beside it."""
    match = re.search(RESIDUE, text)
    return text if match is None else text[max(0, match.start() - 40) : match.end() + 40]


def _articles(staged: Staged, table: str) -> list[str] | None:
    """Return each row's article, or None for tables over all articles."""
    if table == "claim_citations":
        claims = staged.lookup("claims", "claim_id", "article_id")
        return [claims.get(claim, "") for claim in staged.column(table, "claim_id")]
    return None if table == "actors" else staged.articles_of(table)


CHECKS = (
    *(
        Check(
            "no_markup_left",
            table,
            ("*", "articles.source_format"),
            "Nothing of the markup is left in text that was read from markup.",
            _residue(table, rendered=False),
        )
        for table in _TABLES
        if table != "actors"
    ),
    *(
        Check(
            "no_residue_in_rendered_text",
            table,
            ("*", "articles.source_format"),
            "Left-over markup of a text gets into rows that are made of it: mend the text to be rid of it.",
            _residue(table, rendered=True),
            scope="table",
            reach="actor" if table == "actors" else "article",
        )
        for table in _TABLES
    ),
)
