"""Roles: what only somebody says of an actor is marked as such."""

from __future__ import annotations

from collections import defaultdict

from tasks.validate.checks.check import Check, Found
from tasks.validate.staged import Staged

_ASSERTS_NOTHING = ("demand", "condolence", "support")


def _allegation_is_marked(staged: Staged) -> Found:
    """Yield roles in the article's voice at words that are somebody's, unless an inquiry found it out."""
    said: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    columns = ("claim_id", "article_id", "voice", "cue_class", "claim_type", "spans")
    for claim, article, voice, cue_class, kind, spans in staged.rows("claims", *columns):
        if voice == "attributed" and cue_class != "finding" and kind not in _ASSERTS_NOTHING:
            said[article] += [(span["start"], span["end"], claim) for span in spans]
    roles = staged.rows("event_actors", "event_id", "role", "is_alleged", "char_start", "char_end")
    for row, (event, role, is_alleged, start, end) in enumerate(roles):
        if is_alleged or role == "mentioned":
            continue
        told = said.get(staged.article_of_event.get(event, ""), ())
        claim = next((c for first, last, c in told if first <= start and end <= last), None)
        if claim is not None:
            yield row, f"{role} in {claim}"


CHECKS = (
    Check("allegation_is_marked", "event_actors",
          ("is_alleged", "char_start", "char_end", "claims.spans", "claims.voice"),
          "A role that only somebody's statement tells is alleged, not in the article's own voice.",
          _allegation_is_marked),
)  # fmt: skip
