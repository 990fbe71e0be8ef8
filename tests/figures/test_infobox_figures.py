"""Figures of infobox values: the field's name says what befell whom, sides stay apart."""

from __future__ import annotations

import pytest

from tasks.figures import find_figures
from tasks.model.article import INFOBOX, LEAD, Article, InfoboxField, Section
from tasks.model.figure import Figure
from tasks.model.span import Span
from tasks.text import analyse


def _article(**fields: str) -> Article:
    """Return an article in the rendered form with an infobox and a lead that counts nobody."""
    head = "= The raid on Halm =\n\n"
    text = head + "Raid on Halm\n"
    start = len(head)
    values = []
    for name, value in fields.items():
        text += f"- {name}: "
        values.append(InfoboxField(name, name, value, Span(len(text), len(text) + len(value)), value))
        text += value + "\n"
    end = len(text)
    text += "\nThe raid took place near Halm."
    sections = (Section(INFOBOX, 1, Span(start, end)), Section(LEAD, 1, Span(end + 1, len(text))))
    return Article(
        "t:raid", "The raid on Halm", "en", None, "text", "raid.txt", "0" * 64, "", "", text, sections,
        infobox_name="Raid on Halm", infobox=tuple(values),
    )  # fmt: skip


def _told(figure: Figure) -> str:
    low = "-" if figure.value_low is None else figure.value_low
    high = "-" if figure.value_high is None else figure.value_high
    flags = [f for f in ("subset", "additional") if getattr(figure, f"is_{f}")]
    words = [figure.property, str(low), str(high), figure.value_qualifier, *flags]
    return " ".join([*words, *([f"side={figure.side}"] if figure.side else [])])


CELLS = [
    ("casualties", "78–105 fighters killed, 100+ fighters wounded",
     ["killed 78 105 range", "injured 100 - at_least"]),
    ("injuries", "90 fighters", ["injured 90 90 exact"]),
    ("injuries", "6,000+", ["injured 6000 - at_least"]),
    ("fatalities", "25", ["killed 25 25 exact"]),
    ("fatalities", "1 passenger and 11 pedestrians", ["killed 1 1 exact", "killed 11 11 exact"]),
    ("fatalities", "12 (1 passenger and 11 pedestrians)",
     ["killed 12 12 exact", "killed 1 1 exact subset", "killed 11 11 exact subset"]),
    ("fatalities", "4 (+ 1 perpetrator)", ["killed 4 4 exact", "killed 1 1 exact additional"]),
    ("fatalities", "2,996 (2,977 victims + 19 hijackers)",
     ["killed 2996 2996 exact", "killed 2977 2977 exact subset", "killed 19 19 exact subset"]),
    ("fatalities", "85 (+12 missing)", ["killed 85 85 exact", "missing 12 12 exact"]),
    ("fatalities", "Unknown", []),
    ("casualties_1", "None", []),
    ("injuries", "None", ["injured 0 0 exact"]),
    ("injuries", "340 (62 critically)", ["injured 340 340 exact", "injured 62 62 exact subset"]),
    ("casualties", "Heavy", []),
    ("casualties_1", "746 killed, ~200 wounded, 2 landing ships sunk, 2 ferries damaged",
     ["killed 746 746 exact side=1", "injured 200 200 approx side=1"]),
    ("casualties_2", "214 soldiers, 16 civilians killed",
     ["killed 214 214 exact side=2", "killed 16 16 exact side=2"]),
    ("casualties_1", "225,606 to 226,386 casualties; 4,101 planes; ~4,000 tanks",
     ["killed_or_injured 225606 226386 range side=1"]),
    ("casualties_3", "Civilian deaths:; 11,000–19,000 in the bombing; Total: 25,000–39,000 killed",
     ["killed 11000 19000 range subset side=3", "killed 25000 39000 range side=3"]),
    ("casualties_2", "2 killed (non-combat) and 3 captured",
     ["killed 2 2 exact side=2", "captured 3 3 exact side=2"]),
    ("casualties_1", "Killed: 12; Wounded: 30", ["killed 12 12 exact side=1", "injured 30 30 exact side=1"]),
    ("casualties_2", "300+ soldiers killed (per the ministry); 1,008–1,200 killed",
     ["killed 300 - at_least side=2", "killed 1008 1200 range side=2"]),
    ("casualties_1", "60+ killed (Russian claim)", ["killed 60 - at_least side=1"]),
    ("fatalities", "31 villagers killed including 9 children and 8 women, another 14 wounded",
     ["killed 31 31 exact", "killed 9 9 exact subset", "killed 8 8 exact subset",
      "injured 14 14 exact additional"]),
    ("casualties_1", "14 UAVs shot down, 47 tanks destroyed", []),
    ("missing", "7", ["missing 7 7 exact"]),
    ("captured", "About 300 soldiers", ["captured 300 300 approx"]),
    ("casualties", "530,000+ killed or captured", []),
    ("strength_1", "4,000 troops", []),
    ("date", "12 March 2011", []),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "expected"), CELLS, ids=[f"{f}:{v[:30]}" for f, v, _ in CELLS])
def test_figures_of_a_cell(field: str, value: str, expected: list[str]) -> None:
    """A cell gives its numbers of people with property, bounds, parts and side, and nothing else."""
    document = analyse(_article(**{field: value}))
    assert [_told(f) for f in find_figures(document)] == expected


def test_the_field_names_the_victims() -> None:
    """The perpetrators' deaths are attackers, the civilians' casualties civilians."""
    document = analyse(_article(deaths_perpetrator="2", casualties_civilian="14 killed"))
    assert [f.victim_class for f in find_figures(document)] == ["attackers", "civilians"]


def test_spans_are_slices_of_the_article() -> None:
    """Number and victims of a cell stand where their offsets say."""
    article = _article(casualties="78–105 fighters killed")
    (figure,) = find_figures(analyse(article))
    assert figure.span.of(article.text) == "78–105 fighters killed"
    assert figure.number.of(article.text) == "78–105"
    assert figure.victim is not None
    assert figure.victim.of(article.text) == "fighters"
