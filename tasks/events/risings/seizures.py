"""Who seized power, or rose against whom: coups, putsches, mutinies, uprisings, rebellions.

Read only where the title names such an event:

- plotted: "X staged a coup", "officers of X led the mutiny"
- plotted by: "a coup organised by X", "the mutiny of X's sailors"
- seized: "X seized power", "X mutinied", "X overthrew Y", "X arrested the president"
- led: "both actions were led by X", "deposed by soldiers led by X", "the army, led by X, removed Y"
- attempt: "an attempt by members of X to seize power from Y"
- led into: "X led 200 officers of Y into Z"
- overthrown: "overthrew the king, Y", "Y was deposed by X", "the overthrow of Y", "ending the rule of Y"
  (see `overthrown`)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tasks.events.clauses.who_acts import is_earlier, is_of_members, is_prepositional, only_backs
from tasks.events.found import Found, Words
from tasks.events.risings.overthrown import deposed, last_named, named_behind, overthrow_of, undone
from tasks.events.subject_verb import is_verb, verb_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.model.document import Token
from tasks.model.order import END, START
from tasks.model.span import Span

_is_rising = lru_cache(maxsize=1_000)(  # a title, asked with each sentence of an article
    re.compile(
        rf"\b(?:{deed('rising')}|takeover|overthrow|occupation"
        r"|(?:seiz|tak|grab)(?:es?|ing) power|(?:oust|topple|depose|overthrow)(?:s|ed|n)?)\b",
        re.IGNORECASE,
    ).search
)
_PLOTS = words("plots")
_SEIZES = words("seizes_power")
_DEPOSES = words("deposes")
_DETAINS = words("detains")
_RISINGS = words("rising")
_TAKES = frozenset(("took", "assumed", "taking", "gained", "seized", "seizing", "usurped"))  # what, if power
_REMOVES = frozenset(("remove", "removed", "removing"))
_POWER = frozenset(("power", "control"))
_RULERS = words("ruler")
_SOLDIERS = frozenset(
    ("soldiers", "officers", "troops", "men", "guards", "sailors", "cadets", "paratroopers")
)
_LOYAL = frozenset(("loyal", "loyalist", "loyalists", "pro-government"))
_LED = frozenset(
    ("it", "this", "both", "plot", "mutineers", "rebels", "plotters", "conspirators", "action", "actions",
     "operation")
)  # fmt: skip
_LEADS = frozenset(("led", "headed", "commanded"))
_ATTEMPTS = frozenset(("attempt", "attempts", "bid", "effort", "plot", "conspiracy"))
_BE = words("be")
_SHIPS = words("warship")
_ABOARD = frozenset(("of", "from", "on", "aboard"))
_NEAR = 5  # tokens of a short phrase
_TOLD_OF = frozenset(("led", "marched", "took", "overthrow", "ouster", "removal", "rule"))
_WORDS = _PLOTS | _ATTEMPTS | _SEIZES | _DEPOSES | _DETAINS | _RISINGS | _TOLD_OF
_REACH = 10  # tokens between a verb and its object, or between an event and who is behind it


def seizures(words_: Words, title: str) -> list[Found]:
    """Return who seized power or rose in a sentence, and against whom; nothing of other sorts of events."""
    if not words_.mentions or _WORDS.isdisjoint(words_.sentence.words) or not _is_rising(title):
        return []
    found = [*_doers(words_), *deposed(words_), *undone(words_)]
    found += [*overthrow_of(words_), *_risen(words_), *_plotted(words_), *_led_into(words_)]
    found += [*_led_by(words_), *_attempted(words_)]
    return sorted(found, key=lambda f: (f.span, f.role))


def _doers(words_: Words) -> Iterable[Found]:
    """Plotted, seized: the subject of a verb of seizing power."""
    tokens = words_.tokens
    for span, actor in words_.mentions:
        last = bisect_left(tokens, span.end, key=END)
        verb = verb_of(words_.sentence, span) or _behind_of(tokens, last + 1)
        if verb is None or is_earlier(tokens, verb) or _is_loyal(tokens, span) or only_backs(tokens, span):
            continue
        if _is_where_they_were(tokens, span):
            continue
        if is_prepositional(tokens, span) and not is_of_members(tokens, span):
            continue
        while verb + 1 < len(tokens) and tokens[verb].lower in ("had", "has", "have", "then", "also", "to"):
            verb += 1
        if tokens[verb].lower in ("attempted", "tried", "sought", "plotted", "conspired"):
            verb = verb + 2 if tokens[verb + 1 : verb + 2] and tokens[verb + 1].lower == "to" else verb
        if verb < len(tokens) and _seizes(tokens, verb):
            yield Found(actor, "perpetrator", span, "seized")


def _led_by(words_: Words) -> Iterable[Found]:
    """Led: who stands behind "was led by" where the article's own rising, or its people, were led."""
    tokens = words_.tokens
    for i in words_.sentence.places(_PLOTS):
        if i < 2 or i + 2 >= len(tokens) or tokens[i + 1].lower != "by":
            continue
        if tokens[i - 1].lower not in _BE:
            if tokens[i].lower in _LEADS and _are_behind_deed(tokens, i):
                yield from named_behind(words_, i + 2)
            continue
        subject = {t.lower for t in tokens[max(0, i - _NEAR) : i - 1]}
        if not _LED.isdisjoint(subject) or not _RISINGS.isdisjoint(subject):
            yield from named_behind(words_, i + 2)


def _are_behind_deed(tokens: Sequence[Token], led: int) -> bool:
    """Whether those who were led did it: "was overthrown by soldiers led by X"."""
    if tokens[led - 1].text == ",":  # "the army, led by X, removed the president"
        rest = tokens[led + 2 : led + 2 * _REACH]
        end = next((k for k, t in enumerate(rest) if t.text == ","), len(rest))
        return any(t.lower in _DEPOSES for t in rest[end + 1 : end + 3])
    is_bare = tokens[led - 1].text.islower()  # a body with a name stands for its leader
    for k in range(led + 3, min(led + _REACH, len(tokens)) * is_bare):  # "officers headed by X overthrew"
        if tokens[k].kind == "punct" or tokens[k].lower in _BE:
            break
        if is_verb(tokens[k]):
            return _seizes(tokens, k)
    by = next((k for k in range(led - 1, max(0, led - _NEAR), -1) if tokens[k].lower == "by"), None)
    return by is not None and (tokens[by - 1].lower in _DEPOSES or tokens[by - 1].lower in _PLOTS)


def _attempted(words_: Words) -> Iterable[Found]:
    """Attempt: by whom an attempt "to seize power from Y" was, and Y."""
    tokens = words_.tokens
    for i in words_.sentence.places(_ATTEMPTS):
        reach = range(i + 1, min(i + 2 * _REACH, len(tokens) - 2))
        to = next((k for k in reach if tokens[k].lower == "to"), None)
        if to is None or not _aims_at_power(tokens, to):
            continue
        if tokens[i + 1].lower == "by":
            yield from named_behind(words_, i + 2)
        behind = range(to + 1, min(to + 2 * _REACH, len(tokens) - 1))
        source = next((k for k in behind if tokens[k].lower == "from" or tokens[k].text == ","), None)
        if source is not None and tokens[source].lower == "from":
            yield from last_named(words_, source + 1)


def _aims_at_power(tokens: Sequence[Token], to: int) -> bool:
    """Whether "to forcibly seize control", "to overthrow" stands at "to"."""
    near = [t.lower for t in tokens[to + 1 : to + 1 + _NEAR]]
    return not _DEPOSES.isdisjoint(near) or (
        ("seize" in near or "take" in near) and not _POWER.isdisjoint(near)
    )


def _seizes(tokens: Sequence[Token], verb: int) -> bool:
    word = tokens[verb].lower
    following = [t.lower for t in tokens[verb + 1 : verb + _REACH]]
    if word in _PLOTS:
        return bool(_RISINGS & set(following))
    if word in _SEIZES:
        return word not in _TAKES or bool(_POWER & set(following[:3]))
    if word in _REMOVES:  # a ruler, no barricade
        is_named = any(t.text[:1].isupper() for t in tokens[verb + 1 : verb + _NEAR])
        return is_named or bool((_RULERS | _POWER | {"him", "her"}) & set(following))
    if word in _DEPOSES:
        return True
    return word in _DETAINS and bool(_RULERS & set(following))


def _led_into(words_: Words) -> Iterable[Found]:
    """Led into: who led soldiers into somewhere, whose soldiers they were, and where they went."""
    tokens = words_.tokens
    for span, actor in words_.mentions:
        verb = verb_of(words_.sentence, span)
        if verb is None or tokens[verb].lower not in ("led", "marched", "took"):
            continue
        into = next(
            (k for k in range(verb + 1, min(verb + _REACH, len(tokens) - 1)) if tokens[k].lower == "into"),
            None,
        )
        if into is None or not _SOLDIERS & {t.lower for t in tokens[verb:into]}:
            continue
        yield Found(actor, "perpetrator", span, "led_into")
        whose = next((m for k in range(verb + 1, into) if (m := words_.at(k))), None)
        where = next((m for k in range(into + 1, min(into + 3, len(tokens))) if (m := words_.at(k))), None)
        if whose is not None:
            yield Found(whose[1], "perpetrator", whose[0], "led_into")
        if where is not None:
            yield Found(where[1], "target", where[0], "led_into")


def _behind_of(tokens: Sequence[Token], at: int) -> int | None:
    """Return the verb behind whose or where-from: "sailors of the battleship Heron mutinied"."""
    if at >= len(tokens) or tokens[at].lower not in ("of", "from", "in", "at"):
        return None
    for i in range(at + 1, min(at + _REACH, len(tokens))):
        if tokens[i].kind == "punct" or tokens[i].lower in ("who", "which", "that"):
            return None
        if is_verb(tokens[i]):
            return i
    return None


def _is_where_they_were(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name is the ship that people were of: "sailors of the battleship Heron mutinied"."""
    first = bisect_left(tokens, span.start, key=START)
    before = [t.lower for t in tokens[max(0, first - 3) : first]]
    return bool(before) and before[-1] in _SHIPS and not _ABOARD.isdisjoint(before)


def _is_loyal(tokens: Sequence[Token], span: Span) -> bool:
    first = bisect_left(tokens, span.start, key=START)
    near = {t.lower for t in tokens[max(0, first - 3) : first + 3]}
    return bool(_LOYAL & near)


def _risen(words_: Words) -> Iterable[Found]:
    """Risen against: who stands behind "against" after a rising and those who rose, commas and all."""
    tokens = words_.tokens
    for i, token in enumerate(tokens):
        if token.lower not in _RISINGS:
            continue
        for k in range(i + 1, min(i + 2 * _REACH, len(tokens) - 1)):
            if is_verb(tokens[k]) or tokens[k].lower in ("which", "who", "when", ";"):
                break
            if tokens[k].lower == "against":
                yield from last_named(words_, k + 1)
                break


def _plotted(words_: Words) -> Iterable[Found]:
    """Plotted by: who stands behind "by" after a rising and a verb of plotting, or behind its "of"."""
    tokens = words_.tokens
    for i, token in enumerate(tokens):
        if token.lower not in _RISINGS:
            continue
        by = next(
            (k for k in range(i + 2, min(i + _REACH, len(tokens) - 1)) if tokens[k].lower == "by"), None
        )
        if by is not None and tokens[by - 1].lower in _PLOTS and not any(t.text == ";" for t in tokens[i:by]):
            yield from named_behind(words_, by + 1)
        elif i + 1 < len(tokens) and tokens[i + 1].lower == "of":
            yield from named_behind(words_, i + 2)
