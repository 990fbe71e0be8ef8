"""Who was acquitted: what was only said against them then does not count.

"Both were charged; they were acquitted", "a jury found her not guilty", "the court cleared Quist of murder",
"the charges against them were dropped", "she withdrew her confession".
Who was acquitted of one charge and convicted of another stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.sentence_words import sentence_words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.span import Span

_CONFESSED = frozenset(
    (
        "confession",
        "confessions",
        "withdrew",
        "retracted",
        "recanted",
        "repudiated",
        "admission",
        "statement",
        "claim",
    )
)
_WORDS = _CONFESSED | frozenset(
    ("acquitted", "exonerated", "guilty", "cleared", "charges", "conviction", "convictions")
)
_CHARGE = rf"(?:{deed('attack')}|manslaughter|charges?|involvement|wrongdoing)"
_OF_CHARGE = rf"of (?:the |all |any |both )?(?:[\w-]+ ){{0,2}}?{_CHARGE}"
_CLEARED = rf"(?:acquitted|exonerated|found not guilty|cleared {_OF_CHARGE})"
_PASSIVE = late_pattern(
    rf"\b(?:was|were|been) (?:\w+ ){{0,2}}?{_CLEARED}\b|\b(?:but|and|then|later) acquitted\b"
)
_ACTIVE = late_pattern(
    r"(?<!was )(?<!were )(?<!been )\b(?:acquitted|exonerated|found|cleared) (?P<whom>[^.;]{1,60}?)"
    rf"(?=,| not guilty| {_OF_CHARGE}| in \d{{4}}| for |[.;]|$)"
)
_DROPPED = late_pattern(
    r"\b(?:charges|convictions?) (?:against|of) (?P<whom>[^.;]{1,60}?) (?:was|were) (?:\w+ )?"
    r"(?:dropped|dismissed|withdrawn|quashed|overturned)\b"
)
_QUASHED = late_pattern(
    r"\b[Hh](?:is|er) convictions? (?:was|were|has been|had been) (?:\w+ ){0,2}?"
    r"(?:quashed|overturned|annulled|set aside|vacated)\b"
)
_WITHDRAWN = late_pattern(  # "confessed, but withdrew the confession", "his confession proved to be false"
    r"\b(?:withdrew|retracted|recanted|took back|repudiated) (?:his|her|the|their|this|that) "
    r"(?:confessions?|statements?|admissions?|claims?)\b"
    r"|\bconfessions? (?:was|were|proved to be|turned out to be) (?:later )?"
    r"(?:withdrawn|retracted|false|discredited)\b"
)
_CONVICTED = late_pattern(r"\b(?:convicted|guilty|sentenced|jailed)\b")
_NOT_GUILTY = late_pattern(r"\bnot guilty\b|\bnot acquitted\b")
_MANY = late_pattern(
    r"\b(?:[Bb]oth|[Tt]hey|[Tt]hem|[Aa]ll|[Tt]he (?:two|three|men|pair|accused|defendants))\b"
)
_ONE = late_pattern(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er)\b")
_JOINED = late_pattern(r",? and |, ")


def without_acquitted(
    document: Document, parties: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return the parties without alleged perpetrators whom the article says to have been acquitted."""
    alleged = {p.actor for p in parties if p.role == "perpetrator" and p.is_alleged}
    if not alleged:  # mostly
        return list(parties)
    acquitted: set[str] = set()
    for sentence in document.prose:
        if not _WORDS.isdisjoint(sentence.words):
            acquitted |= _acquitted_in(document, sentence, alleged, actors)
    return [p for p in parties if not (p.role == "perpetrator" and p.is_alleged and p.actor in acquitted)]


def _acquitted_in(document: Document, sentence: Sentence, alleged: set[str], actors: ActorBook) -> set[str]:
    """Return those of the alleged of whom a sentence says that they were acquitted."""
    text, span = document.text, sentence.span
    withdrawn = (
        None if _CONFESSED.isdisjoint(sentence.words) else _WITHDRAWN.search(text, span.start, span.end)
    )
    if withdrawn is not None:
        return set(_near(document, sentence, withdrawn.start(), actors)[-1:]) & alleged
    quashed = _QUASHED.search(text, span.start, span.end)
    if quashed is not None:
        return set([k for k in _near(document, sentence, quashed.start(), actors) if k in alleged][-1:])
    for pattern in (_DROPPED, _PASSIVE, _ACTIVE):
        match = pattern.search(text, span.start, span.end)
        if match is None:
            continue
        is_found = pattern is _ACTIVE and match[0].startswith("found")
        if is_found and not text.startswith(" not guilty", match.end()):
            continue  # "found the body"
        rest = text[match.end() : span.end].removeprefix(" not guilty")
        if _CONVICTED.search(rest) and not _NOT_GUILTY.search(rest):
            return set()  # "acquitted of murder but convicted of manslaughter"
        if pattern is _PASSIVE:
            where = Span(_clause(text, span, match.start()), match.start())
        else:
            where = Span(*match.span("whom"))
        return _whom(document, sentence, where, alleged, actors)
    return set()


def _clause(text: str, span: Span, end: int) -> int:
    """Return where the clause begins that goes on at an offset: behind a semicolon, else the sentence."""
    return max(span.start, text.rfind(";", span.start, end) + 1)


def _whom(
    document: Document, sentence: Sentence, where: Span, alleged: set[str], actors: ActorBook
) -> set[str]:
    """Return whom a clause means: the name nearest its verb with those joined to it, else a pronoun's."""
    named = [(s, k) for s, k in sentence_words(sentence, actors).mentions if where.contains(s)]
    named = [(s, k) for s, k in named if actors.actors[k].kind == "person"]
    if named:
        found, last = {named[-1][1]}, named[-1][0]
        for one, key in reversed(named[:-1]):
            if _JOINED.fullmatch(document.text, one.end, last.start) is None:
                break
            found.add(key)
            last = one
        return found & alleged
    words = where.of(document.text)
    owners = _owners(document, actors)
    if _MANY.search(words):
        near = _near(document, sentence, where.start, actors)
        return (set(near) & alleged) or alleged
    if _ONE.search(words) or not words.strip():
        near = _near(document, sentence, where.start, actors)
        # Who is named last as whose somebody else is ("identified by Varga's wife") is not who was tried.
        return set([k for k in near if k in alleged or k not in owners][-1:]) & alleged
    return set()


def _owners(document: Document, actors: ActorBook) -> set[str]:
    """Return who is named at least once as the one whose somebody or something is: "Varga's wife"."""
    return {m.actor for m in actors.mentions if document.text[m.span.end : m.span.end + 2] in ("'s", "’s")}


def _near(document: Document, sentence: Sentence, end: int, actors: ActorBook) -> list[str]:
    """Return the persons that the paragraph names before an offset, in text order."""
    found = []
    for other in document.prose:
        if other.paragraph == sentence.paragraph and other.index <= sentence.index:
            found += [
                k
                for s, k in sentence_words(other, actors).mentions
                if s.end <= end and not document.text.startswith(("'s ", "’s "), s.end)  # "X's wife"
            ]
    return [key for key in found if actors.actors[key].kind == "person"]
