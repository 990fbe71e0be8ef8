"""What a terminal shows while a run works: something from the first moment on, and each stage in words."""

import io
import logging
import sys

import pytest

from flows.cli.console import DOING, told
from tasks.pipeline import STAGES
from tasks.run.watch import watch_stages


class _Terminal(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        """Say that this is a terminal."""
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """Make standard error a terminal that draws, and return it.

    No fixture: pytest puts its own stream back between set-up and test.
    """
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    return screen


def test_a_terminal_says_what_is_being_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """While Prefect starts there is no line of a stage yet; then the stage that runs is named."""
    screen = terminal(monkeypatch)
    with told(quiet=False):
        watch_stages.get()("validate")
    shown = screen.getvalue()
    assert DOING["validate"] in shown
    assert shown.index("starting") < shown.index(DOING["validate"])


def test_a_line_stands_above_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of a stage does not begin behind what is drawn, and ends before it is drawn again."""
    screen = terminal(monkeypatch)
    with told(quiet=False):
        logging.getLogger("casus").info("extract   1 articles")
    assert "\x1b[2Kextract   1 articles\n" in screen.getvalue().replace("\x1b[0m", "")


def test_quiet_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --quiet a terminal stays empty."""
    screen = terminal(monkeypatch)
    with told(quiet=True):
        watch_stages.get()("validate")
    assert screen.getvalue() == ""


def test_every_stage_has_its_words() -> None:
    """No stage is shown by its bare name."""
    assert list(DOING) == list(STAGES)
