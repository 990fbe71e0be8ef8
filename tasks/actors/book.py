"""The actors of an article: entries joined, each with its fullest name, aliases, country and whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tasks.actors.bodies.coalitions import one_coalition
from tasks.actors.bodies.fleet_numbers import fleet_numbers
from tasks.actors.bodies.numbered_units import numbered_units
from tasks.actors.bodies.origins import origin_of
from tasks.actors.bodies.renamed_ships import renamed_ships
from tasks.actors.bodies.ship_signs import MERCHANT, SHIP
from tasks.actors.bodies.warships import country_of_ship, one_ship
from tasks.actors.corrections import Correction
from tasks.actors.joins import aliases, described, equated_beside, initials, variants
from tasks.actors.joins.homes import SENT_TO, office_country, with_employers
from tasks.actors.joins.quoted_names import equated_names
from tasks.actors.joins.shorter_names import persons
from tasks.actors.joins.state_forces import governments_forces, one_force, usual_names
from tasks.actors.joins.state_media import state_media
from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.armed_groups import two_groups
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold, without_article
from tasks.actors.known.merging import Join, Merges
from tasks.actors.names.positions import is_of_another
from tasks.model.actor import Actor, ActorKind, Mention, MentionKind

_LONGEST_OFFICE = 24  # words of an office that are looked at
_SPECIFIC: tuple[ActorKind, ...] = (
    "person", "state", "government", "military", "party", "media", "monitor", "international",
    "armed_group", "organisation", "civilians", "unknown",
)  # fmt: skip


def join(text: str, entries: Entries, corrections: Sequence[Correction], home: str | None = None) -> Merges:
    """Return which entries are one actor, with the reason of every join.

    `home` is the ISO code of the country of the article's event, where known.
    """
    said_names = [*equated_names(text, entries), *renamed_ships(text, entries)]
    said = [(a, b) for a, b, _ in said_names]
    said += [(fold(c.name), fold(c.other)) for c in corrections if c.action == "merge"]
    apart = [(fold(c.name), fold(c.other)) for c in corrections if c.action == "split"]
    merges = Merges(entries, [*apart, *two_groups(list(entries), frozenset(said))])
    for line in corrections:
        if line.action == "merge":
            merges.join(fold(line.name), fold(line.other), "correction")
    explained = frozenset(key for a, b, _ in said_names for key in (a, b))
    rules: Iterable[Iterable[Join]] = (
        said_names,
        equated_beside.pages(entries),
        aliases.states(entries),
        aliases.world(entries),
        aliases.same_body(entries),
        aliases.spellings(entries),
        aliases.nouns_behind(entries),
        aliases.short_forms(entries),
        variants.variants(entries),
        aliases.arabic_articles(entries),
        numbered_units(entries),
        fleet_numbers(entries),
        one_force(entries),
        governments_forces(entries),
        aliases.units(entries),
        initials.acronyms(entries, explained),
        initials.acronym_tails(entries, explained),
        described.regimes(entries),
        one_coalition(entries),
        one_ship(entries),
        described.leaning(entries),
        described.rebels(entries),
        described.factions(entries),
        described.juntas(entries),
        described.bare_forces(entries, home),
        described.wings(entries),
        state_media(entries),
        described.heads_alone(entries),
        persons(entries),
    )
    for rule in rules:
        for a, b, reason in rule:
            merges.join(a, b, reason)
    return merges


def actors(
    entries: Entries, merges: Merges, corrections: Sequence[Correction], home: str | None
) -> dict[str, Actor]:
    """Return the actors by the root key of their entries, in order of first mention.

    Args:
        entries: by folded name.
        merges: which of them are one.
        corrections: those of this article.
        home: iso3 of the country of the article's event, where known: others' forces are external ones.
    """
    renamed = {fold(c.name): c.other for c in corrections if c.action == "rename"}
    kinds = {fold(c.name): c.other for c in corrections if c.action == "kind"}
    apart = frozenset(fold(c.other) for c in corrections if c.action == "split")
    groups = {root: [entries[k] for k in keys] for root, keys in merges.actors().items()}
    references = frozenset(key for key in entries if merges.reason(key) == "head_alone")
    people = frozenset(k for k, e in entries.items() if e.kind == "person")
    for entry in entries.values():
        if entry.position is not None and is_of_another(entry.position, people):
            entry.position = entry.rank
    ordered = sorted([(min([e.first for e in group]), root) for root, group in groups.items()])
    made = {
        root: _actor(groups[root], merges.reasons(root), renamed, kinds, home, references)
        for _, root in ordered
    }
    for root in made if apart else ():
        if any(entry.key in apart for entry in groups[root]):
            made[root] = replace(made[root], is_apart=True)
    wholes = _wholes(groups, made)
    placed = {
        root: actor if root not in wholes else replace(actor, part_of=wholes[root])
        for root, actor in made.items()
    }
    return with_employers(placed)


def _actor(
    group: Sequence[Entry],
    reasons: Sequence[str],
    renamed: Mapping[str, str],
    kinds: Mapping[str, str],
    home: str | None,
    references: frozenset[str],
) -> Actor:  # fmt: skip
    name = _fullest(group)
    for entry in group if renamed else ():
        wanted = renamed.get(entry.key)
        name = wanted if wanted and any(fold(wanted) == e.key for e in group) else name
    whole = group[0] if len(group) == 1 else _as_one(group, references)  # most are alone
    forms = whole.titled.union(map(without_article, whole.written))
    corrected = [kinds[e.key] for e in group if e.key in kinds] if kinds else ()
    kind: ActorKind = corrected[0] if corrected else whole.kind  # type: ignore[assignment]
    position = whole.position if kind == "person" else None
    country = whole.country or office_country(position)
    is_ship = whole.method in (SHIP, MERCHANT)
    country = country or (origin_of(group) if kind == "armed_group" or is_ship else None)
    country = country or (country_of_ship(name.split()[0], whole.page) if is_ship else None)
    if kind == "monitor" and not whole.is_collective:
        country = None  # the name of a monitor says what it watches, not where it sits
    iso3 = country.iso3 if country else None
    methods = sorted({*reasons, "title"} if whole.titled else reasons) or ["exact"]
    return Actor(
        key=fold(name),
        name=name,
        kind=kind,
        aliases=tuple(sorted(forms - {name})),
        country_iso3=iso3,
        position=position,
        inter=_inter(kind, whole.inter or None, iso3, home),
        page=whole.page or None,
        resolution_method="+".join(methods),
    )


def _as_one(group: Sequence[Entry], references: frozenset[str]) -> Entry:
    """Return what the entries of one actor say together; what only refers to it is none of its forms."""
    kind = min((e.kind for e in group), key=_SPECIFIC.index)
    if any(e.kind == "armed_group" and e.method in ("known", "rebel") for e in group):
        is_rule = any(e.kind == "government" and e.words[0].lower() == "government" for e in group)
        kind = "government" if is_rule else "armed_group"  # "Workers' Party (WP)", "WP rebels"
    named = [e for e in group if e.key not in references] or group
    located = [e for e in group if e.country]
    return replace(
        group[0],
        kind=kind,
        written={w for e in named for w in e.written},
        titled={t for e in group for t in e.titled},
        position=next((e.position for e in group if e.position), None),
        inter=next((e.inter for e in group if e.inter), None),
        page=next((e.page for e in group if e.page), None),
        country=min(located, key=lambda e: e.first).country if located else None,
        is_collective=any(e.is_collective for e in group),
    )


def _fullest(group: Sequence[Entry]) -> str:
    """Return the form with the most words, then letters; a state by its name, if written."""
    best = group[0] if len(group) == 1 else _best(group)  # most are alone
    forms = {without_article(w) for w in best.written} or {best.name}
    if len(forms) == 1:
        return next(iter(forms))
    return min(forms, key=lambda w: (w.isupper() and len(w) > 6, w != best.name, w))


def _best(group: Sequence[Entry]) -> Entry:
    named = [e for e in group if e.kind == "state" and e.country is not None and e.name == e.country.name]
    named = named or [e for e in group if e.kind == "state" and e.name in countries().names]
    pool = named or [e for e in group if e.method == "coalition"]
    pool = pool or [e for e in group if not e.is_collective] or usual_names(group)
    pool = [e for e in pool if not e.key.endswith(" faction")] or pool
    native = {e.key for e in pool if e.method == "unit_noun" and not variants.is_part_of_another(e, pool)}
    return max(
        pool,
        key=lambda e: (e.method != "people", e.key in native, len(e.words), len(e.name), -e.first),
    )


def _inter(kind: ActorKind, guess: int | None, iso3: str | None, home: str | None) -> int | None:
    """Return ACLED's code: state forces of another country than the event's are external (8)."""
    if kind in {"state", "government", "military"}:
        if iso3 is None or home is None:
            return None
        return 1 if iso3 == home else 8
    if kind == "international":
        return 8
    if kind == "civilians":
        return 7
    return guess if kind == "armed_group" else None


def _wholes(groups: Mapping[str, Sequence[Entry]], made: Mapping[str, Actor]) -> dict[str, str]:
    """Return, by root, the key of the actor that each belongs to."""
    states = {
        e.country.name: made[root].key
        for root, g in groups.items()
        for e in g
        if e.country and e.kind == "state"
    }
    keys = {e.key: made[root].key for root, g in groups.items() for e in g}
    wholes = {}
    for root, group in groups.items():
        actor = made[root]
        whole = (
            _whole_of_person(actor, keys, states)
            if actor.kind == "person"
            else _whole_of_body(group, keys, states, actor)
        )
        if whole is not None and whole != actor.key:
            wholes[root] = whole
    roots = {actor.key: root for root, actor in made.items()}
    return {root: whole for root, whole in wholes.items() if not _circular(root, wholes, roots)}


def _circular(root: str, wholes: Mapping[str, str], roots: Mapping[str, str]) -> bool:
    seen = {root}
    at: str | None = root
    while at is not None and at in wholes:
        at = roots.get(wholes[at])
        if at in seen:
            return True
        if at is not None:
            seen.add(at)
    return False


def _whole_of_person(actor: Actor, keys: Mapping[str, str], states: Mapping[str, str]) -> str | None:
    """Return the body that a person's office names: the longest name in it, else the adjective's state."""
    if not actor.position:
        return None
    words = fold(SENT_TO.sub("", actor.position)).split()[:_LONGEST_OFFICE]
    parts = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
    fits = [key for key in parts if key in keys and keys[key] != actor.key]
    if fits:
        return keys[max(fits, key=lambda k: (len(k), k))]
    country = office_country(actor.position)
    return states.get(country.name) if country is not None else None


def _whole_of_body(
    group: Sequence[Entry], keys: Mapping[str, str], states: Mapping[str, str], actor: Actor
) -> str | None:
    """Return the state of a ministry or an army, or the body whose unit this is."""
    for entry in group:
        words = entry.key.split()
        for size in range(len(words) - 1, 1, -1):
            front = " ".join(words[:size])
            if front in keys and keys[front] != actor.key and words[size] not in {"of", "for", "in"}:
                return keys[front]
    if actor.kind in ("government", "military"):
        for entry in group:
            if entry.country and entry.country.name in states:
                return states[entry.country.name]
    return None


def mentions_of(entries: Entries, merges: Merges, made: Mapping[str, Actor]) -> list[Mention]:
    """Return the mentions of all entries in text order, each place once for an actor."""
    found: dict[tuple[int, int, str], Mention] = {}
    for entry in entries.values():
        actor = made[merges.root(entry.key)]
        method = merges.reason(entry.key) or entry.method
        for place in entry.places:
            kind: MentionKind = place.kind
            if kind == "name" and entry.key != actor.key:
                kind = "alias"
            at = (place.span.start, place.span.end, actor.key)
            found.setdefault(at, Mention(place.span, actor.key, kind, method))
    return [found[at] for at in sorted(found)]
