"""Pages that somebody wants, from the wikis into the raw folder: only what is new there or has changed."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from tasks.mediawiki.client import Client
from tasks.mediawiki.errors import FetchError
from tasks.mediawiki.fetched import Fetched
from tasks.mediawiki.page_names import PageName, Wiki, page_name, titles_of, wiki_named
from tasks.mediawiki.pages import members
from tasks.mediawiki.store import Store, is_alive, wikis_in
from tasks.mediawiki.visit import Visit
from tasks.mediawiki.wanted import Wanted
from tasks.publish.layout import Layout
from tasks.publish.lock import locked
from tasks.settings import Settings

log = logging.getLogger("casus")
MakeClient = Callable[[Wiki], Client]


def fetch(
    settings: Settings,
    wanted: Wanted,
    *,
    connect: MakeClient | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Fetched:
    """Take pages from wikis into the raw folder.

    Args:
        settings: the raw folder, and how wikis may be asked.
        wanted: what to take.
        connect: makes the client of a wiki.
        now: the time, which goes into origin records.

    Raises:
        FetchError: if a wiki cannot be used; what was taken before that stays and is used again.
        NotAllowedError: if the settings do not allow it.
        PublishError: if another run fetches into the raw folder, or it cannot be written.
    """
    connect = connect or (lambda wiki: Client(wiki, settings.fetch))
    titles: dict[Wiki, list[str]] = defaultdict(list)
    result = Fetched()
    for name in _named(settings, wanted):
        titles[name.wiki].append(name.title)
    wikis = set(titles)
    home = wiki_named(wanted.wiki or settings.fetch.wiki, settings.fetch)
    if wanted.categories:
        wikis.add(home)
    if wanted.everything_kept:
        wikis |= {wiki_named(name, settings.fetch) for name in wikis_in(settings.raw)}
    # File and record of a page belong together: one at a time replaces them.
    with locked(Layout(settings.raw), settings.run.wait_seconds):
        for wiki in sorted(wikis):
            with connect(wiki) as client, _understanding(wiki):
                some = titles[wiki]
                if wiki == home:
                    some += _of_categories(client, wanted, settings.fetch.max_pages, result)
                _visit(client, settings, wanted, list(dict.fromkeys(some)), result, now)
                result.requests += client.requests
    result.files = sorted(set(result.files))
    return result


@contextmanager
def _understanding(wiki: Wiki) -> Iterator[None]:
    """Raise FetchError where an answer is not what MediaWiki's documentation says."""
    try:
        yield
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise FetchError(f"{wiki.name}: the wiki's answer cannot be understood: {error!r}") from error


def _named(settings: Settings, wanted: Wanted) -> Iterable[PageName]:
    names = [*wanted.pages, *(title for path in wanted.titles_files for title in titles_of(path))]
    return dict.fromkeys(page_name(name, settings.fetch, wanted.wiki) for name in names)


def _of_categories(client: Client, wanted: Wanted, most: int, result: Fetched) -> list[str]:
    found: list[str] = []
    for category in wanted.categories:
        some = members(client, category, wanted.depth, most)
        if not some:
            result.failures.append(f"{client.wiki.name}: category {category}: has no articles")
        if len(some) >= most:
            log.warning("category %s: only its first %d articles (fetch.max_pages)", category, most)
        found += some
    return found


def _visit(
    client: Client,
    settings: Settings,
    wanted: Wanted,
    titles: Sequence[str],
    result: Fetched,
    now: Callable[[], datetime],
) -> None:
    store = Store(settings.raw, client.wiki.name)
    visit = Visit(client, store, settings.fetch, result, now)
    if wanted.everything_kept:
        kept = [one for one in store.pages.values() if is_alive(one)]
        gone = [title for title, one in store.pages.items() if one.origin.page_status == "deleted"]
        visit.look_after(kept)
        visit.look_for(gone, were_deleted=True)
    visit.look_for([title for title in titles if not visit.knows(title)])
    visit.take()
    if wanted.history or wanted.everything_kept:
        visit.take_histories(everywhere=wanted.history)
