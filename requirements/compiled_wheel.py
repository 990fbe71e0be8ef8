"""The wheel with the hottest modules compiled: a hook of hatchling's, which nothing but its switch calls.

`make install-compiled` sets the switch (`HATCH_BUILD_HOOK_ENABLE_CUSTOM`); an ordinary installation does not
even read this file.  What is compiled is a copy in a temporary folder: beside a source in the checkout a
stale binary would be imported in place of what was edited.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledWheel(BuildHookInterface):
    """Compiles the modules that pyproject.toml names under `compile`, without those under `leave`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and add to the wheel the binaries and what they were made from.

        An editable installation stays as it is.
        """
        if version == "editable":
            return
        root = Path(self.root)
        mark = _module(root / "tasks" / "compiled_from.py")
        self._work = Path(tempfile.mkdtemp(prefix="casus-compiled-"))
        copy = self._work / "copy"
        for package in mark.PACKAGES:
            shutil.copytree(root / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
        modules = modules_to_compile(copy, self.config["compile"], self.config["leave"])
        digest = mark.digest_of_sources(copy)
        final = _module(root / "requirements" / "final_constants.py")
        for name in modules:
            final.declare_constants(copy / name)
        script = root / "requirements" / "compile_modules.py"
        command = [sys.executable, str(script), str(root / "pyproject.toml"), str(self._work), *modules]
        try:
            subprocess.run(command, cwd=copy, check=True)
        except BaseException:
            shutil.rmtree(self._work)
            raise
        (copy / mark.KEPT_IN).write_text("\n".join([digest, *modules, ""]), "utf-8")
        added = [*copy.rglob("*.so"), copy / mark.KEPT_IN]
        build_data["force_include"].update({str(path): path.relative_to(copy).as_posix() for path in added})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copy."""
        if version != "editable":
            shutil.rmtree(self._work)


def modules_to_compile(root: Path, compiled: list[str], left: list[str]) -> list[str]:
    """Return the files to compile, relative to a folder that holds the packages, in order.

    Raises:
        ValueError: if a name is that of no file or folder, so that nothing is left out unnoticed.
    """
    if missing := [name for name in (*compiled, *left) if not (root / name).exists()]:
        raise ValueError(f"pyproject.toml names for the compiled wheel what does not exist: {missing}")
    files = {
        path.relative_to(root).as_posix()
        for name in compiled
        for path in ([root / name] if name.endswith(".py") else (root / name).rglob("*.py"))
    }
    return sorted(files - set(left))


def _module(path: Path) -> Any:
    """Return a module by its file: the project itself is not installed while its wheel is built."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
