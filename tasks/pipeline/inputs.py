"""Which input files a run has to read, and which it knows from an earlier one."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from tasks.disk.refused import refusal
from tasks.pipeline.article_outcome import Outcome
from tasks.run import Run
from tasks.run.catalogue import Catalogue, Facts, Read, facts_of, mark_of, read_catalogue
from tasks.run.fingerprint import whole_fingerprint
from tasks.run.joined import joined_mark, read_joined
from tasks.sources import DumpOptions, InputError, Unread, each_unread
from tasks.sources.unread import UnreadFile

log = logging.getLogger("casus")


class Inputs:
    """The input files of a run.

    A file of one article is known if it is as it was when it was read last, by the same code with the
    same corrections, engines and raw folder, and the article's rows are among those that are joined.
    Files that were refused, and dumps, are read each time.
    """

    def __init__(self, run: Run, files: Sequence[Path], extractor: str) -> None:
        """Look at the files, without reading any."""
        self._run = run
        mark = mark_of("1", whole_fingerprint(), extractor, str(run.settings.raw.resolve()))
        before = Catalogue(mark) if run.settings.run.full else read_catalogue(run.layout.catalogue, mark)
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
            if known is not None and known.key in kept:
                self._known.append((str(file), known))
                self._catalogue.entries[str(file)] = (facts, known)
            else:
                self._unread.append(file)
                self._facts[str(file)] = facts
        self._single: set[str] = set()

    def known(self) -> Iterator[tuple[str, Outcome]]:
        """Yield what became of each file that need not be read."""
        for file, read in self._known:
            yield file, Outcome(read.article_id, read.title, read.content, read.key, is_reused=True)

    def unread(self, refused: list[InputError], options: DumpOptions) -> Iterator[tuple[str, Unread]]:
        """Yield what is to be read with its file; what is refused unread is added to `refused`."""
        for file, one in each_unread(self._unread, self._run.settings.raw, refused, options):
            if isinstance(one, UnreadFile):
                self._single.add(file)
            yield file, one

    def learn(self, file: str, outcome: Outcome) -> None:
        """Remember the article that a file turned out to hold."""
        if file in self._single and file in self._facts:
            read = Read(outcome.article_id, outcome.title, outcome.content, outcome.key)
            self._catalogue.entries[file] = (self._facts[file], read)

    def keep(self) -> None:
        """Keep for the next run what was learned; where that fails, it reads more."""
        try:
            self._catalogue.write(self._run.layout.catalogue)
        except OSError as error:
            log.warning("what is known of the input files could not be kept: %s", refusal(error))
