"""What a file is, told by its content."""

import bz2
import gzip

import pytest

from tasks.sources.detect import RawKind, detect


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"= Title =\n\nText", "text"),
        (b"\xef\xbb\xbf= Title =\r\nText", "text"),
        (b"\n\n= Title =", "text"),
        (b"Just prose.", "text"),
        (b"", "text"),
        (b"== Heading ==\n'''Bold''' [[link]]", "wikitext"),
        (b"{{Infobox civilian attack\n| title = X }}", "wikitext"),
        (b"#REDIRECT [[Other]]", "wikitext"),
        (b'<mediawiki xmlns="x">', "xml"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>', "xml"),
        (b"<!DOCTYPE x>", "xml"),
        (bz2.compress(b"x"), "bz2"),
        (gzip.compress(b"x", mtime=0), "gzip"),
        (b"\x28\xb5\x2f\xfd\x00", "zstd"),
    ],
)
def test_told_by_content(head: bytes, kind: RawKind) -> None:
    """Magic numbers, XML, the rendered form's title line, markup."""
    assert detect(head) == kind
