"""Which countries an article speaks of, and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tasks.dates.report_day import dateline
from tasks.lexicons.by_letters import Told
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document, Sentence, Token, lowered
from tasks.places.countries_and_regions import Country, adjectives, country_of_capital, names, past_adjectives
from tasks.places.countries_in_view import CountryContext
from tasks.places.from_afar import OF_FORCES, strikes_from_afar

_ENTERED = ("invasion", "occupation", "liberation", "bombardment")  # "the invasion of Norland"
_OF_LAND = frozenset(  # "the government of Norland", "today part of Norland"
    (*_ENTERED, "government", "regime", "part", "parts", "north", "south", "east", "west", "coast", "centre")
)
_SHORT = ("U.S.", "US", "U.K.", "UK", "USSR")  # adjectives as well, before a noun
_WITHIN = late_pattern(
    rf"\b(?:{deed('rising')}|protests|unrest|crackdown)\b",
    re.IGNORECASE,
)
_BOMBED = late_pattern(
    rf"\b(?:(?:{deed('afar')}|bombing|invasion|occupation|raid) (?:of|on|in)"
    rf"|(?:{deed('attack')}|clashes|riots) in)"
    r" (?:the )?(?P<name>[A-Z].*)$"
)
_FROM = re.compile(  # what a report opens with
    r"(?P<town>[A-Z]{3,}(?: [A-Z]{3,})?)(?:, [A-Z][\w. ]{2,30})?(?: \([A-Z][\w/ ]{1,20}\))? ?[–—-] ?"
    r"|(?P<place>[A-Z][a-z]{2,}), (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2} ?[:–—-]"
)
_IN_COUNTRY = re.compile(
    r"\b(?:in|off|across) (?:(?:the|\w+ern) )?"
    r"(?:(?:capital|heart|centre|center|north|south|east|west) of (?:the )?)?(?P<name>[A-Z].*)"
)
_IN_COURT = re.compile(  # who is tried or taken somewhere did what is told elsewhere
    r"\b(?:arrest\w*|charg\w+|convict\w*|sentenc\w+|trial|tried|court|jail\w*|extradit\w+|talks|summit|vote\w*)\b",
    re.IGNORECASE,
)
_FIRST = 6  # what the first sentence names counts so often, beside 3 of the lead and 1 of the body
_OFTEN = 3  # times that a country is counted
_RIVALS = 2  # times: of what another country has at most half of, it is no rival
_FUNCTION_WORDS = words("function_word")
_BETWEEN = words("compass")
_WATERS = words("water")


def country_context(document: Document) -> CountryContext:
    """Return the countries that an article names or implies, the most frequent first.

    A mention in title, infobox or lead counts more than one further down, one in the first sentence most;
    a name inside a longer name ("Bank of Ireland") counts like any other.
    """
    first = next(iter(document.lead), None)
    counts = _Counts(Counter(), Counter(), Counter())
    for sentence in document.sentences:
        if _needed().isdisjoint(sentence.words):
            continue
        heading = document.heading_of(sentence)
        if heading.casefold() == "see also":
            continue
        weight = 3 if heading in ("lead", "infobox") else 1
        _count(sentence, counts, _FIRST if sentence is first else weight)
    from_where = _of_dateline(document)
    if from_where is not None:
        counts.located[from_where] += _FIRST
        counts.named[from_where] += _FIRST
    located, spoken_of = _ranked(counts.located), counts.named + counts.implied
    return CountryContext(
        located,
        _ranked(counts.named),
        _ranked(counts.implied),
        _of_title(document.article.title) or _of_headline(document),
        _foremost(spoken_of),
        _is_scattered(located, counts.located, spoken_of),
    )


def _is_scattered(located: Sequence[Country], places: Counter[Country], spoken_of: Counter[Country]) -> bool:
    """Whether the country of most locations does not stand out: another has many, or it is named in passing.

    "She was named after the capital of Northland" sets no ship's story there, and of two countries on whose
    border people fight neither is where a village lies of which nothing is told.
    """
    if not located:
        return False
    first, most = located[0], spoken_of.most_common(1)[0][1]
    if _RIVALS * spoken_of[first] < most and places[first] < _OFTEN:
        return True
    return any(
        _RIVALS * places[c] > places[first] and _RIVALS * spoken_of[c] > spoken_of[first] for c in located[1:]
    )


def _foremost(counts: Counter[Country]) -> Country | None:
    """Return the country that is spoken of twice as often as any other."""
    (first, most), (_, next_most) = (*counts.most_common(2), (None, 0), (None, 0))[:2]
    return first if most >= _OFTEN and most >= 2 * next_most else None


def _of_dateline(document: Document) -> Country | None:
    """Return the country of the capital from which a report is written: "BOGOTA (Reuters) -"."""
    for sentence in document.lead[:_OFTEN]:
        found = _FROM.match(sentence.span.of(document.text))
        if found is not None:
            return country_of_capital((found["town"] or found["place"]).title())
    return None


def _of_title(title: str) -> Country | None:
    """Return the country whose own coup a title names ("1991 Northland coup"), or that it says was bombed."""
    behind = _BOMBED.search(title)
    if behind is not None and (whole := names().get(behind["name"])) is not None:
        return whole
    if not _WITHIN.search(title):
        return None
    parts = title.split()
    two = (" ".join(parts[i : i + 2]) for i in range(len(parts)))
    known = (adjectives().get(w) or names().get(w) for w in (*two, *parts))
    return next((c for c in known if c is not None), None)


def _of_headline(document: Document) -> Country | None:
    """Return the country in which the headline of a report says that something happened."""
    title = document.article.title
    if dateline(document) is None or _IN_COURT.search(title):
        return None
    for found in _IN_COUNTRY.finditer(title):
        words = [word.strip(",;:.") for word in found["name"].split()]
        known = (names().get(" ".join(words[:length])) for length in range(min(4, len(words)), 0, -1))
        country = next((c for c in known if c is not None), None)
        if country is not None:
            return country
    return None


@dataclass(frozen=True, slots=True)
class _Counts:
    located: Counter[Country]
    named: Counter[Country]
    implied: Counter[Country]


@cache
def _signs() -> frozenset[str]:
    """Return the words, in lower case, that a name or an adjective of a country begins with."""
    firsts = {
        lowered(word.split(" ")[0]) for word in (*_lengths_by_first_word(), *adjectives(), *past_adjectives())
    }
    return frozenset(firsts | {f"{word}'s" for word in firsts})


@cache
def _needed() -> frozenset[str]:
    """Return the words of which a sentence holds one where it names a country: "the" alone begins many."""
    behind = {lowered(name.split(" ")[1]) for name in names() if name.startswith(("The ", "the "))}
    return (_signs() - {"the"}) | behind | {f"{word}'s" for word in behind}


def _count(sentence: Sentence, counts: _Counts, weight: int) -> None:
    tokens = sentence.tokens
    end = 0  # of the last name
    for i in sentence.places(_signs()):
        text = tokens[i].text
        if i < end or not text[:1].isupper() or _is_of_realm(tokens, i) or _is_beside(tokens, i):
            continue
        country, length = _named(tokens, i) if _LENGTHS[text] else (None, 1)
        if strikes_from_afar(tokens, i + length):
            pass  # "United States air strikes": they are somewhere else
        elif country is None:
            country = _of_adjective(tokens, i)
            if country is not None:
                counts.implied[country] += weight
        elif _is_adjective(tokens, i, length):
            counts.implied[country] += weight
        else:
            counts.named[country] += weight
            if _is_located(tokens, i):
                counts.located[country] += weight
        end = i + length


def _is_of_realm(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is a part of an armed group's: "the Islamic State of Iraq and the Levant"."""
    if at < _REALM or tokens[at - 1].lower not in ("of", "in"):
        return False
    return tokens[at - 3].text == "Islamic" and tokens[at - 2].text in ("State", "Emirate")


def _is_beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is only that of a sea, or of what lies across a border: "the Sea of Japan"."""
    if at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper() and tokens[at + 1].lower in _WATERS:
        return True  # "the Irish Sea"
    if at < _REALM:
        return False
    before, first = tokens[at - 1].lower, tokens[at - 2]
    if before == "of":
        return first.text[:1].isupper() and first.lower in _WATERS
    return before == "with" and first.lower in _BORDERS


_BORDERS = ("border", "borders", "frontier", "boundary")
_REALM = 3  # tokens: "Islamic State of"


def _named(tokens: Sequence[Token], at: int) -> tuple[Country | None, int]:
    for length in _LENGTHS[tokens[at].text]:
        words = tokens[at].text if length == 1 else " ".join([t.text for t in tokens[at : at + length]])
        country = names().get(_without_owner(words))
        if country is not None:
            return country, length
    return None, 1


def _of_adjective(tokens: Sequence[Token], at: int) -> Country | None:
    """Return the country of an adjective of one or two words, of the present before one of the past."""
    text = tokens[at].text
    if text in _first_of_two() and at + 1 < len(tokens):
        two = adjectives().get(f"{text} {tokens[at + 1].text}")
        if two is not None:
            return two
    return adjectives().get(text) or past_adjectives().get(text)


@cache
def _first_of_two() -> frozenset[str]:
    """Return the words that adjectives of two words begin with."""
    return frozenset(word.split(" ")[0] for word in adjectives() if word.count(" ") == 1)


def _without_owner(words: str) -> str:
    return words[:-2] if words.endswith(("'s", "’s")) else words


@cache
def _lengths_by_first_word() -> Mapping[str, Sequence[int]]:
    """Return for each word that a country's name begins with how many words such names have, most first."""
    found: dict[str, set[int]] = {}
    for name in names():
        words = name.split(" ")
        found.setdefault(_without_owner(words[0]), set()).add(len(words))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


# The same by a word as it is written, with a possessive ending or without.
_LENGTHS = Told(lambda word: _lengths_by_first_word().get(_without_owner(word), ()))


def _is_adjective(tokens: Sequence[Token], at: int, length: int) -> bool:
    """Whether "U.S." or the like stands before a noun, any name before one for what forces do."""
    after = tokens[at + length] if at + length < len(tokens) else None
    if after is None or after.kind != "word":
        return False
    if after.lower in OF_FORCES and after.text.islower():
        return True  # "in the United States bombardment of Osk"
    return tokens[at].text in _SHORT and after.lower not in _FUNCTION_WORDS


def _is_located(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is said to be in the country: "in northern Iraq", "Kut, Iraq".

    A sentence that begins with "In Iraq, ..." locates nothing in it.
    """
    i = at - 1
    while i > 0 and tokens[i].lower in _BETWEEN:
        i -= 1
    if i < 0:
        return False
    if tokens[i].text == ",":
        return (
            i > 0 and tokens[i - 1].text[:1].isupper() and _without_owner(tokens[i - 1].text) not in _ends()
        )
    if tokens[i].lower == "of" and i > 0 and tokens[i - 1].lower in _OF_LAND:
        return True
    if tokens[i].lower not in ("in", "into", "across", "throughout"):
        return False
    return i > 0 and tokens[i - 1].text not in ("State", "Mission", "Army", "Forces", "Command")


@cache
def _ends() -> frozenset[str]:
    """Return the last words of countries' names: a comma behind one lists countries."""
    return frozenset(name.split(" ")[-1] for name in names())


def _ranked(counts: Counter[Country]) -> tuple[Country, ...]:
    """Return the countries by count, the first mentioned first among equals."""
    order = {country: i for i, country in enumerate(counts)}
    return tuple(sorted(counts, key=lambda c: (-counts[c], order[c])))
