"""What the words around a name say about what it names: "person", "agent", "place", "group", ..."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tasks.actors.behind import shown_behind
from tasks.actors.capitalised import Run
from tasks.actors.definitions import (
    BEFORE_DEFINED,
    BEHIND_DEFINED,
    acts_as_agent,
    defined_after,
    defined_before,
    is_armed,
    is_outlawed,
    is_under,
)
from tasks.actors.folding import fold
from tasks.actors.human import is_after_human, is_apposed, is_before_human
from tasks.actors.listed_states import begin_of_list, ends_of_states, is_of_states_force, joins_sides
from tasks.actors.words import collectives, context, given_names, name_words, titles
from tasks.actors.written import TIED, Word
from tasks.lexicons.designators import designators
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Token
from tasks.model.span import Span

LOCATIVES = context("locatives")
AS_PLACE = frozenset(("place", "way", "after_comma"))  # what shows that a name is only where something was
ACTS = frozenset(("verb", "sends"))  # but not where it does something or sends somebody
WAYS = context("ways")  # to a place, or to a person
_PLACE_OF = context("place_of")
_AGENT_BEFORE = late_pattern(
    r"(?:members?|fighters|militants|leaders?|commanders?|positions|ranks|supporters|control|responsibility|group|"
    r"organi[sz]ation|militia|movement|party|backed|run|claimed|loyal|affiliated|linked|allied|allegiance|"
    r"owned|founded|funded|operated|fight|war|blamed?|accused|joined|outfit|faction|network|company|belonging|firm|"
    r"branch|offshoot|splinter|affiliate|arm|wing|ally|allies|enem(?:y|ies)|forces|troops|soldiers|units|remnants|leadership|banning|disbanding|crackdown|spokes\w+|defectors?)$"
)
_FIGHTS = frozenset(
    ("siege", "attack", "attacks", "assault", "offensive", "ambush", "raid", "raids", "massacre",
     "occupation")
)  # fmt: skip
_ARMED_BEFORE = late_pattern(
    r"(?:fighters|militants|commanders?|rebels|insurgents|gunmen|guerrillas|positions|ranks|allegiance|loyal)$"
)
_REBELS = context("rebels")  # nouns of who fights, but for no state
_SUICIDAL = frozenset(("bomber", "bombers", "attacker", "attackers", "squad", "squads"))
_BE = frozenset(("was", "were", "is", "are"))
_BEHIND_AGE = frozenset((",", ";", ".", "and", "", "("))  # what stands behind "X, 34"
_PEERS = frozenset(("baron", "count", "duke", "earl", "lord", "marquess", "marquis", "prince", "viscount"))
_NAMED = frozenset(("called", "named", "known"))  # places, weapons and plans are so as well
_OTHERS = frozenset(("affiliated", "allied", "associated", "other"))
_BEFORE_QUOTE = frozenset(("the", "itself", "themselves", "so-called"))
_HELP = frozenset(("support", "help", "assistance", "backing"))
_SENT = frozenset(("soldiers", "troops", "forces", "peacekeepers", "units", "contingents"))  # "troops from X"
_TIES = frozenset(("of", "to", "with", "by", "for", "against", "on", "called", "named", "as"))
_TIES_AND_FROM = _TIES | {"from"}
_OF_A_BODY = late_pattern(r" (?:of|from) (?:the )?[A-Z]")  # "Ada Quist of the Harbour Institute"
_GROUPS = context("body_nouns") | collectives().keys()
_KIN = context("kin")
_SAYS = {
    "(": "bracketed",
    "by": "by",
    "itself": "group",
    "themselves": "group",
    "so-called": "group",
    "named": "called_name",
}
_SHOWN_BY: dict[str, tuple[str, ...]] = {  # what one word before a name says
    word: (
        *(("place",) if word in LOCATIVES else ()),
        *(("way",) if word in WAYS else ()),
        *((_SAYS[word],) if word in _SAYS else ()),
    )
    for word in LOCATIVES | WAYS | _SAYS.keys()
}


def surroundings(run: Run, text: str, claimants: Sequence[tuple[Span, str]]) -> set[str]:
    """Return what stands around a name.

    Args:
        run: the name's words.
        text: the article's text.
        claimants: the words for speakers in the sentence, with what speaking shows of them.
    """
    tokens, lower = run.sentence.tokens, run.sentence.lower
    first, last = run.words[0].token, run.words[-1].token
    evidence: set[str] = set()
    _add_before(evidence, tokens, lower, first)
    if "after_comma" in evidence and run.words[-1].text in ends_of_states():
        listed = begin_of_list(tokens, first)
        if listed is not None:  # what its first member shows holds for all
            evidence.discard("after_comma")
            _add_before(evidence, tokens, lower, listed)
    if first > 2 and lower[first - 1][-1] == "s" and is_of_states_force(tokens, first - 1):
        evidence.update(("agent", "states_force"))
    _add_after(evidence, tokens, lower, last, run.words[-1])
    _add_said_to_be(evidence, tokens, lower, first, last)
    if is_apposed(tokens, lower, first, last):
        evidence.add("human")
    if "agent" in evidence and last + 1 < len(tokens) and _is_numbered(tokens[last], tokens[last + 1]):
        evidence.discard("agent")
    for claimant, shows in claimants:
        if claimant.contains(run.span):
            _add_claimant(evidence, text, claimant, shows, run.span)
    return evidence


def _is_numbered(word: Token, following: Token) -> bool:
    """Whether a word with a number behind it only sorts things: "a group of Grade 11 students"."""
    return following.kind == "number" and word.text in designators()


def _add_claimant(evidence: set[str], text: str, claimant: Span, shows: str, span: Span) -> None:
    """Add what a name shows that stands within the words for who speaks or is spoken to."""
    whole = _is_whole(text, claimant, span)
    if shows == "told":
        evidence.update(("told",) if whole else ())
        return
    evidence.update(("claimant", shows) if whole else ("in_claimant",))
    if claimant.end == span.end and claimant.start < span.start:
        evidence.add("ends_claimant")
    elif claimant.start == span.start and _OF_A_BODY.match(text, span.end, claimant.end):
        evidence.add("of_a_body")


def _add_said_to_be(
    evidence: set[str], tokens: Sequence[Token], lower: Sequence[str], first: int, last: int
) -> None:
    """Add what the sentence says outright that a name is, or that somebody acts by that name."""
    at = first - 1
    if at >= 0 and lower[at] in {"the", "a", "an"}:
        at -= 1
    if (at < 0 or lower[at] not in BEFORE_DEFINED) and (
        last + 1 == len(lower) or lower[last + 1] not in BEHIND_DEFINED
    ):  # nearly always
        return
    before, behind = defined_before(tokens, lower, at), defined_after(tokens, lower, last + 1)
    if before or behind:
        evidence.add("group")
        if is_armed(before) or is_armed(behind):
            evidence.add("rebel")
    elif is_outlawed(lower, last + 1):
        evidence.add("outlawed")
    if at >= 0 and lower[at] == "by":
        agent = acts_as_agent(tokens, at, last + 1)
        if agent is not None:
            evidence.add(agent)


def _is_whole(text: str, claimant: Span, span: Span) -> bool:
    return fold(text[claimant.start : claimant.end]) == fold(text[span.start : span.end])


def _add_before(evidence: set[str], tokens: Sequence[Token], lower: Sequence[str], first: int) -> None:
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
            _add_before_two(evidence, tokens[at], before, tokens[at - 1])
            if before == "of" and lower[at - 1] == "control" and not is_under(lower, at - 2):
                evidence.discard("agent")
                evidence.add("place")  # "took control of Xenda", not "under the control of Xenda"
        if is_after_human(tokens[at], lower[at - 1]) and not (before == "as" and "article" in evidence):
            evidence.add("human")


def _shown_before_comma(earlier: Token) -> tuple[str, ...]:
    """Return what a word says of a name behind its comma: a person's in "his cousin, X"."""
    if earlier.lower in _KIN:
        return ("called_name", "human")
    is_name = earlier.text[0].isupper() and name_words().get(earlier.lower) != "date"
    return ("after_comma",) if is_name else ()


def _add_before_two(evidence: set[str], token: Token, before: str, earlier: Token) -> None:
    """Add what the two words before a name say."""
    noun = earlier.lower
    if token.kind == "quote" and noun in {"itself", "called", "as", "named", "group"}:
        evidence.add("group")
    if before == ",":
        evidence.update(_shown_before_comma(earlier))
    if before not in _TIES_AND_FROM:
        return
    if before in ("of", "for"):
        _add_owned_by(evidence, before, earlier)
    if before == "called" and noun in {"man", "woman", "boy", "girl"}:
        evidence.add("called_name")
    if before in ("of", "from") and noun in _HELP:
        evidence.add("agent")
    if before == "from" and noun in _SENT:
        evidence.add("sends")
    if noun in _NAMED:
        evidence.add("named")
    if before in _TIES:
        shown = _tied_noun_shows(noun)
        evidence.update(shown)
        if not shown and ((before == "called" and noun in _GROUPS) or _is_fought_by(token, noun)):
            evidence.add("agent")
    if before == "to" and noun in {"fell", "fallen", "lost"}:
        evidence.add("agent")


def _add_owned_by(evidence: set[str], before: str, earlier: Token) -> None:
    """Add what the word before "of" or "for" says: "Duke of X", "port of X", "William of X"."""
    noun = earlier.lower
    if noun in titles():
        evidence.update(("of_office", "of_peer") if noun in _PEERS else ("of_office",))
    if before == "of" and (noun in _PLACE_OF or earlier.text in given_names()):
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


def _add_after(
    evidence: set[str], tokens: Sequence[Token], lower: Sequence[str], last: int, word: Word
) -> None:
    at = last + 1
    if at < len(tokens) and tokens[at].text in ("'", "’"):
        at += 1
    if word.is_owner:
        evidence.add("owner")
    if tokens[last].end > word.end and tokens[last].text[len(word.text) :].lstrip("-‑") in TIED:
        evidence.add("agent")
    if at >= len(lower):
        return
    after = lower[at]
    evidence.update(shown_behind(after, word.is_owner))
    if after == "suicide" and lower[at + 1 : at + 2] and lower[at + 1] in _SUICIDAL:
        evidence.add("armed")
    if after == "and" or after == ",":
        _add_joined(evidence, lower, at)
    elif after in _BE and at + 1 < len(lower) and _is_doing(lower[at + 1]):
        evidence.add("verb")
    if is_before_human(tokens, lower, at):
        evidence.add("human")


def _add_joined(evidence: set[str], lower: Sequence[str], at: int) -> None:
    """Add what "and other groups", "and his", ", 34," behind a name say."""
    second, third = (*lower[at + 1 : at + 3], "", "")[:2]
    if lower[at] == ",":
        if second.isdigit() and len(second) < 3 and third in _BEHIND_AGE:
            evidence.add("person")
    elif second in _OTHERS and "group" in third:
        evidence.add("agent")
    elif second in ("his", "her"):
        evidence.add("person")


def _is_doing(word: str) -> bool:
    """Say whether "was" and this word tell what somebody does: "was hiding", not "was being"."""
    return word.endswith("ing") and len(word) > 5 and word not in ("being", "during", "nothing", "including")
