"""The process that decompresses parts of a bzip2 file: `python -m tasks.bzip2.worker`.

It is told the file, the pattern and the numbers of its parts, and answers with one part's piece after
another, until the other end is closed.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from tasks.bzip2.handed_parts import answer_of, receive, send


def serve(stdin: IO[bytes], stdout: IO[bytes]) -> None:
    """Answer with the pieces of the parts that the input names."""
    path, pattern, flags, numbers = receive(stdin)
    wanted = re.compile(pattern, flags)
    with Path(path).open("rb") as file:
        for number in numbers:
            send(stdout, answer_of(file, number, wanted))


if __name__ == "__main__":
    with suppress(BrokenPipeError, KeyboardInterrupt):
        serve(sys.stdin.buffer, sys.stdout.buffer)
