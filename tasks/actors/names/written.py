"""Words as names write them: capitals, "al-Bahr", "3com", without a possessive ending."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import context, heads, known, titles
from tasks.actors.names.name_word import Word, word_of
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL, people_plurals
from tasks.model.document import Token

TIED = context("tied")
_OWNERS = frozenset(
    ("workers", "farmers", "students", "women", "peoples", "soldiers", "teachers", "fighters")
)
_PLURAL_OWNER = re.compile(
    r"\b(?:people|women|men|children|workers|farmers|students|king|queen|lord)['’]s?$", re.I
)
_LOWER_ARTICLE = re.compile(
    r"(?:(?:[AaEe]|(?:wa|li|bi|fi)[-'’]?)[lnstrdz]h?|[Uu][lrtz])[-‑'’][^\W\d_]"  # "al-Bahr", "wal-Bahr"
)
_DIGIT_NAME = re.compile(r"\d+[^\W\d_]{3,}$")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d|ST|ND|RD|TH)$")
_ACRONYM = re.compile(
    r"[A-ZÀ-ÖØ-ÞĞİŞŠŽČĆŁŚ][A-ZÀ-ÖØ-ÞĞİŞŠŽČĆŁŚ&-]{1,6}s?$|[A-Z](?:\.[A-Z])+\.?$|(?:[A-Z]+[a-z]?[A-Z]+){1,3}$"
)
_COMPOUND = re.compile(r"[-‑][a-z][^-‑]*$")


_OFFICES = frozenset(("cabinet", "department", "office", "secretariat"))  # of who holds one
_FATES = ("KIA", "WIA", "MIA", "POW", "DOW")  # marks of a box, glued to a commander's name
_SYLLABLES = context("name_syllables")  # "X-moon" is a name, "X-based" is none


@lru_cache(maxsize=50_000)
def is_capitalised(text: str) -> bool:
    """Say whether a word looks like (a part of) a name: "Bahr", "al-Bahr", "3com", "iPhone", "U.S."."""
    if text[0].isupper():
        compound = _COMPOUND.search(text)
        return not compound or compound.group()[1:] in _SYLLABLES or bool(_LOWER_ARTICLE.match(text))
    if text[0].isdigit():
        return bool(_DIGIT_NAME.match(text)) and not is_ordinal(text)
    if _LOWER_ARTICLE.match(text):
        if re.split("[-‑]", text)[-1] in TIED:
            return False
        return any(map(str.isupper, text[3:6]))
    return len(text) > 2 and text[1].isupper() and text[0].islower()


@lru_cache(maxsize=50_000)
def is_short_form(text: str) -> bool:
    """Say whether a word is capitals as short names are: "ABC", "ABCs", "A.B.C.", "AdBC"."""
    return _ACRONYM.match(text) is not None


@lru_cache(maxsize=50_000)
def is_ordinal(text: str) -> bool:
    """Say whether a word is a number with its ending: "5th"."""
    return _ORDINAL.match(text) is not None


def is_name_token(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the token with this index exists and looks like a part of a name."""
    return index < len(tokens) and tokens[index].kind == "word" and is_capitalised(tokens[index].text)


def word_at(tokens: Sequence[Token], position: int) -> Word:
    """Return the word of a name that a token is, without a possessive ending."""
    token = tokens[position]
    text = token.text
    if text[-1] not in "s'’":  # nearly all
        size = len(text)
        if text[-1].isupper() and size > len("KIA") + 1 and text.endswith(_FATES) and text[-4].islower():
            size -= len("KIA")
        return word_of(text[:size], token.start, token.start + size, position)
    if text[-1] != "s":
        small = text[:-1].lower()
        if len(text) < 3 or small in _OWNERS or _names_body(tokens, small, position + 1):
            return word_of(text, token.start, token.end, position)
        return word_of(text[:-1], token.start, token.end - 1, position, True)
    if len(text) > 1 and text[-2] in "'’":
        if (
            _PLURAL_OWNER.search(text)
            or fold(text) in known()
            or _is_of_office(tokens, text[:-2].lower(), position + 1)
        ):
            return word_of(text, token.start, token.end, position)
        return word_of(text[:-2], token.start, token.end - 2, position, True)
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    is_owner = (
        after is not None
        and after.text in ("'", "’")
        and after.start == token.end
        and text.lower() not in _OWNERS
        and not _names_body(tokens, text.lower(), position + 2)
    )
    return word_of(text, token.start, token.end, position, is_owner)


def _names_body(tokens: Sequence[Token], noun: str, behind: int) -> bool:
    """Say whether people in the plural stand within the name of their body: "Young Officers' Council"."""
    after = tokens[behind] if behind < len(tokens) else None
    if after is None or after.lower not in heads() or not after.text[:1].isupper():
        return False
    return IS_AGENT_PLURAL[noun] or noun in people_plurals()


def _is_of_office(tokens: Sequence[Token], title: str, behind: int) -> bool:
    """Say whether a title stands within the name of its office: "Chief Prosecutor's Office"."""
    after = tokens[behind] if behind < len(tokens) else None
    return after is not None and after.text[0].isupper() and after.lower in _OFFICES and title in titles()
