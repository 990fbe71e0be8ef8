r"""Cases as text files: `tests/cases/<stage>*.txt`, read by `load_cases`.

A file holds blocks that a line `---` separates; lines that start with `#` are comments. A block::

    name: initials
    why: the stop after an initial ends nothing
    text: John F. Kennedy spoke. Nobody answered.
    sentence: John F. Kennedy spoke.
    sentence: Nobody answered.

`text:` given several times stands for several lines; `\n` and `\u00a0` in a value mean the
characters. Every other key is an expectation, whose meaning is the business of the test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
_LINE = re.compile(r"([a-z][a-z0-9_]*):(?: (.*))?")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\n")


@dataclass(frozen=True)
class Case:
    """One case: its text and what is expected of it, as (key, value) in the file's order."""

    file: str
    name: str
    why: str
    text: str
    expected: tuple[tuple[str, str], ...]

    def all(self, key: str) -> list[str]:
        """Return the values of one expectation key in the file's order."""
        return [value for one, value in self.expected if one == key]

    def one(self, key: str, default: str | None = None) -> str | None:
        """Return the only value of an expectation key, or the default."""
        values = self.all(key)
        assert len(values) <= 1, f"{self.file}: {self.name}: {key} is given twice"
        return values[0] if values else default

    def __str__(self) -> str:
        return f"{self.file.removesuffix('.txt')}:{self.name}"


def load_cases(file: str) -> list[Case]:
    """Return the cases of `tests/cases/<file>`; a malformed file is an error that names the line."""
    blocks: list[list[tuple[str, str]]] = [[]]
    for number, line in enumerate((CASES / file).read_text("utf-8").split("\n"), 1):
        if line.strip() == "---":
            blocks.append([])
        elif line.strip() and not line.startswith("#"):
            match = _LINE.fullmatch(line.rstrip())
            assert match, f"{file}:{number}: not `key: value`: {line!r}"
            blocks[-1].append((match.group(1), _unescape(match.group(2) or "")))
    cases = [_case(file, block) for block in blocks if block]
    names = [case.name for case in cases]
    assert len(set(names)) == len(names), f"{file}: names given twice: {sorted(names)}"
    assert cases, f"{file}: no cases"
    return cases


def _case(file: str, block: list[tuple[str, str]]) -> Case:
    head = {key: [value for one, value in block if one == key] for key in ("name", "why", "text")}
    assert len(head["name"]) == 1, f"{file}: a block needs one name: {block}"
    assert head["text"], f"{file}: {head['name'][0]} has no text"
    rest = tuple((key, value) for key, value in block if key not in head)
    return Case(file, head["name"][0], " ".join(head["why"]), "\n".join(head["text"]), rest)


def _unescape(value: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)) if match.group(1) else "\n", value)
