"""What the words around a name say about what it names: "person", "agent", "place", "group", ..."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.context.before_name import add_before
from tasks.actors.context.behind_name import add_behind
from tasks.actors.context.definitions import (
    BEFORE_DEFINED,
    BEHIND_DEFINED,
    acts_as_agent,
    defined_after,
    defined_before,
    is_armed,
    is_medium,
    is_outlawed,
)
from tasks.actors.context.human import is_apposed
from tasks.actors.context.listed_states import begin_of_list, ends_of_states, is_of_states_force
from tasks.actors.context.where_states import is_where
from tasks.actors.known.folded_names import fold
from tasks.actors.names.name_run import Run
from tasks.lexicons.designators import designators
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Token
from tasks.model.span import Span

AS_PLACE = frozenset(("place", "way", "after_comma"))  # what shows that a name is only where something was
ACTS = frozenset(("verb", "sends"))  # but not where it does something or sends somebody
_ARTICLES = frozenset(("the", "a", "an"))
_NOT_SPEAKING = (" of ", " from ", " in ", " at ", " for ")  # "the envoy from Xenda said"
_AND_NAME = late_pattern(r" and [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,2}")  # "Ada Quist and Ben Vell"
_OF_A_BODY = late_pattern(r" (?:of|from) (?:the )?[A-Z]")  # "Ada Quist of the Harbour Institute"


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
    add_before(evidence, tokens, lower, first)
    if "after_comma" in evidence and run.words[-1].text in ends_of_states():
        listed = begin_of_list(tokens, first)
        if listed is not None:  # what its first member shows holds for all
            evidence.discard("after_comma")
            add_before(evidence, tokens, lower, listed)
    if first > 2 and lower[first - 1][-1] == "s" and is_of_states_force(tokens, first - 1):
        evidence.update(("agent", "states_force"))
    add_behind(evidence, tokens, lower, last, run.words[-1])
    if run.words[-1].text in ends_of_states() and is_where(tokens, lower, first):
        evidence.discard("verb")
        evidence.add("place")
    if last + 1 < len(lower) and lower[last + 1] == "police" and not run.words[-1].is_owner:
        evidence.difference_update(("agent", "armed"))  # "commander of the Osk police": theirs
    _add_said_to_be(evidence, tokens, lower, first, last)
    if last > first and lower[first - 1] == "," and is_apposed(tokens, lower, first, last):
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
        if not text[claimant.start : span.start].endswith(_NOT_SPEAKING):
            evidence.add("ends_claimant")
    elif claimant.start == span.start:
        if _OF_A_BODY.match(text, span.end, claimant.end):
            evidence.add("of_a_body")
        elif _AND_NAME.fullmatch(text, span.end, claimant.end):
            evidence.add("with_another")


def _add_said_to_be(
    evidence: set[str], tokens: Sequence[Token], lower: Sequence[str], first: int, last: int
) -> None:
    """Add what the sentence says outright that a name is, or that somebody acts by that name."""
    at = first - 1
    if at >= 0 and lower[at] in _ARTICLES:
        at -= 1
    if (at < 0 or lower[at] not in BEFORE_DEFINED) and (
        last + 1 == len(lower) or lower[last + 1] not in BEHIND_DEFINED
    ):  # nearly always
        return
    before, behind = defined_before(tokens, lower, at), defined_after(tokens, lower, last + 1)
    if before or behind:
        evidence.add("group")
        is_enclosed = last + 1 < len(lower) and lower[last + 1] == ","
        if is_medium(before) and (lower[at] != "," or is_enclosed):  # "in a call to a newspaper, X said"
            evidence.add("medium")
        if is_armed(before) or is_armed(behind):
            evidence.add("rebel")
    elif is_outlawed(lower, last + 1):
        evidence.add("outlawed")
    if at >= 0 and lower[at] == "by":
        agent = acts_as_agent(tokens, at, last + 1)
        if agent is not None:
            evidence.add(agent)


def may_be_medium(run: Run) -> bool:
    """Say whether the words right before a name may tell that it is a medium: a look at them alone."""
    sentence, at = run.sentence, run.words[0].token - 1
    if at >= 0 and sentence.lower[at] in _ARTICLES:
        at -= 1
    if at < 0 or sentence.lower[at] not in BEFORE_DEFINED:
        return False
    return is_medium(defined_before(sentence.tokens, sentence.lower, at))


def _is_whole(text: str, claimant: Span, span: Span) -> bool:
    return fold(text[claimant.start : claimant.end]) == fold(text[span.start : span.end])
