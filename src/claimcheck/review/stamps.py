"""What tells that a file on disk is not the one that was read."""

from __future__ import annotations

from pathlib import Path

Stamp = tuple[int, int, int]
"""Inode, time of the last change in nanoseconds, size in bytes; zeros where there is no file."""


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file or folder as it is now."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_ino, found.st_mtime_ns, found.st_size)
