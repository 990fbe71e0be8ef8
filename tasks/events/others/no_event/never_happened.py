"""Words of violence for what did not happen, or has not yet: "to avoid confrontation", "a future raid"."""

from __future__ import annotations

from tasks.events.triggers import Trigger
from tasks.model.document import Sentence

_AVOIDS = frozenset(("avoid", "avoiding", "prevent", "preventing", "avert", "averting", "forestall", "deter"))
_BANS = frozenset(("prohibited", "prohibiting", "banned", "banning", "forbade", "forbidding", "outlawed"))
_UNREAL = frozenset(("potential", "possible", "imminent", "impending", "feared", "hypothetical", "no"))
_LOOSE = frozenset(("a", "an", "any", "another", "further", "more", "direct", "the", "possible", "future"))
_MAY = frozenset(("could", "would", "might", "may", "can"))
_NOT = frozenset(("not", "never"))
_WAS = frozenset(("was", "were", "been", "had", "has", "have"))
_OF_WAR = frozenset(
    ("station", "stations", "patrol", "patrols", "footing", "effort", "aims", "diary", "loan")
)
_TO_WHAT = frozenset(("on", "of", "at", "towards", "toward", "for"))
_AIMS = frozenset(
    ("efforts", "effort", "aim", "aims", "goal", "hopes", "intention", "objective", "aimed", "means")
)
_REACH = 4  # tokens


def never_happened(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether words tell of what did not happen: "was not attacked", "prohibited attacks on villages".

    Or of what is only aimed at ("their efforts on capturing Osk") or may come ("a future northern attack",
    "mutiny could not have occurred"), or a noun only says what for something is: "her war station".
    """
    lower = sentence.lower
    before = lower[max(0, trigger.first - _REACH) : trigger.first]
    if before[-1:] and before[-1] in _BANS:
        return True
    if trigger.is_verb:
        if lower[trigger.first].endswith("ing") and before[-1:] and before[-1] in _TO_WHAT:
            return not _AIMS.isdisjoint(before)
        if before[-1:] == ("have",) and not _MAY.isdisjoint(before):
            return True  # "may have sunk the ship"
        is_denied = len(before) > 1 and before[-1] in _NOT and before[-2] in _WAS
        return is_denied and "until" not in lower[trigger.last + 1 :]
    after = lower[trigger.last + 1 : trigger.last + 3]
    if lower[trigger.last] == "war" and after[:1] and after[0] in _OF_WAR:
        return True
    if (before[-1:] and before[-1] in _UNREAL) or "future" in before[-2:]:
        return True
    if len(after) > 1 and after[0] in _MAY and after[1] in _NOT:
        return True
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _AVOIDS), None)
    return at is not None and all(w in _LOOSE for w in before[at + 1 : -1])
