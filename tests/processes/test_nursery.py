"""Processes that are forked from one that has prepared: what they share, and how their ends are told."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.processes import EndedError, Nursery

MODULE = "forked"


@pytest.fixture
def nursery(monkeypatch: pytest.MonkeyPatch) -> Iterator[Nursery]:
    """Give a nursery of the children beside this file, and stop it."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    one = Nursery(MODULE)
    yield one
    one.stop()


def test_children_share_what_was_prepared(nursery: Nursery) -> None:
    """Each child is a process of its own that finds all prepared by one that is none of them."""
    one, other = nursery.child(), nursery.child()
    prepared, pid, said = one.ask("a" * 1_000_000)
    assert (pid, said) == (one.pid, "a" * 1_000_000)
    assert other.ask("b") == (prepared, other.pid, "b")
    assert len(prepared) == 1
    assert len({*prepared, one.pid, other.pid, os.getpid()}) == 4


@pytest.mark.parametrize(("end", "words"), [(3, "exit code 3"), (-9, "killed"), (-11, "signal 11")])
def test_end_of_a_child_is_told(nursery: Nursery, end: int, words: str) -> None:
    """It is said how a child ended; the others and new ones go on."""
    one, other = nursery.child(), nursery.child()
    with pytest.raises(EndedError, match=words):
        one.ask(end)
    assert not one.is_alive
    assert other.ask("still there")[2] == "still there"
    assert nursery.child().ask("new")[2] == "new"


def test_module_that_cannot_be_imported(capfd: pytest.CaptureFixture[str]) -> None:
    """What keeps the children from starting is an error, and no child is waited for."""
    one = Nursery("no_such_module")
    with pytest.raises(EndedError, match="exit code 1"):
        one.child()
    one.stop()
    assert "no_such_module" in capfd.readouterr().err


def test_stop_ends_all(nursery: Nursery) -> None:
    """No child is left when the nursery has been stopped, whatever it did."""
    children = [nursery.child() for _ in range(3)]
    nursery.stop()
    for child in children:
        with pytest.raises(ProcessLookupError):
            os.kill(child.pid, 0)
        with pytest.raises(EndedError):
            child.ask("anything")
