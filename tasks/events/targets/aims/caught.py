"""Who was attacked on the way, where the passive has a pronoun, or the words for it are those of a trap.

- when: "a company of X was escorting a convoy when it was fired upon", "X were on their way home as they ..."
- and: "a patrol of X left the road and was ambushed"
- into: "a party of X, travelling in three lorries, drove into an ambush"

The one attacked is the subject of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, phrase_before
from tasks.events.clauses.undergone import Aimed, is_undergone
from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token

_BE = frozenset(("was", "were"))
_PRONOUNS = frozenset(("it", "they"))
_WHEN = frozenset(("when", "as"))
_SURPRISED = words("hit") | {"fired"}
_INTO = frozenset(("into",))
_MOVED = words("moves_into")
TRAPS = words("trap")
_ASIDE = frozenset(("who", "which"))
_FAR = 5  # tokens from "into" to the trap


def caught(sentence: Sentence) -> Iterable[Aimed]:
    """Caught: the subject of a sentence that says that it was attacked as it did something else."""
    tokens = sentence.tokens
    if not _SURPRISED.isdisjoint(sentence.words):
        for i in sentence.places(_SURPRISED):
            be = is_undergone(tokens, i)
            if be > 1 and _looks_back(tokens, be):
                yield from _subject(tokens, i, be - 1)
    if "into" in sentence.words and not _MOVED.isdisjoint(sentence.words):
        for i in sentence.places(_INTO):
            is_trap = any(t.lower in TRAPS for t in tokens[i + 1 : i + _FAR])
            if is_trap and tokens[i - 1].lower in _MOVED:
                yield from _subject(tokens, i, i)


def _looks_back(tokens: Sequence[Token], be: int) -> bool:
    """Whether a passive has no subject of its own: "when it was ...", "and was ..."."""
    if tokens[be - 1].lower in _PRONOUNS:
        return tokens[be - 2].lower in _WHEN
    return tokens[be - 1].lower == "and" and tokens[be].lower in _BE


def _subject(tokens: Sequence[Token], at: int, end: int) -> Iterable[Aimed]:
    """Return the subject of the first verb of a sentence, where that verb has no object of its own."""
    verb = next((k for k in range(1, end) if is_verb(tokens[k]) and not _is_inside_aside(tokens, k)), 0)
    if not verb or not _is_on_the_way(tokens, verb):
        return
    phrase = _before(tokens, verb)
    if phrase is not None and phrase.kind in ("people", "name", "vehicle"):
        yield Aimed(phrase, "caught", at)


def _is_inside_aside(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb form only describes the subject: "X, which was ...", "a party of X, led by Y, drove"."""
    before = tokens[verb - 1]
    return (before.text == "," and not _closes(tokens, verb)) or before.lower in _ASIDE


def _closes(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the comma before a verb closes an aside."""
    return any(t.text == "," and _opens(tokens, k) for k, t in enumerate(tokens[: verb - 1]))


def _opens(tokens: Sequence[Token], comma: int) -> bool:
    following = tokens[comma + 1].lower
    return following.endswith(("ing", "ed")) or following in _ASIDE or following == "led"


def _is_on_the_way(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb tells that somebody was doing something, or moved."""
    following = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
    if tokens[verb].lower in _BE:
        return following.endswith("ing") or following in ("on", "in", "at", "about", "travelling")
    return tokens[verb].lower in _MOVED or (tokens[verb].lower == "had" and following in _MOVED)


def _before(tokens: Sequence[Token], verb: int) -> SlotPhrase | None:
    """Return the phrase before a verb, or before the aside that ends right before it."""
    if tokens[verb - 1].text != ",":
        return phrase_before(tokens, verb)
    opened = next((k for k in range(1, verb - 1) if tokens[k].text == "," and _opens(tokens, k)), None)
    return None if opened is None else phrase_before(tokens, opened)
