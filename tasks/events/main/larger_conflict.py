"""The larger conflict or operation that an article's event belongs to, in the words of its lead.

"As part of the 2011 invasion of Karvel", "a battle of the Coastal War", "during the Coastal War": the words
behind say which, where they name one; a campaign without a name ("part of a wider campaign") is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.sections import opening
from tasks.lexicons.cell_words import cell_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.document import Document, Sentence, Token
from tasks.model.span import Span

_CONFLICTS = cell_words("larger_conflict")
_NAMED_ALONE = cell_words("conflict_name")  # "the Troubles"
_INSIDE = cell_words("conflict_inside")
_SKIPPED = frozenset(("the", "a", "an", "ongoing", "wider", "broader", "larger", "then", "so-called", "'s"))
_TIMES = cell_words("conflict_times")
_DAYS = words("date_word") | frozenset(month.lower() for month in MONTH_NAMES)
_LINKS = frozenset(("of", "in", "on", "against", "the", "for", "between"))
_PARTS = frozenset(("part", "course", "context"))
_WHILE = frozenset(("during", "amid", "amidst"))
_BATTLES = frozenset(
    ("battle", "battles", "engagement", "engagements", "action", "skirmish", "phase", "stage")
)
_LIVED = cell_words("conflict_lived")
_LEAD = 4  # sentences that say what the event is part of
_FIRST = 3  # sentences in which "during" tells of the event itself
_RUN = 16  # tokens of a name


def larger_conflict(document: Document) -> Span | None:
    """Return the words that name the conflict or operation of which the event is part, None without any."""
    lead = (opening(document) or document.prose)[:_LEAD]
    for index, sentence in enumerate(lead):
        for is_told, count in ((_PARTS, _LEAD), (_BATTLES, _FIRST), (_WHILE, _FIRST)):
            for at in sentence.places(is_told) if index < count else ():
                named = _named(sentence, at)
                if named is not None and not _is_title(document, named):
                    return named
    return None


def _named(sentence: Sentence, at: int) -> Span | None:
    tokens, lower = sentence.tokens, sentence.lower
    if not _LIVED.isdisjoint(lower[:at]):
        return None
    first = at + 1
    if lower[at] not in _WHILE:
        if lower[first : first + 1] not in (("of",), ("in",)) or tokens[at].text[:1].isupper():
            return None  # "the Battle of" begins a name
        first += 1
    first = _behind_times(lower, first)
    last = _last(tokens, lower, first)
    if last is None:
        return None
    return Span(tokens[first].start, tokens[last].end)


def _behind_times(lower: Sequence[str], at: int) -> int:
    """Return where a name may begin behind "the early days of the"."""
    for i in range(at, min(at + 6, len(lower) - 1)):
        if lower[i] == "of" and all(w in _TIMES or w in _SKIPPED for w in lower[at:i]) and i > at:
            return _behind_times(lower, i + 1)
    while at < len(lower) and lower[at] in _SKIPPED:
        at += 1
    return at


def _last(tokens: Sequence[Token], lower: Sequence[str], first: int) -> int | None:
    """Return the last token of the name that begins at a token, None if it names no conflict."""
    head = last = None
    is_named = False
    for i in _run(tokens, lower, first):
        is_name = tokens[i].text[:1].isupper() or tokens[i].kind == "number"
        if lower[i] in _CONFLICTS or (lower[i] in _NAMED_ALONE and tokens[i].text[:1].isupper()):
            head, last = i, i
            is_named = is_named or lower[i] in _NAMED_ALONE
        elif head is not None and is_name:
            last = i
        elif head is not None and (lower[i] not in _LINKS or _goes_on(lower, i, is_named)):
            break
        is_named = is_named or (is_name and lower[i] not in _CONFLICTS)
    return last if head is not None and is_named else None


def _goes_on(lower: Sequence[str], link: int, is_named: bool) -> bool:
    """Whether a link leads on to the day or the sides: "the Long War | on March 4", "| between X and Y"."""
    following = lower[link + 1] if link + 1 < len(lower) else ""
    return (lower[link] == "on" and following in _DAYS) or (lower[link] == "between" and is_named)


def _run(tokens: Sequence[Token], lower: Sequence[str], first: int) -> Iterator[int]:
    """Yield the tokens that may belong to a name: to the next mark, verb or other small word."""
    for i in range(first, min(first + _RUN, len(tokens))):
        token = tokens[i]
        is_year = token.kind == "number" and len(token.text) == 4
        is_dash = token.text in ("–", "-") and i > first
        is_word = token.kind == "word" and (
            token.text[:1].isupper() or lower[i] in _CONFLICTS or lower[i] in _INSIDE or "-" in token.text
        )
        if not (is_year or is_dash or is_word):
            return
        yield i


def _is_title(document: Document, named: Span) -> bool:
    """Whether the words name the article's own event."""
    title = {w.strip("(),").lower() for w in document.article.title.split()}
    return all(w.strip("(),").lower() in title | _LINKS for w in named.of(document.text).split())
