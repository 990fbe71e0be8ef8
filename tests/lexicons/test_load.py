"""The lexicon loader is strict, and every lexicon in the project keeps its schema."""

import sys
from pathlib import Path

import pytest

from tasks.lexicons.load import DATA, LexiconError, load, parse

SCHEMA = {
    "key": ["word"],
    "columns": {
        "word": {"description": "the word", "required": True},
        "class": {"description": "its class", "values": ["a", "b"]},
        "number": {"description": "digits", "pattern": "[0-9]+"},
        "frames": {"description": "words", "each_of": {"np": "a noun phrase", "to": "to + infinitive"}},
    },
}


def test_reads_entries_and_skips_comments() -> None:
    """Comments and empty lines are passed over; empty cells are empty strings."""
    assert parse("word,class,number,frames\n# why\n\nsaid,a,,np to\n", SCHEMA, "x.csv") == (
        {"word": "said", "class": "a", "number": "", "frames": "np to"},
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("word,klass,number,frames\n", "columns are"),
        ("word,class,number,frames\nsaid,c,,\n", "x.csv:2: class: 'c' is not one of"),
        ("word,class,number,frames\n# c\nsaid,a,x,\n", "x.csv:3: number: 'x' does not match"),
        ("word,class,number,frames\n,a,1,\n", "x.csv:2: word: a value is required"),
        ("word,class,number,frames\nsaid,a,1,\nsaid,b,2,\n", "x.csv:3: .* stands in line 2 already"),
        ("word,class,number,frames\nsaid,a,,\nask,a\n", "x.csv:3: 2 cells"),
        ("word,class,number,frames\n said,a,,\n", "blanks around"),
        ("word,class,number,frames\nsaid,a,,np too\n", r"x.csv:2: frames: 'np too' is not words of"),
        ("word,class,number,frames\nsaid,a,,np  to\n", "'np  to' is not words of"),
        ("word,class,number,frames\nsaid,a,,to to\n", "each once"),
    ],
)
def test_refuses_what_the_schema_does_not_allow(content: str, message: str) -> None:
    """A broken lexicon is an error that names file, line, column and value."""
    with pytest.raises(LexiconError, match=message):
        parse(content, SCHEMA, "x.csv")


def test_every_lexicon_keeps_its_schema() -> None:
    """Each CSV has a schema, each schema a CSV, and all of them load."""
    names = {path.stem for path in DATA.glob("*.csv")}
    assert names == {path.name.removesuffix(".schema.json") for path in DATA.glob("*.schema.json")}
    assert all(load(name) for name in names)


def test_entries_are_the_same_read_anew_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lexicon is looked through once after an installation; what is kept then says the same."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    made = load.__wrapped__("languages")
    assert [path.name.partition(".")[0] for path in tmp_path.rglob("*.list")] == ["languages"]
    assert load.__wrapped__("languages") == made == load("languages")
