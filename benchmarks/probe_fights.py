"""In how many plain sentences about fights who attacked whom is read right, form by form.

`python -m benchmarks.probe_fights` puts forms of who attacked, of whom, and of saying so together in all
combinations, each as an article of two sentences, extracts a sample of them and prints for each form in how
many the attacker and the attacked are found.  A form that fails across many combinations is a hole that no
labelled article may show.  Nobody and no place of the sentences exists but the countries.
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

from tasks.extract import extract
from tasks.sources import read_text_article

_TITLE = "= Battle of Veldrin =\n\n"
_TOLL = " near Veldrin on 3 May 1982. Nine people were killed."

# Words for them, and the words of which one has to stand in the name that is found.
_ATTACKERS = (
    ("Danish troops", "danish"), ("the Danish Army", "danish"), ("a Danish detachment", "danish"),
    ("Danish soldiers under Colonel Anders Holt", "danish"), ("two Danish battalions", "danish"),
    ("fighters of the Osk Liberation Front (OLF)", "osk"),
    ("about 200 guerrillas of the Osk Liberation Front", "osk"),
    ("the Danish frigate Havfruen", "havfruen"), ("the 3rd Danish Infantry Regiment", "regiment"),
    ("militants", "militants"), ("a force of the Danish Army", "danish"),
    ("units of the Danish 5th Division", "danish"), ("a column of Danish infantry", "danish"),
)  # fmt: skip
_ATTACKED = (
    ("Polish troops", "polish"), ("the Polish Army", "polish"), ("two Polish regiments", "polish"),
    ("a Polish Army outpost", "polish"), ("a convoy of the Polish Army", "polish"),
    ("a patrol of the 4th Polish Lancers", "lancers"), ("positions held by the Polish Army", "polish"),
    ("the positions of the Polish Army", "polish"), ("the Polish garrison of Veldrin", "polish"),
    ("a Polish border post", "polish"), ("the Polish gunboat Orzel", "orzel"), ("Polish positions", "polish"),
    ("rebels of the National Salvation Army", "salvation"), ("the rear guard of the Polish Army", "polish"),
    ("a camp of the National Salvation Army", "salvation"), ("a Polish gendarmerie outpost", "polish"),
    ("the Polish vanguard", "polish"),
)  # fmt: skip
_VERBS = (
    "attacked", "ambushed", "stormed", "assaulted", "encircled and destroyed", "overran", "raided", "shelled",
    "bombarded", "routed", "opened fire on", "launched an attack on", "fired on", "fell upon", "surprised",
    "made a night attack on", "clashed with", "drove back", "pushed back", "caught up with", "surrounded",
    "captured", "engaged", "exchanged fire with", "besieged",
)  # fmt: skip
_PARTICIPLES = (
    "attacked", "ambushed", "stormed", "overrun", "raided", "shelled", "routed", "fired upon", "surprised",
    "surrounded", "driven back",
)  # fmt: skip
_NOUNS = (
    "was an attack by {a} on {b}", "was an assault by {a} on {b}",
    "was a raid carried out by {a} against {b}",
    "was an ambush of {b} by {a}", "was a battle between {a} and {b}", "was fought between {a} and {b}",
    "was a skirmish in which {a} attacked {b}", "began when {a} attacked {b}",
    "took place when {a} ambushed {b}", "was a clash between {a} and {b}",
    "was a night attack by {a} on {b}", "was a successful attack of {a} upon {b}",
    "was an engagement in which {a} fought {b}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Probe:
    """An article, what it is put together from, and a word of the attacker's and of the attacked's name."""

    forms: tuple[tuple[str, str], ...]
    text: str
    attacker: str
    attacked: str


def probes() -> Iterator[Probe]:
    """Yield every combination."""
    for (a, attacker), (b, attacked) in product(_ATTACKERS, _ATTACKED):
        said = {
            **{verb: f"{a[:1].upper()}{a[1:]} {verb} {b}{_TOLL}" for verb in _VERBS},
            **{
                f"were {done} by": f"{b[:1].upper()}{b[1:]} were {done} by {a}{_TOLL}"
                for done in _PARTICIPLES
            },
            **{noun: f"The Battle of Veldrin {noun.format(a=a, b=b)}{_TOLL}" for noun in _NOUNS},
        }
        for construction, text in said.items():
            forms = (("attacker", a), ("attacked", b), ("construction", construction))
            yield Probe(forms, _TITLE + text, attacker, attacked)


def sample(size: int, seed: int = 5) -> list[Probe]:
    """Return so many probes, the same ones for the same seed."""
    return random.Random(seed).sample(list(probes()), size)


def read(probe: Probe) -> tuple[bool, bool]:
    """Say whether the attacker and whether the attacked are among those whom the article's event has so."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "probe.txt"
        path.write_text(probe.text + "\n", "utf-8")
        found = extract(read_text_article(path))
    actors = {actor.key: actor.name for actor in (*found.actors.actors.values(), *found.events.new_actors)}
    parties = found.events.events[0].actors
    said = {
        role: {
            word for party in parties if party.role == role for word in actors[party.actor].lower().split()
        }
        for role in ("perpetrator", "target")
    }
    return probe.attacker in said["perpetrator"], probe.attacked in said["target"]


def shares(chosen: Iterable[Probe]) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Return kind and form -> in how many attacker and attacked are right, of how many; all as "all"."""
    attackers: Counter[tuple[str, str]] = Counter()
    attacked: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for probe in chosen:
        keys = [("all", ""), *probe.forms]
        right = read(probe)
        asked.update(keys)
        attackers.update(keys if right[0] else ())
        attacked.update(keys if right[1] else ())
    return {key: (attackers[key], attacked[key], asked[key]) for key in asked}


def main() -> None:
    """Print in which share attacker and attacked are right, of all and by form, the lowest first."""
    parser = argparse.ArgumentParser(
        description="Shares of made-up sentences about fights that are read right."
    )
    parser.add_argument("--size", type=int, default=1500, help="articles (default: %(default)s)")
    found = shares(sample(parser.parse_args().size))
    print("kind         attacker attacked     of form")
    for (kind, form), (one, other, asked) in sorted(
        found.items(), key=lambda item: (item[0][0], min(item[1][:2]) / item[1][2], item[0][1])
    ):
        print(f"{kind:12} {one / asked:8.2f} {other / asked:8.2f} {asked:6} {form}")


if __name__ == "__main__":
    main()
