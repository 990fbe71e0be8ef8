"""The dataset of trials in which runs fetch: a wiki in several states, one raw folder, one dataset folder."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.crash.forked import FETCHING, Forked
from benchmarks.crash.scene import ARTICLES, STATES, Scene
from benchmarks.crash.wiki import NAME, Pages, Wiki
from tasks.mediawiki.fetch import fetch
from tasks.publish import Layout, holder, read_manifest
from tasks.sources import InputError
from tasks.sources.origin import COMING, SUFFIX, read_origin

TAKEN_AT = datetime(2031, 6, 1, 12, tzinfo=UTC)


@dataclass(slots=True)
class WikiScene(Scene):
    """A scene whose runs fetch what changed before they build (`casus build --refresh`)."""

    wiki: Wiki | None = None
    pages: Pages | None = None

    def prepare(self) -> None:
        """Fetch and build each state in clean folders of their own, then publish state 0.

        Raises:
            RuntimeError: if a clean run does not succeed.
        """
        assert self.pages is not None
        # The hour of fetching stands in the tables; it stands still, so that bytes can be compared.
        defaults = fetch.__kwdefaults__
        assert defaults is not None
        defaults["now"] = lambda: TAKEN_AT
        named = [f"{NAME}:{title}" for title in self.pages.titles]
        for state in range(STATES):
            out, raw = self.folder / f"clean-{state}", self.folder / f"clean-raw-{state}"
            run = self._fetching(state, out, raw, *named)
            if run.wait() != 0:
                raise RuntimeError(f"a clean run of state {state} failed:\n{run.said()}")
            self.contents.append(read_manifest(Layout(out).latest).content)
        self._fetching(0, self.layout.out, self.raw(0), *named).wait()

    def raw(self, state: int) -> Path:
        """Return the raw folder: one for all states, as a schedule has it."""
        return self.folder / "raw"

    def run(self, state: int, *options: str, out: Path | None = None, **more: object) -> Forked:
        """Start a run that fetches what changed while the wiki is in a state."""
        return self._fetching(state, out or self.layout.out, self.raw(state), "--refresh", *options, **more)

    def _fetching(self, state: int, out: Path, raw: Path, *arguments: str, **more: object) -> Forked:
        assert self.wiki is not None
        self.wiki.show(state)
        settings = self.settings(raw, out) | self.wiki.settings
        return self.start(arguments, settings, stages=FETCHING, **more)

    def faults(self, states: Collection[int], before: str | None = None) -> list[str]:
        """Return what is wrong with the dataset and with the raw folder."""
        # A method of a class with slots: `super()` without arguments does not find its class.
        return Scene.faults(self, states, before) + self._raw_faults()

    def _raw_faults(self) -> list[str]:
        """Return what is wrong with raw files and origin records: each file whole, with its own record."""
        assert self.pages is not None
        folder, wrong = self.raw(0) / NAME, []
        files = {path for path in folder.glob("[!.]*") if not path.name.endswith(SUFFIX)}
        for file in sorted(files):
            content = file.read_bytes()
            try:
                origin = read_origin(file, content)
            except InputError as error:
                wrong.append(f"torn: {error}")
                continue
            if origin is None:
                wrong.append(f"torn: {file.name} has no origin record")
            elif content.decode() not in self.pages.texts(origin.title):
                wrong.append(f"torn: {file.name} holds what the wiki never had")
        for record in folder.glob(f"[!.]*{SUFFIX}"):
            if record.with_name(record.name.removesuffix(SUFFIX)) not in files:
                wrong.append(f"torn: {record.name} is the record of no file")
        if len(files) != ARTICLES:
            wrong.append(f"lost: {len(files)} raw files of {ARTICLES}")
        return wrong

    def leftovers(self) -> list[str]:
        """Return what no run that has ended may leave, in the raw folder too."""
        raw = self.raw(0)
        found = [*raw.rglob(".tmp-*"), *raw.rglob(f"{COMING}*")]
        lock = Layout(raw)
        found += [lock.lock] if holder(lock) or lock.lock.read_bytes() else []
        return Scene.leftovers(self) + [str(path.relative_to(self.folder)) for path in found]
