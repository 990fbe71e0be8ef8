"""Data Docs show what was expected and nothing that an article could have put there."""

from pathlib import Path

import pytest

from tasks import pipeline
from tests.pipeline.small_run import let_validation_say, settings_in, write_article

HOSTILE = "<script>alert(1)</script>"


@pytest.mark.gx
@pytest.mark.slow
def test_values_that_break_an_expectation_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A language code that is a script breaks an expectation, is counted, and is shown nowhere."""
    import pyarrow as pa

    from tasks.validate.data_docs import build_data_docs

    let_validation_say(monkeypatch)
    write_article(tmp_path / "raw", "Alpha")
    pipeline.build(settings_in(tmp_path))
    tables = pipeline.published_tables(tmp_path / "processed" / "latest")
    events = tables["events"]
    for column in ("event_type", "sub_event_type"):
        index = events.column_names.index(column)
        values = pa.array([HOSTILE] * events.num_rows, events.schema.field(index).type)
        events = events.set_column(index, events.schema.field(index), values)
    page = build_data_docs(tables | {"events": events}, tmp_path / "docs")
    pages = {path: path.read_text("utf-8") for path in (tmp_path / "docs").rglob("*.html")}
    assert page in pages
    assert any("event_type" in text for text in pages.values())
    assert any("Failed" in text for text in pages.values())
    assert not [path for path, text in pages.items() if HOSTILE in text]
