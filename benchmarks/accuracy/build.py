"""The dataset that is measured: made from the labelled articles by the stages that casus itself runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy.dataset import Dataset, from_arrow
from tasks.assemble import rows_of
from tasks.assemble.combine import combine
from tasks.extract import extract
from tasks.sources import read_articles


def build_dataset(folders: Sequence[Path]) -> tuple[Dataset, list[str]]:
    """Return the dataset of all articles in some folders, and the inputs that could not be read."""
    result = read_articles(list(folders), Path(folders[0]).parent)
    tables = combine(rows_of(extract(article)) for article in result.articles)
    return from_arrow(tables), [str(failure) for failure in result.failures]
