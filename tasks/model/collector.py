"""Rest for the collector of cyclic garbage while an article is read: it would find nothing.

Values of an article never refer back to each other, so that all of them are freed by their reference
counts.  The collector cannot know, and walks through thousands of them again and again while they are
made: a tenth of the time of an extraction.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
