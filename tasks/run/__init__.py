"""One run over a dataset folder: what it is called, where it works, what it notes, what it may use again.

Knows nothing of what articles say; `tasks.pipeline` has the stages.
"""

from tasks.run.errors import BadInputError, RefusedError, RunError
from tasks.run.run import Run, open_run

__all__ = ["BadInputError", "RefusedError", "Run", "RunError", "open_run"]
