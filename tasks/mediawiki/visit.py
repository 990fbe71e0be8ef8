"""One visit to one wiki: how the wanted pages stand there, then the texts of those that changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from tasks.mediawiki.client import Client
from tasks.mediawiki.fetched import Fetched
from tasks.mediawiki.page_history import is_kept, take_history
from tasks.mediawiki.pages import PageState, contents, states_of_pages, states_of_titles
from tasks.mediawiki.store import Kept, Store, is_alive
from tasks.mediawiki.wiki_site import Site, ask_site
from tasks.settings import Fetch


class Visit:
    """Collects what to take (`look_for`, `look_after`), then takes it (`take`)."""

    def __init__(
        self, client: Client, store: Store, settings: Fetch, result: Fetched, now: Callable[[], datetime]
    ) -> None:
        self._client = client
        self._store = store
        self._settings = settings
        self._result = result
        self._now = now
        self._due: dict[int, PageState] = {}  # by page: what to take
        self._seen: dict[str, Kept] = {}  # by title: what is kept already, and wanted
        self._asked: set[str] = set()
        self._with_history: set[str] = set()
        self._site: Site | None = None

    def knows(self, title: str) -> bool:
        """Say whether the page of that title has been dealt with."""
        return title in self._seen or title in self._asked

    def look_for(self, titles: Sequence[str], were_deleted: bool = False) -> None:
        """Find out how pages stand, by their titles: one request for fifty.

        Args:
            titles: as somebody gave them.
            were_deleted: they are kept as deleted pages, and may have come back.
        """
        lost: list[Kept] = []
        for title, state in states_of_titles(self._client, titles):
            self._asked.add(title)
            kept = self._store.pages.get(title) or self._store.pages.get(state.title)
            if state.problem is not None:
                self._fail(title, state.problem)
            elif state.revision_id is None:
                if kept is None:
                    self._fail(title, "there is no such page")
                elif is_alive(kept):
                    lost.append(kept)  # deleted, or renamed without a redirect
                else:
                    self._keep(kept)
                    if not were_deleted:
                        self._result.gone.append(self._name(kept.origin.title))
            else:
                former = self._store.pages.get(title)
                if former is not None and state.title != former.origin.title and is_alive(former):
                    self._leave(former, state)
                self._want(state)
        if lost:
            self.look_after(lost, by_title=False)

    def look_after(self, pages: Sequence[Kept], by_title: bool = True) -> None:
        """Find out what has become of pages that are kept, by their numbers: one request for fifty.

        Args:
            pages: what is kept.
            by_title: ask for those that are gone by their titles: there may be another page now.
        """
        by_id = {kept.origin.page_id: kept for kept in pages if kept.origin.page_id is not None}
        gone: list[Kept] = []
        onward: list[Kept] = []
        for page_id, state in states_of_pages(self._client, list(by_id)):
            kept = by_id[page_id]
            self._asked.add(kept.origin.title)
            if state.problem is not None:
                self._fail(kept.origin.title, state.problem)
            elif state.revision_id is None:
                gone.append(kept)
            elif state.is_redirect:
                onward.append(kept)
            else:
                if state.title != kept.origin.title:
                    self._leave(kept, state)
                self._want(state)
        self._after_the_gone(gone, onward, by_title)

    def _after_the_gone(self, gone: Sequence[Kept], onward: Sequence[Kept], by_title: bool) -> None:
        """Mark pages that are no more, and follow those that lead elsewhere."""
        asked = [*onward, *(gone if by_title else ())]
        found = dict(states_of_titles(self._client, [kept.origin.title for kept in asked]))
        for kept in (*gone, *onward):
            state = found.get(kept.origin.title)
            if state is None or state.revision_id is None:
                self._keep(self._store.mark(kept, "deleted"))
                self._result.gone.append(self._name(kept.origin.title))
                continue
            if state.title != kept.origin.title:
                self._leave(kept, state)
            self._want(state)

    def take(self) -> None:
        """Take the texts of all pages that are due: fifty a request, several requests at once."""
        numbers = [state.revision_id for state in self._due.values() if state.revision_id is not None]
        missing = {state.revision_id: state.title for state in self._due.values()}
        for revision in contents(self._client, numbers, self._settings.at_once):
            missing.pop(revision.revision_id, None)
            if revision.text is None:
                self._fail(revision.title, revision.problem or "no text")
                continue
            before = self._store.pages.get(revision.title)
            self._keep(self._store.put(revision, self._the_site(), self._client.wiki.api, self._now()))
            (self._result.new if before is None else self._result.changed).append(self._name(revision.title))
        for title in missing.values():
            self._fail(title, "the wiki did not give its text")
        self._due.clear()

    def take_histories(self, everywhere: bool) -> None:
        """Take the earlier revisions of the pages: of all, or of those of which they are kept already."""
        for title, kept in sorted(self._seen.items()):
            if is_alive(kept) and (everywhere or title in self._with_history or is_kept(kept.file)):
                self._result.revisions += take_history(self._client, kept, self._settings)

    def _want(self, state: PageState) -> None:
        """Take a page unless it is kept as it stands."""
        kept = self._store.pages.get(state.title)
        self._asked.add(state.title)
        if kept is not None and is_alive(kept) and kept.origin.page_id == state.page_id:
            self._keep(kept)
            if kept.origin.revision_id == state.revision_id and self._store.is_whole(kept):
                self._result.unchanged.append(self._name(state.title))
                return
        if state.page_id is not None:
            self._due[state.page_id] = state

    def _leave(self, kept: Kept, state: PageState) -> None:
        """Mark a page whose title now leads to another one: it was renamed, or made a redirect."""
        is_renamed = kept.origin.page_id == state.page_id
        if is_renamed and is_kept(kept.file):
            self._with_history.add(state.title)
        self._keep(self._store.mark(kept, "renamed" if is_renamed else "redirected", state.title))
        self._result.moved.append(f"{self._name(kept.origin.title)} -> {state.title}")

    def _the_site(self) -> Site:
        if self._site is None:
            self._site = ask_site(self._client)
        return self._site

    def _keep(self, kept: Kept) -> None:
        self._seen[kept.origin.title] = kept
        self._result.files.append(kept.file)

    def _fail(self, title: str, why: str) -> None:
        self._result.failures.append(f"{self._name(title)}: {why}")

    def _name(self, title: str) -> str:
        return f"{self._client.wiki.name}:{title}"
