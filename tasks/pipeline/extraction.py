"""From wikis and files to the rows of single articles: the stages fetch and extract."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from tasks.assemble.row import Rows
from tasks.model.article import Article
from tasks.pipeline.extractor import Extractor, extractor_of
from tasks.publish import current, reading
from tasks.publish.errors import is_full
from tasks.report.write import rows_before
from tasks.run import BadInputError, Run
from tasks.run.kept import Kept, key_of
from tasks.run.watch import watch

if TYPE_CHECKING:
    from tasks.sources import DumpOptions

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
    extractor = extractor_of(run.settings)
    kept, articles, titles, reused = Kept(run.layout.articles, extractor.mark), [], [], 0
    files = input_files(inputs, run.settings.raw, refused)
    read = each_article(files, run.settings.raw, refused, readers=readers(_dump_options(run)))
    for done, (file, article) in enumerate(read, 1):
        raw = Path(file)
        key = key_of(article, history_mark(raw) if article.source_format == "mediawiki" else "")
        if not run.settings.run.full and kept.holds(key):
            reused += 1
        elif failure := _extract_one(kept, key, article, raw, extractor):
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
    facts = {"articles": articles, "failures": failures, "reused": reused, "extractor": extractor.mark}
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


def kept_of(run: Run) -> Kept:
    """Return the results of articles that this run used or made."""
    return Kept(run.layout.articles, str(run.noted("extract").get("extractor", "")))


def _extract_one(kept: Kept, key: str, article: Article, raw: Path, extractor: Extractor) -> str | None:
    """Extract an article, its past included, and keep its rows; return what is wrong with it, or None."""
    from tasks.history.past import with_history

    def rows_of_past(past: Article) -> Rows:
        known = kept.get(key_of(past))
        if known is None:
            known = extractor.rows(past)
            kept.put(key_of(past), known)
        return known

    try:
        rows = extractor.rows(article)
        if article.source_format == "mediawiki":
            rows = with_history(article, rows, raw, rows_of_past)
    except Exception as error:  # a fault that one article brings out must not cost the others their run
        if is_full(error):
            raise  # no article is to blame for that
        log.exception("%s: could not be extracted", article.article_id)
        return f"{article.source_path}: could not be extracted: {type(error).__name__}: {error}"
    kept.put(key, rows)
    return None


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
