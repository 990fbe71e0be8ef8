"""What the exit code of a command says."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes, the same for every command."""

    DONE = 0  # published, or nothing new; of other commands: done
    REFUSED = 1  # validation refused the tables, or a published dataset is not what it should be
    BAD_INPUT = 2  # an input, argument or setting cannot be used
    UNABLE = 3  # another run is working, no space, no permission, no server: try again later
    INTERRUPTED = 130  # Ctrl-C or SIGTERM
