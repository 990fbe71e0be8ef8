"""The compiled build beside the sources: where it is, whether it may be compared, and its process.

    .venv-compiled/bin/python -P -m benchmarks.compiled_build

Run like this it answers each line of its input with the processor seconds of one extraction of all articles.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.stages import ARTICLES, timed
from tasks.compiled_from import compiled_from, digest_of_sources
from tasks.extract import extract
from tasks.model.article import Article
from tasks.model.collector import patient_collector
from tasks.sources import read_articles

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv-compiled" / "bin" / "python"
# -P: modules come from where the build is installed, not from the folder in which it is started.
START = [str(PYTHON), "-P", "-m", "benchmarks.compiled_build"]


def extract_all(articles: list[Article]) -> None:
    """Extract one article after the other, as a run does: no result is kept."""
    with patient_collector():
        for article in articles:
            extract(article)


class CompiledExtraction:
    """A process of the compiled build that has extracted all articles once."""

    def __init__(self) -> None:
        """Start it.

        Raises:
            LookupError: if there is no build, or one of other sources than these; the message says so.
        """
        if not PYTHON.exists():
            raise LookupError("not there: make install-compiled")
        self._process = subprocess.Popen(START, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        made_from = self._line()
        if made_from != digest_of_sources(ROOT):
            self.stop()
            raise LookupError(f"made from other sources ({made_from or 'none'}): make install-compiled")

    def seconds(self) -> float:
        """Let it extract all articles; return the processor seconds."""
        assert self._process.stdin is not None
        self._process.stdin.write("once more\n")
        self._process.stdin.flush()
        return float(self._line())

    def stop(self) -> None:
        """End it."""
        self._process.communicate()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def main() -> None:
    """Answer with the seconds of a round for each line that comes."""
    print(compiled_from() or "", flush=True)
    articles = list(read_articles([ARTICLES], ARTICLES).articles)
    extract_all(articles)
    for _ in sys.stdin:
        print(timed(lambda: extract_all(articles)), flush=True)


if __name__ == "__main__":
    main()
