"""A dump to its articles: the pages that are looked for, each read as wikitext."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tasks.bzip2.parts import DamagedError
from tasks.disk.refused import is_full
from tasks.model.article import Article
from tasks.sources.decode import MAX_BYTES, MAX_TEXT_BYTES, read_bytes
from tasks.sources.dump.export_head import HeadError, Site
from tasks.sources.dump.export_page import Page, PageError, parse_page, title_in
from tasks.sources.dump.families import EVERY_PAGE, infobox_pattern
from tasks.sources.dump.index import count_pages, index_beside, is_index
from tasks.sources.dump.options import DumpOptions
from tasks.sources.dump.pieces import beginning, unpacked
from tasks.sources.dump.search import Search
from tasks.sources.dump.taken import Taken
from tasks.sources.dump.unread_page import UnreadPage
from tasks.sources.errors import InputError, printable
from tasks.sources.files import source_path
from tasks.sources.origin import Origin, path_of, read_origin

# Somebody has chosen the pages of an export that is not larger; a dump of a whole wiki is.
SMALL_BYTES = 8 << 20
_ARTICLES = 0  # their namespace
log = logging.getLogger("casus")


def read_dump(path: Path, raw_dir: Path | None, options: DumpOptions) -> Iterator[Article | InputError]:
    """Yield the articles of a dump in its order, and an error for each page that had to be refused.

    Raises:
        InputError: as `find_pages` does.
    """
    for one in find_pages(path, raw_dir, options):
        yield one if isinstance(one, InputError) else one.article()


def find_pages(path: Path, raw_dir: Path | None, options: DumpOptions) -> Iterator[UnreadPage | InputError]:
    """Yield the pages of a dump that are articles in its order, and an error for each that had to be refused.

    An index of a multistream dump yields nothing: it is read with its dump.

    Raises:
        InputError: after all pages before, if the dump is damaged, ends too early or lacks pages that
            its index names; or if it is no MediaWiki export, or declares a document type.
    """
    small = _is_small(path)
    if small is None:
        return
    wants_all = options.pages == "all" or (options.pages == "auto" and small)
    wanted = EVERY_PAGE if wants_all else infobox_pattern()
    keeps = options.work is not None and not small
    taken = Taken(options.work, path, wanted) if keeps and options.work else None
    search = Search(path, wanted, options.workers, taken)
    reader = _Pages(path, raw_dir, search, wants_all)
    try:
        yield from reader.unread()
        yield from (_refusal(path, one.reason, one.start, one.offset) for one in search.broken)
        _check_index(path, search.pages)
    except DamagedError as error:
        yield from (_refusal(path, one.reason, one.start, one.offset) for one in search.broken)
        raise InputError(str(path), str(error), place=f"byte {error.position}") from error
    except HeadError as error:
        raise InputError(str(path), str(error), place="head") from error
    except OSError as error:
        if is_full(error):
            raise  # what was taken from the dump cannot be kept; the dump is not to blame
        raise InputError(str(path), "the file cannot be read", value=str(error)) from error
    finally:
        reader.tell()
    if not reader.count["taken"] and not reader.count["refused"]:
        message = f"none of its {search.pages:,} pages is an article"
        message += "" if wants_all else " with an infobox of events (--all-pages takes all articles)"
        raise InputError(str(path), message)


class _Pages:
    """The pages of one dump that are articles, and how many are none."""

    def __init__(self, path: Path, raw_dir: Path | None, search: Search, wants_all: bool) -> None:
        self.path = path
        self.search = search
        self.wants_all = wants_all
        self.count: Counter[str] = Counter()
        self._name = source_path(path, raw_dir)
        self._terms: Origin | None = None

    def unread(self) -> Iterator[UnreadPage | InputError]:
        """Yield each page that is an article, or an error; count the others."""
        small = self.path.stat().st_size <= MAX_BYTES and path_of(self.path).is_file()
        self._terms = read_origin(self.path, read_bytes(self.path)) if small else None
        for content in self.search.run():
            assert self.search.site is not None
            try:
                page = self._page(parse_page(content), self.search.site)
            except PageError as error:
                self.count["refused"] += 1
                yield _refusal(self.path, str(error), content)
            except InputError as error:
                self.count["refused"] += 1
                yield error
            else:
                if page is not None:
                    self.count["taken"] += 1
                    yield page

    def _page(self, page: Page, site: Site) -> UnreadPage | None:
        """Return a page as one to be read, or None if it is no article.

        Raises:
            InputError: if it is one whose text is not there, or is too large.
        """
        namespace = page.namespace if page.namespace is not None else site.namespace(page.title)
        name = self._name_of(page)
        if namespace != _ARTICLES:
            self.count["of other namespaces"] += 1
        elif page.is_redirect:
            self.count["redirects"] += 1
        elif page.model != "wikitext":
            self.count["no wikitext"] += 1
        elif page.text is None:
            raise InputError(name, "its text is not in the export: deleted, or left out", value=page.title)
        elif not self.wants_all and not self.search.wanted.search(page.text.encode("utf-8")):
            self.count["without the infobox by now"] += 1  # an older revision had it
        elif len(page.text) > MAX_TEXT_BYTES:  # not to be held for long
            raise InputError(name, f"a page of more than {MAX_TEXT_BYTES:,} bytes", place="page")
        else:
            return UnreadPage(page, page.text, site, name, self._name, self._terms)
        return None

    def _name_of(self, page: Page) -> str:
        return f"{self._name}#{page.page_id if page.page_id is not None else printable(page.title)}"

    def tell(self) -> None:
        """Log what became of the pages."""
        passed = self.search.pages - self.search.found
        others = {"without an infobox of events": passed} if not self.wants_all and passed > 0 else {}
        others |= {reason: count for reason, count in sorted(self.count.items()) if reason != "taken"}
        rest = "".join(f", {count:,} {reason}" for reason, count in others.items())
        log.info("%s: %s pages, %s taken%s", self._name, f"{self.search.pages:,}", self.count["taken"], rest)


def _is_small(path: Path) -> bool | None:
    """Say whether an export is small; None for the index of one.

    Raises:
        InputError: if something else is packed in the file.
    """
    size = 0
    try:
        packed = path.stat().st_size
        first = beginning(path) if packed > SMALL_BYTES else b""
        for content in (first,) if first else unpacked(path):
            if not size and is_index(content):
                return None
            if not size and b"<" not in content[:100]:
                raise InputError(str(path), "packed is something else than an XML export", place="format")
            size += len(content)
            if max(size, packed) > SMALL_BYTES:
                return False
    except DamagedError:
        pass  # whoever reads it in earnest says so
    except OSError as error:
        raise InputError(str(path), "the file cannot be read", value=str(error)) from error
    return True


def _check_index(path: Path, pages: int) -> None:
    """Raise InputError if the dump has another number of pages than its index names."""
    index = index_beside(path)
    if index is None:
        return
    try:
        named = count_pages(index)
    except DamagedError as error:
        raise InputError(str(index), str(error), place=f"byte {error.position}") from error
    if named != pages:
        message = f"the dump has {pages:,} pages, its index {index.name} names {named:,}"
        raise InputError(str(path), message, place="index")


def _refusal(path: Path, reason: str, start: bytes, offset: int | None = None) -> InputError:
    at = "" if offset is None else f" at byte {offset} of its XML"
    return InputError(str(path), reason, place=f"page{at}", value=title_in(start))
