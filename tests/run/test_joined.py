"""Joined rows come back as they were kept, or not at all."""

from pathlib import Path

import pytest

from tasks.assemble import rows_of
from tasks.assemble.merged_actors import merged
from tasks.assemble.part import part_of
from tasks.extract import extract
from tasks.run.joined import Joined, read_joined, write_joined
from tasks.sources.rendered_text import read_rendered_text
from tests.pipeline.small_run import ARTICLE


@pytest.fixture
def joined() -> Joined:
    """Return the rows of a small article, and of one that has nothing but itself."""
    text = ARTICLE.format(title="Alpha", deaths=4)
    rows = rows_of(extract(read_rendered_text(text, source_path="alpha.txt")))
    part = part_of([rows, {"articles": rows["articles"], "actors": []}])
    return Joined(("a" * 64, "b" * 64), part, merged(part))


def test_rows_come_back_as_they_were_kept(tmp_path: Path, joined: Joined) -> None:
    """Tables and counts are the same; under another mark nothing is there."""
    path = tmp_path / "work" / "joined.arrow"
    assert read_joined(path, "mark") is None
    write_joined(path, joined, "mark")
    found = read_joined(path, "mark")
    assert found is not None
    assert found.keys == joined.keys
    assert found.part.tables == joined.part.tables
    assert found.merged == joined.merged
    assert (found.part.counts == joined.part.counts).all()
    assert read_joined(path, "other") is None
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_torn_or_changed_file_is_not_there(tmp_path: Path, joined: Joined) -> None:
    """A lost end and a changed byte are found, wherever they are."""
    path = tmp_path / "joined.arrow"
    write_joined(path, joined, "mark")
    whole = path.read_bytes()
    for place in range(0, len(whole), 1009):
        for torn in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
            path.write_bytes(torn)
            assert read_joined(path, "mark") is None
