"""Bytes to text: UTF-8, NFC and plain line ends; characters that deceive are refused."""

from pathlib import Path

import pytest

from tasks.sources import InputError
from tasks.sources.decode import canonical, decode, read_bytes


def test_not_utf8_names_the_byte() -> None:
    """The message gives the position and the bytes in hex."""
    with pytest.raises(InputError, match=r"a\.txt: byte 4: not UTF-8: ff 63") as caught:
        decode(b"= A \xffc", "a.txt")
    assert (caught.value.file, caught.value.place, caught.value.value) == ("a.txt", "byte 4", "ff 63")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_encoding_of_unicode_is_named(encoding: str) -> None:
    """Editors save it; the message says which it is and what to do."""
    with pytest.raises(InputError, match=rf"this is {encoding.upper()}, not UTF-8; save it as UTF-8"):
        decode("= A =".encode(encoding), "a.txt")


def test_encoded_surrogate_is_not_utf8() -> None:
    """A surrogate written as three bytes (CESU) is refused as bytes already."""
    with pytest.raises(InputError, match="byte 2: not UTF-8"):
        decode(b"A \xed\xa0\x80", "a.txt")


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        ("\0", "a NUL"),
        ("\ud800", "a lone surrogate"),
        ("\u202e", "a bidi control"),
        ("\u2066", "a bidi control"),
        ("\x1b", "a control character"),
        ("\x85", "a control character"),
        ("\x0c", "a control character"),
    ],
)
def test_forbidden_characters_name_line_and_place(char: str, kind: str) -> None:
    """The message gives kind, line, offset and code point, and does not repeat the character."""
    with pytest.raises(InputError, match=kind) as caught:
        canonical(f"= A =\nText {char}here", "a.txt")
    assert caught.value.place == "line 2, char 11"
    assert caught.value.value == f"U+{ord(char):04X}"
    assert char not in str(caught.value)


def test_tabs_and_joiners_are_kept() -> None:
    """What a reader sees, or what shapes other scripts, stays."""
    text = "A\tname\u200cand\u00a0more"
    assert canonical(text, "a.txt") == (text, ())


@pytest.mark.parametrize(
    ("text", "clean", "code"),
    [
        ("\ufeff= A =", "= A =", "invisible_characters"),
        ("al\u00adSham \u200eAbu\u200f", "alSham Abu", "invisible_characters"),
        ("a\r\nb\rc", "a\nb\nc", "line_ends"),
        ("Erdog\u0306an", "Erdo\u011fan", "not_nfc"),
        ("lost \ufffd", "lost \ufffd", "replacement_character"),
    ],
)
def test_changes_are_logged(text: str, clean: str, code: str) -> None:
    """Nothing is changed without a word."""
    changed, issues = canonical(text, "a.txt")
    assert changed == clean
    assert [(issue.code, issue.severity, issue.stage) for issue in issues] == [(code, "info", "sources")]


def test_sizes(tmp_path: Path) -> None:
    """The limit is a parameter; the file of exactly that size is read, a larger one is not."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 10)
    assert read_bytes(path, max_bytes=10) == b"x" * 10
    with pytest.raises(InputError, match="more than 9 bytes"):
        read_bytes(path, max_bytes=9)
    path.write_bytes(b"")
    with pytest.raises(InputError, match="the file is empty"):
        read_bytes(path)
    with pytest.raises(InputError, match="no such file"):
        read_bytes(tmp_path / "b.txt")
    with pytest.raises(InputError, match="no file"):
        read_bytes(tmp_path)


def test_fifty_megabytes_are_too_much_by_default(tmp_path: Path) -> None:
    """A 50 MB article is refused without being read to its end."""
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(InputError, match="more than 10,485,760 bytes"):
        read_bytes(path)
