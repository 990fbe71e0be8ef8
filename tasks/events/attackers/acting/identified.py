"""Attackers who are identified where they act: "men identified as X and Y took control of the aircraft"."""

from __future__ import annotations

from collections.abc import Iterable

from tasks.events.found import Found, Words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.construction_words import words

IDENTIFIED = frozenset(("identified", "named", "called"))
_MEN = words("identified_people")
_ACTS = words("act") | words("hit") | words("strikes") | words("captures") | {"killed", "shot", "hijacked"}
_TAKES = frozenset(("took", "taken", "taking", "gained"))
_WHAT = frozenset(("control", "hostage", "hostages", "captive"))
_REACH = 6  # tokens between "took" and what


def identified(words_: Words) -> Iterable[Found]:
    """Yield the persons by whom a word for men is explained that is the subject of a verb of violence."""
    tokens = words_.tokens
    for i in words_.sentence.places(IDENTIFIED):
        if i < 1 or i + 2 >= len(tokens) or tokens[i - 1].lower not in _MEN:
            continue
        at = i + 1 + (tokens[i + 1].lower in ("as", "only"))
        one = words_.at(at)
        if one is None:
            continue
        found, last = [one], one
        after = next((k for k in range(at, len(tokens)) if tokens[k].start >= one[0].end), len(tokens))
        if (
            after + 1 < len(tokens)
            and tokens[after].lower == "and"
            and (two := words_.at(after + 1)) is not None
        ):
            found, last = [one, two], two
        verb = verb_of(words_.sentence, last[0])
        if verb is None:
            continue
        is_act = tokens[verb].lower in _ACTS
        if tokens[verb].lower in _TAKES:
            is_act = not _WHAT.isdisjoint(t.lower for t in tokens[verb + 1 : verb + 1 + _REACH])
        if is_act:
            yield from (Found(actor, "perpetrator", span, "identified") for span, actor in found)
