"""Events: the fields of the article's own event, and the others by date and toll."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.accuracy.dataset import Dataset, Row
from benchmarks.accuracy.matching import FOUND, Count, yes_or_no
from benchmarks.accuracy.tokens import name_key, overlap, words

Scores = tuple[dict[str, Count], list[str]]
SURE = 0.6  # confidence of an event that is measured once more with those like it
_TOLLS = (("killed", "deaths"), ("injured", "injured"))
_ROLES = (("perpetrator", "perpetrators"), ("target", "targets"))
_PLACE_COLUMNS = ("location", "adm_1", "adm_2", "location_raw")


def score_events(gold: Row, events: Sequence[Row], dataset: Dataset) -> Scores:
    """Compare the labelled events of an article with the given ones; unlabelled fields are not scored."""
    main = next((row for row in events if row["is_main"]), None)
    counts, wrong = _score_fields(gold["main_event"], main)
    role_counts, role_wrong = _score_roles(gold["main_event"], main, dataset)
    counts |= role_counts
    if gold["main_event"].get("perpetrators") == []:
        named = _named_perpetrators(main, dataset)
        counts["event_perpetrator_open"] = yes_or_no(not named)
        wrong += [f"perpetrator given where the article leaves it open: {name}" for name in named]
    others = [row for row in events if not row["is_main"]]
    labels = gold.get("secondary_events") or ()
    counts["secondary_events"], missed = _score_others(labels, others)
    counts["secondary_events_sure"], _ = _score_others(labels, [row for row in others if _is_sure(row)])
    return counts, [*wrong, *role_wrong, *missed]


def judged_others(gold: Row, events: Sequence[Row]) -> list[tuple[Row, bool]]:
    """Return the events beside an article's own, as rows of `events`, and whether each is a labelled one."""
    others = [row for row in events if not row["is_main"]]
    right = {at for at in _matched(gold.get("secondary_events") or (), others) if at is not None}
    return [(row, at in right) for at, row in enumerate(others)]


def _is_sure(row: Row) -> bool:
    return (row.get("confidence") or 0.0) >= SURE


def _score_fields(label: Row, row: Row | None) -> Scores:
    counts: dict[str, Count] = {}
    wrong: list[str] = []

    def field(measure: str, got: object, wanted: object, right: bool) -> None:
        counts[measure] = yes_or_no(row is not None and right)
        if row is None or not right:
            wrong.append(f"{measure}: {got}, not {wanted}")

    value = (lambda column: None) if row is None else row.get
    for measure, column, key in (
        ("event_date_start", "date_start", "start_date"),
        ("event_date_end", "date_end", "end_date"),
    ):
        if label.get(key):
            field(measure, value(column), label[key], _begins(value(column), label[key]))
    if label.get("country"):
        got = value("country")
        field("event_country", got, label["country"], overlap(words(got), words(label["country"])) >= FOUND)
    if label.get("place"):
        place = " ".join(str(value(column)) for column in _PLACE_COLUMNS if value(column) is not None)
        wanted = set(words(label["place"]))
        covered = len(set(words(place)) & wanted) / max(1, len(wanted))
        field("event_place", place, label["place"], covered >= FOUND)
    for prefix, column in _TOLLS:
        low, high = label.get(f"{prefix}_low"), label.get(f"{prefix}_high")
        if low is not None or high is not None:
            got = value(f"{column}_low")
            field(f"event_{column}_low", got, low, got == low)
        if high is not None:
            got = value(f"{column}_high")
            field(f"event_{column}_high", got, high, got == high)
    return counts, wrong


def _begins(value: object, wanted: str) -> bool:
    """Say whether a date begins with the labelled one, which may be a year or a month only."""
    return value is not None and str(value).startswith(wanted)


def _score_roles(label: Row, main: Row | None, dataset: Dataset) -> Scores:
    counts, wrong = {}, []
    for role, key in _ROLES:
        wanted = [name.split() for name in map(name_key, label.get(key) or ()) if name]
        if not wanted:
            continue
        given = [_names(link, dataset) for link in _given(role, main, dataset)]
        missed = [name for name in wanted if not any(_is_called(one, name) for one in given)]
        counts[f"event_{role}"] = Count(len(wanted) - len(missed), len(given), len(wanted))
        wrong += [f"{role} missed: {' '.join(name)}" for name in missed]
    return counts, wrong


def judged_parties(gold: Row, events: Sequence[Row], dataset: Dataset) -> list[tuple[Row, bool]]:
    """Return the given parties of the own event, as rows of `event_actors`, and whether each is right.

    It is if one of its names is a labelled one; without a label of the role nothing is judged, and where the
    label leaves it open whoever is named is wrong.
    """
    main = next((row for row in events if row["is_main"]), None)
    open_ones = _unnamed(dataset)
    judged = []
    for role, key in _ROLES:
        labels = gold["main_event"].get(key)
        wanted = [name.split() for name in map(name_key, labels or ()) if name]
        for link in _given(role, main, dataset) if labels is not None else ():
            names = _names(link, dataset)
            if wanted or link["actor_id"] not in open_ones:
                judged.append((link, any(_is_called(names, name) for name in wanted)))
    return judged


def _given(role: str, main: Row | None, dataset: Dataset) -> list[Row]:
    return [
        link
        for link in dataset.tables["event_actors"]
        if main is not None and link["event_id"] == main["event_id"] and link["role"] == role
    ]


def _names(link: Row, dataset: Dataset) -> list[list[str]]:
    return [name.split() for name in dataset.names(link["actor_id"])]


def _is_called(names: Sequence[Sequence[str]], wanted: Sequence[str]) -> bool:
    return any(overlap(wanted, name) >= FOUND for name in names)


def _named_perpetrators(main: Row | None, dataset: Dataset) -> list[str]:
    """Return the names of those given as perpetrators; "gunmen" and the like name nobody."""
    names, unnamed = {row["actor_id"]: row["name"] for row in dataset.tables["actors"]}, _unnamed(dataset)
    given = [link["actor_id"] for link in _given("perpetrator", main, dataset)]
    return [names[actor] for actor in given if actor not in unnamed]


def _unnamed(dataset: Dataset) -> frozenset[str]:
    return frozenset(row["actor_id"] for row in dataset.tables["actors"] if row["name"].islower())


def _score_others(labels: Sequence[Row], rows: Sequence[Row]) -> tuple[Count, list[str]]:
    """Return how many labels have a row, and those that have none."""
    left = [label for label, at in zip(labels, _matched(labels, rows), strict=True) if at is None]
    missed = [
        f"other event missed: {one.get('start_date') or ''} {one.get('type')}, killed {one.get('killed_low')}"
        for one in left
    ]
    return Count(len(labels) - len(missed), len(rows), len(labels)), missed


def _matched(labels: Sequence[Row], rows: Sequence[Row]) -> list[int | None]:
    """Match each label with the first row left that begins on its date and has its toll, where labelled."""
    left = dict(enumerate(rows))
    found: list[int | None] = []
    for label in labels:
        date, killed = label.get("start_date") or "", label.get("killed_low")
        fits = (
            at
            for at, row in left.items()
            if date and _begins(row["date_start"], date) and killed in (None, row["deaths_low"])
        )
        at = next(fits, None)
        if at is not None:
            del left[at]
        found.append(at)
    return found
