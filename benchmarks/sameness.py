"""Whether the compiled build makes the same tables as the sources: all bytes, over all labelled articles.

    python -m benchmarks.sameness

Each of both, in a process of its own, extracts every article below `tests/gold` and writes all tables of each
folder as Parquet; the files' checksums are then compared.  No article and no row is printed.  Ends with code
1 if a file differs, or if the compiled build was made from other sources than these.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.compiled_build import PYTHON, ROOT
from tasks.assemble import rows_of
from tasks.assemble.combine import combine
from tasks.compiled_from import compiled_from, digest_of_sources
from tasks.extract import extract
from tasks.sources import read_articles
from tasks.tables import write_parquet

GOLD = ROOT / "tests" / "gold"
TELL = "tell"  # the argument of both processes


def checksums() -> Iterator[str]:
    """Yield a line for each table of each folder of articles: where, how many rows, the file's checksum."""
    for parent in sorted(GOLD.rglob("articles")):
        for folder in sorted(path for path in parent.iterdir() if path.is_dir()):
            articles = read_articles([folder], folder).articles
            tables = combine([rows_of(extract(article)) for article in articles])
            for name, table in tables.items():
                with tempfile.TemporaryDirectory() as out:
                    file = Path(out, f"{name}.parquet")
                    write_parquet(table, file)
                    content = hashlib.sha256(file.read_bytes()).hexdigest()
                yield f"{folder.relative_to(GOLD)} {name}: {table.num_rows} rows {content}"


def told_by(command: list[str]) -> list[str]:
    """Return what a process says of what it was made from, and its checksums."""
    done = subprocess.run([*command, TELL], stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    return done.stdout.splitlines()


def main() -> None:
    """Compare, and say how it ended."""
    if not PYTHON.exists():
        sys.exit("There is no compiled build: make install-compiled")
    made_from, *compiled = told_by([str(PYTHON), "-P", "-m", "benchmarks.sameness"])
    if made_from != digest_of_sources(ROOT):
        sys.exit(f"The compiled build was made from other sources ({made_from}): make install-compiled")
    _, *plain = told_by([sys.executable, "-m", "benchmarks.sameness"])
    others = [line for line in sorted({*plain} ^ {*compiled}) if line in plain]
    for line in others:
        print(f"another one is made by the compiled build: {line}")
    if others or len(plain) != len(compiled):
        sys.exit(1)
    print(f"The compiled build makes the same {len(plain)} files, byte by byte.")


def tell() -> None:
    """Print what this process was made from and its checksums."""
    print(compiled_from() or "sources")
    for line in checksums():
        print(line)


if __name__ == "__main__":
    tell() if sys.argv[1:] == [TELL] else main()
