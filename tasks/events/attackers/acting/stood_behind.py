"""Who stood behind a deed, in the article's own voice: "behind it stood X", "X stood behind the coup".

So does whose work it was: "it was the work of X", "the bombing was the work of a cell of the X".
"""

from __future__ import annotations

from collections.abc import Iterable

from tasks.events.found import Found, Words
from tasks.events.subject_verb import verb_of
from tasks.events.triggers import violent_triggers
from tasks.lexicons.construction_words import words
from tasks.model.span import Span

_BEHIND = frozenset(("behind",))
_STOOD = frozenset(("stood", "stands", "stand", "lay"))
_WAS = _STOOD | words("be")
_WORK = frozenset(("work", "handiwork"))
_CELLS = words("cell_of_group") | words("member") | {"group", "gang", "band"}
_CELL = 8  # tokens of "an active service unit of"
_IT = frozenset(("it", "them", "this", "these"))
_RISINGS = words("rising") | {"attempt", "plot", "conspiracy"}
_DEED = 4  # tokens of "the failed coup attempt"
_NEAR = 4  # tokens between the verb and the first name: "a small group of"


def stood_behind(words_: Words) -> list[Found]:
    """Return those of whom a sentence says that they stood behind it, or behind a deed that it names."""
    tokens, sentence = words_.tokens, words_.sentence
    if _WAS.isdisjoint(sentence.words):
        return []
    found = [Found(key, "perpetrator", span, "stood_behind") for span, key in _whose_work(words_)]
    for i in sentence.places(_BEHIND):
        end = _deed_end(words_, i + 1)
        if end is None:
            continue
        is_opening = i == 0 or tokens[i - 1].kind == "punct"
        if is_opening and end < len(tokens) and tokens[end].lower in _WAS:
            found += [
                Found(key, "perpetrator", span, "stood_behind") for span, key in _named(words_, end + 1)
            ]
        elif i and tokens[i - 1].lower in _STOOD:
            found += [
                Found(key, "perpetrator", span, "stood_behind")
                for span, key in words_.mentions
                if span.end <= tokens[i].start and verb_of(sentence, span) == i - 1
            ]
    return found


def _whose_work(words_: Words) -> Iterable[tuple[Span, str]]:
    """Yield whose work it, or a deed that the sentence names, was; not whose it was only thought to be."""
    tokens, lower = words_.tokens, words_.sentence.lower
    for i in words_.sentence.places(_WORK):
        be = i - 1 - (lower[i - 1 : i] == ("the",))
        if be < 1 or lower[be] not in ("was", "were") or lower[i + 1 : i + 2] != ("of",):
            continue
        deeds = [t for t in violent_triggers(words_.sentence) if not t.is_verb and t.last < be]
        if lower[be - 1] in ("it", "this") or deeds:
            at = next((k + 1 for k in range(i + 2, min(i + _CELL, len(tokens))) if lower[k] == "of"), i + 2)
            is_cell = at > i + 2 and not _CELLS.isdisjoint(lower[i + 2 : at])
            yield from _named(words_, at if is_cell else i + 2)


def _deed_end(words_: Words, at: int) -> int | None:
    """Return where the words for the deed end behind "behind", None if they are for something else."""
    tokens = words_.tokens
    if at < len(tokens) and tokens[at].lower in _IT:
        return at + 1
    nouns = {t.first: t.last for t in violent_triggers(words_.sentence) if not t.is_verb}
    for k in range(at, min(at + _DEED, len(tokens))):
        if k in nouns or tokens[k].lower in _RISINGS:
            last = nouns.get(k, k)
            while last + 1 < len(tokens) and tokens[last + 1].lower in _RISINGS:
                last += 1
            return last + 1
        if tokens[k].kind == "punct":
            return None
    return None


def _named(words_: Words, at: int) -> Iterable[tuple[Span, str]]:
    """Yield the mention that begins near a token and those that "and" joins to it."""
    tokens = words_.tokens
    i, gap = at, _NEAR
    while i < len(tokens) and gap >= 0 and tokens[i].kind != "punct":
        mention = words_.at(i)
        if mention is None:
            i, gap = i + 1, gap - 1
            continue
        yield mention
        while i < len(tokens) and tokens[i].start < mention[0].end:
            i += 1
        if i >= len(tokens) or tokens[i].lower != "and":
            return
        i, gap = i + 1, _NEAR
