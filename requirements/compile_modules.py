"""Compile modules with mypyc, beside their sources: only ever called for a copy of them.

    python requirements/compile_modules.py CONFIG WORK MODULE ...

Run in the folder that holds the copy's packages.  CONFIG is the file with mypy's settings, WORK a folder for
what is made on the way.  All modules become one library, whose parts call each other directly, and one small
file each that Python finds beside the source.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from mypyc.build import mypycify
from setuptools import setup
from setuptools.command.build_ext import build_ext

OPTIMISED = "1"  # "2" takes the C compiler nearly twice as long
JOBS = os.cpu_count() or 1


class SideBySide(build_ext):
    """Compiles the files of one library side by side: setuptools does so with libraries only."""

    def build_extensions(self) -> None:
        """Build all of them."""
        one_by_one = self.compiler.compile

        def compiled(sources: list[str], *others: Any, **options: Any) -> list[str]:
            """Return the object files, in the order of the sources."""
            with ThreadPoolExecutor(JOBS) as pool:
                made = pool.map(lambda source: one_by_one([source], *others, **options), sources)
                return [file for files in made for file in files]

        self.compiler.compile = compiled
        super().build_extensions()


def main(config: str, work: str, modules: list[str]) -> None:
    """Compile the modules."""
    options = [f"--config-file={config}", f"--cache-dir={work}/mypy"]
    extensions = mypycify(
        [*options, *modules],
        opt_level=OPTIMISED,
        debug_level="0",
        multi_file=True,
        group_name="casus",
        target_dir=work,
    )
    arguments = ["-q", "build_ext", "--inplace", f"--build-temp={work}", f"-j{JOBS}"]
    setup(
        name="casus",
        packages=[],
        ext_modules=extensions,
        script_args=arguments,
        cmdclass={"build_ext": SideBySide},
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
