"""Convert templates: `{{convert|50|m}}` is "50 metres (160 ft)" to a reader."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tasks.lexicons.load import load
from tasks.sources.wikitext.parsing.nodes import Place
from tasks.sources.wikitext.templates.call import Call
from tasks.sources.wikitext.templates.number_templates import fraction_words

Plain = Callable[[Place], str]
_NUMBER = re.compile(
    r"(?P<sign>[-−]?)(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{0,15})(?P<part>\.[0-9]{1,9})?"
    r"(?:(?P<plus>\+)?(?<![,.])(?P<above>[0-9]{1,3})/(?P<below>[0-9]{1,3}))?"
)
_RANGES = {
    "-": "–", "–": "–", "to": " to ", "and": " and ", "or": " or ", "to(-)": " to ", "x": " by ",
    "by": " by ", "×": " × ", "+/-": " ± ", "±": " ± ", "&": " and ", "xx": " × ", "and(-)": " and ",
    "to about": " to about ",
}  # fmt: skip
_INCHES = 12
_BIAS = 0.4  # rounds to fewer rather than to more digits: "33 ft (10 m)", but "75 kg (165 lb)"
_YES = {"on", "yes", "y", "1"}


class Unit(NamedTuple):
    """A unit: its names, what it measures, and what it is converted into (codes parted by blanks)."""

    singular: str
    plural: str
    symbol: str
    quantity: str
    factor: float
    default: str


class Amount(NamedTuple):
    """A number as it is shown, its value, and how many places after the point are meant."""

    shown: str
    value: float
    places: int


def unit_of(code: str) -> Unit | None:
    """Return the unit with this code, or None."""
    return _units().get(code) or _units().get(code.casefold())


@cache
def _units() -> Mapping[str, Unit]:
    found: dict[str, Unit] = {}
    for entry in load("units"):
        names = (entry["singular"], entry["plural"], entry["symbol"], entry["quantity"])
        unit = Unit(*names, float(entry["factor"]), entry["default"])
        for code in (entry["unit"], *entry["aliases"].split(";")):
            if code:
                found.setdefault(code, unit)
    return found


def _amount(word: str) -> Amount | None:
    """Return the amount that a word is: "1,450", "33.5", "1+1/4", "3/4"; None if it is none."""
    match = _NUMBER.fullmatch(word.strip())
    if not match or not (match["whole"] or match["part"] or match["above"]):
        return None
    whole = match["whole"].replace(",", "")
    value = float(f"{whole or '0'}{match['part'] or ''}")
    shown = f"{int(whole):,}" if whole else "0" if match["part"] else ""
    shown += match["part"] or ""
    places = len(match["part"] or ".") - 1
    if match["above"]:
        if not int(match["below"]) or bool(match["plus"]) != bool(whole):
            return None
        value += int(match["above"]) / int(match["below"])
        shown = fraction_words(shown, match["above"], match["below"])
        places = 2
    elif not places:
        places = len(whole.rstrip("0")) - len(whole) if whole.strip("0") else 0
    sign = -1 if match["sign"] else 1
    return Amount(("−" if sign < 0 else "") + shown, sign * value, places)


def _convert(call: Call, plain: Plain) -> str:
    """Show amounts with their unit and, in brackets, converted; words as they are if not understood."""
    words = [plain(place) for place in call.positional()]
    amounts, joins, rest = _leading_amounts(words)
    unit = unit_of(rest[0]) if rest else None
    if not amounts or unit is None:
        return " ".join(word for word in words[:2] if word)
    options = {name: plain(one.value) for name, one in call.arguments.items() if one.is_named}
    second = _amount(rest[1]) if len(rest) > 2 else None
    smaller = unit_of(rest[2]) if second is not None else None
    if second is not None and smaller is not None:
        return _two_units(amounts[0], unit, second, smaller, rest[3:], options)
    shown = _joined([one.shown for one in amounts], joins)
    display = options.get("disp", "")
    if display == "number":
        return shown
    shown += _unit_words(unit, amounts[-1], options)
    targets = _targets(rest[1] if len(rest) > 1 else "", unit)
    if not targets or display == "preunit":
        return shown
    exact = _precision(rest[1:])
    parts = [_converted(amounts, joins, unit, target, exact, options) for target in targets]
    return f"{shown} or {parts[0]}" if display == "or" else f"{shown} ({'; '.join(parts)})"


def _leading_amounts(words: Sequence[str]) -> tuple[list[Amount], list[str], list[str]]:
    """Return the amounts, the words of ranges between them, and what follows."""
    amounts: list[Amount] = []
    joins: list[str] = []
    position = 0
    while position < len(words):
        amount = _amount(words[position])
        if amount is None:
            break
        amounts.append(amount)
        position += 1
        if position >= len(words) or words[position] not in _RANGES:
            break
        joins.append(_RANGES[words[position]])
        position += 1
    if not amounts and words:
        first, dash, last = words[0].partition("–" if "–" in words[0] else "-")
        pair = _amount(first), _amount(last)
        if dash and pair[0] and pair[1]:
            return [pair[0], pair[1]], ["–"], list(words[1:])
    return amounts, joins, list(words[position:])


def _joined(shown: Sequence[str], joins: Sequence[str]) -> str:
    text = shown[0]
    for join, one in zip(joins, shown[1:], strict=False):
        text += join + one
    return text


def _targets(codes: str, unit: Unit) -> list[Unit]:
    """Return the units to convert into: those that are named, or else the unit's own."""
    for text in (codes, unit.default):
        found = [unit_of(code) for code in ([text] if unit_of(text) else text.split())]
        fitting = [one for one in found if one is not None and one.quantity == unit.quantity]
        if fitting and len(fitting) == len(found):
            return fitting
    return []


def _precision(words: Sequence[str]) -> int | None:
    """Return the places after the point that the template asks for, or None."""
    for word in words[:2]:
        if re.fullmatch(r"-?[0-9]", word):
            return int(word)
    return None


def _unit_words(unit: Unit, amount: Amount, options: Mapping[str, str]) -> str:
    is_short = options.get("abbr") in _YES | {"in"} or unit.quantity == "temperature"
    if is_short:
        return f" {unit.symbol}"
    if options.get("adj") in _YES | {"mid", "pre"} or options.get("sing") in _YES:
        return f"-{unit.singular}"
    return f" {unit.singular if amount.value == 1 else unit.plural}"


def _converted(
    amounts: Sequence[Amount], joins: Sequence[str], unit: Unit, target: Unit, exact: int | None,
    options: Mapping[str, str],
) -> str:  # fmt: skip
    digits = int(options["sigfig"]) if re.fullmatch(r"[1-9]", options.get("sigfig", "")) else None
    numbers = [_number_in(one, unit, target, exact, digits) for one in amounts]
    name = target.plural if options.get("abbr") == "off" else target.symbol
    return f"{_joined(numbers, joins)} {name}"


def _number_in(amount: Amount, unit: Unit, target: Unit, exact: int | None, digits: int | None) -> str:
    """Return the amount in the other unit: as exact as it is given, but with at least two digits."""
    if unit.quantity == "temperature":
        is_celsius = target.symbol == "°F"
        return f"{round(amount.value * 9 / 5 + 32 if is_celsius else (amount.value - 32) * 5 / 9)}"
    factor = unit.factor / target.factor
    result = amount.value * factor
    if not result:
        return "0"
    magnitude = math.floor(math.log10(abs(result)))
    if exact is not None:
        places = exact
    elif digits is not None:
        places = digits - 1 - magnitude
    else:
        places = max(math.floor(amount.places - math.log10(factor) + _BIAS), 1 - magnitude)
    return f"{round(result, places):,.{max(0, places)}f}"


def _two_units(
    amount: Amount, unit: Unit, second: Amount, smaller: Unit, rest: Sequence[str], options: Mapping[str, str]
) -> str:
    """Show "5 ft 10 in (1.78 m)"."""
    if options.get("abbr") in _YES | {"in"}:
        shown = f"{amount.shown} {unit.symbol} {second.shown} {smaller.symbol}"
    else:
        names = (
            unit.singular if amount.value == 1 else unit.plural,
            smaller.singular if second.value == 1 else smaller.plural,
        )
        shown = f"{amount.shown} {names[0]} {second.shown} {names[1]}"
    target = (unit_of(rest[0]) if rest else None) or unit_of("m" if unit.quantity == "length" else "kg")
    exact = _precision(rest)
    if target is None or target.quantity != unit.quantity:
        return shown
    result = (amount.value * unit.factor + second.value * smaller.factor) / target.factor
    return f"{shown} ({result:,.{2 if exact is None else max(0, exact)}f} {target.symbol})"


def _height(call: Call, plain: Plain) -> str:
    """Show `{{height|m=1.78}}` and `{{height|ft=5|in=10}}` in both ways."""
    found = {name: _amount(plain(one.value)) for name, one in call.arguments.items()}
    values = {name: one for name, one in found.items() if one is not None}
    if "ft" in values:
        inches = values.get("in", Amount("0", 0, 0))
        metres = (values["ft"].value * _INCHES + inches.value) * 0.0254
        return f"{values['ft'].shown} ft {inches.shown} in ({metres:.2f} m)"
    given = values.get("m") or values.get("cm")
    if given is None:
        return ""
    name = "m" if "m" in values else "cm"
    inches_in_all = round(given.value * (1 if name == "m" else 0.01) / 0.0254)
    return f"{given.shown} {name} ({inches_in_all // _INCHES} ft {inches_in_all % _INCHES} in)"


UNIT_TREATMENTS: Mapping[str, Callable[[Call, Plain], str]] = {"convert": _convert, "height": _height}
