"""Who an authority found to have done it, where the article tells it late.

- guilty: "a commission found X responsible for the killings"
- found: "the Commission concluded that troops of X had carried it out", "a board of inquiry found that the
  helicopter had belonged to X", "an inquest established that the shell had been fired by X"
- confessed: "told a court that she had been sent by X", "confessed that they had been recruited by X"

An authority asks into what others did: a commission, a court, a board, investigators, not a party or a paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from tasks.events.attackers.fitness import may_attack
from tasks.events.by_sentence import Stretches
from tasks.events.sections import told_sentences
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence, Token
from tasks.model.event import EventActor

_AUTHORITIES = words("authority")
_FINDS = words("finds")
_CONFESSES = words("confesses")
_FINDS_AND_CONFESSES = _FINDS | _CONFESSES
_NOT = frozenset(
    ("not", "no", "never", "neither", "nor", "nobody", "none", "insufficient", "without", "whether")
)
_CLOSE = 6  # words between "found" and whom
_BEFORE_VERB = 16  # tokens between an authority and what it does
_COURTS = frozenset(
    ("court", "judge", "judges", "tribunal", "police", "investigators", "interrogators", "prosecutors",
     "magistrate", "jury")
)  # fmt: skip
_DONE = any_of(words("found_done"))
_DEED = (
    r"(?:carried (?:it|them|this|the \w+(?: \w+)?) out"
    rf"|(?:{_DONE}|carried out|set off|raided|burned|burnt)\b"
    r"|(?:been |was |were )?(?:behind|responsible for|to blame for) )"
)
_DID = late_pattern(  # behind a name: "X from the base at Osk had carried it out"
    rf"(?: (?:from|of|at|in|under|based)\b[^,;.:]{{1,60}}?)?(?: had| has| have)?(?: \w+ly)? {_DEED}"
)
_BY = late_pattern(  # before a name: "had been fired by men of X", "had belonged to the X"
    rf"(?:\b(?:{_DONE}|carried out|flown|piloted)(?: [^,;.:]{{1,40}}?)? by"
    r"|\bthe work of|\bbelong(?:ed|ing)? to|\b(?:made up|composed|consisted) (?:mainly |mostly |entirely )?of"
    r"|\b(?:responsibility|blame|guilt)(?: \w+){0,3} (?:lay|rested) with"
    r"|\b(?:fired|launched|come|came) from(?: [a-z]+){0,3} (?:of|held by|manned by))"
    r"(?: the| an?)?(?: [a-z-]+){0,5} $"
)
_GUILTY = late_pattern(  # behind a name: "found X responsible for the killings"
    r"(?: to (?:be|have been))?(?: \w+ly| jointly| solely)? (?:responsible|guilty|liable|to blame|behind)\b"
)
_SENT = late_pattern(
    r"\b(?:sent|recruited|trained|hired|paid|dispatched|instructed|armed)(?: [^,;.:]{1,50}?)? by"
    r"(?: the| an?)?(?: [a-z-]+){0,3} $"
)
_OFFICE_OF = late_pattern(
    r", (?:the |a |an )?(?:\w+ )?(?:head|leader|chief|commander|member|chairman|founder|secretary|officer)"
    r" (?:of|in) (?:the )?"
)
_OF = late_pattern(r" (?:of|from|belonging to)(?: the)? ")
_HELPED = late_pattern(
    r",? (?:guided|helped|aided|assisted|supported|accompanied|backed|joined)(?: [a-z]+ly)? by"
    r" (?:the |an? )?$"
    r"|,? (?:together|along|jointly) with (?:the |an? )?$"
    r"|,? (?:and )?(?:led|commanded|headed|directed) by (?:its|their|the|a)(?: [a-z]+){0,3},? $"
)
_Said = Literal["found", "guilty", "confessed"]
_KINDS = ("military", "armed_group", "organisation", "party", "government", "state", "unknown", "person")


def findings(document: Document, actors: ActorBook, others: Stretches) -> list[EventActor]:
    """Return those whom the first finding of an authority names as who did it, with who helped them."""
    for sentence in told_sentences(document):
        if _FINDS_AND_CONFESSES.isdisjoint(sentence.words):
            continue
        for content in _contents(sentence):
            found = list(_named(document, sentence, content, actors, others))
            if found:
                return found
    return []


def _contents(sentence: Sentence) -> Iterator[tuple[int, _Said]]:
    """Yield where begins what an authority found, or somebody confessed, and which of them it is."""
    tokens = sentence.tokens
    if not _AUTHORITIES.isdisjoint(sentence.words):
        for verb in sentence.places(_FINDS):
            if any(t.lower in _AUTHORITIES for t in tokens[max(0, verb - _BEFORE_VERB) : verb]):
                that = _that(tokens, verb)
                yield (tokens[verb].end, "guilty") if that is None else (tokens[that].end, "found")
    for verb in sentence.places(_CONFESSES):
        that = _that(tokens, verb)
        is_heard = tokens[verb].lower != "told" or any(
            t.lower in _COURTS for t in tokens[verb + 1 : that or verb + 1]
        )
        if that is not None and is_heard:
            yield tokens[that].end, "confessed"


def _that(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the "that" which opens what is said, close behind its verb."""
    for i in range(verb + 1, min(verb + 8, len(tokens))):
        if tokens[i].lower == "that":
            return i
        if tokens[i].lower in _NOT or (tokens[i].kind == "punct" and tokens[i].text != ","):
            return None
    return None


def _named(
    document: Document,
    sentence: Sentence,
    content: tuple[int, _Said],
    actors: ActorBook,
    others: Stretches,
) -> Iterator[EventActor]:
    """Yield those who did it by what an authority found, from where the content begins."""
    text, (begin, said) = document.text, content
    elsewhere = [span for _, span in others.get(sentence.index, ())]
    mentions = [m for m in sentence_words(sentence, actors).mentions if m[0].start >= begin]
    found: set[str] = set()
    for i, (span, key) in enumerate(mentions):
        if key in found or not _may_be(key, document, actors) or any(s.contains(span) for s in elsewhere):
            continue
        if i + 1 < len(mentions) and _OF.fullmatch(text, span.end, mentions[i + 1][0].start):
            continue  # "troops of X": X
        before = text[begin : span.start]
        if not _NOT.isdisjoint(before.lower().split()):
            return
        if _did(said, before, text[span.end : sentence.span.end]) or (
            found and _HELPED.search(before) is not None
        ):
            found.add(key)
            yield EventActor(key, "perpetrator", span, "finding", is_alleged=True)
            if i + 1 < len(mentions) and _OFFICE_OF.fullmatch(text, span.end, mentions[i + 1][0].start):
                behind, body = mentions[i + 1]  # whose head did it: "X, leader of Y"
                found.add(body)
                yield EventActor(body, "perpetrator", behind, "finding", is_alleged=True)


def _did(said: _Said, before: str, behind: str) -> bool:
    """Whether the words before or behind a name say that it did the deed."""
    if said == "confessed":
        return _SENT.search(before) is not None
    if said == "guilty":
        return len(before.split()) <= _CLOSE and _GUILTY.match(behind) is not None
    return _BY.search(before) is not None or _DID.match(behind) is not None


def _may_be(key: str, document: Document, actors: ActorBook) -> bool:
    actor = actors.actors.get(key)
    return actor is not None and actor.kind in _KINDS and may_attack(key, document, actors)
