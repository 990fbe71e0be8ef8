"""What the text shows a name doing, where neither its words nor a title say what it names."""

from __future__ import annotations

import re

from tasks.actors.context.sightings import Form, Sighting, last_head
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import context, given_names, heads, is_surname, name_words
from tasks.actors.names.capitalised import PARTICLES
from tasks.actors.names.written import is_capitalised
from tasks.lexicons.construction_words import words as construction_words

_GROUP_PAGE = re.compile(
    r"\((?:[^)]*\b)?(?:organi[sz]ation|group|militia|party|company|newspaper|movement|political)", re.I
)
_NO_NAME = context("no_name")
_VIEWS = context("views")
_OF_SIDES = ("infobox_units", "infobox_combatant", "infobox_participants")
_PLACE_FIRSTS = context("place_firsts")
_SIGHTINGS_TO_A_PLACE = 4  # of a person, who is at most once in so many spoken of as of a place
_DOES_ALONE = frozenset(("verb", "claimant"))
_NOT_ALONE = frozenset(("of_office", "place", "way", "after_comma"))
_DOES = frozenset(("agent", "verb", "named"))
_PLACES_TO_A_GROUP = 3  # places for each time that the text says what group it is: "Xenda, known as"
_ADJECTIVE_ENDS = ("ian", "ean", "ese", "ish", "ic", "al", "can")
_FUNCTION_WORDS = construction_words("function_word")
_VERBS = context("agent_verbs")
_ARMED = frozenset(("armed", "responsible"))
_ACTS = frozenset(("told", "group", "claimant", "agent", "verb", "states_force", "armed", "named", "accused"))


def called(form: Form, page: str | None) -> Decision | None:
    """The page that a link leads to, the infobox or "a man named X" says what it is."""
    if page and _GROUP_PAGE.search(page):
        return decided("organisation", "page")
    if form.count("infobox_perpetrator"):
        if form.words[0].text.lower() in _NO_NAME:
            return decided(None, "infobox")  # "Perpetrators: Unknown"
        if _is_armed(form):
            return decided("armed_group", "infobox")
        is_people = len(form.words) == 1 and not any(map(_is_alone, form.sightings))
        return decided(None if is_people else "unknown", "infobox")  # "Xendan nationalists"
    if len(form.words) == 1 and form.words[0].text in given_names() and form.count("called_name"):
        return decided("person", "called_name")
    if len(form.words) == 1 and form.count("identified") and not _places(form) and not form.text.isupper():
        return decided("person", "identified")  # "another attacker, identified as Velan"
    if len(form.words) > 1 and in_command(form) and _is_listed_name(form):
        return decided("person", "infobox")
    return None


def in_units(form: Form) -> bool:
    """Say whether the infobox names it among the units or the sides of a fight."""
    return any(m.startswith(_OF_SIDES) for seen in form.sightings for m in seen.evidence)


def in_command(form: Form) -> bool:
    """Say whether the infobox names somebody as a commander, and the text never as a place's or a group's."""
    is_commander = any(
        mark.startswith("infobox_commander") for seen in form.sightings for mark in seen.evidence
    )
    return is_commander and not (form.count("group") or form.count("armed")) and last_head(form.lower) is None


def _is_listed_name(form: Form) -> bool:
    """Say whether a commander's name is a person's, though commas separate it from the others of the box."""
    outside = sum("after_comma" in s.evidence and not _in_box(s) for s in form.sightings)
    is_box = outside * 2 <= len(form.sightings)
    is_name = (
        2 <= len(form.words) <= 4 and not form.count("article") and all(_is_plain(w.text) for w in form.words)
    )
    return is_name and is_box and not (form.count("place") or form.count("way"))


def _in_box(seen: Sighting) -> bool:
    return any(mark.startswith("infobox_commander") for mark in seen.evidence)


def ruling(form: Form, page: str | None) -> Decision | None:
    """Somebody has a regime, a government or men of their own: "the X government", "men led by X"."""
    if not form.count("regime") or _has_digit(form):
        return decided("person", "led") if form.count("led") and _is_free_name(form) else None
    first = form.words[0]
    if form.text in countries().capitals:
        return decided(None, "place")  # "the Osk government": a state's, by its capital
    if len(form.words) > 1:
        is_name = first.text in given_names() or is_surname(form.words[-1].text)
        return decided("person", "regime") if is_name and _is_free_name(form, True) else None
    is_view = first.lower in _VIEWS or first.lower.endswith("ist")
    return None if form.count("agent") or is_view else decided("person", "regime")


def acting(form: Form, page: str | None) -> Decision | None:
    """The text shows it acting, or says that it is a group."""
    if not form.shows(_ACTS) or _has_digit(form):
        return None
    place, armed = _places(form), _is_armed(form)
    if _is_adjective(form) or (_is_region(form) and not form.count("rebel")) or _is_town(form):
        return None
    if form.count("of_peer") and any(map(_does_as_peer, form.sightings)):
        return decided("person", "peer")
    few = len(form.sightings) // _SIGHTINGS_TO_A_PLACE
    if len(form.words) == 1 and max(place, form.count("article")) <= few and _is_commander(form):
        return decided("person", "commands")
    if not place and (form.count("told") or _is_of_speaker(form)):
        return decided("media", "told") if form.count("told") else decided("organisation", "of_speaker")
    if form.count("group") and place <= form.count("group") * _PLACES_TO_A_GROUP:
        return decided("armed_group" if armed else "organisation", "called_group")
    if len(form.words) == 1 and all(seen.run.is_initial for seen in form.sightings):
        return decided("armed_group" if armed else "unknown", "acts") if form.count("claimant") else None
    is_arabic = len(form.words) > 1 and any(w.lower.startswith(("al-", "el-", "al ")) for w in form.words[1:])
    does = form.shows(_DOES)
    is_place = form.lower[0] in _PLACE_FIRSTS
    if is_arabic and does and not (place or armed or is_place or form.count("article")):
        return decided("person", "acts")
    if form.count("states_force") and not place:
        return decided("military", "states_force")
    agent = form.count("agent") + form.count("armed") + form.count("claimant")
    if agent and agent >= place:
        is_body = form.count("agent") or heads().get(form.lower[-1]) == "organisation"
        return decided("armed_group" if armed else "organisation" if is_body else "unknown", "agent")
    return None if place else _alone(form)


def _alone(form: Form) -> Decision | None:
    """Somebody is accused, or does what only people do, and no more is said of it."""
    if form.count("accused"):
        return decided("unknown", "accused")  # "accused the Red Hand of the bombing"
    if not form.count("verb") or len(form.words) > 2 or form.text in countries().capitals:
        return None
    verb = any(
        "verb" in s.evidence and "of_office" not in s.evidence and not s.run.is_initial
        for s in form.sightings
    )  # "the Prince of Xenda was": not Xenda
    return decided("unknown", "acts") if verb else None


def _is_of_speaker(form: Form) -> bool:
    """Say whether somebody of a body speaks: "Ada Quist of the Harbour Watch said"."""
    return bool(form.count("ends_claimant") and form.count("article")) and len(form.words) > 1


def _is_region(form: Form) -> bool:
    """Say whether a name ends in a place's word and holds no body's: "Xenda Region", not "Command West"."""
    is_place = len(form.words) > 1 and name_words().get(form.lower[-1]) == "place"
    return is_place and heads().keys().isdisjoint(form.lower)


def _is_town(form: Form) -> bool:
    """Say whether a name is a town's with a cell or a militia: "in Xenda", "the Xenda cell"."""
    return bool(_places(form) and form.count("of_town")) and not form.shows(_DOES_ALONE)


def _does_as_peer(seen: Sighting) -> bool:
    """Say whether somebody called by a title's name acts: "the Earl of Xenda. Xenda commanded the horse"."""
    return not seen.evidence.isdisjoint(_DOES_ALONE) and seen.evidence.isdisjoint(_NOT_ALONE)


def _is_commander(form: Form) -> bool:
    """Say whether one name has a unit ("D'Erlon's corps"), or is a common given name and fights."""
    return bool(form.count("commands")) or (form.text in given_names() and form.shows(_ARMED))


def _is_adjective(form: Form) -> bool:
    """Say whether one word looks like an adjective and never stands without a noun: "Northumbrian rebels"."""
    if len(form.words) > 1 or not form.text.endswith(_ADJECTIVE_ENDS):
        return False
    return not any(map(_is_alone, form.sightings))


def _is_alone(seen: Sighting) -> bool:
    """Say whether no noun stands behind a name."""
    last = seen.run.words[-1]
    tokens = seen.run.sentence.tokens
    behind = tokens[last.token + 1] if last.token + 1 < len(tokens) else None
    if last.is_owner or behind is None or behind.kind != "word" or not behind.text.islower():
        return True
    return behind.text in _FUNCTION_WORDS or behind.text in _VERBS or behind.text.endswith("ed")


def _is_armed(form: Form) -> bool:
    return form.shows(_ARMED)


def _has_digit(form: Form) -> bool:
    """Say whether a digit stands in the name, but not at its begin ("4chan")."""
    return not form.text[0].isdigit() and any(map(str.isdigit, form.text))


def _places(form: Form) -> int:
    place = form.count("place") + form.count("way")
    if not form.count("after_comma"):  # nearly always
        return place
    return place + sum("after_comma" in s.evidence and "verb" not in s.evidence for s in form.sightings)


def _is_free_name(form: Form, is_article_free: bool = False) -> bool:
    """Say whether the words may be a person's name, and stand nowhere as a place: two to four, no digit."""
    words = [w.text for w in form.words]
    has_article = form.count("article") and not is_article_free
    is_name = 2 <= len(words) <= 4 and not has_article and all(map(_is_plain, words))
    return is_name and not _places(form)


def _is_plain(word: str) -> bool:
    return word in PARTICLES or (
        is_capitalised(word) and not word.isupper() and not any(map(str.isdigit, word))
    )
