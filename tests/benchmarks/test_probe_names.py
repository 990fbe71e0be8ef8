"""The probe of names puts an invented name in place of one, and tells what casus reads otherwise for it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.probe_names import NAMES, Renaming, changes

_TEXT = """= 2016 Karvel bombing =

On 3 May 2016, a bomb exploded at a market in Karvel. Twelve people were killed.
The mayor, Ada Brandt, said that the attack was the worst in years. Brandt blamed nobody.
"""


def test_a_name_is_exchanged_whole_and_short() -> None:
    """Both forms of a name are exchanged, no part of a longer word, and put back again."""
    renaming = Renaming(("Ada Brandt", "Brandt"), ("Jean-Luc van der Meer", "van der Meer"))
    given = renaming.exchanged("Ada Brandt met Brandt's sister in Brandtville.")
    assert given == "Jean-Luc van der Meer met van der Meer's sister in Brandtville."
    assert renaming.alike(given) == "Ada Brandt met Brandt's sister in Brandtville."


def test_a_speaker_by_another_name_says_the_same(tmp_path: Path) -> None:
    """Whatever a speaker is called, the statements are hers, and one exchange is tried for each new name."""
    path = tmp_path / "karvel.txt"
    path.write_text(_TEXT, encoding="utf-8")
    found = list(changes(path, 1, len(NAMES["person"])))
    assert {name for _, name, _ in found} == {whole for whole, _ in NAMES["person"]}
    assert [change for _, _, told in found for change in told] == []
