"""Corrections of actors: read strictly, and each action changes the decision it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.actors import Correction, CorrectionError, find_actors, read_corrections
from tasks.actors.corrections import COLUMNS, parse_corrections
from tasks.model.actor import ActorBook
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse

HEAD = ",".join(COLUMNS)
TEXT = """= Test =

The National Union for Salvation sent men. NSU spokesman Adil Ramo denied it.
Jaysh al-Nasim fought beside Jaysh al-Nassim.
"""


def book(*lines: str) -> ActorBook:
    """Return the actors of the text under lines of a corrections file."""
    document = analyse(read_rendered_text(TEXT, source_path="case.txt"))
    return find_actors(document, (), parse_corrections("\n".join((HEAD, *lines))))


def names(found: ActorBook, name: str) -> set[str]:
    """Return all names of the actor that has this one."""
    actor = next(a for a in found.actors.values() if name in (a.name, *a.aliases))
    return {actor.name, *actor.aliases}


def test_without_corrections_the_rules_decide() -> None:
    """What the corrections below change is otherwise."""
    assert names(book(), "NSU") == {"National Union for Salvation", "NSU"}
    assert names(book(), "Jaysh al-Nasim") == {"Jaysh al-Nasim"}


def test_split_reverses_a_merge() -> None:
    """A split keeps two names apart that the rules join."""
    found = book("*,split,National Union for Salvation,NSU,another union of that name,2031-05-04")
    assert names(found, "NSU") == {"NSU"}


def test_merge_joins_and_says_so() -> None:
    """A merge joins two names, and the actor's method names the correction."""
    found = book("*,merge,Jaysh al-Nasim,Jaysh al-Nassim,a spelling,2031-05-04")
    assert names(found, "Jaysh al-Nasim") == {"Jaysh al-Nasim", "Jaysh al-Nassim"}
    assert "correction" in found.actors["jaysh al nassim"].resolution_method


def test_rename_chooses_among_the_names() -> None:
    """A rename makes another of the actor's own names the canonical one."""
    found = book("*,rename,National Union for Salvation,NSU,usual name,2031-05-04")
    assert found.actors["nsu"].name == "NSU"
    assert found.actors["nsu"].aliases == ("National Union for Salvation",)


def test_rename_to_a_name_that_the_article_does_not_write_is_passed_over() -> None:
    """No name enters that the article does not have."""
    found = book("*,rename,NSU,Salvation Party,wrong,2031-05-04")
    assert "salvation party" not in found.actors


def test_kind() -> None:
    """A kind is set for the actor that has the name, under any of its names."""
    found = book("*,kind,NSU,party,ran in the election,2031-05-04")
    assert found.actors["national union for salvation"].kind == "party"


def test_another_articles_line_changes_nothing() -> None:
    """A line with another article's id is not for this one."""
    assert book("enwiki:Other,split,National Union for Salvation,NSU,x,2031-05-04") == book()


def test_a_line_for_this_article() -> None:
    """A line with this article's id is."""
    document = analyse(read_rendered_text(TEXT, source_path="case.txt"))
    line = Correction(document.article.article_id, "kind", "NSU", "party", "x", "2031-05-04")
    assert find_actors(document, (), (line,)).actors["national union for salvation"].kind == "party"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("", "empty"),
        ("article_id,action,name", "columns are"),
        (f"{HEAD}\n*,delete,A,B,r,2031-05-04", "'delete'"),
        (f"{HEAD}\n*,split,A,,r,2031-05-04", "other is empty"),
        (f"{HEAD}\n*,split,A,the a,r,2031-05-04", "same name"),
        (f"{HEAD}\n*,kind,A,wizard,r,2031-05-04", "'wizard'"),
        (f"{HEAD}\n*,split,A,B,r,yesterday", "no date"),
        (f"{HEAD}\n*,split,A,B,r,2026-13-30", "no date"),
        (f"{HEAD}\n*,split,A,B,r,2026-02-30", "no date"),
        (f"{HEAD}\n*,split,A,B,r", "5 cells"),
        (f"{HEAD}\n*,split,A,B,r,2031-05-04\n*,merge,b,A,r,2031-05-04", "both split and merged"),
        (f'{HEAD}\n*,split,"A,B,r,2031-05-04', "corrections"),
    ],
)
def test_a_bad_file_is_refused(lines: str, says: str) -> None:
    """Every fault of the file is an error that says what is wrong."""
    with pytest.raises(CorrectionError, match=says):
        parse_corrections(lines)


def test_a_line_number_is_given(tmp_path: Path) -> None:
    """The message names file and line, comments counted."""
    path = tmp_path / "actors.csv"
    path.write_text(f"# comment\n{HEAD}\n\n*,split,A,B,r,never\n", "utf-8")
    with pytest.raises(CorrectionError, match=r"actors\.csv:4"):
        read_corrections(path)


def test_the_shipped_file_is_valid() -> None:
    """The file that the project ships can be read."""
    shipped = Path(__file__).parents[2] / "data/corrections/actors.csv"
    assert isinstance(read_corrections(shipped), tuple)
