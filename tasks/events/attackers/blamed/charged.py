"""Who was arrested for it, charged with it or found guilty of it, where an article names no attacker.

The first person of the lead, else of the sections that tell what happened or of inquiries, as alleged.  Where
the title names a deed on no people (a robbery, a siege, a coup), only whom a sentence says is guilty of it.
"""

from __future__ import annotations

import re

from tasks.events.new_party import NewParty, party
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns_that, verbs_that, words_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.article import INFOBOX
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_ON_PEOPLE = ("attacks", "destroys", "harms", "kills", "takes", "torments", "wounds")
_TITLE = late_pattern(rf"\b(?:{any_of(forms_of(nouns_that(_ON_PEOPLE)))}|plots?)\b", re.IGNORECASE)
_NOUN = late_pattern(rf"\b(?:{deed('attack', 'one')}|{deed('rising', 'one')})\b", re.IGNORECASE)
_PART = r"(?:(?:his|her|their) )?(?:\w+ing|part|role|participation|involvement)(?: (?:part )?in)?"
_NO_NAME = r"(?!(?:In|On|At|By|After|Before|During|Since|From|The|Two|Both)\b)"
_NAME = (
    rf"{_NO_NAME}" r"[A-Z][a-zà-ÿ'’-]+(?: [A-Z]\.)?(?: (?:al-|bin |ibn |de |van |von )?[A-Z][\w'’-]+){1,2}"
)
_JUDGED = r"(?:charged|convicted|indicted|sentenced|found guilty)"  # who "was arrested" may be anybody
_DEFENDANT = late_pattern(
    rf"\b(?:(?<=[.!?] )(?:Police|Officers|Authorities|Prosecutors)"
    rf"|police|officers|authorities|prosecutors?|court|jury) (?:\w+ )?"
    rf"(?:arrested|charged|convicted|indicted|detained|apprehended) "
    rf"(?:\d+-year-old |a |the |suspect |man |local )*(?P<one>{_NAME})"
    rf"|\b(?P<six>{_NAME})(?:, {_NAME})? and {_NAME} were (?:\w+ )?{_JUDGED}\b"
    rf"|\b(?P<two>{_NAME})(?:, [^,.;]{{1,60}},)? (?:was|has been|had been) (?:\w+ )?{_JUDGED}\b"
    rf"|\b(?P<four>{_NAME}), (?:an?|the) [^.;]{{1,80}}, was (?:[\w ]{{1,60}} and )?(?:\w+ )?"
    r"(?:arrested|detained|apprehended)\b"
    rf"|\b(?P<five>{_NAME})(?:, [^.;]{{1,80}},)? was [^.;]{{0,60}}\b{_JUDGED}\b"
    rf"|\b(?P<three>{_NAME})(?:, [^,.;]{{1,60}},)? (?:pleaded guilty|confessed to)\b"
)
_PENALTY = r"(?:an? |the )?(?:[\w-]+ ){0,3}?(?:sentences?|imprisonment|years?|months?|death penalty)\b"
_DOOM = (  # what is told of who did it, once judges have spoken
    rf"(?: later| then| eventually| finally| subsequently)?"
    rf" (?:(?:was|were) (?:\w+ )?"
    rf"(?:{_JUDGED}\b|(?:given|handed) {_PENALTY}|jailed\b|imprisoned for\b|condemned to\b)"
    rf"|received {_PENALTY}|(?:had )?confessed\b|pleaded guilty\b)"
)
_SURNAME = late_pattern(rf"(?<!of )(?<!and )\b(?P<one>[A-Z][a-zà-ÿ’-]+[a-zà-ÿ])(?:, [^.;]{{1,60}},)?{_DOOM}")
_ONE = late_pattern(rf"\b(?P<one>{_NAME})\b")
_AGE = r"(?:, \d\d)?"  # "X, 31, and Y"
_AND_NAME = late_pattern(rf"{_AGE}(?:,? and|,(?= [\w'’ -]+,? and [A-Z])) (?P<one>{_NAME})\b")
_HE_WAS = late_pattern(
    r"(?:(?:At|In|On|During|After|Before) [^.;:]{1,60}?,? )?"
    rf"(?:S?[Hh]e|(?P<many>[Tt]hey|[Bb]oth(?: men| women)?|[Tt]he (?:two|three|pair|men|brothers))){_DOOM}"
)
_WORDS = words("charges")
_CULPRITS = any_of(words("culprit_heading"))
_HEADED = late_pattern(  # a section that is about who did it
    rf"(?:the )?(?:alleged )?(?:{_CULPRITS})$",
    re.IGNORECASE,
)
_FIRST_NAME = late_pattern(
    r"(?!(?:In|On|At|By|After|During|Two|Police) )"
    rf"(?:The \w+ (?:was|is|were) )?(?:\d\d-year-old )?(?P<one>{_NAME})"
)
_TOLD_OF = late_pattern(rf"\b(?P<one>{_NAME}), (?:who|an?|aged|then|\d\d)\b")
_KILLED = words_of(verbs_that(("harms", "kills", "takes", "wounds")), "participle") | {
    "shot", "stabbed", "poisoned", "beaten"
}  # fmt: skip
_DONE_BY = late_pattern(  # "was murdered by her maid, X"; "shot dead by 18-year-old X"
    rf"\b(?:{'|'.join(sorted(_KILLED))})\b(?: dead| to death)?(?: (?:in|on|at|near) [^.;,]{{1,40}})? by"
    r" (?:(?:his|her|their|its|an?|the|\d\d-year-old)"
    rf" (?:[a-z’'-]+ ){{0,4}}[a-z-]+,? |\d\d-year-old )?(?P<one>{_NAME})\b"
)
_STOPPED = late_pattern(r"\b(?:before|until|when|attacker|gunman|he was (?:then|later|also))\b")
_BODY = late_pattern(
    r"\b(?:police|department|court|army|ministry|government|university|city|county|state)\b",
    re.IGNORECASE,
)


def charged(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the first person whom an article on an attack says did it or was found responsible.

    "Murdered by X" in the lead, who the section on the perpetrator is about, or, as alleged, who was charged.
    """
    if not _TITLE.search(document.article.title):
        noun = _NOUN.search(document.article.title)
        return _held_for_it(document, actors, _of_deed(noun[0].lower())) if noun is not None else []
    return _of_own_section(document, actors) or _done_by(document, actors) or _held_for_it(document, actors)


def _done_by(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the person by whom the lead says that somebody was murdered."""
    for sentence in document.lead:
        if _KILLED.isdisjoint(sentence.words) or "by" not in sentence.words:
            continue
        match = _DONE_BY.search(document.text, sentence.span.start, sentence.span.end)
        if match is None or _STOPPED.search(document.text, sentence.span.start, match.end("one")):
            continue
        if found := _person(document, actors, match, "one", is_alleged=False):
            return found
    return []


def _of_own_section(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the person with whom the section on the perpetrator or the suspect begins."""
    sections = [s for s in document.article.sections if _HEADED.match(s.heading)]
    for sentence in document.prose if sections else ():
        heading = document.heading_of(sentence)
        if not _HEADED.match(heading):
            continue
        match = _FIRST_NAME.match(document.text, sentence.span.start, sentence.span.end)
        match = match or _TOLD_OF.search(document.text, sentence.span.start, sentence.span.end)
        is_alleged = bool(re.search("alleged|suspect|accused", heading, re.IGNORECASE))
        return _person(document, actors, match, "one", is_alleged=is_alleged) if match is not None else []
    return []


def _of_deed(noun: str) -> re.Pattern[str]:
    """Return the pattern of being guilty of the deed that a noun names: "convicted of the robbery"."""
    return re.compile(
        r"\b(?:convicted|guilty|jailed|imprisoned|sentenced|imprisonment|prison|years|death)\b[^.;]{0,30}?"
        rf" (?:of|for|over|in) (?:{_PART} )?(?:the|this) (?:[\w'’-]+ ){{0,2}}?{re.escape(noun)}\b"
    )


def _held_for_it(document: Document, actors: ActorBook, of: re.Pattern[str] | None = None) -> list[NewParty]:
    """Return who was first held, charged or found guilty, and who with them, as alleged; the lead's first.

    Args:
        document: the article.
        actors: its actors.
        of: what a sentence has to say of what they were guilty of.
    """
    told = [s for s in document.sentences if not _WORDS.isdisjoint(s.words)]
    told = [s for s in told if document.heading_of(s) != INFOBOX]
    if of is not None:
        told = [s for s in told if of.search(document.text, s.span.start, s.span.end)]
    lead = {s.index for s in document.lead}
    for sentence in sorted(told, key=lambda s: s.index not in lead):
        match = (
            _DEFENDANT.search(document.text, sentence.span.start, sentence.span.end)
            or _told_before(document, actors, sentence)
            or _of_surname(document, sentence)
        )
        if match is None:
            continue
        group = next(g for g in match.re.groupindex if match[g])
        found = _person(document, actors, match, group, is_alleged=True)
        at = match.end(group)
        while found and (other := _AND_NAME.match(document.text, at, max(at, sentence.span.end))) is not None:
            found += _person(document, actors, other, "one", is_alleged=True)
            at = other.end()
        if found:
            return found
    return []


def _told_before(document: Document, actors: ActorBook, sentence: Sentence) -> re.Match[str] | None:
    """Return the last person of the sentence before one that goes on "He was convicted".

    Behind "Both were convicted" the first of them, behind whom the others stand.
    """
    goes_on = _HE_WAS.match(document.text, sentence.span.start, sentence.span.end)
    if goes_on is None or not sentence.index:
        return None
    before = document.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph:
        return None
    names = list(_ONE.finditer(document.text, before.span.start, before.span.end))
    names = names if goes_on["many"] else names[::-1]
    return next((m for m in names if _person(document, actors, m, "one", is_alleged=True)), None)


def _of_surname(document: Document, sentence: Sentence) -> re.Match[str] | None:
    """Return where the article first has the full name of whom a sentence tells by the surname alone."""
    match = _SURNAME.search(document.text, sentence.span.start, sentence.span.end)
    if match is None:
        return None
    full = re.compile(rf"\b(?P<one>[A-Z][a-zà-ÿ'’-]+ (?:[A-Z]\. )?{re.escape(match['one'])})\b")
    names = list(full.finditer(document.text, 0, sentence.span.end))
    return names[0] if len({m["one"] for m in names}) == 1 else None


def _person(
    document: Document, actors: ActorBook, match: re.Match[str], group: str, *, is_alleged: bool
) -> list[NewParty]:
    """Return the person of a match; nothing for a body's name or one that the title has."""
    if _BODY.search(match[group]) or match[group] in document.article.title:
        return []
    span = Span(*match.span(group))
    known = next((m for m in actors.overlapping(span) if m.span.contains(span)), None)
    if known is None:
        if actors.overlapping(span):
            return []
        return [party(document, span, "perpetrator", "person", "charged", is_alleged=is_alleged)]
    if actors.actors[known.actor].kind != "person":
        return []
    mention = Mention(known.span, known.actor, "name", "charged")
    return [NewParty(actors.actors[known.actor], mention, "perpetrator", is_alleged=is_alleged)]
