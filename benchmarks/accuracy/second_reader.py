"""How far two readers agree: what a second reader labelled, scored like a dataset.

No program can be said to be wrong where readers differ; the second reader's score is how high a measure of
events can mean anything on these articles.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from benchmarks.accuracy.apart import APART
from benchmarks.accuracy.claims import TYPE_OF_KIND, counted_labels
from benchmarks.accuracy.dataset import Dataset, Row
from benchmarks.accuracy.events import score_events
from benchmarks.accuracy.matching import Count, share
from benchmarks.accuracy.score import Scores, read_labels, total

FOLDER = "second_reader"
WHOLE = "whole"
READ_TWICE = ("event_perpetrator", "event_target", "event_deaths_low", "event_deaths_high", "claim_type")
_ROLES = MappingProxyType({"perpetrators": "perpetrator", "targets": "target"})
_TOLL = MappingProxyType({"killed_low": "deaths_low", "killed_high": "deaths_high"})


class SecondReaderError(ValueError):
    """The second reader labelled other articles, or other statements, than the first."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a second reader and casus score on the same unseen labels.

    Attributes:
        of: what the articles are.
        articles: how many.
        reader: the second reader's counts, by measure.
        casus: those of casus.
    """

    of: str
    articles: int
    reader: Mapping[str, Count]
    casus: Mapping[str, Count]


def second_labels(gold: Path) -> Mapping[str, Sequence[Row]]:
    """Return what the second reader labelled, by the name of the set of articles.

    Args:
        gold: the folder of labels, with a folder `second_reader` of JSON files, one list each.
    """
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((gold / FOLDER).glob("*.json"))}


def agreements(gold: Path, whole: Scores | None, apart: Mapping[str, Scores | None]) -> list[Agreement]:
    """Return how far the second reader and casus agree with the first on each set of unseen articles.

    Args:
        gold: the folder of labels.
        whole: what casus scored on the unseen whole articles.
        apart: what it scored on the unseen ones measured apart, by their folder.

    Raises:
        SecondReaderError: if an article has no second labels, or no first ones; a statement no second kind.
    """
    headings = {WHOLE: ("Whole articles", gold, whole)}
    headings |= {of.folder: (of.heading, gold / of.folder, apart.get(of.folder)) for of in APART}
    second = second_labels(gold)
    found = []
    for name, (heading, folder, casus) in headings.items():
        if casus is not None and name in second:
            labels = read_labels(folder / "unseen")
            reader = agreement(labels, second[name])
            found.append(Agreement(heading, len(labels), reader, casus.totals()))
    return found


def agreement(labels: Sequence[Row], second: Sequence[Row]) -> Mapping[str, Count]:
    """Return the counts of `READ_TWICE`, with the first reader's labels as what is wanted.

    Raises:
        SecondReaderError: if an article has no second labels, or no first ones; a statement no second kind.
    """
    by_title = {row["title"]: row for row in second}
    differ = by_title.keys() ^ {gold["title"] for gold in labels}
    if differ:
        raise SecondReaderError(f"labelled by one reader only: {'; '.join(sorted(differ))}")
    counts = (_scored(gold, by_title[gold["title"]]) for gold in labels)
    sums = total(counts)
    return {measure: sums[measure] for measure in READ_TWICE if measure in sums}


def _scored(gold: Row, second: Row) -> Mapping[str, Count]:
    """Return what the second reader's labels of one article score, given as the event of a dataset."""
    event = {"event_id": "event", "is_main": True, **{_TOLL[key]: second[key] for key in _TOLL}}
    names = [(role, name) for key, role in _ROLES.items() for name in second[key]]
    actors = [
        {"actor_id": str(place), "name": name, "aliases": None} for place, (_, name) in enumerate(names)
    ]
    links = [
        {"event_id": "event", "actor_id": str(place), "role": role} for place, (role, _) in enumerate(names)
    ]
    dataset = Dataset({"actors": actors, "event_actors": links})
    counts, _ = score_events(gold, [event], dataset)
    kinds = second.get("kinds")
    return counts if kinds is None else {**counts, "claim_type": _typed(gold, kinds)}


def _typed(gold: Row, kinds: Mapping[str, str]) -> Count:
    """Return how many of the statements whose first kind has a type of its own have the same second type."""
    typed = [label for label in counted_labels(gold["claims"]) if label.get("kind") in TYPE_OF_KIND]
    unread = [label["id"] for label in typed if label["id"] not in kinds]
    if unread:
        raise SecondReaderError(f"{gold['title']}: no second kind of {', '.join(unread)}")
    same = [TYPE_OF_KIND.get(kinds[label["id"]]) == TYPE_OF_KIND[label["kind"]] for label in typed]
    return share(sum(same), len(same))


def agreement_table(found: Sequence[Agreement]) -> list[str]:
    """Return the lines of a Markdown table: F1 of the second reader and of casus, labels in number."""
    lines = [
        "A second reader, who had read neither the first labels nor a rule, labelled parties and tolls",
        "of the unseen articles anew, and another the types of statements of two sets. F1 against the first:",
        "the second reader's, then that of casus (of types, among the statements that it found); in brackets",
        "how many are labelled.",
        "",
        "| articles | " + " | ".join(READ_TWICE) + " |",
        "|---|" + "---|" * len(READ_TWICE),
    ]
    for one in found:
        cells = " | ".join(_cell(one, measure) for measure in READ_TWICE)
        lines.append(f"| {one.of} ({one.articles}) | {cells} |")
    return lines


def _cell(one: Agreement, measure: str) -> str:
    reader, casus = one.reader.get(measure), one.casus.get(measure)
    if reader is None or casus is None:
        return "-"
    return f"{reader.f1:.3f}, {casus.f1:.3f} ({reader.gold})"
