"""Overthrown: "overthrew the king, Y", "Y was deposed by X", "the overthrow of Y"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.events.clauses.who_acts import only_backs
from tasks.events.found import Found, Words
from tasks.events.subject_verb import is_passive, verb_of
from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.model.span import Span

_DEPOSES = words("deposes")
_REACH = 10  # tokens between a verb and its object, or between an event and who is behind it


def deposed(words_: Words) -> Iterable[Found]:
    """Overthrown: the object of a verb of removal, behind titles and names of what was ruled."""
    tokens = words_.tokens
    for i, token in enumerate(tokens):
        if token.lower not in _DEPOSES or (i and _is_undone(tokens, i)):
            continue
        yield from last_named(words_, i + 1)


def last_named(words_: Words, start: int) -> Iterable[Found]:
    """Return the last of the names of a noun phrase: "the sitting President of Northland, Day"."""
    tokens = words_.tokens
    best: tuple[Span, str] | None = None
    i = start
    while i < min(start + _REACH, len(tokens)):
        mention = words_.at(i)
        if mention is not None:
            best = mention
            while i < len(tokens) and tokens[i].start < mention[0].end:
                i += 1
            is_possessive = i <= len(tokens) and tokens[i - 1].end > mention[0].end
            joins = i + 1 < len(tokens) and tokens[i].text == "," and tokens[i + 1].text[:1].isupper()
            if not joins and not is_possessive:
                break
            i += joins
            continue
        word = tokens[i]
        if word.kind != "word" and word.text != ",":
            break
        if word.text == "," and not (i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()):
            break
        if word.lower in ("in", "at", "by", "to", "and", "for", "with", "from", "on", "who", "that", "as"):
            break
        i += 1
    if best is not None:
        yield Found(best[1], "target", best[0], "overthrown", grade="overthrown")


def undone(words_: Words) -> Iterable[Found]:
    """Overthrown: the subject of "was deposed", and who stands behind its "by"."""
    tokens = words_.tokens
    for span, actor in words_.mentions:
        verb = verb_of(words_.sentence, span)
        done = is_passive(tokens, verb) if verb is not None else None
        if done is None or tokens[done].lower not in _DEPOSES:
            continue
        yield Found(actor, "target", span, "overthrown", grade="overthrown")
        for k in range(done + 1, min(done + _REACH, len(tokens))):
            if tokens[k].kind == "punct":
                break
            if tokens[k].lower == "by":
                yield from named_behind(words_, k + 1)
                break


def _is_undone(tokens: Sequence[Token], at: int) -> bool:
    before = [t.lower for t in tokens[max(0, at - 3) : at]]
    return bool({"was", "were", "been", "being"} & set(before))


def overthrow_of(words_: Words) -> Iterable[Found]:
    """Overthrown: who stands behind "the overthrow of", "the ouster of"."""
    tokens = words_.tokens
    for i, token in enumerate(tokens[:-2]):
        if token.lower in ("overthrow", "ouster", "removal", "deposition") and tokens[i + 1].lower == "of":
            yield from last_named(words_, i + 2)


def named_behind(words_: Words, start: int) -> Iterable[Found]:
    """Return the actor that a phrase begins with, titles and adjectives before it."""
    for j in range(start, min(start + 6, len(words_.tokens))):
        mention = words_.at(j)
        if mention is not None and not only_backs(words_.tokens, mention[0]):
            yield Found(mention[1], "perpetrator", mention[0], "overthrew")
            return
        if words_.tokens[j].kind != "word" or words_.tokens[j].lower == "against":
            return
