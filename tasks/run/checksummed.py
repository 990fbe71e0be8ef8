"""Files that say in their first line what the rest must sum up to: one that is torn is taken for none."""

from __future__ import annotations

import hashlib


def checksummed(content: bytes) -> bytes:
    """Return what is written: the content behind a line with its checksum."""
    return _checksum(content) + b"\n" + content


def unpacked(written: bytes) -> bytes | None:
    """Return the content of what was written; None where it is torn or was never such a file."""
    checksum, _, content = written.partition(b"\n")
    return content if checksum == _checksum(content) else None


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
