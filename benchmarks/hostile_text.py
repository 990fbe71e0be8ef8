"""Texts that are made to take long: each a shape that repeats what some rule has to look at again and again.

Nothing else is measured on them than how the work grows when they do (`benchmarks.growth`, and the
test that counts it).
"""

from __future__ import annotations

from collections.abc import Callable

Shape = Callable[[int], str]


def _page(lead: str, fields: str = "") -> str:
    return f"= 2031 Aldmoor bombing =\n\n2031 Aldmoor bombing\n{fields}\n{lead}\n"


def _sections(size: int) -> str:
    part = "\n== May {0} ==\nOn 3 May 2031 the police said that {0} people were killed by the Red Front.\n"
    return _page("A bomb killed 3.", "") + "".join(part.format(i % 2100 + 1) for i in range(size))


def _sentences(size: int) -> str:
    said = "On {1} May 2031, Ada Quist of the Front {0} said that {1} people had been killed in Aldmoor. "
    return _page("".join(said.format(i, i % 28 + 1) for i in range(size)))


def _events(size: int) -> str:
    told = "On {0} May {1}, a bomb attack by the Front {2} killed {3} people in Kut, Iraq. "
    return _page("".join(told.format(i % 28 + 1, 1900 + i % 120, i, i % 9 + 2) for i in range(size)))


def _fields(size: int) -> str:
    keys = ("Deaths", "Date", "Perpetrators", "Location", "Target")
    lines = (f"- {keys[i % 5]}: {i + 1} killed (3 May 2031) in Aldmoor, Norway" for i in range(size))
    return _page("A bomb killed 3 people in Aldmoor.", "\n".join(lines) + "\n")


def _quoted(size: int) -> str:
    said = '"We saw {0} dead," said Ada Quist. "They were “not ours”," the Red Front replied. '
    return _page("".join(said.format(i) for i in range(size)))


def _paragraphs(size: int) -> str:
    return _page(
        "\n\n".join(f"He said that the group had attacked. It denied that {i} died." for i in range(size))
    )


def _row(unit: str, end: str = ".") -> Shape:
    return lambda size: _page(unit * size + end)


# Name -> the text with so many units.
SHAPES: dict[str, Shape] = {
    "sentences": _sentences,
    "sections": _sections,
    "events": _events,
    "paragraphs of pronouns": _paragraphs,
    "infobox fields": _fields,
    "quotations": _quoted,
    "one sentence of clauses": _row("said that the Red Front killed 12 people and "),
    "one sentence of names": _row("Ada Quist of the Front for X and Y, "),
    "one sentence of dates": _row("between 1 and 3 May 2031 and "),
    "one sentence of figures": _row("12 killed and at least 30 wounded, including 5 of them, "),
    "one sentence of places": _row("in the town of Kut, Iraq and near Bab al-Hawa "),
    "titles": _row("the former Prime Minister and Foreign Minister General "),
    "open brackets": _row("( ["),
    "open quotation marks": _row("\"“'‘ "),
    "brackets in brackets": _row("(RUC) ((a) b) "),
    "open markup": _row("[[ {{ | "),
    "capitals": _row("A. B. C. "),
    "hyphens": _row("al-Bab-al-", "x said."),
    "digits": _row("1,008.5-"),
    "one long word": _row("killedthe"),
    "blanks": _row("a \u00a0 "),
    "commas": _row(", and , "),
    "full stops": _row("No. 5 . . "),
}
