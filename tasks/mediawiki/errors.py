"""What can go wrong with a wiki. What is wrong with a single page is no error but a line of the result."""

from __future__ import annotations


class FetchError(Exception):
    """The wiki cannot be used now; the message says why."""


class NotAllowedError(FetchError):
    """What was asked for is not allowed by the settings, or names no wiki that they know."""


class ApiError(FetchError):
    """The wiki refused a request.

    Attributes:
        code: the API's own name of the error ("badcontinue").
    """

    def __init__(self, code: str, info: str) -> None:
        super().__init__(f"the wiki refused the request: {code}: {info}")
        self.code = code


class BusyError(FetchError):
    """The wiki asks to come back later.

    Attributes:
        seconds: how long it asks to wait, if it says so.
    """

    def __init__(self, why: str, seconds: float | None = None) -> None:
        super().__init__(why)
        self.seconds = seconds
