"""How long a server asks us to wait."""

from __future__ import annotations

from email.utils import parsedate_to_datetime


def asked_wait(header: str | None, now: float) -> float | None:
    """Return the seconds that a Retry-After header asks for, or None if it says nothing that can be read.

    Args:
        header: seconds ("5"), or a date ("Wed, 21 Oct 2026 07:28:00 GMT"), by RFC 9110 10.2.3.
        now: the present, in seconds since 1970.
    """
    if header is None:
        return None
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, TypeError, OverflowError, OSError):
        return None
