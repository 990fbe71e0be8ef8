"""Who says in plain words that the deed was theirs: "X claimed it, and so did Y", "it had been its work".

- claims: "X and Y both claimed it", "X took credit for the attack", "X put its name to it"
- did so: behind that "and so did Y", "as did Y", "Y did so too"
- its work: "X stated that the operation had been its work"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.attackers.claiming.many_attacks import is_for_many
from tasks.events.attackers.fitness import may_attack
from tasks.events.by_sentence import Stretches
from tasks.events.sections import told_sentences
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.span import Span

_AVOWS = frozenset(
    ("claimed", "claims", "claim", "avowed", "responsibility", "credit", "name", "owned", "work", "doing")
)
_VERBS = late_pattern(
    r"(?:claimed|claims|avowed|acknowledged|accepted|assumed)"
    r" (?:it|both|them|this|responsibility|credit|authorship"
    rf"|(?:the|this|both|these) (?:\w+ ){{0,2}}(?:{deed('attack')}|bombs?|deeds?|operations?))"
    r"(?= (?:as|in|on|for|through|by|via|over|and|from|with|the|at|a|too|also|but|while)\b|[.,;:]|$)"
    r"|(?:took|takes|taken) (?:the )?(?:credit|responsibility)\b"
    r"|put (?:its|their) name to\b|owned up to\b"
    r"|(?:was|were)(?: the)? first to (?:claim|avow|take)\b"
)
_ITS_WORK = late_pattern(
    r"[^.;]{1,80}? that [^.;]{1,60}? (?:was|were|had been|has been) (?:its|their) (?:own )?"
    r"(?:work|doing)\b"
)
_SO_DID = late_pattern(r"\b(?:and so|as|so) (?:did|had|has) (?:also )?(?:the |a |an )?(?:group )?$")
_OF = late_pattern(r"\b(?:of|from|to|by|with|for) (?:the |an? )?$")  # "a faction of X, claimed it"
_AND = late_pattern(r",? and (?:the )?")
_DID_SO = late_pattern(r" (?:did|had done) (?:so|the same|likewise)\b")
_NOT = frozenset(("no", "neither", "nor", "not", "never", "nobody", "none"))
_KINDS = ("armed_group", "organisation", "party", "military", "unknown", "government")


def avowed(document: Document, actors: ActorBook, others: Stretches) -> list[EventActor]:
    """Return those who say that the article's own event was their deed, each once, in text order."""
    found: dict[str, EventActor] = {}
    for sentence in told_sentences(document):
        if _AVOWS.isdisjoint(sentence.words) or not _NOT.isdisjoint(sentence.words):
            continue
        if is_for_many(document.text, sentence.span.start, sentence.span.end):
            continue
        elsewhere = [span for _, span in others.get(sentence.index, ())]
        for span, key in _who(document, sentence, actors):
            actor = actors.actors.get(key)
            if actor is None or actor.kind not in _KINDS or not may_attack(key, document, actors):
                continue
            if not any(s.contains(span) for s in elsewhere):
                found.setdefault(key, EventActor(key, "perpetrator", span, "avowed", is_alleged=True))
    return list(found.values())


def _who(document: Document, sentence: Sentence, actors: ActorBook) -> Iterator[tuple[Span, str]]:
    """Yield the names of a sentence that own the deed, and of those who did so too."""
    text, end = document.text, sentence.span.end
    mentions: Sequence[tuple[Span, str]] = sentence_words(sentence, actors).mentions
    is_owned = is_too = False
    for i, (span, key) in enumerate(mentions):
        before = text[sentence.span.start : span.start]
        verb = verb_of(sentence, span)
        owns = (verb is not None and _OF.search(before) is None) and (
            _VERBS.match(text, sentence.tokens[verb].start, end) is not None
            or _ITS_WORK.match(text, sentence.tokens[verb].start, end) is not None
        )
        joins = is_too and _AND.fullmatch(text, mentions[i - 1][0].end, span.start) is not None
        is_too = is_owned and (
            joins or _SO_DID.search(before) is not None or _DID_SO.match(text, span.end, end) is not None
        )
        if owns or is_too:
            yield span, key
        is_owned = is_owned or owns
