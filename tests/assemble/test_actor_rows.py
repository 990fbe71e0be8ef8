"""Rows of actors: the names under which somebody may look for them."""

from __future__ import annotations

from pathlib import Path

from tasks.assemble.article_rows import rows_of
from tasks.extract import extract
from tasks.sources import read_articles


def _aliases(folder: Path, text: str) -> dict[str, list[str]]:
    path = folder / "Raid_on_Osk.wikitext"
    path.write_text(text, encoding="utf-8")
    (article,) = read_articles([path], folder).articles
    return {row["name"]: row["aliases"] for row in rows_of(extract(article))["actors"]}


def test_an_abbreviation_is_found_by_the_page_that_it_links_to(tmp_path: Path) -> None:
    """A link of an abbreviation gives its full name, one to something else none."""
    found = _aliases(
        tmp_path,
        "The '''Raid on Osk''' was an attack by the [[Northland Air Force|NAF]] on the"
        " [[Sorrel Front (2010)|SLF]] on 3 May 2012. The NAF killed 12 SLF fighters.",
    )
    assert found["NAF"] == ["Northland Air Force"]
    assert found["SLF"] == []
