"""The one place where tests wait: for servers in other processes, which can only be asked again."""

import time
from collections.abc import Callable
from typing import TypeVar
from urllib.error import URLError

T = TypeVar("T")
LONGEST = 600.0  # seconds; only a machine on which nothing works any more takes that long


def until(ask: Callable[[], T], alive: Callable[[], bool] = lambda: True, said: Callable[[], str] = str) -> T:
    """Return the first true answer of `ask`.

    Args:
        ask: asks a server; one that does not answer yet is asked again.
        alive: says whether there is still somebody to answer.
        said: what the other process said, for the message.

    Raises:
        AssertionError: if there is nobody any more, or no true answer in the end.
    """
    deadline = time.monotonic() + LONGEST
    while alive() and time.monotonic() < deadline:
        try:
            if answer := ask():
                return answer
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    raise AssertionError(f"nothing came of it: {said()}")
