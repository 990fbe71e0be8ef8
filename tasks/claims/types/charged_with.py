"""What others accuse somebody of is no part of what is said about him.

"The man accused of trying to blow up an airliner lived in Norland" tells where he lived: who says so accuses
nobody.
"""

from __future__ import annotations

from tasks.lexicons.late_pattern import late_pattern

_CHARGES = ("accused", "alleged", "charged", "convicted", "suspected", "wanted", "believed", "thought")
_CHARGED = late_pattern(
    r"(?:,? (?:who|which) (?:is|are|was|were|has been|have been|had been) (?:\w+ )?"
    r"|(?<! is)(?<! are)(?<! was)(?<! were)(?<! been)(?<! being)(?<! be) )"
    rf"(?:{'|'.join(_CHARGES)}) (?:of|with|for|in|to have(?: been)?|to be (?:behind|responsible)) "
    r"[^,;:.]*?(?=[,;:.]| (?:had|has|have|was|were|is|are|would|could|did|will)\b|[\"”’']?$)"
)


def without_charges(content: str) -> str:
    """Return a content without what somebody in it is accused of by others, for telling its type."""
    content = content.replace("found guilty", "convicted")
    if not any(map(content.__contains__, _CHARGES)):
        return content
    return _CHARGED.sub("", content)
