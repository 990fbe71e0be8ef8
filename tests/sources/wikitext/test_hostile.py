"""Markup that is meant to stop a program: bounded time, a reason, and the other pages go on."""

from pathlib import Path

import pytest

from tasks.sources import InputError, read_articles
from tasks.sources.decode import MAX_TEXT_BYTES
from tasks.sources.wikitext import read_wikitext
from tasks.sources.wikitext.parsing.cost import cost_of
from tasks.sources.wikitext.worker import WorkerError, read_page_apart, stop_worker

# Each of these keeps the parser busy for seconds to hours.
HOPELESS = {
    "templates": "{{" * 100_000,
    "templates with arguments": "{{a|" * 20_000,
    "tags without end": "<b " * 4_000,
    "external links": "[http://a " * 20_000,
    "references": "<ref>" * 20_000,
    "tables": "{|" * 20_000,
    "tables on lines": "{|\n" * 20_000,
    "comments": "<!--" * 20_000,
    "nowiki": "<nowiki>" * 20_000,
    "a mixture": "{{a|[[b|<ref>" * 4_000,
    "nested and closed": "{{a|" * 8_000 + "}}" * 8_000,
    "nested tables": "{|\n|\n" * 5_000 + "\n|}" * 5_000,
    "attributes": '<a href="' * 5_000,
    "ten megabytes": "word " * 2_000_000,
}


@pytest.mark.parametrize("name", HOPELESS)
def test_hopeless_markup_is_refused_before_it_is_parsed(name: str) -> None:
    """The refusal says what is wrong, and shows a little of the page."""
    with pytest.raises(InputError, match=r"not closed|levels deep|more than 2,097,152 bytes") as refused:
        read_wikitext(HOPELESS[name], title="T", source_path="t.wikitext")
    assert refused.value.file == "t.wikitext"
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "markup",
    ["}}" * 50_000, "'''" * 20_000, "=" * 50_000, "&#1" * 30_000, "(;" * 30_000, "[ " * 30_000, "|" * 50_000],
)
def test_long_runs_of_marks_are_read(markup: str) -> None:
    """Runs that open nothing cost no more than their length; nothing of the markup is left."""
    article = read_wikitext("Words. " + markup, title="T", source_path="t.wikitext")
    assert "|" not in article.text
    assert "}}" not in article.text


@pytest.mark.parametrize(
    "markup", ["[[a]] " * 100, "<b>x</b> {{y|z}} [http://a b] {| |}", "<br> <br/> <ref/> a < b"]
)
def test_well_formed_markup_costs_nothing(markup: str) -> None:
    """No opening mark is counted as unclosed."""
    assert cost_of(markup).unclosed == 0


def test_unclosed_marks_are_counted() -> None:
    """Each opening mark without its closing one counts, in whatever it stands."""
    assert cost_of("{{a [[b]] <ref>c {{d}}").unclosed == 2
    assert cost_of("<!-- a <!-- b").unclosed == 2


def test_unclosed_references_lose_nothing_before_them() -> None:
    """A page with a few unclosed marks is read; the log says so."""
    article = read_wikitext("Ten died.<ref>A\n\nMore words.", title="T", source_path="t.wikitext")
    assert "Ten died." in article.text
    assert "markup_residue" in {issue.code for issue in article.issues}


@pytest.mark.slow
def test_a_page_is_stopped_and_the_next_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that parses is stopped when its time is up, and started anew."""
    stop_worker()
    monkeypatch.setattr("tasks.sources.wikitext.worker.WALL_SECONDS", 0.5)
    with pytest.raises(WorkerError, match="seconds"):
        read_page_apart("<b " * 4_000, "Bad")
    monkeypatch.undo()
    assert read_page_apart("'''Good''' page.", "Good").text == "= Good =\n\nGood page.\n"
    stop_worker()


def test_one_bad_page_does_not_stop_the_others(tmp_path: Path) -> None:
    """Bad files are failures with their reason; good ones become articles."""
    (tmp_path / "Good_page.wikitext").write_text("'''Good''' [[page]].", "utf-8")
    (tmp_path / "Deep.wikitext").write_text("{{a|" * 20_000, "utf-8")
    (tmp_path / "Nul.wikitext").write_bytes(b"'''A''' \0 b")
    (tmp_path / "Bytes.wikitext").write_bytes(b"[[A]] \xff\xfe")
    (tmp_path / "Large.wikitext").write_bytes(b"[[A]] " + b"word " * (MAX_TEXT_BYTES // 4))
    (tmp_path / "Moved.wikitext").write_text("#REDIRECT [[Good page]]", "utf-8")
    (tmp_path / "Empty.wikitext").write_text("{{reflist}}<!-- nothing -->", "utf-8")
    result = read_articles([tmp_path], tmp_path)
    assert [article.title for article in result.articles] == ["Good page"]
    reasons = {Path(error.file).name: error.message for error in result.failures}
    assert set(reasons) == {
        f"{name}.wikitext" for name in ("Bytes", "Deep", "Empty", "Large", "Moved", "Nul")
    }
    assert "not closed" in reasons["Deep.wikitext"]
    assert "NUL" in reasons["Nul.wikitext"]
    assert "UTF-8" in reasons["Bytes.wikitext"]
    assert "redirect" in reasons["Moved.wikitext"]
