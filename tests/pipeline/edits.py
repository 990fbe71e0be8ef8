"""Random edits of a small corpus, and what an edit may do to what earlier runs left."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.made_exports import export, page

HEAD = "article_id,action,name,other,reason,reported\n"
PEOPLE = ("Ada Quist", "Tomas Velm", "Ida Rask")
BODIES = ("Norland Liberation Front", "Karst Defence Brigade", "Free Coast Movement")
TEXT = """= {title} =

{title}
- Date: 3 March 2019
- Deaths: {deaths}

On 3 March 2019 a raid was made on the harbour of {title} by the {body}. According to {person}, a mayor,
{deaths} people were killed. The {body} denied that there was a raid. {person} said that {more} people were
wounded. The {other} condemned the raid.
"""
LINKED = (
    "{{{{Infobox military conflict\n| conflict = {title}\n| date = 3 May 2016\n"
    "| casualties1 = {deaths} killed\n}}}}\nThe '''{title}''' took place on 3 May 2016. "
    "The [[{page}|{body}]] said that {deaths} people were killed. [[{person}]] condemned it.<ref>{{{{cite web|url=https://a.example/1|title=One}}}}</ref>"
)


class Corpus:
    """A folder of articles that share people and bodies, and a file of corrections."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Begin with a few articles."""
        self.raw, self.corrections = folder / "raw", folder / "actors.csv"
        self.random = random.Random(seed)
        self.raw.mkdir()
        self.said: list[str] = []
        for number in range(4):
            self.write(number)

    def write(self, number: int) -> None:
        """Write an article, or write another text over it."""
        pick = self.random
        body, other = pick.sample(BODIES, 2)
        words = {
            "title": f"Raid {number}", "deaths": pick.randint(2, 30), "more": pick.randint(2, 9),
            "body": body, "other": other, "person": pick.choice(PEOPLE),
            "page": pick.choice((body, f"{body} (group)")),
        }  # fmt: skip
        if number % 3 == 2:
            content = export(page(f"Raid {number}", LINKED.format(**words), number=number))
            (self.raw / f"{number}.xml").write_bytes(content)
        else:
            (self.raw / f"{number}.txt").write_text(TEXT.format(**words), "utf-8")

    def edit(self) -> None:
        """Add, change or drop an article, spoil one, or change the corrections."""
        match self.random.choice(("add", "change", "change", "drop", "spoil", "correct")):
            case "add":
                self.write(self.random.randint(4, 12))
            case "change":
                self.write(int(self.random.choice(sorted(self.raw.iterdir())).stem))
            case "drop" if len(list(self.raw.iterdir())) > 2:
                self.random.choice(sorted(self.raw.iterdir())).unlink()
            case "spoil" if len(list(self.raw.iterdir())) > 2:
                self.random.choice(sorted(self.raw.iterdir())).write_bytes(b"= Bad =\n\n\xff")
            case "correct":
                kind = self.random.choice(("media", "company"))
                body = self.random.choice(BODIES)
                self.corrections.write_text(f"{HEAD}*,kind,{body},{kind},for a test,2026-01-02\n", "utf-8")

    def disturb(self, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Perhaps tear or lose something that earlier runs left, or let the code be another."""
        files = sorted(path for path in work.rglob("*") if path.is_file())
        what = self.random.choice(("nothing", "nothing", "tear", "lose", "flip", "code"))
        if what == "code":
            mark = f"{self.random.random()}"
            for module in ("pipeline.inputs", "run.joined", "pipeline.repetition"):
                monkeypatch.setattr(f"tasks.{module}.whole_fingerprint", lambda: mark)
        elif what != "nothing" and files:
            file = self.random.choice(files)
            content = file.read_bytes()
            place = self.random.randrange(len(content) + 1)
            match what:
                case "tear":
                    file.write_bytes(content[:place])
                case "flip":
                    file.write_bytes(content[:place] + b"\x07" + content[place + 1 :])
                case "lose":
                    file.unlink()
