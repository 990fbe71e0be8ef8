"""What another does with a statement ends it: ", and the minister confirmed this"."""

from __future__ import annotations

from tasks.claims.cues.adverbial import skip_leading
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import View

_JUDGING = frozenset({"confirmed", "denied", "disputed", "rejected", "dismissed", "echoed", "repeated"})
_TAKEN_UP = frozenset({"this", "it", "that"})
_SENTENCING = frozenset(
    {"acquitted", "sentenced", "convicted", "fined", "jailed", "indicted", "exonerated", "cleared"}
)
_COURTS = frozenset(
    {"court", "tribunal", "judge", "jury", "magistrate", "prosecutor", "prosecutors", "judges"}
)
_WERE = frozenset({("were",), ("was",)})
_HONOURED = frozenset({"awarded", "decorated", "promoted", "honoured", "honored"})
_CONSEQUENTLY = frozenset({"consequently", "subsequently", "accordingly", "therefore", "thereupon"})
_SHOWN = frozenset({"provided", "released", "published", "presented"})
_REACH = 12  # words of a subject


def another_acts(view: View, comma: int, end: int) -> bool:
    """Say whether ", and" goes on with what somebody else did about what is said before.

    "The paper revealed that a mine had gone off, and the minister confirmed this": that is not revealed.
    What is done otherwise may be said as well: "said that two had fled, and the police arrested three".
    """
    if view.low[comma : comma + 2] != (",", "and") or not view.is_free(comma):
        return False
    first = skip_leading(view, comma + 2, end)
    verb = next((k for k in range(first + 1, min(end, first + _REACH)) if view.finite[k]), None)
    if view.low[comma + 2 : comma + 3] in _WERE and view.low[comma + 3] in _HONOURED:
        return True  # "reported that they had sunk it, and were awarded medals"
    if view.low[comma + 2 : comma + 3] in (("cited",), ("offered",)) and view.has_finite(0, comma):
        rewarded = "reward" in view.low[comma + 3 : comma + 8]
        return rewarded or view.low[comma + 2] == "cited"  # "said it had, and cited records"
    if verb is None or view.is_word(first, "personal") or "," in view.low[first:verb]:
        return False
    if view.low[verb - 1] in _CONSEQUENTLY:
        return True  # "that X had done it, and the league consequently left the talks"
    if view.low[verb] in _SHOWN and is_source(view, (first, verb)):
        return True  # "that X had done it, and the army provided what it said were images"
    if view.low[verb] in _JUDGING:
        return view.low[verb + 1 : verb + 2] != () and view.low[verb + 1] in _TAKEN_UP
    return view.low[verb] in _SENTENCING and not _COURTS.isdisjoint(view.low[first:verb])
