"""The site that the lead says was hit, where all else names its town alone.

"Gunmen opened fire on the Sorrel Bakery in Hale", "carried out on the Great Hale synagogue", "hit the main
entrance of Quist Park, one of the oldest parks of Osk": such words say more than the town of title or box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tasks.events.main.where.place_candidates import is_found_town
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed, one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.site_nouns import place_nouns
from tasks.lexicons.violence import verbs, words_of
from tasks.model.document import Document, Sentence
from tasks.model.span import Span
from tasks.places import CountryContext, PlacePhrase
from tasks.places.countries_and_regions import country_named
from tasks.places.folded_place_names import fold

_LEAD = 2  # sentences that say where it happened
_ACT = late_pattern(
    rf"\b(?:{deed('attack')}|{one_of(words_of(verbs(), 'past', 'participle', 'gerund'))}"
    r"|bombs?|open(?:ed|ing) fire|exploded|detonat\w+|enter(?:ed|ing)|took place|occurred|carried out"
    r"|hostages?|truck|gunm[ae]n)\b"
)
_CAP = r"(?:[A-ZÀ-Þ][\w'’.-]*|(?:al|el|ul|ad|as)-[\w'’-]+)"
_SITE = late_pattern(
    rf"\b(?:on|in|at|inside|outside|against|into|of|entered|{one_of(words('hit'))}|storming|hitting)"
    r" (?:the |an? )?(?:main |front )?"
    r"(?:(?:entrance|campus|grounds|headquarters|premises|courtyard|lobby) (?:of|to) (?:the )?)?"
    rf"(?P<site>{_CAP}(?: (?:{_CAP}|of|de|del|la|the|and)(?= )){{0,6}}(?: (?:{_CAP}|[a-z]+))??)"
    r"(?=[,.;:)(]| \(| (?:in|on|near|at|and|was|were|of|by|when|during|as|with|where|which|to|for|after)\b)"
)
_KINDS = "district|quarter|neighbourhood|neighborhood|area|ward|suburb|locality"
_OTHER_TIME = late_pattern(  # "three months after the attack on Quist Harbour"
    r"\b(?:after|before|since|following|like|unlike|revenge|retaliation|response|similar|deadliest|worst)\b"
    r"[^,.;]*$"
)
_OF_TOWN = frozenset({"thana", *_KINDS.split("|")})
_WHERE = late_pattern(
    r"(?: \([^()]{1,60}\))?,? (?:in|of|on|near|outside) (?:the )?"
    rf"(?P<in>{_CAP}(?: {_CAP}){{0,3}}(?: (?:{_KINDS})\b)?)"
)
_SUPERLATIVE = late_pattern(r"(?:the )?(?:most [a-z]+|[a-z]+est) ")
_NO_SITE = frozenset(
    {"city", "town", "village", "province", "state", "region", "district", "country", "county"}
)
_REACH = 110  # code points from what was done to the site


def with_hit_site(document: Document, phrase: PlacePhrase, context: CountryContext) -> PlacePhrase:
    """Return a town's phrase with the words for the site in it that the lead says was hit, if any."""
    if phrase.is_near or not phrase.names or phrase.names[0].part is not None:
        return phrase
    if not _is_bare(document, phrase) or not is_found_town(phrase, context):
        return phrase
    for sentence in document.lead[:_LEAD]:
        for span in _sites(document, sentence, phrase):
            return replace(phrase, span=span, has_site=True)
    return phrase


def _is_bare(document: Document, phrase: PlacePhrase) -> bool:
    """Whether the words for a place are its names alone, or only say what it is one of."""
    if _SUPERLATIVE.match(document.text, phrase.span.start):
        return True  # "Quist Park, one of the oldest parks of Osk"
    told = set(fold(phrase.span.of(document.text).replace(",", " ")).split())
    names = {word for n in phrase.names for word in fold(n.text).split()}
    return told <= names | {"in", "the"}


def _sites(document: Document, sentence: Sentence, phrase: PlacePhrase) -> Iterator[Span]:
    text = sentence.span.of(document.text)
    own = {fold(n.text) for n in phrase.names}
    for found in _SITE.finditer(text):
        name = found["site"]
        last = name.rpartition(" ")[2].casefold()
        if " " not in name or place_nouns().get(last) != "" or last in _NO_SITE or fold(name) in own:
            continue  # an administrative area is no site
        before = text[max(0, found.start("site") - _REACH) : found.start("site")]
        if not _ACT.search(before) or _OTHER_TIME.search(before):
            continue
        end = found.end("site")
        where = _WHERE.match(text, end)
        if where is not None:
            around = fold(where["in"].rstrip("."))
            if around.split()[-1] in _OF_TOWN or around in own:
                end = where.start("in") + len(where["in"].rstrip("."))
            elif country_named(where["in"]) is None and not any(around in n or n in around for n in own):
                continue  # in another town
        start = sentence.span.start
        yield Span(start + found.start("site"), start + end)
