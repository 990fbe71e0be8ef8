"""A sentence with what the constructions look at: word classes, quotations, brackets, finite verbs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from functools import cache

from tasks.claims.cues.cue_words import CLASSES, cue_entries
from tasks.lexicons.once import OncePerWord
from tasks.model.document import Document, Quotation, Sentence, Token
from tasks.model.order import START
from tasks.model.span import Span
from tasks.model.value import value

Range = tuple[int, int]  # tokens of one sentence, half open
MAX_TOKENS = 600  # longer "sentences" are lists or damaged text; this keeps the time linear in the text
_OPEN = frozenset("([{")
_CLOSE = frozenset(")]}")
_BRACKETS = _OPEN | _CLOSE
_BY_WIRE = frozenset(("telephone", "phone", "radio", "email", "letter", "fax", "telegram", "text", "cable"))
DASHES = frozenset({"–", "—", "-", "--"})
_CLOSED = ("coordinator", "subordinator", "adverb", "preposition", "opening", "negation", "relative")
_CLOSED_OR_DETERMINED = (*_CLOSED, "determiner", "personal", "auxiliary")
_VERBAL = frozenset(  # "they machine-gunned refugees" is a verb
    {
        "counter",
        "re",
        "co",
        "air",
        "machine",
        "cross",
        "court",
        "pre",
        "over",
        "out",
        "under",
        "carpet",
        "fire",
    }
)
_VERB_PARTICLES = frozenset({"out", "up", "off", "down", "over", "away"})  # "an attack carried out by"
_TIES = frozenset({"linked", "affiliated", "aligned", "allied", "inspired", "sponsored", "based"})
_ADVERBS, _NOT_ADVERBS = CLASSES["adverb"], CLASSES["not_adverb"]
_AUXILIARIES, _MODALS = CLASSES["auxiliary"], CLASSES["modal"]
_DETERMINERS, _PREPOSITIONS = CLASSES["determiner"], CLASSES["preposition"]
_PAST, _PARTICIPLES = CLASSES["irregular_past"], CLASSES["irregular_participle"]
_NOUNS_IN_ED = CLASSES["noun_ed"]
_WITH_IS = ("it", "he", "she", "there", "that", "what", "who", "here")
_WITH_HAVE = ("i", "we", "they", "you", "he", "she", "it", "who")
CONTRACTED = frozenset(  # "it's", "they'd"
    [f"{word}{mark}s" for word in _WITH_IS for mark in "'’"]
    + [f"{word}{mark}{end}" for word in _WITH_HAVE for mark in "'’" for end in ("re", "m", "ve", "d", "ll")]
)
STOPS = frozenset({".", "?", "!", "…"})


@value(frozen=True, slots=True)
class View:
    """One sentence, token by token.

    Attributes:
        low: the tokens in lower case.
        quote: for each token the index in `quotations` of the quotation that holds it, or -1.
        depth: for each token how many brackets are open around it; the brackets themselves count.
        finite: for each token whether it looks like a finite verb.
        quotations: those that touch the sentence.
    """

    text: str
    sentence: Sentence
    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    quote: tuple[int, ...]
    depth: tuple[int, ...]
    finite: tuple[bool, ...]
    quotations: tuple[Quotation, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the characters of tokens start..end (half open, not empty)."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def places(self, words: Set[str]) -> list[int]:
        """Return the indices of the tokens that are one of the words (lower case), in order."""
        found = self.sentence.places(words)
        return found if len(self.sentence.tokens) <= MAX_TOKENS else [i for i in found if i < MAX_TOKENS]

    def is_free(self, index: int) -> bool:
        """Say whether a token stands outside quotations and brackets."""
        return self.quote[index] < 0 and self.depth[index] == 0

    def is_word(self, index: int, name: str) -> bool:
        """Say whether a token exists and belongs to a word class."""
        return 0 <= index < len(self.low) and self.low[index] in CLASSES[name]

    def is_capital(self, index: int) -> bool:
        """Say whether a token begins with a capital letter."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text[0].isupper()

    def is_participle(self, index: int) -> bool:
        """Say whether a token looks like a past form or a participle: by its ending or by list."""
        return self.low[index].endswith("ed") or self.is_word(index, "irregular_participle")

    def is_adverb(self, index: int) -> bool:
        """Say whether a token is an adverb by list or by its ending."""
        if not 0 <= index < len(self.low):
            return False
        word = self.low[index]
        if word == "since":  # "has since revised"
            return index > 0 and self.low[index - 1] in ("has", "have", "had")
        if word in ("today", "now") and self.is_capital_inside(index):
            return False  # "Norland Today reported"
        return word in _ADVERBS or (
            word[-1] == "y"
            and word[-2:] == "ly"
            and len(word) > 3
            and not self.is_capital_inside(index)
            and word not in _NOT_ADVERBS
            and not ("-" in word and self.tokens[index].text.rpartition("-")[2].istitle())  # "Lind-Vesely"
        )

    def is_capital_inside(self, index: int) -> bool:
        """Say whether a token is capitalised although it does not begin the sentence."""
        return index > 0 and self.is_capital(index)

    def has_finite(self, start: int, end: int) -> bool:
        """Say whether a finite verb stands between two tokens, outside quotations."""
        start = max(0, start)
        if end <= start or True not in self.finite[start:end]:
            return False
        return not self.quotations or any(
            finite and quote < 0
            for finite, quote in zip(self.finite[start:end], self.quote[start:end], strict=True)
        )


def view_of(document: Document, sentence: Sentence, starts: Sequence[int]) -> View:
    """Return the view of a sentence.

    Args:
        document: holds the quotations.
        sentence: one of its sentences.
        starts: where each of the document's quotations starts, for a binary search.
    """
    tokens = sentence.tokens[:MAX_TOKENS]
    low = _plain_words(tokens, sentence.lower[:MAX_TOKENS], sentence.words)
    quotations = _touching(document.quotations, starts, sentence.span)
    quote = _quote_of(tokens, quotations)
    return View(
        text=document.text,
        sentence=sentence,
        tokens=tokens,
        low=low,
        quote=quote,
        depth=(0,) * len(low) if _BRACKETS.isdisjoint(sentence.words) else _depths(low),
        finite=_finite(sentence, tokens, low),
        quotations=quotations,
    )


def _plain_words(tokens: Sequence[Token], low: tuple[str, ...], words: Set[str]) -> tuple[str, ...]:
    """Return the words with "whilst" as "while", and the "I" of "King Alfonso I" as no pronoun."""
    if "whilst" not in words and "i" not in words:
        return low
    found = ["while" if word == "whilst" else word for word in low]
    for i in range(1, len(found)):
        if tokens[i].text == "I" and tokens[i - 1].text[0].isupper() and len(found[i - 1]) > 2:
            closed = any(found[i - 1] in CLASSES[name] for name in _CLOSED) or found[i - 1] == "yes"
            found[i] = "i" if closed else "i."
    return tuple(found)


def _touching(quotations: Sequence[Quotation], starts: Sequence[int], span: Span) -> tuple[Quotation, ...]:
    """Return the quotations that overlap a span; quotations never overlap each other."""
    last = bisect_right(starts, span.end)
    first = max(0, bisect_right(starts, span.start) - 1)
    return tuple([q for q in quotations[first:last] if q.span.overlaps(span)]) if first < last else ()


def _quote_of(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> tuple[int, ...]:
    if not quotations:
        return (-1,) * len(tokens)
    found = [-1] * len(tokens)
    for number, quotation in enumerate(quotations):
        first = bisect_left(tokens, quotation.span.start, key=START)
        last = bisect_left(tokens, quotation.span.end, key=START)
        found[first:last] = [number] * (last - first)
    return tuple(found)


def _depths(low: Sequence[str]) -> tuple[int, ...]:
    """Return the bracket depth of each token; 0 everywhere if brackets are not balanced."""
    depth, found = 0, []
    for word in low:
        if word in _OPEN:
            depth += 1
        found.append(depth)
        if word in _CLOSE:
            depth -= 1
            if depth < 0:
                return (0,) * len(low)
    if depth:
        return (0,) * len(low)
    whole = len(found) > 4 and found[0] == 1 and min(found[:-2]) == 1
    return tuple(max(0, d - 1) for d in found) if whole else tuple(found)


def _finite(sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]) -> tuple[bool, ...]:
    found = [False] * len(low)
    for i in sentence.places(_MAY_BE_FINITE.among(sentence.words)):
        if i < MAX_TOKENS:
            found[i] = _is_finite(tokens, low, i)
    return tuple(found)


@cache
def _finite_forms() -> frozenset[str]:
    """Return the words, but those in -ed, that can be finite verbs."""
    thirds = {form for form, entries in cue_entries().items() if entries[0].inflection == "third"}
    return _AUXILIARIES | _MODALS | _PAST | thirds


_MAY_BE_FINITE = OncePerWord(lambda word: word[-2:] == "ed" or word in _finite_forms() or word in CONTRACTED)


def _is_subjunctive(low: Sequence[str], i: int) -> bool:
    """Say whether "be" is the verb of a clause: "urged that tribes be armed"; not after "to" or a modal."""
    before = low[i - 1] if i else ""
    if before in ("to", "not", "and", "or", "also", "then", "") or before in _MODALS:
        return False
    return "that" in low[:i] and before not in _ADVERBS and not before.endswith("ly")


def _joins_name(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a word stands within a name: "Couto | do | Canto"."""
    return 1 < i < len(tokens) - 1 and tokens[i - 1].text[0].isupper() and tokens[i + 1].text[0].isupper()


def _ties_names(tokens: Sequence[Token], low: Sequence[str], i: int) -> bool:
    """Say whether a participle stands between a name behind a determiner and another: "the X linked Y"."""
    if i < 2 or i + 1 >= len(tokens) or not any(map(str.isupper, tokens[i - 1].text)):
        return False
    named = tokens[i + 1].text[0].isupper() and "to" not in low[i : i + 6]  # "the army linked X to the raid"
    return named and not _DETERMINERS.isdisjoint(low[max(0, i - 3) : i - 1])


def _is_compound(low: Sequence[str], i: int) -> bool:
    """Say whether a compound in -ed describes the noun behind it: "foreign-funded groups"."""
    first, dash, _ = low[i].partition("-")
    if not dash or first in _VERBAL or i + 1 >= len(low) or not low[i + 1].isalpha():
        return False
    return not any(low[i + 1] in CLASSES[name] for name in _CLOSED_OR_DETERMINED)


def _qualifies_noun(low: Sequence[str], i: int) -> bool:
    """Say whether a participle belongs to a noun: "the heavily | armed men", "its newly | named chief"."""
    if i < 2 or not low[i - 1].endswith("ly"):
        return False
    return low[i - 2] in _DETERMINERS or low[i - 2].endswith(("'s", "’s", "s'"))


def _is_finite(tokens: Sequence[Token], low: Sequence[str], i: int) -> bool:
    """Guess whether a token is a finite verb: auxiliaries, irregular pasts, -ed, third persons of cues."""
    word = low[i]
    if word in CONTRACTED:
        return i + 1 < len(low)
    if i > 0 and tokens[i].text[0].isupper():
        return False
    if word == "be":
        return _is_subjunctive(low, i)
    if word in _AUXILIARIES or word in _MODALS:
        return word not in {"being", "been", "having"} and not (word == "do" and _joins_name(tokens, i))
    if i == 0:
        return False  # no statement begins with its verb: "Khaled", "Left behind, they"
    before = low[i - 1]
    if (
        (
            before in _DETERMINERS
            and not (before == "that" or (i == 1 and before in {"this", "these", "those"}))
        )
        or before in _PREPOSITIONS
        or before.endswith("'s")
    ):
        return False
    if word in _PAST:
        passive = word in _PARTICIPLES and i + 1 < len(low) and low[i + 1] == "by"
        return not passive or (word == "said" and not _BY_WIRE.isdisjoint(low[i + 2 : i + 4]))
    if (word in _TIES and _ties_names(tokens, low, i)) or _is_compound(low, i):
        return False
    if len(word) > 3 and word.endswith("ed") and word not in _NOUNS_IN_ED:
        after = low[i + 1] if i + 1 < len(low) else ""
        if before == "," and after not in _DETERMINERS and (word, after) != ("opened", "fire"):
            return False
        counted = tokens[i - 1].kind == "number" and not (i > 1 and len(before) == 4 and low[i - 2] == "in")
        if counted or "having" in (before, low[i - 2] if i > 1 else "") or _qualifies_noun(low, i):
            return False
        by = after == "by" or (after in _VERB_PARTICLES and low[i + 2 : i + 3] == ("by",))
        return not by or (i + 2 < len(low) and low[i + 2].endswith("ing"))  # "responded by saying"
    entries = cue_entries().get(word, ())
    return bool(entries) and entries[0].inflection == "third" and "noun" not in entries[0].guards
