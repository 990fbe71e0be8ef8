"""The verb of which a name is the subject, told from the words behind the name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.had_objects import has_object
from tasks.events.how_they_came import CAME, behind_coming
from tasks.events.name_ends import (
    GOES_ON,
    after_bracket,
    after_command,
    after_joined,
)
from tasks.lexicons.by_letters import Told
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token, lowered
from tasks.model.memo import remembered
from tasks.model.order import END, START
from tasks.model.span import Span

_IRREGULAR = words("irregular_past")
_AUXILIARY = words("auxiliary")
_NO_VERB = words("no_verb")
_PREPOSITIONS = words("complement_preposition")
_IN = words("in_preposition")
_REACH_AHEAD = 16  # tokens of an apposition between a name and its verb
_WHERE = frozenset(("near", "into", "through", "via", "outside", "inside", "across"))
_ENDS_NAMES = (
    _PREPOSITIONS | _IN | {"said", "says", "that", "the"}
)  # "X said that the police had": others act
_ORIGINS = frozenset(("from", "at", "in", "near"))
_AHEAD = frozenset(("under", "with", "led", "commanded", "headed", "despite", "against", "unlike", "like"))
_OF_AHEAD = frozenset(("of", "by", "from", "under", "with", "against"))
_PLACING = _ORIGINS | {"of", "on"}
_SETTLEMENTS = words("settlement") | words("compass") | {"province", "region", "county", "area", "capital"}
_RELATIVE = frozenset(("who", "which", "whose", "whom"))
_CHASES = frozenset(("pursuit", "search", "chase"))
_CHASED = 7  # tokens of "a band of Osk guerrillas"
_OF_ALL = (["both", "of"], ["all", "of"], ["each", "of"], ["most", "of"])
_JOINS = frozenset(("and", "or", "but", "that", "who", "which", "while", "when", "as", "after", "before"))
_BARE_PLACE = 3  # tokens of "in the village"
_MODIFIED = 4  # nouns that a name may stand before ("X bomb disposal unit")


def verb_of(sentence: Sentence, span: Span) -> int | None:
    """Return the index of the verb whose subject the name at `span` is, None if it is none.

    Worked out once a name, for many rules ask.
    """
    known = known_subjects(sentence)
    end = span.end
    if end in known:
        return known[end]
    tokens = sentence.tokens
    last = bisect_left(tokens, end, key=END)
    verb = known[end] = subject_verb(tokens, min(last, len(tokens) - 1), span)
    return verb


@remembered
def known_subjects(sentence: Sentence) -> dict[int, int | None]:
    """Return the names of a sentence that have been looked at, by where they end, with their verbs."""
    return {}


def subject_verb(tokens: Sequence[Token], last: int, span: Span) -> int | None:
    """Return the index of the verb whose subject a name is, None if it is none.

    Args:
        tokens: those of the sentence.
        last: index of the name's last token.
        span: the name, which leaves out a possessive ending.
    """
    if tokens[last].end > span.end or last + 1 == len(tokens):
        return None
    verb = _verb_behind(tokens, last)
    first = bisect_left(tokens, span.start, key=START) if verb is not None else 0
    is_beside = verb is not None and (_is_place_of(tokens, first) or _stands_ahead(tokens, first, last))
    return None if is_beside else verb


def _stands_ahead(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name is of a phrase ahead of the subject: "Under the command of X, the Y defeated"."""
    if last + 1 >= len(tokens) or tokens[last + 1].text != "," or tokens[0].lower not in _AHEAD:
        return False
    at = first - 1
    while at > 0 and (tokens[at].lower == "the" or tokens[at].text[:1].isupper()):
        at -= 1  # "General X"
    if at > 0 and tokens[at].lower not in _OF_AHEAD:
        return False
    return not any(is_verb(t) or t.kind == "punct" for t in tokens[1 : max(1, at)])


def _verb_behind(tokens: Sequence[Token], last: int) -> int | None:
    """Return the verb that the words behind a name lead to, None if they lead to none."""
    at = _behind_origin(tokens, last + 1)
    if at < len(tokens) and tokens[at].lower in GOES_ON:
        at = after_command(tokens, after_joined(tokens, after_bracket(tokens, at)))
    if at < len(tokens) and tokens[at].lower in CAME:
        came = behind_coming(tokens, at, is_verb)
        if came > at:
            return came
    if at < len(tokens) and tokens[at].text == ",":
        inner = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower in ("and", "also"))
        inner += 2 if [t.lower for t in tokens[inner : inner + 2]] in _OF_ALL else 0
        if inner < len(tokens) and tokens[inner].lower in _RELATIVE:
            return _behind_open_relative(tokens, _finite(tokens, inner + 1))
        for close in range(at + 1, min(at + _REACH_AHEAD, len(tokens))):
            found = _finite(tokens, close + 1) if tokens[close].text == "," else None
            if found is not None:
                return found
        return _finite(tokens, at + 1) or _behind_open_apposition(tokens, at + 1)
    if at < len(tokens) and tokens[at].lower in ("who", "which", "that"):
        return _finite(tokens, at + 1)
    found = _behind_relative(tokens, _finite(tokens, at))
    steps = 0
    while found is None and at < len(tokens) and is_small_word(tokens[at]) and steps < _MODIFIED:
        if tokens[at].lower == "and" and at + 1 < len(tokens) and is_verb(tokens[at + 1]):
            return None  # "killed two X soldiers and burned": somebody else did both
        at, steps = after_command(tokens, after_bracket(tokens, at + 1)), steps + 1
        found = _finite(tokens, at)
    if found is None and steps and at + 1 < len(tokens) and tokens[at].text == ",":
        return _behind_participle(tokens, at + 1)
    return found


def _behind_origin(tokens: Sequence[Token], at: int) -> int:
    """Return where the words end for where somebody came from or was: "troops from Osk | attacked".

    They may be several: "residents of the town of Osk on the island of Hale | attacked".
    """
    if at >= len(tokens) or tokens[at].lower not in _PLACING:  # nearly always
        return at
    end = at
    while end < len(tokens) and end - at < _REACH_AHEAD:
        inner = (
            _behind_place(tokens, end)
            if end > at
            else max(_behind_chase(tokens, at), _behind_place(tokens, at))
        )
        if inner == end:
            break
        end = inner
    return end if at < end < len(tokens) and is_verb(tokens[end]) else at


def _behind_chase(tokens: Sequence[Token], at: int) -> int:
    """Return where the words for whom somebody was after end: "in pursuit of Osk guerrillas | crossed"."""
    ahead = [t.lower for t in tokens[at : at + 3]]
    if len(ahead) < 3 or ahead[0] != "in" or ahead[1] not in _CHASES or ahead[2] != "of":
        return at
    for i in range(at + 3, min(at + 3 + _CHASED, len(tokens))):
        if is_verb(tokens[i]):
            return i
        if tokens[i].kind == "punct":
            break
    return at


def _behind_place(tokens: Sequence[Token], at: int) -> int:
    """Return where one place ends that begins with its preposition: "from Osk", "of the town of Osk"."""
    if at + 2 >= len(tokens) or tokens[at].lower not in _PLACING:
        return at
    end = at + 1 + (tokens[at + 1].lower == "the")
    is_kind = tokens[end].lower in _SETTLEMENTS and end + 1 < len(tokens)
    if is_kind:
        end += 1 + (tokens[end + 1].lower == "of")
    elif tokens[at].lower not in _ORIGINS:
        return at  # "members of X": whose they are is no place
    first = end
    while end < len(tokens) and tokens[end].text[:1].isupper():
        end += 1
    return end if end > first or (is_kind and end - at <= _BARE_PLACE) else at


def _behind_participle(tokens: Sequence[Token], at: int) -> int | None:
    """Return the verb behind what a participle in commas says: "X militants, armed with rifles, stormed"."""
    if not (tokens[at].lower.endswith(("ed", "ing")) or tokens[at].lower == "led"):
        return None
    close = next((i for i in range(at, min(at + _REACH_AHEAD, len(tokens))) if tokens[i].text == ","), None)
    return _finite(tokens, close + 1) if close is not None else None


def _is_place_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name, or the one joined to it, is where somebody was or came from: "crossed from X and Y"."""
    at = first - 1
    if at > 0 and tokens[at].lower == "and":
        at -= 1
        while at > 0 and tokens[at].text[:1].isupper():
            at -= 1
    if at < 1 or (at == first - 1 and tokens[at].lower == "and"):
        return False
    word = tokens[at].lower
    return word in _WHERE or (word == "from" and is_verb(tokens[at - 1]))


def _behind_relative(tokens: Sequence[Token], verb: int | None) -> int | None:
    """Return the verb behind a participle that only says who made, sent or backs them.

    "Members of X recruited by Y attacked Z"; where no verb follows, the participle itself.
    """
    if verb is None or verb + 2 >= len(tokens) or tokens[verb + 1].lower != "by":
        return verb
    if tokens[verb].lower in _AUXILIARY or not tokens[verb].lower.endswith("ed"):
        return verb
    for i in range(verb + 2, min(verb + _REACH_AHEAD, len(tokens))):
        if is_verb(tokens[i]):
            return i
        if tokens[i].text in (",", ";", ":") or (tokens[i].lower in _IN and tokens[i].lower != "of"):
            return verb
    return verb


def _behind_open_relative(tokens: Sequence[Token], verb: int | None) -> int | None:
    """Return the verb behind a relative clause that no comma closes: "X, which had ties to Y killed ten".

    The verb of the clause where a comma closes it, or none follows.
    """
    if verb is None:
        return None
    at = verb + 1
    while at < len(tokens) and is_verb(tokens[at]):
        at += 1
    for i in range(at + 1, min(at + _REACH_AHEAD, len(tokens) - 1)):
        if tokens[i].kind == "punct" or tokens[i - 1].lower in _JOINS:
            return verb
        is_main = is_verb(tokens[i]) and tokens[i].lower not in _AUXILIARY
        if is_main and tokens[i + 1].lower not in _PREPOSITIONS | _IN | {"by", "to"}:
            return i
    return verb


def _behind_open_apposition(tokens: Sequence[Token], at: int) -> int | None:
    """Return the verb behind an apposition that no comma closes: "X, a Northland group carried out ..."."""
    if at >= len(tokens) or tokens[at].lower not in ("a", "an", "the"):
        return None
    for i in range(at + 2, min(at + 8, len(tokens))):
        if is_verb(tokens[i]) and tokens[i].lower not in _AUXILIARY:
            return i
        if tokens[i].kind == "punct" or tokens[i].lower in _PREPOSITIONS or tokens[i].lower in _IN:
            return None
    return None


def is_verb(token: Token) -> bool:
    """Whether a word is a finite verb or a participle: an auxiliary, a past form, a form in -ed."""
    return token.kind == "word" and WRITTEN_AS_VERB[token.text]


def _is_written_as_verb(text: str) -> bool:
    word = lowered(text)
    if not text[:1].islower():
        return False
    if word in _AUXILIARY or word in _IRREGULAR:
        return True
    return len(word) > 4 and word.endswith("ed") and word not in _NO_VERB and "-" not in word


WRITTEN_AS_VERB = Told(_is_written_as_verb)


def is_source(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only tells of it inside a sentence: "when, according to X, a team crossed"."""
    first = bisect_left(tokens, span.start, key=START)
    first -= first > 0 and tokens[first - 1].lower == "the"
    return first > 1 and tokens[first - 1].lower == "to" and tokens[first - 2].lower == "according"


def is_passive(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the index of the participle of a passive that begins at `verb` ("were both killed")."""
    if tokens[verb].lower not in ("was", "were", "is", "are", "been", "be", "being", "had", "has", "have"):
        return None
    for at in range(verb + 1, 0 if has_object(tokens, verb) else min(verb + 5, len(tokens))):
        word = tokens[at].lower
        if tokens[at].kind != "word":
            return None
        if word not in _AUXILIARY and is_verb(tokens[at]):
            return at
    return None


def _finite(tokens: Sequence[Token], at: int) -> int | None:
    """Return the index of a verb at this place, or behind adverbs."""
    end = min(at + 4, len(tokens))
    while at < end:
        if is_verb(tokens[at]):
            return at
        if not (
            tokens[at].lower.endswith("ly") or tokens[at].lower in ("also", "then", "later", "both", "soon")
        ):
            return None
        at += 1
    return None


def is_small_word(token: Token) -> bool:
    """Whether a word may stand behind a name and before its verb: no name, no end of what it says."""
    return token.kind == "word" and token.text[:1].islower() and token.lower not in _ENDS_NAMES
