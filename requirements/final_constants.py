"""Constants of modules declared final, in the copy that is compiled: else each is looked up by its name.

mypyc keeps what is `Final` in a variable of C, and looks for everything else in the module's dictionary; the
names in capitals that a module binds once are asked for some thousand times an article.  The sources say what
they are by their capitals; no line of theirs moves.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

_CONSTANT = re.compile(r"_*[A-Z][A-Z0-9_]*")
_FUTURE = "from __future__ import annotations\n"
_IMPORT = "from __future__ import annotations; from typing import Final as _Final\n"
_NO_VALUES = frozenset({"NewType", "TypeVar"})


def declare_constants(file: Path) -> None:
    """Declare the constants of a module final, in place."""
    file.write_text(with_constants(file.read_text("utf-8")), "utf-8")


def with_constants(source: str) -> str:
    """Return a module's source with its constants declared final; as it is if it has none."""
    found = constants(ast.parse(source))
    if not found or _FUTURE not in source:
        return source
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    for name in found:
        line, end = name.lineno - 1, name.end_col_offset
        lines[line] = lines[line][:end] + b": _Final" + lines[line][end:]
    return b"".join(lines).decode().replace(_FUTURE, _IMPORT, 1)


def constants(module: ast.Module) -> list[ast.Name]:
    """Return the names in capitals that a module binds once, at its top."""
    bound = Counter(
        n.id for n in ast.walk(module) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    )
    bound.update(name for n in ast.walk(module) if isinstance(n, ast.Global) for name in n.names)
    return [
        target
        for node in module.body
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and not _is_type(node.value)
        for target in node.targets
        if isinstance(target, ast.Name) and bound[target.id] == 1 and _CONSTANT.fullmatch(target.id)
    ]


def _is_type(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _NO_VALUES
