"""How pages are named, and the names of their raw files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.mediawiki.errors import NotAllowedError
from tasks.mediawiki.page_names import is_page_name, page_name, titles_of
from tasks.mediawiki.store import file_name
from tasks.settings import Fetch

SETTINGS = Fetch(wikis=("my_wiki=http://127.0.0.1:8080/api.php", "other=https://o.example/w/api.php"))


@pytest.mark.parametrize(
    ("text", "page", "api"),
    [
        (
            "https://en.wikipedia.org/wiki/2020_Kafr_Takharim_airstrike",
            "enwiki:2020 Kafr Takharim airstrike",
            "https://en.wikipedia.org/w/api.php",
        ),
        (
            "https://de.m.wikipedia.org/wiki/K%C3%B6ln#Lage",
            "dewiki:Köln",
            "https://de.wikipedia.org/w/api.php",
        ),
        (
            "https://en.wikipedia.org/w/index.php?title=A/B&oldid=7",
            "enwiki:A/B",
            "https://en.wikipedia.org/w/api.php",
        ),
        ("zh_yuewiki:X", "zh_yuewiki:X", "https://zh-yue.wikipedia.org/w/api.php"),
        ("enwiki:Operation: X", "enwiki:Operation: X", "https://en.wikipedia.org/w/api.php"),
        ("http://127.0.0.1:8080/index.php/A_b", "my_wiki:A b", "http://127.0.0.1:8080/api.php"),
        ("other:Talk:X", "other:Talk:X", "https://o.example/w/api.php"),
        ("Operation: X", "enwiki:Operation: X", "https://en.wikipedia.org/w/api.php"),
        ("  A\x1fb__c ", "enwiki:A b c", "https://en.wikipedia.org/w/api.php"),
    ],
)
def test_pages(text: str, page: str, api: str) -> None:
    """Addresses, titles with a wiki's name, and bare titles all lead to a wiki's API and a title."""
    named = page_name(text, SETTINGS)
    assert (str(named), named.wiki.api) == (page, api)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/wiki/X",
        "https://en.wikipedia.org:8443/wiki/X",
        "https://en.wikipedia.org/",
        "https://en.wikipedia.org.example.org/wiki/X",
        "https://[en.wikipedia.org/wiki/X",
        "enwiki:",
        "enwiki:#x",
    ],
)
def test_what_names_no_page(text: str) -> None:
    """Hosts that nobody named, and names without a title, are refused."""
    with pytest.raises(NotAllowedError):
        page_name(text, SETTINGS)


def test_pages_and_files_are_told_apart() -> None:
    """A path is no page; a title needs its wiki's name."""
    assert [text for text in ("data/raw", "a.txt", "C:/x", "x:y", "enwiki:X", "other:X", "HTTPS://h/w")
            if is_page_name(text, SETTINGS)] == ["enwiki:X", "other:X", "HTTPS://h/w"]  # fmt: skip


def test_lists_of_titles(tmp_path: Path) -> None:
    """One a line, once; comments, blank lines and a byte order mark are none. Bad files are named."""
    path = tmp_path / "titles"
    path.write_bytes("\ufeffA\r\n# no\n\nB b\nA\n".encode())
    assert titles_of(path) == ["A", "B b"]
    path.write_bytes(b"A\n\xff")
    with pytest.raises(NotAllowedError, match="byte 2"):
        titles_of(path)
    with pytest.raises(NotAllowedError, match="No such file"):
        titles_of(tmp_path / "none")


@pytest.mark.parametrize(
    "title",
    ["../../etc/passwd", "/etc/passwd", "..", "CON", "nul.txt", "a" * 300, "", "ß\u202ea\x00b", "- x", "~"],
)
def test_file_names_stay_in_their_folder(title: str) -> None:
    """A name is one plain part of a path, short, and no reserved one."""
    name = file_name(title)
    assert name.isascii() and Path(name).name == name and len(name) <= 110
    assert not name.startswith((".", "-", "_", "~"))
    assert name.split(".")[0].upper() not in ("CON", "NUL")


@given(st.text(max_size=80), st.text(max_size=80))
def test_file_names_do_not_meet(one: str, other: str) -> None:
    """Different titles have names that differ even where case does not count."""
    if one != other:
        assert file_name(one).casefold() != file_name(other).casefold()
    assert file_name("Attack").casefold() != file_name("ATTACK").casefold()
