"""Which pages of a dump are looked for: those with an infobox of events."""

from __future__ import annotations

import re
from functools import cache

from tasks.bzip2.scan import OPEN
from tasks.lexicons.load import load

_BLANK = rb"[\s_]"
EVERY_PAGE = re.compile(re.escape(OPEN))


@cache
def infobox_pattern() -> re.Pattern[bytes]:
    """Return what stands in a page with one of the infoboxes of `infobox_templates.csv`.

    It finds the call of the template in markup as XML escapes it, and in plain markup as well.
    """
    names = sorted(
        {entry["name"] for entry in load("infobox_templates")}, key=lambda name: (-len(name), name)
    )
    shared = "infobox "
    # The words behind "infobox" as one group: the pattern gives up early on the infoboxes of other things.
    of_boxes = _one_of([name.removeprefix(shared) for name in names if name.startswith(shared)])
    others = _one_of([name for name in names if not name.startswith(shared)])
    box = rb"infobox%b+(?:%b)" % (_BLANK, of_boxes)
    name = rb"(?:%b|%b)" % (box, others) if others else box
    # A call goes on with an argument, its end or a comment.
    return re.compile(
        rb"\{\{%b*(?:template%b*:%b*)?%b%b*(?:\||\}\}|&lt;!--|<!--)" % (_BLANK, _BLANK, _BLANK, name, _BLANK),
        re.IGNORECASE,
    )


def _one_of(names: list[str]) -> bytes:
    patterns = (rb"%b+" % _BLANK).join
    return b"|".join(patterns(re.escape(word.encode()) for word in name.split()) for name in names)
