"""Sentences a second on one core: the whole extraction, and spaCy's blank English tokenizer beside it.

    python -m benchmarks.throughput [--rounds 7]

The articles are the labelled ones in `tests/gold/articles/seen`, read once.  In each round the
extraction (`tasks.extract.extract`, from an article to all its values) and spaCy's blank English
pipeline with its sentencizer, which finds tokens and sentences and nothing else, run over the same
texts one after the other in this process; who begins changes from round to round.  No round sees an
answer that an earlier one kept but what words and names look like.  As in a run, no result is kept and the
collector of cyclic garbage is patient, for both.  Sentences are those that the extraction finds.  Figures
are medians of processor time; the ratio is that of each round.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.stages import ARTICLES, timed
from tasks.extract import extract
from tasks.model.article import Article
from tasks.model.collector import patient_collector
from tasks.sources import read_articles
from tasks.text import analyse


def tokenizer() -> Callable[[str], object]:
    """Return spaCy's blank English pipeline with its sentencizer.

    Raises:
        SystemExit: if spaCy is not installed; only `make bench` installs it.
    """
    try:
        import spacy
    except ImportError as error:
        raise SystemExit("spaCy is not installed: make install-bench") from error
    pipeline: Any = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10_000_000
    return lambda text: pipeline(text)


def each(articles: Iterable[Article], work: Callable[[Article], object]) -> None:
    """Do the work on one article after the other, as a run does: no result is kept."""
    with patient_collector():
        for article in articles:
            work(article)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    articles = list(read_articles([ARTICLES], ARTICLES).articles)
    sentences = sum(len(analyse(article).sentences) for article in articles)
    bare = tokenizer()
    jobs: dict[str, Callable[[], object]] = {
        "extraction": lambda: each(articles, extract),
        "spaCy": lambda: each(articles, lambda article: bare(article.text)),
    }
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(-1, rounds):  # the round before the first loads the lexicons
        for name in sorted(jobs, reverse=number % 2 == 0):
            seconds = timed(jobs[name])
            if number >= 0:
                taken[name].append(seconds)
    ratio = statistics.median(a / b for a, b in zip(taken["extraction"], taken["spaCy"], strict=True))
    print(f"{sentences:,} sentences of {len(articles)} articles, medians of {rounds} rounds:")
    for name, all_seconds in taken.items():
        rate = sentences / statistics.median(all_seconds)
        print(f"  {name:10} {rate:8,.0f} sentences a second (best round {sentences / min(all_seconds):,.0f})")
    print(f"The whole extraction takes {ratio:.1f} times as long as tokens and sentences alone.")


if __name__ == "__main__":
    main()
