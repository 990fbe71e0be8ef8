"""What to do next where a run published nothing."""

from __future__ import annotations

from tasks.run.outcome import Outcome

DROPPED = "articles_against_last"


def advice(outcome: Outcome) -> tuple[str, ...]:
    """Return a sentence for each way on; nothing where there is something to read."""
    if outcome.end == "failed":
        return (
            "Mend or leave out what is named above, and run again: docs/sources.md says what casus reads,"
            " docs/rendered-form.md what a text looks like.",
        )
    if outcome.end != "refused":
        return ()
    elsewhere = "To have these tables beside the last ones, build into another folder: --out FOLDER."
    if DROPPED in outcome.reason:
        return (
            "To keep them, name them too, or put all into one folder.",
            elsewhere,
        )
    return (
        "Look at the rows first: expectations/README.md says what a rule asks and when a bound may be moved.",
        "If an input is at fault, mend it or leave it out, and run again.",
        elsewhere,
    )
