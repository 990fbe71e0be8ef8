"""What the articles tell of all rules: those of claims, of parties and of events, each a lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.calibration import Band, calibrated
from benchmarks.accuracy.rules import (
    Answer,
    RulePrecision,
    claim_answers,
    event_answers,
    measure_rules,
    party_answers,
    write_party_rules,
    write_rules,
)
from benchmarks.accuracy.score import ArticleScore


@dataclass(frozen=True, slots=True)
class Articles:
    """The scores of articles.

    Attributes:
        seen: those that rules were made on.
        unseen: those that they were not made on.
        apart: unseen ones that the precision of rules is not from, which show whether it holds.
    """

    seen: Sequence[ArticleScore]
    unseen: Sequence[ArticleScore]
    apart: Sequence[ArticleScore] = ()


@dataclass(frozen=True, slots=True)
class RulesOf:
    """The rules of one table.

    Attributes:
        rules: each with its precision.
        bands: whether it holds on other articles.
        seen, unseen: how many articles these are from.
    """

    rules: Sequence[RulePrecision]
    bands: Sequence[Band]
    seen: int
    unseen: int


@dataclass(frozen=True, slots=True)
class MeasuredRules:
    """The rules that find claims, those that give parties, and those that find other events."""

    claims: RulesOf
    parties: RulesOf
    events: RulesOf


def measured_rules(telling: Articles, published: Articles) -> MeasuredRules:
    """Return the precision of all rules.

    Args:
        telling: articles whose statements are labelled.
        published: these and those that are labelled for their events alone.
    """
    return MeasuredRules(
        claims=_rules_of(telling, lambda article: claim_answers(article.statements.judged)),
        parties=_rules_of(published, lambda article: party_answers(article.parties)),
        events=_rules_of(published, lambda article: event_answers(article.others)),
    )


def _rules_of(articles: Articles, answers: Callable[[ArticleScore], list[Answer]]) -> RulesOf:
    seen, unseen, apart = (
        _together(map(answers, some)) for some in (articles.seen, articles.unseen, articles.apart)
    )
    rules = measure_rules(seen, unseen)
    return RulesOf(rules, calibrated(rules, apart), len(articles.seen), len(articles.unseen))


def _together(answers: Iterable[list[Answer]]) -> list[Answer]:
    return [answer for article in answers for answer in article]


def write_lexicons(measured: MeasuredRules, folder: Path) -> None:
    """Write the lexicons that the assemble step reads `confidence` from."""
    claims, parties, events = measured.claims, measured.parties, measured.events
    write_rules(claims.rules, folder / "rule_precision.csv", claims.seen, claims.unseen)
    write_party_rules(parties.rules, folder / "party_rule_precision.csv", parties.seen, parties.unseen)
    write_rules(events.rules, folder / "event_rule_precision.csv", events.seen, events.unseen)
