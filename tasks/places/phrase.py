"""Place phrases of a sentence: "near the town of Binnish", "a petrol station in Kut".

A phrase is a preposition of place, words that say what kind of place it is, and a chain of names
("Bessbrook, County Armagh, Northern Ireland").  Phrases that follow each other without a break
("at the market in Kut") are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tasks.lexicons.by_letters import Told
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token
from tasks.model.memo import remembered
from tasks.model.span import Span
from tasks.model.value import value
from tasks.places.chain_ends import is_owned_machine, is_whose_fire, whole_chain, without_object
from tasks.places.chain_openings import behind_description, is_of_ruler
from tasks.places.countries_and_regions import Country, country_named, country_of_adjective
from tasks.places.from_afar import FROM_AFAR
from tasks.places.no_preposition import is_no_preposition
from tasks.places.noun_words import behind_verb, first_word
from tasks.places.place_name import PlaceName
from tasks.places.place_names import bare, country_length, is_name, read_names, site_kind

_PREPOSITIONS = words("place_preposition")
_NO_NOUN = _PREPOSITIONS | {"and", "when", "by"}
_WEAK = words("direction_preposition")
_LEADS_ON = ("of", "against")
_ELSEWHERE = FROM_AFAR | {"through", "via", "across", "along"}
_BOTH_ENDS = frozenset(("from", "to", "between"))
_VERBS = ("neared", "approached", "attacked", "bombed")
_COMPASS = words("compass")
_WATERS = words("water")
_NEARBY = frozenset(("near", "outskirts", "outside"))
_IS_NEAR = ("near", "outside", "neared", "approached", "around", "off")
_BESIDE = frozenset(("near", "outside", "off", "around"))
_OPENINGS = _BESIDE | _PREPOSITIONS | {"along", "across", "throughout", "between"}
_ENDS = frozenset(
    ("that", "which", "who", "when", "where", "and", "by", "with", "was", "were", "is", "are", "had", "has",
     "following")
)  # of what may stand before a name  # fmt: skip
_TOWNS = frozenset(("city", "town", "village", "port", "hamlet", "fortress"))
_MODIFIER_LIMIT = 9  # tokens


@value(frozen=True, slots=True)
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


@remembered
def phrases(sentence: Sentence) -> tuple[PlacePhrase, ...]:
    """Return the place phrases of a sentence, in text order."""
    tokens = sentence.tokens
    found: list[PlacePhrase] = []
    end = 0  # of the last one
    for i in sentence.places(_PREPOSITIONS):
        if i < end or is_no_preposition(tokens, i):
            continue
        phrase, after = _after(tokens, i)
        if phrase is not None and not is_of_ruler(tokens, phrase.names[0]):
            joined = _join(found[-1], phrase, tokens[i]) if found else None
            if joined:
                found[-1] = joined
            else:
                found.append(_with_site(tokens, i, phrase))
            end = after
    return tuple(found)


def chain(tokens: Sequence[Token], preposition: str = "") -> PlacePhrase | None:
    """Return the place that words without a preposition name, as an infobox value does."""
    # A value begins with a capital: "Near Osk", "Along the border of Osk".
    is_before = len(tokens) > 1 and tokens[0].lower in _OPENINGS
    first = behind_description(tokens)
    start = next(
        (i for i, t in enumerate(tokens) if is_name(t) and i >= first and not (is_before and i == 0)), None
    )
    if start is None:
        return None
    names, _, hint, _ = read_names(tokens, start)
    if not names:
        return None
    near = any(t.lower in _BESIDE for t in tokens[:start])
    return PlacePhrase(Span(tokens[0].start, tokens[-1].end), tuple(names), hint, preposition, False, near)


def _after(tokens: Sequence[Token], at: int) -> tuple[PlacePhrase | None, int]:
    """Read modifiers and names behind the preposition at an index."""
    i, hint, site = at + 1, None, False
    stop = min(len(tokens), at + 1 + _MODIFIER_LIMIT)
    while i < stop:
        token = tokens[i]
        step = _STEPS[token.text]
        if not step and not (token.text in _LEADS_ON and is_no_preposition(tokens, i)):  # nearly always
            i, hint = i + 1, None if token.lower in _ELSEWHERE else hint  # Danes going through Osk
            continue
        if step == "name":
            two = _two_words(tokens, i)
            if two is not None:
                hint = two.iso3
                i += 2
                continue
            if _only_says_where(tokens, i):
                i += 1
                continue
            adjective = country_of_adjective(bare(token))
            if adjective is None or country_length(tokens, i) or country_named(token.text):
                break
            if not _modifies(tokens, i):
                if i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper():
                    break
                return None, at + 1  # "in English", "by the French"; "to the assassination of X"
            hint = adjective.iso3
        elif step == "site":
            site = True
        elif step in ("end", "") or not (_is_capital(tokens, i) if step == "," else token.kind == "word"):
            return None, at + 1
        i += 1
    else:
        return None, at + 1
    within = without_object(tokens, at, i)
    names, end, chain_hint, chain_site = read_names(within, i)
    if not names or is_owned_machine(tokens, at) or is_whose_fire(tokens, end, names):
        return None, at + 1
    preposition = tokens[at].lower
    names, end = whole_chain(tokens, at, names, end)
    near = preposition in _IS_NEAR or not _NEARBY.isdisjoint([t.lower for t in tokens[at:i]])
    whole = first_word(tokens, at + 1, i) if site or i == at + 1 or preposition in ("neared", "off") else i
    owned = _owned_site(tokens, end)
    is_owner = tokens[end - 1].text.endswith(("'s", "’s"))
    stop = owned.end if owned is not None else names[-1].span.end if is_owner else tokens[end - 1].end
    site = site or chain_site or owned is not None
    phrase = PlacePhrase(
        Span(tokens[whole].start, stop), tuple(names), hint or chain_hint, preposition, site, near
    )
    return phrase, (end if len(within) == len(tokens) else len(within) + 1)


def _is_modifier(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and country_of_adjective(bare(tokens[at])) is not None and _modifies(tokens, at)


def _only_says_where(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only says where a town lies: "the Eastern Norlandic city", "the Halish town of Osk"."""
    if tokens[at].lower in _COMPASS and _is_modifier(tokens, at + 1):
        return True
    if _is_of_capital(tokens, at):
        return True
    if at + 3 >= len(tokens) or country_length(tokens, at) or country_of_adjective(bare(tokens[at])):
        return False
    is_town = tokens[at + 1].lower in _TOWNS and tokens[at + 2].lower == "of"
    return is_town and is_name(tokens[at + 3]) and tokens[at].text[-2:] not in ("'s", "’s")


def _is_of_capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only says of what land a town is the capital: "the Halish summer capital Osk"."""
    capital = next((k for k in (at + 1, at + 2) if k < len(tokens) and tokens[k].lower == "capital"), None)
    if capital is None or capital + 1 >= len(tokens) or tokens[at].text[-2:] in ("'s", "’s"):
        return False
    if country_length(tokens, at) or country_of_adjective(bare(tokens[at])):
        return False
    behind = capital + 1 + (tokens[capital + 1].text == ",")
    is_of_one = all(t.text.islower() for t in tokens[at + 1 : capital])
    return is_of_one and behind < len(tokens) and is_name(tokens[behind])


def _is_capital(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands between "capital" and its name: "in the capital, Osk"."""
    before = [t.lower for t in tokens[max(0, comma - 2) : comma]]
    return before[-1:] == ["capital"] or before == ["capital", "city"]


def _step(text: str) -> Literal["name", "site", "end", "digit", ",", ""]:
    """Return what a word may do behind a preposition: begin a name, be a kind of place, end the look.

    A comma, and what begins with a digit, which is a number or a word, end it or not by what is around.
    """
    if text == ",":
        return ","
    if text[:1].isdigit():
        return "digit"
    if not text[:1].isalnum():
        return "end"
    token = Token.of(text, 0, len(text), "word")
    if is_name(token):
        return "name"
    if token.lower in _PREPOSITIONS and token.lower != "of":
        return "end"
    if site_kind(token) is not None:
        return "site"
    return "end" if token.lower in _ENDS else ""


_STEPS = Told(_step)


def _two_words(tokens: Sequence[Token], at: int) -> Country | None:
    """Return the country whose adjective of two words stands before a noun: "the South African township"."""
    if (
        at + 2 >= len(tokens)
        or not tokens[at + 1].text[:1].isupper()
        or not tokens[at + 2].text[:1].islower()
    ):
        return None
    return country_of_adjective(f"{tokens[at].text} {tokens[at + 1].text}")


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective of a country stands before a noun or a name: "the Somali capital"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind != "word":
        return False
    if following.text[:1].isupper() and following.lower in _WATERS:
        return False  # "the Irish Sea"
    if following.text[:1].islower() and following.lower not in _NO_NOUN:
        return True
    return is_name(following) and country_named(tokens[at].text) is None


def _owned_site(tokens: Sequence[Token], end: int) -> Token | None:
    """Return the kind of place that a possessive name owns: the "towns" of "Cairo's many commuter towns"."""
    if not tokens[end - 1].text.endswith(("'s", "’s")):
        return None
    kind = next((t for t in tokens[end : end + 4] if site_kind(t) is not None or t.kind != "word"), None)
    return kind if kind is not None and kind.kind == "word" and kind.text.islower() else None


def _join(before: PlacePhrase, phrase: PlacePhrase, preposition: Token) -> PlacePhrase | None:
    """Join a phrase to the one directly before it: "at Breitscheidplatz" and "in Berlin"."""
    is_apart = preposition.start - before.span.end > 2 or before.names[-1].part == "country"
    if is_apart or preposition.lower == "and" or {before.preposition, preposition.lower} & _BOTH_ENDS:
        return None
    beside = preposition.lower in ("near", "outside", "around")
    first, *others = phrase.names
    return PlacePhrase(
        Span(before.span.start, phrase.span.end),
        (*before.names, PlaceName(first.span, first.text, first.part, beside), *others),
        before.hint or phrase.hint,
        before.preposition,
        before.has_site or phrase.has_site,
        before.is_near,
    )


def _with_site(tokens: Sequence[Token], at: int, phrase: PlacePhrase) -> PlacePhrase:
    """Take in the kind of place before the preposition ("a petrol station" before "in Kut")."""
    if (
        at == 0
        or site_kind(tokens[at - 1]) is None
        or tokens[at - 1].lower in ("position", "positions", "asylum")
        or tokens[at].lower in _VERBS
    ):
        return phrase
    i = at - 1
    while i > 0 and at - i < 6 and tokens[i - 1].kind == "word" and tokens[i - 1].lower not in _PREPOSITIONS:
        i -= 1
        if tokens[i].lower in ("the", "a", "an"):
            break
    else:
        if i > 0 and tokens[i - 1].lower not in _PREPOSITIONS:
            i = at - 1
    span = Span(tokens[behind_verb(tokens, i, at - 1)].start, phrase.span.end)
    return PlacePhrase(span, phrase.names, phrase.hint, phrase.preposition, True, phrase.is_near)
