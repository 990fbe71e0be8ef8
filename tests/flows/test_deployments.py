"""The deployments file: what the scheduler runs, and that a slip in it is an error."""

from pathlib import Path

import pytest

from flows.deployments import read_deployments
from tasks.settings import SettingsError

FILE = Path(__file__).resolve().parent.parent.parent / "prefect.yaml"


def test_refresh_and_full_rebuild_are_scheduled_one_at_a_time() -> None:
    """Both have a cron with a time zone, tags, and a limit of one run that queues the next."""
    deployments = {deployment.name: deployment for deployment in read_deployments(FILE)}
    assert set(deployments) == {"refresh", "full-rebuild"}
    for deployment in deployments.values():
        assert deployment.concurrency_limit == 1
        assert deployment.concurrency_options is not None
        assert deployment.concurrency_options.collision_strategy.value == "ENQUEUE"
        assert "casus" in (deployment.tags or [])
        [schedule] = deployment.schedules or []
        assert schedule.schedule.timezone == "Etc/UTC"
        assert schedule.active
    assert deployments["refresh"].parameters["wanted"] == {"everything_kept": True}
    assert deployments["full-rebuild"].parameters["settings"]["run.full"] is True
    for deployment in deployments.values():  # one waits for the other: they work on the same folder
        assert deployment.parameters["settings"]["run.wait_seconds"] >= 3600


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("cron:", "crn:", "schedules.0.cr"),
        ("build_dataset.py:build_dataset", "other.py:x", "entrypoint"),
        ("ENQUEUE", "DROP", "collision_strategy"),
        ("name: casus", "{[", "is not YAML"),
    ],
)
def test_slip_in_the_file_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    """An unknown key, another entry point or a strategy that is none is refused with its place."""
    path = tmp_path / "prefect.yaml"
    path.write_text(FILE.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(SettingsError, match=r"prefect\.yaml") as caught:
        read_deployments(path)
    assert words in str(caught.value)


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is said by name."""
    with pytest.raises(SettingsError, match=r"none\.yaml"):
        read_deployments(tmp_path / "none.yaml")
