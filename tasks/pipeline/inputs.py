"""Which input files a run has to read, and which it knows from an earlier one."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from tasks.disk.refused import refusal
from tasks.pipeline.article_outcome import Outcome
from tasks.run import Run
from tasks.run.catalogue import Catalogue, Entry, Facts, Read, facts_of, mark_of, read_catalogue
from tasks.run.fingerprint import whole_fingerprint
from tasks.run.joined import joined_mark, read_joined
from tasks.sources import DumpOptions, InputError, Unread, each_unread
from tasks.sources.dump.taken import still_used
from tasks.sources.unread import UnreadFile

log = logging.getLogger("casus")


class Inputs:
    """The input files of a run.

    A file is known if it is as it was when it was read last, by the same code with the same corrections,
    engines, raw folder and choice of a dump's pages, and the rows of all its articles are among those that
    are joined.  A file of which anything was refused is read each time.
    """

    def __init__(self, run: Run, files: Sequence[Path], extractor: str) -> None:
        """Look at the files, without reading any."""
        self._run = run
        settings = run.settings
        mark = mark_of("2", whole_fingerprint(), extractor, str(settings.raw.resolve()), settings.dumps.pages)
        before = Catalogue(mark) if settings.run.full else read_catalogue(run.layout.catalogue, mark)
        joined = read_joined(run.layout.joined, joined_mark(extractor)) if before.entries else None
        kept = frozenset() if joined is None else frozenset(joined.keys)
        self._catalogue = Catalogue(mark)
        self._known: list[tuple[str, Read]] = []
        self._facts: dict[str, Facts] = {}
        self._unread: list[Path] = []
        for file in files:
            facts = facts_of(file)
            if facts is None:
                self._unread.append(file)
                continue
            known = before.find(file, facts)
            if known is not None and all(read.key in kept for read in known.reads):
                self._known += ((str(file), read) for read in known.reads)
                self._catalogue.entries[str(file)] = known
                if known.is_dump:
                    still_used(run.layout.dumps, file)
            else:
                self._unread.append(file)
                self._facts[str(file)] = facts
        self._found: dict[str, int] = {}  # in files that were read to their end, without a refusal
        self._dumps: set[str] = set()
        self._learned: dict[str, list[Read]] = defaultdict(list)

    def known(self) -> Iterator[tuple[str, Outcome]]:
        """Yield what became of each article that need not be read."""
        for file, read in self._known:
            yield file, Outcome(read.article_id, read.title, read.content, read.key, is_reused=True)

    def unread(self, refused: list[InputError], options: DumpOptions) -> Iterator[tuple[str, Unread]]:
        """Yield what is to be read with its file; what is refused unread is added to `refused`."""
        for path in self._unread:
            count, failures = 0, list[InputError]()
            for file, one in each_unread((path,), self._run.settings.raw, failures, options):
                count += 1
                if not isinstance(one, UnreadFile):
                    self._dumps.add(file)
                yield file, one
            refused += failures
            if not failures:
                self._found[str(path)] = count

    def learn(self, file: str, outcome: Outcome) -> None:
        """Remember an article that a file turned out to hold."""
        if file in self._facts:
            read = Read(outcome.article_id, outcome.title, outcome.content, outcome.key)
            self._learned[file].append(read)

    def keep(self) -> None:
        """Keep for the next run what was learned; where that fails, it reads more."""
        for file, facts in self._facts.items():
            reads = self._learned[file]
            if len(reads) == self._found.get(file):
                self._catalogue.entries[file] = Entry(facts, file in self._dumps, tuple(reads))
        try:
            self._catalogue.write(self._run.layout.catalogue)
        except OSError as error:
            log.warning("what is known of the input files could not be kept: %s", refusal(error))
