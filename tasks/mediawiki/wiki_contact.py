"""Whom a wiki's people can turn to: named in each request, and asked for before the first."""

from __future__ import annotations

from tasks.mediawiki.errors import NotAllowedError
from tasks.settings import Fetch


def contact_of(settings: Fetch) -> str:
    """Return the contact.

    Raises:
        NotAllowedError: if none is set; how to set it is told.
    """
    if not settings.contact:
        raise NotAllowedError(
            "fetch.contact is not set: wikis ask for an address or a web page to reach you by. Put it into"
            ' casus.toml: [fetch] on a line, contact = "name@example.org" on the next'
        )
    return settings.contact
