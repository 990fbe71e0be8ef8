"""Other names in quotation marks behind a name: 'Ada Quist ("Falcon" or "Red Hawk")', 'X, known as "Y"'.

The quoted name need not stand anywhere else: it is then no actor by itself, but an alias all the same.
A body's name in another language stands in a bracket without marks: "Frente X (X Workers' Front)".
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.actors.joins import equated_beside
from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.folded_names import fold
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import heads
from tasks.lexicons.late_pattern import late_pattern

_WORD = r"[A-ZÀ-Þ][\w'’-]*"
_NAME = rf"{_WORD}(?: (?:(?:of|the|and|al|el|de|la|del|for|in) ){{0,2}}{_WORD}){{0,7}}"
_QUOTED = rf"[\"“](?:[Tt]he )?(?:{_NAME})[\"”]"
_CALLED = (
    r"(?:(?:also|better|commonly|popularly|widely|sometimes|otherwise|locally) )?"
    r"(?:known as|known by the nickname|nicknamed|called|dubbed|alias|aka|a\.k\.a\.|code-?named|code ?name|"
    r"nom de guerre|literally|meaning|lit\.)[,:]? "
)
_BEHIND = late_pattern(
    rf" ?(?:\((?:{_CALLED})?|,? (?:{_CALLED}))(?:by |the )?"
    rf"(?P<names>{_QUOTED}(?:(?:,? (?:or|and) |, |/){_QUOTED}){{0,3}})(?=[),;.]| )"
)
_EACH = late_pattern(rf"[\"“](?:[Tt]he )?(?P<name>{_NAME})[\"”]")
_GLOSS = late_pattern(rf" \((?:the )?(?P<name>{_NAME})\)")
_NAMED = ("person", "armed_group", "organisation", "party", "military", "unknown")
_BODIES = ("armed_group", "organisation", "party")
_OPEN = frozenset(("agent", "acts", "called_group", "told", "claimant", "speaks"))  # how it was a guess
_NICKNAME = 3  # words
_NEAR = 80  # code points between a name and the quotation mark before another: no more words match
_FULL_NAME = 3  # words of a body's name in another language


def equated_names(text: str, entries: Entries) -> list[Join]:
    """Return the names that the text equates; those that are no entries become forms of the others."""
    for key, form in equated_beside.bracketed(text, entries):
        entries[key].titled.add(form)
    said = [*equated_beside.side_by_side(text, entries), *equated_beside.glossed(text, entries)]
    said += equated_beside.behind_nouns(text, entries)
    for key, form in quoted_names(text, entries):
        if fold(form) in entries:
            said.append((key, fold(form), "also_known_as"))
        else:
            entries[key].written.add(form)
    return said


def quoted_names(text: str, entries: Entries) -> Iterator[tuple[str, str]]:
    """Yield (key, other name as written) of the names that quotation marks or a gloss give an actor."""
    marks = '("' in text or "(“" in text or ' "' in text or " “" in text
    ends: dict[int, Entry] = {}
    for entry in entries.values():
        for place in () if entry.is_collective else entry.places:
            other = ends.get(place.span.end)
            if other is None or len(entry.words) > len(other.words):
                ends[place.span.end] = entry
    for end, entry in sorted(ends.items()):
        if entry.kind not in _NAMED:
            continue
        is_near = marks and (text.find('"', end, end + _NEAR) >= 0 or text.find("“", end, end + _NEAR) >= 0)
        match = _BEHIND.match(text, end) if is_near else None
        for one in _EACH.finditer(match["names"]) if match is not None else ():
            is_short = entry.kind != "person" or len(one["name"].split()) <= _NICKNAME
            if is_short and _agree(entry, entries.get(fold(one["name"]))):
                yield entry.key, one["name"]
        gloss = _GLOSS.match(text, end) if entry.kind in _BODIES and text[end : end + 2] == " (" else None
        if gloss is not None and _glosses(gloss["name"], entry):
            yield entry.key, gloss["name"]


def _agree(entry: Entry, other: Entry | None) -> bool:
    """Whether a name may be the other one's: both persons or bodies, if both are actors."""
    if other is None or other.method in _OPEN or other.kind == "unknown":
        return True
    return other.kind in _NAMED and (entry.kind == "person") == (other.kind == "person")


def _glosses(name: str, entry: Entry) -> bool:
    """Whether a body's name in a bracket says that of another body in full: both have a noun for one."""
    words = name.split()
    if len(words) < _FULL_NAME or len(entry.words) < 2 or fold(name) == entry.key:
        return False
    first = words[words.index("of") - 1] if "of" in words else words[-1]
    return first.lower() in heads()
