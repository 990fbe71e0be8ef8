"""Names that describe: "the Observatory", a leader's "regime", bare "rebels", where one actor fits them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import context, heads

_BEHIND_HEAD = frozenset(("of", "for", "in", "on"))
_STEMS = ("rebel", "insurgent", "militant", "separatist", "guerrilla")
_GROUPS = ("armed_group", "party", "organisation", "unknown")
_FORCES = ("army", "military", "navy", "police")
_MEN = frozenset(("rebels", "insurgents", "militants", "guerrillas", "fighters", "cadres", "group"))
_FIGHTERS = ("fighters", "forces", "troops", "soldiers")
_PRESIDENTIAL = frozenset(("KOR", "NGA", "PHL", "TWN", "USA"))  # whose governments are called administrations
_GOVERNMENT = frozenset(("government", "regime", "administration"))


def regimes(entries: Entries) -> Iterator[Join]:
    """A leader's "regime" is the government of the one state whose government the article speaks of."""
    governments = [
        e
        for e in entries.values()
        if e.country and e.kind == "government" and e.words[-1].lower() in _GOVERNMENT
    ]
    of_countries = {e.country.name for e in governments if e.country}
    governments = [e for e in governments if e.words[-1].lower() == "government"] or governments
    if len(of_countries) != 1:
        return
    for entry in entries.values():
        if (
            entry.is_collective
            and entry.country is None
            and len(entry.words) > 1
            and entry.kind == "government"
        ):
            owner = entries.get(fold(" ".join(entry.words[:-1])))
            country = governments[0].country
            if entry.words[-1].lower() == "administration" and country and country.iso3 not in _PRESIDENTIAL:
                continue  # another state's
            if entry.words[-1].lower() in _GOVERNMENT and owner is not None and owner.kind == "person":
                yield governments[0].key, entry.key, "regime"


def juntas(entries: Entries) -> Iterator[Join]:
    """Bare "the junta" is the one that has more words: "the military junta", "the junta government"."""
    named = [
        key for key, e in entries.items() if e.is_collective and key != "junta" and "junta" in key.split()
    ]
    if "junta" in entries and len(named) == 1:
        yield named[0], "junta", "definite"


def factions(entries: Entries) -> Iterator[Join]:
    """A group's name with whose faction is meant behind it: "X Liberation Front Quist Faction"."""
    for key, entry in entries.items():
        if key.endswith(" faction") and entry.kind in _GROUPS:
            words = key.split()
            for size in range(len(words) - 2, 1, -1):
                whole = entries.get(" ".join(words[:size]))
                if whole is not None and whole.kind in _GROUPS:
                    yield whole.key, key, "faction"
                    break


def leaning(entries: Entries) -> Iterator[Join]:
    """Rebels on the side of one state: "pro-Norland separatists", "the Norland-backed separatists"."""
    seen: dict[tuple[str, str], str] = {}
    for entry in entries.values():
        if not entry.is_collective or entry.kind != "armed_group" or len(entry.words) < 2:
            continue
        side = next((s for w in entry.words if (s := _side(w))), None)
        stem = next((s for w in entry.words if (s := w.lower().rstrip("s")) in _STEMS), None)
        if side is not None and stem is not None:
            first = seen.setdefault((side, stem), entry.key)
            if first != entry.key:
                yield first, entry.key, "leaning"


def _side(word: str) -> str | None:
    """Return the state that a word says somebody is for: "pro-X", "X-backed", "X"."""
    table = countries()
    name = word[4:] if word.lower().startswith("pro-") else word.removesuffix("-backed")
    country = table.adjectives.get(name) or table.names.get(name)
    return None if country is None else country.name


def bare_forces(entries: Entries, home: str | None) -> Iterator[Join]:
    """Bare "the army" is the one army that the article names with a country: "the Norland army".

    Not that of another country than `home`, the ISO code of the one where the event was, where that is known.
    """
    for noun in _FORCES:
        bare = entries.get(noun)
        if bare is None or not bare.is_collective:
            continue
        forces = (e for e in entries.values() if e.kind == "military" and e.country is not None)
        named = [e for e in forces if e.key.endswith(f" {noun}") or _is_of_state(e, noun)]
        if home is not None:
            named = [e for e in named if e.country is not None and e.country.iso3 == home]
        if len({e.country.name for e in named if e.country}) == 1:
            yield min(named, key=lambda e: (len(e.words), e.first)).key, bare.key, "definite"


def _is_of_state(entry: Entry, noun: str) -> bool:
    """Say whether a force is a state's by "of": "Army of the Republic of Norland"."""
    return entry.key.startswith((f"{noun} of ", f"national {noun} of ", f"royal {noun} of "))


def heads_alone(entries: Entries) -> Iterator[Join]:
    """A head noun with a capital alone ("the Observatory") is the one body with that head."""
    shorts = [(e.words[0].lower(), e.key) for e in entries.values() if len(e.words) == 1]
    shorts = [(head, key) for head, key in shorts if head in heads()]
    if not shorts:
        return
    bodies: dict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        if len(entry.words) > 1 and not entry.is_collective and entry.kind not in ("person", "state"):
            bodies[_head(entry)].append(entry.key)
    for head, key in shorts:
        fits = bodies.get(head, ())
        if len(fits) == 1:
            yield fits[0], key, "head_alone"


def _head(entry: Entry) -> str:
    """Return the last word of a body's name, or the last before "of", in lower case."""
    words = [w.lower() for w in entry.words]
    cut = next((i for i, w in enumerate(words) if w in _BEHIND_HEAD and i), len(words))
    return words[cut - 1]


def rebels(entries: Entries) -> Iterator[Join]:
    """Bare "rebels" are the one group of rebels that the article names with a country or a cause.

    Without such a group, or with two, "rebel fighters" and "rebel forces" are the bare "rebels".
    """
    groups = [e for e in entries.values() if e.is_collective and e.kind == "armed_group"]
    for stem in _STEMS:
        named = [
            e for e in groups if e.country is not None and any(w.lower().rstrip("s") == stem for w in e.words)
        ]
        bare = (f"{stem}s", stem, *(f"{stem} {noun}" for noun in _FIGHTERS))
        names = [e for key in bare if (e := entries.get(key)) and e.is_collective and e.country is None]
        for entry in names[len(named) != 1 :]:
            yield (named if len(named) == 1 else names)[0].key, entry.key, "definite"


def _wing(entry: Entry) -> str:
    return entry.name[:-1].rpartition("(")[2]


def wings(entries: Entries) -> Iterator[Join]:
    """The one group whose name ends with "(Maoist)" is meant by "Maoists" and "Maoist rebels"."""
    groups = [e for e in entries.values() if e.name.endswith(")") and _wing(e) in context("wings")]
    if len({_wing(e) for e in groups}) != 1 or len(groups) > 2:
        return
    wing = _wing(groups[0])
    for entry in entries.values():
        is_plural = entry.words == (f"{wing}s",)
        if is_plural or (len(entry.words) == 2 and entry.words[0] == wing and entry.words[1] in _MEN):
            yield groups[0].key, entry.key, "wing"
