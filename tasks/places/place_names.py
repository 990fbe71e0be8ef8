"""Names of places as texts write them: "Bab al-Hawa", "Jammu and Kashmir", "Kut province"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from tasks.lexicons.by_letters import Told
from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.model.span import Span
from tasks.places.countries_and_regions import (
    country_named,
    country_of_adjective,
    country_of_region,
    name_beginnings,
)
from tasks.places.organisations import is_organisation
from tasks.places.person_titles import offices, titles
from tasks.places.place_name import Part, PlaceName, sites

_CONNECTORS = words("name_connector")
_NOT_PLACES = words("not_a_place")
_DIRECTIONS = words("compass")
_REALMS = words("realm")
_LANDFORMS = words("landform")
_WATERS = words("water")
_ARTICLES = words("arabic_article")
_REGION_ENDS = frozenset(("Oblast", "Governorate", "Voivodeship", "Krai"))  # "Osk Oblast Governor Jan Day"


def read_names(tokens: Sequence[Token], at: int) -> tuple[list[PlaceName], int, str | None, bool]:
    """Read the chain of names that starts at an index.

    Return it, where it ends, the country that it hints at, and whether a noun for a kind of place is in it.
    """
    names: list[PlaceName] = []
    hint: str | None = None
    i, site = at, False
    while True:
        name, after, has_site = read_name(tokens, i)
        if name is None:
            break
        names.append(name)
        site = site or has_site
        end = after
        i = after
        if name.part == "country":
            owned, after_owned = _owned(tokens, i)
            if owned is not None:
                names[-1:] = [owned, name]
                end, site = after_owned, True
            break
        if _is_title(tokens, i + 1):
            break
        if (i < len(tokens) and tokens[i].text == ",") or (
            i + 1 < len(tokens) and tokens[i].lower == "of" and (has_site or name.part in ("adm_1", "adm_2"))
        ):
            i += 1
        else:
            break
        while i < len(tokens) and (
            tokens[i].lower in ("the", "in", "state") or tokens[i].lower in _DIRECTIONS
        ):
            if tokens[i].text[:1].isupper():
                break
            i += 1
        if i + 1 < len(tokens) and _is_adjective(tokens, i):
            break
    return (names, end, hint, site) if names else ([], at + 1, None, False)


def _owned(tokens: Sequence[Token], at: int) -> tuple[PlaceName | None, int]:
    """Return the part of a country that its possessive owns: "Chad's Lac Region", "Iraq's capital, Osk"."""
    if not tokens[at - 1].text.endswith(("'s", "’s")):
        return None, at
    start = at
    if at < len(tokens) and tokens[at].lower == "capital":
        start = at + 1
        while start < len(tokens) and tokens[start].lower in ("city", ","):
            start += 1
    owned, end, _ = read_name(tokens, start)
    if owned is None or (start == at and not _is_part_of_land(owned)):
        return None, at
    return owned, end


def _is_part_of_land(name: PlaceName) -> bool:
    """Whether a name is one of a province, or of land: "the Hale Valley"."""
    last = name.text.split()[-1]
    return name.part in ("adm_1", "adm_2") or (" " in name.text and last.lower() in _LANDFORMS)


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's title stands here: "of Osk, Archbishop Day" goes on with no wider place."""
    return at + 1 < len(tokens) and tokens[at].lower in titles() and tokens[at + 1].text[:1].isupper()


def _is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether a country's adjective before a noun stands here: ", Iranian state media" is no wider place."""
    return (
        country_of_adjective(tokens[at].text) is not None
        and country_named(tokens[at].text) is None
        and tokens[at + 1].text[:1].islower()
    )


def _is_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether an office and two words of a name stand here, and no site, or one alone: "the King"."""
    if tokens[at].lower not in offices():
        return False
    end = at
    while end < len(tokens) and end - at < 6 and is_name(tokens[end]):
        end += 1
    if end - at == 1:
        is_site = end < len(tokens) and site_kind(tokens[end]) is not None
        return not is_site and at > 0 and tokens[at - 1].lower == "the"
    return end - at > 2 and site_kind(tokens[end - 1]) is None


_BUILDINGS = frozenset(("mosque", "church", "synagogue", "temple", "shrine", "hotel", "restaurant", "café"))


def read_name(tokens: Sequence[Token], at: int) -> tuple[PlaceName | None, int, bool]:
    """Read one name ("Bab al-Hawa", "County Armagh", "Jammu and Kashmir", "Kut province")."""
    i = at
    if i >= len(tokens) or not is_name(tokens[i]) or bare(tokens[i]) in _NOT_PLACES or _is_person(tokens, i):
        return None, at + 1, False
    length = country_length(tokens, i)
    if length:
        last = tokens[i + length - 1]
        stop = last.end - 2 if last.text.endswith(("'s", "’s")) else last.end
        text = joined(tokens, i, i + length)
        part: Part = "country" if country_of_region(text) is None else "adm_1"
        return PlaceName(Span(tokens[i].start, stop), text, part), i + length, False
    realm = _realm(tokens, at)
    if realm is not None:
        return realm
    while i + 1 < len(tokens):
        following = tokens[i + 1]
        if tokens[i].text.endswith(("'s", "’s")) or (i > at and tokens[i].text in _REGION_ENDS):
            break
        if (is_name(following) and bare(following) not in _NOT_PLACES) or _is_elided(following.text):
            i += 1
        elif (
            following.lower in _CONNECTORS
            and i + 2 < len(tokens)
            and is_name(tokens[i + 2])
            and (following.lower != "of" or not _is_land(tokens, i + 2))
            and (following.lower != "and" or _is_known(tokens, at, i + 3))
        ):
            i += 2
        else:
            break
    end = i + 1
    text = joined(tokens, at, end)
    following = tokens[min(end, len(tokens) - 1)]
    is_which = text.lower() == "central" and site_kind(following) is not None and following.text.islower()
    if is_organisation(text) or is_which or (end < len(tokens) and following.text in ("War", "Wars")):
        return None, at + 1, False
    kind_of_name, has_site = _part(tokens, at, end, text)
    if end < len(tokens) and (kind := site_kind(tokens[end])) is not None and tokens[end].text.islower():
        has_site = True
        is_shop = [t.lower for t in tokens[end : end + 2]] == ["department", "store"]  # of no country
        if kind and not is_shop:
            kind_of_name = kind_of_name or kind
            text = joined(tokens, at, end + 1)
        end += 1 + is_shop
    elif end < len(tokens) and kind_of_name is None and tokens[end].text in _LANDFORMS:
        end += 1  # "Osk gorge in Hale"
    last = tokens[end - 1]
    span = Span(tokens[at].start, last.end - 2 if last.text.endswith(("'s", "’s")) else last.end)
    return PlaceName(span, text, kind_of_name, is_of_site=last.text in _BUILDINGS), end, has_site


def _is_elided(text: str) -> bool:
    """Whether a word goes on with a name behind an article or "of" without its vowel: "Cape | d'Osk"."""
    return text[:2].lower() in ("d'", "d’", "l'", "l’") and text[2:3].isupper()


def _realm(tokens: Sequence[Token], at: int) -> tuple[PlaceName, int, bool] | None:
    """Read "Sultanate of Osk", "Sea of Norland" as one name, None where no realm or water is named."""
    is_water = tokens[at].lower in _WATERS
    if not (is_water or tokens[at].lower in _REALMS) or at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return None
    within, end, _ = read_name(tokens, at + 2)
    if within is None:
        return None
    text = f"{joined(tokens, at, at + 2)} {within.text}"
    part: Part | None = None if is_water else "adm_1"
    return PlaceName(Span(tokens[at].start, within.span.end), text, part), end, False


def _is_land(tokens: Sequence[Token], at: int) -> bool:
    """Whether a country or the adjective of one stands here: "of Norland", "of Norlandic-held Hale"."""
    return country_length(tokens, at) > 0 or country_of_adjective(tokens[at].text) is not None


def _part(tokens: Sequence[Token], at: int, end: int, text: str) -> tuple[Part | None, bool]:
    known = _known_part(text)
    if known is not None:
        return known, False
    if end - at > 1 and tokens[at].lower in ("county", "province"):
        return "adm_1", True
    kind = site_kind(tokens[end - 1]) if end - at > 1 else None
    return (kind or None), kind is not None


@lru_cache(maxsize=20_000)
def _known_part(text: str) -> Literal["adm_1", "country"] | None:
    """Return what a name is if it is one of a country or of a well-known part of one."""
    if country_of_region(text) is not None:
        return "adm_1"
    return "country" if country_named(text) is not None else None


def _longest(first: str) -> int:
    """Return how many words the names of countries and regions have at most that begin with a word."""
    word = first.replace("’", "'")
    beginnings = name_beginnings()
    return beginnings.get(word) or beginnings.get(word.removesuffix("'s"), 0)


_LONGEST = Told(_longest)


def country_length(tokens: Sequence[Token], at: int) -> int:
    """Return how many words from an index on are the name of a country or region, 0 if none."""
    most = _LONGEST[tokens[at].text] if at < len(tokens) else 0
    if not most:  # nearly always
        return 0
    for length in range(min(most, len(tokens) - at), 0, -1):
        text = joined(tokens, at, at + length)
        if _known_part(text) is not None:
            following = tokens[at + length] if at + length < len(tokens) else None
            is_longer = following is not None and is_name(following) and not text.endswith("'s")
            return 0 if is_longer and length < 2 else length
    return 0


def _is_known(tokens: Sequence[Token], at: int, end: int) -> bool:
    return _known_part(joined(tokens, at, end)) is not None


def joined(tokens: Sequence[Token], at: int, end: int) -> str:
    """Return the words from one index to another as one name, without a final possessive."""
    text = tokens[at].text
    if end - at > 1:
        pieces = [text]
        for previous, token in pairwise(tokens[at:end]):
            pieces.append(f" {token.text}" if token.start > previous.end else token.text)
        text = "".join(pieces)
    return text[:-2] if text.endswith(("'s", "’s")) else text


def is_name(token: Token) -> bool:
    """Whether the token is a capitalised word, or one like "al-Bab"."""
    return token.kind == "word" and _WRITTEN_AS_NAME[token.text]


_NEVER = frozenset(("The", "A", "An", "BC", "BCE", "AD", "CE"))  # "In 250 BC the Danes"


def _is_written_as_name(text: str) -> bool:
    head, _, tail = text.partition("-")
    if tail.endswith(
        ("administered", "held", "controlled", "occupied", "led", "run", "owned", "backed", "based")
    ):
        return False
    return (text[:1].isupper() and text not in _NEVER) or (head.lower() in _ARTICLES and tail[:1].isupper())


_WRITTEN_AS_NAME = Told(_is_written_as_name)


def bare(token: Token) -> str:
    """Return the token's text without a possessive."""
    return token.text[:-2] if token.text.endswith(("'s", "’s")) else token.text


def site_kind(token: Token) -> Part | Literal[""] | None:
    """Return what a noun for a kind of place designates, "" for a mere site, None for other words."""
    return _SITE_KINDS[token.lower]


def _site_kind(word: str) -> Part | Literal[""] | None:
    known = sites()
    if word in known:
        return known[word]
    for plural, singular in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(plural) and word.removesuffix(plural) + singular in known:
            return ""
    return None


_SITE_KINDS = Told(_site_kind)
