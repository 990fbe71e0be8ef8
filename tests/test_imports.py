"""Imports run one way: from whoever uses to what is used, by the layers declared here."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

# From the lowest to the highest.  A package imports those of lower lines and none of its own line.
LAYERS = (
    "tasks.version tasks.visible tasks.compiled_from",
    "tasks.disk tasks.bzip2 tasks.processes tasks.settings tasks.lexicons",
    "tasks.model",
    "tasks.actors.known",
    "tasks.actors.names",
    "tasks.actors.context tasks.actors.claimants",
    "tasks.actors.kinds",
    "tasks.actors.bodies tasks.actors.joins",
    "tasks.claims.cues.verbs",
    "tasks.claims.cues.several_words",
    "tasks.claims.cues",
    "tasks.claims.contents tasks.claims.types",
    "tasks.claims.speakers",
    "tasks.claims.constructions.verb_object tasks.claims.constructions.passives",
    "tasks.claims.constructions.verb_clause tasks.claims.constructions.speaker_within",
    "tasks.claims.constructions.no_verb",
    "tasks.claims.constructions",
    "tasks.tables tasks.text tasks.dates tasks.sources tasks.actors tasks.claims",
    "tasks.figures.lines",
    "tasks.figures.bound",
    "tasks.figures.parts tasks.figures.persons",
    "tasks.figures tasks.places tasks.publish tasks.engines",
    "tasks.validate tasks.mediawiki",
    "tasks.events.ships",
    "tasks.events.tolls tasks.events.fights",
    "tasks.events.clauses.phrases",
    "tasks.events.clauses",
    "tasks.events.targets.aims tasks.events.targets.people tasks.events.targets.sites",
    "tasks.events.targets.struck",
    "tasks.events.targets.titled",
    "tasks.events.targets",
    "tasks.events.risings",
    "tasks.events.attackers.acting",
    "tasks.events.attackers.fitness",
    "tasks.events.attackers.claiming",
    "tasks.events.attackers.blamed",
    "tasks.events.attackers.guessed",
    "tasks.events.attackers",
    "tasks.events.parties",
    "tasks.events.main.when tasks.events.main.where",
    "tasks.events.evidence tasks.events.main",
    "tasks.events.others.happenings tasks.events.others.no_event tasks.events.others.days",
    "tasks.events.others.stretches",
    "tasks.events.others.named tasks.events.others.across_sentences",
    "tasks.events.others tasks.events.cast",
    "tasks.events",
    "tasks.assemble",
    "tasks.extract tasks.history tasks.run",
    "tasks.report",
    "tasks.pipeline",
    "tasks.steps",
    "flows",
    "benchmarks",
)
# What all parts of a package read stands beside them, below the files that put them together: the package,
# the lowest of its parts, and its own files that stand above all of them.
BASES = (
    ("tasks.claims.cues", "tasks.claims.cues.verbs", ()),
    ("tasks.claims.constructions", "tasks.claims.constructions.verb_object", ("read_cues", "without_verb")),
    ("tasks.events.main", "tasks.events.main.when", ("main_event",)),
    ("tasks.events", "tasks.events.ships", ("find",)),
)
FOLDERS = ("tasks", "flows", "benchmarks")


def _modules() -> dict[str, Path]:
    paths = (path for folder in FOLDERS for path in Path(folder).rglob("*.py"))
    return {".".join(path.with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


MODULES = _modules()


def _imported(source: str) -> Iterator[str]:
    """Yield the modules of the project that a file imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                if whole in MODULES:
                    yield whole
                elif node.module in MODULES:
                    yield node.module


def _layers() -> dict[str, int]:
    return {package: level for level, line in enumerate(LAYERS) for package in line.split()}


def _package(module: str, layers: Mapping[str, float]) -> str:
    """Return the declared package that a module belongs to, "" for none."""
    package, _, name = module.rpartition(".")
    if any(package == base and name not in above for base, _, above in BASES) and module not in layers:
        return f"{package} (base)"
    parts = module.split(".")
    names = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((name for name in names if name in layers), "")


def _wrong(module: str, source: str) -> list[str]:
    """Return the imports of a module that go to its own line or to a higher one."""
    layers: dict[str, float] = {**_layers()}
    layers |= {f"{base} (base)": layers[lowest] - 0.5 for base, lowest, _ in BASES}
    own = _package(module, layers)
    return [
        f"{module} ({own}) imports {other}"
        for other in _imported(source)
        if (package := _package(other, layers)) != own and layers[package] >= layers[own]
    ]


def test_every_module_belongs_to_a_layer() -> None:
    """A new package is declared before it is used."""
    assert [m for m in MODULES if m != "tasks" and not _package(m, _layers())] == []
    assert [p for p in _layers() if p not in MODULES] == []


def test_imports_run_one_way() -> None:
    """A file imports files of its own package and of those below it."""
    assert [wrong for m, path in MODULES.items() for wrong in _wrong(m, path.read_text("utf-8"))] == []


def _missing(source: str) -> list[str]:
    """Return the modules of the project that a file imports names of and that are not there."""
    froms = [node.module for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)]
    own = [
        module for module in froms if module and module.partition(".")[0] in ("tasks", "flows", "benchmarks")
    ]
    return [module for module in own if module not in MODULES]


def test_what_is_imported_is_there() -> None:
    """Within a function too, which may run seldom: a file that was moved is imported from where it is."""
    files = (
        path for folder in ("tasks", "flows", "benchmarks", "tests") for path in Path(folder).rglob("*.py")
    )
    missing = {path.as_posix(): names for path in files if (names := _missing(path.read_text("utf-8")))}
    assert missing == {}
    assert _missing("def later():\n    from tasks.gone import away\n") == ["tasks.gone"]


def test_no_files_import_each_other() -> None:
    """Within a package too, one file is read before the other."""
    graph = {m: set(_imported(path.read_text("utf-8"))) - {m} for m, path in MODULES.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("tasks.events.attackers.acting.doers", "from tasks.events.evidence.evidence_kinds import Evidence"),
        ("tasks.events.sections", "from tasks.events.parties import doers"),
        ("tasks.actors.book", "def later():\n    import tasks.claims.find"),
        ("tasks.model.span", "from tasks.extract import extract"),
    ],
)
def test_an_import_that_runs_up_would_be_found(module: str, source: str) -> None:
    """To a package above, to one of the same line, from what all parts read to a part."""
    assert len(_wrong(module, source)) == 1
