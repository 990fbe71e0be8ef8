"""Sightings: each place where a name stands, with what its surroundings say about what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tasks.actors.capitalised import OPENERS, Run, Word
from tasks.actors.folding import fold
from tasks.actors.segments import LONGEST_TITLE, Segment
from tasks.actors.words import collectives, heads, name_words, titles
from tasks.model.document import Token
from tasks.model.span import Span

LOCATIVES = frozenset(
    """in near into across outside inside throughout within around towards toward northern southern eastern
    western northwestern northeastern southwestern southeastern north-western north-eastern south-western
    south-eastern central north south east west rural downtown neighbouring neighboring onto off""".split()
)
WAYS = frozenset("at from to between upon via through".split())  # to a place, or to a person
_PLACE_NOUNS = frozenset(
    """city town village province district region area governorate county countryside suburb neighbourhood
    neighborhood airport airbase border valley river camp road street highway port island prison cease-fire
    ceasefire outskirts mountains hospital university market""".split()
)
_PLACE_OF = frozenset(
    """city town village province district region area governorate county north south east west outskirts
    suburb port island capital part parts border centre center streets northwest northeast southwest southeast
    vicinity countryside state kilometres kilometers km miles neighbourhood neighborhood people""".split()
)
_AGENT_NOUNS = frozenset(
    """leader leaders spokesman spokesmen spokeswoman spokesperson headquarters member members affiliate
    affiliates supporters operatives operative suspects suspect sympathisers sympathizers bomber bombers commandos guerrilla group propaganda
    command control rule media official officials statement""".split()
)
_AGENT_VERBS = frozenset(
    """may might would could will claimed claims said says launched attacked captured carried seized announced
    denied condemned accused fired killed detonated took began has had have did fought retaliated responded
    withdrew retreated ambushed bombed shelled executed released vowed threatened intensified withdrew deployed
    admitted confirmed reported stated declared controlled operated planned conducted targeted does remain
    remained held recaptured stormed attempted managed opened raided abducted kidnapped""".split()
)
_BY_OF = frozenset("by against with".split())
_AGENT_BEFORE = re.compile(
    r"(?:members?|fighters|militants|leaders?|commanders?|positions|ranks|supporters|control|responsibility|group|"
    r"organi[sz]ation|militia|movement|party|backed|run|claimed|loyal|affiliated|linked|allied|allegiance|"
    r"fight|war|blamed?|accused|named|called|known|joined|outfit|faction|network|company|belonging|firm)$"
)
_ARMED_BEFORE = re.compile(
    r"(?:fighters|militants|commanders?|rebels|insurgents|gunmen|positions|ranks|allegiance|loyal)$"
)
_ROLE_ENDS = frozenset("of for in at from to with who and on by".split())
_QUALIFIERS = frozenset(
    """foreign special deputy former senior chief prime interior vice defence defense acting police ministry army
    military""".split()
)
_ROLE_AFTER = frozenset(("a", "an", "the", "then", "its", "their", "former", "deputy", "senior"))


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a name stands, and what stands around it.

    Attributes:
        run: the name's words.
        title: the words of the title before it, or None; `titled` reaches from title to name.
        evidence: what the surroundings say: "person", "agent", "place", "group", "regime", "claimant", ...
    """

    run: Run
    title: Span | None
    titled: Span | None
    evidence: frozenset[str]
    role: Span | None = None  # a person's office beside the name

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return self.run.span


@dataclass(slots=True)
class Form:
    """All sightings of one folded form."""

    key: str
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the first sighting."""
        return self.sightings[0].run.words

    def count(self, evidence: str) -> int:
        """Return how many sightings carry this evidence."""
        return sum(evidence in s.evidence for s in self.sightings)


def sighting(
    segment: Segment, text: str, claimants: Sequence[tuple[Span, str]], infobox: str | None
) -> Sighting:
    """Return what stands around a segment.

    Args:
        segment: a name within a run.
        text: the article's text.
        claimants: the words for speakers in the sentence, with what speaking shows of them.
        infobox: the canonical name of the infobox field that the sentence is the value of, if any.
    """
    run = segment.run
    tokens = run.sentence.tokens
    first, last = run.words[0].token, run.words[-1].token
    evidence = set(_before(tokens, first)) | set(_after(tokens, last, run.words[-1]))
    title = _title_span(segment, tokens, first)
    role = _role_after(tokens, last)
    if role is None and not any(name_words().get(w.lower) == "place" for w in run.words):
        role = _role_before(tokens, title, first, len(run.words))
    if segment.must_be_person or title is not None or role is not None:
        evidence.add("person")
    span = run.span
    for claimant, shows in claimants:
        if claimant.contains(span):
            whole = _is_whole(text, claimant, span)
            if shows == "told":
                evidence.update(("told",) if whole else ())
                continue
            evidence.update(("claimant", shows) if whole else ("in_claimant",))

            if claimant.end == span.end and claimant.start < span.start:
                evidence.add("ends_claimant")
    if infobox:
        evidence.add(f"infobox_{infobox}")
    titled = None if title is None else Span(title.start, span.end)
    return Sighting(run, title, titled, frozenset(evidence), role)


def _is_whole(text: str, claimant: Span, span: Span) -> bool:
    return fold(text[claimant.start : claimant.end]) == fold(text[span.start : span.end])


def _before(tokens: Sequence[Token], first: int) -> Iterator[str]:
    if not first:
        return
    at = first - 1
    before = tokens[at].lower
    if before in ("the", "a", "an"):
        yield "article" if before == "the" else "indefinite"
        at -= 1
        before = tokens[at].lower if at >= 0 else ""
    if before in LOCATIVES:
        yield "place"
    if before in WAYS:
        yield "way"
    if before in ("of", "for") and at and tokens[at - 1].lower in titles():
        yield "of_office"
    if before == "of" and at and tokens[at - 1].lower in _PLACE_OF:
        yield "place"
    if before == "," and at and tokens[at - 1].text[:1].isupper():
        yield "after_comma"
    if before in _BY_OF:
        yield "by"
    if before in (
        "of",
        "to",
        "with",
        "by",
        "for",
        "against",
        "on",
        "group",
        "called",
        "named",
        "as",
        "responsibility",
    ):
        if at and _ARMED_BEFORE.match(tokens[at - 1].lower):
            yield "armed"
        elif at and (_AGENT_BEFORE.search(tokens[at - 1].lower) or before in ("group", "called")):
            yield "agent"
    if before == "named" or (
        before == "called" and at and tokens[at - 1].lower in ("man", "woman", "boy", "girl")
    ):
        yield "called_name"
    if before in (
        "group",
        "groups",
        "organisation",
        "organization",
        "militia",
        "movement",
        "newspaper",
        "agency",
    ):
        yield "group"
    if (
        tokens[at].kind in ("quote",)
        and at
        and tokens[at - 1].lower in ("itself", "called", "as", "named", "group")
    ):
        yield "group"
    if before in ("itself", "themselves"):
        yield "group"


def _after(tokens: Sequence[Token], last: int, word: Word) -> Iterator[str]:
    at = last + 1
    if at < len(tokens) and tokens[at].text in ("'", "’"):
        at += 1
    if at >= len(tokens):
        return
    after = tokens[at].lower
    if word.is_owner:
        yield "owner"
    if after in _PLACE_NOUNS:
        yield "place"
    if after in ("regime", "government", "administration"):
        yield "regime"
    elif after in collectives() and collectives()[after][0] in ("armed_group", "military"):
        yield "armed"
    elif after in (
        "commander",
        "commanders",
        "positions",
        "stronghold",
        "strongholds",
        "cell",
        "cells",
        "convoy",
    ):
        yield "armed"
    elif after in collectives() or after in _AGENT_NOUNS:
        yield "agent"
    if after in _AGENT_VERBS:
        yield "verb"
    if after == "(" and at + 1 < len(tokens) and tokens[at + 1].text.isupper():
        yield "bracket"
    if after == "," and at + 2 < len(tokens):
        if (
            tokens[at + 1].kind == "number"
            and tokens[at + 2].text in (",", "and")
            and len(tokens[at + 1].text) < 3
        ):
            yield "person"
    if after == "and" and at + 1 < len(tokens) and tokens[at + 1].lower in ("his", "her"):
        yield "person"


def _title_span(segment: Segment, tokens: Sequence[Token], first: int) -> Span | None:
    """Return the title before the name: within the run, or small words before it, with the words that qualify it."""
    start = None
    at = first
    if segment.title is not None:
        start = segment.title.words[0].start
        at = segment.title.words[0].token
    found = _small_title(tokens, at)
    if found is None:
        if start is None:
            return None
    else:
        at = found
        start = tokens[at].start
    wide = _qualifiers(tokens, at)
    before = wide - 1
    while before >= 0 and tokens[before].lower in ("the", "a", "an"):
        before -= 1
    if before < 0 or tokens[before].lower not in ("of", "for", "in", "to", "and"):
        at = wide  # else: the end of another name ("of the Support Mission Gen. X")
    return Span(tokens[at].start, tokens[first].start - 1) if tokens[at].start < tokens[first].start else None


def _small_title(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the title in small letters begins that ends right before token `at`."""
    for length in range(min(LONGEST_TITLE, at), 0, -1):
        words = [t.lower for t in tokens[at - length : at]]
        if words[0] in ("the", "a", "an", "of", "and"):
            continue
        if " ".join(words) in titles() and not (
            length == 1 and words[0] in ("count", "private", "general", "major", "st.")
        ):
            if not tokens[at - length].text.isupper():
                return at - length
    return None


def _qualifiers(tokens: Sequence[Token], at: int) -> int:
    """Return where the words begin that qualify a title: "Kunduz Province" Governor, "Foreign Ministry" spokesman."""
    while at:
        token = tokens[at - 1]
        small = token.lower
        is_name = token.text[0].isupper() and small not in OPENERS
        if token.kind != "word" or not (is_name or small in _QUALIFIERS):
            return at
        at -= 1
    return at


def _role_after(tokens: Sequence[Token], last: int) -> Span | None:
    """Return the apposition behind a name that says what the person is: ", a spokesman for the groups"."""
    at = last + 1
    if at >= len(tokens) or tokens[at].text not in (",", "("):
        return None
    start = at + 1
    closes = ")" if tokens[at].text == "(" else ","
    index = start
    while index < len(tokens) and index - start < 6:
        lower = tokens[index].lower
        for length in range(min(LONGEST_TITLE, len(tokens) - index), 0, -1):
            if " ".join(t.lower for t in tokens[index : index + length]) in titles():
                after = tokens[index + length] if index + length < len(tokens) else None
                if after is None or after.kind == "punct" or after.lower in _ROLE_ENDS:
                    return _apposition(tokens, start, closes)
                break
        plain = lower in _ROLE_AFTER or lower.endswith(
            ("an", "al", "ish", "ese", "ior", "i", "ry", "ce", "or", "er", "n's")
        )
        if tokens[index].kind != "word" or not (plain or tokens[index].text[0].isupper()):
            return None
        index += 1
    return None


def _role_before(tokens: Sequence[Token], title: Span | None, first: int, size: int) -> Span | None:
    """Return the office that stands before a name with what it is of: "head of the relief agency, X Y"."""
    at = first
    while title is not None and at and tokens[at - 1].start >= title.start:
        at -= 1
    end = at
    if at and tokens[at - 1].text == ",":
        end = at = at - 1
    if (size < 2 and title is None) or (at and not _is_nominal(tokens[at - 1])):
        return None
    complement = False
    while at and end - at < 14:
        token = tokens[at - 1]
        lower = token.lower
        if complement and _ends_title(tokens, at):
            start = _small_title(tokens, at)
            if start is None:
                return None
            start = _qualifiers(tokens, start)
            return Span(tokens[start].start, tokens[end - 1].end)
        if token.kind != "word" or not (
            token.text[0].isupper() or lower in ("of", "for", "the", "and", "to", "in") or lower in heads()
        ):
            return None
        complement = lower in ("of", "for", "to")
        at -= 1
    return None


def _is_nominal(token: Token) -> bool:
    return token.kind == "word" and (token.text[0].isupper() or token.lower in heads())


def _ends_title(tokens: Sequence[Token], end: int) -> bool:
    return any(
        " ".join(t.lower for t in tokens[end - n : end]) in titles()
        for n in range(1, min(LONGEST_TITLE, end) + 1)
    )


def _apposition(tokens: Sequence[Token], start: int, closes: str) -> Span | None:
    """Return the apposition's words up to its comma or bracket, at most 20 tokens."""
    while tokens[start].lower in ("the", "a", "an", "then", "also", "currently") and start + 1 < len(tokens):
        start += 1
    for end in range(start, min(len(tokens), start + 20)):
        if tokens[end].text in (closes, ",", ";", ".", "(", ")"):
            return Span(tokens[start].start, tokens[end - 1].end) if end > start else None
    return None


def last_head(words: Sequence[Word]) -> tuple[str, int] | None:
    """Return the head noun of a body's name and its position: the word before "of", else the last one."""
    lower = [w.lower for w in words]
    ends = [i for i, w in enumerate(lower) if w in ("of", "for", "in", "on", "against") and i] + [len(lower)]
    for end in ends:
        for length in (3, 2, 1):
            if end >= length:
                head = " ".join(lower[end - length : end])
                if head in heads() and (
                    length > 1 or name_words().get(head) is None or head in ("force", "front")
                ):
                    return head, end - length
    return None
