"""How far a rule can be trusted on new articles: its precision, as measured on the labelled ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tasks.lexicons.load import load


def claim_confidence(rule: str) -> float | None:
    """Return the measured precision of a rule that finds claims, or None where it was never measured."""
    return _of_claims().get(rule)


def party_confidence(role: str, rule: str) -> float | None:
    """Return the measured precision of a rule that gives a role, or None where it was never measured."""
    return _of_parties().get((role, rule))


def event_confidence(rule: str) -> float | None:
    """Return the measured precision of a rule that finds events beside an article's own, or None."""
    return _of_events().get(rule)


@cache
def _of_claims() -> Mapping[str, float]:
    return {entry["rule"]: float(entry["precision"]) for entry in load("rule_precision")}


@cache
def _of_parties() -> Mapping[tuple[str, str], float]:
    entries = load("party_rule_precision")
    return {(entry["role"], entry["rule"]): float(entry["precision"]) for entry in entries}


@cache
def _of_events() -> Mapping[str, float]:
    return {entry["rule"]: float(entry["precision"]) for entry in load("event_rule_precision")}
