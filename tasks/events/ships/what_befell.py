"""What the article on a ship is about: her loss, else what befell her, else what she did, and who tells it.

Her launching, her commissioning and her voyages are told before it and are not it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from tasks.events.sections import headings_of, is_list
from tasks.events.ships.ship_fate import fate_day, is_peaceful, violent_fate
from tasks.events.ships.titled_ship import TitledShip, titled_ship
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX, LEAD
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered
from tasks.model.span import Span
from tasks.model.value import value

Kind = Literal["lost", "hit", "did"]
_GONE = (
    rf"(?:{one_of(words('done_to_ship'))}|blown up|(?:driven|run) (?:ashore|aground)"
    r"|lost(?! (?:sight|contact|touch|her|its|track|power)))"
)
_STRUCK = (
    rf"(?:{one_of(words('struck_ship'))}|fired (?:up)?on|depth charged|set (?:ablaze|afire|alight|on fire))"
)
_BE = (
    r"(?:(?:was|were|been|being|is|are|got|may have been|is (?:believed|thought|presumed) to have been"
    r"|had to be)"
    r"(?: (?:\w+ly|then|also|later|again|itself|herself|in turn|apparently))*(?: \w+ (?:and|or))? )"
)
_ENDED = (
    r"(?:(?:had |then |soon |later |quickly |slowly |\w+ly )*"
    r"(?:sank|foundered|capsized|blew up|exploded|went down|broke (?:up|in (?:two|half))|vanished"
    r"|disappeared|went missing"
    r"|(?:struck|hit|ran (?:on|in)to) (?:a|an|the) (?:[\w-]+ )?mine\b|failed to (?:return|arrive)"
    r"|(?:did not|never|had not) (?:return|arrive)(?:ed)?|was never (?:heard|seen)"
    r"|was last (?:heard|seen)|was (?:declared |presumed |reported )+(?:overdue|missing|lost)))"
)
_WENT_DOWN = r"(?:sank|sunk|foundered|capsized|blew up|exploded|went down|broke (?:up|in (?:two|half)))"
_IS_SHIP = r"was (?:an?|the|one of)"
_SET_OUT = r"(?:sailed|left|departed|set out|put to sea)"
_SUFFERED = (
    r"(?:(?:came|went|comes) under (?:[\w-]+ ){0,3}?(?:attack|fire|bombardment)|took (?:[\w-]+ ){0,3}?hits?\b"
    r"|(?:became|was|fell) (?:the |a )?victim)"
)
_SANK = rf"(?:{one_of(words('sinks_ship'))})"
_DID = rf"(?:{one_of(words('known_for'))}|shot down|opened fire (?:up)?on|depth charged)"
_HURT = (
    rf"(?:{one_of(words('strikes_ship'))}|collid(?:ed|ing) with|crash(?:ed|ing) into"
    r"|fir(?:ed|ing) (?:[\w-]+ ){0,9}?(?:at|on|upon|into))"
)
_ANOTHER = re.compile(r" (?:the|an?|two|three|four|several|\d|[A-Z])")
_ENDS = (
    r"(?=[.,;:)]| (?:and|with|in|on|at|off|by|after|before|as|when|for|from|while|to|into|just|again|without"
    r"|because|despite|amidships|twice|near|over|under)\b)"
)
_HEADED = 3  # points of what lead or heading tell
_WEAKER = 2  # points by which a telling may be weaker than the surest
_DEAD = late_pattern(r"\b(?:killed|killing|died|dead|lives|wounded|casualties|lost)\b")


@value(frozen=True, slots=True)
class Telling:
    """A sentence that tells what became of the ship.

    Attributes:
        weight: how well it does so.
        begin, at: where its words for that begin and end.
        whom: where she stands as who is sunk or hit, -1 where she is the subject.
        is_doubted: it only says that it may have been so, or that it was not.
    """

    kind: Kind
    sentence: Sentence
    weight: int
    begin: int
    at: int
    whom: int
    is_doubted: bool


@remembered
def tellings(document: Document) -> tuple[Telling, ...]:
    """Return the sentences that tell what the article on a ship is about, the surest first.

    Her loss comes before what befell her, and that before what she did, which count where the lead or a
    heading tell of them, or somebody was killed.  None for an article on something else.
    """
    ship = titled_ship(document)
    if ship is None:
        return ()
    peaceful = is_peaceful(document)
    lost, hit, did = _patterns(ship)
    found: list[Telling] = []
    for sentence in document.sentences:
        heading = document.heading_of(sentence)
        if heading == INFOBOX:
            continue
        for kind, pattern in zip(_ORDER, (lost, hit, did), strict=True):
            at = _tells(document, sentence, pattern)
            if at is None:
                continue
            one = _weighed(document, sentence, kind, ship, at)
            if one is not None and not (peaceful and kind == "lost" and not is_violent(document, one)):
                found.append(one)
            break
    if violent_fate(document) is not None:  # whom she fought before is no event of hers
        found = [t for t in found if t.kind != "did"]
    is_lost = any(t.kind == "lost" for t in found)
    found = [
        t
        for t in found
        if is_lost or t.kind != "hit" or t.weight >= _HEADED or _is_deadly(document, t.sentence)
    ]
    return tuple(sorted(found, key=lambda t: (_ORDER.index(t.kind), -t.weight, t.sentence.index)))


_ORDER: tuple[Kind, ...] = ("lost", "hit", "did")


def is_violent(document: Document, one: Telling) -> bool:
    """Whether a sentence says that somebody or something of war sank her, and not a storm or a leak."""
    return _BY_VIOLENCE.search(document.text, one.sentence.span.start, one.sentence.span.end) is not None


_USED = one_of(words("weapon_at_sea") - {"fire", "hit"})
_BY_VIOLENCE = late_pattern(rf"\b(?:torpedoed|mined|rammed|air ?strike|enemy|battle|{_USED})\b")


@lru_cache(maxsize=256)
def _patterns(ship: TitledShip) -> tuple[re.Pattern[str], ...]:
    """Return what says that she was lost, that she was hit, and that she did something herself."""
    she, named = ship.called(), ship.named()
    behind = (
        r"(?:,? (?:along|together) with [^,.;]{1,60},?|,[^,.;]{1,60},"
        r"|(?:,? and|,) (?-i:[A-Z]|(?:two|three|four|several|her|other) )[\w'’. -]{1,40}"
        r"|,? on [\w ]{4,20},?)?"
    )
    subject = rf"\b(?:{named}(?: herself| itself)?|{she}){behind} (?:(?:had|has|have) )?"
    the = rf"(?P<whom>{named}\b(?![’']s)|the (?:{'|'.join(ship.nouns)})\b"
    lost = (
        rf"{subject}(?:{_BE}{_GONE}\b|{_ENDED})"
        rf"|{subject}(?P<struck>{_BE}{_STRUCK}\b)[^.;]{{0,90}}? and (?:\w+ly )?(?:was )?{_WENT_DOWN}\b"
        rf"|{subject}{_SET_OUT} [^.;]{{0,120}}? and (?:{_BE}{_GONE}\b|{_ENDED})"
        rf"|\b{named} (?:\([^()]*\) )?{_IS_SHIP} [^.;]{{0,240}}?,? (?:and|but) (?:was |then )*{_GONE}\b"
        rf"|\b{_SANK} (?:and (?:sank|sunk|sinking) )?{the}|her\b{_ENDS})"
        rf"|\b(?:loss|sinking|destruction|disappearance) of {named}"
    )
    them = rf"\b(?:they|both (?:{'|'.join(ship.nouns)})s)"
    hit = rf"(?:{subject}|{them} )(?:{_BE}{_STRUCK}\b|{_SUFFERED})|\b{_HURT} {the}|her\b)"
    did = rf"{subject}(?:(?:then|also|later|\w+ly) )?{_DID} (?=(?:the|an?|two|three|four|\d|(?-i:[A-Z]))\b)"
    return tuple(re.compile(p, re.IGNORECASE) for p in (lost, hit, did))


def _the(ship: TitledShip) -> str:
    """Return the pattern of what she is called as an object: "the submarine"."""
    return rf"the (?:{'|'.join(ship.nouns)})\b"


def _tells(document: Document, sentence: Sentence, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return what in a sentence says it of the ship; none where she sank another."""
    for found in pattern.finditer(document.text, sentence.span.start, sentence.span.end):
        after = document.text[found.end() : found.end() + 6]
        is_deed = found.group().casefold().endswith("sank") and not found.groupdict().get("whom")
        if not (is_deed and _ANOTHER.match(after)):
            return found
    return None


def _weighed(
    document: Document, sentence: Sentence, kind: Kind, ship: TitledShip, match: re.Match[str]
) -> Telling | None:
    """Return a telling with what speaks for it, None where nothing says that the article is about it."""
    above = headings_of(document, sentence)
    is_lead = above[0] == LEAD
    if not is_lead and is_list(above[0]):
        return None
    is_under = _is_under(document, sentence, kind)
    is_named = ship.short.casefold() in match.group().casefold()
    text = sentence.span.of(document.text)
    weight = 4 * is_under + 3 * is_lead + is_named + any(map(str.isdigit, text))
    weight -= 3 * (_DECLARED.search(match.group()) is not None)
    if kind == "did" and not (is_lead or is_under):
        return None
    doubt = _DOUBT.search(document.text, max(sentence.span.start, match.start() - _DOUBT_REACH), match.end())
    is_before = _BEFORE.search(document.text, sentence.span.start, match.start()) is not None
    weight -= 4 * (doubt is not None or is_before)
    whom = match.start("whom") if "whom" in match.re.groupindex else -1
    at = match.end("struck") if match.groupdict().get("struck") else match.end()
    return Telling(kind, sentence, weight, match.start(), at, whom, doubt is not None or is_before)


def _is_under(document: Document, sentence: Sentence, kind: Kind) -> bool:
    """Whether a sentence stands under a heading that names what a telling of a kind tells."""
    above = headings_of(document, sentence)
    return above[0] != LEAD and any(_HEADINGS[kind].search(h) for h in above)


def is_headed(document: Document, one: Telling) -> bool:
    """Whether a section's heading says that it is about what a sentence tells."""
    return _is_under(document, one.sentence, one.kind)


_HEADINGS = {
    kind: late_pattern(rf"\b(?:{one_of(words(heading))})\b", re.IGNORECASE)
    for kind, heading in (("lost", "loss_heading"), ("hit", "struck_heading"), ("did", "deed_heading"))
}
_BEFORE = late_pattern(r"\b(?:before|until|till) (?:being )?\Z", re.IGNORECASE)
_DOUBT_REACH = 60  # code points before the words that tell it
_DOUBT = late_pattern(rf"\b(?:(?:may|might|could) have|{one_of(words('doubts_loss'))})\b")
_DECLARED = re.compile(r"\b(?:declared|presumed|reported|overdue|believed|thought)\b")


def _is_deadly(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence or the next one of its paragraph tells of dead or wounded."""
    near = document.sentences[sentence.index : sentence.index + 2]
    return any(
        s.paragraph == sentence.paragraph and _DEAD.search(document.text, s.span.start, s.span.end)
        for s in near
    )


@remembered
def own_tellings(document: Document) -> tuple[Telling, ...]:
    """Return those that tell best what the article is about, without those that doubt it, in text order.

    What befell a ship in the paragraph that tells of her loss is how she was lost.
    """
    every = tellings(document)
    if not every:
        return ()
    first = every[0]
    near = [t for t in every if t.kind == first.kind and t.weight >= first.weight - _WEAKER]
    if first.kind == "lost":
        inside = {
            t.sentence.paragraph for t in near if document.heading_of(t.sentence) != LEAD or len(near) == 1
        }
        day = fate_day(document)
        near += [
            t
            for t in every
            if t.kind == "hit"
            and (t.sentence.paragraph in inside or (day and day in t.sentence.span.of(document.text)))
        ]
    return tuple(sorted([t for t in near if not t.is_doubted], key=lambda t: t.sentence.index))


@remembered
def told(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences that tell best of the ship's own event, without those that doubt it."""
    return tuple(dict.fromkeys([t.sentence for t in own_tellings(document)]))


def struck(document: Document, name: Span, end: int) -> bool:
    """Whether a ship's name is the subject of having been hit or lost: "Gull had her stern blown off"."""
    return _STRUCK_TOO.match(document.text, name.end, end) is not None


_STRUCK_TOO = late_pattern(
    rf"(?:(?:,? and|,) (?:[a-z]+ )?[A-Z][\w'’. -]{{1,40}})*,? (?:also |both )?(?:(?:had|has) )?"
    rf"(?:{_BE}(?:{_GONE}|{_STRUCK})\b|{_ENDED}|{_SUFFERED}"
    r"|had (?:her|its) [\w ]+ (?:blown|shot|torn)|(?:suffered|received|sustained) )"
)
