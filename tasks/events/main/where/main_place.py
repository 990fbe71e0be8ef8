"""Which of an article's place phrases says where its own event happened."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from tasks.events.main.where.finer_place import finer, in_region, is_site_within
from tasks.events.main.where.hit_site import with_hit_site
from tasks.events.main.where.in_title import is_in_title, is_in_titled_region, title_key, titled_person
from tasks.events.main.where.infobox_place import infobox_place, of_town
from tasks.events.main.where.mutiny_ship import ship_of_mutiny, without_ship
from tasks.events.main.where.no_place import is_no_place
from tasks.events.main.where.place_candidates import TAKEN, candidates, is_of_past
from tasks.events.main.where.place_chains import with_part
from tasks.events.main.where.place_words import with_site, with_surroundings
from tasks.events.main.where.policed_town import policed_town
from tasks.events.main.where.spoken_from import by_words_before, is_hospital, is_office_town
from tasks.events.main.where.titled_site import titled_name, titled_site
from tasks.events.sections import is_apart
from tasks.events.triggers import triggers, type_of_words
from tasks.lexicons.construction_words import words as construction_words
from tasks.lexicons.deeds import deed, deeds, one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.sifted import Sifted
from tasks.model.actor import ActorBook
from tasks.model.article import LEAD
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.places import CountryContext, PlaceName, PlacePhrase, resolve_place
from tasks.places.countries_and_regions import country_named
from tasks.places.folded_place_names import fold

_SEAS = construction_words("water")
_CONTINENTS = construction_words("continent")
_SHIP_PREFIXES = construction_words("ship_prefix")
_NAME_BEGINNINGS = frozenset(
    ("Fort", "Camp", "Mount", "Lake", "Port", "Saint", "St", "St.", "San", "Santa",
     "New", "Río", "Cerro", "El", "La", "Los")
)  # fmt: skip
_COLOURS = frozenset(("black", "white", "red", "green", "blue", "little", "big", "great", "old", "el"))
_LIES = late_pattern(
    r",? (?:(?:which|that) (?:is|lies) )?(?:located |situated |lying )?(?:in|near) (?:the )?"
    r"(?:(?:present|modern)[- ]day |modern |what is now )?(?:the )?"
)
_OF_PLACE = one_of(deeds("attack", "one") - {"incursion", "invasion"})  # these are of a land
_ATTACKED = late_pattern(
    rf"\b(?:(?:{deed('attack')}|offensives?|advances?|march)"
    r" (?:(?:on|late|early) [A-Z][a-z]+day (?:morning |night |evening |afternoon )?)?(?:on|against)"
    rf"|(?:{_OF_PLACE}|battle|capture|fall|defen[cs]e) (?:of|for))"
    r" (?:the )?$"
)
_FOUGHT = late_pattern(r"\b(?:fought|took place|occurred)(?: (?:off|at|near|in|outside))? (?:the )?$")
_WORD = late_pattern(r"[\w'’-]+")
_WATER_NOUNS = ("river", "rivers", "stream", "streams", "canal", "lake", "sea")
_WATER = late_pattern(rf"\b(?:{'|'.join(_WATER_NOUNS)}) (?:the )?$")
_BESIDE = Sifted(  # what an attack answered, or somebody had done elsewhere
    r"\b(?:reprisals?|retaliation|revenge|retribution|in response|similar|convicted|sentenced|imprisoned"
    r"|being held)\b[^.;]{0,80}$"
)
_TO = late_pattern(r"\b(?:flights?|flying|en route|bound|voyage|journey)\b[^.;]*\b(?:from|to) (?:the )?$")
# The ends of what these find, which are looked for faster.
_WATERS = (*[f"{noun} " for noun in _WATER_NOUNS], "the ")
_WHAT = tuple([f"{word} {article}" for word in ("on", "against", "of", "for") for article in ("", "the ")])
_TOWARDS = ("to ", "from ", "to the ", "from the ")
_NOT_PLACES = construction_words("not_a_place")
_CHECKED = 8  # phrases that are looked up
_SENTENCES = 25  # how far into the body a place is looked for


def main_phrase(document: Document, context: CountryContext, book: ActorBook) -> PlacePhrase | None:
    """Return the phrase that says where the event was; of a town alone the site the lead says was hit."""
    phrase = _main_phrase(document, context, book)
    return None if phrase is None else with_hit_site(document, phrase, context)


def _main_phrase(document: Document, context: CountryContext, book: ActorBook) -> PlacePhrase | None:
    """Return the phrase that says where the article's own event happened, None if none does.

    The infobox's location comes first, with the lead's fuller words for it where they name the kind of
    place as well, and near it where the text first says "near".  Then the phrases of lead and body compete: a
    name of the title, the first sentences, a sentence with a trigger, the length of the chain, a gazetteer
    entry and a kind of place speak for one, a mere country and a preposition of direction against it.
    """
    ranked = [p for p in _ranked(document, context) if not is_no_place(document, p, context, book)]
    infobox = infobox_place(document)
    if infobox is None and ranked:
        first, *others = ranked
        if is_in_title(first, title_key(document.article.title)):
            first = with_surroundings(document, first, others, context)
        return with_site(document, with_part(document, in_region(document, first, others)))
    if infobox is None:
        return policed_town(document, context) or titled_name(document)
    same = [p for p in ranked if p.names and fold(p.names[0].text) == fold(infobox.names[0].text)]
    first = min(same, key=lambda p: p.span, default=infobox)
    hint = infobox.hint or next((p.hint for p in same if p.hint is not None), None)  # "the Norlandic town of"
    infobox = of_town(replace(infobox, is_near=infobox.is_near or first.is_near, hint=hint), ranked)
    finest = finer(document, infobox, ranked)
    if finest is not infobox:
        return finest
    own = {fold(n.text) for n in infobox.names}
    for phrase in ranked:
        shared = {fold(n.text) for n in phrase.names} & own
        is_fuller = len(phrase.span) > len(infobox.span) or is_site_within(phrase, infobox)
        if phrase.has_site and len(shared) >= 2 and is_fuller:
            return replace(infobox, span=phrase.span)
    return infobox


def _ranked(document: Document, context: CountryContext) -> list[PlacePhrase]:
    scored: list[tuple[float, int, PlacePhrase]] = []
    title = title_key(document.article.title)
    prose = (s for s in document.prose if document.heading_of(s).casefold() != "see also")
    for order, sentence in enumerate(islice(prose, _SENTENCES)):
        heading = document.heading_of(sentence)
        is_lead, apart = heading == LEAD, is_apart(heading)
        has_trigger = bool(triggers(sentence))
        for phrase in candidates(document, sentence, context):
            score = _score(phrase, title) - min(order, 12) * 0.4 + 2 * is_lead + has_trigger - 3 * apart
            score += _of_attack(document, phrase)
            scored.append((score, -phrase.span.start, phrase))
    person = titled_person(document)
    ship = ship_of_mutiny(document.article.title)
    if ship is not None:
        scored = [(score, at, own) for score, at, p in scored if (own := without_ship(p, ship)) is not None]
    if person is not None:  # "Shooting of Jan Mann" happened in no town called Mann
        whom = set(title_key(person).split())
        scored = [s for s in scored if not whom >= set(title_key(s[2].names[0].text).split())]
    scored.sort(key=lambda s: (-s[0], -s[1]))
    best = [
        (score + 2.5 * _is_found(phrase, context), start, phrase)
        for score, start, phrase in scored[:_CHECKED]
    ]
    best.sort(key=lambda s: (-s[0], -s[1]))
    ranked = [phrase for score, _, phrase in best if score > 0]
    if context.titled is not None:
        ranked = [phrase for phrase in ranked if _is_in(phrase, context)]
    if ranked and (is_in_title(ranked[0], title) or is_in_titled_region(ranked[0], title)):
        return ranked
    own = next((phrase for phrase in ranked if is_in_title(phrase, title)), None)
    if own is not None and _LIES.fullmatch(document.text[own.span.end : ranked[0].span.start]):
        whole = Span(own.span.start, ranked[0].span.end)
        return [replace(own, span=whole, names=(*own.names, *ranked[0].names)), *ranked]
    titled = (p for p in _of_title(document, context) if not _is_of_site(document, p, ranked))
    named = [_widened(phrase, ranked) for phrase in titled]
    return (named or _site(document, ranked, context)) + ranked


def _site(document: Document, ranked: list[PlacePhrase], context: CountryContext) -> list[PlacePhrase]:
    """Return the title's site, in the country of what is named; no building where the lead names its town."""
    site = titled_site(document)
    first = ranked[0] if ranked else None
    if site is None:
        return []
    for phrase in ranked:
        at = document.text.rfind(site.names[0].text, 0, phrase.span.start)
        if at > site.span.end and _LIES.fullmatch(document.text[at + len(site.span) : phrase.span.start]):
            return [replace(site, span=Span(at, phrase.span.end), names=(*site.names, *phrase.names))]
    is_told = first is not None and not first.is_weak and document.heading_at(first.span) == LEAD
    is_open = site.span.end == document.text.find(document.article.title) + len(document.article.title)
    is_land = site.names[0].text.split()[-1].lower() in construction_words("landform")
    if is_told and first is not None and not (is_land or is_open):
        return [replace(first, span=site.span, has_site=True)] if site.names[0].is_venue else []
    place = resolve_place(first, context) if first is not None else None
    if place is None or place.country is None:
        return [site]
    if first is not None and all(n.part for n in first.names):
        return [replace(site, names=(*site.names, *first.names))]
    return [replace(site, names=(*site.names, PlaceName(site.span, place.country, "country")))]


def _of_attack(document: Document, phrase: PlacePhrase) -> float:
    """Return what speaks for a place that is attacked ("attack on Osk"), against one that men come from.

    Where a flight or a voyage went from or to is not where it was attacked either.
    """
    text, start = document.text, phrase.span.start
    begin = max(0, start - 120)
    before, name = text[begin:start], phrase.names[0].span.start
    if text.endswith(_WATERS, begin, name) and _WATER.search(text[begin:name]):
        return -4.0
    if _BESIDE.search(before):
        return -4.0
    if is_hospital(document, phrase):
        return -7.0
    if "nearby " in text[start:name]:  # "mayor of the nearby town of Osk"
        return -5.0
    told = by_words_before(document, phrase, before)
    if told:
        return told
    if before.endswith(_TOWARDS) and _TO.search(before):
        return -5.0  # where a flight was bound
    if not phrase.is_weak or phrase.preposition == "off":
        return 5.0 * (phrase.preposition == "off" and _FOUGHT.search(before) is not None)
    if phrase.preposition == "from":
        return -2.0
    return 3.5 * (before.endswith(_WHAT) and _ATTACKED.search(before) is not None)


def _is_of_site(document: Document, own: PlacePhrase, ranked: list[PlacePhrase]) -> bool:
    """Whether a town's name is that of a building elsewhere: "the Osk shopping mall in Hale, Northland"."""
    at = own.span.end
    following = document.text[at : at + 40].split()[:1]
    if not following or not following[0].islower() or type_of_words(following[0]) is not None:
        return False
    called = f"{own.names[0].text} {following[0]}"  # "Osk shopping"
    return any(
        phrase.has_site
        and called in document.text[phrase.span.start : phrase.names[0].span.start]
        and all(own.names[0].text != n.text for n in phrase.names)
        for phrase in ranked
    )


def _is_in(phrase: PlacePhrase, context: CountryContext) -> bool:
    """Whether a place may lie in the country that the title names."""
    place = resolve_place(phrase, context)
    country = context.titled
    return place is None or country is None or place.country in (None, country.name)


def _widened(own: PlacePhrase, ranked: list[PlacePhrase]) -> PlacePhrase:
    """Return the title's place with what the prose says it lies in ("Osk district of Northland")."""
    name = title_key(own.names[0].text)
    for phrase in ranked:
        at = next(
            (i for i, n in enumerate(phrase.names) if title_key(n.text).split()[:1] == name.split()), None
        )
        around = phrase.names[at + 1 :] if at is not None else ()
        wider = tuple(n for n in around if n.part in ("adm_1", "adm_2", "country"))
        if wider:
            return replace(own, names=(*own.names, *wider))
    return own


def _is_found(phrase: PlacePhrase, context: CountryContext) -> bool:
    """Whether the gazetteer has the place, or its words say that it is a sea, or in a state of history."""
    place = resolve_place(phrase, context)
    is_water = phrase.names[0].text.split()[-1].lower() in _SEAS and " " in phrase.names[0].text
    return is_water or (place is not None and (place.geonameid is not None or is_of_past(phrase, place)))


def _of_title(document: Document, context: CountryContext) -> list[PlacePhrase]:
    """Return the name of a known place in the title ("2016 Budapest bombing"), if there is one."""
    at = document.text.find(document.article.title)
    title = document.article.title
    if at < 0 or titled_person(document) is not None or ship_of_mutiny(title) is not None:
        return []
    span = Span(at, at + len(title))
    words = [(m.start() + at, m.group()) for m in _WORD.finditer(title)]
    behind = 0  # a country's name: there is a town called Lanka
    for i, (start, _) in enumerate(words):
        for j in range(min(i + 4, len(words)), i, -1):
            end = words[j - 1][0] + len(words[j - 1][1])
            name = document.text[start:end]
            behind = max(behind, j if country_named(name) is not None else 0)
            if (
                i < behind
                or not name[:1].isupper()
                or name in _NOT_PLACES
                or type_of_words(words[j - 1][1]) is not None  # towns are called War and Battle
                or not span.contains(Span(start, end))
                or _goes_on(words, j)
                or any(word in _SHIP_PREFIXES for _, word in words[: i + 1])
                or (i and words[i - 1][1] in _NAME_BEGINNINGS)
                or (i == 1 and _is_part_of_name(words[0][1]))
                or is_office_town(document, name)
            ):
                continue
            phrase = PlacePhrase(Span(start, end), (PlaceName(Span(start, end), name, None),), None, "")
            if _is_found(phrase, context):
                return [phrase]
    return []


def _is_part_of_name(word: str) -> bool:
    """Whether the title's first word makes a name with the second: "Black" of "Black Osk explosion"."""
    return word.isalpha() and word.lower() in _COLOURS


def _goes_on(words: list[tuple[int, str]], at: int) -> bool:
    """Whether a name goes on with a capitalised word that names no event: "Deh" of "Deh Bala airstrike"."""
    return at < len(words) and words[at][1][:1].isupper() and type_of_words(words[at][1]) is None


def _score(phrase: PlacePhrase, title: str) -> float:
    in_title = is_in_title(phrase, title)
    parts = [n.part for n in phrase.names]
    only_country = parts.count("country") == len(parts) or all(
        n.text.rpartition(" ")[2] in _CONTINENTS for n in phrase.names
    )
    known = parts.count(None) < len(parts)
    score = 6.0 * in_title + 1.5 * min(3, len(phrase.names)) + 1.5 * known + 1.0 * phrase.has_site
    score += 1.0 * (phrase.preposition in ("in", "at", "near", "neared", "outside", TAKEN))
    return score - 4.0 * only_country - 2.5 * (phrase.is_weak and phrase.preposition != "off")
