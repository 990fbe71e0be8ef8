"""bzip2 in parts: the same bytes as the bare decompressor gives, and damage named with its byte."""

import bz2
import random
import sys
import tracemalloc
from pathlib import Path

import pytest

from tasks.bzip2 import decompressed as bzip2_decode
from tasks.bzip2 import parts as bzip2_parts
from tasks.bzip2.parts import DamagedError, number_of_parts
from tasks.sources.dump.families import EVERY_PAGE
from tasks.sources.dump.pieces import pieces
from tasks.sources.dump.position import Position


def noise(size: int, seed: int = 1) -> bytes:
    """Return bytes that pack a little, so that blocks are of a fair size."""
    source = random.Random(seed)
    return b" ".join(b"%d" % source.randrange(10**6) for _ in range(size // 7))


@pytest.fixture(params=["lbzip2", "rapidgzip", "own"])
def decoder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with each decompressor that is installed: where one is missing, the next is used."""
    if request.param != "lbzip2":
        monkeypatch.setattr(bzip2_decode, "_lbzip2", lambda: None)
    elif bzip2_decode._lbzip2() is None:
        pytest.skip("lbzip2 is not installed")
    if request.param == "own":
        monkeypatch.setattr(bzip2_decode, "_rapidgzip", lambda: None)


def unpacked(path: Path) -> tuple[bytes, DamagedError | None]:
    """Return what comes out of all parts up to a damage, and the damage."""
    content = b""
    try:
        with path.open("rb") as file:
            for number in range(number_of_parts(path.stat().st_size)):
                for one in bzip2_decode.decompress_part(file, number):
                    content += one
    except DamagedError as error:
        return content, error
    return content, None


@pytest.mark.usefixtures("decoder")
@pytest.mark.parametrize("part", [50_000, 99_999, 1 << 20])
def test_parts_make_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    """One stream, many small ones, empty ones, other block sizes: cut anywhere, nothing is lost."""
    monkeypatch.setattr(bzip2_parts, "PART_BYTES", part)
    content = noise(900_000)
    small = b"".join(bz2.compress(content[at : at + 9_000]) for at in range(0, len(content), 9_000))
    path = tmp_path / "x.bz2"
    for packed in (
        bz2.compress(content, 1),
        bz2.compress(content[:400_000]) + bz2.compress(b"") + bz2.compress(content[400_000:], 1),
        small,
        small + bz2.compress(b""),
        bz2.compress(b"") + small,
    ):
        path.write_bytes(packed)
        assert unpacked(path) == (content, None)


@pytest.mark.usefixtures("decoder")
def test_truncated_anywhere(tmp_path: Path) -> None:
    """A cut within a stream is an error with a byte of the file; what comes before it is right."""
    content = noise(400_000)
    packed = bz2.compress(content, 1)
    path = tmp_path / "x.bz2"
    for cut in (2, 5, 40, len(packed) // 3, len(packed) - 200, len(packed) - 12, len(packed) - 1):
        path.write_bytes(packed[:cut])
        got, damage = unpacked(path)
        assert damage is not None, cut
        assert 0 <= damage.position <= max(cut, 4)
        assert content.startswith(got)
    path.write_bytes(packed[: len(packed) - 200])
    assert len(unpacked(path)[0]) > 200_000


@pytest.mark.usefixtures("decoder")
def test_flipped_bits(tmp_path: Path) -> None:
    """Wherever a bit is turned in a block: an error near it, and nothing wrong handed on."""
    content = noise(500_000)
    packed = bz2.compress(content, 1)
    path = tmp_path / "x.bz2"
    source = random.Random(3)
    for _ in range(25):
        at = source.randrange(4, len(packed) - 10)
        path.write_bytes(packed[:at] + bytes([packed[at] ^ 1 << source.randrange(8)]) + packed[at + 1 :])
        got, damage = unpacked(path)
        assert content.startswith(got)
        assert damage is not None or got == content
        assert damage is None or damage.position <= at


@pytest.mark.usefixtures("decoder")
def test_damaged_stream_header_loses_nothing(tmp_path: Path) -> None:
    """Decompressors drop all behind it and say nothing; here the blocks behind it are read."""
    content = noise(200_000)
    first = bz2.compress(content[:100_000])
    path = tmp_path / "x.bz2"
    for byte in range(4):
        packed = bytearray(first + bz2.compress(content[100_000:]))
        packed[len(first) + byte] ^= 0xFF
        path.write_bytes(packed)
        assert unpacked(path) == (content, None)
    streams = bytearray(b"".join(bz2.compress(content[at : at + 40_000]) for at in range(0, 200_000, 40_000)))
    at = streams.rindex(b"BZh9")
    streams[at] ^= 0xFF
    path.write_bytes(streams)
    assert unpacked(path) == (content, None)
    path.write_bytes(first + b"no bzip2 at all, but something else" * 9 + bz2.compress(content[100_000:]))
    got, damage = unpacked(path)
    assert damage is not None
    assert content.startswith(got)


@pytest.mark.usefixtures("decoder")
@pytest.mark.parametrize("what", [b"", b"BZh9", b"no bzip2 at all"])
def test_nothing_to_decompress(tmp_path: Path, what: bytes) -> None:
    """An empty file has no parts; what is no bzip2 is an error, and so is a header without its block."""
    path = tmp_path / "x.bz2"
    path.write_bytes(what)
    got, damage = unpacked(path)
    assert got == b""
    assert (damage is not None) == bool(what)


def test_a_missing_package_leaves_python_s_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without lbzip2 and rapidgzip the same bytes come out."""
    monkeypatch.setattr(bzip2_decode, "_lbzip2", lambda: None)
    monkeypatch.setitem(sys.modules, "rapidgzip", None)
    bzip2_decode._rapidgzip.cache_clear()
    path = tmp_path / "x.bz2"
    path.write_bytes(bz2.compress(noise(50_000)) * 2)
    try:
        assert bzip2_decode._rapidgzip() is None
        assert unpacked(path) == (noise(50_000) * 2, None)
    finally:
        bzip2_decode._rapidgzip.cache_clear()


@pytest.mark.usefixtures("decoder")
def test_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few bytes that stand for very many are an error long before they fill the memory."""
    monkeypatch.setattr(bzip2_decode, "MAX_PART_BYTES", 1 << 22)
    path = tmp_path / "x.bz2"
    path.write_bytes(bz2.compress(bytes(40_000_000)))
    got, damage = unpacked(path)
    assert damage is not None
    assert "expands" in str(damage)
    assert len(got) <= 1 << 22


@pytest.mark.slow
def test_processes_give_the_same_pieces(tmp_path: Path) -> None:
    """Two processes side by side, one here: the same pieces in the same order, the same damage."""
    source = random.Random(1)
    content = b"<mediawiki>" + b"".join(b"<page>%b</page>\n" % source.randbytes(20_000) for _ in range(540))
    packed = bytearray(bz2.compress(content))
    assert number_of_parts(len(packed)) == 6
    path = tmp_path / "x.bz2"
    path.write_bytes(packed)
    here = list(pieces(path, "bz2", EVERY_PAGE, Position(), 0))
    assert list(pieces(path, "bz2", EVERY_PAGE, Position(), 2)) == here
    assert list(pieces(path, "bz2", EVERY_PAGE, here[0][1], 3)) == here[1:]
    packed[len(packed) * 9 // 10] ^= 1
    path.write_bytes(packed)
    got = []
    with pytest.raises(DamagedError):
        for one in pieces(path, "bz2", EVERY_PAGE, Position(), 2):
            got.append(one)
    assert got[:4] == here[:4]


def test_rapidgzip_keeps_nothing_of_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many parts a process takes it holds one: a dump of 20 GB is as small as one of 20 MB."""
    monkeypatch.setattr(bzip2_decode, "_lbzip2", lambda: None)
    assert bzip2_decode._rapidgzip() is not None
    path = tmp_path / "x.bz2"
    path.write_bytes(bz2.compress(random.Random(1).randbytes(1_000_000)))
    with path.open("rb") as file:
        list(bzip2_decode.decompress_part(file, 0))
        tracemalloc.start()
        try:
            for _ in range(10):
                list(bzip2_decode.decompress_part(file, 0))
            held = tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()
    assert held < 1_000_000
