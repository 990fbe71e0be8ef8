"""Install the locked dependencies and the project itself into .venv; do nothing if they are there.

    python3 requirements/install.py run     what the pipeline needs
    python3 requirements/install.py dev     that, and what its tests need
    python3 requirements/install.py bench   that, and what `make bench` compares with

Uses the standard library alone: it runs before anything is installed.  Every file is checked
against its hash in the lock file.  What is installed is remembered in .venv/installed as the lock
file's own hash, so a second call costs nothing and a changed lock file is noticed.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST, NEWEST = (3, 11), (3, 14)
LOCKS = ("run", "dev", "bench")  # each holds all that the one before it holds


def say(text: str) -> None:
    """Print one line for the person who waits."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def lock_digest(name: str) -> str:
    """Return what identifies an installation: the lock file's content and the Python version."""
    content = (ROOT / "requirements" / f"{name}.lock").read_bytes()
    return hashlib.sha256(content + repr(sys.version_info[:2]).encode()).hexdigest()


def is_installed(name: str) -> bool:
    """Say whether .venv holds the lock file's packages, from it or from one that holds more."""
    stamp = VENV / "installed"
    held = stamp.read_text().split() if stamp.exists() else []
    wanted = {lock_digest(n) for n in LOCKS[LOCKS.index(name) :]}
    return bool(wanted & set(held))


def pip(arguments: list[str], total: int) -> None:
    """Run pip in .venv and show how many packages it has come to.

    Raises:
        SystemExit: with pip's own last lines, if it fails.
    """
    command = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--no-input",
               "--disable-pip-version-check", "--progress-bar", "off", *arguments]  # fmt: skip
    seen, tail, started = 0, [], time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            tail = [*tail[-30:], line]
            if line.startswith("Collecting "):
                seen += 1
                if sys.stderr.isatty():
                    sys.stderr.write(f"\r  fetched {seen} of about {total} packages")
                    sys.stderr.flush()
                elif seen % 40 == 0:
                    say(f"  fetched {seen} of about {total} packages")
            elif line.startswith("Installing collected") and total > 1:
                say(f"{chr(13) if sys.stderr.isatty() else ''}  unpacking them (the longest part)          ")
    if process.returncode:
        say("".join(tail))
        raise SystemExit(f"pip could not install the packages of the lock file (exit {process.returncode}).")
    if total > 1:
        say(f"  done in {time.monotonic() - started:.0f} s")


def main(name: str) -> None:
    """Bring .venv up to the named lock file."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        have = ".".join(map(str, sys.version_info[:3]))
        raise SystemExit(
            f"casus needs Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}; this is {have} "
            f"({sys.executable}). Name another one: make run PYTHON=python3.12"
        )
    if is_installed(name):
        return
    lock = ROOT / "requirements" / f"{name}.lock"
    total = len(re.findall(r"^[a-z0-9].*==", lock.read_text("utf-8"), re.MULTILINE))
    if not (VENV / "bin" / "python").exists():
        say("Making a virtual environment in .venv ...")
        venv.create(VENV, with_pip=True, clear=True)
    say(f"Installing {total} pinned packages into .venv (a minute or two, once) ...")
    pip(["--no-deps", "--require-hashes", "-r", str(lock)], total)
    say("Installing casus itself ...")
    pip(["--no-deps", "--no-build-isolation", "--editable", str(ROOT)], 1)
    (VENV / "installed").write_text(lock_digest(name) + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "run")
