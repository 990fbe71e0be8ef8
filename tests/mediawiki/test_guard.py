"""Only hosts that the settings allow are asked, and no private one unless it is named."""

import socket
from typing import Any

import httpx
import pytest

from tasks.mediawiki.errors import NotAllowedError
from tasks.mediawiki.guard import addresses, check_address
from tasks.settings import Fetch


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://en.wikipedia.org.evil.example/w/api.php", "does not allow"),
        ("https://a.b.wikipedia.org/w/api.php", "does not allow"),
        ("https://wikipedia.org/w/api.php", "does not allow"),
        ("ftp://en.wikipedia.org/x", "only http"),
        ("https://en.wikipedia.org@evil.example/", "only http"),
        ("https://user:x@en.wikipedia.org/", "only http"),
    ],
)
def test_hosts_that_are_not_allowed(url: str, words: str) -> None:
    """An address is asked only if the settings allow its host; what looks alike is not it."""
    with pytest.raises(NotAllowedError, match=words):
        check_address(httpx.URL(url), Fetch())
    check_address(httpx.URL("https://en.wikipedia.org/w/api.php"), Fetch())


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "0.0.0.0"])
def test_private_addresses(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that resolves to a private address is asked only if the settings name it."""

    def resolve(*_: Any, **__: Any) -> list[Any]:
        public = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))
        return [public, (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(NotAllowedError, match="private"):
        addresses("en.wikipedia.org", 443, Fetch())
    assert addresses("inside.example", 443, Fetch(private_hosts=("inside.example",))) == "93.184.216.34"
