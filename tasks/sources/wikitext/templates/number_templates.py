"""Templates that write numbers and single words: fractions, ordinals, "[sic]"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from tasks.sources.wikitext.parsing.nodes import Place
from tasks.sources.wikitext.templates.call import Call

Plain = Callable[[Place], str]
_FRACTIONS = {unicodedata.normalize("NFKC", char).replace("⁄", "/"): char for char in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}


def fraction_words(whole: str, above: str, below: str) -> str:
    """Return a number with a fraction as a reader sees it: "3½", "3 5/16"."""
    sign = _FRACTIONS.get(f"{above}/{below}")
    return f"{whole}{sign}" if sign else f"{whole} {above}/{below}".strip()


def _fraction(call: Call, plain: Plain) -> str:
    """Show `{{frac|1|2}}` as "½" and `{{frac|3|5|16}}` as "3 5/16"."""
    parts = [plain(place) for place in call.positional()]
    if not parts:
        return ""
    if len(parts) == 1:
        return f"1/{parts[0]}"
    whole, (above, below) = (parts[0] if len(parts) > 2 else ""), parts[-2:]
    return fraction_words(whole, above, below)


def _number(call: Call, plain: Plain) -> str:
    """Show `{{val|1234|u=km}}` as "1,234 km"."""
    place = call.place("1")
    number = "" if place is None else plain(place)
    if re.fullmatch(r"[0-9]{4,18}", number):
        number = f"{int(number):,}"
    unit = call.place("u", "ul", "upl")
    return f"{number} {plain(unit)}" if unit else number


def _ordinal(call: Call, plain: Plain) -> str:
    """Show `{{ordinal|22}}` as "22nd"."""
    place = call.place("1")
    number = "" if place is None else plain(place)
    if not re.fullmatch(r"[0-9]{1,9}", number):
        return number
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return number + ("th" if re.search(r"1[1-3]$", number) else ending)


def _sic(call: Call, plain: Plain) -> str:
    """Show `{{sic|recieve|d}}` as "recieved [sic]", and the mark alone without words."""
    words = "".join(plain(place) for place in call.positional())
    mark = "" if call.has("hide") else "[sic]"
    return " ".join(part for part in (words, mark) if part)


def _nihongo(call: Call, plain: Plain) -> str:
    """Show `{{nihongo|Name|kanji|romaji}}` as "Name (kanji, romaji)"."""
    parts = [plain(place) for place in call.positional()]
    name, rest = (parts[0] if parts else ""), [part for part in parts[1:3] if part]
    return f"{name} ({', '.join(rest)})".strip() if rest else name


NUMBER_TREATMENTS: Mapping[str, Callable[[Call, Plain], str]] = {
    "fraction": _fraction,
    "number": _number,
    "ordinal": _ordinal,
    "sic": _sic,
    "nihongo": _nihongo,
}
