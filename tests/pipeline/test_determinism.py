"""The same input gives the same bytes, whatever the machine's seed, time zone, locale and order of files."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLES = ROOT / "tests" / "gold" / "articles" / "seen"
RUN = """
import sys
from pathlib import Path
from tasks import validate
from tasks.pipeline import build
from tasks.settings import load_settings
from tasks.validate import Verdict

validate.validate = lambda tables, previous=None, **known: Verdict(tables, (), ())  # changes no row
build(load_settings(), tuple(map(Path, sys.argv[1:])))
"""
SETTINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "random", "TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
)


def _checksums(folder: Path, files: list[Path], settings: dict[str, str]) -> dict[str, str]:
    """Return the checksum of each published file of a run in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "CASUS_"))}
    own = {"PYTHONPATH": str(ROOT), "CASUS_RAW": str(ARTICLES), "CASUS_OUT": str(folder)}
    subprocess.run(
        [sys.executable, "-c", RUN, *map(str, files)], env=kept | own | settings, check=True, timeout=900
    )
    latest = folder / "latest"
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(latest.iterdir())
        if path.name != "manifest.json"  # which run published it, and when, stands there
    }


@pytest.mark.slow
def test_bytes_depend_on_the_articles_alone(tmp_path: Path) -> None:
    """Three runs over real articles, each with another seed, zone, locale and order of files."""
    files = sorted(ARTICLES.glob("2016_B*")) + sorted(ARTICLES.glob("2020_*"))
    assert len(files) >= 4
    orders = [files, files[::-1], files[2:] + files[:2]]
    runs = [
        _checksums(tmp_path / str(number), order, settings)
        for number, (order, settings) in enumerate(zip(orders, SETTINGS, strict=True))
    ]
    assert "events.parquet" in runs[0]
    assert "datapackage.json" in runs[0]
    assert runs[0] == runs[1] == runs[2]
