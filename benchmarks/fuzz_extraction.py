"""A bounded fuzz run over the extraction: `make fuzz`, or by itself.

    python -m benchmarks.fuzz_extraction [--seconds 60] [--seed 1]

Paragraphs of real articles are put together anew; words are left out, put in from elsewhere, or replaced by
marks and little words.  So come sentences that nobody writes, and beginnings and ends that no rule expects.
The extraction may find what it likes in them, but raises nothing (an article without any sentence apart),
and all that it gives stands where its offsets say.  What breaks it is written to a folder and named.  The
same seed gives the same articles.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from benchmarks.accuracy.grounding import passage
from tasks.assemble import rows_of
from tasks.extract import extract
from tasks.model.article import Article
from tasks.model.nothing_to_read import NothingToReadError
from tasks.sources import InputError, read_articles
from tasks.sources.rendered_text import read_rendered_text

GOLD = Path(__file__).parent.parent / "tests" / "gold"
FOLDERS = (
    GOLD / "articles" / "seen",
    GOLD / "news" / "articles" / "seen",
    GOLD / "events" / "articles" / "seen",
)
PUT_IN = (
    ",", ".", ";", ":", '"', "(", ")", "—", "'s", "1", "12", "In", "Inside", "the", "of", "and", "who", "was",
    "that", "said", "by", "killing", "including", "On 3 May", "2016", "[1]", "U.S.",
)  # fmt: skip
WORDS_OF = {"claims": "claim_text", "figures": "value_raw", "mentions": "name_raw"}


@dataclass(frozen=True)
class Seeds:
    """What articles are made of: paragraphs of real ones, and their words."""

    paragraphs: tuple[str, ...]
    words: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz the extraction for a while; return 0 if nothing broke, else 1."""
    parser = argparse.ArgumentParser(description="Fuzz the extraction.")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers")
    parser.add_argument("--max-inputs", type=int, default=1_000_000, help="how many articles at most")
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)
    outcomes: Counter[str] = Counter()
    broken: dict[str, Path] = {}
    end = time.monotonic() + options.seconds
    while time.monotonic() < end and sum(outcomes.values()) < options.max_inputs:
        text = made_up(chance, seeds())
        outcome = extract_one(text)
        outcomes[outcome.split(":")[0]] += 1
        if outcome.startswith("broken") and outcome not in broken:
            broken[outcome] = _kept(text)
    print(f"{sum(outcomes.values())} articles extracted, seed {options.seed}: {dict(outcomes)}")
    for outcome, path in broken.items():
        print(f"{outcome}\n  {path}")
    return 1 if broken else 0


@cache
def seeds() -> Seeds:
    """Return what the labelled articles that anybody may look at are made of."""
    articles = chain.from_iterable(read_articles([folder], folder).articles for folder in FOLDERS)
    lines = [line for article in articles for line in article.text.split("\n") if line]
    return Seeds(tuple(lines), tuple(dict.fromkeys(word for line in lines for word in line.split())))


def made_up(chance: random.Random, seeds: Seeds) -> str:
    """Return a new article in the rendered form, of damaged paragraphs of others."""
    title = " ".join(chance.choices(seeds.words, k=chance.randint(1, 6)))
    lines = [damaged(chance, chance.choice(seeds.paragraphs), seeds) for _ in range(chance.randint(1, 14))]
    return f"= {title} =\n\n" + "\n\n".join(lines) + "\n"


def damaged(chance: random.Random, paragraph: str, seeds: Seeds) -> str:
    """Return a paragraph with up to six changes to its words."""
    words = paragraph.split(" ")
    for _ in range(chance.randint(0, 6)):
        if not words:
            break
        at, kind = chance.randrange(len(words)), chance.random()
        if kind < 0.4:
            del words[at : at + chance.randint(1, 4)]
        elif kind < 0.7:
            words.insert(at, chance.choice(seeds.words))
        elif kind < 0.85:
            words[at] = chance.choice(PUT_IN)
        else:
            words = words[at:]
    return " ".join(words)


def extract_one(text: str) -> str:
    """Return what became of an article: "extracted", "refused", or "broken: ..." and where."""
    try:
        article = read_rendered_text(text, source_path="made_up.txt")
        fault = fault_of(article)
    except (InputError, NothingToReadError):
        return "refused"
    except Exception as error:  # the very thing that is looked for
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"broken: {type(error).__name__}: {error} in {frame.name} of {Path(frame.filename).name}"[:200]
    return f"broken: {fault}" if fault else "extracted"


def fault_of(article: Article) -> str | None:
    """Return what of an article's rows does not stand where its offsets say, or None.

    Raises:
        Exception: whatever the extraction raises.
    """
    rows = rows_of(extract(article))
    for table, column in WORDS_OF.items():
        for row in rows[table]:
            if passage(article.text, row) != row[column]:
                return f"{table} {row[column]!r} is not where its offsets say"
    return None


def _kept(text: str) -> Path:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="casus-fuzz-", suffix=".txt", delete=False
    ) as stream:
        stream.write(text)
    return Path(stream.name)


if __name__ == "__main__":
    sys.exit(main())
