"""XML made to do harm: bounded time and memory, a reason, and the other pages go on."""

import bz2
import gzip
import json
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks.sources import InputError
from tasks.sources.dump import DumpOptions, read_dump
from tasks.sources.dump.export_page import PageError, parse_page
from tests.made_exports import EVENT, export, head, page

LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE mediawiki [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>\n"
)
OUTSIDE = '<!DOCTYPE mediawiki [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n'
GOOD = page("Raid on Tolna", EVENT, number=3)


def read(path: Path, content: bytes) -> tuple[list[str], list[str]]:
    """Return the titles of the articles and the errors that an export gives."""
    path.write_bytes(content)
    titles, errors = [], []
    try:
        for one in read_dump(path, None, DumpOptions()):
            errors.append(str(one)) if isinstance(one, InputError) else titles.append(one.title)
    except InputError as error:
        errors.append(str(error))
    return titles, errors


# In a process of its own: how much this one holds depends on all that was tested before.
READ_AND_TELL = """
import json, sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tests.sources.dump.test_hostile import read
packed, path = map(Path, sys.argv[1:])
content = packed.read_bytes()
before = getrusage(RUSAGE_SELF).ru_maxrss
titles, errors = read(path, content)
print(json.dumps([titles, errors, getrusage(RUSAGE_SELF).ru_maxrss - before]))
"""


@pytest.mark.parametrize("start", [LAUGHS, OUTSIDE, "<!doctype x>\n"])
def test_document_types_are_refused(tmp_path: Path, start: str) -> None:
    """Whatever is declared, nothing of it is read."""
    content = start.encode() + export(page("A", "&a;&i; " + EVENT).replace("&amp;", "&"), GOOD)
    titles, (error,) = read(tmp_path / "x", content)
    assert titles == []
    assert "document type" in error


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (page("A", "x").replace(">x<", ">&a;<"), "Entity"),
        (page("A", "x").replace(">x<", ">&#0;<"), "XML"),
        (page("A", "x").replace(">x<", ">\0<"), "XML"),
        (page("A", "x").replace(">x<", "><![CDATA[</page><page>]]><"), "XML"),
        (page("A", "x").replace(">x<", "><!-- </page> --><"), "XML"),
        (page("A", "x").replace("</text>", ""), "XML"),
        (page("A", "x").replace("</page>", ""), "without its end"),
        (page("A", "x").replace("<title>A</title>", ""), "title"),
        (page("A", "x").replace("<revision>", "<rev>").replace("</revision>", "</rev>"), "revision"),
        (page("A", "<d>" * 400).replace("&lt;", "<").replace("&gt;", ">"), "XML"),
        (page("A", "word " * 600_000), "more than"),
        (page("A", "x" * 17_000_000), "more than"),
        (page("A\u202e", EVENT), "bidi"),
        (page("A|url-status=live}}</ref>", EVENT), "a title with '|'"),
        (page("A\n\n== B ==", EVENT), r"a title with '\n'"),
        (page("A", "\ufffe" + EVENT), "XML"),
    ],
)
def test_one_page_does_not_cost_the_others(tmp_path: Path, harm: str, words: str) -> None:
    """The harm is named, and the pages around it are read."""
    start = time.process_time()
    titles, errors = read(tmp_path / "x", export(page("Before", EVENT, number=1), harm, GOOD))
    assert (titles[0], titles[-1]) == ("Before", "Raid on Tolna")
    assert any(words in error for error in errors), errors
    assert time.process_time() - start < 10


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """Invalid UTF-8 costs its page alone."""
    content = export(page("A", "x"), GOOD).replace(b">x<", b">\xff\xfe<")
    titles, (error,) = read(tmp_path / "x", content)
    assert titles == ["Raid on Tolna"]
    assert "XML" in error


def test_lone_carriage_return_is_a_line_end(tmp_path: Path) -> None:
    """As XML has it; the text is the same, its checksum too."""
    titles, errors = read(tmp_path / "x", export(page("A", EVENT + "\nEnd.")).replace(b"\nEnd.", b"\rEnd."))
    assert (titles, errors) == (["A"], [])


@pytest.mark.parametrize(
    "packer",
    [lambda: zlib.compressobj(wbits=31), bz2.BZ2Compressor, lambda: zstandard.ZstdCompressor().compressobj()],
)
def test_bombs(tmp_path: Path, packer: object) -> None:
    """A small file that stands for a large one of nothing is an error in bounded memory."""
    pack = packer()  # type: ignore[operator]
    packed = pack.compress((head() + "<page><title>A</title>").encode())
    for _ in range(150):
        packed += pack.compress(bytes(1_000_000))
    packed += pack.flush()
    (tmp_path / "packed").write_bytes(packed)
    child = [sys.executable, "-c", READ_AND_TELL, str(tmp_path / "packed"), str(tmp_path / "x")]
    root = Path(__file__).parents[3]
    told = subprocess.run(child, check=True, stdout=subprocess.PIPE, cwd=root).stdout
    titles, errors, kilobytes = json.loads(told)
    assert titles == []
    assert errors
    assert kilobytes < 110_000


def test_packed_otherwise(tmp_path: Path) -> None:
    """Packed text that is no export is refused by that name."""
    for content in (
        gzip.compress(b"= T =\n\nText.\n"),
        bz2.compress(b"x"),
        zstandard.compress(b""),
        b"BZh9",
        b"\x1f\x8b",
    ):
        titles, errors = read(tmp_path / "x", content)
        assert (titles, len(errors)) == ([], 1)


@given(
    st.lists(st.tuples(st.text(max_size=30), st.text(max_size=60)), max_size=4),
    st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4)), max_size=3),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_any_export_damaged_anywhere(
    tmp_path: Path, pages: list[tuple[str, str]], damage: list[tuple[int, bytes]]
) -> None:
    """Articles or errors that can be shown come of it, and nothing else."""
    content = export(
        *(page(title, EVENT + text, number=n) for n, (title, text) in enumerate(pages)), schema="0.3"
    )
    for place, bytes_ in damage:
        at = place % (len(content) + 1)
        content = content[:at] + bytes_ + content[at + len(bytes_) :]
    _, errors = read(tmp_path / "x", content)
    assert all(error.isprintable() for error in errors)


@given(st.binary(max_size=60) | st.text(max_size=40).map(lambda text: f"<page>{text}</page>".encode()))
def test_any_page(content: bytes) -> None:
    """A page or a PageError."""
    try:
        parse_page(b"<page>" + content + b"</page>")
    except PageError as error:
        assert str(error)
