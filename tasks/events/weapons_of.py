"""Which of the weapons that an article tells of was that of an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tasks.events.by_sentence import Stretches
from tasks.events.candidate import Candidate
from tasks.events.sections import opening, own_body
from tasks.events.weapon_words import Weapon, weapons_used
from tasks.model.document import Document, Sentence
from tasks.model.event import Event
from tasks.model.span import Span

# The means of an event and those of weapons that go with it: at a shooting nobody was shot with stones.
_GO_WITH = {
    "aerial": frozenset(("aerial", "explosives", "heavy-weapons")),
    "explosives": frozenset(("explosives", "grenade", "heavy-weapons", "suicide-attack")),
    "firearms": frozenset(("firearms",)),
    "heavy-weapons": frozenset(("aerial", "explosives", "heavy-weapons")),
    "primitive": frozenset(("primitive", "ramming")),
    "suicide-attack": frozenset(("explosives", "suicide-attack")),
    "unconventional": frozenset(("unconventional",)),
}
_OF_CROWDS = frozenset(("explosives", "primitive", "riot"))


def with_weapon(document: Document, main: Event, stretches: Stretches) -> Event:
    """Return the article's own event with the first weapon that was used in it, where the infobox has none.

    A vehicle is taken where nothing else was used: a truck driven into a wall may be full of explosives.
    """
    if main.weapon is not None or main.event_type in ("Protests", "Strategic developments"):
        return main
    found = [w for w in _own(document, main, stretches) if _goes_with(main, w.means)]
    first = next((w for w in found if w.means != "ramming"), found[0] if found else None)
    if first is None:
        return main
    return replace(main, weapon=_without_name(first.span, document).of(document.text))


def _own(document: Document, main: Event, stretches: Stretches) -> Iterator[Weapon]:
    """Yield the weapons that were used in an article's own event.

    A battle of many days is fought with all there is, so that only the words that state it tell; a weapon in
    the words of another event is that one's.
    """
    day = main.date
    is_long = main.event_type == "Battles" and (day is None or day.prec != 1)
    lead = opening(document)
    for sentence in (*lead[:1],) if is_long else (*lead, *own_body(document)):
        yield from (w for w in weapons_used(sentence) if not _is_of_another(sentence, w, stretches))


def _goes_with(event: Event, means: str) -> bool:
    if event.event_type == "Riots":
        return means in _OF_CROWDS
    return means != "riot" and means in _GO_WITH.get(event.plover_mode or "", (means,))


def _is_of_another(sentence: Sentence, weapon: Weapon, stretches: Stretches) -> bool:
    return any(span.contains(weapon.span) for _, span in stretches.get(sentence.index, ()))


def _without_name(words: Span, document: Document) -> Span:
    """Return the words without the name that the title has before them ("Karvel" of "Karvel land mine")."""
    start = words.start
    for word in words.of(document.text).split(" ")[:-1]:
        if not word[:1].isupper() or word not in document.article.title:
            break
        start += len(word) + 1
    return Span(start, words.end)


def weapon_of(document: Document, other: Candidate) -> Weapon | None:
    """Return the first weapon that the words of another event say was used, None if they name none."""
    for span in other.stretches:
        for weapon in weapons_used(document.sentences[max(0, document.index_at(span.start))]):
            if span.contains(weapon.span) and weapon.means != "riot":
                return weapon
    return None
