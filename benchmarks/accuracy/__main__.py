"""`python -m benchmarks.accuracy`: score casus against the labelled articles.

Without --dataset the labelled articles are read and extracted first.  Labels in a folder called
`unseen` are only reported in aggregate.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy.dataset import Dataset, read_dataset
from benchmarks.accuracy.report import by_article, markdown, terminal, worst
from benchmarks.accuracy.rules import measure_rules, write_rules
from benchmarks.accuracy.score import Scores, read_labels, score_labels

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
REPORT = ROOT / "docs" / "accuracy.md"
RULES = ROOT / "tasks" / "lexicons" / "data" / "rule_precision.csv"
UNSEEN = "unseen"
SEEN = "seen"


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print and write what was measured; return the exit code: 1 if no labelled article was there."""
    options = _options(arguments)
    folders: list[Path] = options.gold or [GOLD / SEEN, GOLD / UNSEEN]
    dataset = read_dataset(options.dataset) if options.dataset else _build()
    columns = score_folders(folders, dataset)
    print(terminal(columns))
    for name, scores in columns.items():
        if scores.absent:
            print(f"not in the dataset ({name}): {'; '.join(scores.absent)}")
    seen = columns.get(SEEN, Scores((), ()))
    errors = worst(seen, options.errors)
    print(f"\n{by_article(seen)}\n")
    print("\n".join(f"- {error}" for error in errors))
    if not (options.no_write or options.gold):
        rules = measure_rules(judged for article in seen.articles for judged in article.statements.judged)
        write_rules(rules, RULES, len(seen.articles))
        REPORT.write_text(markdown(columns, rules, errors, options.date), encoding="utf-8")
    return 0 if any(scores.articles for scores in columns.values()) else 1


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


def _build() -> Dataset:
    """Return the dataset of the labelled articles; the stages are loaded only when it is made."""
    from benchmarks.accuracy.build import build_dataset

    dataset, failures = build_dataset([GOLD / "articles" / SEEN, GOLD / "articles" / UNSEEN])
    for failure in failures:
        print(f"not read: {failure}", file=sys.stderr)
    return dataset


if __name__ == "__main__":
    sys.exit(main())
