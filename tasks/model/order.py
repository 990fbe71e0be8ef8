"""Where values of a text begin and end, as keys for `bisect`: many times as fast as a lambda that says it."""

from __future__ import annotations

from operator import attrgetter

START = attrgetter("start")
END = attrgetter("end")
