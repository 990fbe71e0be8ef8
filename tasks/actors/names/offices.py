"""Offices and ranks beside a person's name: before it, with what they are of, or behind it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import (
    context,
    heads,
    name_words,
    titles,
    titles_by_first_word,
    titles_by_last_word,
)
from tasks.actors.names.capitalised import OPENERS
from tasks.actors.names.name_run import Run
from tasks.actors.names.positions import end_of_apposition
from tasks.actors.names.segments import LONGEST_TITLE, title_at
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.lexicons.construction_words import words as construction_words
from tasks.model.document import Token
from tasks.model.span import Span

_ROLE_ENDS = context("role_ends")
BEFORE_ROLE = frozenset((",", "("))  # what stands between a name and the office behind it
_ROLE_AFTER = frozenset(("a", "an", "the", "then", "its", "their", "former", "deputy", "senior"))


_NO_APPOSITION = frozenset(("after", "under", "over", "later", "together", "rather", "for", "or"))
_QUALIFIERS = context("qualifiers")
_MEDIA = context("media_nouns")
_DESCRIBES = frozenset(  # behind the noun of a role
    ("known", "born", "accused", "suspected", "believed", "convicted", "wanted", "whose", "then", "aged")
)
_NO_MODIFIER = (
    construction_words("function_word")
    | construction_words("complement_preposition")
    | construction_words("in_preposition")
    | construction_words("clause_end")
    | construction_words("irregular_past")
    | {"also", "not", "or", "his", "her", "but", "so"}
)
_MOST_MODIFIERS = 2  # words of "a human rights activist" between the first and the last


def title_span(title: Run | None, tokens: Sequence[Token], first: int) -> Span | None:
    """Return the title before a name, within the run or in small words, with the words that qualify it."""
    start = None
    at = first
    if title is not None:
        start = title.words[0].start
        at = title.words[0].token
    found = _small_title(tokens, at)
    if found is None:
        if start is None:
            return None
    else:
        at = found
        start = tokens[at].start
    wide = _qualifiers(tokens, at)
    before = wide - 1
    while before >= 0 and tokens[before].lower in ("the", "a", "an"):
        before -= 1
    if before < 0 or tokens[before].lower not in {"of", "for", "in", "to", "and"}:
        at = wide  # else: the end of another name ("of the Support Mission Gen. X")
    return Span(tokens[at].start, tokens[first].start - 1) if tokens[at].start < tokens[first].start else None


def is_mediums(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether "official" before a name says whose a newspaper or an agency is: "the official X daily"."""
    if not first or tokens[first - 1].lower != "official" or last + 1 >= len(tokens):
        return False
    return tokens[last + 1].lower in _MEDIA or tokens[last + 1].lower in ("news", "press")


def _small_title(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the title in small letters begins that ends right before token `at`."""
    longest = titles_by_last_word().get(tokens[at - 1].lower, 0) if at else 0
    for length in range(min(LONGEST_TITLE, longest, at), 0, -1):
        words = [t.lower for t in tokens[at - length : at]]
        if words[0] in {"the", "a", "an", "of", "and"}:
            continue
        is_common = length == 1 and words[0] in ("count", "private", "general", "major", "st.", "fellow")
        if " ".join(words) in titles() and not is_common and not tokens[at - length].text.isupper():
            return at - length
    is_noun = at and IS_PERSON_NOUN[tokens[at - 1].text] and tokens[at - 1].lower not in OPENERS  # "After"
    return at - 1 if is_noun else None


def _qualifiers(tokens: Sequence[Token], at: int) -> int:
    """Return where the words begin that qualify a title ("Foreign Ministry" spokesman)."""
    while at:
        token = tokens[at - 1]
        small = token.lower
        is_name = token.text[0].isupper() and (small not in OPENERS or token.text in countries().adjectives)
        is_name = is_name and name_words().get(small) != "date"
        if token.kind != "word" or not (is_name or small in _QUALIFIERS):
            return at
        at -= 1
    return at


def role_after(tokens: Sequence[Token], last: int) -> Span | None:
    """Return the apposition behind a name that says what the person is: ", a spokesman for the groups"."""
    at = last + 1
    if at >= len(tokens) or tokens[at].text not in BEFORE_ROLE:
        return None
    start = at + 1
    if start < len(tokens) and (tokens[start].lower in _NO_APPOSITION or _is_whereabouts(tokens, last)):
        return None
    closes = ")" if tokens[at].text == "(" else ","
    index, modifiers = start, 0
    while index < len(tokens) and index - start < 6:
        lower = tokens[index].lower
        for length in _roles_at(tokens, index):
            if _ends_role(tokens, index + length):
                return _apposition(tokens, start, index + length, closes)
            break
        plain = lower in _ROLE_AFTER or lower.endswith(
            ("an", "al", "ish", "ese", "ior", "i", "ry", "ce", "or", "er", "n's")
        )
        if tokens[index].kind != "word":
            return None
        if not (plain or tokens[index].text[0].isupper()):
            modifiers += 1
            if modifiers > _MOST_MODIFIERS or lower in _NO_MODIFIER or lower.endswith(("ed", "ing")):
                return None
        index += 1
    return None


def _is_whereabouts(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a sentence only begins with where it was: "In Osk, the minister, Ada Quist, said"."""
    first = last
    while first > 1 and tokens[first - 1].text[:1].isupper():
        first -= 1
    return first == 1 and tokens[0].text in ("In", "At", "From", "Near")


def _ends_role(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the noun of a role ends here: at a mark, a preposition, "living in", "known for"."""
    if at >= len(tokens) or tokens[at].kind == "punct":
        return True
    lower = tokens[at].lower
    return lower in _ROLE_ENDS or lower in _DESCRIBES or (lower.endswith("ing") and len(lower) > 5)


def _roles_at(tokens: Sequence[Token], index: int) -> list[int]:
    """Return how many words are a title, or one noun for a person, at a token, the longest first."""
    longest = titles_by_first_word().get(tokens[index].lower)
    text = tokens[index].text
    if longest is None:  # mostly
        if text[0].isupper() and "-" not in text:
            return []  # "Sorrel, Tanner and Vell": names, whatever they end in
        noun = text.rpartition("-")[2] if "-" in text else text  # "a prison-reformer"
        return [1] if noun and (IS_PERSON_NOUN[noun] or (noun != text and noun in titles())) else []
    found = [
        length
        for length in range(min(LONGEST_TITLE, longest, len(tokens) - index), 0, -1)
        if " ".join(t.lower for t in tokens[index : index + length]) in titles()
    ]
    return found or [1] * (IS_PERSON_NOUN[text] and not text[0].isupper())


def role_before(tokens: Sequence[Token], title: Span | None, first: int, size: int) -> Span | None:
    """Return the office that stands before a name with what it is of: "head of the relief agency, X Y"."""
    at = first
    while title is not None and at and tokens[at - 1].start >= title.start:
        at -= 1
    end = at
    if at and tokens[at - 1].text == ",":
        end = at = at - 1
    elif title is not None and at and _qualifies(tokens[at - 1]):
        return None  # "an aide to Norland | President X Y": whose aide it is
    if (size < 2 and title is None) or (at and not _is_nominal(tokens[at - 1])):
        return None
    complement = False
    while at and end - at < 14:
        token = tokens[at - 1]
        lower = token.lower
        if complement and _ends_title(tokens, at):
            start = _small_title(tokens, at)
            if start is None:
                return None
            start = _qualifiers(tokens, start)
            return Span(tokens[start].start, tokens[end - 1].end)
        if token.kind != "word" or not (
            token.text[0].isupper() or lower in {"of", "for", "the", "and", "to", "in"} or lower in heads()
        ):
            return None
        complement = lower in ("of", "for", "to")
        at -= 1
    return None


def _qualifies(token: Token) -> bool:
    return token.text in countries().adjectives or token.text.endswith(("'s", "’s"))


def _is_nominal(token: Token) -> bool:
    return token.kind == "word" and (token.text[0].isupper() or token.lower in heads())


def _ends_title(tokens: Sequence[Token], end: int) -> bool:
    longest = titles_by_last_word().get(tokens[end - 1].lower, 0) if end else 0
    return any(
        " ".join(t.lower for t in tokens[end - n : end]) in titles()
        for n in range(1, min(LONGEST_TITLE, longest, end) + 1)
    )


def _apposition(tokens: Sequence[Token], start: int, role: int, closes: str) -> Span | None:
    """Return the apposition's words up to its comma or bracket, or up to its role's end if none is near."""
    while tokens[start].lower in {"the", "a", "an", "then", "also", "currently"} and start + 1 < len(tokens):
        start += 1
    if tokens[start].lower in ("who", "whose", "whom", "which"):
        return None  # "X, whose husband was buried": no office
    for end in range(start, min(len(tokens), start + 20)):
        if tokens[end].text in (closes, ",", ";", ".", "(", ")", ":") or tokens[end].kind == "quote":
            if end == start:
                return None
            return Span(tokens[start].start, tokens[end_of_apposition(tokens, role, end) - 1].end)
    return Span(tokens[start].start, tokens[role - 1].end)


def shorter_titles(titled: str, name_words: int) -> list[str]:
    """Return a name with its title and with what is left of the title behind its first words.

    "X elder Haji Y Z" is also "elder Haji Y Z" and "Haji Y Z": each title in it begins a form.

    Args:
        titled: title and name.
        name_words: how many words the name has.
    """
    found, words = [titled], titled.split(" ")
    at = 0
    while at < len(words) - name_words:
        length = title_at([w.lower() for w in words], at)
        if length and at:
            found.append(" ".join(words[at:]))
        at += max(1, length)
    return found
