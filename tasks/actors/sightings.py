"""Sightings: each place where a name stands, with what its surroundings say about what it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tasks.actors.capitalised import Run
from tasks.actors.countries import countries
from tasks.actors.definitions import acts_as_agent, is_defined_after, is_defined_before
from tasks.actors.folding import fold
from tasks.actors.human import is_after_human, is_before_human
from tasks.actors.offices import role_after, role_before, title_span
from tasks.actors.segments import Segment, is_other
from tasks.actors.words import collectives, context, heads, name_words, titles
from tasks.actors.written import TIED, Word
from tasks.lexicons.construction_words import words as construction_words
from tasks.model.document import Token
from tasks.model.span import Span
from tasks.model.value import value

LOCATIVES = context("locatives")
WAYS = context("ways")  # to a place, or to a person
_PLACE_NOUNS = context("place_nouns")
_PLACE_OF = context("place_of")
_AGENT_NOUNS = context("agent_nouns")
_AGENT_VERBS = context("agent_verbs")
_AGENT_BEFORE = re.compile(
    r"(?:members?|fighters|militants|leaders?|commanders?|positions|ranks|supporters|control|responsibility|group|"
    r"organi[sz]ation|militia|movement|party|backed|run|claimed|loyal|affiliated|linked|allied|allegiance|"
    r"owned|founded|funded|operated|fight|war|blamed?|accused|named|called|known|joined|outfit|faction|network|company|belonging|firm|"
    r"branch|offshoot|splinter|affiliate|arm|wing|ally|allies|enem(?:y|ies)|forces|troops|soldiers|units|remnants|leadership|banning|disbanding|crackdown|spokes\w+|defectors?)$"
)
_FIGHTS = frozenset(
    (
        "siege",
        "attack",
        "attacks",
        "assault",
        "offensive",
        "ambush",
        "raid",
        "raids",
        "massacre",
        "occupation",
    )
)
_ARMED_BEFORE = re.compile(
    r"(?:fighters|militants|commanders?|rebels|insurgents|gunmen|positions|ranks|allegiance|loyal)$"
)
_CRAFT = construction_words("machine") | {"e-boats", "u-boats", "submarines", "ships", "aircraft", "planes"}
_ARMED_NOUNS = frozenset(
    ("commander", "commanders", "positions", "stronghold", "strongholds", "cell", "cells", "convoy")
)
_OTHERS = frozenset(("affiliated", "allied", "associated", "other"))
_BEFORE_QUOTE = frozenset(("the", "itself", "themselves", "so-called"))
_HEAD_ENDS = frozenset(("of", "for", "in", "on", "against", "–", "—", "-"))  # a branch stands behind a dash
_HELP = frozenset(("support", "help", "assistance", "backing"))
_TIES = frozenset(("of", "to", "with", "by", "for", "against", "on", "called", "named", "as"))


@value(frozen=True, slots=True)
class Sighting:
    """One place where a name stands, and what stands around it.

    Attributes:
        run: the name's words.
        title: the words of the title before it, or None; `titled` reaches from title to name.
        evidence: what the surroundings say: "person", "agent", "place", "group", "regime", "claimant", ...
    """

    run: Run
    title: Span | None
    titled: Span | None
    evidence: frozenset[str]
    role: Span | None = None  # a person's office beside the name

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return self.run.span


@dataclass(slots=True)
class Form:
    """All sightings of one folded form.

    Attributes:
        words: those of the first sighting, or of the first that is not all in capitals.
    """

    key: str
    sightings: list[Sighting] = field(default_factory=list)
    words: tuple[Word, ...] = ()
    _is_capitals: bool = False
    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, seen: Sighting) -> None:
        """Take one more sighting, later in the text than the others."""
        self.sightings.append(seen)
        if not self.words or self._is_capitals:
            is_capitals = all(word.text.isupper() for word in seen.run.words)
            if not self.words or not is_capitals:
                self.words, self._is_capitals = seen.run.words, is_capitals
        for one in seen.evidence:
            self._counts[one] = self._counts.get(one, 0) + 1

    def count(self, evidence: str) -> int:
        """Return how many sightings carry this evidence."""
        return self._counts.get(evidence, 0)


def sighting(
    segment: Segment, text: str, claimants: Sequence[tuple[Span, str]], infobox: str | None
) -> Sighting:
    """Return what stands around a segment.

    Args:
        segment: a name within a run.
        text: the article's text.
        claimants: the words for speakers in the sentence, with what speaking shows of them.
        infobox: the canonical name of the infobox field that the sentence is the value of, if any.
    """
    run = segment.run
    tokens = run.sentence.tokens
    first, last = run.words[0].token, run.words[-1].token
    evidence: set[str] = set()
    _add_before(evidence, tokens, first)
    if first > 2 and _is_of_states_force(tokens, first - 1):
        evidence.update(("agent", "states_force"))
    _add_after(evidence, tokens, last, run.words[-1])
    _add_said_to_be(evidence, tokens, first, last)
    title = title_span(segment, tokens, first)
    role = role_after(tokens, last)
    if role is None:
        role = role_before(tokens, title, first, len(run.words))
        if role is not None and any(name_words().get(w.lower) == "place" for w in run.words):
            role = None
    if segment.must_be_person or title is not None or role is not None:
        evidence.add("person")
    span = run.span
    for claimant, shows in claimants:
        if claimant.contains(span):
            whole = _is_whole(text, claimant, span)
            if shows == "told":
                evidence.update(("told",) if whole else ())
                continue
            evidence.update(("claimant", shows) if whole else ("in_claimant",))

            if claimant.end == span.end and claimant.start < span.start:
                evidence.add("ends_claimant")
    if infobox:
        evidence.add(f"infobox_{infobox}")
    titled = None if title is None else Span(title.start, span.end)
    return Sighting(run, title, titled, frozenset(evidence), role)


def _add_said_to_be(evidence: set[str], tokens: Sequence[Token], first: int, last: int) -> None:
    """Add what the sentence says outright that a name is, or that somebody acts by that name."""
    at = first - 1
    if at >= 0 and tokens[at].lower in ("the", "a", "an"):
        at -= 1
    if is_defined_before(tokens, at) or is_defined_after(tokens, last + 1):
        evidence.add("group")
    if at >= 0 and tokens[at].lower == "by":
        agent = acts_as_agent(tokens, at, last + 1)
        if agent is not None:
            evidence.add(agent)


def _is_whole(text: str, claimant: Span, span: Span) -> bool:
    return fold(text[claimant.start : claimant.end]) == fold(text[span.start : span.end])


def _add_before(evidence: set[str], tokens: Sequence[Token], first: int) -> None:
    at = first - 1
    if at > 0 and tokens[at].kind == "quote" and tokens[at - 1].lower in _BEFORE_QUOTE:
        at -= 1
    if at >= 0 and tokens[at].lower in ("the", "a", "an"):
        evidence.add("article" if tokens[at].lower == "the" else "indefinite")
        at -= 1
    if at < 0:
        return
    before = tokens[at].lower
    earlier = tokens[at - 1] if at else None
    if before in LOCATIVES:
        evidence.add("place")
    if before in WAYS:
        evidence.add("way")
    if before == "(":
        evidence.add("bracketed")
    if before == "by":
        evidence.add("by")
    if before in ("itself", "themselves", "so-called"):
        evidence.add("group")
    if before == "named":
        evidence.add("called_name")
    if earlier is not None:
        _add_before_two(evidence, tokens[at], before, earlier)
        if is_after_human(tokens[at], earlier):
            evidence.add("human")


def _add_before_two(evidence: set[str], token: Token, before: str, earlier: Token) -> None:
    """Add what the two words before a name say."""
    noun = earlier.lower
    if before in ("of", "for") and noun in titles():
        evidence.add("of_office")
    if before == "of" and noun in _PLACE_OF:
        evidence.add("place")
    if before == "," and earlier.text[:1].isupper() and name_words().get(noun) != "date":
        evidence.add("after_comma")
    if before == "called" and noun in ("man", "woman", "boy", "girl"):
        evidence.add("called_name")
    if before in ("of", "from") and noun in _HELP:
        evidence.add("agent")
    if token.kind == "quote" and noun in ("itself", "called", "as", "named", "group"):
        evidence.add("group")
    if before in _TIES:
        if _ARMED_BEFORE.match(noun):
            evidence.add("armed")
        elif _AGENT_BEFORE.search(noun) or before == "called" or _is_fought_by(token, noun):
            evidence.add("agent")
    if before == "to" and noun in ("fell", "fallen", "lost"):
        evidence.add("agent")


def _is_of_states_force(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a state owns a name that has craft or troops: "E-boats of Norland's X"."""
    owner = tokens[at].text.removesuffix("'s").removesuffix("’s")
    if owner == tokens[at].text or owner not in countries().names:
        return False
    while at > 1 and tokens[at - 1].text[:1].isupper():
        at -= 1
    if at < 2 or tokens[at - 1].lower not in ("of", "from"):
        return False
    noun = tokens[at - 2].lower
    return noun in _CRAFT or collectives().get(noun, ("",))[0] == "military"


def _is_fought_by(by: Token, noun: str) -> bool:
    """Say whether a name behind "by" attacked: "a siege by the X"."""
    return by.text == "by" and noun in _FIGHTS


def _add_after(evidence: set[str], tokens: Sequence[Token], last: int, word: Word) -> None:
    at = last + 1
    if at < len(tokens) and tokens[at].text in ("'", "’"):
        at += 1
    if word.is_owner:
        evidence.add("owner")
    if tokens[last].end > word.end and tokens[last].text[len(word.text) :].lstrip("-‑") in TIED:
        evidence.add("agent")
    following = [t.lower for t in tokens[at : at + 3]] + ["", "", ""]
    after = following[0]
    if after in _PLACE_NOUNS:
        evidence.add("place")
    if after in ("regime", "government", "administration"):
        evidence.add("regime")
    elif after in _ARMED_NOUNS or collectives().get(after, ("",))[0] in ("armed_group", "military"):
        evidence.add("armed")
    elif after in collectives() or after in _AGENT_NOUNS:
        evidence.add("agent")
    if (
        after == "and"
        and following[1] in ("affiliated", "allied", "associated", "other")
        and "group" in following[2]
    ):
        evidence.add("agent")
    if after in _AGENT_VERBS or (after in ("was", "were", "is", "are") and _is_doing(following[1])):
        evidence.add("verb")
    is_age = (
        after == "," and following[1].isdigit() and len(following[1]) < 3 and following[2] in (",", "and")
    )
    if is_age or (after == "and" and following[1] in ("his", "her")):
        evidence.add("person")
    if is_before_human(tokens, at):
        evidence.add("human")


def _is_doing(word: str) -> bool:
    """Say whether "was" and this word tell what somebody does: "was hiding", not "was being"."""
    return word.endswith("ing") and len(word) > 5 and word not in ("being", "during", "nothing", "including")


def last_head(words: Sequence[Word]) -> tuple[str, int] | None:
    """Return the head noun of a body's name and its position: the word before "of", else the last one."""
    lower = [w.lower for w in words]
    ends = [i for i, w in enumerate(lower) if w in _HEAD_ENDS and i] + [len(lower)]
    for end in ends:
        for length in (3, 2, 1):
            if end >= length:
                head = " ".join(lower[end - length : end])
                if head in heads() and (length > 1 or not is_other(head)):
                    return head, end - length
    return None
