"""How a word is written, as far as that says what it may be in a name."""

from __future__ import annotations

from tasks.actors.known.name_words import context
from tasks.actors.names.written import is_capitalised
from tasks.lexicons.once import OncePerWord

_OPENERS = context("openers")
_LONGEST_SHORT = 5  # letters


def _is_plain(text: str) -> bool:
    return text.islower() and text.isalpha()  # nearly all words


def _is_name_word(text: str) -> bool:
    return not _is_plain(text) and is_capitalised(text)


def _may_open(text: str) -> bool:
    return not _is_plain(text) and (text[0].isdigit() or "-" in text or "‑" in text or is_capitalised(text))


def _is_led(text: str) -> bool:
    return text[-3:].lower() == "led" and text[-4:-3] in ("-", "‑")


def _is_small_in_capitals(text: str) -> bool:
    return 1 < len(text) < _LONGEST_SHORT and text.isupper() and text.lower() in _OPENERS


CAPITALISED = OncePerWord(_is_name_word)  # what looks like (a part of) a name
OPENING = OncePerWord(_may_open)  # that and what else a name may begin with
LED = OncePerWord(_is_led)  # "Norland-led"
SMALL_IN_CAPITALS = OncePerWord(_is_small_in_capitals)  # "IS", which may be a short name
