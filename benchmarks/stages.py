"""What each stage of the extraction costs, against plain tokenising of the same text beside it.

    python -m benchmarks.stages [--rounds 5]

The articles are the labelled ones in `tests/gold/articles/seen`, read once.  In each round every
stage runs over all of them after one pass of `re.findall` with `casefold` over the same text; a
stage's figure is the median over the rounds of its time divided by that pass's time.  Sentences a
second are given as well, but belong to the machine.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tasks.actors import find_actors
from tasks.assemble import rows_of
from tasks.claims import date_claims, find_claims
from tasks.claims.narration import narrate
from tasks.dates import find_dates
from tasks.events import find_events
from tasks.extract import extract
from tasks.figures import find_figures
from tasks.model.article import Article
from tasks.sources import read_articles
from tasks.text import analyse

ARTICLES = Path(__file__).resolve().parent.parent / "tests" / "gold" / "articles" / "seen"


def plain(articles: list[Article]) -> None:
    """The pass that stages are compared with: every word of every text, folded."""
    for article in articles:
        [word.casefold() for word in re.findall(r"\w+", article.text)]


def timed(work: Callable[[], object]) -> float:
    """Return the processor seconds that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def one_round(articles: list[Article]) -> Iterator[tuple[str, float]]:
    """Yield each stage's name with its processor seconds over all articles."""
    documents = [analyse(article) for article in articles]
    dates = [find_dates(document) for document in documents]
    said = [find_claims(document) for document in documents]
    figures = [find_figures(document) for document in documents]
    claims = [narrate(*both) for both in zip(documents, said, figures, strict=True)]
    actors = [find_actors(d, c[0]) for d, c in zip(documents, claims, strict=True)]
    together = list(zip(documents, dates, claims, figures, actors, strict=True))
    extractions = [extract(article) for article in articles]
    yield "text", timed(lambda: [analyse(article) for article in articles])
    yield "dates", timed(lambda: [find_dates(document) for document in documents])
    yield "claims", timed(lambda: [find_claims(document) for document in documents])
    yield "figures", timed(lambda: [find_figures(document) for document in documents])
    yield "actors", timed(lambda: [find_actors(d, c[0]) for d, c in zip(documents, claims, strict=True)])
    yield "events", timed(lambda: [find_events(d, t, c[0], f, c[1], a) for d, t, c, f, a in together])
    yield "claim dates", timed(lambda: [date_claims(d, c[0], t) for d, t, c, _, _ in together])
    yield "rows", timed(lambda: [rows_of(extraction) for extraction in extractions])
    yield "all of extract", timed(lambda: [extract(article) for article in articles])


def measure(rounds: int) -> tuple[int, dict[str, tuple[float, float]]]:
    """Return the number of sentences, and for each stage its ratio and its seconds (medians)."""
    articles = list(read_articles([ARTICLES], ARTICLES).articles)
    sentences = sum(len(analyse(article).sentences) for article in articles)
    ratios: dict[str, list[tuple[float, float]]] = {}
    for _ in range(rounds):
        unit = statistics.median(timed(lambda: plain(articles)) for _ in range(9))
        for name, seconds in one_round(articles):
            ratios.setdefault(name, []).append((seconds / unit, seconds))
    return sentences, {
        name: (statistics.median(r for r, _ in values), statistics.median(s for _, s in values))
        for name, values in ratios.items()
    }


def section(rounds: int = 5) -> str:
    """Return the figures as a section of docs/performance.md."""
    sentences, stages = measure(rounds)
    lines = [
        "## Stages of the extraction",
        "`python -m benchmarks.stages`: processor time of each stage over the labelled articles",
        f"({sentences} sentences), divided by that of `re.findall` with `casefold` over the same text, run",
        f"beside it; medians of {rounds} rounds.",
        "",
        "| stage | times plain tokenising | sentences a second here |",
        "|---|---|---|",
    ]
    lines += [
        f"| {name} | {ratio:.0f} | {sentences / seconds:,.0f} |" for name, (ratio, seconds) in stages.items()
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    print(section(parser.parse_args().rounds))
