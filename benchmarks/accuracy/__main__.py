"""`python -m benchmarks.accuracy`: score casus against the labelled articles.

Without --dataset the labelled articles are read and extracted first.  Labels in a folder called
`unseen` are only reported in aggregate.  News reports, articles written to be measured on, and articles that
are labelled for their events alone are measured apart, on datasets of their own.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.accuracy.apart import APART, NEWS, PUBLISHED
from benchmarks.accuracy.dataset import Dataset, read_dataset
from benchmarks.accuracy.measured_rules import Articles, measured_rules, write_lexicons
from benchmarks.accuracy.report import (
    BY_ARTICLE,
    EVENT_MEASURES,
    EVENTS_BY_ARTICLE,
    MEANINGS,
    by_article,
    markdown,
    terminal,
    worst,
)
from benchmarks.accuracy.score import Scores, read_labels, score_labels
from benchmarks.accuracy.second_reader import agreement_table, agreements

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
REPORT = ROOT / "docs" / "accuracy.md"
_LEXICONS = ROOT / "tasks" / "lexicons" / "data"
UNSEEN = "unseen"
SEEN = "seen"
_NONE = Scores((), ())


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print and write what was measured; return the exit code: 1 if no labelled article was there."""
    options = _options(arguments)
    columns = _measure(options.gold or [GOLD / SEEN, GOLD / UNSEEN], options.dataset)
    errors = _print(columns, options.errors)
    apart = {} if options.gold else {of: _beside(GOLD / of.folder, options.dataset) for of in APART}
    apart = {of: scores for of, scores in apart.items() if scores}
    for of, scores in apart.items():
        print(f"\n{of.heading}\n")
        _print(scores, options.errors)
    readers = []
    if not options.gold:
        beside = {of.folder: scores.get(UNSEEN) for of, scores in apart.items()}
        readers = agreements(GOLD, columns.get(UNSEEN), beside)
        print("\nHow far two readers agree\n", *agreement_table(readers), sep="\n")
    if not (options.no_write or options.gold):
        # What was written to be measured on says nothing of how often a rule is right on what is published.
        invented = [scores for of, scores in apart.items() if of not in PUBLISHED]
        telling = _articles([columns, apart.get(NEWS, {})], invented)
        published = _articles(
            [columns, *[scores for of, scores in apart.items() if of in PUBLISHED]], invented
        )
        rules = measured_rules(telling, published)
        write_lexicons(rules, _LEXICONS)
        REPORT.write_text(markdown(columns, rules, errors, options.date, apart, readers), encoding="utf-8")
    return 0 if any(scores.articles for scores in columns.values()) else 1


def _articles(told: Sequence[Mapping[str, Scores]], invented: Sequence[Mapping[str, Scores]]) -> Articles:
    """Return the scores of seen and of unseen articles of some sets, and of unseen invented ones."""
    apart = [article for scores in invented for article in scores.get(UNSEEN, _NONE).articles]
    seen, unseen = (
        [a for scores in told for a in scores.get(name, _NONE).articles] for name in (SEEN, UNSEEN)
    )
    return Articles(seen, unseen, apart)


def _measure(folders: Sequence[Path], dataset: Path | None) -> dict[str, Scores]:
    """Return the scores of a dataset or, without one, of the articles that the folders' labels are of."""
    return score_folders(folders, read_dataset(dataset) if dataset else _build(article_folders(folders)))


def _beside(folder: Path, dataset: Path | None) -> dict[str, Scores]:
    """Return the scores of labels that are measured apart; none where the folder has none."""
    folders = [folder / name for name in (SEEN, UNSEEN) if (folder / name).is_dir()]
    return _measure(folders, dataset) if folders else {}


def _print(columns: Mapping[str, Scores], limit: int) -> list[str]:
    """Print the table, what is absent, and of the seen articles each one and the errors; return those."""
    alone = all(scores.events_only for scores in columns.values())
    print(terminal(columns, EVENT_MEASURES if alone else MEANINGS))
    for name, scores in columns.items():
        if scores.absent:
            print(f"not in the dataset ({name}): {'; '.join(scores.absent)}")
    seen = columns.get(SEEN, _NONE)
    errors = worst(seen, limit)
    print(f"\n{by_article(seen, EVENTS_BY_ARTICLE if alone else BY_ARTICLE)}\n")
    print("\n".join(f"- {error}" for error in errors))
    return errors


def article_folders(folders: Sequence[Path]) -> list[Path]:
    """Return the folders with the articles of some folders of labels.

    The articles of `x/seen` are in `x/articles/seen`.  Labels without articles of their own are of the
    project's articles: labels are matched with them by title.
    """
    beside = [folder.parent / "articles" / folder.name for folder in folders]
    return [folder for folder in beside if folder.is_dir()] or [
        GOLD / "articles" / SEEN,
        GOLD / "articles" / UNSEEN,
    ]


def score_folders(folders: Sequence[Path], dataset: Dataset) -> dict[str, Scores]:
    """Return the scores of the seen labels and, apart, of those in a folder called `unseen`."""
    columns = {}
    for name, chosen in (
        (SEEN, [folder for folder in folders if folder.name != UNSEEN]),
        (UNSEEN, [folder for folder in folders if folder.name == UNSEEN]),
    ):
        if chosen:
            labels = [gold for folder in chosen for gold in read_labels(folder)]
            columns[name] = score_labels(labels, dataset, chosen[0].parent / "places.csv")
    return columns


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument(
        "--dataset", type=Path, help="a published dataset; else one is made from the labelled articles"
    )
    parser.add_argument(
        "--gold",
        type=Path,
        action="append",
        help="a folder of labels (may be given again); nothing is written",
    )
    parser.add_argument("--errors", type=int, default=40, help="how many errors of the seen articles to list")
    parser.add_argument(
        "--no-write", action="store_true", help="leave docs/accuracy.md and the rules' precision alone"
    )
    today = datetime.datetime.now(tz=datetime.UTC).date()
    parser.add_argument("--date", type=datetime.date.fromisoformat, default=today, help="of the report")
    return parser.parse_args(arguments)


def _build(folders: Sequence[Path]) -> Dataset:
    """Return the dataset of some articles; the stages are loaded only when it is made."""
    from benchmarks.accuracy.build import build_dataset

    dataset, failures = build_dataset(folders)
    for failure in failures:
        print(f"not read: {failure}", file=sys.stderr)
    return dataset


if __name__ == "__main__":
    sys.exit(main())
