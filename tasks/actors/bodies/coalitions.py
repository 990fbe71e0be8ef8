"""Coalitions named after who leads them: "the Norland-led coalition", "U.S.-led international coalition".

A coalition is an actor of its own and not the state that leads it.  Its short forms ("the coalition",
"coalition forces") are names of it where the article knows one coalition only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from tasks.actors.bodies.collective import Collective
from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.countries import countries
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import known
from tasks.model.document import Sentence, Token, lowered
from tasks.model.span import Span

_LED = re.compile(r"(?P<leader>.+)[-‑]led", re.IGNORECASE)
_HEADS = frozenset(("coalition", "alliance"))
_FORCES = frozenset(("force", "forces", "troops", "military"))
_BODIES = _HEADS | _FORCES - {"military"}
_NO_BODY = frozenset(  # what a coalition of parties has
    ("government", "governments", "cabinet", "party", "parties", "partner", "partners", "talks", "agreement")
)
_MODIFIERS = 3  # words between: "Norland-led international military coalition"


def leading_words(written: Iterable[str]) -> frozenset[str]:
    """Return, in lower case, those of an article's words with a hyphen that say who leads: "Norland-led"."""
    return frozenset([lowered(word) for word in written if word[-3:].lower() == "led"])


def coalitions(sentence: Sentence, leading: Set[str]) -> Iterator[Collective]:
    """Yield the coalitions of a sentence that are named after a state or a body that leads them.

    Args:
        sentence: one of the article.
        leading: the article's `leading_words`; few articles have any, and no sentence is searched for others.
    """
    tokens = sentence.tokens
    for index in sentence.places(leading):
        token = tokens[index]
        if not token.text[0].isupper():
            continue
        match = _LED.fullmatch(token.text)
        end = _head(tokens, index + 1) if match is not None and _leads(match["leader"]) else None
        if end is not None:
            span = Span(token.start, tokens[end].end)
            yield Collective(span, None, None, tokens[end].lower, "military", 8)


def short_coalitions(sentence: Sentence) -> Iterator[Collective]:
    """Yield "the coalition" and "coalition forces" of a sentence, of an article that names a coalition."""
    tokens = sentence.tokens
    for index in sentence.places(_HEADS):
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if following in _NO_BODY or following == "of" or not tokens[index].text.islower():
            continue
        if following in _FORCES:
            span = Span(tokens[index].start, tokens[index + 1].end)
            yield Collective(span, None, None, following, "military", 8)
        elif _is_the(tokens, index):
            token = tokens[index]
            yield Collective(Span(token.start, token.end), None, None, token.lower, "military", 8)


def one_coalition(entries: Entries) -> Iterator[Join]:
    """The names of one coalition: those with the same leader, and the short ones where no other is named."""
    named = [(leader, e) for e in entries.values() if e.is_collective and (leader := leader_of(e.name))]
    whole = [(leader, e) for leader, e in named if e.words[-1].lower() in _HEADS]
    first: dict[str, Entry] = {}
    for leader, entry in [*whole, *named]:
        other = first.setdefault(leader, entry)
        if other is not entry:
            yield other.key, entry.key, "coalition"
    leaders = {leader for leader, _ in whole}
    if len(leaders) == 1:
        for entry in entries.values():
            if _is_short(entry):
                yield whole[0][1].key, entry.key, "coalition"


def _leads(words: str) -> bool:
    """Say whether the words before "-led" are a state or a body of states: "Norland", "Norland–Sorrel"."""
    table = countries()
    parts = [words, *re.split("[-‑–]", words)] if words not in table.names else [words]
    is_state = [p in table.adjectives or p in table.names for p in parts]
    is_body = words.lower() in known() and known()[words.lower()][1] == "international"
    return is_state[0] or is_body or (len(parts) > 2 and all(is_state[1:]))


def leader_of(name: str) -> str:
    """Return the state or body after which a coalition is named, "" if it is named after none."""
    first = name.partition(" ")[0]
    match = _LED.fullmatch(first) if first[-3:].lower() == "led" else None
    if match is None or not _leads(match["leader"]):
        return ""
    table = countries()
    country = table.adjectives.get(match["leader"]) or table.names.get(match["leader"])
    return country.name if country is not None else match["leader"]


def _is_short(entry: Entry) -> bool:
    words = [w.lower() for w in entry.words]
    return words[0] in _HEADS and (len(words) == 1 or (len(words) == 2 and words[1] in _FORCES))


def _head(tokens: Sequence[Token], start: int) -> int | None:
    """Return the index of the noun that makes a coalition of what somebody leads."""
    for index in range(start, min(start + _MODIFIERS + 1, len(tokens))):
        token = tokens[index]
        if token.kind != "word" or token.lower in ("and", "of", "in"):
            return None
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if token.lower in _BODIES and following not in _NO_BODY:
            return index + 1 if following in ("force", "forces") and token.lower in _HEADS else index
    return None


def _is_the(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].lower == "the"
