"""The measures as a table, in a terminal and in `docs/accuracy.md`."""

from __future__ import annotations

import datetime
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from benchmarks.accuracy.apart import Apart
from benchmarks.accuracy.matching import Count
from benchmarks.accuracy.measured_rules import MeasuredRules
from benchmarks.accuracy.rule_tables import rule_tables
from benchmarks.accuracy.score import ArticleScore, Scores
from benchmarks.accuracy.second_reader import Agreement, agreement_table

MEANINGS: Mapping[str, str] = {
    "attribution": "a labelled statement is found: its words overlap (F1 >= 0.5)",
    "attribution_all": 'likewise, with speech acts that assert nothing ("condemned the attack")',
    "claimant_relaxed": "found, and the claimant's words overlap or the actor is the labelled one",
    "claimant_resolved": "found, and the actor bears the labelled name",
    "content_80": "found, with content overlap >= 0.8",
    "both": "content_80 and claimant_relaxed",
    "claim_type": "share of found statements whose type is the labelled one",
    "claim_type_all": "likewise; a report or finding must be statement or assessment",
    "figures": "property, low and high of people killed and injured",
    "grounding_claims": "offsets give the claim's words",
    "grounding_figures": "offsets give the figure's words",
    "event_date_start": "of the article's own event",
    "event_date_end": "",
    "event_country": "",
    "event_place": "at least half of the labelled place's words",
    "place_country": "share of the places that events state with a country",
    "place_point": "share of them with coordinates",
    "place_wrong_country": "share wrong of those checked by hand; less is better",
    "place_wrong_point": "likewise: off by more than 25 km, or a point for a region",
    "event_deaths_low": "",
    "event_deaths_high": "",
    "event_injured_low": "",
    "event_injured_high": "",
    "event_perpetrator": "labelled names found in that role",
    "event_perpetrator_open": "articles that leave open who did it, and casus names nobody either",
    "event_target": "labelled names found in that role",
    "secondary_events": "other events, by date and deaths",
    "secondary_events_sure": "likewise, of those alone whose `confidence` is 0.6 or more",
    "actors_found": "a labelled actor speaks or has a part",
    "actors_whole": "as one actor with all its labelled names",
}
EVENT_MEASURES = tuple(m for m in MEANINGS if m.startswith(("event_", "secondary_")))
EVENTS_BY_ARTICLE = (
    "event_place",
    "event_deaths_low",
    "event_perpetrator",
    "event_target",
    "secondary_events",
)
BY_ARTICLE = ("attribution", "claimant_resolved", "content_80", "both", "figures", "actors_found")


def cells(count: Count | None) -> str:
    """Return precision, recall, F1 and hits of labels, as one text; "-" without labels and answers."""
    if count is None or not (count.gold or count.given):
        return "-"
    return f"{count.precision:.3f} {count.recall:.3f} {count.f1:.3f} ({count.hits}/{count.gold})"


def terminal(columns: Mapping[str, Scores], measures: Iterable[str] = MEANINGS) -> str:
    """Return the table by measure, one column for each set of labels; P, R, F1 and hits of labels."""
    totals = {name: scores.totals() for name, scores in columns.items()}
    lines = [f"{'measure':20}" + "".join(f"  {name + ': P R F1 (hits)':30}" for name in columns)]
    for measure in measures:
        row = "".join(f"  {cells(one.get(measure)):30}" for one in totals.values())
        lines.append(f"{measure:20}{row}".rstrip())
    return "\n".join(lines)


def by_article(scores: Scores, measures: Sequence[str] = BY_ARTICLE) -> str:
    """Return the F1 of some measures for each article."""
    heads = (measure.removeprefix("event_")[:12] for measure in measures)
    lines = [f"{'article':48}" + "".join(f" {head:>12}" for head in heads)]
    for article in scores.articles:
        values = "".join(f" {_f1(article.counts.get(measure)):>12}" for measure in measures)
        lines.append(f"{article.title[:47]:48}{values}")
    return "\n".join(lines)


def _f1(count: Count | None) -> str:
    return "-" if count is None or not (count.gold or count.given) else f"{count.f1:.3f}"


def worst(scores: Scores, limit: int) -> list[str]:
    """Return up to `limit` errors, taken from the articles in turn, the gravest of each first."""
    turns = zip_longest(*(_errors(article) for article in scores.articles))
    return [error for turn in turns for error in turn if error is not None][:limit]


def _errors(article: ArticleScore) -> Iterator[str]:
    """Yield what is wrong in an article: statements missed and made up, then the rest."""
    found = article.statements
    for missed, extra in zip_longest(found.missed, found.extra):
        if missed is not None:
            yield _line(article, f"missed: {missed['claimant']} | {missed.get('cue')} | {missed['content']}")
        if extra is not None:
            said = f"{extra['claimant_raw']} | {extra['cue']} | {extra['claim_text']}"
            yield _line(article, f"extra: {said} ({extra['rule']})")
    for wrong in (*found.wrong, *article.wrong):
        yield _line(article, wrong)


def _line(article: ArticleScore, what: str, width: int = 200) -> str:
    flat = " ".join(what.split())
    return f"[{article.title}] {flat if len(flat) <= width else flat[:width] + ' ...'}"


def markdown(
    columns: Mapping[str, Scores],
    rules: MeasuredRules,
    errors: Sequence[str],
    today: datetime.date,
    apart: Mapping[Apart, Mapping[str, Scores]] | None = None,
    readers: Sequence[Agreement] = (),
) -> str:
    """Return the report as Markdown; errors are those of the seen articles only.

    What is measured apart has a table of its own each; a last one says how far two readers agree.
    """
    names = list(columns)
    lines = [
        "# Accuracy",
        "",
        f"Measured on {today.isoformat()} by `make accuracy` ({machine()}), on hand labels of whole articles "
        "(`tests/gold/README.md`): "
        + ", ".join(f"{len(columns[name].articles)} {name}" for name in names)
        + ". Rules are developed on the seen articles; the unseen ones are looked at only as figures: in "
        "these tables.",
        "",
        "Precision, recall, F1 and, in brackets, hits of labelled items.",
        "",
        *_measure_table(columns, MEANINGS),
    ]
    for of, scores in (apart or {}).items():
        lines += ["", f"## {of.heading}", "", *_apart(of, scores)]
    if readers:
        lines += ["", "## How far two readers agree", "", *agreement_table(readers)]
    lines += ["", "## Seen articles", "", *_article_table(columns.get("seen")), ""]
    lines += [*rule_tables(rules), ""]
    lines += ["## Worst errors (seen articles)", ""]
    lines += ["The words quoted are those of Wikipedia's contributors, CC BY-SA.", ""]
    lines += [f"- {_escaped(error)}" for error in errors] or ["None."]
    return "\n".join(lines) + "\n"


def _measure_table(columns: Mapping[str, Scores], measures: Iterable[str]) -> list[str]:
    """Return the table by measure and below it which labelled articles the dataset does not have."""
    totals = [scores.totals() for scores in columns.values()]
    lines = [
        "| measure | " + " | ".join(columns) + " | meaning |",
        "|---|" + "---|" * (len(columns) + 1),
    ]
    for measure in measures:
        row = " | ".join(cells(one.get(measure)) for one in totals)
        lines.append(f"| {measure} | {row} | {MEANINGS[measure]} |")
    for name, scores in columns.items():
        if scores.absent:
            lines += ["", f"Not in the dataset, of the {name}: {'; '.join(scores.absent)}."]
    return lines


def _apart(of: Apart, columns: Mapping[str, Scores]) -> list[str]:
    """Return the table of labels that are measured apart, below how many they are and a note."""
    sizes = ", ".join(f"{len(scores.articles)} {name}" for name, scores in columns.items())
    return [
        f"{of.what}: {sizes}.",
        of.note,
        "",
        *_measure_table(columns, EVENT_MEASURES if of.events_only else MEANINGS),
    ]


def machine() -> str:
    """Return the machine and the Python that measured."""
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _article_table(scores: Scores | None) -> list[str]:
    if scores is None:
        return ["None."]
    head = ["F1.", "", "| article | " + " | ".join(BY_ARTICLE) + " |", "|---|" + "---|" * len(BY_ARTICLE)]
    return head + [
        f"| {article.title} | " + " | ".join(_f1(article.counts.get(m)) for m in BY_ARTICLE) + " |"
        for article in scores.articles
    ]


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>|" else char for char in text)
