"""Which countries lie around a point, by the towns of the gazetteer near it.

There is no map of borders here: towns of at least 15,000 people stand for their countries.  That tells a
point in England from one in America, not one side of a frontier from the other.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
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
    latitudes, towns = _towns()
    reach = _REACH / _KM_A_DEGREE
    shrunk = max(0.01, math.cos(math.radians(latitude)))
    found: dict[str, float] = {}
    first, last = bisect_left(latitudes, latitude - reach), bisect_left(latitudes, latitude + reach)
    for place in range(first, last):
        east, code = towns[place]
        across = abs(east - longitude)
        across = min(across, 360 - across) * shrunk
        if across <= reach:
            km = _KM_A_DEGREE * math.hypot(across, latitudes[place] - latitude)
            if km <= min(_REACH, found.get(code, _REACH)):
                found[code] = km
    return found


@cache
def _towns() -> tuple[list[float], list[tuple[float, str]]]:
    """Return the latitudes of all towns, sorted, and their longitudes with the codes of their countries."""
    data = towns_file()
    lines = lines_of(listed("points", data, _points))
    towns = sorted(
        (float(north), float(east), code)
        for north, east, code in (line.decode("ascii").split(" ") for line in lines)
    )
    return [town[0] for town in towns], [(town[1], town[2]) for town in towns]


def _points() -> bytes:
    """Return a line for each town: latitude, longitude, country."""
    return b"\n".join(b" ".join(found.groups()) for found in _TOWN.finditer(towns_file()))
