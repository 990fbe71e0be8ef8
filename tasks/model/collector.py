"""Rest and patience for the collector of cyclic garbage while an article is worked on: it would find nothing.

Values of an article never refer back to each other, so that all of them are freed by their reference
counts.  The collector cannot know, and walks through thousands of them again and again while they are
made: a tenth of the time of an extraction.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 10_000  # containers made and not freed before the collector looks; an article's rows are fewer


class resting_collector:  # noqa: N801
    """Let the collector rest within the block; it goes on afterwards if it was on before.

    A class, though it is used like the function below: a generator ends with an exception, a container that
    is made when the collector is on again, which would look through all values of the article then, a moment
    before most of them are let go.
    """

    __slots__ = ("_was_on",)

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *failure: object) -> None:
        if self._was_on:
            gc.enable()


@contextmanager
def patient_collector() -> Iterator[None]:
    """Let the collector look seldom within the block, where others' code runs as well, which it may have to.

    It looks after every 700 containers otherwise, and an article that is read, extracted and turned into
    rows is thousands of them, all freed without it.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(_PATIENCE, before[0]) if before[0] else 0, *before[1:])  # 0: it is off
    try:
        yield
    finally:
        gc.set_threshold(*before)
