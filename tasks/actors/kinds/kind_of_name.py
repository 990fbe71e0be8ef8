"""What a name names: an actor of some kind, or no actor at all (a place, a date, a weapon, a battle).

A name is an actor only if something says so: its head noun, a title, the world's lexicon of bodies, or
what it does in the text.  The rules are tried in the order of `_RULES`; the first that answers decides
for all sightings of the form in the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tasks.actors.context.sightings import Form, Sighting
from tasks.actors.context.surroundings import ACTS, AS_PLACE
from tasks.actors.kinds.acting import acting, called, in_units, ruling
from tasks.actors.kinds.affiliations import affiliated
from tasks.actors.kinds.decision import Decision, body_head, decided, stands_up_for
from tasks.actors.kinds.fighting import as_fighting
from tasks.actors.kinds.numbered_rulers import ruler
from tasks.actors.kinds.papers import paper
from tasks.actors.kinds.placed_people import with_home
from tasks.actors.kinds.refined import refined
from tasks.actors.kinds.things_short import is_plural_of_things
from tasks.actors.kinds.traps import trap
from tasks.actors.kinds.word_beside import airline, medium
from tasks.actors.known.armed_groups import is_armed_group
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import without_article
from tasks.actors.known.name_words import (
    WEAK_HEADS,
    context,
    given_names,
    heads,
    is_surname,
    known,
    name_words,
    unit_nouns,
)
from tasks.actors.names.capitalised import PARTICLES
from tasks.actors.names.segments import is_other, title_at
from tasks.actors.names.unit_names import begins_task_force, is_of_side
from tasks.actors.names.written import is_capitalised, is_short_form

# What beside a single sighting of capitals shows that it is somebody, not a part of a list.
_SHOWS_ACRONYM = {
    "article",
    "claimant",
    "in_claimant",
    "armed",
    "agent",
    "verb",
    "responsible",
    "told",
    "group",
}
_SHOWS_ACRONYM |= {"by", "bracketed", "infobox_perpetrator", "owner"}
_REALMS = context("realms")
_RULED = _REALMS - {"republic", "principality"}  # behind one word as well: "the Norland Empire"
_FORCES = frozenset(("army", "force", "forces", "gendarmerie", "government", "marines", "navy", "police"))
_FORMS = frozenset(
    ("democratic", "socialist", "soviet", "people's", "people’s", "islamic", "federal", "autonomous", "arab")
)
_PLACE_FIRSTS = context("place_firsts")
# What beside a head noun alone shows that it is a body's name: "the Observatory", "Gestapo officers".
_SHOWS_BODY = frozenset(("article", "claimant", "agent", "armed", "verb", "owner"))
_MOST_NAMES = 8  # words of a person's name: "María Teresa Fernández de la Vega Sanz"
_SHOWS_PERSON = frozenset(("human", "person", "verb", "claimant", "ends_claimant", "agent", "owner"))
_REPORTS = frozenset(("claimant", "in_claimant", "told", "medium"))
_SPEAKS = frozenset(("ends_claimant", "claimant", "of_a_body", "with_another"))
_SPEAKS_FOR_STATE = frozenset(("claimant", "told"))
_OF_A_STATES_PARTY = re.compile(r"[DRI]-[A-Z]{2}")  # "Ada Quist (D-FL)"
_INITIAL = re.compile(r"[A-Z]\.?")


Rule = Callable[[Form, str | None], Decision | None]


def decide(form: Form, page: str | None = None) -> Decision:
    """Return what the form names, from its words, its surroundings and the page that a link leads to."""
    for rule in _RULES:
        decision = rule(form, page)
        if decision is not None:
            return as_fighting(form, decision)
    return as_fighting(form, decided(None, "no_evidence"))


def _known(form: Form, page: str | None) -> Decision | None:
    """The world's bodies, media and armed groups."""
    entry = known().get(form.key)
    if entry is None and is_armed_group(form.key, form.text):
        return decided("armed_group", "known")
    if entry is None or (len(form.key) < 4 and not form.words[0].text.isupper()):
        return None
    return decided(entry[1], "known")


def _country(form: Form, page: str | None) -> Decision | None:
    """A country is an actor where it is not only the place of something."""
    text, table = without_article(form.text), countries()
    if text not in table.names:
        if text in table.capitals:
            return decided("state", "capital") if any(map(speaks_for_state, form.sightings)) else None
        if text in table.adjectives:
            return decided(None, "adjective")
        if text in table.plurals:
            return decided("state", "people") if form.count("article") else decided(None, "people")
        return None
    acts = any(map(is_state, form.sightings))
    return decided("state", "country") if acts else decided(None, "place")


def speaks_for_state(seen: Sighting) -> bool:
    """Say whether a capital stands for its state: "Osk said", "told Osk", "Osk's rule"; not "in Osk"."""
    if seen.evidence & AS_PLACE or "article" in seen.evidence:
        return False
    return bool(seen.evidence & _SPEAKS_FOR_STATE) or {"owner", "agent"} <= seen.evidence


def stands_for_state(seen: Sighting, rule: str) -> bool:
    """Say whether a sighting of a name that a rule took for a state's is one of the state."""
    return speaks_for_state(seen) if rule == "capital" else is_state(seen)


def is_state(seen: Sighting) -> bool:
    """Say whether a country is somebody here, and not only where something is."""
    return not seen.evidence & AS_PLACE or bool(seen.evidence & ACTS) or _has_officer(seen)


def _has_officer(seen: Sighting) -> bool:
    """Say whether a state owns the office of the person named before it: "Ada Quist, Norland's president"."""
    last = seen.run.words[-1]
    lower = seen.run.sentence.lower
    if not last.is_owner or last.token + 1 >= len(lower) or "place" in seen.evidence:
        return False
    return title_at(lower, last.token + 1) > 0


def _realm(form: Form, page: str | None) -> Decision | None:
    """A state by its form: "Norland Democratic Republic", "Kingdom of Norland", "Norland Empire"."""
    lower = form.lower
    if len(lower) < 3 and (len(lower) < 2 or lower[-1] not in _RULED or lower[0] in _REALMS):
        return None
    last = lower[: lower.index("of")] if "of" in lower else lower
    if not last or last[-1] not in _REALMS or lower[-1] == "of" or lower[-1] in _FORCES:
        return None  # "Republic of Norland Navy"
    if last is lower and len(lower) > 2 and not _FORMS & set(lower[1:-1]):
        return None
    return decided("state", "realm") if any(map(is_state, form.sightings)) else None


def is_short(form: Form) -> bool:
    """Say whether a name is capitals alone."""
    return len(form.words) == 1 and len(form.key) > 1 and form.words[0].text.isupper()


def _titled(form: Form, page: str | None) -> Decision | None:
    """A title or an office stands beside it."""
    if form.head is not None or len(form.words) > _MOST_NAMES or is_short(form):
        return None  # a body's name
    persons = form.count("person")
    if len(form.words) == 1 and not form.titles and persons == form.count("way") == len(form.sightings):
        return decided(None, "place")  # "a woman from Xenda, a 34-year-old man and his daughter"
    if form.count("holy_place") > form.count("claimant"):
        return decided(
            None, "place"
        )  # "in St. Xendis", whose name a few words for people stand beside as well
    return decided("person", "title") if persons and persons * 3 >= form.count("place") else None


def _unit_noun(form: Form, page: str | None) -> Decision | None:
    """It begins with a noun of an armed group or a party in another language."""
    parts = form.key.split()
    first = parts[0]
    meaning = unit_nouns().get(first)
    if meaning is None or len(parts) < 2 or first == meaning or form.count("person"):
        return None
    if parts[1].capitalize() in given_names() and meaning in ("conquest", "support"):
        return None
    return decided("party" if meaning == "party" else "armed_group", "unit_noun")


def _headed(form: Form, page: str | None) -> Decision | None:
    """Its head noun names a body: "Ministry", "Air Force", "Front"."""
    lower = form.lower
    if lower[0] in ("islamic", "islamist") and "state" in lower[1:3]:
        return decided("armed_group", "head")
    if begins_task_force(lower):
        return decided("military", "head")
    if _is_station(lower):
        return decided("media", "head")
    found = body_head(form)
    if found is None:
        return decided("organisation", "head") if stands_up_for(lower) else None
    head, at = found
    if head in ("post", "column"):
        return _post(form, lower)
    if head == "campaign" and not {"for", "against", "to"} & set(lower):
        return decided(None, "event")
    if heads()[head] == "civilians" and stands_up_for(lower):
        return decided("organisation", "head")  # "Farmers for Justice"
    if len(lower) == 1 and (head in WEAK_HEADS or heads()[head] in ("unknown", "civilians")):
        return None
    if len(lower) == 1 and not form.shows(_SHOWS_BODY):
        return None
    last = name_words().get(lower[-1])
    if (
        last in ("place", "event", "thing")
        and lower[-1] not in heads()
        and not is_of_side(lower)
        and at + len(head.split()) == len(lower) - 1
    ):
        return decided(None, last)
    if head in WEAK_HEADS and len(lower) == 2 and head in {"line", "program", "class", "post", "column"}:
        return None
    return decided(refined(heads()[head], lower, head), "head")


def _post(form: Form, lower: list[str]) -> Decision | None:
    """A "Post" is a newspaper where it reports, a "Column" fights: else they stand somewhere."""
    if lower[-1] == "post":
        return decided("media", "head") if form.shows(_REPORTS) else decided(None, "place")
    return decided("armed_group", "head") if form.shows(_SHOWS_BODY - {"article"}) else None


def _is_station(lower: list[str]) -> bool:
    """Say whether a name is a station's: "Radio Norland", "Al Norda TV"; a TV alone is a thing."""
    if not 1 < len(lower) < 5:
        return False
    return lower[-1] in ("tv", "fm") or (lower[0] in ("radio", "tv") and not any(map(is_other, lower[1:])))


def _acronym(form: Form, page: str | None) -> Decision | None:
    """Capitals alone are a body's short name."""
    text = form.words[0].text
    if len(form.words) != 1 or not is_short_form(text) or len(form.key) < 2:
        return None
    if is_plural_of_things(text) or (text[-1] == "s" and text[:-1].lower() in name_words()):
        return decided(None, "thing")
    if _OF_A_STATES_PARTY.fullmatch(text):
        return decided(None, "thing")
    if (text.title() in given_names() and len(text) > 3) or text in ("QC", "KC", "CS"):
        return decided(None, "name_in_capitals")
    if len(form.sightings) < 2 and not form.sightings[0].evidence & _SHOWS_ACRONYM and not in_units(form):
        return None
    if len(text) > 5 and len(form.sightings) < 2 and not form.count("article") and not form.count("armed"):
        return None
    if form.count("place") * 2 > len(form.sightings):
        return None
    return decided(
        "armed_group" if form.count("armed") or form.count("responsible") else "organisation", "acronym"
    )


def _person(form: Form, page: str | None) -> Decision | None:
    """A common given name in front, an initial, "Jr." behind."""
    words, lower = [w.text for w in form.words], form.lower
    is_month = name_words().get(lower[0]) == "date" and words[0] in given_names()  # "Jan", "April"
    if not 2 <= len(words) <= 6 or any(is_other(w) or w in heads() for w in lower[is_month:]):
        return None
    if (
        any(w in {"of", "for", "and", "in", "on", "the", "&"} for w in words)
        or words[-1] in countries().names
    ):
        return None
    if form.count("armed") or form.count("article") * 2 >= len(form.sightings):
        return None
    if words[0] in countries().names or words[0] in countries().adjectives:
        return None
    initials = any(map(_INITIAL.fullmatch, words[:-1])) or words[-1] in (
        "Jr.",
        "Jr",
        "Sr.",
        "Sr",
    )
    given = words[0] in given_names() or (words[0] in ("Abu", "Umm", "Ibn") and len(words) > 1)
    in_place = form.count("place") * 2 > len(form.sightings)
    if given and words[0] not in given_names() and not form.shows(_SHOWS_PERSON):
        in_place = in_place or form.shows(AS_PLACE)  # "Abu Xenda" is a place's name as well
    if (given or initials) and not in_place:
        return decided("person", "given_name")
    if is_surname(words[-1]) and lower[0] not in _PLACE_FIRSTS and not form.count("place"):
        return decided("person", "family_name")
    is_plain = all(w in PARTICLES or is_capitalised(w) for w in words)
    is_place = lower[0] in _PLACE_FIRSTS and given_names().isdisjoint(words)
    if form.count("human") and not (in_place or is_place or form.count("of_office")) and is_plain:
        return decided("person", "human")
    speaks = form.shows(_SPEAKS)
    is_bare = lower[0] not in PARTICLES and not (form.count("article") or form.count("group") or in_place)
    if speaks and is_bare and is_plain:
        return decided("person", "speaks")
    return None


_RULES: tuple[Rule, ...] = (
    _known, airline, _country, _realm, medium, paper, affiliated, ruler, trap, _unit_noun, _titled, _headed,
    with_home, _acronym, _person, called, ruling, acting,
)  # fmt: skip
