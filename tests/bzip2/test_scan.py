"""Pages by their bounds: however a stream is cut, the pages are the same."""

import re
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from tasks.bzip2 import scan as module
from tasks.bzip2.scan import NOTHING, Piece, join, scan
from tasks.sources.dump.families import EVERY_PAGE, infobox_pattern

WANTED = re.compile(rb"box")
BITS = st.sampled_from(
    [b"<page>", b"</page>", b"box", b"text ", b"<pa", b"ge>", b"</", b"\n  ", b"</mediawiki>", b"<page", b">"]
)


def cut(content: bytes, places: list[int]) -> list[bytes]:
    """Return the content in pieces."""
    edges = [0, *sorted(place % (len(content) + 1) for place in places), len(content)]
    return [content[a:b] for a, b in pairwise(edges)]


def joined(pieces: list[bytes], wanted: re.Pattern[bytes] = WANTED) -> Piece:
    """Return what the pieces make together, joined from the left."""
    known = NOTHING
    for one in pieces:
        known = join(known, scan(one, wanted), wanted)
    return known


def facts(piece: Piece) -> tuple[object, ...]:
    """Return what matters of a piece, in order of the stream."""
    found = sorted((one.offset, one.content) for one in piece.found)
    broken = sorted((one.offset, one.reason) for one in piece.broken)
    return piece.size, piece.opened, piece.closed, found, broken


@example(b"<page><page></page></page>", [1])  # as many ends as beginnings, and a page without its end
@given(st.lists(BITS, max_size=40).map(b"".join), st.lists(st.integers(0, 10**6), max_size=12))
def test_any_cut_gives_the_same_pages(content: bytes, places: list[int]) -> None:
    """Bounds, broken or whole, are seen alike in one piece and in many; and joining is associative."""
    pieces = cut(content, places)
    assert facts(joined(pieces)) == facts(joined([content]))
    middle = len(pieces) // 2
    assert facts(join(joined(pieces[:middle]), joined(pieces[middle:]), WANTED)) == facts(joined(pieces))


@given(st.lists(st.text("ab x", max_size=12), max_size=8), st.integers(1, 20))
def test_pages_come_back_as_they_were(texts: list[str], size: int) -> None:
    """Each page is found with its bytes and its place, whatever the size of the blocks."""
    pages = [f"<page>{text}</page>".encode() for text in texts]
    content = b"<mediawiki>\n" + b"\n".join(pages) + b"</mediawiki>"
    known = joined([content[at : at + size] for at in range(0, len(content), size)], EVERY_PAGE)
    assert [one.content for one in sorted(known.found, key=lambda one: one.offset)] == pages
    assert all(content[one.offset :].startswith(one.content) for one in known.found)


def test_only_pages_with_the_pattern() -> None:
    """What stands between pages or in the page before finds nothing."""
    content = b"box<page>a box</page>box<page>b</page><page>c box box</page> box"
    assert [one.content for one in scan(content, WANTED).found] == [
        b"<page>a box</page>",
        b"<page>c box box</page>",
    ]


def test_a_page_without_end_costs_only_itself() -> None:
    """It is named with its place, and the page behind it is found."""
    content = b"<page><title>A</title> box <page>b box</page>"
    for pieces in ([content], cut(content, [3, 20, 30])):
        known = joined(pieces)
        assert [one.content for one in known.found] == [b"<page>b box</page>"]
        assert [(one.offset, one.reason) for one in known.broken] == [(0, module.NO_END)]


def test_a_page_beyond_all_measure_is_passed_over(monkeypatch: object) -> None:
    """Too large a page is named, not held; those around it are found."""
    monkeypatch.setattr(module, "MAX_PAGE_BYTES", 100)  # type: ignore[attr-defined]
    content = b"<page>a box</page><page>" + b"x box " * 100 + b"</page><page>c box</page>"
    for size in (10_000, 64, 7):
        known = joined([content[at : at + size] for at in range(0, len(content), size)])
        assert [one.content for one in known.found] == [b"<page>a box</page>", b"<page>c box</page>"]
        assert [(one.offset, one.reason) for one in known.broken] == [(18, module.TOO_LARGE)]
        assert len(known.head) + len(known.tail or b"") < 400


def test_many_unclosed_pages_take_linear_time() -> None:
    """Half a million bounds without ends are no trouble."""
    known = scan(b"<page>box" * 100_000, WANTED)
    assert (known.found, len(known.broken), known.opened) == ((), 99_999, 100_000)


def test_infoboxes_are_found_as_they_are_written() -> None:
    """Case, underscores, line breaks, namespace and comments; no other template of a longer name."""
    found = infobox_pattern().search
    for call in (
        b"{{Infobox military conflict\n|", b"{{ infobox_Military_Conflict |", b"{{Template:Infobox event}}",
        b"{{Infobox civilian attack&lt;!-- x --&gt;|", b"{{Warbox|", b"{{INFOBOX EVENT\n\n|a=b",
    ):  # fmt: skip
        assert found(call), call
    for call in (
        b"{{Infobox film|",
        b"{{Infobox event listing|",
        b"Infobox event",
        b"{{Infobox military person\n|",
    ):
        assert not found(call), call
