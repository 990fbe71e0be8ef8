"""Whether an article says the same to casus when one of its names is exchanged for an invented one.

`python -m benchmarks.probe_names` takes the labelled articles that rules are made on, gives in each a person,
an armed group or a newspaper another name of that kind, extracts both and prints for each name the share of
articles in which nothing changed (`probe_synonyms.py` says of what).  The new names have forms that names
have: particles, hyphens, initials, "Army of", "Liberation Front".  Nobody of them exists.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.probe_synonyms import Change, article_of, changed, facts, table, texts, told_of
from tasks.extract import extract
from tasks.model.actor import Actor

# By kind of actor: the whole name, and its short form.
NAMES = {
    "person": (
        ("Jean-Luc van der Brandt", "van der Brandt"), ("Abu Tarek al-Osmani", "al-Osmani"),
        ("K. O. Sorrel", "Sorrel"), ("María de los Quintos", "de los Quintos"),
        ("Anna Lind-Vesely", "Lind-Vesely"),
    ),
    "armed_group": (
        ("Tolmin Liberation Front", "Tolmin Liberation Front"),
        ("Army of the Red Lantern", "Army of the Red Lantern"),
        ("Lantern Brigades", "Lantern Brigades"), ("Sons of Tolmin", "Sons of Tolmin"),
    ),
    "media": (
        ("Tolmin Courier", "Tolmin Courier"), ("Daily Lantern", "Daily Lantern"),
        ("Radio Tolmin", "Radio Tolmin"),
    ),
}  # fmt: skip
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)+")


@dataclass(frozen=True)
class Renaming:
    """A name with what it is called later on, and the name that takes its place."""

    old: tuple[str, str]
    new: tuple[str, str]

    def exchanged(self, text: str) -> str:
        """Return a text with the new name wherever the old one stands, whole or short."""
        return _put(text, self.old, self.new)

    def alike(self, text: str) -> str:
        """Return a text with the old name in place of the new one."""
        return _put(text, self.new, self.old)


def _put(text: str, taken: Sequence[str], given: Sequence[str]) -> str:
    by_name = dict(zip(taken, given, strict=True))
    any_of = "|".join(re.escape(name) for name in by_name)  # the whole one first
    return re.sub(rf"(?<![\w'’-])(?:{any_of})(?![\w-])", lambda found: by_name[found[0]], text)


def named(actor: Actor, text: str) -> tuple[str, str] | None:
    """Return the name of an actor with its short form, None if it is none of two words that stand in a text.

    A group that has an abbreviation is none: another name would not fit it.
    """
    if actor.kind not in NAMES or _NAME.fullmatch(actor.name) is None or actor.name not in text:
        return None
    if actor.kind != "person":
        return None if any(alias.isupper() for alias in actor.aliases) else (actor.name, actor.name)
    return actor.name, actor.name.split()[-1]


def changes(path: Path, seed: int, names: int) -> Iterator[tuple[str, str, list[Change]]]:
    """Yield kind, new name and what changes, for each actor of an article that has a name to exchange.

    `names`: how many new names are tried for an actor; the seed, article and actor say which.
    """
    text = path.read_text("utf-8")
    whole = extract(article_of(text, path))
    for actor in whole.actors.actors.values():
        old = named(actor, text)
        if old is None:
            continue
        every = NAMES[actor.kind]
        for new in random.Random(f"{seed} {path.stem} {actor.name}").sample(every, min(names, len(every))):
            renaming = Renaming(old, new)
            after = extract(article_of(renaming.exchanged(text), path))
            told = f"{old[0]} -> {new[0]} ({actor.kind})"
            found = changed(path.stem, told, facts(whole, str), facts(after, renaming.alike))
            yield actor.kind, new[0], list(found)


def main() -> None:
    """Print by name in how many articles each aspect stayed; with `--list`, what changed."""
    parser = argparse.ArgumentParser(description="Whether other names give the same.")
    parser.add_argument("--texts", type=Path, action="append", help="folder of articles (default: the seen)")
    parser.add_argument("--articles", type=int, default=60, help="articles taken (default: %(default)s)")
    parser.add_argument("--longest", type=int, default=6000, help="characters (default: %(default)s)")
    parser.add_argument("--names", type=int, default=1, help="new names of an actor (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print what changed")
    asked = parser.parse_args()
    paths = texts(asked.texts, asked.longest)
    tried: Counter[tuple[str, str]] = Counter()
    gone: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in sorted(random.Random(asked.seed).sample(paths, min(asked.articles, len(paths)))):
        for kind, name, found in changes(path, asked.seed, asked.names):
            tried[kind, name] += 1
            gone[kind, name].update(change.aspect for change in found)
            for change in found if asked.list else ():
                print(told_of(change), flush=True)
    table(tried, gone)


if __name__ == "__main__":
    main()
