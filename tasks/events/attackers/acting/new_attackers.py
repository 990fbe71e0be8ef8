"""Attackers whom only what they did names: one with a country and an occupation, or a group of no other sign.

- described: "an Egyptian border guard crossed the border and attacked vehicles", "by a Dutch policeman"
- driving: "a lorry driven by X rammed", "a jet piloted by X dropped a bomb": see `by_means_or_word`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tasks.actors.known.countries import countries
from tasks.events.clauses.who_acts import was_done_to
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.load import load
from tasks.lexicons.violence import any_of
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

_VERBS = words("act") | words("hit") | words("strikes") | {"shot", "killed", "stabbed"}
_DONE_BY = _VERBS | words("accused_of") | {"out"}
_CRAFT = frozenset(
    ("jet", "aircraft", "warplane", "plane", "drone", "helicopter", "gunship", "gunboat", "warship", "bomber")
)
_BE = words("be")
_ENDS = words("clause_end") - {"who", "and"}
_STRIKES = words("strike_noun")
_PREPOSITIONS = words("complement_preposition") | words("in_preposition") | {"under", "with"}
_SHOOTS = words("done_to") | {"opened", "detonated", "fired"}
_NAME = r"(?![A-Z][a-z]+-year-old)[A-Z][a-zà-ÿ'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}"
_TRADES = any_of(words("described_attacker"))
_DOERS = late_pattern(
    rf"(?P<one>{_NAME})(?: and (?P<two>{_NAME}))?, (?:an?|two|the|both) (?:[\w'’.-]+ ){{1,6}}?"
    rf"(?:{_TRADES})\b"
    r"(?: (?:of|from|at|in|with)(?: [\w'’-]+){1,6})?, "
    rf"(?P<verbs>(?:[\w'’,-]+ ){{0,6}}?(?:{one_of(_SHOOTS)})) (?!by\b|in\b|during\b)"
)
_AGED = late_pattern(  # "18-year-old student X shot and killed"
    rf"\b\d\d-year-old (?:[a-z-]+ ){{0,4}}(?P<one>{_NAME}) (?:[a-z]+ ){{0,1}}"
    rf"{one_of(_SHOOTS)} (?!by\b|in\b|during\b)"
)
_PASSIVE = late_pattern(r"\b(?:was|were|been|being)\b")
_RUN = 5  # words of "Egyptian border guard"
_REACH = 10  # tokens between the noun and the verb of violence
_ARTICLES = frozenset(("a", "an"))


def described_attackers(sentence: Sentence) -> Iterator[Span]:
    """Yield the words for one attacker without a name: "Egyptian border guard"."""
    tokens = sentence.tokens
    for i in sentence.places(_ARTICLES):
        head = _head(tokens, i + 1) if i + 2 < len(tokens) else None
        if head is None or _is_named(tokens, head + 1) or _is_of_strike(tokens, head):
            continue
        is_agent = i > 0 and tokens[i - 1].lower == "by" and tokens[i - 2].lower in _DONE_BY
        if is_agent or ((i == 0 or _is_clause_start(tokens, i)) and _attacks(tokens, head + 1)):
            yield Span(tokens[i + 1].start, tokens[head].end)


def is_craft(words_: str) -> bool:
    """Whether words for an attacker are for what was flown or steered: "Danish fighter jet"."""
    return words_.rpartition(" ")[2].lower() in _CRAFT


def named_doers(text: str, sentence: Sentence) -> list[Span]:
    """Return the names of persons whom only an aside describes: "X and Y, two police officers, shot Z"."""
    if _SHOOTS.isdisjoint(sentence.words):
        return []
    aged = _AGED.search(text, sentence.span.start, sentence.span.end)
    if aged is not None:
        return [Span(*aged.span("one"))]
    found = _DOERS.search(text, sentence.span.start, sentence.span.end)
    if found is None or _PASSIVE.search(found["verbs"]):
        return []
    return [Span(*found.span(name)) for name in ("one", "two") if found[name]]


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name follows the words for one person, who is called by it: "a Danish citizen named X"."""
    if at + 1 >= len(tokens):
        return False
    is_apposed = tokens[at].text == "," and tokens[at + 1].text[:1].isupper()
    return is_apposed or tokens[at].lower in ("named", "called", "identified")


def _is_of_strike(tokens: Sequence[Token], head: int) -> bool:
    """Whether a craft only says of what kind a strike was, that of its country: "a Danish drone strike"."""
    return head + 1 < len(tokens) and tokens[head].lower in _CRAFT and tokens[head + 1].lower in _STRIKES


def _is_clause_start(tokens: Sequence[Token], at: int) -> bool:
    """Whether a subject may begin here: behind a date, a comma, "when" or "that"."""
    before = tokens[at - 1]
    return before.kind == "number" or before.text == "," or before.lower in ("when", "that", "after", "and")


def _head(tokens: Sequence[Token], at: int) -> int | None:
    """Return the head of a noun phrase for one person that begins with a country's adjective."""
    is_national = False
    for i in range(at, min(at + _RUN, len(tokens))):
        word = tokens[i]
        if word.kind != "word" or (not is_national and word.text[:1].islower() and i > at + 1):
            return None
        if word.lower in _PREPOSITIONS:
            return None  # "a Danish fleet under Admiral X"
        is_national = is_national or word.text in countries().adjectives
        following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if is_national and word.lower in _one_person() and following not in _one_person():
            return i + (following in _CRAFT)  # "a Danish fighter jet"
        if is_national and word.lower in _CRAFT and following not in _CRAFT:
            return i if all(t.text[:1].islower() for t in tokens[at + 1 : i]) else None
    return None


def _attacks(tokens: Sequence[Token], at: int) -> bool:
    """Whether an active verb of violence follows, before the clause ends or turns passive."""
    for i in range(at, min(at + _REACH, len(tokens))):
        word = tokens[i].lower
        if word in _VERBS and not was_done_to(tokens, i):
            return True
        if word in _BE or word in _ENDS or (tokens[i].kind == "punct" and word != ","):
            return False
    return False


@cache
def _one_person() -> frozenset[str]:
    """Return the singular nouns for people, attackers among them."""
    rows = load("victims")
    nouns = {r["noun"] for r in rows if r["number"] in ("singular", "both")}
    return frozenset(nouns | {"guard", "gunman", "bomber", "man", "woman", "assassin", "policeman"})
