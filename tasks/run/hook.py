"""Telling somebody how a run ended: a command, a web address. Off unless the settings name one.

A hook that fails is a line in the log: how the run ended does not depend on who could be told.
"""

from __future__ import annotations

import json
import logging
import subprocess
from dataclasses import asdict
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from tasks.run.outcome import Outcome
from tasks.settings import Hook

log = logging.getLogger("casus")


def tell(hook: Hook, outcome: Outcome) -> None:
    """Hand a run's summary to the hook, if it is one of the ends that the hook wants to hear of.

    The command gets it as JSON on standard input, the address as the body of a POST.
    """
    if outcome.end not in hook.on:
        return
    summary = json.dumps(asdict(outcome)).encode()
    if hook.command:
        _call(hook, summary)
    if hook.url is not None:
        _post(hook.url.get_secret_value(), summary, hook.timeout_seconds)


def _call(hook: Hook, summary: bytes) -> None:
    try:
        # A list, no shell: nothing in the summary can become a command.
        subprocess.run(
            hook.command, input=summary, timeout=hook.timeout_seconds, check=True, capture_output=True
        )
    except subprocess.TimeoutExpired:
        log.warning("the hook's command took longer than %g s and was ended", hook.timeout_seconds)
    except subprocess.CalledProcessError as error:
        log.warning("the hook's command ended with exit code %d", error.returncode)
    except OSError as error:
        log.warning("the hook's command could not be started: %s", error.strerror)


def _post(url: str, summary: bytes, seconds: float) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        log.warning("the hook's address is neither http nor https; nobody was told")
        return
    request = Request(url, data=summary, headers={"Content-Type": "application/json"}, method="POST")
    try:
        with build_opener(_NoRedirects()).open(request, timeout=seconds):
            pass
    except (URLError, OSError, ValueError) as error:
        # The address may hold a token: its host is all that is said of it.
        reason = getattr(error, "code", None) or type(getattr(error, "reason", error)).__name__
        log.warning("the hook at %s could not be told: %s", parts.hostname, reason)


class _NoRedirects(HTTPRedirectHandler):
    """Takes a redirect for a failure: the summary goes where the settings say and nowhere else."""

    def redirect_request(self, *arguments: object, **options: object) -> None:
        """Follow nothing."""
