"""Lines of the corrections file that change nothing are told, and no others."""

from pathlib import Path

import pytest

from tasks.actors.corrections import COLUMNS
from tasks.run.idle_corrections import SHOWN, idle_corrections
from tests.miniature import HARBOUR, RAID, miniature_tables


def _idle(folder: Path, *lines: str) -> list[str]:
    path = folder / "actors.csv"
    path.write_text("\n".join([",".join(COLUMNS), *(f"{line},a test,2031-05-04" for line in lines)]) + "\n")
    return idle_corrections(path, miniature_tables())


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("*,kind,the norland health service,organisation", ""),
        (f"{HARBOUR},merge,Ada Quist,Reuters", ""),
        (f"{RAID},kind,Ada Quist,person", "no actor of that article is called 'Ada Quist'"),
        ("*,rename,Ada Quist,Mayor Quist", "no actor of this dataset is called 'Mayor Quist'"),
        ("enwiki:Gone,kind,Ada Quist,person", "no article of this dataset has that id"),
    ],
)
def test_a_line_is_told_where_it_meets_nothing(tmp_path: Path, line: str, why: str) -> None:
    """Why it changes nothing stands behind it; a name is compared as corrections compare it."""
    told = _idle(tmp_path, line)
    assert [one.endswith(why) for one in told] == ([True] if why else [])


def test_of_many_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    """A corrections file of a large corpus beside a small one does not fill the screen."""
    told = _idle(tmp_path, *(f"enwiki:Gone_{n},kind,Ada Quist,person" for n in range(SHOWN + 3)))
    assert len(told) == SHOWN + 1
    assert told[-1].endswith("3 more lines that change nothing")


def test_without_a_file_nothing_is_told(tmp_path: Path) -> None:
    """Most have none."""
    assert idle_corrections(tmp_path / "actors.csv", miniature_tables()) == []
