"""The report of a run: complete, and harmless whatever articles say."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.report.first_events import ClaimShown, EventShown
from tasks.report.html_page import address, render_page
from tasks.report.markdown import escape, render_markdown
from tasks.report.noticed import IssueAt, IssueCount
from tasks.report.record import Checked, RuleUse, RunReport, SetAside, TableChange, mean_precision
from tasks.run.outcome import Outcome
from tasks.visible import is_dangerous, visible

WIKI = "https://en.wikipedia.org/wiki/Raid"
HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e|`[x](javascript:y)<img src=x onerror=z>"


def a_report(text: str = "text", end: str = "published") -> RunReport:
    """Return a report that shows a text wherever articles' text can come in."""
    outcome = Outcome(
        end,  # type: ignore[arg-type]
        "20260101T000000Z-abcdef", "out", "0002-0123456789ab", reason=text if end == "refused" else "",
        failures=(text,), warnings=(text,), seconds={"extract": 2.0, "validate": 1.0},
    )  # fmt: skip
    at = IssueAt(text, WIKI, 3, text, text)
    return RunReport(
        outcome,
        "2026-01-01 00:00:00 UTC",
        tables=(TableChange("events", 1204, 1201), TableChange("claims", 5, None)),
        articles={"new": [text], "changed": ["b"], "unchanged": [], "dropped": [text]},
        checks=(Checked("claims", "held", "", "critical", True, "", "", 0),
                Checked("claims", "broken", text, "warning", False, text, "because", 2)),
        quarantined=(SetAside("claims", text, "broken", text),),
        issues=(IssueCount("warning", "text", "unclosed", 3, text, 1, (at,)),),
        events=(EventShown(text, WIKI, "2019-03-03", text, text, text, "4 (4–6)", "", 7),),
        claims=(ClaimShown(text, text, "denial", text, text),),
        rules=(RuleUse("said_that", 3, 0.9), RuleUse("passive", 1, 0.5), RuleUse("new", 7, None)),
    )  # fmt: skip


class _Tags(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with its attributes."""
        self.tags.append(tag)
        self.attributes += attrs


def _acting(page: str) -> _Tags:
    parser = _Tags()
    parser.feed(page)
    return parser


def test_page_shows_rows_checks_quarantine_issues_rules_and_time() -> None:
    """Everything that a person asks of a run stands on its page."""
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", render_page(a_report()).replace("<wbr>", "")))
    tables = ("events 1,201 1,204 +3", "first", "1 of 2 hold", "broken", "unclosed", "2.00 s")
    for words in (
        *tables,
        "said_that 3 90%",
        "not measured",
        "Weighted by claims: 80.0%",
        "unclosed 3 times in 1 article",
        "text 2019-03-03 text text text 4 (4–6)",
        "text text denial text text",
        "events.parquet",
        "0002-0123456789ab",
    ):
        assert words in page


def test_page_needs_no_network_and_no_script() -> None:
    """Nothing is loaded from anywhere, and a browser is told so."""
    found = _acting(render_page(a_report()))
    assert not {"script", "link", "img", "iframe", "object"} & set(found.tags)
    assert not {"src", "srcset"} & {name for name, _ in found.attributes}
    assert "default-src 'none'" in render_page(a_report())


def test_page_leads_to_the_tables_and_to_the_articles_and_nowhere_else() -> None:
    """Each table of the version, from where the page lies; of an article what is an address of the web."""
    links = {
        value
        for name, value in _acting(render_page(a_report(), "../../versions")).attributes
        if name == "href"
    }
    version = "../../versions/0002-0123456789ab/"
    assert links == {WIKI, version, f"{version}events.parquet", f"{version}claims.parquet"}
    for url in ("javascript:alert(1)", "file:///etc/passwd", 'https://a" onclick="x', None):
        assert address(url) is None


def test_a_refused_run_says_its_reasons_once_and_what_to_do() -> None:
    """The rules that refused it stand above, the others below; events that nobody gets are not shown."""
    report = a_report("text", "refused")
    reason = "articles: 43 of the 44 articles would disappear. [articles_against_last]"
    refused = Checked(
        "articles", "articles_against_last", "", "critical", False, "43 of the 44 articles", "", 0
    )
    outcome = replace(report.outcome, reason=reason)
    page = render_page(replace(report, outcome=outcome, checks=(*report.checks, refused)))
    assert page.count("43 of the 44 articles") == 1
    assert "--out FOLDER" in page
    assert "What to do" in page
    assert "4 (4–6)" not in page


@pytest.mark.parametrize("end", ["published", "refused"])
def test_hostile_text_does_nothing_in_the_page(end: str) -> None:
    """Markup is shown as text; colour and direction controls are shown as their codes."""
    plain, hostile = render_page(a_report("text", end)), render_page(a_report(HOSTILE, end))
    assert _acting(hostile).tags == _acting(plain).tags
    assert _acting(hostile).attributes == _acting(plain).attributes
    assert not [char for char in hostile if is_dangerous(char) and char != "\n"]
    assert "&lt;script&gt;" in hostile


@settings(deadline=None, max_examples=50)
@given(st.text(min_size=1))
def test_no_text_adds_a_tag_to_the_page(text: str) -> None:
    """Whatever an article says, the page has the same tags, and can be written as UTF-8."""
    page = render_page(a_report(text))
    page.encode("utf-8")
    assert _acting(page).tags == _acting(render_page(a_report("text"))).tags


def test_markdown_shows_the_same_and_lets_nothing_through() -> None:
    """The artifact has the facts; markup, links and table bars of an article are escaped."""
    text = render_markdown(a_report())
    assert "| events | 1,201 | 1,204 |" in text
    hostile = render_markdown(a_report(HOSTILE, "refused"))
    assert "<" not in hostile
    assert "\x1b" not in hostile
    assert r"\|\`\[x\]\(javascript\:y\)" in hostile


@given(st.text())
def test_escaped_text_is_one_line_without_html(text: str) -> None:
    """A cell of a Markdown table stays one cell."""
    shown = escape(text)
    assert "<" not in shown
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*\|", shown)


@given(st.text())
def test_visible_text_has_no_character_that_acts(text: str) -> None:
    """Controls, bidirectional marks and surrogates are gone; harmless text stays as it is."""
    shown = visible(text)
    assert not any(is_dangerous(char) for char in shown)
    if not any(is_dangerous(char) for char in text):
        assert shown == text


def test_precision_is_weighted_by_claims_and_unknown_without_measurement() -> None:
    """Rules without a measured precision count neither way."""
    assert mean_precision(a_report()) == pytest.approx((3 * 0.9 + 1 * 0.5) / 4)
    outcome = a_report().outcome
    assert mean_precision(RunReport(outcome, "now", rules=(RuleUse("new", 7, None),))) is None


def test_record_is_json() -> None:
    """Programs get the same report."""
    record = json.loads(json.dumps(a_report().as_record()))
    assert record["quarantined"] == [{"table": "claims", "key": "text", "rule": "broken", "value": "text"}]
