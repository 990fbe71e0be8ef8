"""Tables in the terminal: what a narrow one leaves out, and what a cell makes of the text in it."""

import pytest

from flows.cli.console import cell, write_table
from flows.cli.row_views import VIEWS
from flows.cli.views import Lookups, role_lines


def test_line_breaks_of_a_text_are_line_breaks() -> None:
    """Controls are made visible; a line break is no control in a cell of lines."""
    assert cell("one\ntwo\x1b[31m").plain == "one\ntwo<U+001B>[31m"
    assert cell(["a\nb", "c"]).plain == "a\nb\nc"
    assert cell(None).plain == ""


@pytest.mark.parametrize(("width", "is_shown"), [(80, False), (120, True)])
def test_narrow_terminal_is_spared_the_lesser_columns(
    width: int, is_shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Cells stay under their own headings."""
    monkeypatch.setenv("COLUMNS", str(width))
    write_table("t", {"first": {}, "lesser": {"from_width": 100}, "last": {}}, [["1", "2", "3"]])
    shown = capsys.readouterr().out
    assert ("lesser" in shown) is is_shown
    assert ("2" in shown) is is_shown
    assert "3" in shown


def test_long_cells_take_the_width_that_short_columns_leave(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table too wide for the terminal ends where it ends, and a column of numbers is no wider for it."""
    monkeypatch.setenv("COLUMNS", "60")
    write_table("t", {"killed": {}, "claim": {"ratio": 1}, "who": {"ratio": 3}}, [["1", "a", "word " * 40]])
    shown = capsys.readouterr().out.splitlines()
    assert {len(line) for line in shown} == {60}
    killed, claim, who = (len(part) for part in shown[1].strip("┏┓").split("┳"))
    assert killed < claim < who


def test_claim_in_the_articles_own_voice_says_so() -> None:
    """Nobody is named as its claimant, and that is said in words."""
    row = {
        "claimant_actor_id": None, "claimant_raw": None, "voice": "article", "claim_id": "c",
        "claim_type": "statement", "cue": None, "claim_text": "Two died", "claim_date_edtf": None,
    }  # fmt: skip
    assert VIEWS["claims"].cells(row, Lookups())[0] == "(the article)"
    assert VIEWS["claims"].cells(row | {"voice": "attributed"}, Lookups())[0] == "?"


def test_roles_that_tell_most_stand_first() -> None:
    """Who did it and to whom comes before who else was there."""
    others = {"participant": ["A", "B", "C", "D"], "mentioned": ["M"], "ally": ["E"]}
    assert role_lines(others) == ["participant: A, B, C and 1 more", "ally: E"]
    telling = others | {"victim": ["V"], "perpetrator": ["P (alleged)"]}
    assert role_lines(telling) == ["perpetrator: P (alleged)", "victim: V", "5 others"]
