r"""Bytes of a raw file to text that tables can hold: UTF-8, NFC, `\n`, no character that deceives."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from tasks.model.issue import Issue
from tasks.sources.errors import InputError

MAX_BYTES = 10 * 1024 * 1024
MAX_TEXT_BYTES = 2 * 1024 * 1024  # of a page; MediaWiki's own limit ($wgMaxArticleSize)

# Embeddings, overrides and isolates make a line read otherwise than it is stored (Unicode TR 36).
_BIDI_CONTROL = "\u202a-\u202e\u2066-\u2069"
_FORBIDDEN = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_BIDI_CONTROL}\ud800-\udfff\ufffe\uffff]")
# They are not seen, change no meaning in English, and part words that a reader sees whole: soft hyphen,
# zero width space, word joiner, byte order mark, marks of direction.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c]")
# With which files begin that an editor saved in another encoding of Unicode; the longer ones first.
_OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """Return a file's content.

    Raises:
        InputError: if there is no such file, it cannot be read, is empty or larger than `max_bytes`.
    """
    content = read_head(path, max_bytes + 1)
    if not content:
        raise InputError(str(path), "the file is empty")
    if len(content) > max_bytes:
        raise InputError(str(path), f"an article of more than {max_bytes:,} bytes")
    return content


def read_head(path: Path, size: int) -> bytes:
    """Return the first bytes of a file, at most `size`.

    Raises:
        InputError: if there is no such file, or it cannot be read.
    """
    try:
        if not path.is_file():
            raise InputError(str(path), "this is no file" if path.exists() else "there is no such file")
        with path.open("rb") as stream:
            return stream.read(size)
    except OSError as error:
        raise InputError(str(path), "the file cannot be read", value=error.strerror or "") from error


def decode(content: bytes, file: str) -> str:
    """Return the text that UTF-8 bytes hold.

    Raises:
        InputError: with the position of the first byte that is not UTF-8, or the name of another encoding
            that the file says it has.
    """
    for mark, encoding in _OTHER_MARKS.items():
        if content.startswith(mark):
            raise InputError(
                file, f"this is {encoding}, not UTF-8; save it as UTF-8 (iconv -f {encoding} -t UTF-8)"
            )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = content[error.start : error.start + 4]
        raise InputError(file, "not UTF-8", place=f"byte {error.start}", value=bad.hex(" ")) from error


def canonical(text: str, file: str) -> tuple[str, tuple[Issue, ...]]:
    r"""Return the text in NFC with `\n` line ends, and what had to be changed for it.

    The issues name the file in place of an article.

    Raises:
        InputError: on a control character, a bidi control or a lone surrogate, with its line and place.
    """
    issues = []
    if "\r" in text:
        issues.append(_note(file, "line_ends", "\\r", "Line ends were changed to \\n."))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _FORBIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise InputError(
            file,
            f"{_kind(found.group())} in the text",
            place=f"line {line}, char {found.start()}",
            value=f"U+{ord(found.group()):04X}",
        )
    if _INVISIBLE.search(text):
        value = " ".join(sorted({f"U+{ord(char):04X}" for char in _INVISIBLE.findall(text)}))
        text = _INVISIBLE.sub("", text)
        issues.append(_note(file, "invisible_characters", value, "Invisible characters were left out."))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        issues.append(_note(file, "not_nfc", "", "The text was not in NFC and has been normalised."))
    if "\ufffd" in text:
        message = "Characters were lost before the text came here (U+FFFD)."
        issues.append(_note(file, "replacement_character", "\ufffd", message, at=text.index("\ufffd")))
    return text, tuple(issues)


def _kind(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return "a lone surrogate"
    if char == "\0":
        return "a NUL"
    return "a bidi control" if re.match(f"[{_BIDI_CONTROL}]", char) else "a control character"


def _note(file: str, code: str, value: str, message: str, at: int | None = None) -> Issue:
    place = "file" if at is None else f"char {at}"
    return Issue(file, "sources", code, "info", place, value, message)
