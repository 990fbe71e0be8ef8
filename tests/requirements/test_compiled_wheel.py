"""The compiled build: its modules, of which sources it is made, what is said where none can be."""

import ast
import sysconfig
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli.main import casus
from requirements import install_compiled
from requirements.compiled_wheel import CompiledWheel, modules_to_compile
from tasks.compiled_from import KEPT_IN, PACKAGES, compiled_from, digest_of_sources, is_stale

ROOT = Path(__file__).parents[2]
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"][
    "wheel"
]["hooks"]["custom"]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A small checkout."""
    for package in PACKAGES:
        (tmp_path / package).mkdir()
    (tmp_path / "tasks" / "read.py").write_text("A = 1\n", "utf-8")
    (tmp_path / "tasks" / "words.csv").write_text("word\nkilled\n", "utf-8")
    return tmp_path


def test_an_ordinary_installation_compiles_nothing() -> None:
    """The hook is off unless its switch is on, and an editable installation stays as it is even then."""
    assert HOOK["enable-by-default"] is False
    data: dict[str, object] = {"pure_python": True}
    hook = CompiledWheel(str(ROOT), HOOK, None, None, str(ROOT), "wheel")  # type: ignore[arg-type, var-annotated]
    hook.initialize("editable", data)
    assert data == {"pure_python": True}


def test_no_binary_lies_beside_a_source() -> None:
    """It would be imported in place of a source that was edited since."""
    assert not [*ROOT.joinpath("tasks").rglob("*.so"), *ROOT.joinpath("flows").rglob("*.so")]
    assert not (ROOT / KEPT_IN).exists()


def test_the_modules_are_those_that_pyproject_names() -> None:
    """What a sentence goes through, without what cannot be compiled."""
    modules = modules_to_compile(ROOT, HOOK["compile"], HOOK["leave"])
    assert "tasks/actors/find.py" in modules
    assert not {*modules} & {*HOOK["leave"]}
    assert not [name for name in modules if not (ROOT / name).is_file()]


def test_a_module_that_was_renamed_is_noticed(sources: Path) -> None:
    """A name in pyproject.toml that no file bears any more would silently be compiled, or not."""
    assert modules_to_compile(sources, ["tasks/read.py"], []) == ["tasks/read.py"]
    with pytest.raises(ValueError, match="heard"):
        modules_to_compile(sources, ["tasks"], ["tasks/heard.py"])


@pytest.mark.parametrize(
    "file", ["tasks/read.py", "tasks/words.csv", "flows/new.py", "expectations/claims.json"]
)
def test_a_build_of_other_sources_is_stale(sources: Path, tmp_path: Path, file: str) -> None:
    """Code, lexicons and expectations count; a new file does."""
    build = tmp_path / "build"
    (build / "tasks").mkdir(parents=True)
    assert not is_stale(sources, build)  # no compiled build
    (build / KEPT_IN).write_text(f"{digest_of_sources(sources)}\ntasks/read.py\n", "utf-8")
    assert compiled_from(build) == digest_of_sources(sources)
    assert not is_stale(sources, build)
    with (sources / file).open("a", encoding="utf-8") as edited:
        edited.write("B = 2\n")
    assert is_stale(sources, build)


def test_the_digest_does_not_change_with_what_python_keeps(sources: Path) -> None:
    """Compiled bytecode and lists beside it are no sources."""
    before = digest_of_sources(sources)
    (sources / "tasks" / "__pycache__").mkdir()
    (sources / "tasks" / "__pycache__" / "read.cpython-311.pyc").write_bytes(b"x")
    assert digest_of_sources(sources) == before


def test_the_version_says_what_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """`casus --version` names the build's sources."""
    assert "compiled" not in CliRunner().invoke(casus, ["--version"]).output
    monkeypatch.setattr("tasks.compiled_from.compiled_from", lambda: "0123456789abcdef")
    assert "compiled (sources 0123456789abcdef)" in CliRunner().invoke(casus, ["--version"]).output


def test_the_compiler_can_read_what_it_is_given() -> None:
    """It knows no condition in the body of a class, and no membership in a tuple that is unpacked there."""
    unread = []
    for name in modules_to_compile(ROOT, HOOK["compile"], HOOK["leave"]):
        for node in ast.walk(ast.parse((ROOT / name).read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any(isinstance(part, ast.If) for part in node.body):
                unread.append(f"{name}:{node.lineno}: a class with a condition")
            if isinstance(node, ast.Compare) and any(
                isinstance(part, ast.Starred)
                for side in node.comparators
                for part in getattr(side, "elts", ())
            ):
                unread.append(f"{name}:{node.lineno}: a comparison with an unpacked tuple")
    assert unread == []


def test_a_machine_without_compiler_and_headers_is_told_both(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each missing thing by its name, with the package that has it."""
    monkeypatch.setenv("CC", "no-such-compiler -pthread")
    monkeypatch.setattr(sysconfig, "get_paths", lambda: {"include": str(tmp_path)})
    compiler, headers = install_compiled.what_is_missing()
    assert "no-such-compiler" in compiler
    assert "gcc" in compiler
    assert str(tmp_path / "Python.h") in headers
    assert "-dev" in headers


def test_a_machine_with_both_lacks_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A compiler that is there by another name will do."""
    (tmp_path / "Python.h").touch()
    monkeypatch.setenv("CC", "sh")
    monkeypatch.setattr(sysconfig, "get_paths", lambda: {"include": str(tmp_path)})
    assert install_compiled.what_is_missing() == []
