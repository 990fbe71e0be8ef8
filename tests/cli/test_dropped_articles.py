"""A run replaces the dataset: what is said where articles of the last one are not in it."""

import json
from pathlib import Path

import pytest

from tasks.validate import Result
from tests.cli.commanded import build
from tests.pipeline.small_run import let_validation_say, write_article

GONE = "43 of the 44 articles of the last dataset would disappear"


def _bound(waived: bool) -> Result:
    return Result(
        "bound", "articles", "articles_against_last", (), "table", "critical", "publish anyway with"
        " --drop-articles", waived, GONE, waived=waived,
    )  # fmt: skip


def test_a_refusal_says_in_one_sentence_what_happened_and_what_to_do(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many articles would go, and the option with which they do."""
    let_validation_say(monkeypatch, _bound(waived=False))
    result = build()
    assert result.exit_code == 1
    [line] = [line for line in result.stderr.splitlines() if GONE in line]
    assert "--drop-articles" in line
    assert "--out FOLDER" in result.stderr


def test_the_option_reaches_validation_and_the_report(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it let through is told, and stands in the run's report."""
    let_validation_say(monkeypatch, _bound(waived=True))
    result = build("--drop-articles", "--json")
    assert result.exit_code == 0
    outcome = json.loads(result.stdout)
    assert outcome["waived"] == [f"articles: {GONE}"]
    assert f"let through by --drop-articles: articles: {GONE}" in result.stderr
    folder = Path(outcome["report"]).parent
    assert GONE in json.loads((folder / "report.json").read_text("utf-8"))["outcome"]["waived"][0]
    for page in ("report.html", "report.md"):
        assert "--drop-articles" in (folder / page).read_text("utf-8").replace("\\", "")


@pytest.mark.parametrize("option", [(), ("--drop-articles",)])
def test_validation_is_told_whether_articles_may_go(
    here: Path, monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...]
) -> None:
    """Only where the command line, or the setting, says so."""
    from tasks import validate

    answer, told = validate.validate, []
    monkeypatch.setattr(
        "tasks.validate.validate", lambda *tables, **known: told.append(known) or answer(*tables, **known)
    )
    build(*option)
    assert [known["may_drop"] for known in told] == [bool(option)]


def test_articles_that_went_are_counted_at_the_end(here: Path) -> None:
    """Naming inputs replaces the dataset, which nobody has to find out from its rows."""
    build()
    write_article(here, "Gamma")
    assert "1 new, 2 no longer in it" in build("Gamma.txt").stderr
    assert "no longer" not in build("Gamma.txt").stderr
