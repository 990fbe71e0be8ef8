"""Which hosts may be asked: those that the settings allow, at addresses that are what they seem.

A name is resolved once, its address is checked, and that address is the one that is connected to:
a name that resolves to another address a moment later (DNS rebinding) leads nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

import httpx

from tasks.mediawiki.errors import BusyError, NotAllowedError
from tasks.settings import Fetch


def check_address(url: httpx.URL, settings: Fetch) -> None:
    """Refuse an address that the settings do not allow.

    Raises:
        NotAllowedError: if it is not http or https, names a user, or its host is not allowed.
    """
    if url.scheme not in ("http", "https") or url.userinfo:
        raise NotAllowedError(f"{url.host}: only http and https addresses without a user can be asked")
    host = url.host.lower().rstrip(".")
    named = {urlsplit(entry.partition("=")[2]).hostname for entry in settings.wikis}
    if host not in named and not any(_fits(host, pattern) for pattern in settings.hosts):
        raise NotAllowedError(f"{host}: fetch.hosts does not allow this host")


def _fits(host: str, pattern: str) -> bool:
    """Say whether a host is one that a pattern stands for; * is one label, and no more."""
    return host.count(".") == pattern.count(".") and fnmatchcase(host, pattern.lower())


def addresses(host: str, port: int, settings: Fetch) -> str:
    """Return an address of a host that may be connected to.

    Raises:
        NotAllowedError: if one of its addresses is this machine's or a private network's, and the
            settings do not name the host as such.
        BusyError: if the name cannot be resolved.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BusyError(f"{host}: its name cannot be resolved: {error}") from error
    known = [str(entry[4][0]) for entry in found]
    if host not in settings.private_hosts:
        for address in known:
            if not ipaddress.ip_address(address.partition("%")[0]).is_global:
                raise NotAllowedError(
                    f"{host}: its address {address} is private; fetch.private_hosts can allow that"
                )
    return known[0]


class GuardedTransport(httpx.BaseTransport):
    """Sends requests to hosts that are allowed, at addresses that were checked."""

    def __init__(self, settings: Fetch) -> None:
        self._settings = settings
        limits = httpx.Limits(max_connections=settings.at_once, max_keepalive_connections=settings.at_once)
        self._inner = httpx.HTTPTransport(limits=limits, trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the response of a request, connected to the address that was checked.

        Raises:
            NotAllowedError, BusyError: as `check_address` and `addresses`.
        """
        url = request.url
        check_address(url, self._settings)
        port = url.port or (443 if url.scheme == "https" else 80)
        address = addresses(url.host, port, self._settings)
        # The certificate is still checked against the name.
        extensions = {**request.extensions, "sni_hostname": url.host}
        return self._inner.handle_request(
            httpx.Request(
                request.method,
                url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions=extensions,
            )
        )

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()
