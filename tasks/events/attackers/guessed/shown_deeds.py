"""Whether a sentence shows one doing something violent, where no construction says outright who did it.

Where somebody only stands in the first sentences he may be who held the town, who condemned it, who mediates,
an old enemy, whom the dead belonged to, or part of the name of a war.  So a guess needs a deed:

- a verb of one: "the X mounted", "X claimed the gunman", "the X said that it had aimed at the barracks"
- men or weapons of one: "fighters of the X came at dawn", "X troops unleashed", "in an X bomb"
- a hint: "bears the hallmarks of the X", "a shell fired from X", "pointed to the X"

No deed of this event is what goes on or may be yet, and what is likened to it: "has been staging attacks",
"might strike again", "just as the X had struck".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.found import Words
from tasks.events.subject_verb import is_verb, verb_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns, verbs_that, words_of
from tasks.model.document import Document, Sentence, Token
from tasks.model.order import START
from tasks.model.span import Span

_HARMS = ("attacks", "destroys", "encloses", "harms", "kills", "robs", "takes", "torments", "wounds")
_DEEDS = (
    words_of(verbs_that(_HARMS, ("",)), "past", "participle")
    | words("captures")
    | words("assailing")
    | words("shown_deed")
)
SAYS = words("spoken") | frozenset(("said", "announced", "stated", "declared", "reported", "confirmed"))
_OWN = late_pattern(
    r"\b(?:it|they|we|he|(?:its|their|our) \w+) (?:had|have|has|was|were) (?:\w+ ){0,2}?"
    rf"(?:{any_of(_DEEDS)}|aimed|targeted|responsible|behind)\b|\bresponsibility for\b"
)
_OPENED = frozenset(("fire", "up"))
_HAVE = frozenset(("has", "have", "had"))
_BE = frozenset(("is", "are", "was", "were"))
_BEHIND = frozenset(("behind", "responsible"))
_NOT_YET = frozenset(("could", "may", "might", "would", "will", "can", "should", "must", "did", "does", "do"))
_ON_GOING = frozenset(("been", "not", "never"))
_LIKENED = frozenset(("just", "much", "same", "such", "like", "unlike"))
_MADE = "(?:car|truck|time|suicide|roadside|mortar|rocket|land|nail|fire|parcel|drone|air|gun|bomb|petrol)"
_WEAPONS = late_pattern(
    rf"(?:['’]s?)? (?:{_MADE} )?(?:{any_of(forms_of(nouns()) | words('weapon'))}|bombs?|landmines?|mines?)\b"
)
_MEN = late_pattern(rf" (?:{any_of(words('members') | words('doer') | words('soldiers'))})\b")
_HINTS = late_pattern(
    r"\b(?:hallmarks? of|point(?:ed|s|ing) (?:to|at)|(?:fired|launched|came) from"
    r"|suspicions? (?:falls?|fell) on|attributed to|work of|linked to|before the ceasefire of"
    rf"|(?:{any_of(words('weapon'))}|bombs?|landmines?|mines?|shells?) of)(?: the| an?)?(?: [\w-]+){{0,4}} $"
)
_OWNS_UP = late_pattern(  # "the X (ABC) – who had been banned – claimed responsibility"
    r"(?: \(\w{2,9}\))?(?:,| –| —| -)[^.;]{3,220}?(?:,|–|—|-) ?(?:has |have |had )?claimed responsibility\b"
)
_HINT_REACH = 90  # code points
_ADVERBS = 2  # tokens between an auxiliary and its verb


def is_deed(tokens: Sequence[Token], verb: int, sentence: Sentence, document: Document) -> bool:
    """Whether a verb at this place says that its subject did something violent, or owns to it."""
    at = verb
    word = tokens[at].lower
    if any(t.lower in _NOT_YET for t in tokens[max(0, at - _ADVERBS) : at + 1]):
        return False
    if word in _BE:
        return at + 1 < len(tokens) and tokens[at + 1].lower in _BEHIND
    if word in _HAVE:
        following = range(at + 1, min(at + 5, len(tokens)))
        if any(tokens[i].lower in _ON_GOING for i in following[:2]):
            return False
        at = next((i for i in following if is_verb(tokens[i])), at)
        word = tokens[at].lower
    if word in SAYS:
        return _OWN.search(document.text, tokens[at].end, sentence.span.end) is not None
    if word == "opened":
        return at + 1 < len(tokens) and tokens[at + 1].lower in _OPENED
    return word in _DEEDS


def is_likened(tokens: Sequence[Token], first: int) -> bool:
    """Whether words at this place are only likened to what happened: "just as the X", "like the X"."""
    at = first - 1
    while at >= 0 and tokens[at].lower in ("the", "as"):
        at -= 1
    return at >= 0 and tokens[at].lower in _LIKENED


def shows_deed(document: Document, span: Span, words_: Words) -> bool:
    """Whether the sentence of a name shows that he, his men or his weapons did something."""
    sentence, text = words_.sentence, document.text
    tokens = sentence.tokens
    first = bisect_left(tokens, span.start, key=START)
    if is_likened(tokens, first):
        return False
    begin = max(sentence.span.start, span.start - _HINT_REACH)
    if _HINTS.search(text, begin, span.start) is not None or _WEAPONS.match(text, span.end) is not None:
        return True
    if _OWNS_UP.match(text, span.end, sentence.span.end) is not None:
        return True
    after = bisect_left(tokens, span.end, key=START)
    if after < len(tokens) and tokens[after].lower in SAYS:
        return is_deed(tokens, after, sentence, document)
    verb = verb_of(sentence, span)
    men = _MEN.match(text, span.end)
    if verb is None and men is not None:
        verb = verb_of(sentence, Span(span.start, men.end()))
    return verb is not None and is_deed(tokens, verb, sentence, document)
