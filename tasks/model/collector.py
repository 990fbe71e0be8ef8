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


@contextmanager
def resting_collector() -> Iterator[None]:
    """Let the collector rest within the block; it goes on afterwards if it was on before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
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
