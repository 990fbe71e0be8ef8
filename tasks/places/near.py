"""Which countries lie around a point, by the towns of the gazetteer near it.

There is no map of borders here: towns of at least 15,000 people stand for their countries.  That tells a
point in England from one in America, not one side of a frontier from the other.
"""

from __future__ import annotations

import math
import re
from functools import cache

from tasks.lexicons.installed import lines_of
from tasks.places.gazetteer import towns_file
from tasks.places.installed_lists import listed

_TOWN = re.compile(rb'"latitude": "?(-?[\d.]+)"?, "longitude": "?(-?[\d.]+)"?, "countrycode": "([A-Z]{2})"')
_KM_A_DEGREE = 111.2
_REACH = 300.0  # km: nobody is asked beyond
_CLOSE = 100.0  # km: a point without any town so close, at sea or in a desert, tells nothing
_FAR = 200.0  # km: no town of its own within this
_TIMES = 3  # as far as the next town of another country

# Parts that have a code of their own, by the state that texts give for them.
_PARTS = {
    **dict.fromkeys(("PR", "GU", "VI", "AS", "MP"), "US"),
    **dict.fromkeys(("GI", "FK", "IM", "JE", "GG", "BM", "KY", "VG", "TC", "MS", "AI", "SH"), "GB"),
    **dict.fromkeys(("GF", "GP", "MQ", "RE", "YT", "NC", "PF", "PM", "MF", "BL", "WF"), "FR"),
    **dict.fromkeys(("AW", "CW", "SX", "BQ"), "NL"),
    **dict.fromkeys(("HK", "MO"), "CN"),
    **dict.fromkeys(("GL", "FO"), "DK"),
    **dict.fromkeys(("EH",), "MA"),
    **dict.fromkeys(("XK",), "RS"),
    **dict.fromkeys(("PS",), "IL"),
    **dict.fromkeys(("AX",), "FI"),
}


def lies_elsewhere(latitude: float, longitude: float, iso2: str) -> bool:
    """Whether a point cannot be in a country: towns of others are close, and its own far beyond them."""
    around = _around(latitude, longitude)
    if not around or min(around.values()) > _CLOSE:
        return False
    own = min((km for code, km in around.items() if _state(code) == _state(iso2)), default=math.inf)
    return own > max(_FAR, _TIMES * min(around.values()))


def country_around(latitude: float, longitude: float) -> str | None:
    """Return the alpha-2 code of the one country whose towns are close, None of none or several."""
    close = {code for code, km in _around(latitude, longitude).items() if km <= _CLOSE}
    return close.pop() if len(close) == 1 else None


def _state(code: str) -> str:
    return _PARTS.get(code, code)


def _around(latitude: float, longitude: float) -> dict[str, float]:
    """Return the countries with a town within reach, with how many km the next is away."""
    reach = _REACH / _KM_A_DEGREE
    shrunk = max(0.01, math.cos(math.radians(latitude)))
    wide = min(180.0, reach / shrunk)  # degrees of longitude within reach
    columns = range(math.floor(longitude - wide), math.floor(longitude + wide) + 1)
    towns = _towns()
    found: dict[str, float] = {}
    for row in range(math.floor(latitude - reach), math.floor(latitude + reach) + 1):
        for column in columns:
            for north, east, code in towns.get((row, _column(column)), ()):
                across = abs(east - longitude)
                across = min(across, 360 - across) * shrunk
                if across <= reach:
                    km = _KM_A_DEGREE * math.hypot(across, north - latitude)
                    if km <= min(_REACH, found.get(code, _REACH)):
                        found[code] = km
    return found


def _column(east: float) -> int:
    """Return the column of a longitude: one of 360 around the globe, a degree wide."""
    return math.floor(east) % 360


@cache
def _towns() -> dict[tuple[int, int], list[tuple[float, float, str]]]:
    """Return the towns of each square of a degree, by row and column: latitude, longitude, country."""
    data = towns_file()
    found: dict[tuple[int, int], list[tuple[float, float, str]]] = {}
    for line in lines_of(listed("points", data, _points)):
        north, east, code = line.decode("ascii").split(" ")
        town = float(north), float(east), code
        found.setdefault((math.floor(town[0]), _column(town[1])), []).append(town)
    return found


def _points() -> bytes:
    """Return a line for each town: latitude, longitude, country."""
    return b"\n".join(b" ".join(found.groups()) for found in _TOWN.finditer(towns_file()))
