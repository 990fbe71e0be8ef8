"""What an installed casus needs is in its wheel: code, lexicons and the expectations."""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]


def test_the_wheel_holds_what_a_run_reads() -> None:
    """Each suite of expectations, each lexicon and each module is among the files of the wheel."""
    held = {Path(file.path).as_posix() for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    needed = [
        *(ROOT / "expectations").glob("*.json"),
        *(ROOT / "tasks").rglob("*.csv"),
        *(ROOT / "tasks").rglob("*.json"),
        *(path for package in ("flows", "tasks") for path in (ROOT / package).rglob("*.py")),
    ]
    assert len(needed) > 600
    assert [path for path in needed if path.as_posix() not in held] == []
