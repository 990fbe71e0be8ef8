"""Corrections of actors in whole runs: in force at once, refused or told where they cannot work."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tasks import pipeline
from tasks.run import BadInputError
from tests.pipeline.small_run import let_validation_say, settings_in, write_article


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let validation pass everything."""
    let_validation_say(monkeypatch)


HEAD = "article_id,action,name,other,reason,reported\n"


def test_corrections_change_the_rows_and_nothing_kept_is_used_for_others(tmp_path: Path) -> None:
    """A new line of the corrections file is in force in the next run, though no article changed."""
    article = write_article(tmp_path / "raw", "Alpha")
    article.write_text(article.read_text() + "The Norland Liberation Front denied that it had been there.\n")
    file = tmp_path / "actors.csv"
    settings = settings_in(tmp_path, corrections=file)
    pipeline.build(settings)

    def kinds() -> dict[str, str]:
        table = pq.read_table(tmp_path / "processed" / "latest" / "actors.parquet")
        return {row["name"]: row["actor_kind"] for row in table.to_pylist()}

    [name] = [name for name in kinds() if "Norland" in name]
    file.write_text(HEAD + f"*,kind,{name},media,for a test,2026-01-02\n")
    assert pipeline.build(settings).end == "published"
    assert kinds()[name] == "media"
    file.unlink()
    assert pipeline.build(settings).end == "published"
    assert kinds()[name] != "media"


def test_a_correction_that_changes_nothing_is_told(tmp_path: Path) -> None:
    """An article that is not there and a name that nobody has are warnings, also where nothing is new."""
    write_article(tmp_path / "raw", "Alpha")
    file = tmp_path / "actors.csv"
    lines = ("*,merge,harbour police,Nobody", "enwiki:Gone,kind,x,media", "enwiki:Alpha,kind,mayor,media")
    file.write_text(HEAD + "".join(f"{line},a test,2026-01-02\n" for line in lines))
    for _ in range(2):
        warnings = pipeline.build(settings_in(tmp_path, corrections=file)).warnings
        assert len(warnings) == 2
        assert "*,merge,harbour police,Nobody: changes nothing" in warnings[0]
        assert "no actor of this dataset is called 'Nobody'" in warnings[0]
        assert "no article of this dataset has that id" in warnings[1]


def test_corrections_file_that_cannot_be_used_stops_the_run(tmp_path: Path) -> None:
    """The message names the file and the line; nothing is published."""
    write_article(tmp_path / "raw", "Alpha")
    (tmp_path / "actors.csv").write_text(HEAD + "*,abolish,police,media,for a test,2026-01-02\n")
    with pytest.raises(BadInputError, match=r"actors\.csv.*abolish"):
        pipeline.build(settings_in(tmp_path, corrections=tmp_path / "actors.csv"))
