"""What a pronoun may stand for besides names: the described subject of the sentence before, one's sex.

"The minister of health flew to Osk. Addressing the crowd, he said", "A board of officers met. It found".
"""

from __future__ import annotations

import re
from bisect import bisect_right

from tasks.actors.claimants.coreference import SINGULAR_PERSON, THING
from tasks.actors.known.name_words import heads, titles
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered
from tasks.model.span import Span

_OPENING = late_pattern(
    r"(?:(?:On|In|At|By|After|During) [^,.]{2,40}, )?(?P<np>(?:[Tt]he|[Aa]n?) (?P<words>[^\W\d_][\w'’-]*"
    r"(?: [^\W\d_][\w'’-]*){0,7}))"
)
# "of the interior", "of officers", "for Human Rights": it belongs to the description.
_OF = late_pattern(r" (?:of|for) (?:the )?(?:[A-ZÀ-Þ][\w'’-]*(?: (?:and )?[A-ZÀ-Þ][\w'’-]*)*|[a-z]+)")
_NAMED_BEHIND = late_pattern(r"(?:, [A-ZÀ-Þ][\w’-]+)?, [A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)* [a-z]+")
_NAMED_LAST = late_pattern(
    r" (?:from|of|for|with) [^,.;\"]{3,50}, (?P<name>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)+),"
)
_NO_PARTICIPLES = frozenset(("according", "during", "citing", "quoting"))
_FRONTED = 16  # tokens of "Wearing uniforms of the X, "
_BODIES = frozenset(("government", "organisation", "international", "monitor", "media"))
_SHE = ("woman", "mother", "wife", "sister", "daughter", "girl", "queen")
_HE = ("spokesman", "father", "husband", "brother", "king")


def described_subject(text: str, sentence: Sentence, pronoun: str) -> Span | None:
    """Return the words, article included, for the subject of a sentence that a pronoun may stand for."""
    found = _OPENING.match(text, sentence.span.start, sentence.span.end)
    if found is None or not (pronoun in SINGULAR_PERSON or pronoun in THING):
        return None
    at, words = found.start("words"), found["words"].split(" ")
    end, is_person, is_body = at, False, False
    for word in words:
        small = word.lower()
        titled, body = small in titles(), heads().get(small) in _BODIES
        if titled or body:
            end, is_person, is_body = at + len(word), titled, body and not titled
        elif is_person or is_body:
            break
        at += len(word) + 1
    if not (is_person if pronoun in SINGULAR_PERSON else is_body):
        return None
    more = _OF.match(text, end, sentence.span.end)
    if _NAMED_BEHIND.match(text, more.end() if more is not None else end, sentence.span.end) is not None:
        return None  # "A resident of Osk, Norland, Ada Quist visited": she is the subject
    named = _NAMED_LAST.match(text, end, sentence.span.end)
    if named is not None:
        return Span(found.start("np"), named.end("name"))  # "A delegate from Osk, Ada Quist, summed it up"
    return Span(found.start("np"), more.end() if more is not None else end)


def begin_of_subject(sentence: Sentence) -> int:
    """Return where the subject of a sentence may begin, behind a participle with its object.

    "Using Xenda lorries, | the raiders came": whose lorries they were is not the subject.
    """
    tokens, first = sentence.tokens, sentence.lower[0]
    if not first.endswith(("ing", "ed")) or first in _NO_PARTICIPLES:
        return sentence.span.start
    comma = next((i for i, t in enumerate(tokens[:_FRONTED]) if t.text == ","), 0)
    return tokens[comma + 1].start if 0 < comma < len(tokens) - 1 else sentence.span.start


@remembered
def _quoted(document: Document) -> list[tuple[int, int]]:
    return sorted((q.span.start, q.span.end) for q in document.quotations)


def is_quoted(document: Document, span: Span) -> bool:
    """Say whether words stand in a quotation: whom a speaker names is not he who speaks."""
    spans = _quoted(document)
    at = bisect_right(spans, (span.start, span.end)) - 1
    return at >= 0 and span.end <= spans[at][1]


class Sexes:
    """Who was "he" and who "she", as far as the text has said."""

    def __init__(self) -> None:
        """Begin with nobody known."""
        self._known: dict[str, str] = {}

    def note(self, actor: str, pronoun: str) -> None:
        """Remember which pronoun stood for an actor."""
        if pronoun in SINGULAR_PERSON:
            self._known.setdefault(actor, pronoun)

    def fits(self, pronoun: str, actor: Actor) -> bool:
        """Say whether nothing speaks against a pronoun for an actor."""
        if pronoun not in SINGULAR_PERSON:
            return True
        known = self._known.get(actor.key)
        if known is None:
            words = re.findall(r"\w+", f"{actor.name} {actor.position or ''}".lower())
            known = "she" if any(w.endswith(_SHE) for w in words) else None
            known = known or ("he" if any(w.endswith(_HE) for w in words) else None)
        return known is None or known == pronoun
