"""Which side of a box attacked, by whom it counts: "Strength: 114 soldiers" against "600 insurgents"."""

from __future__ import annotations

from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document

_STORMING = late_pattern(r"^(?:\d{4} )?(?:storming|attack|assault|raid) (?:of|on)\b|\bstorming$")
_ATTACKING = late_pattern(r"\b(?:attackers|besiegers|assailants|raiders)\b")
_RISEN = late_pattern(r"\b(?:insurgents|rioters|rebels|revolutionaries|protesters|mob|crowd)\b")
_FIELDS = ("strength", "casualties", "combatant")


def attacks_by_strength(document: Document) -> int:
    """Return 1 if the box counts attackers on the first side alone, -1 if on the second, else 0.

    In a storming those who rose are the attackers, in a siege they may be the besieged.
    """
    is_storming = _STORMING.search(document.article.title.lower()) is not None
    values = {f.name: f.value.lower() for f in document.article.infobox if f.name is not None}
    counted = [" ".join(values.get(f"{field}_{n}", "") for field in _FIELDS) for n in (1, 2)]
    one, two = (
        _ATTACKING.search(told) is not None or (is_storming and _RISEN.search(told) is not None)
        for told in counted
    )
    return one - two
