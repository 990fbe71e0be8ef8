"""How plain sentences on attacks are read: who did it, and whom or what it was aimed at.

Articles show the wordings that they have; this puts forms together that no article need have.  Each case is
an article of one or two sentences, made of a construction, of who did it and of what was attacked
(`probe_attacks.txt`).  Printed is, for each construction and each form, the share of its cases in which the
perpetrator and the target of the main event are right; a form that fails everywhere is a hole in the rules.

    python -m benchmarks.probe_attacks [--cases 2000] [--failures]
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks.extract import extract
from tasks.model.article import Article
from tasks.model.extraction import Extraction
from tasks.sources import read_text_article

TABLE = Path(__file__).with_suffix(".txt")
_SEED = 5
_WORDS = re.compile(r"[\w'’-]+")
_FILLING = frozenset(("the", "a", "an", "of", "in", "from", "and", "two", "on"))


@dataclass(frozen=True)
class Form:
    """Words for a party, the ways in which a name of it may be right, and whether they are plural."""

    text: str
    wanted: tuple[frozenset[str], ...]
    is_plural: bool

    def has(self, name: str) -> bool:
        """Whether a name has one of the ways to be right."""
        return any(way <= words_of(name) for way in self.wanted)

    def touches(self, name: str) -> bool:
        """Whether a name shares a word with this form: it is no one else's."""
        return bool((words_of(self.text) | frozenset().union(*self.wanted)) & words_of(name))


@dataclass(frozen=True)
class Case:
    """One article: its attack, construction and forms, and what is right of it."""

    attack: str
    title: str
    construction: str
    perpetrator: Form
    target: Form

    @property
    def is_open(self) -> bool:
        """Whether the article leaves open who did it."""
        return self.construction.startswith("-")

    @property
    def is_alleged(self) -> bool:
        """Whether the article only tells of an allegation."""
        return self.construction.startswith("~")

    @property
    def text(self) -> str:
        """Return the article's sentences, with the forms put in."""
        who, whom = self.perpetrator, self.target
        filled = self.construction.lstrip("-~?").format(
            p=who.text,
            t=whom.text,
            P=_capital(who.text),
            T=_capital(whom.text),
            were="were" if whom.is_plural else "was",
            pwere="were" if who.is_plural else "was",
            bare=whom.text,
        )
        return filled.replace(",,", ",").replace(",.", ".")


@dataclass(frozen=True)
class Read:
    """What was read of a case: the names of each role, and whether they are right."""

    case: Case
    perpetrators: tuple[str, ...]
    targets: tuple[str, ...]
    is_perpetrator_right: bool
    is_target_right: bool


def words_of(text: str) -> frozenset[str]:
    """Return the words of a name in lower case, without those that say nothing."""
    return frozenset(_WORDS.findall(text.lower())) - _FILLING


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def cases_of(table: str) -> list[Case]:
    """Return all cases that a table's constructions and forms make together, in its order."""
    forms: dict[tuple[str, str], list[Form]] = {}
    cases: list[Case] = []
    current: list[Form] = []
    attack: tuple[str, str, list[Form], list[Form]] | None = None
    for line in filter(None, map(str.strip, table.splitlines())):
        kind, _, rest = line.partition(" ")
        if kind == "#" or line == "#":
            continue
        if kind in ("perpetrators", "targets"):
            current = forms.setdefault((kind, rest), [])
        elif kind == "attack":
            name, title, who, whom = (part.strip() for part in rest.split("|"))
            attack = (name, title, _listed(forms, "perpetrators", who), _listed(forms, "targets", whom))
        elif attack is None:
            text, wanted, *plural = (part.strip() for part in line.split("|"))
            ways = tuple(words_of(way) for way in wanted.split("/"))
            current.append(Form(text, ways, bool(plural)))
        else:
            cases += _of_construction(attack, line)
    return cases


def _listed(forms: dict[tuple[str, str], list[Form]], kind: str, names: str) -> list[Form]:
    return [form for name in names.split(",") for form in forms[kind, name.strip()]]


def _of_construction(attack: tuple[str, str, list[Form], list[Form]], construction: str) -> Iterable[Case]:
    """Return the cases of a construction; one without a form in it has no need of several."""
    name, title, who, whom = attack
    for one in who if "{p}" in construction.lower() else who[:1]:
        for other in whom if "{t}" in construction.lower() or "{bare}" in construction else whom[:1]:
            yield Case(name, title, construction, one, other)


def read(cases: Sequence[Case]) -> list[Read]:
    """Return what is read of cases, each extracted as an article of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return [_judged(case, extract(_article(case, Path(folder)))) for case in cases]


def _article(case: Case, folder: Path) -> Article:
    path = folder / "case.txt"
    path.write_text(f"= {case.title} =\n\n{case.text}\n", encoding="utf-8")
    return read_text_article(path)


def _judged(case: Case, extraction: Extraction) -> Read:
    actors = {a.key: a for a in [*extraction.actors.actors.values(), *extraction.events.new_actors]}
    main = next(event for event in extraction.events.events if event.is_main)
    doers = [(actors[p.actor].name, p.is_alleged) for p in main.actors if p.role == "perpetrator"]
    targets = tuple(actors[p.actor].name for p in main.actors if p.role == "target")
    who, whom = case.perpetrator, case.target
    if case.is_open:
        is_right = not doers
    else:
        told = [alleged for name, alleged in doers if who.has(name)]
        is_free = case.construction.startswith("?") or who.text.startswith("suspected")
        is_sure = is_free or case.is_alleged in told
        is_right = bool(told) and is_sure and all(who.touches(name) for name, _ in doers)
    is_aimed = any(whom.has(name) for name in targets) and all(whom.touches(name) for name in targets)
    return Read(case, tuple(name + " ?" * alleged for name, alleged in doers), targets, is_right, is_aimed)


def shares(reads: Sequence[Read]) -> list[str]:
    """Return a line for each attack, form and construction with its shares, the worst of each first."""
    counted: defaultdict[tuple[str, str], list[Read]] = defaultdict(list)
    for one in reads:
        case = one.case
        counted["1 attack", case.attack].append(one)
        counted["2 construction", f"{case.attack}: {case.construction}"].append(one)
        counted["3 perpetrator", case.perpetrator.text].append(one)
        counted["4 target", case.target.text].append(one)

    def both(found: Sequence[Read]) -> tuple[float, float]:
        """Return the shares of right perpetrators and right targets."""
        total = len(found)
        return (
            sum(r.is_perpetrator_right for r in found) / total,
            sum(r.is_target_right for r in found) / total,
        )

    ranked = sorted(counted, key=lambda key: (key[0], sum(both(counted[key])), key[1]))
    lines = []
    for key in ranked:
        who, whom = both(counted[key])
        lines.append(f"{key[0][2:]:13} P={who:.2f} T={whom:.2f} n={len(counted[key]):4} {key[1]}")
    return lines


def sample(cases: Sequence[Case], size: int) -> list[Case]:
    """Return about as many of the cases, the same ones each time and of each construction as many."""
    by_construction: defaultdict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in cases:
        by_construction[case.attack, case.construction].append(case)
    each = max(1, size // len(by_construction))
    chance = random.Random(_SEED)
    return [c for same in by_construction.values() for c in chance.sample(same, min(each, len(same)))]


def main() -> None:
    """Print the shares of a sample of the cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=2000, help="how many of the cases are read")
    parser.add_argument("--failures", action="store_true", help="print each case that is read wrongly")
    options = parser.parse_args()
    every = cases_of(TABLE.read_text(encoding="utf-8"))
    reads = read(sample(every, options.cases))
    print("\n".join(shares(reads)))
    if options.failures:
        for one in reads:
            if not (one.is_perpetrator_right and one.is_target_right):
                print(f"{one.case.attack}: {one.case.text}\n    P {one.perpetrators} T {one.targets}")
    right = sum(r.is_perpetrator_right and r.is_target_right for r in reads)
    print(
        f"{right} of {len(reads)} cases ({len(every)} there are) right in both: {right / len(reads):.3f};",
        f"perpetrators {sum(r.is_perpetrator_right for r in reads) / len(reads):.3f},",
        f"targets {sum(r.is_target_right for r in reads) / len(reads):.3f}",
    )


if __name__ == "__main__":
    main()
