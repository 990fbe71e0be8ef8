"""Whether an article says the same to casus when one of its words is exchanged for another of that meaning.

`python -m benchmarks.probe_synonyms` takes the labelled articles that rules are made on, exchanges in each
the words of a line of `probe_synonyms.csv` for one of that line, extracts both and prints for each line the
share of pairs in which nothing changed: of the parties, the tolls and days of the article's own event, of its
other events and of what it says that somebody said.  What changes depends on a word, where English does not:
a list that lacks it.  No label is needed, so any English text will do (`--texts FOLDER`).

Some pairs differ with good reason (a raid is not a strike from the air): read the list, do not chase 1.000.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tasks.events.tolls.event_tolls import Toll, event_tolls
from tasks.extract import extract
from tasks.model.article import Article
from tasks.model.event import Event
from tasks.model.extraction import Extraction
from tasks.sources import read_text_article

_LINES = Path(__file__).with_suffix(".csv")
_GOLD = Path(__file__).parent.parent / "tests/gold"
_TEXTS = (
    "articles/seen", "beginnings/articles/seen", "openings/articles/seen", "clashes/articles/seen",
    "events/articles/seen", "news/articles/seen", "written/articles/seen",
)  # fmt: skip
ASPECTS = ("perpetrator", "target", "toll", "days", "others", "claims")

_SENTENCE_END = re.compile(r"(?:[.!?:\n]|[\"“(*]) *$")
_NAME_AFTER = re.compile(r" (?:of )?[A-Z]")

Facts = dict[str, frozenset[tuple[str, ...]]]


@dataclass(frozen=True)
class Line:
    """Words that stand for one another: a line of the data file.

    A word with "+" before it is only put in, never taken out: it has other senses, or says more.
    """

    name: str
    words: tuple[str, ...]
    taken_out: re.Pattern[str]
    any_of: re.Pattern[str]

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where words stand that may be taken out: in no heading and no name."""
        return (found for found in self.taken_out.finditer(text) if not _is_of_name(text, found))

    def exchanged(self, text: str, word: str) -> str:
        """Return a text with this word where one of the line is found, small or with a capital as before."""
        done: list[str] = []
        start = 0
        for found in self.found(text):
            done += (text[start : found.start()], _written(found, word))
            start = found.end()
        return "".join((*done, text[start:]))

    def alike(self, text: str) -> str:
        """Return a text with the first word in place of each of the line."""
        return self.any_of.sub(lambda found: _written(found, self.words[0]), text)


@dataclass(frozen=True)
class Change:
    """What an exchange took from one aspect of an article, and what it gave."""

    title: str
    exchange: str
    aspect: str
    lost: frozenset[tuple[str, ...]]
    gained: frozenset[tuple[str, ...]]


def lines(path: Path = _LINES) -> tuple[Line, ...]:
    """Return the lines of the data file."""
    with path.open(encoding="utf-8") as file:
        return tuple(line_of(row["set"], row["words"].split("|")) for row in csv.DictReader(file))


def line_of(name: str, words: Sequence[str]) -> Line:
    """Return a line of this name with these words."""
    every = tuple(word.removeprefix("+") for word in words)
    return Line(name, every, _any_of([w for w in words if not w.startswith("+")]), _any_of(every))


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    inside = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    # Words that are part of a longer word are not exchanged.
    return re.compile(rf"(?<![\w'’-])(?:(?P<a>an?) )?(?P<word>{inside})(?![\w'’-])", re.IGNORECASE)


def _is_of_name(text: str, found: re.Match[str]) -> bool:
    """Whether what is found is part of a heading or of a name ("the National Army")."""
    before, after = text[: found.start()], text[found.end() :]
    if before[before.rfind("\n") + 1 :].startswith("="):
        return True
    is_first = not before or bool(_SENTENCE_END.search(before[-4:]))
    has_name_after = bool(_NAME_AFTER.match(after))
    return found[0][0].isupper() and (not is_first or has_name_after)


def _written(found: re.Match[str], word: str) -> str:
    return _article_for(found["a"], word) + _like(found["word"], word)


def _article_for(article: str | None, word: str) -> str:
    if article is None or word.startswith(("a ", "an ", "the ")):
        return ""
    return f"{article[0]}{'n' if word[0] in 'aeiou' else ''} "


def _like(found: str, word: str) -> str:
    return word[0].upper() + word[1:] if found[0].isupper() else word


def facts(found: Extraction, alike: Callable[[str], str]) -> Facts:
    """Return what is extracted of an article by aspect; `alike` writes exchanged words as one."""

    def plain(words: str) -> str:
        return " ".join(alike(words).lower().split())

    own, *others = found.events.events
    own_toll, *tolls = event_tolls(
        found.document, found.claims, found.figures, found.figure_claims, found.events, found.actors
    )
    return {
        "perpetrator": _parties(found, "perpetrator", plain),
        "target": _parties(found, "target", plain),
        "toll": frozenset({_toll(own_toll)}),
        "days": frozenset({_days(own)}),
        "others": frozenset(
            (*_days(event), *_toll(toll)[:2]) for event, toll in zip(others, tolls, strict=True)
        ),
        "claims": frozenset(_claims(found, plain)),
    }


def _parties(found: Extraction, role: str, plain: Callable[[str], str]) -> frozenset[tuple[str, ...]]:
    names = {key: actor.name for key, actor in found.actors.actors.items()}
    return frozenset(
        (plain(names[part.actor]),) for part in found.events.events[0].actors if part.role == role
    )


def _toll(toll: Toll) -> tuple[str, ...]:
    return tuple(str(v) for v in (toll.deaths_low, toll.deaths_high, toll.injured_low, toll.injured_high))


def _days(event: Event) -> tuple[str, ...]:
    return (str(event.date.edtf) if event.date is not None else "no day",)


def _claims(found: Extraction, plain: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    text = found.document.text
    for claim in found.claims:
        if claim.voice == "attributed":
            claimant = plain(claim.claimant.of(text)) if claim.claimant is not None else "nobody"
            yield claimant, claim.claim_type, plain(claim.text(text))


def changes(
    path: Path, chosen: Sequence[Line], seed: int, words: int
) -> Iterator[tuple[str, str, list[Change]]]:
    """Yield line, word and what changes, for each exchange of an article in which words of a line stand.

    `words`: how many words of a line are tried at most in one article: the seed, article and line say which.
    """
    text = path.read_text("utf-8")
    whole = extract(article_of(text, path))
    for line in chosen:
        there = {found["word"].lower() for found in line.found(text)}
        if not there:
            continue
        before = facts(whole, line.alike)
        others = [word for word in line.words if there != {word.lower()}]
        rng = random.Random(f"{seed} {path.stem} {line.name}")
        for word in rng.sample(others, min(words, len(others))):
            after = facts(extract(article_of(line.exchanged(text, word), path)), line.alike)
            told = f"{'/'.join(sorted(there))} -> {word} ({line.name})"
            yield line.name, word, list(changed(path.stem, told, before, after))


def changed(title: str, told: str, before: Facts, after: Facts) -> Iterator[Change]:
    """Yield the aspects in which facts differ."""
    for aspect in ASPECTS:
        if before[aspect] != after[aspect]:
            yield Change(title, told, aspect, before[aspect] - after[aspect], after[aspect] - before[aspect])


def article_of(text: str, path: Path) -> Article:
    """Return a text as the article of a file of that name."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_text(text, "utf-8")
        return read_text_article(copy)


def texts(folders: Sequence[Path] | None, longest: int) -> list[Path]:
    """Return the articles of folders, else of the seen ones, that are no longer than so many bytes."""
    chosen = folders or [_GOLD / folder for folder in _TEXTS]
    return [p for f in chosen for p in sorted(f.glob("*.txt")) if p.stat().st_size <= longest]


def main() -> None:
    """Print by line and word in how many articles each aspect stayed; with `--list`, what changed."""
    parser = argparse.ArgumentParser(description="Whether synonyms give the same.")
    parser.add_argument(
        "--texts", type=Path, action="append", help="folder of articles (default: the seen ones)"
    )
    parser.add_argument("--articles", type=int, default=60, help="articles taken (default: %(default)s)")
    parser.add_argument("--longest", type=int, default=6000, help="characters (default: %(default)s)")
    parser.add_argument("--lines", help="names of lines, joined by commas (default: all)")
    parser.add_argument("--words", type=int, default=2, help="words tried of a line (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print what changed")
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    names = asked.lines.split(",") if asked.lines else None
    chosen = [line for line in lines() if names is None or line.name in names]
    paths = texts(asked.texts, asked.longest)
    tried: Counter[tuple[str, str]] = Counter()
    gone: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in sorted(rng.sample(paths, min(asked.articles, len(paths)))):
        for line, word, found in changes(path, chosen, asked.seed, asked.words):
            tried[line, word] += 1
            gone[line, word].update(change.aspect for change in found)
            for change in found if asked.list else ():
                print(told_of(change), flush=True)
    table(tried, gone)


def told_of(change: Change) -> str:
    """Return a change as lines of text."""
    lost = "".join(f"\n    - {' | '.join(fact)}" for fact in sorted(change.lost))
    gained = "".join(f"\n    + {' | '.join(fact)}" for fact in sorted(change.gained))
    return f"{change.aspect}: {change.title}: {change.exchange}{lost}{gained}"


def table(tried: Counter[tuple[str, str]], changed: dict[tuple[str, str], Counter[str]]) -> None:
    """Print by line and word the share of texts in which each aspect stayed."""
    print(f"{'line':15} {'word':24} {'texts':>5} " + " ".join(f"{aspect:>11}" for aspect in ASPECTS))
    for key in [*sorted(tried), ("all", "")]:
        many = tried[key] if key in tried else tried.total()
        gone = changed[key] if key in tried else sum(changed.values(), Counter[str]())
        same = " ".join(f"{1 - gone[aspect] / many:11.3f}" for aspect in ASPECTS) if many else ""
        print(f"{key[0]:15} {key[1]:24} {many:5} {same}")


if __name__ == "__main__":
    main()
