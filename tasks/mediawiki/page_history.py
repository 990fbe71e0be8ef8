"""All revisions of a page into the raw folder: what is there already is not asked for again."""

from __future__ import annotations

import logging
from pathlib import Path

from tasks.disk.durable import write_whole
from tasks.mediawiki.client import Client
from tasks.mediawiki.pages import contents, revisions_of
from tasks.mediawiki.store import Kept
from tasks.settings import Fetch
from tasks.sources.errors import InputError
from tasks.sources.revisions import (
    LIST,
    PastRevision,
    history_folder,
    list_content,
    packed,
    past_revisions,
    text_path,
)

log = logging.getLogger("casus")


def is_kept(raw: Path) -> bool:
    """Say whether earlier revisions of a raw file are kept."""
    return (history_folder(raw) / LIST).is_file()


def take_history(client: Client, kept: Kept, settings: Fetch) -> int:
    """Take all revisions of a page, the youngest `fetch.max_revisions` at most; return how many texts came.

    A text is kept as soon as it is there, and the list last: a visit that was interrupted goes on
    where it was.
    """
    if _is_up_to_date(kept) or kept.origin.page_id is None:
        return 0
    listed, is_complete = revisions_of(client, kept.origin.page_id, settings.max_revisions)
    if not is_complete:
        log.warning(
            "%s: only the youngest %d revisions (fetch.max_revisions)", kept.origin.title, len(listed)
        )
    folder = history_folder(kept.file)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {
        one.sha1: one.revision_id
        for one in listed
        if one.sha1 is not None and not text_path(kept.file, one.sha1).is_file()
    }
    taken = 0
    for revision in contents(client, list(wanted.values()), settings.at_once):
        if revision.text is None or revision.sha1 is None:
            log.info("%s: revision %d: %s", kept.origin.title, revision.revision_id, revision.problem)
            continue
        write_whole(text_path(kept.file, revision.sha1), packed(revision.text))
        taken += 1
    past = [
        PastRevision(
            one.revision_id,
            one.timestamp,
            one.sha1 if one.sha1 is not None and text_path(kept.file, one.sha1).is_file() else None,
        )
        for one in listed
    ]
    write_whole(folder / LIST, list_content(past, is_complete))
    return taken


def _is_up_to_date(kept: Kept) -> bool:
    """Say whether the list of revisions holds the page's present one."""
    try:
        past = past_revisions(kept.file)
    except InputError:
        return False
    return past is not None and any(one.revision_id == kept.origin.revision_id for one in past.revisions)
