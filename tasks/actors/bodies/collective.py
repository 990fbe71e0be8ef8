"""Groups named by a common noun: "Syrian rebel factions", "Assad regime", "U.S. forces", "militants".

A country's adjective with such a noun is an actor of that country; a group's own name with one ("Taliban
fighters") is that group; the noun alone is an actor of the article ("gunmen").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tasks.actors.known.countries import Country, countries
from tasks.actors.known.name_words import collectives, context, country_nouns
from tasks.actors.names.datelines import is_behind_dateline
from tasks.actors.names.name_run import Run
from tasks.lexicons.construction_words import words as construction_words
from tasks.model.actor import ActorKind
from tasks.model.document import Sentence, Token
from tasks.model.span import Span
from tasks.model.value import value

MODIFIERS = context("modifiers")
_WEAK_ALONE = context("weak_alone")
_FAITHS = context("faiths")
_REBEL = frozenset(("guerrilla", "insurgent", "militant", "militia", "rebel", "separatist"))
_DOUBTED = frozenset(("alleged", "presumed", "suspected"))
_THE_FORCES = frozenset(("army", "junta", "military", "navy", "police"))
SPOKEN_FOR = frozenset(  # "a Norland foreign ministry spokesman": the ministry answers
    ("spokesman", "spokeswoman", "spokesperson", "spokesmen", "official", "officials", "statement", "sources")
)
_DATE_WORDS = construction_words("date_word")  # months and weekdays, where they have a capital
_ON = frozenset(("on", "in", "by", "since", "early", "late"))
_YEAR = 4  # digits
_ONE_FORCE = context("one_force")  # "a Norland battalion" is one actor, "a Norland soldier" is none
_OF_COUNTRY = context("units_of_country")  # nouns for forces that name nobody without a country's adjective
_JOINT = context("joint_forms")
_OF_PEOPLES = ("ese", "ian", "ean")
_SIDES = frozenset(("North", "South", "East", "West", "Central", "Latin", "Native"))


@value(frozen=True, slots=True)
class Collective:
    """A group named by a common noun.

    Attributes:
        span: all its words, without an article.
        owner: the words of the name in front, if there is one.
        country: the country of that name.
        noun: the head noun in lower case.
        name: its name, where its words leave a part of it out ("British" of "British and French forces").
    """

    span: Span
    owner: str | None
    country: Country | None
    noun: str
    kind: ActorKind
    inter: int | None
    is_faith: bool = False  # or half of a country: what qualifies it is no actor
    name: str | None = None


def named(run: Run, text: str) -> Collective | None:
    """Return the group that a run of capitals and the small words behind it name together."""
    tokens, behind = run.sentence.tokens, run.words[-1].token + 1
    if behind >= len(tokens) or tokens[behind].lower not in behind_names():  # nearly always
        return None
    if run.words[-1].is_owner and run.span.of(text) not in countries().names:
        return None
    end = noun_at(tokens, behind)
    if end is None:
        return None
    noun_start, last = end
    if not _names_them(tokens, run.words[0].token, last):
        return None
    owner = run.span.of(text)
    country, size = _qualifying(run, owner)
    start = run.words[-size].start
    if size < len(run.words):
        owner = " ".join(w.text for w in run.words[-size:])
        start = run.words[0].start if run.words[0].text in _FAITHS else start
    is_joint = country is None and _is_joint(run.words[-1].text)
    is_told = is_joint or _is_of_people(run) or run.words[-1].text in _FAITHS  # "a Carlist column"
    if country is None and tokens[last].lower in _OF_COUNTRY and not is_told:
        return None
    is_half = size < 3 and country is None and run.words[-1].text in countries().adjectives
    noun = " ".join(t.lower for t in tokens[noun_start : last + 1])
    kind, inter = country_nouns()[noun]
    if noun == "forces" and any(t.lower in _REBEL for t in tokens[behind:noun_start]):
        kind, inter = collectives()["rebel forces"]  # "Norland separatist forces" are no state's
    return Collective(
        Span(start, tokens[last].end), owner, country, noun, kind, inter,
        is_half or is_joint or run.words[-1].text in _FAITHS,
    )  # fmt: skip


def _is_of_people(run: Run) -> bool:
    """Say whether one word ends as an adjective of a people does that no list has: "an Osklese fleet"."""
    return len(run.words) == 1 and run.words[0].text.endswith(_OF_PEOPLES)


def _qualifying(run: Run, owner: str) -> tuple[Country | None, int]:
    """Return the country that a run's last words are of, and how many of the run's words qualify the noun.

    The longest adjective counts ("South Sudanese"), with one before it ("Bosnian Serb").  Half of a country
    that today's have no name for ("South Vietnamese") and a people ("Native American") are of none.  All
    words, if they are no country's.
    """
    texts, table = [w.text for w in run.words], countries()
    if owner in table.names:
        return table.names[owner], len(texts)
    for size in range(min(table.longest, len(texts)), 0, -1):
        country = table.adjectives.get(" ".join(texts[-size:]))
        if country is None:
            continue
        before = texts[-size - 1] if size < len(texts) else ""
        if before in _SIDES:
            return None, size + 1
        return country, size + (before in table.adjectives)
    return None, 1 if _is_joint(texts[-1]) else len(texts)


def _is_joint(word: str) -> bool:
    """Whether an adjective is of two countries: "Franco-Northlandic", "US-Northlandic"."""
    first, hyphen, second = word.replace("–", "-").partition("-")
    adjectives = countries().adjectives
    return bool(hyphen) and second in adjectives and (first.lower() in _JOINT or first in adjectives)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(collectives())


def bare(sentence: Sentence) -> Iterator[Collective]:
    """Yield the groups of a sentence that a common noun alone names, without a number before it."""
    tokens = sentence.tokens
    nouns = collectives()
    for index in sentence.places(_nouns()):
        token = tokens[index]
        lower = token.lower
        if token.text[0].isupper() and index and not is_behind_dateline(tokens, index):
            continue
        start = index
        while start and (tokens[start - 1].lower in MODIFIERS or _is_leaning(tokens[start - 1].text)):
            start -= 1
        while start < index and tokens[start].lower in _DOUBTED:
            start += 1  # suspected gunmen are the gunmen
        if start == index and lower in _WEAK_ALONE and not _is_the_force(tokens, index):
            continue
        before = tokens[start - 1] if start else None
        if (
            before is not None
            and not _ends_date(tokens, start - 1)
            and (
                before.kind == "number"
                or before.text == "-"
                or (before.text[0].isupper() and (start > 1 or before.text in countries().adjectives))
            )
        ):
            continue
        if not _names_them(tokens, start, index):
            continue
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if after in nouns or after in {
            "leader",
            "leaders",
            "commander",
            "group",
            "groups",
            "forces",
            "attack",
            "car",
        }:
            continue
        words = [t.lower for t in tokens[start : index + 1]]  # "rebel forces" are no state's
        kind, inter = next(nouns[p] for p in (" ".join(words[i:]) for i in range(len(words))) if p in nouns)
        span = Span(tokens[start].start, token.end)
        yield Collective(span, None, None, lower, kind, inter)


def _is_the_force(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a noun with "the" means the one force of its kind: "the army", "the police"."""
    return tokens[index].lower in _THE_FORCES and index > 0 and tokens[index - 1].lower == "the"


def _ends_date(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a date ends at a token: "on 22 May | gunmen", "in May 2021 | gunmen"."""
    before = tokens[at - 1] if at else None
    if before is None:
        return False
    text = tokens[at].text
    if text[0].isupper() and tokens[at].lower in _DATE_WORDS:
        return before.kind == "number" or before.lower in _ON
    is_year = len(text) == _YEAR and text.isdigit()
    return is_year and (before.text[0].isupper() or before.lower in _ON)


def _is_leaning(word: str) -> bool:
    """Say whether a word says whose side a group is on: "pro-Northland forces"."""
    return "-" in word and word[:4].lower() in ("pro-", "anti") and word.partition("-")[2][:1].isupper()


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the nouns of several words by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for noun in country_nouns():
        words = tuple(noun.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(nouns, key=len, reverse=True)) for first, nouns in found.items()}


@cache
def behind_names() -> frozenset[str]:
    """Return what a collective noun behind a name can begin with, modifiers included."""
    return frozenset([*country_nouns(), *_phrases(), *MODIFIERS])


def noun_at(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Return first and last token of the group's or body's noun that stands at `start`, after modifiers."""
    nouns = country_nouns()
    for index in range(start, min(start + 4, len(tokens))):
        lower = tokens[index].lower
        for words in _phrases().get(lower, ()):
            if tuple(t.lower for t in tokens[index : index + len(words)]) == words:
                return index, index + len(words) - 1
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        goes_on = lower == "government" and _begins_phrase(tokens, index + 1)
        if lower in nouns and not goes_on and not (lower in MODIFIERS and following in nouns):
            return index, index
        if goes_on:  # "Norland government security forces"
            continue
        if lower not in MODIFIERS:
            return None
    return None


def _begins_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a noun of several words for a group stands at a token: "security forces"."""
    if at >= len(tokens):
        return False
    options = _phrases().get(tokens[at].lower, ())
    return any(tuple(t.lower for t in tokens[at : at + len(words)]) == words for words in options)


_SOME = frozenset(("a", "an", "another", "one", "any", "no"))
_BORDERS = frozenset(("the", "by", "with", "against", "from", "and", "on"))
_ALSO_ADJECTIVE = context("also_adjective")
_AFTER_NOUN = context("after_noun") | construction_words("irregular_past")


def _names_them(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether the noun stands for the group: no adjective of a further noun, and not "a rebel group"."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    head = tokens[last].lower
    also_adjective = head in _ALSO_ADJECTIVE or head not in collectives()
    if also_adjective and after is not None and after.kind == "word":
        lower = after.lower
        is_spoken_for = (head not in _ALSO_ADJECTIVE or head in _THE_FORCES) and lower in SPOKEN_FOR
        if not (lower in _AFTER_NOUN or lower == "under" or lower.endswith(("ed", "ly")) or is_spoken_for):
            return False
    singular = not head.endswith(("s", "men")) and head not in {
        "police",
        "military",
        "army",
        "government",
        "regime",
        "people",
    }
    if singular and (head in _ONE_FORCE or f"{tokens[last - 1].lower} {head}" in _ONE_FORCE):
        return True
    if singular or head in ("group", "rebel"):
        at = first - 1
        while at >= 0 and first - at < 5 and tokens[at].kind == "word":
            if tokens[at].lower in _SOME:
                return False
            if tokens[at].lower in _BORDERS:  # "an attempt by the X navy"
                break
            at -= 1
    return True
