"""Publishing: all tables of a run together or not at all, their versions, and the lock of the folder.

Knows files and manifests, not what the tables mean.
"""

from tasks.publish.errors import (
    DamagedVersionError,
    FolderBusyError,
    NoSpaceError,
    NoVersionError,
    PublishError,
)
from tasks.publish.layout import Layout
from tasks.publish.lock import holder, locked
from tasks.publish.manifest import FileFacts, Manifest, read_manifest
from tasks.publish.reading import reading
from tasks.publish.retention import prune
from tasks.publish.snapshot import Published, check_space, publish, recover
from tasks.publish.versions import (
    Version,
    current,
    damage,
    find_version,
    numbered_versions,
    rollback,
    stored,
    versions,
)

__all__ = [
    "DamagedVersionError",
    "FileFacts",
    "FolderBusyError",
    "Layout",
    "Manifest",
    "NoSpaceError",
    "NoVersionError",
    "PublishError",
    "Published",
    "Version",
    "check_space",
    "current",
    "damage",
    "find_version",
    "holder",
    "locked",
    "numbered_versions",
    "prune",
    "publish",
    "read_manifest",
    "reading",
    "recover",
    "rollback",
    "stored",
    "versions",
]
