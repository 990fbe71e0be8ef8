"""Which candidates an attack's targets are: the site, the people, both, or named victims.

The convention, read from all labels, and the one place where it is decided:

1. A site with a name, or one that the title names, is a target: a church, a consulate, a bus of that number.
2. People are a target beside it where words tell them by what they are, not by being there: "Protestant
   civilians", "US soldiers", "police cadets", "students"; "worshippers", "customers", "passengers" only where
   men attacked them (no bomb) and the article has no other word for them.
3. Without a site (a street, a town, a checkpoint) the people are, by whatever words the article has.
4. A site told by a common noun alone ("a petrol station") is one only where no people are, or
   where men made for it and not for the people (`plain_sites`).
5. A person whom the title or the aim of the attack names is a target; what they are ("police officers")
   stands beside them where the article says that the attack was on such people.

The candidates come with what says so: constructions (`parties`), the tolls (`victim_targets`), and the place
where the lead says that it happened (`scene_site`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.events.new_party import NewParty, its_part
from tasks.events.targets.sites.beside_box import only_people_of_box
from tasks.events.targets.sites.scene_site import GATHERINGS
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_PRESENT = words("present_people")
_VAGUE = words("vague_people")
_PUBLIC = frozenset(("bus", "train", "tram", "ferry", "coach", "minibus"))
BY_HAND = late_pattern(rf"\b(?:{deed('by_hand')}|hostages?|crisis)\b", re.IGNORECASE)
_PEOPLE_OF_TITLE = re.compile(r"\b[a-z]+s\b")
_HELD_ROSE = re.compile(
    rf"\b(?:prison|jail|gaol|penitentiary|detention cent\w+) (?:riots?|{deed('rising')})\b",
    re.I,
)
_BEHIND = 40  # code points behind a name that say what it is
_SEVERAL = 2
_OWNED = words("held_site") - _PUBLIC
_PEOPLE = ("civilians", "military", "armed_group")
_THINGS = ("unknown", "organisation", "government", "international", "party", "media")


def decided_targets(
    document: Document, parties: Sequence[EventActor], new: Sequence[NewParty], actors: ActorBook
) -> list[EventActor]:
    """Return the parties with the site where it happened, without those who were only there."""
    chosen, title = list(parties), document.article.title
    is_open = not any(p.role == "target" for p in chosen)
    of_box = only_people_of_box(document, [p for p in chosen if p.role == "target"], actors)
    methods = ("scene", "far_scene") if is_open else ("scene", "held_scene") if of_box else ("scene",)
    scene = next((n for n in new if n.mention.method in methods), None)
    scene = None if _HELD_ROSE.search(title) else scene  # the prison in which prisoners rose
    if scene is not None:
        chosen = _with_scene(document, chosen, scene, actors)
    chosen = _without_late_names(document, chosen, actors)
    chosen = _without_rooms(document, _without_one_of_them(document, chosen, actors), actors)
    chosen = _without_owned(_without_present(chosen, actors, title), actors)
    chosen = _without_plurals(chosen, actors)
    dead = [n for n in new if n.mention.method == "mostly"]
    most = [its_part(n) for n in dead]
    return _with_people(document, _described(chosen, actors), most, actors)


def _without_plurals(parties: list[EventActor], actors: ActorBook) -> list[EventActor]:
    """Leave out "bus stations" where "a bus station" is a target."""
    targets = [(p, " ".join(_words(p, actors))) for p in parties if p.role == "target"]
    told = {name for _, name in targets}
    plurals = {p for p, name in targets if name.islower() and name.endswith("s") and name[:-1] in told}
    return [p for p in parties if p not in plurals]


def _described(parties: list[EventActor], actors: ActorBook) -> list[EventActor]:
    """Let people be told by the victims' fuller description: "Northland civilians" for "civilians"."""
    victims = [p for p in parties if p.role == "victim"]
    chosen = []
    for party in parties:
        words_ = _words(party, actors)
        fuller = (
            [v for v in victims if _describes(_words(v, actors), words_)] if party.role == "target" else []
        )
        names = {v.actor for v in fuller}
        chosen.append(
            replace(party, actor=fuller[0].actor, span=fuller[0].span) if len(names) == 1 else party
        )
    return chosen


def _describes(fuller: Sequence[str], bare: Sequence[str]) -> bool:
    return (
        len(bare) == 1
        and len(fuller) > 1
        and bare[0].islower()
        and fuller[-1] == bare[0]
        and fuller[0][:1].isupper()
    )


def _with_people(
    document: Document, parties: list[EventActor], most: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Add the people of a site that men attacked, of a bus, or of the title, as the tolls tell of them."""
    targets = [p for p in parties if p.role == "target"]
    lead, title = document.lead, document.article.title
    if not targets and most:
        return [*parties, replace(most[0], role="target")]
    if not targets or not lead:
        return parties
    kinds = {a.kind for p in targets if (a := actors.actors.get(p.actor)) is not None}
    victims = [p for p in (*most, *parties) if p.role == "victim" and _is_told(p, actors)]
    victims = [v for v in victims if v.span.end <= lead[-1].span.end]
    if kinds & set(_PEOPLE):
        return parties
    if kinds == {"person"}:
        victims = [v for v in victims if _words(v, actors)[-1] in _PEOPLE_OF_TITLE.findall(title)]
    elif not (BY_HAND.search(title) or any(_is_public(p, actors) for p in targets)):
        return parties
    return [*parties, *(replace(v, role="target") for v in victims[:1])]


def _is_told(party: EventActor, actors: ActorBook) -> bool:
    """Whether words tell people by what they are: "cadets", not "people", "worshippers", "militants"."""
    actor = actors.actors.get(party.actor)
    if actor is None or actor.kind not in ("civilians", "military"):
        return False
    last = actor.name.split()[-1].lower()
    is_vague = last in _VAGUE and " " not in actor.name
    return not is_vague and last not in _PRESENT and actor.name.split()[-1].islower()


def _is_public(party: EventActor, actors: ActorBook) -> bool:
    return not _PUBLIC.isdisjoint(w.lower() for w in _words(party, actors))


def _words(party: EventActor, actors: ActorBook) -> list[str]:
    actor = actors.actors.get(party.actor)
    return actor.name.split() if actor is not None and actor.name.split() else [""]


def _with_scene(
    document: Document, parties: list[EventActor], scene: NewParty, actors: ActorBook
) -> list[EventActor]:
    """Add the site of the attack where no site is a target; it takes the place of a plainer word for it."""
    targets = [p for p in parties if p.role == "target"]
    name = scene.actor.name
    site = its_part(scene)
    things = [p for p in targets if (a := actors.actors.get(p.actor)) is None or a.kind in _THINGS]
    if things:
        behind = document.text[site.span.end : site.span.end + _BEHIND]
        plainer = [p for p in things if _is_plainer(actors.actors.get(p.actor), name, behind)]
        kept = [p for p in parties if p not in plainer]
        return [*kept, site] if plainer or _is_of_title(name, things, document, actors) else parties
    lead = document.lead[-1].span.end if document.lead else 0
    late = [p for p in targets if p.span.start > lead and _is_person(p, actors, document.article.title)]
    if late and len(late) == len(targets):  # some of the dead, whom only the body names
        return [*(p for p in parties if p not in late), site]
    counted = {p.actor for p in parties if p.role == "victim"}
    if (
        targets
        and all(p.span.start > lead and p.actor in counted for p in targets)
        and scene.mention.span.end <= lead
    ):
        return [
            *(p for p in parties if p not in targets),
            site,
        ]  # the lead tells where, the body of some dead
    is_told = " " in name or name[:1].isupper() or name in GATHERINGS
    if is_told and only_people_of_box(document, targets, actors):
        return [*parties, site]
    if targets and not name[:1].isupper():
        return parties
    if targets and not any((a := actors.actors.get(p.actor)) and a.kind == "civilians" for p in targets):
        return parties  # a person, or soldiers, who were there
    return [*parties, site]


def _is_of_title(name: str, things: Sequence[EventActor], document: Document, actors: ActorBook) -> bool:
    """Whether a named site is of the sort that the title names, as none of the other targets is."""
    noun = name.split()[-1].lower()
    same = [t for t in things if noun in (w.lower() for w in _words(t, actors))]
    return name[:1].isupper() and noun in document.article.title.lower().split() and not same


def _is_person(party: EventActor, actors: ActorBook, title: str) -> bool:
    """Whether a party is a person whom the title does not name."""
    actor = actors.actors.get(party.actor)
    return actor is not None and actor.kind == "person" and actor.name.split()[-1] not in title


def _without_late_names(document: Document, parties: list[EventActor], actors: ActorBook) -> list[EventActor]:
    """Leave out persons whom only the body names among the dead, where the attack was on something else."""
    lead = document.lead[-1].span.end if document.lead else 0
    late = [
        p
        for p in parties
        if p.role == "target" and p.span.start > lead and _is_person(p, actors, document.article.title)
    ]
    if not BY_HAND.search(document.article.title) or len({p.actor for p in late}) < _SEVERAL:
        return parties
    if not any(p.role == "target" and p not in late for p in parties):
        return parties
    return [p for p in parties if p not in late]


def _without_one_of_them(
    document: Document, parties: list[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Leave out a person who was one of the people that a sentence before says were attacked."""
    people = [p.span.start for p in parties if p.role == "target" and _are_people(p, actors)]
    if not people:
        return parties
    first = document.sentences[document.index_at(min(people))].span.end
    title = document.article.title
    return [
        p for p in parties if p.role != "target" or p.span.start < first or not _is_person(p, actors, title)
    ]


def _are_people(party: EventActor, actors: ActorBook) -> bool:
    actor = actors.actors.get(party.actor)
    return actor is not None and actor.kind == "civilians" and actor.name.endswith("s")


def _without_rooms(document: Document, parties: list[EventActor], actors: ActorBook) -> list[EventActor]:
    """Leave out a bare site of the body where the lead has the title's: the dormitory of the monastery."""
    end = document.lead[-1].span.end if document.lead else 0
    title = document.article.title.lower().split()
    sites = [
        p
        for p in parties
        if p.role == "target" and (a := actors.actors.get(p.actor)) is not None and a.kind == "unknown"
    ]
    if not any(p.span.start < end and _words(p, actors)[-1].lower() in title for p in sites):
        return parties
    rooms = [p for p in sites if p.span.start > end and not any(w[:1].isupper() for w in _words(p, actors))]
    return [p for p in parties if p not in rooms]


def _without_owned(parties: list[EventActor], actors: ActorBook) -> list[EventActor]:
    """Leave out "convoy", "base" where the force or group whose it is is a target."""
    kinds = {a.kind for p in parties if p.role == "target" and (a := actors.actors.get(p.actor)) is not None}
    if not kinds & {"military", "armed_group", "international"}:
        return parties
    return [p for p in parties if p.role != "target" or not _is_bare_site(p, actors)]


def _is_bare_site(party: EventActor, actors: ActorBook) -> bool:
    """Whether a place is told by a single common noun, "mess", "base", as no church or bus is."""
    own = _words(party, actors)
    actor = actors.actors.get(party.actor)
    return (
        len(own) == 1
        and (own[0] in _OWNED or own[0] in ("mess", "house", "building", "street", "road"))
        and (actor is not None and actor.kind == "unknown")
    )


def _is_plainer(actor: Actor | None, name: str, behind: str) -> bool:
    """Whether words name the same kind of place without its name: "the school" beside "Osk School".

    So do those that stand behind the name: "the Osk Centre, a mosque in Karvel".
    """
    if actor is None or not name[:1].isupper() or actor.name[:1].isupper():
        return False
    noun = actor.name.split()[-1].lower()
    return noun in (name.split()[-1].lower(), name.split()[0].lower()) or (
        behind.startswith((", a ", ", an ")) and noun in behind.split()
    )


def _without_present(parties: list[EventActor], actors: ActorBook, title: str) -> list[EventActor]:
    """Leave out who was only there ("worshippers") where other people are targets, or a site that blew up."""
    named = title.lower()
    present = [p for p in parties if p.role == "target" and _is_present(actors.actors.get(p.actor), named)]
    others = [p for p in parties if p.role == "target" and p not in present]
    if BY_HAND.search(title):
        others = [p for p in others if (a := actors.actors.get(p.actor)) is not None and a.kind in _PEOPLE]
    return [p for p in parties if p not in present] if others else parties


def _is_present(actor: Actor | None, title: str) -> bool:
    if actor is None or actor.kind != "civilians" or actor.name[:1].isupper():
        return False
    last = actor.name.split()[-1].lower()
    return last in _PRESENT and last not in title
