"""Bad input at the command line: file, place and value in the message, exit code 2, nothing lost."""

import errno
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli.main import main
from tests.pipeline.small_run import ARTICLE, let_validation_say, write_article

GOOD = ARTICLE.format(title="Alpha", deaths=4)
UNREADABLE = {
    "empty": (b"", ["the file is empty"]),
    "Latin-1": (GOOD.replace("raid", "raíd").encode("latin-1"), ["byte ", "not UTF-8: ed"]),
    "UTF-16": (GOOD.encode("utf-16"), ["UTF-16, not UTF-8", "save it as UTF-8"]),
    "no title": (b"Some words.\n\nMore words.\n", ["line 1", "no title", "Some words."]),
    "no text": (b"= Alpha =\n\n", ["no text", "Alpha"]),
    "NUL": (GOOD.replace("raid", "ra\0id").encode(), ["line 7", "NUL", "U+0000"]),
    "lone surrogate": (GOOD.replace("raid", "\ud800").encode("utf-8", "surrogatepass"), ["not UTF-8: ed a0"]),
    "bidi control": (GOOD.replace("raid", "ra\u202eid").encode(), ["line 7", "bidi control", "U+202E"]),
    "50 MB": (GOOD.encode() + b"Words of no weight. " * 2_500_000, ["more than 10,485,760 bytes"]),
}


class _Main:
    """`main` in the shape that click's test runner calls."""

    name = "casus"

    def main(self, args: list[str], prog_name: str, **extra: object) -> None:
        """Run the command line."""
        main(args)


def build(*arguments: str) -> Result:
    """Run `casus build --no-prefect`."""
    command: object = _Main()
    return CliRunner().invoke(command, ["build", "--no-prefect", *arguments], catch_exceptions=False)


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A raw folder in an empty working directory, with a dataset of one article published."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CASUS_")]:
        monkeypatch.delenv(name)
    let_validation_say(monkeypatch)
    first = write_article(tmp_path / "data" / "raw", "First")
    assert build().exit_code == 0
    first.unlink()
    return tmp_path / "data" / "raw"


def published() -> list[str]:
    """Return the names of the published versions."""
    return sorted(path.name for path in Path("data/processed/versions").iterdir())


@pytest.mark.parametrize("kind", UNREADABLE)
def test_file_that_is_no_article_is_named_with_place_and_value(raw: Path, kind: str) -> None:
    """Exit code 2; the last dataset stays as it was."""
    content, words = UNREADABLE[kind]
    (raw / "Alpha.txt").write_bytes(content)
    before = published()
    result = build()
    assert result.exit_code == 2
    [line] = [line for line in result.stderr.splitlines() if line.startswith("refused: ")]
    for word in ["Alpha.txt", *words]:
        assert word in line
    assert len(line) < 300
    assert "Nothing was published" in result.stderr
    assert "Traceback" not in result.stderr
    assert published() == before


def test_missing_file_and_empty_folder_are_named(raw: Path) -> None:
    """Both are bad input; the message says which of the two."""
    missing, empty = build("nowhere.txt"), build()
    assert (missing.exit_code, empty.exit_code) == (2, 2)
    assert "nowhere.txt: there is no such file" in missing.stderr
    assert "a folder without articles" in empty.stderr


def test_two_files_with_one_title_name_each_other(raw: Path) -> None:
    """Neither is taken, because which is meant cannot be known; upper case makes no other title."""
    (raw / "A.txt").write_text(GOOD)
    (raw / "B.txt").write_text(GOOD.replace("Alpha", "ALPHA"))
    (raw / "C.txt").write_text(GOOD.replace("Alpha", "Gamma"))
    result = build()
    assert result.exit_code == 2
    assert sum("the same title as in" in line for line in result.stderr.splitlines()) == 2
    assert "Published version 0002-" in result.stderr


def test_file_that_leaves_the_raw_folder_is_refused(raw: Path, tmp_path: Path) -> None:
    """Neither a link nor a path with dots leads out of it."""
    (tmp_path / "secret.txt").write_text(GOOD)
    (raw / "Alpha.txt").symlink_to(tmp_path / "secret.txt")
    for result in (build(), build(str(raw / ".." / ".." / "secret.txt"))):
        assert result.exit_code == 2
        assert "the name leads out of" in result.stderr


def test_hostile_file_name_does_nothing_to_the_terminal(raw: Path) -> None:
    """Controls in a name are shown, not sent."""
    (raw / "A\x1b[31m.txt").write_bytes(b"")
    result = build()
    assert result.exit_code == 2
    assert "\x1b" not in result.stderr


def test_unknown_infobox_key_is_kept_and_no_failure(raw: Path) -> None:
    """What the pipeline does not know is no fault of the article."""
    (raw / "Alpha.txt").write_text(GOOD.replace("- Deaths", "- Zorbl: 7\n- Deaths"))
    assert build().exit_code == 0
    shown = CliRunner().invoke(_Main(), ["show", "articles", "--json"]).stdout  # type: ignore[arg-type]
    assert "Zorbl" in shown


@pytest.mark.parametrize(("options", "code"), [((), 2), (("--keep-going",), 0)])
def test_one_bad_article_among_many(raw: Path, options: tuple[str, ...], code: int) -> None:
    """The others are published and the bad one is named; whether that is a failure can be chosen."""
    for title in ("Alpha", "Beta"):
        write_article(raw, title)
    (raw / "Bad.txt").write_bytes(b"")
    result = build(*options)
    assert result.exit_code == code
    assert "Bad.txt: the file is empty" in result.stderr
    assert "Published version 0002-" in result.stderr


def test_a_full_disk_is_no_fault_of_an_article(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A result that cannot be kept stops the run with exit code 3 and says why; the dataset stays."""
    write_article(raw, "Alpha")
    before = published()

    def refuse(kept: object, key: str, rows: object) -> None:
        raise OSError(errno.ENOSPC, "wrapped by a library", "data/processed/.work/x.json")

    monkeypatch.setattr("tasks.run.kept.Kept.put", refuse)
    done = build()
    assert done.exit_code == 3
    assert "x.json: no space is left on the disk" in done.output
    assert published() == before


@pytest.mark.parametrize("command", [["rollback"], ["prune"], ["export", "--csv"]])
def test_every_command_says_that_the_disk_is_full(
    raw: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """The other commands that write do so too: a sentence and exit code 3, no traceback."""

    def refuse(*arguments: object) -> None:
        raise OSError(errno.EDQUOT, "Disk quota exceeded", "data/processed/x")

    for name in ("rollback", "prune", "export.export_csv"):
        monkeypatch.setattr(f"tasks.publish.{name}", refuse)
    write_article(raw, "Alpha")
    build()
    entry: object = _Main()
    done = CliRunner().invoke(entry, command, catch_exceptions=False)
    assert done.exit_code == 3
    assert done.output.splitlines() == ["casus: data/processed/x: the disk quota is used up"]
