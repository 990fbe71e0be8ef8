"""The town of the title that the lead says was bombed, shelled or raided, where nothing in it was a target.

- passive: "the market town of Osk in Sorrel, Northland, was bombed"
- active: "aircraft bombed the town of Osk", "burned Osk"
- noun: "an attack by X on the village of Osk", "the bombardment of Osk"
"""

from __future__ import annotations

import re

from tasks.events.triggers import VIOLENT, type_of_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns_that, verbs_that, words_of
from tasks.model.document import Document
from tasks.model.span import Span

_DOES = ("attacks", "destroys", "robs", "encloses")
_VERBS = (
    words_of(verbs_that(_DOES, ("", "people", "object")), "past", "participle") | {"burned", "burnt"}
) - {
    "set",
    "blown",
    "drove",
    "driven",
    "fired",
    "opened",
}
_NOUNS = forms_of(nouns_that(("attacks", "destroys", "robs"), ("", "object"))) | {"expedition", "descent"}
_SETTLEMENTS = words("settlement") | {"hamlet", "settlement"}
_PLACE = late_pattern(
    r"(?:The )?(?:(?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4} )?"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3}) (?P<rest>[a-z].*)"
)
_KIND = rf"(?:(?:the|a) (?:[A-Z]?[a-z-]+ ){{0,3}}(?:{any_of(_SETTLEMENTS)}) of )"
_DONE = r"(?:(?:that was |which was )?(?:committed|perpetrated|carried out|conducted|launched) )?"
_WITHIN = r"(?:,? (?:in|near) [A-ZÀ-Þ][\w'’-]+(?:,? [A-ZÀ-Þ][\w'’-]+){0,4})?"  # "Osk in Sorrel, Northland"
_PASSIVE = rf"{_WITHIN},? (?:was|were|had been) (?:[a-z]+ly )?(?:{any_of(_VERBS)})\b"
_ENDS = r"(?=[,.;]| (?:on|in|with|by|and|at|from|during|after|killing)\b)"


def struck_town(document: Document) -> Span | None:
    """Return where the lead says that the town of the title was struck, None where it does not."""
    match = _PLACE.match(document.article.title)
    if match is None or not _is_violent(match["rest"]):
        return None
    name = re.escape(match["name"])
    if match["name"] not in document.text[: document.lead[-1].span.end if document.lead else 0]:
        return None
    struck = re.compile(
        rf"{_KIND}?\b(?P<a>{name})\b{_PASSIVE}"
        rf"|\b(?:{any_of(_VERBS)}) {_KIND}?(?P<b>{name})\b{_ENDS}"
        rf"|\b(?:{any_of(_NOUNS)}) (?:{_DONE}by [^.;,]{{1,60}} )?(?:on|upon|against|of)"
        rf" {_KIND}?(?P<c>{name})\b{_ENDS}"
        rf"|\b(?:{deed('many')}|killings?) {_DONE}by [^.;,]{{1,60}} (?:on|upon|against)"
        rf" {_KIND}?(?P<d>{name})\b{_ENDS}"
    )
    for sentence in document.lead:
        found = struck.search(document.text, sentence.span.start, sentence.span.end)
        if found is not None:
            return Span(*found.span(found.lastgroup or 0))
    return None


def _is_violent(words_: str) -> bool:
    """Whether the words behind the place of a title are those for violence: "air raid", "expedition"."""
    kind = type_of_words(words_)
    return not _NOUNS.isdisjoint(words_.split()) or (kind is not None and kind.event_type in VIOLENT)
