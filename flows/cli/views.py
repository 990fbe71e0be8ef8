"""How rows of the tables read in a terminal: dates, tolls, places and claims in a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tasks.report.rows_in_words import UNITS, Row, toll, when, where

ROLES = ("perpetrator", "target", "victim")  # whose names are shown; others are named where nobody has these
UNTOLD = ("mentioned",)  # of no event's doing: only `casus show event_actors` has them
NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class View:
    """How one table is shown.

    Attributes:
        columns: heading -> options of the terminal's column.
        cells: the cells of a row; `Lookups` gives what other tables say about it.
        order: what rows are sorted by, where the table's own order is one of ids.
    """

    columns: Mapping[str, Mapping[str, Any]]
    cells: Callable[[Row, Lookups], list[object]]
    order: Callable[[Row, Lookups], Any] | None = None


@dataclass(frozen=True, slots=True)
class Lookups:
    """What other tables say, by id.

    Attributes:
        titles: of articles.
        names: of actors.
        figures: of claims, in words.
        actors: of events, a line a role.
        events: rows with article, name and place in the order of all.
        claims: rows with article, claimant and words.
        citations: titles, or addresses where there is none.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, list[str]] = field(default_factory=dict)
    actors: Mapping[str, list[str]] = field(default_factory=dict)
    events: Mapping[str, Row] = field(default_factory=dict)
    claims: Mapping[str, Row] = field(default_factory=dict)
    citations: Mapping[str, str] = field(default_factory=dict)

    def article_of(self, row: Row) -> str | None:
        """Return the title of a row's article; None for a row of no single one."""
        at = row
        if "article_id" not in row:
            claim, event = (str(row.get(key) or "") for key in ("claim_id", "event_id"))
            at = self.claims.get(claim) or self.events.get(event) or {}
        article = at.get("article_id")
        return self.titles.get(article, article) if article else None

    def claimant(self, row: Row) -> str:
        """Return who said a claim: by the actor's name, the article's words, or what is known of it."""
        actor = self.names.get(row["claimant_actor_id"] or "")
        return actor or row["claimant_raw"] or ("(the article)" if row["voice"] == "article" else "?")


def role_lines(roles: Mapping[str, list[str]]) -> list[str]:
    """Return a line a role with the first names that have it, the telling roles first.

    Others are named where no actor has a telling one, else counted; who is only mentioned is left out.

    >>> role_lines({"participant": ["A", "B", "C", "D", "E"], "perpetrator": ["F"], "mentioned": ["G"]})
    ['perpetrator: F', '5 others']
    >>> role_lines({"participant": ["A", "B", "C", "D", "E"]})
    ['participant: A, B, C and 2 more']
    """
    telling = [role for role in ROLES if role in roles]
    others = [role for role in roles if role not in ROLES and role not in UNTOLD]
    lines = []
    for role in telling or others:
        names = roles[role]
        more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
        lines.append(f"{role}: {', '.join(names[:NAMES_SHOWN])}{more}")
    count = sum(len(roles[role]) for role in others) if telling else 0
    return [*lines, f"{count} other{'s' if count > 1 else ''}"] if count else lines


def _event(row: Row, look: Lookups) -> list[object]:
    return [
        when(row),
        row["event_name"] + (" *" if row["is_main"] else ""),
        (row["sub_event_type"] or "").replace("/", " / "),
        where(row),
        look.actors.get(row["event_id"], []),
        toll(row["deaths_low"], row["deaths_best"], row["deaths_high"]),
        toll(row["injured_low"], row["injured_best"], row["injured_high"]),
        row["n_claims"],
    ]


def _claim(row: Row, look: Lookups) -> list[object]:
    figures = look.figures.get(row["claim_id"], [])
    said = row["claim_date_edtf"]
    return [look.claimant(row), row["claim_type"], row["cue"], row["claim_text"], said, figures]


def _actor(row: Row, look: Lookups) -> list[object]:
    whole = look.names.get(row["part_of_actor_id"] or "")
    aliases = "; ".join(row["aliases"])
    return [row["name"], row["actor_kind"], row["country_iso3"], whole, aliases, row["n_mentions"]]


def _article(row: Row, look: Lookups) -> list[object]:
    return [row["title"], row["language"], row["source_path"], len(row["text"]), row["license"]]


def _change(row: Row, look: Lookups) -> list[object]:
    what = row["changed_column"] or {"claims": "statement", "figures": "number"}[row["changed_table"]]
    if row["changed_table"] == "figures":
        what = UNITS.get(row["property"], row["property"])
    undone = " (undone)" if row["is_reverted"] else " (revert)" if row["is_revert"] else ""
    said = row["claim_text"] if row["changed_column"] or row["changed_table"] == "figures" else None
    when = f"{row['revision_timestamp']:%Y-%m-%d %H:%M}"
    return [
        when, row["revision_id"], row["change_kind"] + undone, what, row["old_value"], row["new_value"],
        row["claimant"], said,
    ]  # fmt: skip


RIGHT: dict[str, Any] = {"justify": "right"}
FOLD: dict[str, Any] = {"overflow": "fold"}

MAIN_VIEWS: Mapping[str, View] = {
    "events": View(
        {
            "date": {"min_width": 10}, "event (* the article's own)": {"ratio": 3, **FOLD},
            "type": {"ratio": 2, "from_width": 120, **FOLD}, "place": {"ratio": 2, **FOLD},
            "actors": {"ratio": 5, "from_width": 100, **FOLD},
            "killed": RIGHT, "injured": RIGHT, "claims": RIGHT | {"from_width": 120},
        },
        _event,
    ),
    "claims": View(
        {
            "claimant": {"ratio": 3, **FOLD}, "type": {"from_width": 100},
            "cue": {"ratio": 2, "from_width": 120, **FOLD}, "claim": {"ratio": 8, **FOLD},
            "said": {"from_width": 120, "min_width": 10, "max_width": 21, **FOLD},
            "figures": {"ratio": 3, **FOLD},
        },
        _claim,
    ),
    "actors": View(
        {
            "name": {"ratio": 3, **FOLD}, "kind": {}, "country": {},
            "part of": {"ratio": 2, "from_width": 100, **FOLD},
            "also": {"ratio": 4, **FOLD}, "mentions": RIGHT,
        },
        _actor,
        lambda row, look: (-row["n_mentions"], row["name"]),
    ),
    "changes": View(
        {
            "when (UTC)": {"min_width": 16}, "revision": RIGHT, "change": {"min_width": 7},
            "of": {"ratio": 2, **FOLD}, "from": {"ratio": 4, **FOLD}, "to": {"ratio": 4, **FOLD},
            "claimant": {"ratio": 3, **FOLD},
            "claim": {"ratio": 4, **FOLD},
        },
        _change,
    ),
    "articles": View(
        {"title": {"ratio": 3, **FOLD}, "language": {}, "file": {"ratio": 3, **FOLD}, "characters": RIGHT,
         "licence": {}},
        _article,
    ),
}  # fmt: skip
