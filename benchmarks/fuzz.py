"""A bounded fuzz run over the readers: `make fuzz`, or `python -m benchmarks.fuzz --seconds 60 --seed 1`.

Real articles and small pieces of markup are cut up, joined, repeated and damaged; whatever comes of it
is read as a file. A reader may refuse it with its one error, and nothing else: no other exception, no
input that takes long, no markup left in the text, no offset that leads astray. What breaks a reader is
written to a folder and named. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import bz2
import faulthandler
import gzip
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import zstandard

from benchmarks import made_up_dump
from tasks.model.article import Article
from tasks.sources import read_articles
from tasks.validate.checks.markup import RESIDUE

SEEDS = Path(__file__).parent.parent / "tests"
SLOW = 5.0  # seconds that one input may take, beside what a stopped page takes
HANGS = 180.0  # seconds after which the run gives up
LONGEST = 200_000
_ARTICLES = {".txt", ".wikitext"}
TOKENS = (
    b"{{", b"}}", b"[[", b"]]", b"|", b"<ref>", b"</ref>", b"<!--", b"-->", b"{|", b"|}", b"'''", b"\n",
    b"\n\n", b"\n* ", b"\n== A ==\n", b"= T =\n", b"- Key: value\n", b"<b", b">", b"<nowiki>", b"&nbsp;",
    b"&#0;", b"[http://a ", b"\x00", b"\xff", b"\xe2\x80\xae", b"\xcc\x81", b"\r\n", b"{{coord|1|2}}",
    b"{{convert|", b'"', b"\xe2\x80\x9c", b"<mediawiki>", b"BZh9", b"\x1f\x8b",
    b'<!DOCTYPE a [<!ENTITY b "c">]>', b"\xef\xbb\xbf",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz the readers for a while; return 0 if nothing broke, else 1."""
    parser = argparse.ArgumentParser(description="Fuzz the readers.")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers")
    parser.add_argument("--max-inputs", type=int, default=1_000_000, help="how many inputs at most")
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)
    seeds = _seeds()
    outcomes: Counter[str] = Counter()
    slowest, broken = 0.0, []
    end = time.monotonic() + options.seconds
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end and sum(outcomes.values()) < options.max_inputs:
            content = mutated(chance, seeds)
            faulthandler.dump_traceback_later(HANGS, exit=True)
            start = time.process_time()
            outcome = read_one(Path(folder), content)
            spent = time.process_time() - start
            slowest = max(slowest, spent)
            if spent > SLOW:
                outcome = f"broken: {spent:.1f} s of computing"
            outcomes[outcome.split(":")[0]] += 1
            if outcome.startswith("broken"):
                broken.append((outcome, _kept(content)))
    faulthandler.cancel_dump_traceback_later()
    count = sum(outcomes.values())
    print(f"{count} inputs, seed {options.seed}: {dict(outcomes)}; slowest {slowest:.2f} s of computing")
    for outcome, path in broken:
        print(f"{outcome}\n  {path}")
    return 1 if broken else 0


def mutated(chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """Return a new input, made of a piece of a seed and some damage."""
    seed = chance.choice(seeds)
    start = chance.randrange(len(seed))
    is_piece = chance.random() < 0.7
    content = bytearray(seed[start : start + chance.choice((200, 2_000, 20_000))] if is_piece else seed)
    for _ in range(chance.choice((1, 3, 10, 40))):
        at, kind = chance.randrange(len(content) + 1), chance.random()
        if kind < 0.4:
            content[at:at] = chance.choice(TOKENS)
        elif kind < 0.5:
            content[at:at] = chance.choice(TOKENS) * chance.choice((2, 30, 1_000, 10_000))
        elif kind < 0.7:
            del content[at : at + chance.choice((1, 2, 20, 500))]
        elif kind < 0.85:
            piece = content[at : at + chance.choice((5, 50, 500))]
            other = chance.randrange(len(content) + 1)
            content[other:other] = piece * chance.choice((1, 2, 20))
        elif at < len(content):
            content[at] = chance.randrange(256)
        del content[LONGEST:]
    return bytes(content)


def read_one(folder: Path, content: bytes) -> str:
    """Return what became of an input: "read", "refused", or "broken: ..."."""
    file = folder / "Some_page.wikitext"
    file.write_bytes(content)
    try:
        result = read_articles([file], folder)
    except Exception as error:  # the very thing that is looked for
        return f"broken: {type(error).__name__}: {error}"[:200]
    if not result.articles:
        return "refused" if result.failures else "broken: neither an article nor a failure"
    return next((f"broken: {fault}" for one in result.articles if (fault := fault_of(one))), "read")


def fault_of(article: Article) -> str | None:
    """Return what is wrong with an article, or None."""
    text = article.text
    if any(field.span.of(text) != field.value for field in article.infobox):
        return "an infobox value is not where its span says"
    spans = [section.span for section in article.sections]
    if any(left.end > right.start for left, right in pairwise(spans)) or spans[-1].end > len(text):
        return "sections overlap or end behind the text"
    if any(mark.citation >= len(article.citations) for mark in article.citation_marks):
        return "a mark of a citation that is not there"
    if article.source_format != "text" and (left := re.search(RESIDUE, text)):
        return f"markup left: {text[max(0, left.start() - 20) : left.end() + 20]!r}"
    return None


def _seeds() -> list[bytes]:
    folders = (SEEDS / "gold" / "articles" / "seen", SEEDS / "cases" / "infoboxes")
    files = [file for folder in folders for file in sorted(folder.iterdir()) if file.suffix in _ARTICLES]
    pieces = [b"".join(TOKENS), b"= T =\n\nBox\n- Key: value\n\nWords.\n", b"'''A''' [[b|c]]<ref>d</ref>\n"]
    return [*pieces, *_exports(), *(file.read_bytes() for file in files)]


def _exports() -> list[bytes]:
    """Return small exports of a wiki, plain and in each packing."""
    pages = "".join(made_up_dump.page(number)[0][:20_000] for number in (2, 49, 50, 51, 150))
    whole = (made_up_dump.HEAD + made_up_dump.page(250)[0] + pages + made_up_dump.END).encode()
    small = (made_up_dump.HEAD + made_up_dump.page(350)[0] + made_up_dump.END).encode()
    packed = [pack(small) for pack in (gzip.compress, bz2.compress, zstandard.compress)]
    return [whole, small, *packed, bz2.compress(whole[:9_000], 1) + bz2.compress(whole[9_000:])]


def _kept(content: bytes) -> Path:
    with tempfile.NamedTemporaryFile(prefix="casus-fuzz-", suffix=".wikitext", delete=False) as stream:
        stream.write(content)
    return Path(stream.name)


if __name__ == "__main__":
    sys.exit(main())
