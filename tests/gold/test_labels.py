"""The hand labels keep their own rules: every string stands in its article, where the label says."""

import csv
import datetime
import json
import re
from collections import Counter
from pathlib import Path

import pytest

GOLD = Path(__file__).parent
NEWS = GOLD / "news"
WRITTEN = GOLD / "written"
LABELS = sorted(
    label for of in (GOLD, NEWS) for part in ("seen", "unseen") for label in (of / part).glob("*.json")
)
WRITTEN_LABELS = sorted([*(WRITTEN / "seen").glob("*.json"), *(WRITTEN / "unseen").glob("*.json")])
EVENTS = GOLD / "events"
CLASHES = GOLD / "clashes"
OPENINGS = GOLD / "openings"
BEGINNINGS = GOLD / "beginnings"
EVENTS_ALONE = (EVENTS, CLASHES, OPENINGS, BEGINNINGS)
EVENT_LABELS = sorted(
    label for of in EVENTS_ALONE for part in ("seen", "unseen") for label in (of / part).glob("*.json")
)
TOLLS = ("killed_low", "killed_high", "injured_low", "injured_high")
COMPARED = {"start_date", "end_date", "country", "place", *TOLLS, "perpetrators", "targets"}
PARTS = " … "

NOTES = re.compile(r"<!--.*?-->|<ref[^<>]*/>|<ref[^<>]*>.*?</ref>", re.DOTALL)
# An infobox stays: its figures are labelled too.
TEMPLATE = re.compile(r"\{\{(?!Infobox)[^{}]*\}\}")
TABLE = re.compile(r"\{\|.*?\|\}", re.DOTALL)
LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)*([^\[\]|]*)\]\]")


def reading_text(wikitext: str) -> str:
    """Return the prose of an article in wikitext, as a reader sees it but for what templates show."""
    text = NOTES.sub("", wikitext)
    for markup, shown in ((TEMPLATE, ""), (TABLE, ""), (LINK, r"\1")):
        while markup.search(text):
            text = markup.sub(shown, text)
    return re.sub(r"'{2,}", "", text)


def article_of(label: Path, gold: dict) -> str:
    """Return the text of the article that a label file belongs to."""
    path = label.parents[1] / "articles" / label.parent.name / Path(gold["file"]).name
    text = path.read_text("utf-8")
    # The labels of the two first articles in wikitext quote their markup, later ones what a reader sees.
    shown = gold["file"].startswith(("articles/", "written/"))
    return reading_text(text) if path.suffix == ".wikitext" and shown else text


@pytest.mark.parametrize("label", LABELS + WRITTEN_LABELS, ids=lambda path: path.stem)
def test_labels_quote_their_article(label):
    """Contents, cues and claimants are words of the article, not of the labeller."""
    gold = json.loads(label.read_text("utf-8"))
    text = article_of(label, gold)
    for claim in gold["claims"]:
        for words in (*claim["content"].split(PARTS), claim["cue"], claim["claimant"]):
            assert not words or words in text, (claim["id"], words)
    for figure in [*gold["narrator_figures"], *(f for c in gold["claims"] for f in c["figures"])]:
        assert figure.get("raw", "") in text
        low, high = figure["low"], figure["high"]
        assert low is None or high is None or low <= high


@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.stem)
def test_offsets_point_at_the_strings(label):
    """Where a label was made from this rendering, its offsets give its strings."""
    gold = json.loads(label.read_text("utf-8"))
    if not gold["file"].startswith("articles/"):
        pytest.skip("labelled on another rendering of the article")
    text = article_of(label, gold)
    for claim in gold["claims"]:
        first, last = claim["content"].split(PARTS)[0], claim["content"].split(PARTS)[-1]
        passage = text[claim["content_char_start"] : claim["content_char_end"]]
        assert passage.startswith(first)
        assert passage.endswith(last)
        assert text[claim["char_start"] : claim["char_end"]] == claim["sentence"]
        assert not claim["cue"] or text[claim["cue_char_start"] : claim["cue_char_end"]] == claim["cue"]
    for item in gold["narrator_figures"]:
        assert text[item["char_start"] : item["char_end"]] == item["raw"]
    for item in gold["secondary_events"]:
        assert text[item["char_start"] : item["char_end"]] == item["evidence"]


def test_an_unseen_article_is_in_no_other_folder():
    """What nobody may look at must not lie among what everybody looks at."""
    seen = {path.name for path in (GOLD / "articles" / "seen").iterdir()}
    unseen = {path.name for path in (GOLD / "articles" / "unseen").glob("*")}
    assert not seen & unseen
    assert len(unseen) == 18


def test_each_report_names_its_page():
    """A news report is labelled once, lies in one folder, and has a line that says where it is from."""
    with (NEWS / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    files = {(path.parent.name, path.name) for path in (NEWS / "articles").glob("*/*")}
    labels = {
        (label.parent.name, json.loads(label.read_text("utf-8"))["title"]) for label in NEWS.glob("*/*.json")
    }
    assert {(row["folder"], row["file"]) for row in rows} == files
    assert {(row["folder"], row["title"]) for row in rows} == labels
    assert len(rows) == len(files) == len({row["title"] for row in rows}) == 35
    assert all(row["page"].startswith("https://en.wikinews.org/wiki/") and row["commit"] for row in rows)


def test_each_beginning_names_its_page():
    """The text of a published beginning says which file at which commit it is from."""
    with (BEGINNINGS / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    files = {(path.parent.name, path.name) for path in (BEGINNINGS / "articles").glob("*/*")}
    assert {(row["folder"], row["file"]) for row in rows} == files
    assert len(rows) == len(files) == 42
    assert all(row["path"].endswith(".md") and len(row["commit"]) == 40 for row in rows)


def test_each_written_article_is_labelled_once():
    """Every second one of each writer is unseen, and none lies in both folders."""
    files = {of: {path.name for path in (WRITTEN / "articles" / of).iterdir()} for of in ("seen", "unseen")}
    labelled = {of: set() for of in files}
    for label in WRITTEN_LABELS:
        labelled[label.parent.name].add(Path(json.loads(label.read_text("utf-8"))["file"]).name)
    assert labelled == files
    assert not files["seen"] & files["unseen"]
    assert len(files["seen"]) == len(files["unseen"]) == 60


def event_article_of(label: Path) -> str:
    """Return what a reader sees of the article that a label of events alone belongs to."""
    [path] = (label.parents[1] / "articles" / label.parent.name).glob(f"{label.stem}.*")
    text = path.read_text("utf-8")
    return reading_text(text) if path.suffix == ".wikitext" else text


def is_date(text: str) -> bool:
    """Say whether a text is a day, month or year that there is."""
    try:
        return bool(datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :]))
    except ValueError:
        return False


@pytest.mark.parametrize("label", EVENT_LABELS, ids=lambda path: path.stem)
def test_labels_of_events_alone_are_well_formed(label):
    """They say all that the measures of events compare, in a form that can be compared."""
    gold = json.loads(label.read_text("utf-8"))
    assert set(gold) == {"title", "scope", "main_event", "secondary_events"}
    assert gold["scope"] == "events"
    assert event_article_of(label).startswith(f"= {gold['title']} =\n")
    main = gold["main_event"]
    assert set(main) >= COMPARED
    for side in ("perpetrators", "targets"):
        assert all(name.strip() == name != "" for name in main[side])
        assert max(Counter(main[side]).values(), default=1) == 1
    dated = [] if main["start_date"] is None and main["date_note"].startswith("before year 1") else [main]
    for event in (*dated, *gold["secondary_events"]):
        start, end = event["start_date"], event.get("end_date") or event["start_date"]
        assert is_date(start)
        assert is_date(end)
        assert start[: len(end)] <= end[: len(start)]
        for low, high in (TOLLS[:2], TOLLS[2:]):
            tolls = [event[name] for name in (low, high) if event.get(name) is not None]
            assert tolls == sorted(tolls)
            assert all(isinstance(toll, int) and toll >= 0 for toll in tolls)


@pytest.mark.parametrize("label", EVENT_LABELS, ids=lambda path: path.stem)
def test_other_events_quote_their_article(label):
    """The words that an event was labelled from are the article's."""
    gold = json.loads(label.read_text("utf-8"))
    text = event_article_of(label)
    for event in gold["secondary_events"]:
        assert event["type"]
        assert "killed_low" in event
        assert event["quote"]
        for words in event["quote"].split(PARTS):
            assert words in text, words


def test_each_article_is_labelled_once_and_lies_in_one_folder():
    """An article of events alone is labelled under its name, and is not labelled whole elsewhere."""
    for of in EVENTS_ALONE:
        for folder in ("seen", "unseen"):
            names = sorted(path.stem for path in (of / "articles" / folder).iterdir())
            assert names == sorted(path.stem for path in EVENT_LABELS if path.parent == of / folder)
    titles = [json.loads(label.read_text("utf-8"))["title"] for label in (*LABELS, *EVENT_LABELS)]
    assert max(Counter(titles).values()) == 1
