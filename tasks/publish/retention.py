"""Which old versions go, and when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tasks.disk.durable import remove_tree
from tasks.publish.layout import Layout
from tasks.publish.reading import alone_with
from tasks.publish.versions import current, numbered_versions, stored


def prune(layout: Layout, keep: int, keep_for: timedelta, now: datetime | None = None) -> tuple[str, ...]:
    """Remove old versions; the lock must be held.

    One stays if it is the current one, among the `keep` youngest, was published less than
    `keep_for` ago (or in the future: the clock was set back), or is being read.

    Returns:
        The names of those removed.
    """
    now = now or datetime.now(UTC)
    names = numbered_versions(layout)
    spared = {*names[max(0, len(names) - keep) :], current(layout)}
    gone = []
    for name in names:
        manifest = stored(layout, name)
        is_young = manifest is not None and now - manifest.published_at < keep_for
        if name in spared or is_young:
            continue
        with alone_with(layout.version(name)) as is_alone:
            if not is_alone:
                continue
            # Renamed first: a reader finds all of it or nothing of it.
            doomed = layout.versions / f".tmp-gone-{name}"
            layout.version(name).rename(doomed)
        remove_tree(doomed)
        gone.append(name)
    return tuple(gone)
