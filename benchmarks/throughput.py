"""Sentences a second on one core: the whole extraction, and spaCy's blank English tokenizer beside it.

    python -m benchmarks.throughput [--rounds 7]

The articles are the labelled ones in `tests/gold/articles/seen`, read once.  In each round the
extraction (`tasks.extract.extract`, from an article to all its values) and spaCy's blank English
pipeline with its sentencizer, which finds tokens and sentences and nothing else, run over the same
texts one after the other in this process; who begins changes from round to round.  No round sees an
answer that an earlier one kept but what words and names look like.  As in a run, no result is kept and the
collector of cyclic garbage is patient, for both.  Sentences are those that the extraction finds.  Figures
are medians of processor time; the ratio is that of each round.

Where a compiled build of these very sources is installed (`make install-compiled`), it extracts the same
articles in each round as well, in a process of its own.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable
from typing import Any

from benchmarks.compiled_build import CompiledExtraction, extract_all
from benchmarks.stages import ARTICLES, timed
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


def tokenise_all(articles: list[Article], bare: Callable[[str], object]) -> None:
    """Tokenise one article after the other, as the extraction does with them."""
    with patient_collector():
        for article in articles:
            bare(article.text)


def compiled_extraction() -> CompiledExtraction | None:
    """Return the compiled build's process; None, and say why, if it cannot be compared."""
    try:
        return CompiledExtraction()
    except LookupError as error:
        print(f"The compiled build is {error}")
        return None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    articles = list(read_articles([ARTICLES], ARTICLES).articles)
    sentences = sum(len(analyse(article).sentences) for article in articles)
    bare = tokenizer()
    jobs: dict[str, Callable[[], float]] = {
        "extraction": lambda: timed(lambda: extract_all(articles)),
        "spaCy": lambda: timed(lambda: tokenise_all(articles, bare)),
    }
    compiled = compiled_extraction()
    if compiled is not None:
        jobs["compiled"] = compiled.seconds
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(-1, rounds):  # the round before the first loads the lexicons
        for name in sorted(jobs, reverse=number % 2 == 0):
            seconds = jobs[name]()
            if number >= 0:
                taken[name].append(seconds)

    def ratio(one: str, other: str) -> float:
        """Return how many times as long the one takes as the other, the median of the rounds."""
        return statistics.median(a / b for a, b in zip(taken[one], taken[other], strict=True))

    print(f"{sentences:,} sentences of {len(articles)} articles, medians of {rounds} rounds:")
    for name, all_seconds in taken.items():
        rate = sentences / statistics.median(all_seconds)
        print(f"  {name:10} {rate:8,.0f} sentences a second (best round {sentences / min(all_seconds):,.0f})")
    times = ratio("extraction", "spaCy")
    print(f"The whole extraction takes {times:.1f} times as long as tokens and sentences alone.")
    if compiled is not None:
        compiled.stop()
        gain, times = ratio("extraction", "compiled"), ratio("compiled", "spaCy")
        print(f"The compiled build is {gain:.2f} times as fast; it takes {times:.1f} times as long as they.")


if __name__ == "__main__":
    main()
