"""Made-up articles about made-up events in real countries, the same for the same seed.

They have the shape of the real ones (infobox, lead, sections, statements, disputed and raised tolls)
and varied words, so that the stages have real work; nothing is measured on them but time and safety.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "v",
    "z",
)
VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
ENDS = ("bad", "burg", "dal", "ford", "grad", "ham", "kent", "mouth", "nik", "stan", "ton", "ville")
KINDS = ("airstrike", "bombing", "shelling", "ambush", "raid", "shooting", "mortar attack", "car bombing")
FORCES = ("Liberation Front", "People's Guard", "Defence Brigade", "Border Corps", "Unity Movement")
OFFICES = ("health ministry", "interior ministry", "police", "provincial council", "hospital", "fire service")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
TOWNS = (
    ("Mosul", "Iraq"), ("Kandahar", "Afghanistan"), ("Maiduguri", "Nigeria"), ("Quetta", "Pakistan"),
    ("Homs", "Syria"), ("Taiz", "Yemen"), ("Kismayo", "Somalia"), ("Davao", "Philippines"),
    ("Cali", "Colombia"), ("Kharkiv", "Ukraine"), ("Goma", "Democratic Republic of the Congo"),
    ("Jaffna", "Sri Lanka"), ("Gao", "Mali"), ("Benghazi", "Libya"), ("Belfast", "United Kingdom"),
)  # fmt: skip
VERBS = ("said", "reported", "stated", "announced", "confirmed", "claimed")
PLACES = ("market", "checkpoint", "bridge", "harbour", "barracks", "bus station", "school", "training camp")

SAYINGS = (
    "The {office} {verb} that at least {low} people were killed and {hurt} injured.",
    "According to {person}, a spokesman for the {force}, {high} fighters died in the {kind}.",
    "On {next_day} {month}, the {office} raised the toll to {more} dead.",
    '{person} condemned the {kind} and called it "an attack on all of {place}".',
    "The {force} denied that it had carried out the {kind}.",
    "No group claimed responsibility for the {kind} near the {site}.",
    "Witnesses said that two vehicles had stopped near the {site} before the {kind} began.",
    '{person} told reporters that "we counted {low} bodies at the {site}".',
    "The {office} of {place} denied the report of {high} deaths.",
    "Two days later, shelling in {other} killed {few} soldiers, the {force} {verb}.",
    "The government of {country} condemned the {kind}, and the United States offered its help.",
    "The {kind} was one of several in {place} that month.",
    "The site near the {site} was closed for {few} days, and the road to {other} was reopened afterwards.",
)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One article: its title and its text in the rendered form."""

    title: str
    text: str

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return self.title.replace(" ", "_") + ".txt"


def made_up(number: int, edition: int = 0, seed: int = 1) -> MadeUp:
    """Return the `number`th article; each `edition` of it has the same title and another text."""
    fixed = random.Random(f"{seed}/{number}")
    words = _words(fixed)
    title = f"{words['year']} {words['place']} {words['kind']} {number}"
    varied = random.Random(f"{seed}/{number}/{edition}")
    low = varied.randint(3, 90)
    numbers = {
        "low": low, "high": low + varied.randint(1, 60), "more": low + varied.randint(1, 9),
        "hurt": varied.randint(2, 200), "few": varied.randint(2, 12),
    }  # fmt: skip
    return MadeUp(title, _text(title, words | {name: str(n) for name, n in numbers.items()}, varied))


def write_articles(folder: Path, count: int, edition: int = 0, seed: int = 1) -> list[Path]:
    """Write articles 0 to `count` - 1 into a folder; return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    return [write_article(folder, number, edition, seed) for number in range(count)]


def write_article(folder: Path, number: int, edition: int = 0, seed: int = 1) -> Path:
    """Write one article into a folder, over its earlier edition; return its file."""
    article = made_up(number, edition, seed)
    path = folder / article.file_name
    path.write_text(article.text, "utf-8")
    return path


def _name(source: random.Random, syllables: int = 2) -> str:
    start = "".join(source.choice(ONSETS) + source.choice(VOWELS) for _ in range(syllables))
    return start.capitalize()


def _words(source: random.Random) -> dict[str, str]:
    day = source.randint(1, 24)
    other, country = source.choice(TOWNS)
    return {
        "place": _name(source) + source.choice(ENDS),
        "other": other,
        "country": country,
        "kind": source.choice(KINDS),
        "force": f"{_name(source)} {source.choice(FORCES)}",
        "office": source.choice(OFFICES),
        "person": f"{_name(source)} {_name(source, 3)}",
        "site": source.choice(PLACES),
        "day": str(day),
        "next_day": str(day + source.randint(1, 3)),
        "month": source.choice(MONTHS),
        "year": str(source.randint(1985, 2024)),
    }


def _text(title: str, words: dict[str, str], source: random.Random) -> str:
    def some(count: int) -> str:
        chosen = source.sample(SAYINGS, count)
        return " ".join(s.format(**words, verb=source.choice(VERBS)) for s in chosen)

    infobox = (
        f"- Date: {words['day']} {words['month']} {words['year']}\n"
        f"- Location: {words['place']}, {words['country']}\n"
        f"- Target: {words['site']}\n"
        f"- Deaths: {words['low']}–{words['high']}\n"
        f"- Injured: {words['hurt']}\n"
    )
    lead = (
        f"On {words['day']} {words['month']} {words['year']}, a {words['kind']} hit the {words['site']} of "
        f"{words['place']} in {words['country']}. At least {words['low']} people were killed. {some(1)}"
    )
    return (
        f"= {title} =\n\n{title}\n{infobox}\n{lead}\n\n== Background ==\n{some(2)}\n\n"
        f"== Attack ==\n{some(3)}\n\n{some(3)}\n\n== Reactions ==\n{some(2)}\n"
    )
