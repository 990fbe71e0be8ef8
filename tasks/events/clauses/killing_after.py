"""Who went on to kill: "X seized the town, killing 12"; or had before: "X withdrew after burning it"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.clauses.who_acts import hit_attackers
from tasks.events.subject_verb import is_passive, is_verb
from tasks.lexicons.violence import verbs_that, words_of
from tasks.model.document import Token
from tasks.model.span import Span

_OWN = frozenset(("its", "their", "her"))
_CREW = frozenset(("pilot", "pilots", "crew", "crewmen", "occupants", "driver", "captain", "passengers"))
_ALL = frozenset(("all", "both", "everyone", "everybody", "most"))
_ABOARD = frozenset(("aboard", "board", "occupants", "crew", "inside"))
_TELLS = frozenset(("said", "reported", "announced", "confirmed", "stated", "added", "told"))
_FALLS = frozenset(("crashed", "collided", "derailed", "capsized"))  # of themselves: an accident
_WHEN = frozenset(("as", "when", "while", "after", "before", "once", "until"))
_GOES_ON = frozenset((",", "process", "after", "before", "having"))
_WASTING = words_of(verbs_that(("destroys", "robs")), "gerund") | {"burning"}
KILLING = words_of(verbs_that(("kills", "harms", "wounds")), "gerund") | _WASTING | {"wounding"}


def is_first(tokens: Sequence[Token], span: Span) -> bool:
    """Whether no verb stands before a name, so that it is the subject of its sentence."""
    return not any(is_verb(t) for t in tokens if t.end <= span.start)


def _is_of_own(tokens: Sequence[Token], at: int) -> bool:
    """Whether those who died were in what crashed or blew up: "killing its pilot", "killing all aboard"."""
    following = [t.lower for t in tokens[at + 1 : at + 8]]
    if following[:1] and following[0] in _OWN and not _CREW.isdisjoint(following[1:4]):
        return True
    return bool(following) and following[0] in _ALL and not _ABOARD.isdisjoint(following[1:])


def _has_other_subject(tokens: Sequence[Token], verb: int, at: int) -> bool:
    """Whether another clause stands between: "As X finished her speech, grenades were thrown, killing 12"."""
    comma = next((k for k in range(verb + 1, at) if tokens[k].text == ","), at)
    return any(is_verb(t) for t in tokens[comma + 1 : at - 1])


def goes_on_killing(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a participle goes on with what the subject of a verb did: "seized the town, killing 12"."""
    following = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
    if is_passive(tokens, verb) is not None or following == "that" or tokens[verb].lower in _TELLS | _FALLS:
        return False
    for i in range(verb + 1, len(tokens)):
        before = tokens[i - 1].lower
        if tokens[i].lower in KILLING and before in _GOES_ON:
            if tokens[0].lower in _WHEN and _has_other_subject(tokens, verb, i):
                return False
            return not hit_attackers(tokens, i) and not _is_of_own(tokens, i)
    return False
