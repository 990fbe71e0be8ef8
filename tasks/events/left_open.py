"""Whether an article says itself that nobody knows who did it: then no suspicion and no blame names anybody.

- who: "who fired first has never been established", "it is not known who sent the parcel"
- the attackers: "the killers were never identified", "the arsonists were not found"
- the case: "the murder has never been solved", "the case remains open", "the killings are unsolved"
- unpunished: "nobody was ever convicted", where two different ones are suspected
- each other: "each side said that the other had fired first", "both armies blamed each other"
"""

from __future__ import annotations

import re
from collections.abc import Set

from tasks.events.sections import is_before, told_sentences
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered

_WORDS = frozenset(
    (
        "never",
        "not",
        "unknown",
        "unclear",
        "unsolved",
        "disputed",
        "open",
        "mystery",
        "nobody",
        "no",
        "cannot",
    )
)
# Of each way to say that each blames the other, a word that it needs; "X said that A, but Y said" needs two.
_EACH_NEEDS = frozenset(("other", "another", "blamed")) | words("at_variance")
_CONTRASTS = frozenset(("while", "whereas", "but"))
_NOBODY = frozenset(("nobody", "no", "one", "noone"))
_UNKNOWN = re.compile(r"(?:unknown|unidentified|not known)\b", re.IGNORECASE)
_KNOWN = (
    r"(?:established|solved|determined|known|clarified|ascertained|proved|proven|resolved|identified|settled"
    r"|cleared up|found out|explained|agreed)"
)
_WHO = (
    r"(?:who|by whom|which (?:side|group|army|party)|on whose (?:orders?|behalf)"
    r"|whose (?:men|orders|bomb|work)|the (?:identity|identities) of (?:the|those|whoever))"
)
_DEED = rf"(?:{deed('attack')}|case|crimes?|fire|deed)"
_HAS = r"(?:has|have|had|was|were|is|are|could)"
_DOERS = (
    r"(?:attackers?|perpetrators?|killers?|murderers?|bombers?|arsonists?|culprits?|assailants?|assassins?"
    r"|those responsible|gunmen|gunman|shooters?|kidnappers?)"
)
_OPEN = late_pattern(
    rf"\b{_WHO}\b[^.;]{{0,90}}? {_HAS} (?:never|not) (?:yet )?(?:been |be )?{_KNOWN}\b"
    rf"|\b{_WHO}\b[^.;]{{0,90}}? (?:remains?|remained|is|was) (?:still )?"
    r"(?:unknown|unclear|disputed|open|a mystery|a matter of dispute)\b"
    rf"|\b(?:not|never) (?:yet )?(?:been )?(?:{_KNOWN}|said|say|sure|learned)(?: for certain)?,? {_WHO}\b"
    rf"|\b(?:unknown|unclear|disputed|cannot be said|not say|not establish|not determine) {_WHO}\b"
    rf"|\b{_DOERS} {_HAS} (?:never|not) (?:been )?(?:identified|found|known|traced|named)\b"
    rf"|\b{_DEED} {_HAS} (?:never|not) (?:yet )?(?:been )?(?:solved|cleared up|explained)\b"
    rf"|\b{_DEED} (?:remains?|remained|is|are|has remained|have remained) (?:still )?"
    rf"(?:unsolved|open|unexplained|a mystery)\b|\bunsolved {_DEED}\b",
    re.IGNORECASE,
)
_UNPUNISHED = late_pattern(
    r"\b(?:nobody|no ?one|no person|no suspects?)\b[^.;]{0,20}\b(?:has|was|were|had|have)"
    r" (?:ever )?(?:been )?(?:ever )?"
    r"(?:convicted|charged|tried|arrested|caught|identified|brought to (?:trial|justice))",
    re.IGNORECASE,
)
_SAYING = frozenset(
    (
        "said",
        "says",
        "claimed",
        "claims",
        "insisted",
        "maintained",
        "alleged",
        "accused",
        "stated",
        "reported",
    )
)
_SAYS = rf"(?:{any_of(_SAYING)})"
_BEGAN = (
    r"(?:first\b|unprovoked|provoked|provocation"
    r"|(?:started|began|begun) (?:it|the (?:fight|clash|firing|battle)))"
)
_EACH_OTHER = late_pattern(
    r"\b(?:each|both|either|the two) (?:\w+ )?(?:sides?|countr(?:y|ies)|governments?|arm(?:y|ies)|groups?"
    r"|part(?:y|ies)|forces|capitals|states?|camps?)?[^.;]{0,30}?\b(?:"
    r"(?:said|claimed|insisted|maintained|alleged|accused) [^.;]{0,12}?"
    r"\b(?:each|the) other(?: side)? (?:had |of )?"
    r"(?:fired|firing|started|starting|opened|opening|shot|shooting|provoked|provoking|begun|attacked|attacking"
    r"|crossed|crossing|violat|brok|breaking|been the first|of having)|blamed (?:each|the) other)"
    r"|\b(?:each other|one another) (?:of|for) (?:having )?(?:fired|firing|started|starting|opened|opening"
    r"|provoked|provoking|attacked first|attacking first|beginning|begun|breaking)"
    rf"|\b{_SAYS} [^.;]{{0,90}}? (?:while|whereas|but) [^.;]{{0,50}}?\b{_SAYS} [^.;]{{0,70}}?\b{_BEGAN}"
    r"|\b(?:accounts|sources|reports|versions|witnesses|historians) (?:\w+ )?"
    rf"(?:{any_of(words('at_variance'))}) (?:as to|on|over|about) (?:who|which|whether)\b",
    re.IGNORECASE,
)


@remembered
def is_left_open(document: Document) -> bool:
    """Whether an article says that it is not known who did it, in no section on what came before."""
    return any(_says_open(document, s) for s in told_sentences(document) if not _WORDS.isdisjoint(s.words))


def _says_open(document: Document, sentence: Sentence) -> bool:
    heading = document.heading_of(sentence)
    return (
        not is_before(heading)
        and _OPEN.search(document.text, sentence.span.start, sentence.span.end) is not None
    )


@remembered
def is_unpunished(document: Document) -> bool:
    """Whether nobody was convicted of it, or the box does not know who did it."""
    if any(
        (f.name or "").startswith("perpetrator") and _UNKNOWN.match(f.value) for f in document.article.infobox
    ):
        return True
    return any(
        _UNPUNISHED.search(document.text, s.span.start, s.span.end) is not None
        for s in told_sentences(document)
        if not _NOBODY.isdisjoint(s.words) and not is_before(document.heading_of(s))
    )


@remembered
def is_said_of_each_other(document: Document) -> bool:
    """Whether each of two sides says that the other began it."""
    return any(
        _EACH_OTHER.search(document.text, s.span.start, s.span.end) is not None
        for s in told_sentences(document)
        if _may_blame(s.words) and not is_before(document.heading_of(s))
    )


def _may_blame(words: Set[str]) -> bool:
    """Whether a sentence with these words has enough to say that each blames the other."""
    if not _EACH_NEEDS.isdisjoint(words):
        return True
    return not _CONTRASTS.isdisjoint(words) and not _SAYING.isdisjoint(words)
