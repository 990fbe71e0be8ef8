"""How many plain sentences about tolls and other events are read right, form by form.

`python -m benchmarks.probe_tolls` puts numbers, words for people and constructions together in all their
combinations, each as an article of a few sentences, extracts a sample of them and prints for each form the
share that is read right.  A form that fails across many combinations is a hole that no labelled article may
show.  What is right follows the conventions of `tests/gold/README.md`; nobody and no place of the sentences
exists.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from tasks.events.tolls.event_tolls import Toll, event_tolls
from tasks.extract import extract
from tasks.model.extraction import Extraction
from tasks.sources import read_text_article

Bounds = tuple[int | None, int | None]

_TITLE = "= 1982 Veldrin market bombing =\n\n"
_LEAD = "On 3 May 1982, a bomb exploded at a market in Veldrin."
_OWN_TOLL = " Nine people were killed and 17 were injured."

_NUMBERS: tuple[tuple[str, int | None, int | None], ...] = (
    ("12", 12, 12), ("twelve", 12, 12), ("at least 12", 12, None), ("about 40", 40, 40),
    ("more than a dozen", 12, None), ("between 12 and 15", 12, 15), ("12 to 15", 12, 15), ("12–15", 12, 15),
    ("up to 20", None, 20), ("two dozen", 24, 24), ("half a dozen", 6, 6), ("1,200", 1200, 1200),
    ("some 30", 30, 30), ("nearly 30", 30, 30), ("no fewer than 30", 30, None), ("30 or more", 30, None),
    ("12 or 13", 12, 13), ("twenty-three", 23, 23), ("one hundred and twenty", 120, 120), ("only 12", 12, 12),
)  # fmt: skip
_PEOPLE = (
    "people", "civilians", "soldiers", "members of the Veldrin Rifles", "men of the regiment", "passengers",
    "police officers", "villagers", "women and children", "Danish soldiers", "unarmed demonstrators", "men",
    "members of the security forces", "students and teachers",
)  # fmt: skip
_KILLS = (
    "{N} {w} were killed.", "{N} {w} died.", "{N} {w} lost their lives.", "The attack left {n} {w} dead.",
    "It exploded near a bus, killing {n} {w}.", "It was over in minutes, with the loss of {n} {w}.",
    "The attack claimed the lives of {n} {w}.", "The blast resulted in the deaths of {n} {w}.",
    "{N} {w} were found dead.", "The bodies of {n} {w} were recovered.", "{N} {w} perished.",
    "{N} {w} were killed instantly.", "{N} {w} were killed outright.", "{N} {w} lay dead.", "{N} {w} fell.",
    "The blast was fatal to {n} {w}.", "It cost {n} {w} their lives.", "{N} {w} were blown to pieces.",
    "{N} {w} met their deaths.", "{N} {w} were shot dead.", "By the evening {n} {w} had died.",
    "In the explosion {n} {w} were killed.", "In all {n} {w} were killed.", "None of the {n} {w} survived.",
    "There were {n} deaths.", "The death toll was {n}.", "{N} bodies were found.", "It claimed {n} lives.",
    "The final toll was {n} dead.", "Killed were {n} {w}.",
)  # fmt: skip
_HURT: tuple[tuple[str, int | None, int | None], ...] = (
    ("31", 31, 31), ("thirty-one", 31, 31), ("at least 31", 31, None), ("about 60", 60, 60),
    ("dozens", None, None), ("2,300", 2300, 2300),
)  # fmt: skip
_KILLS_AND_HURTS = (
    "{N} {w} were killed and {m} were injured.", "{N} {w} were killed and {m} others were wounded.",
    "The attack left {n} {w} dead and {m} wounded.", "The blast killed {n} {w}, wounding {m} more.",
    "{N} killed, {m} wounded.", "There were {n} dead and {m} wounded.",
    "{N} {w} were killed. {M} others were injured.", "{N} {w} died, and a further {m} were injured.",
    "Casualties amounted to {n} dead and {m} wounded.", "Besides the {n} dead, {m} people were injured.",
    "{N} {w} were killed. {M} people were treated for injuries.",
    "{N} {w}, including three children, were killed, and {m} were injured.",
    "{N} {w} were killed and {m} wounded, three of them critically.",
    "With {n} dead and {m} injured, it was the worst attack of the year.",
    "Some of the {m} injured were children; {n} {w} had died.",
)  # fmt: skip
_TRAPS = (
    "The market held 300 traders.", "Some 400 soldiers guarded the town.", "The police arrested 14 people.",
    "Twelve men were sentenced to death.", "The bomb weighed 40 kilograms.",
    "The town has 12,000 inhabitants.",
    "Four men were taken prisoner.", "Twelve rifles were seized.", "About 60 houses were destroyed.",
    "Over 2,000 people attended the funeral.", "A 45-year-old man was charged with murder.",
    "The trial of six men began on 5 June 1984.", "The market reopened on 1 August 1982.",
    "A memorial was unveiled on 3 May 1992.", "Elections were held on 12 September 1982.",
    "The king visited the town on 9 May 1982.", "The funeral was held on 6 May 1982.",
    "Two men were arrested on 7 May 1982.", "Anders Holt was convicted on 11 June 1983.",
    "Holt died of cancer on 3 March 2003.", "Six of the injured were still in hospital a month later.",
    "The 10th anniversary was marked on 3 May 1992.", "Twelve soldiers fell ill.",
)  # fmt: skip
_DATES = (
    ("On 3 May 1974", "1974-05-03"), ("In May 1974", "1974-05"), ("In 1974", "1974"),
    ("As early as 1974", "1974"), ("Two days earlier", "1982-05-01"), ("The previous year", "1981"),
    ("Two years earlier", "1980"), ("Earlier that year", "1982"), ("On 28 April", "1982-04-28"),
    ("On 5 May", "1982-05-05"), ("The following day", "1982-05-04"), ("A year later", "1983"),
    ("In June 1982", "1982-06"), ("Later that year", "1982"),
)  # fmt: skip
_BEFORE = frozenset(
    {"Two days earlier", "The previous year", "Two years earlier", "Earlier that year", "On 28 April"}
)
_AFTER = frozenset({"On 5 May", "The following day", "A year later", "In June 1982", "Later that year"})
_INCIDENTS = (
    "a bomb exploded in Oskarn", "rebels attacked Oskarn", "the army shelled Oskarn",
    "a bus was ambushed near Oskarn",
    "a ferry was sunk off Oskarn", "a train was derailed near Oskarn", "fighting broke out in Oskarn",
    "a lorry was driven into a crowd in Oskarn", "a battle was fought at Oskarn",
    "hostages were taken in Oskarn",
    "the village of Oskarn was burned", "a sniper opened fire in Oskarn", "a mortar shell landed in Oskarn",
    "prisoners rioted in Oskarn", "an airliner was shot down over Oskarn", "a massacre took place at Oskarn",
)  # fmt: skip
_OTHER_TOLLS = (
    " with the loss of {n} lives", " and {n} people were killed", ", leaving {n} dead",
    ", killing {n} people",    " at the cost of {n} lives", "; {n} people died", " in which {n} people died",
)  # fmt: skip
_OTHER_NUMBERS = (("seven", 7), ("at least seven", 7), ("14", 14), ("two dozen", 24))
_PLACES = ("lead", "Background", "Aftermath")


@dataclass(frozen=True, slots=True)
class Probe:
    """An article and what it says; what is None is not asked.

    Attributes:
        forms: what it is put together from: number, people, construction and so on, each with its kind.
        figures: property, low and high of each number of people.
        others: of each other event, how its date begins and its lowest number of dead.
    """

    family: str
    forms: tuple[tuple[str, str], ...]
    text: str
    deaths: Bounds
    injured: Bounds | None = None
    figures: tuple[tuple[str, int | None, int | None], ...] | None = None
    others: tuple[tuple[str, int], ...] | None = None


def probes() -> Iterator[Probe]:
    """Yield every combination, family by family."""
    yield from _tolls()
    yield from _traps()
    yield from _others()


def _tolls() -> Iterator[Probe]:
    for (n, low, high), w, said in product(_NUMBERS, _PEOPLE, _KILLS):
        forms = (("number", n), ("people", w), ("construction", said))
        text = f"{_TITLE}{_LEAD} {_filled(said, n, w=w)}"
        yield Probe("dead", forms, text, (low, high), figures=(("killed", low, high),))
    for (n, low, high), (m, few, many), w, said in product(_NUMBERS, _HURT, _PEOPLE, _KILLS_AND_HURTS):
        of_both = (("number", n), ("injured", m), ("people", w), ("construction", said))
        text = f"{_TITLE}{_LEAD} {_filled(said, n, w=w, m=m)}"
        figures = (("killed", low, high), ("injured", few, many))
        yield Probe("dead and injured", of_both, text, (low, high), (few, many), figures)


def _traps() -> Iterator[Probe]:
    for said, place in product(_TRAPS, _PLACES):
        forms = (("construction", said), ("place", place))
        yield Probe("trap", forms, _placed(said, place), (9, 9), (17, 17), others=())


def _others() -> Iterator[Probe]:
    every = product(_DATES, _INCIDENTS, _OTHER_TOLLS, _OTHER_NUMBERS, _PLACES)
    for (date, begins), incident, toll, (n, dead), place in every:
        if date in {"Background": _AFTER, "Aftermath": _BEFORE}.get(place, ()):
            continue
        forms = (("date", date), ("construction", incident), ("toll", toll), ("number", n), ("place", place))
        text = _placed(f"{date}, {incident}{toll.format(n=n)}.", place)
        yield Probe("other event", forms, text, (9, 9), (17, 17), others=((begins, dead),))


def _filled(said: str, n: str, *, w: str, m: str = "") -> str:
    return said.format(n=n, N=n[:1].upper() + n[1:], w=w, m=m, M=m[:1].upper() + m[1:])


def _placed(said: str, place: str) -> str:
    """Return an article with a sentence in its lead, or in a section before or behind the event's own."""
    own = "== Bombing ==\nThe bomb went off at noon.\n"
    lead = f"{_TITLE}{_LEAD}{_OWN_TOLL}"
    if place == "lead":
        return f"{lead} {said}"
    if place == "Background":
        return f"{lead}\n\n== Background ==\nThe town had long been contested. {said}\n\n{own}"
    return f"{lead}\n\n{own}\n== Aftermath ==\nThe town was sealed off. {said}"


def sample(size: int, seed: int = 5) -> list[Probe]:
    """Return up to so many probes of each family, the same ones for the same seed."""
    families: dict[str, list[Probe]] = {}
    for probe in probes():
        families.setdefault(probe.family, []).append(probe)
    chosen = random.Random(seed)
    return [probe for every in families.values() for probe in chosen.sample(every, min(size, len(every)))]


def is_right(probe: Probe) -> bool:
    """Say whether what is extracted from a probe's article is all that the probe says."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "probe.txt"
        path.write_text(probe.text + "\n", "utf-8")
        found = extract(read_text_article(path))
    tolls = event_tolls(
        found.document, found.claims, found.figures, found.figure_claims, found.events, found.actors
    )
    own = tolls[0]
    if not _agrees((own.deaths_low, own.deaths_high), probe.deaths):
        return False
    if probe.injured is not None and not _agrees((own.injured_low, own.injured_high), probe.injured):
        return False
    if probe.figures is not None and Counter(_figures(found)) != Counter(probe.figures):
        return False
    return probe.others is None or _has_others(found, tolls, probe.others)


def _agrees(given: Bounds, wanted: Bounds) -> bool:
    """Compare an event's toll with a number; a bound counts as its number, "dozens" as none."""
    low, high = wanted
    if low is None:
        return given[1] == high
    return given[0] == low and high in (None, given[1])


def _figures(found: Extraction) -> Iterator[tuple[str, int | None, int | None]]:
    for figure in found.figures:
        if figure.property in ("killed", "injured") and not (figure.is_subset or figure.is_named):
            yield figure.property, figure.value_low, figure.value_high


def _has_others(found: Extraction, tolls: Iterable[Toll], wanted: tuple[tuple[str, int], ...]) -> bool:
    given = [
        (event.date.edtf if event.date is not None else "", toll.deaths_low)
        for event, toll in zip(found.events.events, tolls, strict=True)
        if not event.is_main
    ]
    if len(given) != len(wanted):
        return False
    return all(
        date.startswith(begins) and dead == told
        for (date, dead), (begins, told) in zip(given, wanted, strict=True)
    )


def shares(chosen: Iterable[Probe]) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Return family, kind and form -> how many are read right, of how many; a whole family as "all"."""
    right: Counter[tuple[str, str, str]] = Counter()
    asked: Counter[tuple[str, str, str]] = Counter()
    for probe in chosen:
        keys = [(probe.family, "all", ""), *((probe.family, kind, form) for kind, form in probe.forms)]
        asked.update(keys)
        right.update(keys if is_right(probe) else ())
    return {key: (right[key], asked[key]) for key in asked}


def main() -> None:
    """Print the share that is read right, by family, then by form, the lowest first."""
    parser = argparse.ArgumentParser(
        description="Shares of made-up sentences about tolls that are read right."
    )
    parser.add_argument(
        "--size", type=int, default=400, help="articles of each family (default: %(default)s)"
    )
    size = parser.parse_args().size
    found = shares(sample(size))
    for (family, kind, form), (right, asked) in sorted(
        found.items(), key=lambda item: (item[0][0], item[0][1], item[1][0] / item[1][1], item[0][2])
    ):
        print(f"{family:17} {kind:13} {right / asked:5.2f} {right:4}/{asked:<4} {form}")


if __name__ == "__main__":
    main()
