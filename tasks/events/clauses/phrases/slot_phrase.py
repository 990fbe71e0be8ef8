"""The noun phrase that stands where a construction puts whom or what it is about.

Read without a tagger: determiners and numbers are passed over, words are taken up to the next
preposition, conjunction, mark or auxiliary, and the last of them that can be a head is the head: a noun
for people ("Israeli vacationers"), for a site ("a Coptic church"), for a vehicle ("the commuter train")
or a name.  "A group of", "members of" lead to what they are of, a vehicle "carrying" somebody to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from tasks.events.clauses.phrases.counts import behind_count
from tasks.events.clauses.phrases.named_sites import for_whom, is_garrison_of_town, of_saint, of_whom
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL, IS_PERSON_NOUN
from tasks.lexicons.by_letters import Told
from tasks.lexicons.construction_words import words
from tasks.lexicons.designators import designators
from tasks.lexicons.load import load
from tasks.lexicons.site_nouns import is_attacked_noun, is_attacked_pair
from tasks.model.document import Token, lowered
from tasks.model.span import Span
from tasks.model.value import value

Kind = Literal["people", "site", "vehicle", "name"]

_STOPS = (words("function_word") | words("name_stop") | words("clause_end") | words("in_preposition")) - {
    "a", "an", "the", "their", "its", "his", "her", "several", "another", "al", "de", "el",
}  # fmt: skip
_PREPOSITIONS = (
    words("complement_preposition") | words("place_preposition") | {"along", "during", "opposite"}
) - {"attacked", "bombed"}
_PASSED = words("passed_count")
_MOSTLY = frozenset(("mostly", "mainly", "primarily", "predominantly", "chiefly", "largely"))
_OTHERS = _MOSTLY | {"The", "A", "An"}
_TENS = tuple(f"{ten}ty-" for ten in ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"))
_GATHERED = words("gathered")
_VEHICLES, _HELD = words("vehicle"), words("held_site")
_SITES_OF = _HELD | words("gathering")
_LOADED = frozenset(("carrying", "transporting", "taking", "ferrying"))
_VAGUE = words("vague_people")
_MODIFIED = words("modified_people")
_FOLLOWERS = frozenset(("supporters", "followers"))  # of what any word before them says: "football"
_ARMED = ("armed", "masked", "hooded")
_MEN = frozenset(("men", "individuals", "persons", "youths"))
_STATIONS = frozenset(("station", "stations"))  # of a town; "of the X" of a body
_ROADS = frozenset(("highway", "road", "motorway", "street", "route", "avenue", "boulevard"))
_RUN = 10  # words of a phrase


@value(frozen=True, slots=True)
class SlotPhrase:
    """A noun phrase without its determiners.

    Attributes:
        span: its words, from the first modifier to the head.
        first, head: indices of its first token and of its head.
        kind: what its head is.
        is_inner: what a group or a held site is of ("a camp of X"), so that a bare name is no place.
    """

    span: Span
    first: int
    head: int
    kind: Kind
    is_inner: bool = False


def read_phrase(tokens: Sequence[Token], at: int) -> SlotPhrase | None:
    """Return the phrase that begins at a token, None if it has no head of a known kind."""
    run = _run(tokens, at)
    if not run:
        return None
    phrase = _phrase(tokens, run)
    after = run[-1] + 1  # "62 people, mostly tourists"
    if phrase is None and after + 2 < len(tokens) and tokens[after].text == ",":
        is_people = tokens[after + 1].lower in _MOSTLY and tokens[run[-1]].lower in _VAGUE
        return read_phrase(tokens, after + 2) if is_people else None
    return phrase


def phrase_before(tokens: Sequence[Token], end: int) -> SlotPhrase | None:
    """Return the phrase that ends right before a token, or before a place right before it.

    It is the subject of the verb that stands there: "the base in Osk, Northland and Southland was ...".
    """
    end = _before_place(tokens, end)
    first = end
    while first > 0 and end - first < _RUN and not stops(tokens[first - 1]):
        if tokens[min(first, end - 1)].lower in ("a", "an", "the"):
            break  # "on Saturday | a bus was attacked"
        first -= 1
    run = list(range(first, end))
    while run and (is_passed(tokens[run[0]]) or tokens[run[0]].kind == "number"):
        run.pop(0)
    return _phrase(tokens, run) if run and _heads(tokens, run, run[-1]) else None


def _before_place(tokens: Sequence[Token], end: int) -> int:
    """Return where the words for a place begin that end before a token, `end` if there are none."""
    at = end
    while at > 0 and (
        tokens[at - 1].text[:1].isupper()
        or (at < end and tokens[at - 1].lower in (",", "and", "the", "–", "-"))
    ):
        at -= 1
    if 0 < at < end and tokens[at - 1].lower in ("in", "at", "near", "outside"):
        return at - 1
    if 0 < at < end and tokens[at - 1].lower in ("on", "along") and tokens[end - 1].lower in _ROADS:
        return at - 1
    return end


def _run(tokens: Sequence[Token], at: int) -> list[int]:
    run: list[int] = []
    i = behind_count(tokens, at)
    while i < len(tokens) and len(run) < _RUN:
        token = tokens[i]
        if not run and (token.kind == "number" or is_passed(token) or token.lower == "of"):
            i += 1
            continue
        if token.text == "(" and run:
            close = next((j for j in range(i, min(i + 6, len(tokens))) if tokens[j].text == ")"), None)
            if close is None:
                break
            i = close + 1
            continue
        if stops(token) and not (token.kind == "number" and run and _takes_number(tokens[run[-1]])):
            if run and token.lower == "of" and _names_on(tokens, i):
                run.append(i)
                i += 1
                continue
            break
        if run and _is_participle(tokens, i):
            break
        run.append(i)
        i += 1
    return run


def _takes_number(token: Token) -> bool:
    """Whether a number goes on with the phrase: "the army's 3rd ...", "Grade 11 students"."""
    return _is_possessive(token) or token.text in designators()


def _names_on(tokens: Sequence[Token], of: int) -> bool:
    """Whether "of" stands inside a site's name: "Our Lady of Mercy cathedral"; not "the town of Osk"."""
    if not tokens[of - 1].text[:1].isupper():
        return False
    at = of + 1
    while at < len(tokens) and at - of < _RUN and tokens[at].text[:1].isupper():
        at += 1
    return of + 1 < at < len(tokens) and tokens[at].text.islower() and _IS_SITE[tokens[at].lower]


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle with an object begins: "a vehicle escorting a convoy"; not one of carrying."""
    if not tokens[at].lower.endswith("ing") or tokens[at].lower in _LOADED or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].lower in ("a", "an", "the", "its", "their", "his")


def is_passed(token: Token) -> bool:
    """Return whether a word is a determiner or a numeral, which a phrase leaves out."""
    return token.text in _PASSED or token.text in _OTHERS or token.text.startswith(_TENS)


def _is_possessive(token: Token) -> bool:
    return token.text.endswith(("'s", "’s", "s'", "s’"))


def stops(token: Token) -> bool:
    """Return whether no word of a noun phrase stands here: a mark, a preposition, an auxiliary."""
    if token.kind == "number":
        return True
    return token.kind != "word" or token.lower in _STOPS or token.lower in _PREPOSITIONS


def _phrase(tokens: Sequence[Token], run: Sequence[int]) -> SlotPhrase | None:
    heads = [i for i in run if _heads(tokens, run, i)]
    if not heads:
        return _gathered(tokens, run[-1]) if tokens[run[-1]].lower in _GATHERED else None
    loaded = next((i for i in run if tokens[i].lower in _LOADED), None)
    if loaded is not None and loaded + 1 < len(tokens):
        return read_phrase(tokens, loaded + 1)
    head = heads[-1]
    after = next((i for i in run if i > head), None)
    if after is not None and tokens[after].lower in _GATHERED and after == run[-1]:
        inner = _gathered(tokens, after)
        if inner is not None:
            return inner
    behind = [t.lower for t in tokens[head + 1 : head + 3]]
    is_of_town = tokens[head].lower in _STATIONS and behind != ["of", "the"]
    if tokens[head].lower in _GATHERED or (tokens[head].lower in _SITES_OF and not is_of_town):
        inner = _gathered(tokens, head)
        if inner is not None and not is_garrison_of_town(tokens, head):
            return inner
    kind = "site" if _is_pair(tokens, head) else kind_of(tokens[head]) or "people"
    first = next((i + 1 for i in reversed(run) if i < head and _is_possessive(tokens[i])), run[0])
    first = min(first, head)
    end = for_whom(tokens, head) or _named_on(tokens, head)
    return SlotPhrase(Span(tokens[first].start, _end(tokens[end])), first, head, kind)


def _named_on(tokens: Sequence[Token], head: int) -> int:
    """Return where a name goes on behind "of": "Houses of Parliament", "mosques of the X Community"."""
    end = head
    if _IS_SITE[tokens[head].lower] and tokens[head].lower not in _SITES_OF:
        return of_saint(tokens, head) or of_whom(tokens, head)
    if tokens[head].text[:1].isupper() and head + 2 < len(tokens) and tokens[head + 1].lower == "of":
        while end + 1 < len(tokens) and (
            tokens[end + 1].text[:1].isupper() or (tokens[end + 1].lower in ("of", "the") and end < head + 2)
        ):
            end += 1
        while tokens[end].text[:1].islower():
            end -= 1
    return end


def _heads(tokens: Sequence[Token], run: Sequence[int], at: int) -> bool:
    """Whether a word of a run can be the phrase's head.

    A name can only where no noun follows ("British rule" is not about the British); "forces" and the like
    need a word that says whose or which.
    """
    kind, lower = kind_of(tokens[at]), tokens[at].lower
    after = next((tokens[i] for i in run if i > at), None)
    if kind in ("site", "vehicle") and after is not None and IS_PERSON_NOUN[tokens[run[-1]].lower]:
        return False  # "a school bus driver"
    if kind == "name":
        return after is None or after.lower.endswith(("ing", "ed", "ly")) or _is_possessive(tokens[at])
    if kind in ("site", "vehicle"):
        return after is None or after.lower not in _single_people()  # "a factory worker"
    if kind is not None:
        return True
    before = tokens[at - 1] if at > run[0] else None
    if before is not None and _is_pair(tokens, at):
        return after is None or after.lower not in _single_people()
    is_told = before is not None and (kind_of(before) is not None or lower in _FOLLOWERS)
    return (is_told and lower in _MODIFIED) or (lower in _MEN and tokens[at - 1].lower in _ARMED)


def _is_pair(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the second of a noun of two words for a site: "apartment block"."""
    return at > 0 and is_attacked_pair(tokens[at - 1].lower, tokens[at].lower)


def _end(token: Token) -> int:
    return token.end - 2 if token.text.endswith(("'s", "’s")) else token.end


def _gathered(tokens: Sequence[Token], at: int) -> SlotPhrase | None:
    """Return what a group or a held site is of: "a crowd of spectators", "a camp of the X Army"."""
    if at + 2 < len(tokens) and tokens[at + 1].lower == "of":
        inner = read_phrase(tokens, at + 2)
        return replace(inner, is_inner=True) if inner is not None else None
    return None


def kind_of(token: Token) -> Kind | None:
    """Return what a word can be the head of, None if nothing that is attacked."""
    return _KINDS[token.text] if token.kind == "word" else None


def _kind_of_word(text: str) -> Kind | None:
    lower = lowered(text).removesuffix("'s")
    if lower in _people() and lower not in _VAGUE:
        return "people"
    if lower in _VEHICLES or lower.removesuffix("s") in _VEHICLES or lower.removesuffix("es") in _VEHICLES:
        return "vehicle"
    if _IS_SITE[lower] or lower in _SITES_OF:
        return "site"
    if text.islower() and IS_AGENT_PLURAL[lower] and lower not in _VAGUE:
        return "people"
    return "name" if text[:1].isupper() or ("-" in text and text[3:4].isupper()) else None


_KINDS = Told(_kind_of_word)
_IS_SITE = Told(is_attacked_noun)


@cache
def _single_people() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("victims") if row["number"] == "singular")


@cache
def _people() -> frozenset[str]:
    """Return plural nouns for people, and those for offices ("judges")."""
    plurals = {row["noun"] for row in load("victims") if row["number"] in ("plural", "both")}
    plurals |= {row["noun"] for row in load("collective_nouns") if " " not in row["noun"]}
    offices = {row["title"].lower() + "s" for row in load("person_titles") if " " not in row["title"]}
    return frozenset(plurals | offices)
