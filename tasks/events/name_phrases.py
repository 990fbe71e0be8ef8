"""Where the words of an event's name end: what an attack was on, no half number or name, whole clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tasks.dates.relative import WEEKDAYS
from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.document import Token

# Before what a noun was of, on, in or by: "shelling by Norland troops in Osk".
_COMPLEMENTS = words("of_event")
_PLAIN = _COMPLEMENTS - {"with"}
_NO_PHRASE = (words("name_stop") - _COMPLEMENTS - words("determiner_of_name")) | {"according", "due"}
_DETERMINERS = words("determiner_of_name") - {"and"}
_NO_OBJECT = words("no_object_of_event")  # "in retaliation", "in which", "on the same day"
_TIMES = frozenset(month.lower() for month in (*MONTH_NAMES, *WEEKDAYS))
_PHRASES, _WORDS = 2, 6  # phrases behind a noun, words of one
_GLUE = frozenset("-–/")
_BRACKET = 8  # tokens
_MAIN_CLAUSE = 13  # tokens
_SUBJECT = 10  # tokens
_OPENS = words("opens_event_clause")
_BORDERS = frozenset((";", ":", ".", "(", ")", "\n"))
_RELATIVES = frozenset(("that", "which", "who", "when"))
_LEADING = _DETERMINERS | {"and", "but", "then", "also", "when", "as"}
_MAY_END = _COMPLEMENTS - {"of"}
_NO_LAST = frozenset(
    ("and", "loyal", "close", "linked", "allied", "belonging", "prior")
)  # "forces loyal | to"
_ARTICLES = _DETERMINERS - {"several", "another", "two", "three"}
_ALONG = frozenset(("along", "across", "over", "around", "through", "off", "behind", "under", "from", "all"))
_SEPARATES = frozenset((";", ":", "."))


def with_complements(tokens: Sequence[Token], last: int, goes_on: Callable[[Token], bool]) -> int:
    """Return the last token of a noun with the phrases behind it: "shelling by Norland troops in Osk".

    A phrase that would be cut short is left out, and so is one that says when.
    """
    for _ in range(_PHRASES):
        end = _phrase(tokens, last + 1, goes_on, _COMPLEMENTS if tokens[last].lower == "war" else _PLAIN)
        if end is None:
            return last
        last = end
    return last


def _phrase(
    tokens: Sequence[Token], at: int, goes_on: Callable[[Token], bool], complements: frozenset[str]
) -> int | None:
    """Return the last token of a preposition's phrase, None where none begins there or it says when."""
    if at + 1 >= len(tokens) or tokens[at].lower not in complements or not goes_on(tokens[at]):
        return None
    i = at + 1
    while i < len(tokens) and i - at <= _WORDS and _is_of_phrase(tokens, i, goes_on):
        is_new = i > at + 1 and tokens[i].lower in _ARTICLES and tokens[i - 1].lower not in _ALONG
        if is_new:
            break  # another phrase
        if tokens[i].lower in _TIMES or tokens[i].lower in _NO_OBJECT or _is_year(tokens[i]):
            return None
        i += 1
    last = i - 1
    while last > at and (tokens[last].lower in _DETERMINERS or tokens[last].lower in _NO_LAST):
        last -= 1
    is_cut = i - at > _WORDS and i < len(tokens) and _is_of_phrase(tokens, i, goes_on)
    is_date = i < len(tokens) and not goes_on(tokens[i]) and tokens[i].kind == "number"
    return None if last == at or is_cut or (is_date and i == at + 1) else last


def _is_of_phrase(tokens: Sequence[Token], i: int, goes_on: Callable[[Token], bool]) -> bool:
    token = tokens[i]
    if token.lower == "and":  # "Norland Special Forces and Free Osk Army"
        return tokens[i - 1].text[:1].isupper() and i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()
    if is_glued(tokens, i):
        return True
    return goes_on(token) and token.lower not in _NO_PHRASE | _COMPLEMENTS and not is_verb(token)


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 4


def is_glued(tokens: Sequence[Token], i: int) -> bool:
    """Whether a dash or a stroke joins the tokens around it to one word or one number: "29–35"."""
    if not 0 < i < len(tokens) - 1 or tokens[i].text not in _GLUE:
        return False
    return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def before_glue(tokens: Sequence[Token], start: int) -> int:
    """Return where the word or number begins that a dash joins to that at `start`, or a bracket explains."""
    if start > 1 and is_glued(tokens, start - 1):
        return start - 2
    if start > 2 and tokens[start - 1].lower == "and" and tokens[start - 3].lower == "between":
        return start - 3 if tokens[start].kind == "number" else start  # "between 35 and 70 men"
    if start > 1 and tokens[start - 1].text == ")":
        opened = (i for i in range(start - 2, max(0, start - 2 - _BRACKET), -1) if tokens[i].text == "(")
        return next(opened, start)
    return start


def main_clause(
    tokens: Sequence[Token], first: int, begin: int, is_date: Callable[[Token], bool]
) -> tuple[int, int] | None:
    """Return first and last token of the clause that a participle behind a comma goes with.

    "On 14 July, a man drove a lorry into a crowd, | killing 86 people": who did what is its name.

    Args:
        tokens: those of the sentence.
        first: the participle's.
        begin: where the event's words begin.
        is_date: whether a token is one of the event's date, which is no part of its name.
    """
    comma = first - 1
    while comma > begin and tokens[comma].lower in ("thereby", "thus", "reportedly"):
        comma -= 1
    if comma <= begin or tokens[comma].text != ",":
        return None
    start = max([begin, *(i + 1 for i in range(begin, comma) if tokens[i].text in _SEPARATES)])
    end = comma - 1
    for at in (i for i in range(start, comma + 1) if tokens[i].text in (",", "(")):
        end = at - 1
        if tokens[at].text == "(" or any(is_verb(t) for t in tokens[start:at]):
            break
        start = at + 1
    start = max([start, *(i + 1 for i in range(start, min(start + _WORDS, end)) if is_date(tokens[i]))])
    verbs = [i for i in range(start, end + 1) if is_verb(tokens[i])]
    if not verbs or verbs[0] == start:
        return None
    if end - start >= _MAIN_CLAUSE:
        cuts = [i - 1 for i in range(verbs[0] + 2, start + _MAIN_CLAUSE) if tokens[i].lower in _MAY_END]
        if not cuts:
            return None
        end = cuts[-1]
    while end > verbs[0] and tokens[end].lower in _COMPLEMENTS:
        end -= 1
    while start < verbs[0] and tokens[start].lower in _DETERMINERS:
        start += 1
    return (start, end) if start < verbs[0] else None


def before_verb(tokens: Sequence[Token], start: int, begin: int, is_date: Callable[[Token], bool]) -> int:
    """Return where the subject of a clause stands that begins with its verb: "Kern, still ..., | beat X"."""
    first, commas = start, 0
    allowed = 2 if start and tokens[start - 1].text == "," else 0  # those of an aside
    while first > begin and start - first <= _SUBJECT:
        before = tokens[first - 1]
        commas += before.text == ","
        if before.text in _BORDERS or before.lower in _RELATIVES or commas > allowed:
            break
        if is_date(before) and any(t.text[:1].isupper() and not is_date(t) for t in tokens[first:start]):
            break
        first -= 1
    if start - first > _SUBJECT:
        return start
    while first < start and (tokens[first].lower in _LEADING or tokens[first].text == ","):
        first += 1
    inside = tokens[first:start]
    is_subject = bool(inside) and inside[0].lower not in _OPENS and not is_verb(inside[0])
    return first if is_subject and inside[0].kind in ("word", "number") else start


def whole_name(tokens: Sequence[Token], start: int, begin: int) -> int:
    """Return where a name begins that a clause was cut in: "Sergeant Holm of 3rd | Battalion was killed"."""
    at = start
    while at > begin and start - at < _SUBJECT:
        glued = before_glue(tokens, at)
        if begin <= glued < at:
            at = glued
            continue
        word = tokens[at - 1]
        is_of_name = word.text[:1].isupper() or (word.lower == "of" and at - 2 >= begin)
        is_of_name |= word.lower == "the" and at - 3 >= begin and tokens[at - 2].lower == "of"
        is_of_name |= word.text[:1].isdigit() and not word.text.isdigit()  # "3rd"
        if not (is_of_name and tokens[at].text[:1].isalnum()) or word.kind not in ("word", "number"):
            break
        at -= 1
    is_part = tokens[at].lower == "of" or not (
        tokens[start].text[:1].isupper() or tokens[start].text[:1].isdigit()
    )
    return start if is_part else at
