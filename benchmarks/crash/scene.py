"""The dataset that trials are made on: its inputs, what each of them must become, and its faults."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.crash.forked import Forked, start
from benchmarks.made_up import write_article, write_articles
from tasks.publish import Layout, current, damage, holder, numbered_versions, read_manifest
from tasks.tables import TABLES

ARTICLES = 8
STATES = 5
KEEP = 3  # versions; every publication prunes


@dataclass(slots=True)
class Scene:
    """A folder with inputs in several states and one dataset folder.

    Attributes:
        contents: of each state, the checksum of the tables that a clean full rebuild gives.
        state: the state whose tables are current, as far as runs have told.
    """

    folder: Path
    contents: list[str] = field(default_factory=list)
    state: int = 0

    @property
    def layout(self) -> Layout:
        """The dataset folder's paths."""
        return Layout(self.folder / "processed")

    def prepare(self) -> None:
        """Write the inputs, rebuild each state in a clean folder of its own, and publish state 0.

        Raises:
            RuntimeError: if a clean run does not succeed.
        """
        for state in range(STATES):
            raw = self.raw(state)
            write_articles(raw, ARTICLES)
            write_article(raw, state, edition=state)
            out = self.folder / f"clean-{state}"
            run = self.run(state, "--full", out=out)
            if run.wait() != 0:
                raise RuntimeError(f"a clean run of state {state} failed:\n{run.said()}")
            self.contents.append(read_manifest(Layout(out).latest).content)
        self.run(0).wait()

    def raw(self, state: int) -> Path:
        """Return the folder of a state's articles."""
        return self.folder / f"raw-{state}"

    def run(self, state: int, *options: str, out: Path | None = None, **more: object) -> Forked:
        """Start a run over a state's articles; `more` goes to `start`."""
        return self.start(options, self.settings(self.raw(state), out or self.layout.out), **more)

    def settings(self, raw: Path, out: Path) -> dict[str, str]:
        """Return the environment variables of a run."""
        return {
            "CASUS_RAW": str(raw),
            "CASUS_OUT": str(out),
            "CASUS_VERSIONS_KEEP": str(KEEP),
            "CASUS_VERSIONS_KEEP_DAYS": "0",
            "CASUS_QUARANTINE": str(self.folder / "quarantine"),
        }

    def start(self, options: Sequence[str], settings: Mapping[str, str], **more: object) -> Forked:
        """Start `casus build`; `more` goes to `start`."""
        return start(["build", "--no-prefect", *options], settings, self.folder / "said", **more)  # type: ignore[arg-type]

    def faults(self, states: Collection[int], before: str | None = None) -> list[str]:
        """Return what is wrong with the dataset as a reader finds it, whatever has happened.

        Args:
            states: those of which the tables may be.
            before: the version that was current before: it must still be there.
        """
        layout, wrong = self.layout, []
        name = current(layout)
        if name is None:
            return ["torn: there is no current version"]
        for version in numbered_versions(layout):
            wrong += [f"torn: {line}" for line in damage(layout, version)]
        if wrong:
            return wrong
        for table in TABLES:
            rows = pq.read_table(layout.latest / f"{table}.parquet").num_rows
            if rows != read_manifest(layout.latest).tables[table].rows:
                wrong.append(f"torn: {table} has {rows} rows")
        if read_manifest(layout.latest).content not in {self.contents[state] for state in states}:
            wrong.append(f"torn: version {name} is what no clean run of states {states} gives")
        if before is not None and before not in numbered_versions(layout):
            wrong.append(f"lost: version {before} went though it was current")
        return wrong

    def next_run(self, state: int) -> list[str]:
        """Run over a state's articles as the scheduler's next run does; return what is wrong after it."""
        run = self.run(state)
        code = run.wait()
        if code != 0:
            return [f"next run: exit code {code}: {run.said()}"]
        self.state = state
        return self.faults([state]) + [f"left over: {path}" for path in self.leftovers()]

    def leftovers(self) -> list[str]:
        """Return what no run that has ended may leave."""
        layout = self.layout
        found = [*self.folder.glob("processed/**/.tmp-*"), *self.folder.glob("quarantine/**/.tmp-*")]
        found += (layout.work / "runs").glob("*")
        found += [layout.intent] if layout.intent.exists() else []
        found += [layout.lock] if holder(layout) or layout.lock.read_bytes() else []
        return [str(path.relative_to(self.folder)) for path in found]
