"""What the compiler of the compiled build cannot read is kept out of the modules that it compiles."""

import ast
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def unread(source: str) -> list[int]:
    """Return the lines where membership is asked of a list with a star in it: mypyc stops at them."""
    comparisons = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Compare))
    return [
        node.lineno
        for node in comparisons
        for right in node.comparators
        if isinstance(right, ast.List | ast.Set | ast.Tuple)
        and any(isinstance(item, ast.Starred) for item in right.elts)
    ]


def test_no_compiled_module_asks_a_starred_list() -> None:
    """`x in ("a", *OTHERS)` is an internal error of the compiler; a constant is none."""
    assert unread('x in ("a", *OTHERS)\ny in OTHERS') == [1]
    built = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    parts = [ROOT / part for part in built["targets"]["wheel"]["hooks"]["custom"]["compile"]]
    files = [file for part in parts for file in (part.rglob("*.py") if part.is_dir() else [part])]
    assert len(files) > 400
    found = {str(file.relative_to(ROOT)): unread(file.read_text()) for file in files}
    assert {name: lines for name, lines in found.items() if lines} == {}
