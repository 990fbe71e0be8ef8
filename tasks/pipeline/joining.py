"""The rows of all articles of a run: those of the last run that are still wanted, and the new ones."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

import numpy as np

from tasks.assemble.combine import joined
from tasks.assemble.merged_actors import merged, merged_again
from tasks.assemble.part import Part, gathered
from tasks.assemble.row import Rows
from tasks.disk.refused import refusal
from tasks.pipeline.fetch_and_extract import kept_of
from tasks.publish import PublishError
from tasks.run import Run
from tasks.run.joined import Joined, joined_mark, read_joined, write_joined
from tasks.run.kept import Kept

log = logging.getLogger("casus")


def joined_rows(run: Run) -> Joined:
    """Return the joined rows of the run's articles, and keep them for the next run.

    Raises:
        PublishError: if an article's rows went away.
    """
    facts = run.noted("extract")
    keys = tuple(article["key"] for article in facts["articles"])
    mark = joined_mark(facts["extractor"])
    before = None if run.settings.run.full else read_joined(run.layout.joined, mark)
    if before is not None and before.keys == keys:
        return before
    places = {} if before is None else {key: place for place, key in enumerate(before.keys)}
    new = [key for key in keys if key not in places]
    part = joined(_rows(kept_of(run), new))
    if before is None:
        found = Joined(keys, part, merged(part))
    else:
        added = {key: place for place, key in enumerate(new)}
        picks = [(0, places[key]) if key in places else (1, added[key]) for key in keys]
        found = _with_changes(before, part, keys, picks)
    try:
        write_joined(run.layout.joined, found, mark)
    except OSError as error:
        log.warning("the joined rows could not be kept for the next run: %s", refusal(error))
    return found


def _with_changes(
    before: Joined, new: Part, keys: tuple[str, ...], picks: Sequence[tuple[int, int]]
) -> Joined:
    """Return articles of the last run (part 0) and new ones (part 1), each given by its part and place."""
    part = gathered((before.part, new), picks)
    starts = before.part.starts("actors")
    kept = [
        np.arange(starts[place], starts[place + 1]) if source == 0 else np.full(count, -1)
        for (source, place), count in zip(picks, np.diff(part.starts("actors")), strict=True)
    ]
    rows = np.concatenate([np.zeros(0, np.int64), *kept])
    return Joined(keys, part, merged_again(part, rows, before.part, before.merged))


def _rows(kept: Kept, keys: Sequence[str]) -> Iterator[Rows]:
    for key in keys:
        rows = kept.get(key)
        if rows is None:
            raise PublishError(f"{kept.path(key)}: went away while the run needed it; run again")
        yield rows
