"""The ship that an article is about, and what its prose calls her.

Its title is her name behind a prefix ("HMS Heron (K12)"), behind what she is ("Northland submarine U-7"),
or alone ("PT-77"), where the box or the first sentence says that she is a ship.
"""

from __future__ import annotations

import re
from functools import cache

from tasks.events.sections import opening
from tasks.events.triggers import type_of_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document
from tasks.model.memo import remembered
from tasks.model.value import value

_PREFIXES = words("ship_prefix")
_NOUNS = frozenset(map(str.lower, words("warship"))) | words("ship")
_CONVOY = late_pattern(r"[Cc]onvoy (?P<name>[A-Z]{2,4}[- ]?\d+[A-Z]?)")
_UNDER_WATER = ("submarine", "u-boat")
_HAPPENINGS = (" incident", " affair", " collision", " engagement", " disaster", " mutiny")
_SINKING = late_pattern(
    rf"(?:Sinking|Loss|Torpedoing) of (?:the )?(?:(?:{'|'.join(sorted(_PREFIXES))}) )?(?P<name>[A-Z][^()]*\w)"
)
_BEHIND_NOUN = late_pattern(
    rf"(?:[A-Z][\w'’-]+ )*(?:[a-z]+ )*?(?:{'|'.join(sorted(_NOUNS))}) "
    r"(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)",
    re.IGNORECASE,
)
_FIELDS = ("ship ", "launched", "laid down", "homeport", "pennant")  # how a box of a ship names its fields
_IS_SHIP = late_pattern(
    r"\W[^.;]{0,80}?\b(?:was|is|were) (?:an?|the|one of)\b"
    r"(?:(?!\b(?:by|in|on|from|that|which)\b)[^.;]){0,120}?\b"
    rf"(?:{'|'.join(sorted(_NOUNS))})s?\b(?! (?:captain|commander|officer|crewman|company|builder))",
    re.IGNORECASE,
)


_NUMBERED = re.compile(r"[A-Z]{1,3}-?\d+ (?=[A-Z][a-z])")  # "D7 Heron", of which the prose says "Heron"


@value(frozen=True, slots=True)
class TitledShip:
    """The ship of a title.

    Attributes:
        name: her name without a prefix.
        is_event: the title names her loss, and not her alone.
        nouns: what she is called besides, "ship" or "submarine".
    """

    name: str
    is_event: bool
    nouns: tuple[str, ...]

    @property
    def short(self) -> str:
        """Her name without the number that some navies put before it: "Heron" of "D7 Heron"."""
        return _NUMBERED.sub("", self.name)

    def named(self) -> str:
        """Return the pattern of her name, with a prefix or without."""
        prefixes = "|".join(sorted(_PREFIXES | {"Convoy", "convoy"}))
        number = self.name.removesuffix(self.short)
        return rf"(?:the )?(?:(?:{prefixes}) )?(?:{re.escape(number)})?{re.escape(self.short)}"

    def called(self) -> str:
        """Return the pattern of whatever the prose calls her as a subject."""
        return rf"(?:{self.named()}|she|it|the (?:[\w-]+ )?(?:{'|'.join(self.nouns)}))"


@remembered
def titled_ship(document: Document) -> TitledShip | None:
    """Return the ship that the title names, None where it names none or what happened to one."""
    title = document.article.title
    convoy = _CONVOY.fullmatch(title)
    if convoy is not None:
        return TitledShip(convoy["name"], False, ("convoy",))
    sinking = _SINKING.match(title)
    if sinking is not None:
        return TitledShip(sinking["name"], True, _called(document, title))
    name = _name(title)
    if name is None or type_of_words(title) is not None or name.endswith(_HAPPENINGS):
        return None
    if name.split()[-1][0].islower():
        return None  # "Heron incidents"
    first = title.partition(" ")[0]
    if first not in _PREFIXES and not _is_ship(document, name):
        return None
    return TitledShip(name, False, _called(document, title))


def _name(title: str) -> str | None:
    """Return the name that a title may be, without prefix, noun and what tells it from other ships."""
    whole = title.partition(" (")[0]
    first, _, rest = whole.partition(" ")
    if first in _PREFIXES:
        return rest or None
    behind = _BEHIND_NOUN.fullmatch(whole)
    return behind["name"] if behind is not None else whole


def _is_ship(document: Document, name: str) -> bool:
    """Whether box or first sentence say that a name is a ship's."""
    keys = [f.key.lower() for f in document.article.infobox]
    if sum(key.startswith(_FIELDS) for key in keys) > 1:
        return True
    for sentence in opening(document)[:1]:
        at = document.text.find(name, sentence.span.start, sentence.span.end)
        if at >= 0 and at - sentence.span.start < 60:
            return _IS_SHIP.match(document.text, at + len(name), sentence.span.end) is not None
    return False


def _called(document: Document, title: str) -> tuple[str, ...]:
    """Return the nouns for her: a submarine's article calls those "the ship" that she sank."""
    told = " ".join([title, *(s.span.of(document.text) for s in opening(document)[:1])]).lower()
    return _kinds(any(noun in told for noun in _UNDER_WATER))


@cache
def _kinds(is_submarine: bool) -> tuple[str, ...]:
    """Return the nouns for a submarine, or those for any other ship."""
    if is_submarine:
        return ("boat", "submarine", "u-boat")
    return tuple(sorted(_NOUNS - set(_UNDER_WATER)))
