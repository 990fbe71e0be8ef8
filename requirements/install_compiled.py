"""Build the wheel with the hottest modules compiled, and install it into .venv-compiled.

    .venv/bin/python requirements/install_compiled.py

Needs what requirements/bench.lock has installed into .venv (mypy compiles, setuptools calls the C compiler),
a C compiler and Python's headers.  .venv-compiled holds casus alone and takes the libraries from .venv; the
wheel itself stays in dist/.  Nothing is done if it was made from the sources as they are.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import time
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv-compiled"
WHEELS = ROOT / "dist"
SWITCH = "HATCH_BUILD_HOOK_ENABLE_CUSTOM"


def say(text: str) -> None:
    """Print one line for the person who waits."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def what_is_missing() -> list[str]:
    """Return what the C compiler needs and this machine has not, each with what to do about it."""
    number = f"{sys.version_info[0]}.{sys.version_info[1]}"
    missing = []
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        missing.append(f"a C compiler ({compiler}): on Debian `apt-get install gcc libc6-dev`, or set CC")
    header = Path(sysconfig.get_paths()["include"], "Python.h")
    if not header.exists():
        missing.append(f"Python's headers ({header}): on Debian `apt-get install python{number}-dev`")
    return missing


def packages_of(home: Path) -> Path:
    """Return the folder of a virtual environment where packages lie, for the Python that runs."""
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(home), "platbase": str(home)}))


def is_fresh() -> bool:
    """Say whether .venv-compiled was made from the sources as they are, for this Python."""
    sys.path.insert(0, str(ROOT))
    from requirements.compiled_wheel import modules_to_compile
    from tasks.compiled_from import KEPT_IN, digest_of_sources

    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    hook = table["hooks"]["custom"]
    wanted = [digest_of_sources(ROOT), *modules_to_compile(ROOT, hook["compile"], hook["leave"])]
    kept = packages_of(HOME) / KEPT_IN
    return kept.exists() and kept.read_text("utf-8").split() == wanted


def build(folder: Path) -> Path:
    """Return the wheel, built into a folder.

    Raises:
        SystemExit: with the compiler's own words, if it cannot be built.
    """
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "wheel", "--no-input", "--disable-pip-version-check",
               "--no-index", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)]  # fmt: skip
    done = subprocess.run(
        command,
        env={**os.environ, SWITCH: "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        say(done.stdout)
        raise SystemExit("The compiled wheel could not be built.  casus itself needs none: see `make run`.")
    return next(folder.glob("casus-*.whl"))


def install(wheel: Path) -> None:
    """Install the wheel into a new .venv-compiled, which takes everything else from .venv."""
    venv.create(HOME, clear=True, with_pip=False)
    # Behind its own packages: the libraries, and the checkout for its benchmarks and tests.
    others = [packages_of(Path(sys.prefix)), ROOT]
    (packages_of(HOME) / "libraries.pth").write_text("".join(f"{path}\n" for path in others), "utf-8")
    command = [sys.executable, "-m", "pip", "--python", str(HOME / "bin" / "python"), "install",
               "-q", "--disable-pip-version-check", "--no-index", "--no-deps", "--ignore-installed",
               str(wheel)]  # fmt: skip
    subprocess.run(command, check=True)
    started = (Path(sys.prefix) / "bin" / "prefect").read_text(
        "utf-8"
    )  # which `casus serve` starts beside it
    prefect = HOME / "bin" / "prefect"
    prefect.write_text(f"#!{HOME / 'bin' / 'python'}\n{started.partition(chr(10))[2]}", "utf-8")
    prefect.chmod(0o755)


def main() -> None:
    """Bring .venv-compiled up to the sources."""
    if is_fresh():
        return
    if missing := what_is_missing():
        raise SystemExit(
            "casus cannot be compiled here. Missing:\n" + "".join(f"  {one}\n" for one in missing)
        )
    say("Compiling casus (some minutes; it runs without as well) ...")
    started = time.monotonic()
    wheel = build(WHEELS)
    say(f"  done in {time.monotonic() - started:.0f} s: {wheel} ({wheel.stat().st_size / 2**20:.1f} MB)")
    install(wheel)
    say(f"Installed: {(HOME / 'bin' / 'casus').relative_to(ROOT)}")


if __name__ == "__main__":
    main()
