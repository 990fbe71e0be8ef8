"""A run from its inputs to its outcome: all stages, the report, and who is told."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from tasks.mediawiki.errors import FetchError
from tasks.mediawiki.wanted import NOTHING, Wanted
from tasks.pipeline.stages import STAGES, Perform, perform
from tasks.publish import FolderBusyError, PublishError, current
from tasks.publish.errors import because
from tasks.report.write import PAGE, make_report, rows_before, write_report
from tasks.run import RefusedError, Run, RunError, open_run
from tasks.run.hook import tell
from tasks.run.outcome import End, Outcome
from tasks.settings import Settings

log = logging.getLogger("casus")


def build(
    settings: Settings,
    inputs: tuple[Path, ...] = (),
    perform: Perform = perform,
    wanted: Wanted = NOTHING,
) -> Outcome:
    """Run all stages on the inputs.

    Args:
        settings: where and how.
        inputs: files and folders; the settings' raw folder if none is given.
        perform: does one stage; `tasks.steps.perform` does it as a Prefect task.
        wanted: pages to fetch from wikis before; if any is named, they are inputs too.

    Returns:
        How the run ended, where it published or found nothing new.

    Raises:
        RunError: where there was nothing to publish or validation refused it; carries the outcome.
        PublishError: where the dataset folder could not be worked on.
        FetchError: where a wiki could not be used.
    """
    try:
        outcome = _build(settings, inputs, perform, wanted)
    except RunError as error:
        if error.outcome is not None:
            tell(settings.hook, error.outcome)
        raise
    except FolderBusyError:
        raise  # the run that works there tells how it ends
    except (PublishError, FetchError) as error:
        tell(settings.hook, Outcome("failed", "", str(settings.out), None, str(error)))
        raise
    tell(settings.hook, outcome)
    return outcome


def _build(settings: Settings, inputs: tuple[Path, ...], perform: Perform, wanted: Wanted) -> Outcome:
    with open_run(settings, inputs, wanted) as run:
        before = current(run.layout)
        try:
            for stage in STAGES:
                if stage != "fetch" or wanted.is_something:
                    perform(run, stage)
        except RunError as error:
            end: End = "refused" if isinstance(error, RefusedError) else "failed"
            error.outcome = _conclude(run, end, str(error))
            raise
        except OSError as error:
            if current(run.layout) == before:
                raise because(error, run.layout.out) from error
            log.warning("the dataset is published; what comes after that failed: %s", error)
            return _conclude(run, "published")
        return _conclude(run, "published" if run.noted("publish")["is_new"] else "unchanged")


def _conclude(run: Run, end: End, reason: str = "") -> Outcome:
    """Return how the run ended, from what its stages noted, and write its report."""
    noted = run.noted("extract")
    changes = {state: len(names) for state, names in run.noted("changes").items()}
    failures = tuple(noted.get("failures", ()))
    seconds = {stage: run.noted(f"time-{stage}").get("seconds") for stage in STAGES}
    outcome = Outcome(
        end=end,
        run_id=run.id,
        out=str(run.layout.out),
        version=current(run.layout),
        reason=reason,
        rows=rows_before(run) or {},
        articles=changes | {"failed": len(failures)},
        failures=failures,
        warnings=tuple(run.noted("verdict").get("warnings", ())),
        waived=tuple(run.noted("verdict").get("waived", ())),
        quarantined=len(run.noted("verdict").get("quarantined", ())),
        seconds={stage: round(taken, 3) for stage, taken in seconds.items() if taken is not None},
        report=str(run.report / PAGE),
    )
    try:
        write_report(run, make_report(run, outcome))
    except OSError as error:  # how the run ended does not depend on who can read of it
        log.warning("the run's report could not be written: %s", error)
        return replace(outcome, report=None)
    return outcome
