"""What the accuracy report shows, and what it must not show."""

import datetime
import json
from pathlib import Path

import pytest

from benchmarks.accuracy.__main__ import GOLD, article_folders, main, score_folders
from benchmarks.accuracy.apart import EVENTS, NEWS
from benchmarks.accuracy.dataset import Dataset
from benchmarks.accuracy.measured_rules import Articles, measured_rules
from benchmarks.accuracy.report import EVENT_MEASURES, MEANINGS, by_article, markdown, terminal, worst

ROOT = Path(__file__).parents[2]
CASE = json.loads((ROOT / "tests" / "cases" / "accuracy_reference.json").read_text("utf-8"))
NO_RULES = measured_rules(Articles((), ()), Articles((), ()))


@pytest.fixture
def columns(tmp_path):
    """Scores of one seen and one unseen article."""
    for folder, gold in zip(("seen", "unseen"), CASE["gold"][:2], strict=True):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.json").write_text(json.dumps(gold), encoding="utf-8")
    return score_folders([tmp_path / "seen", tmp_path / "unseen"], Dataset(CASE["tables"]))


def test_an_unseen_article_shows_only_in_the_totals(columns):
    """No title, no error and no row of an unseen article leaves the program."""
    errors = worst(columns["seen"], 100)
    report = markdown(columns, NO_RULES, errors, datetime.date(2020, 2, 3))
    shown = report + terminal(columns) + by_article(columns["seen"])
    assert "Valley of Ors" in shown
    assert "2020-02-03" in report
    assert "1 seen, 1 unseen" in report
    for secret in ("Harbour", "sailors", "navy"):
        assert secret not in shown


@pytest.fixture
def further(tmp_path):
    """Scores of the same two articles, labelled for their events alone."""
    for folder, gold in zip(("seen", "unseen"), CASE["gold"][:2], strict=True):
        alone = {key: gold[key] for key in ("title", "main_event", "secondary_events") if key in gold}
        (tmp_path / "events" / folder).mkdir(parents=True)
        (tmp_path / "events" / folder / "x.json").write_text(
            json.dumps(alone | {"scope": "events"}), encoding="utf-8"
        )
    folders = [tmp_path / "events" / "seen", tmp_path / "events" / "unseen"]
    return score_folders(folders, Dataset(CASE["tables"]))


def test_events_of_further_articles_have_a_table_of_their_own(columns, further):
    """They change no figure of the other table, and their unseen articles show only in the totals too."""
    alone = markdown(columns, NO_RULES, [], datetime.date(2020, 2, 3))
    report = markdown(columns, NO_RULES, [], datetime.date(2020, 2, 3), {EVENTS: further})
    before, table = report.split("## Events of further articles", 1)
    table, after = table.split("## Seen articles", 1)
    assert before + "## Seen articles" + after == alone
    assert "1 seen, 1 unseen" in table
    rows = [line.split(" | ")[0].removeprefix("| ") for line in table.splitlines() if line.startswith("| ")]
    assert tuple(rows) == ("measure", *EVENT_MEASURES)
    for secret in ("Harbour", "sailors", "navy"):
        assert secret not in report


def test_news_reports_have_a_table_of_their_own(columns):
    """They are measured by all measures, apart from the articles, and show only in the totals."""
    alone = markdown(columns, NO_RULES, [], datetime.date(2020, 2, 3))
    report = markdown(columns, NO_RULES, [], datetime.date(2020, 2, 3), {NEWS: columns})
    before, table = report.split("## News reports", 1)
    table, after = table.split("## Seen articles", 1)
    assert before + "## Seen articles" + after == alone
    rows = [line.split(" | ")[0].removeprefix("| ") for line in table.splitlines() if line.startswith("| ")]
    assert tuple(rows) == ("measure", *MEANINGS)
    assert "Harbour" not in table


def test_labels_of_events_alone_are_scored_for_events_alone(columns, further):
    """What an article's statements, figures and actors are is not known, and the events count as ever."""
    for name, scores in further.items():
        whole = columns[name].totals()
        assert scores.events_only
        assert not columns[name].events_only
        assert scores.totals() == {measure: whole[measure] for measure in EVENT_MEASURES if measure in whole}
        assert not any("missed: Radio Ors" in error for error in worst(scores, 100))


def test_only_the_articles_of_the_given_labels_are_read(tmp_path):
    """Who scores the seen labels does not run the stages on what is kept apart."""
    assert article_folders([GOLD / "seen"]) == [GOLD / "articles" / "seen"]
    assert article_folders([tmp_path]) == [GOLD / "articles" / "seen", GOLD / "articles" / "unseen"]


def test_labels_of_events_alone_can_be_scored_by_themselves(tmp_path, capsys):
    """A folder of such labels with its articles beside it gives the measures of events and no others."""
    (tmp_path / "seen").mkdir()
    (tmp_path / "articles" / "seen").mkdir(parents=True)
    text = "= Ors bombing =\n\nThe Ors bombing was a bombing in Ors on 3 May 2019 that killed four people.\n"
    (tmp_path / "articles" / "seen" / "Ors_bombing.txt").write_text(text, encoding="utf-8")
    label = {"title": "Ors bombing", "scope": "events", "main_event": {"start_date": "2019-05-04"}}
    (tmp_path / "seen" / "ors.json").write_text(json.dumps(label), encoding="utf-8")
    assert main(["--gold", str(tmp_path / "seen")]) == 0
    shown = capsys.readouterr().out
    assert "- [Ors bombing] event_date_start: 2019-05-03, not 2019-05-04" in shown
    assert "attribution" not in shown


def test_errors_come_from_the_articles_in_turn(columns):
    """A bad article does not crowd the others out; the limit holds."""
    errors = worst(columns["seen"], 2)
    assert len(errors) == 2
    assert errors[0].startswith("[Valley of Ors] missed: Radio Ors")


def test_markdown_shows_article_text_as_text(columns):
    """An article's words cannot become markup of the report."""
    report = markdown(columns, NO_RULES, ["<b>|*x*"], datetime.date(2020, 2, 3))
    assert r"\<b\>\|\*x\*" in report
