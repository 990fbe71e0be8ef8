"""All measures of one article, and of many."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.actors import score_actors
from benchmarks.accuracy.claims import Outcome, score_claims
from benchmarks.accuracy.dataset import Dataset, Row
from benchmarks.accuracy.events import judged_others, judged_parties, score_events
from benchmarks.accuracy.figures import score_figures
from benchmarks.accuracy.grounding import score_grounding
from benchmarks.accuracy.matching import Count
from benchmarks.accuracy.places import CheckedPlace, read_places, score_places
from benchmarks.accuracy.tokens import name_key

EVENTS_ONLY = "events"  # the "scope" of labels that say nothing of statements, figures and actors
_NO_STATEMENTS = Outcome(counts={}, missed=(), extra=(), wrong=(), judged=())


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """What one article scored.

    Attributes:
        title: as labelled.
        counts: each measure that the labels allow.
        statements: what became of the statements.
        wrong: what else is wrong, in words.
        parties: the rows of parties of the article's own event that labels judge, and whether each is right.
        others: likewise the rows of the other events that it reports.
    """

    title: str
    counts: Mapping[str, Count]
    statements: Outcome
    wrong: tuple[str, ...]
    parties: tuple[tuple[Row, bool], ...] = ()
    others: tuple[tuple[Row, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """What the labelled articles of one folder scored, and which the dataset does not have."""

    articles: tuple[ArticleScore, ...]
    absent: tuple[str, ...]

    @property
    def events_only(self) -> bool:
        """Say whether all articles are labelled for their events alone."""
        return all(article.statements is _NO_STATEMENTS for article in self.articles)

    def totals(self) -> Mapping[str, Count]:
        """Return each measure over all articles."""
        return total(article.counts for article in self.articles)


def total(counts: Iterable[Mapping[str, Count]]) -> Mapping[str, Count]:
    """Return the sums of counts, measure by measure."""
    sums: defaultdict[str, Count] = defaultdict(Count)
    for one in counts:
        for measure, count in one.items():
            sums[measure] += count
    return dict(sums)


def read_labels(folder: Path) -> list[Row]:
    """Return the labels of a folder's `*.json` files, in the order of their names."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]


def score_labels(labels: Sequence[Row], dataset: Dataset, places: Path | None = None) -> Scores:
    """Score the labelled articles against a dataset; articles are found by title.

    Args:
        labels: those of each article.
        dataset: what is scored.
        places: the list of places that were checked by hand, if there is one.
    """
    checked = read_places(places) if places is not None else {}
    articles, absent = [], []
    for gold in labels:
        article_id = dataset.article_ids.get(name_key(gold["title"]))
        if article_id is None:
            absent.append(gold["title"])
        else:
            here = checked.get(name_key(gold["title"]), ())
            articles.append(score_article(gold, article_id, dataset, here))
    return Scores(tuple(articles), tuple(absent))


def score_article(
    gold: Row, article_id: str, dataset: Dataset, places: Sequence[CheckedPlace] = ()
) -> ArticleScore:
    """Score one article of a dataset against its labels, and its places against those checked by hand.

    Of an article that is labelled for its events alone only the measures of events are given.
    """
    events = dataset.rows("events", article_id)
    parties = tuple(judged_parties(gold, events, dataset))
    others = tuple(judged_others(gold, events))
    if gold.get("scope") == EVENTS_ONLY:
        counts, wrong = score_events(gold, events, dataset)
        return ArticleScore(gold["title"], counts, _NO_STATEMENTS, tuple(wrong), parties, others)
    claims = dataset.rows("claims", article_id)
    statements = score_claims(gold["claims"], claims, dataset)
    figures, wrong_figures = score_figures(gold, dataset.rows("figures", article_id), claims)
    told, wrong_events = score_events(gold, events, dataset)
    located, wrong_places = score_places(places, events)
    actors, wrong_actors = score_actors(gold["actors"], article_id, dataset) if "actors" in gold else ({}, [])
    grounding, ungrounded = score_grounding(article_id, dataset)
    return ArticleScore(
        title=gold["title"],
        counts={**statements.counts, "figures": figures, **told, **located, **actors, **grounding},
        statements=statements,
        wrong=(*ungrounded, *wrong_figures, *wrong_events, *wrong_places, *wrong_actors),
        parties=parties,
        others=others,
    )
