"""The README's excerpt: events and claims of the first article as Markdown tables.

    python -m tasks.report.excerpt     writes it anew from data/raw

A test compares, so that what the README shows is what the pipeline makes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from tasks.assemble import rows_of
from tasks.assemble.combine import combine
from tasks.extract import extract
from tasks.report.rows_in_words import figure, toll, when, where
from tasks.sources import read_articles

BEGIN, END = "<!-- excerpt: `python -m tasks.report.excerpt` writes it -->", "<!-- /excerpt -->"
CLAIMS, WIDTH = 11, 96  # claims that are shown, and characters of each


def excerpt(tables: Mapping[str, pa.Table]) -> str:
    """Return events, and the first claims that count or whose speaker is known, as Markdown tables."""
    names = dict(zip(*(tables["actors"][column].to_pylist() for column in ("actor_id", "name")), strict=True))
    known = {row["actor_id"] for row in tables["actors"].to_pylist() if row["actor_kind"] != "unknown"}
    figures: dict[str, list[str]] = {}
    for row in tables["figures"].to_pylist():
        figures.setdefault(row["claim_id"], []).append(figure(row))
    events = [
        (
            when(e), e["event_name"], where(e), toll(e["deaths_low"], e["deaths_best"], e["deaths_high"]),
            toll(e["injured_low"], e["injured_best"], e["injured_high"]), e["n_claims"],
        )
        for e in tables["events"].to_pylist()
    ]  # fmt: skip
    claims = [
        (
            names[c["claimant_actor_id"]] if c["claimant_actor_id"] else "*(the article)*",
            c["claim_type"],
            _shortened(c["claim_text"]),
            "; ".join(figures.get(c["claim_id"], ())),
            f"{c['char_start']}–{c['char_end']}",
        )
        for c in tables["claims"].to_pylist()
        if c["claim_id"] in figures or c["claimant_actor_id"] in known
    ]
    return "\n".join(
        [
            *_table(("date", "event", "place", "killed", "injured", "claims"), events),
            "",
            *_table(("claimant", "type", "claim", "figures", "at"), claims[:CLAIMS]),
        ]
    )


def placed(document: str, tables: Mapping[str, pa.Table]) -> str:
    """Return a document with the excerpt written anew between its marks.

    Raises:
        ValueError: if the document has no such marks.
    """
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if not pattern.search(document):
        raise ValueError(f"the document has no marks {BEGIN} ... {END}")
    return pattern.sub(lambda _: f"{BEGIN}\n{excerpt(tables)}\n{END}", document)


def first_dataset(raw: Path) -> dict[str, pa.Table]:
    """Return the tables of the articles in a raw folder."""
    return combine(rows_of(extract(article)) for article in read_articles([raw], raw).articles)


def _shortened(text: str) -> str:
    return text if len(text) <= WIDTH else text[:WIDTH].rstrip() + " …"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    lines = [columns, ["---"] * len(columns), *cells]
    return [f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines]


if __name__ == "__main__":
    readme = Path("README.md")
    written = placed(readme.read_text("utf-8"), first_dataset(Path("data/raw")))
    readme.write_text(written, "utf-8")
    sys.stderr.write("README.md: excerpt written\n")
