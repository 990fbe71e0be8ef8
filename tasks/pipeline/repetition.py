"""A run over what the last one had: it is told from the articles' results, and ends as that one did.

The code, the rules, the articles' results and the current version being the same, assembling would give
the same tables and validation the same verdict.  That the version's files are what was published is looked
at each time.
"""

from __future__ import annotations

import logging

from tasks.disk.refused import refusal
from tasks.publish import current
from tasks.publish.versions import damage
from tasks.run import Run
from tasks.run.catalogue import mark_of
from tasks.run.fingerprint import whole_fingerprint
from tasks.run.last import Last, read_last, write_last

log = logging.getLogger("casus")
QUARANTINE = "quarantine"  # folder in the run's own, for the rows set aside
NOTE = "repeats"


def note_repetition(run: Run) -> None:
    """Note whether the run repeats the last one, for the stages after extraction."""
    last = None if run.settings.run.full else last_run(run)
    if last is None or last.inputs != _inputs(run):
        return
    if wrong := damage(run.layout, last.version):
        log.warning("%s; everything is made anew", wrong[0])
        return
    run.note(NOTE, {"version": last.version})


def is_repetition(run: Run) -> bool:
    """Say whether nothing changed since the last run."""
    return bool(run.noted(NOTE))


def last_run(run: Run) -> Last | None:
    """Return the last run, if it was of the same code and rules and its version is the current one."""
    last = read_last(run.layout.last)
    if last is None or last.mark != whole_fingerprint() or last.version != current(run.layout):
        return None
    return last


def repeat_verdict(run: Run) -> str:
    """Note what the last run's validation found; return a line about it."""
    last = last_run(run)
    assert last is not None
    run.note("verdict", {**last.verdict, "waived": [], "asked": 0})
    run.note("content", last.content)
    folder = run.staging / QUARANTINE
    folder.mkdir(exist_ok=True)
    for name, lines in last.quarantine.items():
        (folder / name).write_text(lines, "utf-8")
    return "nothing new: what the last run found holds"


def keep_as_last(run: Run, version: str) -> None:
    """Keep what the next run wants to know of this one; where that fails, it does more."""
    verdict = run.noted("verdict")
    quarantine = {path.name: path.read_text("utf-8") for path in (run.staging / QUARANTINE).glob("*.jsonl")}
    try:
        write_last(
            run.layout.last,
            Last(
                mark=whole_fingerprint(),
                version=version,
                inputs=_inputs(run),
                broken=verdict.get("broken"),
                verdict=verdict,
                content=run.noted("content"),
                quarantine=quarantine,
            ),
        )
    except OSError as error:
        log.warning("what this run found could not be kept for the next one: %s", refusal(error))


def _inputs(run: Run) -> str:
    facts = run.noted("extract")
    return mark_of(facts["extractor"], *(article["key"] for article in facts["articles"]))
