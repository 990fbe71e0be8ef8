"""Small MediaWiki exports in the manner of several schemas, made for tests."""

import bz2
from html import escape

from tasks.sources.dump.export_page import sha1_of

EVENT = (
    "{{Infobox military conflict\n| conflict = Raid on Tolna\n| date = 3 May 2016\n| place = Tolna\n"
    "| casualties1 = 4 killed\n}}\nThe '''raid on Tolna''' took place on 3 May 2016. The police said that "
    "four people were killed & <b>two</b> injured.<ref>{{cite web|url=https://a.example/1|title=One}}</ref>"
)
OTHER = "{{Infobox film\n| name = A film\n}}\nA '''film''' about {{w|raids}}."
NAMESPACES = (
    '<namespaces><namespace key="0" case="first-letter" /><namespace key="1">Talk</namespace></namespaces>'
)


def at_least(schema: str, version: int) -> bool:
    """Say whether a schema is 0.`version` or a later one."""
    return int(schema.partition(".")[2]) >= version


def head(schema: str = "0.11", base: str = "https://en.wikipedia.org/wiki/Main_Page", more: str = "") -> str:
    """Return the head of an export."""
    name = "" if not at_least(schema, 8) else "<dbname>enwiki</dbname>"
    return (
        f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-{schema}/" version="{schema}" '
        f'xml:lang="en">\n  <siteinfo>\n    <sitename>Wikipedia</sitename>{name}\n    <base>{base}</base>\n'
        f"    {NAMESPACES}\n  </siteinfo>\n{more}"
    )


def revision(
    text: str, schema: str = "0.11", number: int = 100, time: str = "2020-01-02T03:04:05Z", sha1: str = ""
) -> str:
    """Return a revision's XML."""
    sha1 = sha1 or sha1_of(text)
    size = len(text.encode())
    attributes = f' bytes="{size}" sha1="{sha1}"' if at_least(schema, 11) else ""
    return (
        f"<revision>\n      <id>{number}</id>\n      <timestamp>{time}</timestamp>\n"
        "      <contributor><username>A &lt;page&gt;</username></contributor>\n"
        f'      <text xml:space="preserve"{attributes}>{escape(text, quote=False)}</text>\n'
        + (f"      <sha1>{sha1}</sha1>\n" if at_least(schema, 6) else "")
        + "    </revision>"
    )


def page(
    title: str, text: str, schema: str = "0.11", number: int = 7, ns: int = 0, more: str = "", **about: object
) -> str:
    """Return a page's XML."""
    space = f"    <ns>{ns}</ns>\n" if at_least(schema, 6) else ""
    return (
        f"  <page>\n    <title>{escape(title, quote=False)}</title>\n{space}"
        f"    <id>{number}</id>\n    {more}\n"
        f"    {revision(text, schema, **about)}\n  </page>\n"  # type: ignore[arg-type]
    )


def export(*pages: str, schema: str = "0.11") -> bytes:
    """Return a whole export."""
    return (head(schema) + "".join(pages) + "</mediawiki>\n").encode()


def filler(number: int, size: int = 3000) -> str:
    """Return a page's text of no interest that hardly packs."""
    import random

    source = random.Random(number)
    return OTHER + " ".join(f"{source.randrange(10**9)}" for _ in range(size // 10))


def multistream(content: bytes, pages: int, many: int = 3) -> tuple[bytes, bytes]:
    """Return an export as multistream bzip2, so many pages a stream, and its index."""
    start, end = content.index(b"  <page>"), content.index(b"</mediawiki>")
    body = content[start:end].split(b"  <page>")[1:]
    assert len(body) == pages
    packed, lines = bz2.compress(content[:start]), []
    for first in range(0, pages, many):
        some = body[first : first + many]
        for one in some:
            title = one.split(b"<title>")[1].split(b"</title>")[0]
            lines.append(b"%d:%d:%b\n" % (len(packed), len(lines) + 1, title))
        packed += bz2.compress(b"".join(b"  <page>" + one for one in some))
    return packed + bz2.compress(content[end:]), b"".join(lines)
