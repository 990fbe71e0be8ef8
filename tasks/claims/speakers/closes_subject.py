"""Whether the comma before a verb closes an aside or apposition of its subject: "X, head of Y, said"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import cue_entries
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View


def closes_subject(view: View, cue: Occurrence) -> bool:
    """Say whether the comma before a cue closes an aside or apposition of its subject."""
    comma = cue.start - 1
    for k in range(comma - 1, -1, -1):
        if view.low[k] == "," and view.is_free(k):
            if view.low[k - 1] in ("and", "but", "then") and view.is_word(k + 1, "preposition"):
                return False  # "dismissed the reports but, after a review, conceded"
            first = _back(view, k)
            joint = next((j for j in range(k - 2, first, -1) if view.low[j] == "and"), None)
            if joint is not None and view.low[joint + 1] == "the" and not view.has_finite(joint, k):
                first = joint  # "urged restraint and the council, meeting at night, condemned"
            if view.low[k + 1] in ("who", "which") and view.has_finite(first, k) and _is_minded(view, k):
                continue  # "X, furious that they let Y go, who did it, ordered"
            opened = first == 1 and view.low[0] in ("after", "when", "before", "as", "since")
            opened = opened and not view.has_finite(
                k + 1, comma
            )  # "After A had fled, a group called B, claimed"
            return k > 0 and (not view.has_finite(first, k) or _is_said_of(view, k) or opened)
        if view.low[k] in (";", ":"):
            return False
    return False


def _is_minded(view: View, end: int) -> bool:
    """Say whether an aside on somebody's mind opens left of a token: "X, furious that Y had not"."""
    return any(
        view.low[k - 1] == "," and view.is_word(k, "minded") and view.low[k + 1] == "that"
        for k in range(1, end - 1)
    )


def _is_said_of(view: View, comma: int) -> bool:
    """Say whether a name with an apposition begins what is said: "said Orlo, a rebel group, had"."""
    if view.low[comma + 1] not in ("a", "an", "the"):
        return False
    name = comma
    while name > 0 and view.is_capital(name - 1) and not view.finite[name - 1]:
        name -= 1
    entries = cue_entries().get(view.low[name - 1], ()) if 0 < name < comma else ()
    return any(e.cue_class == "report" and e.frames & {"that", "zero"} and not e.particle for e in entries)


def _back(view: View, k: int) -> int:
    """Return the start of the stretch before token k: after the nearest comma or subordinator."""
    while k > 0 and view.low[k - 1] not in {
        ",",
        ";",
        ":",
        "that",
        "while",
        "but",
        "after",
        "when",
        "although",
        "which",
        "whom",
    }:
        k -= 1
    return k
