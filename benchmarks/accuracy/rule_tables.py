"""The measured rules, and whether their precision holds, as tables of `docs/accuracy.md`."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.accuracy.calibration import Band
from benchmarks.accuracy.measured_rules import MeasuredRules
from benchmarks.accuracy.rules import RulePrecision

_BASES = {"class": "role"}  # what parties call it
_HEAD = ("rule", "precision", "matched", "n", "over", "unseen: matched", "n")


def rule_tables(measured: MeasuredRules) -> list[str]:
    """Return the lines of all sections on rules, as Markdown."""
    return [
        "## Rules",
        "",
        "The `confidence` of a claim: how often its rule is expected to be right on an article that no",
        "rule was made on. It begins with the seen articles and reports: (matched + 1) / (n + 2); a rule",
        "with fewer than 5 claims there has the share of its cue class, with fewer than 5 of that class",
        "the one over all claims. Lowered by as much as all rules are lowered on the unseen ones, this",
        "counts like ten claims, to which the rule's own unseen claims are added.",
        "",
        *_table(_HEAD, [_cells(rule) for rule in measured.claims.rules]),
        "",
        "## Rules of perpetrators and targets",
        "",
        "Likewise of the rules that give the parties of an article's own event, on all published articles; a",
        "rule with fewer than 5 parties has the share of its role. It is the `confidence` of a row of",
        "`event_actors`.",
        "",
        *_table(("role", *_HEAD), [(rule.of, *_cells(rule, _BASES)) for rule in measured.parties.rules]),
        "",
        "## Rules of other events",
        "",
        "Likewise of the rules that find the other events of an article, by date and deaths; a rule with",
        "fewer than 5 events has the share over all. It is the `confidence` of a row of `events`. What a",
        "reader counted as a part of the article's own event has no label, so that not all that is no match",
        "is wrong.",
        "",
        *_table(_HEAD, [_cells(rule) for rule in measured.events.rules]),
        "",
        "## Whether confidence holds",
        "",
        "Of what casus gives in the unseen articles on invented events, which no confidence is estimated",
        "from: how many have a confidence of this band, its mean, and how many are right.",
        "",
        *_table(("of", "confidence", "mean", "n", "right", "share"), _bands(measured)),
    ]


def _bands(measured: MeasuredRules) -> list[Sequence[str]]:
    named = (("claim", measured.claims), ("", measured.parties), ("other event", measured.events))
    return [_band(name or band.of, band) for name, rules in named for band in rules.bands]


def _band(name: str, band: Band) -> Sequence[str]:
    shares = (f"{band.confidence:.3f}", str(band.n), str(band.right), f"{band.right / band.n:.3f}")
    return (name, f"{band.low:g}-{band.high:g}", *shares)


def _cells(rule: RulePrecision, bases: dict[str, str] | None = None) -> Sequence[str]:
    seen = (str(rule.matched), str(rule.n), (bases or {}).get(rule.basis, rule.basis))
    return (rule.rule, f"{rule.precision:.3f}", *seen, str(rule.unseen_matched), str(rule.unseen_n))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
