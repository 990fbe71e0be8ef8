"""Templates that write the names of ships and their classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tasks.sources.wikitext.parsing.nodes import Place
from tasks.sources.wikitext.templates.call import Call

Plain = Callable[[Place], str]


def shown_ship(call: Call, plain: Plain) -> tuple[str, str]:
    """Show `{{HMS|Azalea|K25|6}}` as "HMS Azalea", with the page that it leads to: "HMS Azalea (K25)".

    `{{ship|French cruiser|Jean Bart}}` likewise.  The last number says which parts are shown: 1 the number of
    the hull, 2 the name, 3 name and number, 5 prefix and number, 6 prefix and name; all of them without it. A
    type of ship ("Japanese aircraft carrier") serves the link alone where only the name is asked for.
    """
    parts = [plain(place) for place in call.positional()]
    prefix = call.argument
    if not prefix:
        prefix, parts = (parts[0] if parts else ""), parts[1:]
    name, hull, form = ([*parts, "", "", ""])[:3]
    page = f"{prefix} {name} ({hull})" if hull else f"{prefix} {name}"
    shown = {
        "1": hull or name,
        "2": name,
        "3": f"{name} ({hull})" if hull else name,
        "5": f"{prefix} {hull or name}",
        "6": f"{prefix} {name}",
    }.get(form)
    return " ".join((page if shown is None else shown).split()), " ".join(page.split())


def _ship_class(call: Call, plain: Plain) -> str:
    """Show `{{sclass|Halcyon|minesweeper}}` as "Halcyon-class minesweeper", with 0 as "Halcyon class"."""
    parts = [plain(place) for place in call.positional()]
    name, kind, form = ([*parts, "", "", ""])[:3]
    if name and form == "0":
        return f"{name} class"
    if kind and call.name in {"sclass s", "sclasss"}:
        kind += "s"
    return f"{name}-class {kind}".strip() if name else kind


SHIP_TREATMENTS: Mapping[str, Callable[[Call, Plain], str]] = {"ship_class": _ship_class}
