"""What a raw file is, told by its content and not by its name."""

from __future__ import annotations

import re
from typing import Literal

RawKind = Literal["text", "wikitext", "xml", "bz2", "gzip", "zstd"]
HEAD_BYTES = 4096  # that many bytes of a file are enough

_MAGIC: tuple[tuple[bytes, RawKind], ...] = (
    (b"BZh", "bz2"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_XML = re.compile(rb"\s*<(?:\?xml|!DOCTYPE|mediawiki)\b", re.IGNORECASE)
_RENDERED_TITLE = re.compile(rb"\s*=[^=\n][^\n]*(?<!=)=[ \t]*\r?(?:\n|$)")
_MARKUP = re.compile(rb"\{\{|\[\[|'''|<ref\b|<!--|^\{\||^={2,6}[^=\n]+={2,6}\s*$|\A#redirect\b", re.I | re.M)


def detect(head: bytes) -> RawKind:
    """Return what a file is whose first bytes (at least `HEAD_BYTES`, or all it has) are given.

    Plain prose without any markup is "text": its reader then says what it lacks.
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _XML.match(head):
        return "xml"
    if _RENDERED_TITLE.match(head):
        return "text"
    return "wikitext" if _MARKUP.search(head) else "text"
