"""What was done about an attack: "Norland launched a counter-terrorism operation" is no part of it.

Nor is it who hits back ("the army returned fire", "the army shelled back"), nor anything that a sentence
tells which opens with its aftermath: "In the wake of the bombing, ...".

Asked only of articles whose title is that of an attack: an operation of that kind may have its own article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tasks.events.found import Found
from tasks.events.sections import opening
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import nouns
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor

_OF_ATTACK = late_pattern(rf"\b(?:{deed('attack')}|bombs?)\b", re.IGNORECASE)
_DOES_OR_SUFFERS = ("perpetrator", "target", "victim")
_RESPONSE = late_pattern(
    r"(?: (?:troops|forces|soldiers|police))?"
    r"(?: (?:then|also|later|has|had|soon|subsequently|immediately)){0,3}"
    r" (?:launched|conducted|carried out|began|started|mounted|undertook|ordered|announced)"
    r"(?: (?!on\b|against\b)[\w'’-]+){0,4}? (?:counter|anti)-?(?:terror|insurg|militan)"
)
_HITS_BACK = late_pattern(
    r"(?: (?:troops|forces|soldiers|police|positions|guards))?(?: (?:then|also|later|soon|immediately))?"
    r" (?:returned (?:the )?fire|(?:shelled|fired|shot|struck|hit|bombed|fought|bombarded) back)\b"
)
_AFTERMATH = late_pattern(
    r"In (?:the )?(?:(?:(?:immediate|direct) )?(?:wake|aftermath) of"
    r"|(?:(?:direct|apparent|immediate) )?(?:response|retaliation|reaction|reprisal|revenge) (?:to|for))"
    rf" (?:the|this|these|that) (?:[\w-]+ )?(?P<noun>{deed('attack')}|incidents?)"
    r"(?:[, ](?:(?:in|on|at|of|against) (?P<where>[^,]{1,60}),)?)",
    re.IGNORECASE,
)
_ANY_ATTACK = (
    "attack",
    "incident",
    "killing",
    "atrocit",
    "assault",
)  # nouns that say little of how it was done
_AT_ONCE = late_pattern(
    rf"\b(?:{deed('once')}|bombs?)\b", re.IGNORECASE
)  # over on its day, unlike a massacre
_DAYS_LATER = late_pattern(
    r"(?:In|Over|During) the (?:(?:following|next|subsequent) (?:few |two |three )?(?:days|weeks|months)"
    r"|(?:days|weeks|months) (?:that followed|after|following))\b"
)


def without_responses(found: Sequence[Found], document: Document) -> list[Found]:
    """Return the findings without who only answered an attack, and whom."""
    if not found or not _OF_ATTACK.search(document.article.title):
        return list(found)
    kept = [f for f in found if f.role != "perpetrator" or not _answers(document, f.span.end)]
    return [f for f in kept if not tells_aftermath(document, document.index_at(f.span.start))]


def _answers(document: Document, end: int) -> bool:
    """Whether words behind a name tell of an operation against terrorism, or of who hits back."""
    return any(pattern.match(document.text, end) for pattern in (_RESPONSE, _HITS_BACK))


def tells_aftermath(document: Document, index: int) -> bool:
    """Return whether a sentence opens with the aftermath: "In the wake of the incident, X arrested Y".

    So does "In the following days, X raided Y" of an attack that was over at once. Not the first sentence,
    which says what the event was: it may be the answer itself.
    """
    sentence = document.sentences[index]
    if sentence in opening(document)[:1]:
        return False
    after = _AFTERMATH.match(document.text, sentence.span.start)
    if after is not None:
        return _is_own(document, sentence, after)
    is_later = _DAYS_LATER.match(document.text, sentence.span.start) is not None
    return is_later and _AT_ONCE.search(document.article.title) is not None


def without_answered(
    document: Document, parties: Sequence[EventActor], own_date: DateExpression | None
) -> tuple[EventActor, ...]:
    """Return the parties without those whom only the aftermath of the attack names, whatever rule found them.

    Where the sentence has the event's own date, the event is the answer: "In response to the ambush, the army
    killed forty villagers on 3 May".
    """
    if not parties or not _OF_ATTACK.search(document.article.title):
        return tuple(parties)
    dated = -1 if own_date is None else document.index_at(own_date.span.start)
    return tuple([party for party in parties if not _is_of_answer(document, party, dated)])


def _is_of_answer(document: Document, party: EventActor, dated: int) -> bool:
    """Whether what a party does or suffers is only told of what came after; `dated`: the day's sentence."""
    at = document.index_at(party.span.start)
    if party.role not in _DOES_OR_SUFFERS or at < 0:
        return False
    if tells_aftermath(document, at):
        return at != dated or _names_own(document, at)
    sentence = document.sentences[at]
    if at == dated or sentence in opening(document)[:1]:
        return False
    if party.role == "perpetrator":
        return _answers(document, party.span.end)
    operation = _RESPONSE.search(document.text, sentence.span.start, party.span.start)
    return operation is not None  # "launched a counter-terrorism operation against X"


def _names_own(document: Document, index: int) -> bool:
    """Whether the noun of an aftermath is one of the title's."""
    after = _AFTERMATH.match(document.text, document.sentences[index].span.start)
    return after is not None and _stem(after["noun"]) in document.article.title.lower()


def _is_own(document: Document, sentence: Sentence, after: re.Match[str]) -> bool:
    """Whether the attack that a sentence tells the aftermath of is the article's own.

    It is by the title's noun, by one that says as little as "attack" or by one of the same means; not if it
    is said to have been where no sentence before has been: "the attack on the embassy".
    """
    before, title = document.text[: sentence.span.start], document.article.title.lower()
    where = re.findall(r"\w{4,}", after["where"] or "")
    if where and not any(word in before for word in where):
        return False
    noun, titled = _stem(after["noun"]), [match.group().lower() for match in _OF_ATTACK.finditer(title)]
    if noun in title or any(one.startswith(_ANY_ATTACK) for one in (noun, *titled)):
        return True
    if _means().get(after["noun"].lower()) in {_means().get(one) for one in titled}:
        return True
    return any(noun in one.span.of(document.text).lower() for one in opening(document)[:1])


def _stem(noun: str) -> str:
    """Return what the forms of a noun have in common."""
    return noun.lower().removesuffix("s").removesuffix("ie").removesuffix("y")


@cache
def _means() -> dict[str, str]:
    return {form: noun.means for noun in nouns() for form in noun.forms}
