"""Place phrases of a sentence: "near the town of Binnish", "a petrol station in Hillah".

A phrase is a preposition of place, words that say what kind of place it is, and a chain of names
("Bessbrook, County Armagh, Northern Ireland").  Phrases that follow each other without a break
("at the market in Hillah") are one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from tasks.lexicons.load import load
from tasks.model.document import Sentence, Token
from tasks.model.span import Span
from tasks.places.countries import country_named, country_of_adjective, country_of_region

Part = Literal["location", "adm_2", "adm_1", "country"]

_PREPOSITIONS = frozenset(
    [
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "within",
        "neared",
        "approached",
        "across",
        "throughout",
        "into",
        "on",
        "from",
        "off",
        "over",
        "of",
        "between",
        "to",
        "toward",
        "towards",
        "attacked",
        "bombed",
    ]
)
_WEAK = frozenset(
    ["into", "on", "from", "off", "over", "of", "between", "to", "toward", "towards", "attacked", "bombed"]
)
_CONNECTORS = frozenset(
    [
        "al",
        "el",
        "of",
        "the",
        "de",
        "da",
        "do",
        "del",
        "la",
        "las",
        "le",
        "du",
        "and",
        "ul",
        "i",
        "y",
        "ibn",
        "bin",
        "e",
        "am",
        "an",
        "der",
        "van",
    ]
)
_NOT_PLACES = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "World",
        "War",
        "I",
        "II",
        "III",
        "Ramadan",
        "Easter",
        "Christmas",
        "Islam",
        "Islamist",
        "Muslim",
        "Muslims",
        "Christian",
        "Shia",
        "Sunni",
        "Parliament",
        "Congress",
        "Senate",
        "God",
        "UTC",
        "GMT",
    ]
)
_EVENT_NAMES = frozenset(
    [
        "Battle",
        "Campaign",
        "Offensive",
        "War",
        "Operation",
        "Siege",
        "Attack",
        "Bombing",
        "Treaty",
        "Agreement",
        "Troubles",
        "Revolution",
        "Spring",
        "Massacre",
        "Airstrike",
        "Airstrikes",
        "Ceasefire",
        "Uprising",
        "Intifada",
        "Pilgrimage",
        "Crisis",
        "Conflict",
        "Sea",
    ]
)
_DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "north-eastern",
        "north-western",
        "south-eastern",
        "south-western",
        "upper",
        "lower",
    ]
)
_VERBS = ("neared", "approached", "attacked", "bombed")
_SETTLEMENTS = frozenset(
    ["city", "town", "village", "hamlet", "camp", "island", "park", "district", "valley"]
)
_MODIFIER_LIMIT = 9


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name of a chain, with what it is if a designator or the lexicons say so."""

    span: Span
    text: str
    part: Part | None

    @property
    def is_venue(self) -> bool:
        """Whether it names a building, a road or the like ("Oikumene Church") rather than a place people live in."""
        word = self.text.split()[-1].lower()
        return self.part is None and " " in self.text and word in _sites() and word not in _SETTLEMENTS


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """A place as a sentence gives it.

    Attributes:
        span: from the kind of place, or the first name, to the last name ("a market in the Somali
            capital Mogadishu").
        names: the chain of names, the smallest place first.
        hint: ISO 3166-1 alpha-3 of a country whose adjective the phrase holds ("the Somali capital").
        preposition: the word before it in lower case, "" for an infobox value.
        has_site: it names a kind of place ("market", "village").
        is_near: the event was near the place, not in it.
    """

    span: Span
    names: tuple[PlaceName, ...]
    hint: str | None
    preposition: str
    has_site: bool = False
    is_near: bool = False

    @property
    def is_weak(self) -> bool:
        """Whether its preposition says where something goes or comes from rather than where it is."""
        return self.preposition in _WEAK and not self.has_site


def phrases(sentence: Sentence) -> tuple[PlacePhrase, ...]:
    """Return the place phrases of a sentence, in text order."""
    tokens = sentence.tokens
    found: list[PlacePhrase] = []
    i = 0
    while i < len(tokens):
        if tokens[i].lower in _PREPOSITIONS:
            phrase, after = _after(tokens, i)
            if phrase is not None:
                joined = _join(found[-1], phrase, tokens[i]) if found else None
                if joined:
                    found[-1] = joined
                else:
                    found.append(_with_site(tokens, i, phrase))
                i = after
                continue
        i += 1
    return tuple(found)


def chain(tokens: Sequence[Token], preposition: str = "") -> PlacePhrase | None:
    """Return the place that words without a preposition name, as an infobox value does."""
    start = next((i for i, t in enumerate(tokens) if _is_name(t)), None)
    if start is None:
        return None
    names, _, hint, _ = _names(tokens, start)
    if not names:
        return None
    near = any(t.lower in ("near", "outside", "off") for t in tokens[:start])
    return PlacePhrase(Span(tokens[0].start, tokens[-1].end), tuple(names), hint, preposition, False, near)


def _after(tokens: Sequence[Token], at: int) -> tuple[PlacePhrase | None, int]:
    """Read modifiers and names behind the preposition at an index."""
    i, hint, site = at + 1, None, False
    while i < len(tokens) and i - at <= _MODIFIER_LIMIT:
        token = tokens[i]
        if token.kind != "word":
            return None, at + 1
        if _is_name(token):
            adjective = country_of_adjective(_bare(token))
            if _country_length(tokens, i):
                break
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            is_modifier = (
                following is not None
                and following.kind == "word"
                and (
                    (
                        following.text[:1].islower()
                        and following.lower not in _PREPOSITIONS | {"and", "when", "by"}
                    )
                    or (_is_name(following) and country_named(token.text) is None)
                )
            )
            if adjective is None or not is_modifier or country_named(token.text):
                break
            hint = adjective.iso3
        elif token.lower in _PREPOSITIONS and token.lower != "of":
            return None, at + 1
        elif _site(token) is not None:
            site = True
        elif token.lower in ("that", "which", "who", "when", "where", "and", "by"):
            return None, at + 1
        i += 1
    else:
        return None, at + 1
    names, end, chain_hint, chain_site = _names(tokens, i)
    if not names:
        return None, at + 1
    preposition = tokens[at].lower
    near = preposition in ("near", "outside", "neared", "approached", "around", "off")
    near = near or any(t.lower in ("near", "outskirts", "outside") for t in tokens[at:i])
    start = tokens[at + 1].start if (site or i == at + 1 or preposition in ("neared",)) else tokens[i].start
    stop = tokens[end - 1].end
    if tokens[end - 1].text.endswith(("'s", "’s")):  # "Cairo's many commuter towns"
        kind = next((t for t in tokens[end : end + 4] if _site(t) is not None or t.kind != "word"), None)
        if kind is not None and kind.kind == "word" and kind.text.islower():
            stop, chain_site = kind.end, True
        else:
            stop = names[-1].span.end
    return (
        PlacePhrase(Span(start, stop), tuple(names), hint or chain_hint, preposition,
                    site or chain_site, near),
        end,
    )  # fmt: skip


def _names(tokens: Sequence[Token], at: int) -> tuple[list[PlaceName], int, str | None, bool]:
    """Read a chain of names that starts at an index; return it, where it ends, a country hint, and whether
    one of the names has a noun for a kind of place.
    """
    names: list[PlaceName] = []
    i, hint, site = at, None, False
    while True:
        name, after, has_site = _name(tokens, i)
        if name is None:
            break
        names.append(name)
        site = site or has_site
        end = after
        i = after
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
    return (names, end, hint, site) if names else ([], at + 1, None, False)


def _name(tokens: Sequence[Token], at: int) -> tuple[PlaceName | None, int, bool]:
    """Read one name ("Bab al-Hawa", "County Armagh", "Jammu and Kashmir", "Idlib province")."""
    i = at
    if i >= len(tokens) or not _is_name(tokens[i]) or _bare(tokens[i]) in _NOT_PLACES:
        return None, at + 1, False
    length = _country_length(tokens, i)
    if length:
        last = tokens[i + length - 1]
        stop = last.end - 2 if last.text.endswith(("'s", "’s")) else last.end
        text = _slice(tokens, i, i + length)
        part: Part = "country" if country_of_region(text) is None else "adm_1"
        return PlaceName(Span(tokens[i].start, stop), text, part), i + length, False
    while i + 1 < len(tokens):
        following = tokens[i + 1]
        if tokens[i].text.endswith(("'s", "’s")):
            break
        if _is_name(following) and _bare(following) not in _NOT_PLACES:
            i += 1
        elif (
            following.lower in _CONNECTORS
            and i + 2 < len(tokens)
            and _is_name(tokens[i + 2])
            and (following.lower != "of" or country_named(tokens[i + 2].text) is None)
            and (following.lower != "and" or _is_known(tokens, at, i + 3))
        ):
            i += 2
        else:
            break
    end = i + 1
    text = _slice(tokens, at, end)
    if _is_organisation(text):
        return None, at + 1, False
    kind_of_name, has_site = _part(tokens, at, end)
    if end < len(tokens) and (kind := _site(tokens[end])) is not None and tokens[end].text.islower():
        has_site = True
        if kind:
            kind_of_name = kind_of_name or kind
            text = _slice(tokens, at, end + 1)
        end += 1
    last = tokens[end - 1]
    stop = last.end - 2 if last.text.endswith(("'s", "’s")) else last.end
    return PlaceName(Span(tokens[at].start, stop), text, kind_of_name), end, has_site


def _part(tokens: Sequence[Token], at: int, end: int) -> tuple[Part | None, bool]:
    text = _slice(tokens, at, end)
    if country_named(text) is not None and country_of_region(text) is None:
        return "country", False
    if country_of_region(text) is not None:
        return "adm_1", False
    if end - at > 1 and tokens[at].lower in ("county", "province"):
        return "adm_1", True
    kind = _site(tokens[end - 1]) if end - at > 1 else None
    return (kind or None), kind is not None


def _country_length(tokens: Sequence[Token], at: int) -> int:
    """Return how many words from an index on are the name of a country or region, 0 if none."""
    for length in range(min(5, len(tokens) - at), 0, -1):
        text = _slice(tokens, at, at + length)
        if country_named(text) is not None or country_of_region(text) is not None:
            following = tokens[at + length] if at + length < len(tokens) else None
            is_longer = following is not None and _is_name(following) and not text.endswith("'s")
            return 0 if is_longer and length < 2 else length
    return 0


def _is_organisation(text: str) -> bool:
    """Whether a name is one of an organisation, a vehicle or an abbreviation rather than a place."""
    last = text.split()[-1].rstrip("s")
    if any(c.isdigit() for c in text) or (text.isupper() and len(text) < 6):
        return True
    if not _EVENT_NAMES.isdisjoint(text.split()):
        return True
    return last in _organisation_heads() and last.lower() not in _sites()


@cache
def _organisation_heads() -> frozenset[str]:
    heads = {word for row in load("organisation_heads") for word in row["head"].split()[-1:]}
    return frozenset(h[:1].upper() + h[1:].rstrip("s") for h in heads) | {
        "Soldier",
        "Judge",
        "Police",
        "Troop",
    }


def _is_known(tokens: Sequence[Token], at: int, end: int) -> bool:
    text = _slice(tokens, at, end)
    return country_named(text) is not None or country_of_region(text) is not None


def _slice(tokens: Sequence[Token], at: int, end: int) -> str:
    words = []
    for previous, token in zip((None, *tokens[at : end - 1]), tokens[at:end], strict=True):
        if previous is not None and token.start > previous.end:
            words.append(" ")
        words.append(token.text)
    text = "".join(words)
    return text[:-2] if text.endswith(("'s", "’s")) else text


def _join(before: PlacePhrase, phrase: PlacePhrase, preposition: Token) -> PlacePhrase | None:
    """Join a phrase to the one directly before it: "at Breitscheidplatz" and "in Berlin"."""
    if preposition.start - before.span.end > 2 or preposition.lower in ("and", "to", "from", "between"):
        return None
    if before.names[-1].part == "country" or before.preposition in ("from", "to", "between"):
        return None
    return replace(
        before,
        span=Span(before.span.start, phrase.span.end),
        names=before.names + phrase.names,
        hint=before.hint or phrase.hint,
        has_site=before.has_site or phrase.has_site,
    )


def _with_site(tokens: Sequence[Token], at: int, phrase: PlacePhrase) -> PlacePhrase:
    """Take in the kind of place before the preposition: "a petrol station" in "a petrol station in Hillah"."""
    if at == 0 or _site(tokens[at - 1]) is None or tokens[at].lower in _VERBS:
        return phrase
    i = at - 1
    while i > 0 and at - i < 6 and tokens[i - 1].kind == "word" and tokens[i - 1].lower not in _PREPOSITIONS:
        i -= 1
        if tokens[i].lower in ("the", "a", "an"):
            break
    else:
        if i > 0 and tokens[i - 1].lower not in _PREPOSITIONS:
            i = at - 1
    return replace(phrase, span=Span(tokens[i].start, phrase.span.end), has_site=True)


def _is_name(token: Token) -> bool:
    """A capitalised word, or one like "al-Bab"."""
    if token.kind != "word":
        return False
    head, _, tail = token.text.partition("-")
    if tail.endswith(
        ("administered", "held", "controlled", "occupied", "led", "run", "owned", "backed", "based")
    ):
        return False
    return (token.text[:1].isupper() and token.text not in ("The", "A", "An")) or (
        head.lower() in _ARTICLES and tail[:1].isupper()
    )


_ARTICLES = frozenset(
    ["al", "el", "as", "ash", "an", "ar", "at", "ad", "adh", "az", "es", "ed", "ez", "ul", "il"]
)


def _bare(token: Token) -> str:
    return token.text[:-2] if token.text.endswith(("'s", "’s")) else token.text


def _site(token: Token) -> Part | Literal[""] | None:
    """Return what a noun for a kind of place designates, "" for a mere site, None for other words."""
    word = token.lower
    sites = _sites()
    if word in sites:
        return sites[word]
    for plural, singular in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(plural) and word.removesuffix(plural) + singular in sites:
            return ""
    return None


@cache
def _sites() -> Mapping[str, Part | Literal[""]]:
    parts: dict[str, Part | Literal[""]] = {"adm_1": "adm_1", "adm_2": "adm_2", "": ""}
    return {row["noun"]: parts[row["part"]] for row in load("sites")}
