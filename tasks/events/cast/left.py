"""The parties that are asked for last, where those found so far leave a side open.

What the title or the lead says was struck, what the headline of a report says of both sides, and who the
first sentences say did it by whatever noun; and the one whose life the article tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.attackers.guessed.open_doers import open_doers
from tasks.events.avenged import is_avenged
from tasks.events.by_sentence import Stretches
from tasks.events.cast.headline import headline_parties, without_nameless
from tasks.events.cast.life_ended import life_ended
from tasks.events.evidence.guessed import without_guessed
from tasks.events.new_party import NewParty
from tasks.events.parties.communal import communal_sides
from tasks.events.risings.looted import looted
from tasks.events.targets.aims.open_objects import open_objects
from tasks.events.targets.struck.set_upon import set_upon
from tasks.events.targets.struck.struck_by import struck_by
from tasks.events.targets.struck.struck_districts import struck_district
from tasks.events.targets.struck.struck_settlements import struck_settlement
from tasks.events.targets.titled.titled_targets import attacked_towns, site_of_event
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.figure import Figure

_WEAPONS = words("weapon") | {"mine", "landmine", "mines", "landmines"}


def parties_left(
    document: Document,
    actors: ActorBook,
    parties: Sequence[EventActor],
    others: Stretches,
    figures: Sequence[Figure],
) -> tuple[list[NewParty], tuple[EventActor, ...]]:
    """Return the actors made for parties that were left open, and all parties.

    Args:
        document: the article.
        actors: its actors.
        parties: those of the article's own event so far.
        others: the words of its other events, by sentence.
        figures: those of its own event.
    """
    sides, fought = communal_sides(document, actors, parties)
    parties = (*parties, *fought)
    struck, attacked = _targets_left(document, actors, parties)
    titled, told = headline_parties(document, actors, (*parties, *attacked))
    kept = without_nameless(parties, told, actors)
    made, acting = open_doers(document, actors, (*kept, *attacked, *told), others)
    parties = (*kept, *attacked, *told, *without_guessed(document, acting))
    ended, parties = life_ended(document, actors, parties, figures)
    robbed, parties = looted(document, actors, parties)
    return [*sides, *struck, *titled, *made, *ended, *robbed], parties


def _targets_left(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return what the first reading gives beside people, or only where no target is known, and its parts."""
    readers = (struck_district, struck_settlement, attacked_towns, open_objects, set_upon, struck_by)
    for read in (*readers, site_of_event):
        new, attacked = read(document, actors, parties)
        new = [n for n in new if not is_avenged(document, n.mention.span)]
        if any(n.actor.name not in _WEAPONS for n in new):  # not "a lorry struck a mine"
            return new, [p for p in attacked if not is_avenged(document, p.span)]
    return [], []
