"""All settings, typed, in one place: `casus.toml`, then `CASUS_*` in the environment, then the command line.

Later ones win.  An unknown key is refused wherever it stands: a misspelt setting is an error, not
a silent default.  A settings file is data: TOML, never code.  `docs/settings.md` lists them.

A setting `keep` of section `[versions]` is `CASUS_VERSIONS_KEEP` in the environment; one of no
section, `out`, is `CASUS_OUT`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

FILE = "casus.toml"
PREFIX = "CASUS_"
FILE_VARIABLE = "CASUS_CONFIG"


class SettingsError(ValueError):
    """A settings file or variable cannot be used. The message names where, which key and why."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)


class Versions(_Section):
    """How long published versions stay."""

    keep: int = Field(default=10, ge=1, description="So many of the youngest versions always stay.")
    keep_days: float = Field(default=30, ge=0, description="A version stays at least so many days.")


class Run(_Section):
    """How a run behaves."""

    wait_seconds: float = Field(
        default=0, ge=0, description="How long to wait for another run on the same folder before leaving."
    )
    keep_going: bool = Field(
        default=False, description="Whether a run in which single articles were refused counts as a success."
    )
    workers: int = Field(
        default=0,
        ge=0,
        le=64,
        description="So many processes work on articles side by side, where there are enough of them; 1: the "
        "run's own alone; 0: as many as there are processor cores, up to 8.",
    )
    full: bool = Field(
        default=False, description="Extract every article anew, using nothing of earlier runs."
    )
    keep_work_days: float = Field(
        default=30,
        ge=0,
        description="Results of single articles that no run used for so many days are removed.",
    )


class Prefect(_Section):
    """How the flows use Prefect."""

    use: bool = Field(default=True, description="Record runs in Prefect; without, the same steps run bare.")
    home: Path = Field(
        default=Path(".prefect"),
        description="Prefect's own folder (database of runs), unless PREFECT_HOME is set.",
    )
    api_url: str | None = Field(
        default=None,
        description="A running Prefect server; by default a temporary one is started for the run.",
    )
    api_auth: SecretStr | None = Field(
        default=None, description='What that server asks for: "user:password".'
    )
    startup_seconds: int = Field(
        default=180,
        ge=10,
        description="How long a temporary server may take to start (the first one is slow).",
    )


class Serve(_Section):
    """What `casus serve` starts."""

    deployments: Path = Field(
        default=Path("prefect.yaml"), description="The file of deployments that `casus serve` serves."
    )
    port: int = Field(
        default=4200, ge=1, le=65535, description="The port of the server, on loopback, and of its web page."
    )


class Fetch(_Section):
    """How pages are taken from wikis, and from which."""

    contact: str | None = Field(
        default=None,
        description="Where the wiki's people can reach you (mail or web page); named in each request.",
    )
    wiki: str = Field(default="enwiki", description="The wiki of titles that name none.")
    wikis: tuple[str, ...] = Field(
        default=(),
        description='Further wikis, each "name=address of its api.php"; their hosts are allowed.',
    )
    hosts: tuple[str, ...] = Field(
        default=("*.wikipedia.org",), description="Hosts that may be asked; * stands for any one label."
    )
    private_hosts: tuple[str, ...] = Field(
        default=(), description="Hosts that may have an address of this machine or of a private network."
    )
    at_once: int = Field(default=2, ge=1, le=8, description="At most so many requests at once.")
    maxlag: int = Field(
        default=5, ge=1, description="The wiki refuses to work for us when it is so many seconds behind."
    )
    attempts: int = Field(default=6, ge=1, le=20, description="So often a request is tried.")
    wait_seconds: float = Field(
        default=120, ge=0, description="A wiki that asks us to wait for longer is left alone."
    )
    timeout_seconds: float = Field(default=60, gt=0, description="A reply that takes longer is given up.")
    max_reply_mb: float = Field(default=64, gt=0, description="A reply that is larger is given up.")
    max_pages: int = Field(default=10_000, ge=1, description="At most so many pages of a category.")
    max_revisions: int = Field(
        default=2_000, ge=1, description="At most so many revisions of an article, the youngest."
    )


class Dumps(_Section):
    """How MediaWiki's XML exports and dumps are read."""

    pages: Literal["auto", "events", "all"] = Field(
        default="auto",
        description='"events": articles with an infobox of events; "all": every article; "auto": all of an '
        "export of up to 8 MiB, those with such an infobox of larger ones.",
    )
    processes: int = Field(
        default=2,
        ge=0,
        le=64,
        description="So many processes decompress a bzip2 file; 0: none beside the run's.",
    )


class UsersEngines(_Section):
    """Engines of one's own that offer claims beside the rules (docs/engines.md)."""

    use: tuple[str, ...] = Field(
        default=(), description="Names of installed engines, in the order in which they are asked."
    )
    combine: Literal["union", "prefer_rules", "prefer_engine"] = Field(
        default="union",
        description="Of two readings of one statement: both stay, or the rules' one, or the engine's.",
    )


class Hook(_Section):
    """Who is told when a run has ended. Off by default."""

    command: tuple[str, ...] = Field(
        default=(), description="Program and arguments; gets the run's summary as JSON on standard input."
    )
    url: SecretStr | None = Field(
        default=None, description="Gets the summary as a JSON POST (http or https)."
    )
    on: tuple[str, ...] = Field(
        default=("refused", "failed"),
        description="Which ends are told: published, unchanged, refused, failed.",
    )
    timeout_seconds: float = Field(default=10, gt=0, le=300, description="The hook is given up after this.")


class Settings(_Section):
    """Every setting with its default."""

    raw: Path = Field(
        default=Path("data/raw"), description="The folder of articles that `casus build` reads."
    )
    out: Path = Field(default=Path("data/processed"), description="The dataset folder.")
    corrections: Path = Field(
        default=Path("data/corrections/actors.csv"),
        description="Corrections of actors (docs/corrections.md); none where there is no such file.",
    )
    quarantine: Path | None = Field(
        default=None,
        description="The folder of rows that broke a rule; by default `quarantine` beside a dataset folder "
        "called `processed`, and inside one of another name.",
    )
    versions: Versions = Versions()
    run: Run = Run()
    prefect: Prefect = Prefect()
    serve: Serve = Serve()
    hook: Hook = Hook()
    fetch: Fetch = Fetch()
    dumps: Dumps = Dumps()
    engines: UsersEngines = UsersEngines()

    @property
    def quarantine_folder(self) -> Path:
        """The folder that takes the rows that broke a rule."""
        if self.quarantine is not None:
            return self.quarantine
        return (self.out.parent if self.out.name == "processed" else self.out) / "quarantine"


def load_settings(
    file: Path | None = None,
    environment: Mapping[str, str] | None = None,
    overrides: Mapping[str, Any] | None = None,
) -> Settings:
    """Return the settings.

    Args:
        file: the settings file; by default what `CASUS_CONFIG` names, else `casus.toml` in the
            working directory if it is there.
        environment: variables; by default this process's.
        overrides: what the command line says, keyed like "out" or "versions.keep"; None means not said.

    Raises:
        SettingsError: on a file that cannot be read, an unknown key, or a value that does not fit.
    """
    environment = os.environ if environment is None else environment
    tree, origins = _from_file(file, environment)
    for name, value in sorted(environment.items()):
        if name.startswith(PREFIX) and name != FILE_VARIABLE:
            _set(tree, _key_of(name), _typed(_key_of(name), value))
            origins[_key_of(name)] = name
    for key, value in (overrides or {}).items():
        if value is not None:
            _set(tree, key, value)
            origins[key] = "the command line"
    try:
        return Settings.model_validate(tree)
    except ValidationError as error:
        raise SettingsError(_explain(error, origins)) from None


def keys() -> dict[str, Any]:
    """Return every setting's key ("versions.keep") with its pydantic field, in the order of declaration."""
    found: dict[str, Any] = {}
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, _Section):
            found |= {f"{name}.{inner}": f for inner, f in type(field.default).model_fields.items()}
        else:
            found[name] = field
    return found


def variable_of(key: str) -> str:
    """Return the environment variable of a setting."""
    return PREFIX + key.replace(".", "_").upper()


def _from_file(file: Path | None, environment: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    named = file or (Path(environment[FILE_VARIABLE]) if environment.get(FILE_VARIABLE) else None)
    path = named or Path(FILE)
    if named is None and not path.exists():
        return {}, {}
    try:
        tree = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: is not TOML: {error}") from None
    origins: dict[str, str] = {}
    for name, value in tree.items():
        inner = value if isinstance(value, dict) else {"": value}
        origins |= {f"{name}.{key}".rstrip("."): str(path) for key in inner}
    return tree, origins


def _key_of(variable: str) -> str:
    by_variable = {variable_of(key): key for key in keys()}
    if variable not in by_variable:
        raise SettingsError(f"{variable}: there is no such setting; `casus settings` lists them all")
    return by_variable[variable]


def _typed(key: str, value: str) -> Any:
    """Return a variable's text as TOML would give it where the setting is a list."""
    if "tuple" not in str(keys()[key].annotation):
        return value
    try:
        return tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        raise SettingsError(f'{variable_of(key)}: is not a list like ["a", "b"]') from None


def _set(tree: dict[str, Any], key: str, value: Any) -> None:
    section, _, name = key.rpartition(".")
    target = tree.setdefault(section, {}) if section else tree
    if isinstance(target, dict):
        target[name] = value


def _explain(error: ValidationError, origins: Mapping[str, str]) -> str:
    lines = []
    for one in error.errors(include_input=False, include_url=False):
        key = ".".join(str(part) for part in one["loc"][:2])
        where = origins.get(key) or origins.get(str(one["loc"][0]), FILE)
        why = "there is no such setting" if one["type"] == "extra_forbidden" else one["msg"]
        lines.append(f"{where}: {key}: {why}")
    return "; ".join(lines)
