"""The client keeps to its manners and its limits, whatever the server does."""

import threading
from typing import Any

import httpx
import pytest

from tasks.mediawiki.client import Client
from tasks.mediawiki.errors import ApiError, BusyError, FetchError, NotAllowedError
from tasks.mediawiki.waiting import asked_wait
from tasks.settings import Fetch
from tests.mediawiki.small_wiki import DONE, WIKI, asked, client, fetch_settings, plain


def ask(*replies: httpx.Response | Exception, **more: Any) -> list[Any]:
    """Return the pages that a client gets from replies, one a request."""
    left = list(replies)

    def answer(request: httpx.Request) -> httpx.Response:
        reply = left.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    with client(answer, **more) as asking:
        found = [page for batch in asking.query(prop="info") for page in batch.pages.values()]
    assert not left
    return found


def test_it_says_who_asks() -> None:
    """The User-Agent names the project and the contact; maxlag is in each request."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return plain(DONE)

    with client(answer, maxlag=7) as asking:
        list(asking.query(prop="info"))
    (request,) = seen
    assert request.headers["User-Agent"].startswith("casus/")
    assert "tests@example.org" in request.headers["User-Agent"]
    assert asked(request)["maxlag"] == "7"
    with pytest.raises(NotAllowedError, match=r"fetch\.contact"):
        Client(WIKI, Fetch(wikis=fetch_settings().wikis))


@pytest.mark.parametrize(
    ("reply", "waited"),
    [
        (plain({}, 429, **{"Retry-After": "7"}), 7),
        (plain({}, 503, **{"Retry-After": "9"}), 9),
        (plain({"error": {"code": "maxlag", "info": "5 s lagged"}}, **{"Retry-After": "5"}), 5),
        (plain({"error": {"code": "ratelimited", "info": "slowly"}}), 5),
        (httpx.Response(500, html="<html>no database</html>"), None),
        (httpx.Response(200, html="<html>not JSON</html>"), None),
        (httpx.Response(200, content="[1]"), None),
        (httpx.ReadError("cut"), None),
        (httpx.ConnectTimeout("slow"), None),
    ],
)
def test_it_waits_as_long_as_it_is_asked_to(reply: Any, waited: float | None, waits: list[float]) -> None:
    """What can pass is tried again, after the wait that the server names or one of our own."""
    assert ask(reply, plain(DONE)) == DONE["query"]["pages"]
    assert len(waits) == 1
    assert waited is None or waits == [waited]


def test_it_gives_up(waits: list[float]) -> None:
    """A server that stays busy is left after `attempts`; one that asks to wait for hours, at once."""
    with pytest.raises(BusyError, match="503"):
        ask(*[plain({}, 503) for _ in range(3)], attempts=3)
    assert len(waits) == 2
    with pytest.raises(BusyError, match="429"):
        ask(plain({}, 429, **{"Retry-After": "7200"}))
    assert len(waits) == 2


@pytest.mark.parametrize(
    ("reply", "error", "words"),
    [
        (plain({"error": {"code": "badvalue", "info": "no"}}), ApiError, "badvalue"),
        (plain({}, 404), FetchError, "404"),
        (plain({}, 302, Location="https://elsewhere.example.org/w/api.php"), NotAllowedError, "elsewhere"),
        (plain({}, 302, Location="http://wiki.example.org/w/api.php"), NotAllowedError, "redirect"),
        (plain({}, 302, Location="https://wiki.example.org:8443/"), NotAllowedError, "another port"),
        (plain({}, 302, Location="http://169.254.169.254/latest"), NotAllowedError, "169"),
        (plain({"query": "x" * 2_000_000}), FetchError, "larger than 1,000,000 bytes"),
    ],
)
def test_what_cannot_pass_is_not_tried_again(
    reply: httpx.Response, error: type[Exception], words: str, waits: list[float]
) -> None:
    """Refusals, leads to other hosts and oversized answers end the question at once."""
    with pytest.raises(error, match=words):
        ask(reply, max_reply_mb=1)
    assert waits == []


def test_redirects_of_the_same_host_are_followed() -> None:
    """A few of them; then it is enough."""
    onward = plain({}, 301, Location="/api.php")
    assert ask(onward, plain(DONE)) == DONE["query"]["pages"]
    with pytest.raises(FetchError, match="one redirect after the other"):
        ask(*[plain({}, 301, Location="/api.php") for _ in range(4)])


def test_at_most_so_many_at_once() -> None:
    """Threads that share a client wait for their turn."""
    under_way, most, both = 0, 0, threading.Barrier(2)
    guard = threading.Lock()

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal under_way, most
        with guard:
            under_way += 1
            most = max(most, under_way)
        both.wait(60)  # two are let in together: fewer would break here, more would be counted
        with guard:
            under_way -= 1
        return plain(DONE)

    with client(answer, at_once=2) as asking:
        threads = [threading.Thread(target=lambda: list(asking.query(prop="info"))) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert (most, asking.requests) == (2, 6)


def test_parts_of_a_page_are_put_together() -> None:
    """Until `batchcomplete` a page may lack parts, and `continue` is sent back whole."""
    first = {
        "continue": {"rvcontinue": "7|8", "continue": "||info"},
        "query": {"pages": [{"pageid": 1, "title": "A"}, {"pageid": 2, "title": "B", "revisions": [8]}]},
    }
    second = {"batchcomplete": True, "query": {"pages": [{"pageid": 1, "title": "A", "revisions": [7]}]}}
    fields = []

    def answer(request: httpx.Request) -> httpx.Response:
        fields.append(asked(request))
        return plain(first if len(fields) == 1 else second)

    with client(answer) as asking:
        (batch,) = asking.query(prop="revisions")
    assert batch.pages == {
        1: {"pageid": 1, "title": "A", "revisions": [7]},
        2: {"pageid": 2, "title": "B", "revisions": [8]},
    }
    assert (fields[1]["rvcontinue"], fields[1]["continue"]) == ("7|8", "||info")


def test_an_answer_without_end_is_left() -> None:
    """A wiki that names the same place twice goes round in a circle."""
    endless = {"continue": {"x": "1", "continue": "-"}, "query": {}}
    with pytest.raises(FetchError, match="does not come to an end"):
        ask(plain(endless), plain(endless))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("5", 5.0),
        (" 12 ", 12.0),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 40.0),
        ("Thu, 01 Jan 1970 00:00:10 GMT", 0.0),
        ("soon", None),
        ("-3", None),
        ("٣", None),
        (None, None),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    """Seconds or a date; anything else says nothing."""
    assert asked_wait(header, now=60.0) == seconds
