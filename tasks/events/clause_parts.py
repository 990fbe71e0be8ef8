"""The part that a name plays in its clause, told from the words around it.

Without a parser, but by construction.  The parts:

- subject: "X withdrew", "X, a former officer, was sentenced", "X militants captured ..."
- agent: "... by X"
- object: "arrested X", "informed the X"
- owner: "X's base", "X positions"
- complement: "against X", "members of X", "a meeting with X"
- apposition: "the group's leader, X"; "two bodies: X and Y"
- joined: one of a list whose other members play a part

A name in a heading, a caption or a list of names without a clause plays none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from tasks.actors.words import name_words
from tasks.events.name_ends import (
    GOES_ON,
    after_bracket,
    after_command,
    after_joined,
    before_age,
    before_bracket,
)
from tasks.lexicons.construction_words import words
from tasks.lexicons.told import Told
from tasks.model.document import Sentence, Token, lowered
from tasks.model.memo import remembered
from tasks.model.order import END, START
from tasks.model.span import Span
from tasks.model.value import value

PartName = Literal["subject", "agent", "object", "owner", "complement", "apposition", "joined"]
_IRREGULAR = words("irregular_past")
_AUXILIARY = words("auxiliary")
_NO_VERB = words("no_verb")
_PREPOSITIONS = words("complement_preposition")
_IN = words("in_preposition")
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "all", "some", "both", "another"))
_REACH_AHEAD = 16  # tokens of an apposition between a name and its verb
_REACH_BACK = 7  # tokens of a noun phrase before the name that ends it
_WHERE = frozenset(("near", "into", "through", "via", "outside", "inside", "across"))
_ENDS_NAMES = (
    _PREPOSITIONS | _IN | {"said", "says", "that", "the"}
)  # "X said that the police had": others act
_MODIFIED = 4  # nouns that a name may stand before ("X bomb disposal unit")


@value(frozen=True, slots=True)
class Part:
    """A part in a clause.

    Attributes:
        governor: index of the verb, the preposition, or the sign that gives the part.
    """

    name: PartName
    governor: int


def part_of(sentence: Sentence, span: Span) -> Part | None:
    """Return the part that the name at `span` plays in its sentence, None if it plays none."""
    tokens = sentence.tokens
    first = bisect_left(tokens, span.start, key=START)
    if first >= len(tokens) or tokens[first].start >= span.end:
        return None
    before = _from_before(tokens, first)
    if before is not None and before.name in ("agent", "complement") and _is_close(tokens, before, first):
        return before
    last, final, end = first, len(tokens) - 1, span.end
    while last < final and tokens[last].end < end:
        last += 1
    known = _subjects(sentence)
    if end not in known:
        known[end] = subject_verb(tokens, last, span)
    verb = known[end]
    if verb is not None:
        return Part("subject", verb)
    return before or _owned(tokens, last, span)


def _is_close(tokens: Sequence[Token], part: Part, first: int) -> bool:
    """Whether only articles stand between a preposition and the name: "backed by X, Y withdrew"."""
    return all(t.lower in _DETERMINERS for t in tokens[part.governor + 1 : first])


def verb_of(sentence: Sentence, span: Span) -> int | None:
    """Return the index of the verb whose subject the name at `span` is, None if it is none.

    Worked out once a name, for many rules ask.
    """
    known = _subjects(sentence)
    if span.end not in known:
        tokens = sentence.tokens
        last = bisect_left(tokens, span.end, key=END)
        known[span.end] = subject_verb(tokens, min(last, len(tokens) - 1), span)
    return known[span.end]


@remembered
def _subjects(sentence: Sentence) -> dict[int, int | None]:
    """Return the names of a sentence that have been looked at, by where they end, with their verbs."""
    return {}


def subject_verb(tokens: Sequence[Token], last: int, span: Span) -> int | None:
    """Return the index of the verb whose subject a name is, None if it is none.

    Args:
        tokens: those of the sentence.
        last: index of the name's last token.
        span: the name, which leaves out a possessive ending.
    """
    if tokens[last].end > span.end:
        return None
    verb = _verb_behind(tokens, last)
    first = bisect_left(tokens, span.start, key=START) if verb is not None else 0
    return None if verb is None or _is_place_of(tokens, first) else verb


def _verb_behind(tokens: Sequence[Token], last: int) -> int | None:
    """Return the verb that the words behind a name lead to, None if they lead to none."""
    at = last + 1
    if at < len(tokens) and tokens[at].lower in GOES_ON:
        at = after_command(tokens, after_joined(tokens, after_bracket(tokens, at)))
    if at < len(tokens) and tokens[at].text == ",":
        inner = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower in ("and", "also"))
        if inner < len(tokens) and tokens[inner].lower in ("who", "which", "whose"):
            return _finite(tokens, inner + 1)
        for close in range(at + 1, min(at + _REACH_AHEAD, len(tokens))):
            found = _finite(tokens, close + 1) if tokens[close].text == "," else None
            if found is not None:
                return found
        return _finite(tokens, at + 1) or _behind_open_apposition(tokens, at + 1)
    if at < len(tokens) and tokens[at].lower in ("who", "which", "that"):
        return _finite(tokens, at + 1)
    found = _behind_relative(tokens, _finite(tokens, at))
    steps = 0
    while found is None and at < len(tokens) and _is_small_word(tokens[at]) and steps < _MODIFIED:
        at, steps = after_command(tokens, after_bracket(tokens, at + 1)), steps + 1
        found = _finite(tokens, at)
    return found


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
    return token.kind == "word" and _WRITTEN_AS_VERB[token.text]


def _is_written_as_verb(text: str) -> bool:
    word = lowered(text)
    if not text[:1].islower():
        return False
    if word in _AUXILIARY or word in _IRREGULAR:
        return True
    return len(word) > 4 and word.endswith("ed") and word not in _NO_VERB and "-" not in word


_WRITTEN_AS_VERB = Told(_is_written_as_verb)


def is_passive(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the index of the participle of a passive that begins at `verb` ("were both killed")."""
    if tokens[verb].lower not in ("was", "were", "is", "are", "been", "be", "being", "had", "has", "have"):
        return None
    for at in range(verb + 1, min(verb + 5, len(tokens))):
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


def _is_small_word(token: Token) -> bool:
    is_word = token.kind == "word" and token.text[:1].islower()
    return is_word and token.lower not in _ENDS_NAMES


def _from_before(tokens: Sequence[Token], first: int) -> Part | None:
    """Return the part that the words before a noun phrase give it."""
    for at in range(first - 1, max(-1, first - 1 - _REACH_BACK), -1):
        given = _GIVEN_BY[tokens[at].text]
        if given == "mark":
            return _after_mark(tokens, at)
        if given == "end" and tokens[at].kind != "quote":
            return None
        if given is not None and given != "end":
            return Part(given, at)
    return None


def _given_by(text: str) -> PartName | Literal["mark", "end"] | None:
    """Return the part that a word gives to a name behind it; "end" if it gives none and ends the look."""
    word = lowered(text)
    if word == "by":
        return "agent"
    if word in _PREPOSITIONS:
        return "complement"
    if word in _IN:
        return "end"
    if word in ("and", "or", "&"):
        return "joined"
    if text in (",", ";", ":", "(", "–", "—"):
        return "mark"
    if not text[:1].isalnum():
        return "end"
    is_participle = text[:1].islower() and word.endswith("ing") and len(word) > 5
    if is_participle or word in _AUXILIARY or word == "to" or _WRITTEN_AS_VERB[text]:
        return "object"
    return None


_GIVEN_BY = Told(_given_by)


def _after_mark(tokens: Sequence[Token], at: int) -> Part | None:
    """A comma joins a list or an apposition, a colon opens a list, a bracket explains.

    A semicolon joins only those of whom the age is told: "X, 20; Y, 19".
    """
    if at == 0:
        return None
    last = before_age(tokens, at - 1)
    if tokens[at].text == ";":
        return Part("joined", at) if last < at - 1 else None
    before = tokens[before_bracket(tokens, last)]
    if name_words().get(before.lower) == "date":  # "On 19 August, X ..."
        return None
    if tokens[at].text == "," and before.kind == "word":
        return Part("apposition" if before.text[:1].islower() else "joined", at)
    return Part("apposition", at) if tokens[at].text in (":", "(") else None


def _owned(tokens: Sequence[Token], last: int, span: Span) -> Part | None:
    """A name with "'s", or directly before a common noun, owns what the noun names."""
    if tokens[last].end > span.end:
        return Part("owner", last)
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or not _is_small_word(following) or following.lower in ("and", "or", "as"):
        return None
    return None if following.lower in _DETERMINERS else Part("owner", last)
