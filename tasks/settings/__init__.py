"""All settings, typed, in one place."""

from tasks.settings.declared import Fetch, Hook, Settings
from tasks.settings.load import FILE_VARIABLE, SettingsError, keys, load_settings, variable_of

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
