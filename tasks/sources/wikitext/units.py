"""Convert templates: `{{convert|50|m}}` is "50 metres (160 ft)" to a reader."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tasks.lexicons.load import load
from tasks.sources.wikitext.call import Call
from tasks.sources.wikitext.nodes import Place

Plain = Callable[[Place], str]
_NUMBER = re.compile(
    r"[-−]?[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?|[-−]?[0-9]{1,15}(?:\.[0-9]{1,9})?|\.[0-9]{1,9}"
)
_RANGES = {
    "-": "–", "–": "–", "to": " to ", "and": " and ", "or": " or ", "to(-)": " to ", "x": " by ",
    "by": " by ", "×": " × ", "+/-": " ± ", "±": " ± ", "&": " and ", "xx": " × ", "and(-)": " and ",
    "to about": " to about ",
}  # fmt: skip
_INCHES = 12


class Unit(NamedTuple):
    """A unit: its names, what it measures, and what it is converted into."""

    code: str
    singular: str
    plural: str
    symbol: str
    quantity: str
    factor: float
    default: str


def unit_of(code: str) -> Unit | None:
    """Return the unit with this code, or None."""
    return _units().get(code) or _units().get(code.casefold())


@cache
def _units() -> Mapping[str, Unit]:
    found: dict[str, Unit] = {}
    for entry in load("units"):
        unit = Unit(
            entry["unit"], entry["singular"], entry["plural"], entry["symbol"], entry["quantity"],
            float(entry["factor"]), entry["default"],
        )  # fmt: skip
        for code in (entry["unit"], *entry["aliases"].split(";")):
            if code:
                found.setdefault(code, unit)
    return found


def _convert(call: Call, plain: Plain) -> str:
    """Show numbers with their unit and, in brackets, converted; words as they are if not understood."""
    words = [plain(place) for place in call.positional()]
    numbers, joins, rest = _leading_numbers(words)
    unit = unit_of(rest[0]) if rest else None
    if not numbers or unit is None:
        return " ".join(word for word in words[: len(numbers) + 1] if word)
    if len(rest) >= 3 and _NUMBER.fullmatch(rest[1]) and unit_of(rest[2]):
        return _feet_and_inches(numbers[0], rest)
    options = {name: plain(one.value) for name, one in call.arguments.items() if one.is_named}
    shown = _joined(numbers, joins) + _unit_words(unit, numbers[-1], options)
    if options.get("disp") in {"number", "unit"}:
        return _joined(numbers, joins) if options["disp"] == "number" else unit.plural
    target = unit_of(rest[1]) if len(rest) > 1 and rest[1] else unit_of(unit.default)
    if target is None or target.quantity != unit.quantity or options.get("disp") == "preunit":
        return shown
    converted = _joined([_converted(number, unit, target) for number in numbers], joins)
    converted += f" {target.symbol}"
    return f"{shown} or {converted}" if options.get("disp") == "or" else f"{shown} ({converted})"


def _leading_numbers(words: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Return the numbers, the words of ranges between them, and what follows."""
    numbers: list[str] = []
    joins: list[str] = []
    position = 0
    while position < len(words) and _NUMBER.fullmatch(words[position]):
        numbers.append(words[position])
        position += 1
        if position < len(words) and words[position] in _RANGES:
            joins.append(_RANGES[words[position]])
            position += 1
        else:
            break
    if not numbers and words:
        parts = re.fullmatch(r"([0-9.,]+)\s*([-–])\s*([0-9.,]+)", words[0])
        if parts and _NUMBER.fullmatch(parts.group(1)) and _NUMBER.fullmatch(parts.group(3)):
            return [parts.group(1), parts.group(3)], ["–"], list(words[1:])
    return numbers, joins, list(words[position:])


def _joined(numbers: Sequence[str], joins: Sequence[str]) -> str:
    text = _grouped(numbers[0])
    for join, number in zip(joins, numbers[1:], strict=False):
        text += join + _grouped(number)
    return text


def _grouped(number: str) -> str:
    """Return a number with commas between thousands."""
    whole, point, part = number.replace(",", "").partition(".")
    sign, digits = ("−", whole[1:]) if whole[:1] in "-−" and whole else ("", whole)
    return f"{sign}{int(digits):,}{point}{part}" if digits.isdigit() else number


def _unit_words(unit: Unit, number: str, options: Mapping[str, str]) -> str:
    if options.get("adj") in {"on", "mid", "pre", "1"}:
        return f" {unit.symbol}" if options.get("abbr") in {"on", "yes"} else f"-{unit.singular}"
    is_short = options.get("abbr") in {"on", "in", "yes", "y"} or unit.quantity == "temperature"
    if is_short:
        return f" {unit.symbol}"
    return f" {unit.singular if number in {'1', '-1'} else unit.plural}"


def _converted(number: str, unit: Unit, target: Unit) -> str:
    """Return the number in the other unit, as exact as the number is, but at least two digits."""
    value = float(number.replace(",", "").replace("−", "-"))
    if unit.quantity == "temperature":
        result = value * 9 / 5 + 32 if target.symbol == "°F" else (value - 32) * 5 / 9
        return f"{round(result)}"
    result = value * unit.factor / target.factor
    if not result:
        return "0"
    digits = number.replace(",", "").lstrip("-−")
    decimals = len(digits.partition(".")[2])
    significant = digits.replace(".", "").lstrip("0")
    if not decimals:
        significant = significant.rstrip("0")
        decimals = -(len(digits) - len(digits.rstrip("0")))
    places = decimals - math.floor(math.log10(target.factor and unit.factor / target.factor) + 0.5)
    least = 1 - math.floor(math.log10(abs(result)))  # two digits
    places = max(places, least)
    rounded = round(result, places)
    return f"{rounded:.{max(0, places)}f}"


def _feet_and_inches(feet: str, rest: Sequence[str]) -> str:
    first, second, inches = unit_of(rest[0]), unit_of(rest[2]), rest[1]
    if first is None or second is None:
        return f"{feet} {rest[0]}"
    metres = float(feet.replace(",", "")) * first.factor + float(inches.replace(",", "")) * second.factor
    shown = f"{_grouped(feet)} {first.plural} {inches} {second.plural}"
    target = unit_of(rest[3]) if len(rest) > 3 else unit_of("m" if first.quantity == "length" else "kg")
    return f"{shown} ({metres / target.factor:.2f} {target.symbol})" if target else shown


def _height(call: Call, plain: Plain) -> str:
    """Show `{{height|m=1.78}}` and `{{height|ft=5|in=10}}` in both ways."""
    words = {name: plain(one.value) for name, one in call.arguments.items()}
    values = {name: value for name, value in words.items() if _NUMBER.fullmatch(value)}
    if "ft" in values:
        inches = float(values["ft"]) * _INCHES + float(values.get("in", "0"))
        return f"{values['ft']} ft {values.get('in', '0')} in ({inches * 0.0254:.2f} m)"
    metres = float(values["m"]) if "m" in values else float(values.get("cm", "0")) / 100
    if not metres:
        return ""
    inches = round(metres / 0.0254)
    metric = f"{values['m']} m" if "m" in values else f"{values['cm']} cm"
    return f"{metric} ({inches // _INCHES} ft {inches % _INCHES} in)"


UNIT_TREATMENTS: Mapping[str, Callable[[Call, Plain], str]] = {"convert": _convert, "height": _height}
