"""All settings, typed, in one place."""

from tasks.settings.load import FILE_VARIABLE, SettingsError, keys, load_settings, variable_of
from tasks.settings.sections import Fetch, Hook, Settings

__all__ = [
    "FILE_VARIABLE",
    "Fetch",
    "Hook",
    "Settings",
    "SettingsError",
    "keys",
    "load_settings",
    "variable_of",
]
