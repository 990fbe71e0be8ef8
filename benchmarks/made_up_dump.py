"""A made-up dump of a wiki: pages of the shape, size and packing of real ones, the same for the same seed.

Words follow the distribution that words have (Zipf's law), so that the text packs like real text; one
page in a hundred is an article on an event, with infobox, references, links and statements, about as long
as the other pages are and as much work as real ones are.  Extraction alone, measured on 28 November 2026:
33 ms for one of these (4,900 characters of text, 62 sentences, 53 claims), 53 ms for the mean of 44 real
articles on events (11,100 characters, 77 sentences, 30 claims), 25 ms for the mean of the 38 labelled ones
(5,000 characters, 35 sentences, 15 claims), 40 ms for the mean of both.  Written as multistream bzip2, a
hundred pages a stream, with its index, as Wikimedia does.
"""

from __future__ import annotations

import bz2
import hashlib
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from html import escape
from itertools import accumulate
from pathlib import Path

from benchmarks.made_up import made_up
from tasks.sources.dump.export_page import sha1_of

HEAD = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
  <siteinfo>
    <sitename>Wikipedia</sitename>
    <dbname>enwiki</dbname>
    <base>https://en.wikipedia.org/wiki/Main_Page</base>
    <namespaces><namespace key="0" case="first-letter" /><namespace key="1">Talk</namespace></namespaces>
  </siteinfo>
"""
END = "</mediawiki>\n"
PAGES_A_STREAM = 100
MEAN_BYTES = 12_200  # of a page's XML, as it comes out; real articles have about as much
ONE_IN = 100  # pages is on an event
_EDITION = 2  # of what is made here; in the name of the file, which is kept
_WORDS = 30_000
_LETTERS = (
    "etaoinshrdlucmfwypvbgkqjxz",
    (12, 9, 8, 8, 7, 7, 6, 6, 6, 4, 4, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1),
)
_BOXES = ("person", "settlement", "film", "album", "football club", "taxobox", "company", "river")


def write_dump(folder: Path, megabytes: int, seed: int = 1) -> tuple[Path, int, int]:
    """Write a dump of about so many megabytes of XML and its index, unless it is there.

    Returns:
        The dump, its pages, and how many of them are articles on events.
    """
    streams = -(-megabytes * 1_000_000 // (MEAN_BYTES * PAGES_A_STREAM))
    pages = streams * PAGES_A_STREAM
    dump = folder / f"madeup{_EDITION}-{megabytes}-{seed}-pages-articles-multistream.xml.bz2"
    if not dump.exists():
        folder.mkdir(parents=True, exist_ok=True)
        partial = dump.with_suffix(".partial")
        lines = []
        with partial.open("wb") as file, ProcessPoolExecutor(2) as pool:
            file.write(bz2.compress(HEAD.encode()))
            jobs = ((seed, number * PAGES_A_STREAM) for number in range(streams))
            for packed, titles in pool.map(_stream, jobs, chunksize=2):
                lines += [f"{file.tell()}:{number}:{title}\n" for number, title in titles]
                file.write(packed)
            file.write(bz2.compress(END.encode()))
        index = dump.with_name(dump.name.replace("-multistream.xml", "-multistream-index.txt"))
        index.write_bytes(bz2.compress("".join(lines).encode()))
        partial.replace(dump)
    return dump, pages, pages // ONE_IN


def _stream(job: tuple[int, int]) -> tuple[bytes, list[tuple[int, str]]]:
    seed, first = job
    pages = [page(number, seed) for number in range(first, first + PAGES_A_STREAM)]
    return bz2.compress("".join(xml for xml, _ in pages).encode()), [
        (first + place + 1, title) for place, (_, title) in enumerate(pages)
    ]


def page(number: int, seed: int = 1) -> tuple[str, str]:
    """Return one page's XML and its title."""
    source = random.Random(f"{seed}/{number}")
    is_event = number % ONE_IN == ONE_IN // 2
    title, text = _event(number, seed, source) if is_event else _other(number, source)
    return (
        f"  <page>\n    <title>{escape(title)}</title>\n    <ns>0</ns>\n    <id>{number + 1}</id>\n"
        f"    <revision>\n      <id>{number + 500_000_000}</id>\n"
        f"      <timestamp>2024-0{number % 9 + 1}-1{number % 10}T12:00:00Z</timestamp>\n"
        "      <contributor><username>Somebody</username><id>7</id></contributor>\n"
        "      <model>wikitext</model>\n      <format>text/x-wiki</format>\n"
        f'      <text bytes="{len(text.encode())}" xml:space="preserve">{escape(text)}</text>\n'
        f"      <sha1>{sha1_of(text)}</sha1>\n    </revision>\n  </page>\n",
        title,
    )


def _vocabulary() -> tuple[list[str], list[float]]:
    source = random.Random(0)
    letters, weights = _LETTERS
    words = [
        "".join(
            source.choices(letters, weights, k=min(12, 1 + source.randint(1, 5) + rank.bit_length() // 3))
        )
        for rank in range(_WORDS)
    ]
    return words, list(accumulate(1 / (rank + 2.7) for rank in range(_WORDS)))


WORDS, WEIGHTS = _vocabulary()


def _prose(source: random.Random, characters: int) -> Iterator[str]:
    """Yield paragraphs with links and references."""
    while characters > 0:
        words = source.choices(WORDS, cum_weights=WEIGHTS, k=source.randint(40, 110))
        for place in range(0, len(words), source.randint(9, 16)):
            words[place] = words[place].capitalize()
        at = source.randrange(len(words))
        words[at] = f"[[{words[at].capitalize()} {words[at - 1]}|{words[at]}]]"
        stamp = source.randrange(10**9)
        address = f"https://www.{words[0].lower()}.example/{stamp}"
        reference = (
            f"<ref>{{{{cite news|url={address}|title={' '.join(words[1:6])}"
            f"|work={words[2].capitalize()} Times|date={stamp % 28 + 1} May {1990 + stamp % 34}}}}}</ref>"
        )
        paragraph = " ".join(words) + "." + (reference if source.random() < 0.6 else "")
        characters -= len(paragraph)
        yield paragraph


def _other(number: int, source: random.Random) -> tuple[str, str]:
    name = " ".join(source.choices(WORDS, cum_weights=WEIGHTS, k=2)).title()
    size = int(min(source.paretovariate(1.3) * 3_300, 150_000))
    fields = "\n".join(
        f"| {key} = {' '.join(source.choices(WORDS, cum_weights=WEIGHTS, k=3))}"
        for key in source.sample(WORDS, 8)
    )
    sections = []
    for paragraph in _prose(source, size):
        if source.random() < 0.2:
            sections.append(f"== {source.choice(WORDS).capitalize()} ==")
        sections.append(paragraph)
    body = "\n\n".join(sections)
    box = source.choice(_BOXES)
    return f"{name} {number}", f"{{{{Infobox {box}\n{fields}\n}}}}\n'''{name}''' {body}\n[[Category:{box}]]"


def _event(number: int, seed: int, source: random.Random) -> tuple[str, str]:
    article = made_up(number, seed=seed)
    lines = article.text.split("\n")
    fields = [line[2:].split(": ", 1) for line in lines if line.startswith("- ")]
    start = next(place for place, line in enumerate(lines) if line.startswith("On "))
    body = lines[start:]
    for edition in range(1, 1 + source.randint(0, 8)):  # real articles are of very different length
        later = made_up(number, edition, seed).text.split("\n")
        body += later[next(place for place, line in enumerate(later) if line.startswith("== ")) :]
    cited = []
    for place, line in enumerate(body):
        stamp = hashlib.sha256(f"{number}/{place}".encode()).hexdigest()[:12]
        reference = (
            f"<ref>{{{{cite web|url=https://news.example/{stamp}|title=Report {stamp}|publisher=News Agency "
            f"|date=2016-05-{place % 28 + 1:02}|access-date=2020-01-01|archive-date=2020-01-02"
            f"|archive-url=https://archive.example/2020/https://news.example/{stamp}|url-status=live}}}}</ref>"
        )
        cited.append(line + reference if line and not line.startswith("=") else line)
    box = "\n".join(f"| {key.lower()} = {value}" for key, value in fields)
    kind = source.choice(("civilian attack", "military conflict", "event"))
    return article.title, f"{{{{Infobox {kind}\n| title = {article.title}\n{box}\n}}}}\n" + "\n".join(cited)
