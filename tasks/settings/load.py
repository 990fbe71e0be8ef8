"""Settings read: `casus.toml`, then `CASUS_*` in the environment, then the command line; later ones win.

An unknown key is refused wherever it stands: a misspelt setting is an error, not
a silent default.  A settings file is data: TOML, never code.  `docs/settings.md` lists them.

A setting `keep` of section `[versions]` is `CASUS_VERSIONS_KEEP` in the environment; one of no
section, `out`, is `CASUS_OUT`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tasks.settings.declared import Section, Settings

FILE = "casus.toml"
PREFIX = "CASUS_"
FILE_VARIABLE = "CASUS_CONFIG"
# What pydantic says in terms of its own.
_WORDS = {
    "extra_forbidden": "there is no such setting",
    "path_type": "is not a path",
    "tuple_type": 'is not a list like ["a", "b"]',
    "string_type": "is not a text in quotation marks",
    "bool_parsing": "is neither true nor false",
    "bool_type": "is neither true nor false",
    "int_parsing": "is not a whole number",
    "int_type": "is not a whole number",
    "int_from_float": "is not a whole number",
    "float_parsing": "is not a number",
    "float_type": "is not a number",
    "model_type": "is a section, which begins with its name in brackets, like [versions]",
}


class SettingsError(ValueError):
    """A settings file or variable cannot be used. The message names where, which key and why."""


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
        if isinstance(field.default, Section):
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
        why = _WORDS.get(one["type"], one["msg"])
        lines.append(f"{where}: {key}: {why}")
    return "; ".join(lines)
