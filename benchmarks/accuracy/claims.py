"""Statements: found or not, by whom, in which words, of which type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.accuracy.dataset import Dataset, Row
from benchmarks.accuracy.matching import FOUND, Count, Pair, pair, share
from benchmarks.accuracy.tokens import name_key, overlap, words

WHOLE = 0.8  # from this overlap on the content is the labelled one
# What a labelled kind is called in the tables; other kinds ("report", "belief") have no type of their own.
TYPE_OF_KIND: Mapping[str, str] = {
    "responsibility": "responsibility",
    "accusation": "accusation",
    "denial": "denial",
    "admission": "admission",
    "no_comment": "no_comment",
    "demand": "demand",
    "threat": "threat",
    "warning": "threat",
    "condemnation": "condemnation",
    "condolence": "condolence",
    "solidarity": "support",
    "praise": "support",
}
UNTYPED = frozenset({"statement", "assessment"})  # what may be said of a kind without a type of its own


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article's statements.

    Attributes:
        counts: the measures.
        missed: labelled core statements that were not found.
        extra: given statements that match no label at all.
        wrong: what is wrong with statements that were found, in words.
        judged: each given statement that counts, with whether it matches a label that is firm;
            those that match an optional label stand nowhere.
    """

    counts: Mapping[str, Count]
    missed: tuple[Row, ...]
    extra: tuple[Row, ...]
    wrong: tuple[str, ...]
    judged: tuple[tuple[Row, bool], ...]


def attributed(claims: Sequence[Row]) -> list[Row]:
    """Return the statements that somebody made, those with the same claimant and words once."""
    distinct: dict[tuple[str | None, str], Row] = {}
    for row in claims:
        if row["voice"] == "attributed":
            distinct.setdefault((row["claimant_raw"], row["claim_text"]), row)
    return list(distinct.values())


def score_claims(labels: Sequence[Row], claims: Sequence[Row], dataset: Dataset) -> Outcome:
    """Compare the labelled statements of an article with the given ones.

    Firm labels (somebody is named, not optional) are matched first; what is left may match
    the others, which takes it out of the precision: an optional statement neither helps nor hurts.
    """
    given = attributed(claims)
    texts = [words(row["claim_text"]) for row in given]
    with_content = [label for label in labels if label.get("content")]
    firm = [label for label in with_content if _is_firm(label)]
    core = counted_labels(labels)

    all_pairs, all_spared = _match(firm, with_content, texts)
    pairs, spared = _match(core, with_content, texts)
    counted = len(given) - len(spared)
    counts, wrong = _score_found(core, given, pairs, dataset, counted)
    counts["attribution_all"] = Count(len(all_pairs), len(given) - len(all_spared), len(firm))
    used = {partner.given for partner in pairs.values()}
    hits = {partner.given for partner in all_pairs.values()}
    return Outcome(
        counts=counts,
        missed=tuple(label for index, label in enumerate(core) if index not in pairs),
        extra=tuple(row for j, row in enumerate(given) if j not in used and j not in spared),
        wrong=tuple(wrong),
        judged=tuple((row, j in hits) for j, row in enumerate(given) if j not in all_spared),
    )


def counted_labels(labels: Sequence[Row]) -> list[Row]:
    """Return the labelled statements that the measures count: firm ones that could be true or false."""
    return [label for label in labels if label.get("content") and _is_firm(label) and label.get("core", True)]


def _is_firm(label: Row) -> bool:
    """Say whether somebody is named who makes a statement, and the label is not optional."""
    return bool(label.get("claimant")) and not label.get("optional")


def _match(
    wanted: Sequence[Row], labels: Sequence[Row], texts: Sequence[list[str]]
) -> tuple[Mapping[int, Pair], set[int]]:
    """Return the pairs of the wanted labels, and the given statements that the other labels take."""
    pairs = pair([words(label["content"]) for label in wanted], texts)
    used = {partner.given for partner in pairs.values()}
    rest = [j for j in range(len(texts)) if j not in used]
    wanted_ids = {id(label) for label in wanted}
    others = [words(label["content"]) for label in labels if id(label) not in wanted_ids]
    spared = {rest[partner.given] for partner in pair(others, [texts[j] for j in rest]).values()}
    return pairs, spared


def _score_found(
    core: Sequence[Row], given: Sequence[Row], pairs: Mapping[int, Pair], dataset: Dataset, counted: int
) -> tuple[dict[str, Count], list[str]]:
    relaxed = resolved = whole = both = typed = type_right = any_right = 0
    wrong = []
    for index, partner in pairs.items():
        label, row = core[index], given[partner.given]
        exact = claimant_resolved(label, row, dataset)
        claimant = exact or claimant_overlaps(label, row)
        content = partner.overlap >= WHOLE
        resolved += exact
        relaxed += claimant
        whole += content
        both += claimant and content
        expected = TYPE_OF_KIND.get(label.get("kind") or "")
        any_right += row["claim_type"] in ({expected} if expected else UNTYPED)
        if expected is not None:
            typed += 1
            type_right += row["claim_type"] == expected
            if row["claim_type"] != expected:
                wrong.append(f"type {row['claim_type']}, not {expected}: {label['content']}")
        if not claimant:
            wrong.append(f"claimant {row['claimant_raw']!r}, not {label['claimant']!r}: {label['content']}")
        if not content:
            wrong.append(f"content {row['claim_text']!r}, not {label['content']!r}")
    n = len(core)
    counts = {
        "attribution": Count(len(pairs), counted, n),
        "claimant_relaxed": Count(relaxed, counted, n),
        "claimant_resolved": Count(resolved, counted, n),
        "content_80": Count(whole, counted, n),
        "both": Count(both, counted, n),
        "claim_type": share(type_right, typed),
        "claim_type_all": share(any_right, len(pairs)),
    }
    return counts, wrong


def _labelled_claimants(label: Row) -> tuple[str, str]:
    return label["claimant"], label.get("claimant_resolved") or label["claimant"]


def claimant_resolved(label: Row, row: Row, dataset: Dataset) -> bool:
    """Say whether the actor that a statement was given to bears the labelled claimant's name."""
    names = dataset.names(row["claimant_actor_id"])
    return any(name_key(name) in names for name in _labelled_claimants(label))


def claimant_overlaps(label: Row, row: Row) -> bool:
    """Say whether the claimant's words overlap with the labelled ones, as written or in full."""
    got = words(row["claimant_raw"])
    return any(overlap(words(name), got) >= FOUND for name in _labelled_claimants(label))
