"""The stages of a run in their order, as plain functions: extract, assemble, validate, publish, report.

Each takes the run, works through files in the run's own folder, notes what it found for the stages
after it, and returns one line about it.  The command line calls them bare; `tasks.steps` wraps
each in a Prefect task.  What they do is the same.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.assemble.row import Rows
from tasks.mediawiki.errors import FetchError
from tasks.mediawiki.wanted import NOTHING, Wanted
from tasks.model.article import Article
from tasks.publish import (
    FileFacts,
    FolderBusyError,
    PublishError,
    check_space,
    current,
    prune,
    publish,
    reading,
)
from tasks.publish.durable import write_whole
from tasks.publish.errors import because
from tasks.report.record import count_issues, count_rules
from tasks.report.write import PAGE, clear_old_reports, make_report, note_verdict, rows_before, write_report
from tasks.run import BadInputError, RefusedError, Run, RunError, open_run
from tasks.run.corrections import corrections_in
from tasks.run.hook import tell
from tasks.run.kept import Kept, key_of
from tasks.run.outcome import End, Outcome
from tasks.run.watch import watch
from tasks.settings import Settings

if TYPE_CHECKING:
    from tasks.actors.corrections import Correction
    from tasks.sources import DumpOptions

QUARANTINE = "quarantine"
log = logging.getLogger("casus")


def fetch_pages(run: Run) -> str:
    """Take the wanted pages from their wikis into the raw folder: only what is new there or has changed.

    Raises:
        FetchError: if a wiki cannot be used.
    """
    from tasks.mediawiki.fetch import fetch

    fetched = fetch(run.settings, run.wanted)
    files = [str(path) for path in fetched.files] if run.wanted.names_pages else []
    run.note("fetch", {"files": files, "failures": fetched.failures})
    return fetched.summary()


def extract_articles(run: Run) -> str:
    """Read the inputs and extract each article, unless its result is kept from an earlier run.

    One bad article does not stop the others.

    Raises:
        BadInputError: if no article could be read and extracted at all.
    """
    from tasks.history.past import history_mark
    from tasks.sources import InputError, each_article, in_order, input_files, readers, same_titles

    fetched = run.noted("fetch")
    inputs = (*run.inputs, *map(Path, fetched.get("files", ())))
    refused: list[InputError] = []
    failed: list[str] = []
    corrections = corrections_in(run.settings.corrections)
    kept, articles, titles, reused = Kept(run.layout.articles, corrections.mark), [], [], 0
    files = input_files(inputs, run.settings.raw, refused)
    read = each_article(files, run.settings.raw, refused, readers=readers(_dump_options(run)))
    for done, (file, article) in enumerate(read, 1):
        raw = run.settings.raw / article.source_path
        key = key_of(article, history_mark(raw) if article.source_format == "mediawiki" else "")
        if not run.settings.run.full and kept.holds(key):
            reused += 1
        elif failure := _extract_one(kept, key, article, raw, corrections.lines):
            failed.append(failure)
            continue
        articles.append({"article_id": article.article_id, "content": article.content_sha256, "key": key})
        titles.append((file, article.article_id, article.title))
        watch.get()(done, max(done, len(files)))
    clashes = same_titles(titles)
    articles = [article for place, article in enumerate(articles) if place not in clashes]
    articles.sort(key=lambda article: article["article_id"])
    refusals = in_order([*refused, *clashes.values()])
    failures = [*fetched.get("failures", ()), *map(str, refusals), *failed]
    facts = {"articles": articles, "failures": failures, "reused": reused, "corrections": corrections.mark}
    run.note("extract", facts)
    run.note("before", {"rows": rows_before(run)})
    run.note("changes", _changes(run))
    if not articles:
        raise BadInputError("\n".join(failures) or "no articles were given")
    return f"{len(articles):,} articles ({reused:,} from earlier work), {len(failures):,} inputs refused"


def _dump_options(run: Run) -> DumpOptions:
    from tasks.sources import DumpOptions

    dumps = run.settings.dumps
    return DumpOptions(dumps.pages, dumps.processes, run.layout.dumps)


def _kept(run: Run) -> Kept:
    return Kept(run.layout.articles, str(run.noted("extract").get("corrections", "")))


def _extract_one(
    kept: Kept, key: str, article: Article, raw: Path, corrections: tuple[Correction, ...]
) -> str | None:
    """Extract an article, its past included, and keep its rows; return what is wrong with it, or None."""
    from tasks.assemble import rows_of
    from tasks.extract import extract
    from tasks.history.past import with_history

    def rows_of_past(past: Article) -> Rows:
        known = kept.get(key_of(past))
        if known is None:
            known = rows_of(extract(past, corrections))
            kept.put(key_of(past), known)
        return known

    try:
        rows = rows_of(extract(article, corrections))
        if article.source_format == "mediawiki":
            rows = with_history(article, rows, raw, rows_of_past)
    except Exception as error:  # a fault that one article brings out must not cost the others their run
        log.exception("%s: could not be extracted", article.article_id)
        return f"{article.source_path}: could not be extracted: {type(error).__name__}: {error}"
    kept.put(key, rows)
    return None


def assemble_tables(run: Run) -> str:
    """Join the articles' rows into tables and write them to the run's own folder."""
    from tasks.assemble import combine

    kept, rows_of_articles = _kept(run), []
    for article in run.noted("extract")["articles"]:
        rows = kept.get(article["key"])
        if rows is None:
            raise PublishError(f"{kept.path(article['key'])}: went away while the run needed it; run again")
        rows_of_articles.append(rows)
    tables = combine(rows_of_articles)
    check_space(run.layout, 2 * sum(table.nbytes for table in tables.values()))
    for name, table in tables.items():
        with (
            pa.OSFile(str(run.assembled / f"{name}.arrow"), "wb") as file,
            pa.ipc.new_file(file, table.schema) as to,
        ):
            to.write_table(table)
    counts = {name: table.num_rows for name, table in tables.items()}
    run.note("assemble", {"rows": counts})
    return f"{sum(counts.values()):,} rows in {len(tables)} tables"


def validate_tables(run: Run) -> str:
    """Check the assembled tables and write them as Parquet, without the rows that broke a row-level rule.

    Raises:
        RefusedError: if a critical rule is broken.
    """
    from tasks.tables import write_parquet
    from tasks.validate import validate
    from tasks.validate import write as write_quarantine

    tables = {path.stem: _arrow(path) for path in sorted(run.assembled.glob("*.arrow"))}
    verdict = validate(tables, _last_tables(run))
    note_verdict(run, verdict)
    write_quarantine(verdict.quarantined, run.staging / QUARANTINE)
    for name, table in verdict.tables.items():
        write_parquet(table, run.tables / f"{name}.parquet")
    rows = {name: table.num_rows for name, table in verdict.tables.items()}
    run.note("content", {"rows": rows, "issues": count_issues(run.tables), "rules": count_rules(run.tables)})
    if not verdict.is_publishable:
        raise RefusedError("\n".join(str(failure) for failure in verdict.failures))
    held = sum(result.success for result in verdict.results)
    aside = f", {len(verdict.quarantined):,} rows set aside" if verdict.quarantined else ""
    return f"{held:,} of {len(verdict.results):,} rules hold{aside}"


def _last_tables(run: Run) -> dict[str, pa.Table] | None:
    """Return the tables of the current version; None before the first."""
    if current(run.layout) is None:
        return None
    with reading(run.layout.out) as folder:
        return published_tables(folder)


def published_tables(folder: Path) -> dict[str, pa.Table]:
    """Return the declared columns of the tables in a version's folder (a geometry is no declared column)."""
    from tasks.tables import TABLES

    tables = {}
    for path in sorted(folder.glob("*.parquet")):
        table = pq.read_table(path)
        declared = TABLES[path.stem].names if path.stem in TABLES else tuple(table.column_names)
        tables[path.stem] = table.select([name for name in table.column_names if name in declared])
    return tables


def _arrow(path: Path) -> pa.Table:
    with pa.memory_map(str(path)) as file:
        return pa.ipc.open_file(file).read_all()


def publish_tables(run: Run) -> str:
    """Make the staged tables the current version, all at once, unless nothing changed; clear old ones."""
    from tasks.tables import SCHEMA_VERSION

    done = publish(run.layout, run.tables, run.id, SCHEMA_VERSION, _describe)
    run.note("publish", {"version": done.version, "is_new": done.is_new})
    gone = _tidy(run)
    if not done.is_new:
        return f"nothing new, version {done.version} stays"
    return f"version {done.version}" + (f", {gone} old ones removed" if gone else "")


def _tidy(run: Run) -> int:
    """Write the quarantine and clear what is old; return how many versions went.

    The dataset is published by now: what cannot be tidied is said, and left to the next run.
    """
    from tasks.sources.dump.taken import clear_unused

    keep = run.settings.versions
    try:
        _set_aside(run)
        gone = prune(run.layout, keep.keep, timedelta(days=keep.keep_days))
        _kept(run).clear_unused(run.settings.run.keep_work_days)
        clear_unused(run.layout.dumps, run.settings.run.keep_work_days)
        clear_old_reports(run, timedelta(days=keep.keep_days))
    except OSError as error:
        log.warning("the dataset is published; tidying up after it failed: %s", error)
        return 0
    return len(gone)


def _set_aside(run: Run) -> None:
    """Let the quarantine hold the rows of this run, and no longer those that pass now."""
    folder = run.settings.quarantine_folder
    for torn in folder.glob(".tmp-*"):
        torn.unlink()
    for old in folder.glob("*.jsonl"):
        if not (run.staging / QUARANTINE / old.name).exists():
            old.unlink()
    for new in (run.staging / QUARANTINE).glob("*.jsonl"):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / new.name, new.read_bytes())


def _describe(facts: Mapping[str, FileFacts]) -> Mapping[str, Any]:
    from tasks.tables.datapackage import datapackage

    return datapackage(facts)


def _changes(run: Run) -> dict[str, list[str]]:
    """Return the articles that are new, changed, unchanged or dropped against the last dataset."""
    now = {a["article_id"]: a["content"] for a in run.noted("extract")["articles"]}
    before: dict[str, str] = {}
    if current(run.layout) is not None:
        with reading(run.layout.out) as folder:
            table = pq.read_table(folder / "articles.parquet", columns=["article_id", "content_sha256"])
        before = dict(zip(*table.to_pydict().values(), strict=True))
    return {
        "new": sorted(now.keys() - before.keys()),
        "changed": sorted(a for a in now.keys() & before.keys() if now[a] != before[a]),
        "unchanged": sorted(a for a in now.keys() & before.keys() if now[a] == before[a]),
        "dropped": sorted(before.keys() - now.keys()),
    }


STAGES: Mapping[str, Callable[[Run], str]] = {
    "fetch": fetch_pages,
    "extract": extract_articles,
    "assemble": assemble_tables,
    "validate": validate_tables,
    "publish": publish_tables,
}
Perform = Callable[[Run, str], str]


def perform(run: Run, stage: str) -> str:
    """Do one stage, note how long it took, and log its line."""
    start = time.perf_counter()
    try:
        line = STAGES[stage](run)
    finally:
        seconds = time.perf_counter() - start
        run.note(f"time-{stage}", {"seconds": seconds})
    log.info("%-9s %s (%.1f s)", stage, line, seconds)
    return line


def build(
    settings: Settings,
    inputs: tuple[Path, ...] = (),
    perform: Perform = perform,
    wanted: Wanted = NOTHING,
) -> Outcome:
    """Run all stages on the inputs.

    Args:
        settings: where and how.
        inputs: files and folders; the settings' raw folder if none is given.
        perform: does one stage; `tasks.steps.perform` does it as a Prefect task.
        wanted: pages to fetch from wikis before; if any is named, they are inputs too.

    Returns:
        How the run ended, where it published or found nothing new.

    Raises:
        RunError: where there was nothing to publish or validation refused it; carries the outcome.
        PublishError: where the dataset folder could not be worked on.
        FetchError: where a wiki could not be used.
    """
    try:
        outcome = _build(settings, inputs, perform, wanted)
    except RunError as error:
        if error.outcome is not None:
            tell(settings.hook, error.outcome)
        raise
    except FolderBusyError:
        raise  # the run that works there tells how it ends
    except (PublishError, FetchError) as error:
        tell(settings.hook, Outcome("failed", "", str(settings.out), None, str(error)))
        raise
    tell(settings.hook, outcome)
    return outcome


def _build(settings: Settings, inputs: tuple[Path, ...], perform: Perform, wanted: Wanted) -> Outcome:
    with open_run(settings, inputs, wanted) as run:
        before = current(run.layout)
        try:
            for stage in STAGES:
                if stage != "fetch" or wanted.is_something:
                    perform(run, stage)
        except RunError as error:
            end: End = "refused" if isinstance(error, RefusedError) else "failed"
            error.outcome = _conclude(run, end, str(error))
            raise
        except OSError as error:
            if current(run.layout) == before:
                raise because(error, run.layout.out) from error
            log.warning("the dataset is published; what comes after that failed: %s", error)
            return _conclude(run, "published")
        return _conclude(run, "published" if run.noted("publish")["is_new"] else "unchanged")


def _conclude(run: Run, end: End, reason: str = "") -> Outcome:
    """Return how the run ended, from what its stages noted, and write its report."""
    noted = run.noted("extract")
    changes = {state: len(names) for state, names in run.noted("changes").items()}
    failures = tuple(noted.get("failures", ()))
    seconds = {stage: run.noted(f"time-{stage}").get("seconds") for stage in STAGES}
    outcome = Outcome(
        end=end,
        run_id=run.id,
        out=str(run.layout.out),
        version=current(run.layout),
        reason=reason,
        rows=rows_before(run) or {},
        articles=changes | {"failed": len(failures)},
        failures=failures,
        warnings=tuple(run.noted("verdict").get("warnings", ())),
        quarantined=len(run.noted("verdict").get("quarantined", ())),
        seconds={stage: round(taken, 3) for stage, taken in seconds.items() if taken is not None},
        report=str(run.report / PAGE),
    )
    try:
        write_report(run, make_report(run, outcome))
    except OSError as error:  # how the run ended does not depend on who can read of it
        log.warning("the run's report could not be written: %s", error)
        return replace(outcome, report=None)
    return outcome
