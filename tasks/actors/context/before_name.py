"""What the words before a name say about what it names: "fighters of X", "in X", "called X"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tasks.actors.context.definitions import is_under
from tasks.actors.context.human import is_after_human
from tasks.actors.context.listed_states import joins_sides
from tasks.actors.known.name_words import collectives, context, given_names, name_words, titles
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.lexicons.deeds import deeds
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.document import Token

_LOCATIVES = context("locatives")
_WAYS = context("ways")  # to a place, or to a person
_PLACE_OF = context("place_of")
_AGENTS = any_of(context("agent_before"))
_AGENT_BEFORE = late_pattern(rf"(?:{_AGENTS}|spokes\w+)$")
_FIGHTS = deeds("sure_attack") | {"offensive", "occupation"}
_ARMED_BEFORE = late_pattern(
    r"(?:fighters|militants|commanders?|rebels|insurgents|gunmen|guerrillas|positions|ranks|allegiance|loyal)$"
)
_REBELS = context("rebels")  # nouns of who fights, but for no state
_PEERS = frozenset(("baron", "count", "duke", "earl", "lord", "marquess", "marquis", "prince", "viscount"))
_NAMED = frozenset(("called", "named", "known"))  # places, weapons and plans are so as well
_BEFORE_QUOTE = frozenset(("the", "itself", "themselves", "so-called"))
_YARDS = frozenset(("co", "co.", "company", "works", "yard"))
_HELP = frozenset(("support", "help", "assistance", "backing"))
_SENT = frozenset(("soldiers", "troops", "forces", "peacekeepers", "units", "contingents"))  # "troops from X"
_TIES = frozenset(("of", "to", "with", "by", "for", "against", "on", "called", "named", "as"))
_ON = frozenset(("war", "crackdown", "blamed", "blame"))  # on somebody; "troops on X" stand there
_TIES_AND_FROM = _TIES | {"from"}
_GROUPS = context("body_nouns").union(collectives())
_KIN = context("kin")
_NAMES_SOMEBODY = frozenset(("identified", "identifies", "identifying", "named", "names"))
_SINGULAR = frozenset(("was", "been", "is"))
_NAMED_REACH = 6  # tokens of "was identified by the local police as"
_SAYS = {
    "(": "bracketed",
    "aka": "named",
    "alias": "named",
    "by": "by",
    "itself": "group",
    "themselves": "group",
    "so-called": "group",
    "named": "called_name",
    **dict.fromkeys(("accused", "accuses", "accusing", "blamed", "blames", "blaming"), "accused"),
}
_SHOWN_BY: dict[str, tuple[str, ...]] = {  # what one word before a name says
    word: (
        *(("place",) if word in _LOCATIVES else ()),
        *(("way",) if word in _WAYS else ()),
        *((_SAYS[word],) if word in _SAYS else ()),
    )
    for word in _LOCATIVES.union(_WAYS, _SAYS)
}


def add_before(evidence: set[str], tokens: Sequence[Token], lower: Sequence[str], first: int) -> None:
    """Add what the words before a name say that begins at a token."""
    at = first - 1
    if at > 0 and tokens[at].kind == "quote" and lower[at - 1] in _BEFORE_QUOTE:
        at -= 1
    if at >= 0 and lower[at] in {"the", "a", "an"}:
        evidence.add("article" if lower[at] == "the" else "indefinite")
        at -= 1
    if at < 0:
        return
    before = lower[at]
    if before in _SHOWN_BY and not (before == "between" and joins_sides(lower, at)):
        evidence.update(_SHOWN_BY[before])  # but "fought between" those who are named shows no place
    if at:
        if before in _TIES_AND_FROM or before == "," or tokens[at].kind == "quote":
            _add_before_two(evidence, tokens[at], before, tokens[at - 1], "article" in evidence)
            if before == "of" and lower[at - 1] == "control" and not is_under(lower, at - 2):
                evidence.discard("agent")
                evidence.add("place")  # "took control of Xenda", not "under the control of Xenda"
            if before == "of" and lower[at - 1] == "leadership" and is_under(lower, at - 2):
                evidence.add("led")
        if is_after_human(tokens[at], lower[at - 1]) and not (before == "as" and "article" in evidence):
            evidence.add("human")
            if before == "as":
                evidence.add("identified")
        elif before == "as" and _is_identified(lower, at):
            evidence.update(("human", "identified"))  # "identified him as X", "was named by police as X"


def _is_identified(lower: Sequence[str], at: int) -> bool:
    """Say whether "as" goes on with who somebody is: "identified him as", "named the suspect as"."""
    ahead = lower[max(0, at - _NAMED_REACH) : at]
    is_person = ahead[-1] in ("him", "her") or IS_PERSON_NOUN[ahead[-1]]
    is_passive = "by" in ahead and not _SINGULAR.isdisjoint(ahead)  # "was identified by the police as"
    return (is_person or is_passive) and not _NAMES_SOMEBODY.isdisjoint(ahead)


def _shown_before_comma(earlier: Token) -> tuple[str, ...]:
    """Return what a word says of a name behind its comma: a person's in "his cousin, X"."""
    if earlier.lower in _KIN:
        return ("called_name", "human")
    is_name = earlier.text[0].isupper() and name_words().get(earlier.lower) != "date"
    return ("after_comma",) if is_name else ()


def _add_before_two(evidence: set[str], token: Token, before: str, earlier: Token, has_article: bool) -> None:
    """Add what the two words before a name say."""
    noun = earlier.lower
    if token.kind == "quote" and noun in {"itself", "called", "as", "named", "group"}:
        evidence.add("group")
    if before == ",":
        evidence.update(_shown_before_comma(earlier))
    if before not in _TIES_AND_FROM:
        return
    if before in ("of", "for"):
        _add_owned_by(evidence, before, earlier, has_article)
    if before == "called" and noun in {"man", "woman", "boy", "girl"}:
        evidence.add("called_name")
    if before in ("of", "from") and noun in _HELP:
        evidence.add("agent")
    if before == "from" and noun in _SENT:
        evidence.add("sends")
    if noun in _NAMED:
        evidence.add("named")
    if before in _TIES and not (before == "on" and noun not in _ON) and not _is_yard(before, earlier):
        shown = _tied_noun_shows(noun)
        evidence.update(shown)
        if not shown and ((before == "called" and noun in _GROUPS) or _is_fought_by(token, noun)):
            evidence.add("agent")
    if before == "to" and noun in {"fell", "fallen", "lost"}:
        evidence.add("agent")


def _is_yard(before: str, earlier: Token) -> bool:
    """Say whether a works with a name of its own stands before its town: "the Velm Boat Company of Osk"."""
    return before == "of" and earlier.lower in _YARDS and earlier.text[0].isupper()


def _add_owned_by(evidence: set[str], before: str, earlier: Token, has_article: bool) -> None:
    """Add what the word before "of" or "for" says: "Duke of X", "port of X", "William of X"."""
    noun = earlier.lower
    if noun in titles():
        evidence.update(("of_office", "of_peer") if noun in _PEERS else ("of_office",))
    if before == "of" and (noun in _PLACE_OF or (earlier.text in given_names() and not has_article)):
        evidence.add("place")


@lru_cache(maxsize=20_000)
def _tied_noun_shows(noun: str) -> tuple[str, ...]:
    """Return what a word that is tied to a name says of it: "fighters of X", "loyal to X"."""
    if _ARMED_BEFORE.match(noun):
        return ("armed", "rebel") if noun in _REBELS else ("armed",)
    return ("agent",) if _AGENT_BEFORE.search(noun) else ()


def _is_fought_by(by: Token, noun: str) -> bool:
    """Say whether a name behind "by" attacked: "a siege by the X"."""
    return by.text == "by" and noun in _FIGHTS
