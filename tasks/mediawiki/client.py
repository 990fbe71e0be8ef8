"""A client of MediaWiki's Action API: polite, patient, bounded.

https://www.mediawiki.org/wiki/API:Etiquette.  Errors of the API are replies with status 200 and an
`error` object.  Without `batchcomplete` a page may lack parts, which a later reply brings.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator, Mapping
from threading import Semaphore
from types import TracebackType
from typing import Any
from urllib.parse import urljoin

import httpx
import stamina

from tasks.mediawiki.errors import ApiError, BusyError, FetchError, NotAllowedError
from tasks.mediawiki.guard import GuardedTransport, check_address
from tasks.mediawiki.merged_replies import Merged
from tasks.mediawiki.page_names import Wiki
from tasks.mediawiki.waiting import asked_wait
from tasks.mediawiki.wiki_contact import contact_of
from tasks.settings import Fetch
from tasks.version import EXTRACTOR_VERSION

MOST_REDIRECTS = 3
MOST_REPLIES = 20_000  # of one question; a wiki that goes on for longer goes on for ever
LONGEST_BACKOFF = 60.0
_TRANSIENT = frozenset({"maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryError"})
_DEFAULT_WAIT = 5.0

log = logging.getLogger("casus")
logging.getLogger("stamina").setLevel(logging.ERROR)  # what is tried again is said by `_worth_trying`


class Client:
    """Asks one wiki. Can be used from several threads; at most `fetch.at_once` requests are under way."""

    def __init__(self, wiki: Wiki, settings: Fetch, transport: httpx.BaseTransport | None = None) -> None:
        """Make a client.

        Args:
            wiki: whom to ask.
            settings: within which limits.
            transport: what carries requests; by default the network, guarded.

        Raises:
            NotAllowedError: if the wiki's host is not allowed, or no contact is set.
        """
        contact = contact_of(settings)
        self.wiki = wiki
        self.requests = 0
        self._settings = settings
        self._api = httpx.URL(wiki.api)
        check_address(self._api, settings)
        self._turn = Semaphore(settings.at_once)
        self._http = httpx.Client(
            transport=transport or GuardedTransport(settings),
            headers={"User-Agent": f"casus/{EXTRACTOR_VERSION} ({contact})"},
            timeout=settings.timeout_seconds,
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def query(self, **question: str | int) -> Iterator[Merged]:
        """Yield the whole answer to `action=query`, complete pages at a time, `continue` to the end.

        Raises:
            FetchError: if the wiki cannot be asked, refuses, or does not come to an end.
        """
        asked = {"action": "query", "format": "json", "formatversion": "2", "maxlag": self._settings.maxlag}
        more: Mapping[str, Any] = {}
        batch = Merged()
        seen: set[str] = set()
        for _ in range(MOST_REPLIES):
            reply = self._ask({**asked, **question, **more})
            batch.add(reply.get("query", {}))
            more = reply.get("continue", {})
            if reply.get("batchcomplete") or not more:
                yield batch
                batch = Merged()
            if not more:
                return
            if (place := json.dumps(more, sort_keys=True)) in seen:
                break
            seen.add(place)
        raise FetchError(f"{self.wiki.name}: the wiki's answer does not come to an end")

    def _ask(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the reply to one request, tried again where that can help."""
        for attempt in stamina.retry_context(
            on=self._worth_trying,
            attempts=self._settings.attempts,
            timeout=None,
            wait_initial=1.0,
            wait_max=LONGEST_BACKOFF,
        ):
            with attempt:
                return self._attempt(fields, is_last=attempt.num >= self._settings.attempts)
        raise AssertionError("unreachable")

    def _attempt(self, fields: Mapping[str, Any], is_last: bool) -> dict[str, Any]:
        """Return the reply to one attempt; an error that can pass is said, unless it was the last."""
        try:
            return self._once(fields)
        except httpx.TransportError as error:
            why = f"{self.wiki.name}: {type(error).__name__}: {error or 'no answer'}"
            busy = BusyError(why)
            busy.__cause__ = error
        except BusyError as error:
            busy = error
        if not is_last and self._worth_trying(busy) is not False:
            log.info("%s; trying again", busy)
        raise busy

    def _worth_trying(self, error: Exception) -> bool | float:
        """Say whether to try again after an error, and in how many seconds if the wiki said so."""
        if not isinstance(error, BusyError):
            return False
        if error.seconds is not None and error.seconds > self._settings.wait_seconds:
            return False
        return True if error.seconds is None else error.seconds

    def _once(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        with self._turn:
            self.requests += 1
            status, headers, body = self._read(self._api, fields)
        wait = asked_wait(headers.get("Retry-After"), time.time())
        if status == httpx.codes.TOO_MANY_REQUESTS or status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise BusyError(f"{self.wiki.name}: the wiki answers with status {status}", wait)
        if status != httpx.codes.OK:
            raise FetchError(f"{self.wiki.name}: the wiki answers with status {status}")
        try:
            reply = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise BusyError(f"{self.wiki.name}: the answer is not JSON", wait) from error
        if not isinstance(reply, dict):
            raise BusyError(f"{self.wiki.name}: the answer is no JSON object", wait)
        if "error" in reply:
            code, info = (str(reply["error"].get(key, "")) for key in ("code", "info"))
            if code in _TRANSIENT:
                wait = _DEFAULT_WAIT if wait is None else wait
                raise BusyError(f"{self.wiki.name}: {code}: {info}", wait)
            raise ApiError(code, info)
        return reply

    def _read(
        self, url: httpx.URL, fields: Mapping[str, Any], redirects: int = 0
    ) -> tuple[int, httpx.Headers, bytes]:
        """Return status, headers and body of a reply that keeps to size and time.

        Raises:
            FetchError: if it does not, or leads to another host.
        """
        deadline = time.monotonic() + self._settings.timeout_seconds
        most = int(self._settings.max_reply_mb * 1_000_000)
        # POST: fifty titles can be longer than an address may be.
        with self._http.stream("POST", url, data={k: str(v) for k, v in fields.items()}) as response:
            if response.is_redirect:
                onward = self._onward(url, response)
            else:
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > most:
                        raise FetchError(f"{self.wiki.name}: an answer larger than {most:,} bytes")
                    if time.monotonic() > deadline:
                        raise BusyError(f"{self.wiki.name}: the answer does not come to an end in time")
                return response.status_code, response.headers, bytes(body)
        if redirects >= MOST_REDIRECTS:
            raise FetchError(f"{self.wiki.name}: one redirect after the other")
        return self._read(onward, fields, redirects + 1)

    def _onward(self, url: httpx.URL, response: httpx.Response) -> httpx.URL:
        """Return where a redirect leads, if that is the same host, no less safe."""
        try:
            onward = httpx.URL(urljoin(str(url), response.headers.get("Location", "")))
        except httpx.InvalidURL as error:
            raise FetchError(f"{self.wiki.name}: a redirect to no address") from error
        if onward.host != url.host or (url.scheme, onward.scheme) == ("https", "http"):
            where = f"from {url.host} to {onward.host}"
            raise NotAllowedError(f"{self.wiki.name}: a redirect {where}: not followed")
        if url.port != onward.port and url.scheme == onward.scheme:
            raise NotAllowedError(f"{self.wiki.name}: a redirect to another port: not followed")
        check_address(onward, self._settings)
        return onward
