"""From wikis and files to the rows of single articles: the stages fetch and extract."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from tasks.pipeline.extractor import extractor_of
from tasks.pipeline.work_settings import work_settings
from tasks.publish import current, reading
from tasks.report.write import rows_before
from tasks.run import BadInputError, Run
from tasks.run.kept import Kept
from tasks.run.watch import watch
from tasks.visible import counted

if TYPE_CHECKING:
    from tasks.sources import DumpOptions


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
    from tasks.pipeline.inputs import Inputs
    from tasks.pipeline.repetition import note_repetition
    from tasks.pipeline.side_by_side import each_outcome
    from tasks.sources import InputError, as_given, in_order, input_files, same_titles

    fetched = run.noted("fetch")
    given = (*run.inputs, *map(Path, fetched.get("files", ())))
    refused: list[InputError] = []
    failed: list[str] = []
    mark = extractor_of(work_settings(run.settings)).mark
    articles, titles, reused = [], [], 0
    files = input_files(given, run.settings.raw, refused)
    inputs = Inputs(run, files, mark)
    unread = inputs.unread(refused, _dump_options(run))
    outcomes = chain(inputs.known(), each_outcome(run.settings, run.layout.articles, unread))
    for done, (file, one) in enumerate(outcomes, 1):
        if one.refusal:
            refused.append(as_given(one.refusal, Path(file), run.settings.raw))
        elif one.failure:
            failed.append(one.failure)
        else:
            reused += one.is_reused
            articles.append({"article_id": one.article_id, "content": one.content, "key": one.key})
            titles.append((file, one.article_id, one.title))
            inputs.learn(file, one)
        watch.get()(done, max(done, len(files)))
    inputs.keep()
    clashes = same_titles(titles)
    articles = [article for place, article in enumerate(articles) if place not in clashes]
    articles.sort(key=lambda article: article["article_id"])
    refusals = in_order([*refused, *clashes.values()])
    failures = [*fetched.get("failures", ()), *map(str, refusals), *failed]
    facts = {"articles": articles, "failures": failures, "reused": reused, "extractor": mark}
    run.note("extract", facts)
    run.note("before", {"rows": rows_before(run)})
    run.note("changes", _changes(run))
    if not articles:
        raise BadInputError("\n".join(failures) or "no articles were given")
    note_repetition(run)
    read = f"{counted(len(articles), 'article')} ({reused:,} from earlier work)"
    return f"{read}, {counted(len(failures), 'input')} refused"


def _dump_options(run: Run) -> DumpOptions:
    from tasks.sources import DumpOptions

    dumps = run.settings.dumps
    return DumpOptions(dumps.pages, dumps.processes, run.layout.dumps)


def kept_of(run: Run) -> Kept:
    """Return the results of articles that this run used or made."""
    return Kept(run.layout.articles, str(run.noted("extract").get("extractor", "")))


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
