"""The README's excerpt: events and claims of the first article as Markdown tables.

    python -m tasks.report.excerpt     writes it anew from data/raw

A test compares, so that what the README shows is what the pipeline makes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from tasks.assemble import rows_of
from tasks.assemble.combine import combine
from tasks.extract import extract
from tasks.sources import read_articles

BEGIN, END = "<!-- excerpt: `python -m tasks.report.excerpt` writes it -->", "<!-- /excerpt -->"
CLAIMS, WIDTH = 12, 96  # claims that are shown, and characters of each


def excerpt(tables: Mapping[str, pa.Table]) -> str:
    """Return events and the first claims as two Markdown tables."""
    names = dict(zip(*(tables["actors"][column].to_pylist() for column in ("actor_id", "name")), strict=True))
    figures: dict[str, list[str]] = {}
    for figure in tables["figures"].to_pylist():
        figures.setdefault(figure["claim_id"], []).append(figure["value_raw"])
    events = [
        (
            e["date_edtf"],
            e["event_name"],
            e["location_raw"],
            _toll(e, "deaths"),
            _toll(e, "injured"),
            e["n_claims"],
        )
        for e in tables["events"].to_pylist()
    ]
    claims = [
        (
            "*(the article)*"
            if c["voice"] == "article"
            else names.get(c["claimant_actor_id"], c["claimant_raw"]),
            c["claim_type"],
            _shortened(c["claim_text"]),
            "; ".join(figures.get(c["claim_id"], ())),
            f"{c['char_start']}–{c['char_end']}",
        )
        for c in tables["claims"].slice(0, CLAIMS).to_pylist()
    ]
    return "\n".join(
        [
            *_table(("date", "event", "place", "killed", "injured", "claims"), events),
            "",
            *_table(("claimant", "type", "claim", "figures", "at"), claims),
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


def _toll(event: Mapping[str, Any], what: str) -> str | None:
    """Return "79 (78–105)": the best number and, where they differ, the lowest and the highest."""
    low, best, high = (event[f"{what}_{part}"] for part in ("low", "best", "high"))
    if low is None:
        return None
    span = f"{low}" if low == high else f"{low}–{high}"
    return span if best is None or low == high else f"{best} ({span})"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    lines = [columns, ["---"] * len(columns), *cells]
    return [f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines]


if __name__ == "__main__":
    readme = Path("README.md")
    written = placed(readme.read_text("utf-8"), first_dataset(Path("data/raw")))
    readme.write_text(written, "utf-8")
    sys.stderr.write("README.md: excerpt written\n")
