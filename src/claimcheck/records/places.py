"""Names and paths of record files: what may be a slug, and what stays inside the workspace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}\Z")
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "waivers", "baseline", "claimcheck"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)}
)
"""Names that Windows keeps for devices, and those of files of our own."""

_NAME = r"(?P<slug>[A-Za-z0-9][A-Za-z0-9-]{0,79}?)(?P<desk>\.desk)?"
_SUFFIXES = (
    r"[ _-]?\(.*\)",  # Dropbox, Nextcloud, Seafile, Google Drive, Box
    r" ?\[[^\]]*\]",  # older Google Drive, pCloud
    r"\.sync-conflict-[0-9A-Za-z-]+",  # Syncthing
    r"_conflict-[0-9-]+",  # older Nextcloud and ownCloud
    r"_conf\([^()]*\)",
    r"\.[Cc]onflict[0-9]*",  # Resilio, rclone
    r" - [Cc]opy(?: \([0-9]+\))?",  # Windows
    r" copy(?: [0-9]+)?",  # macOS
    r" [0-9]+",  # iCloud Drive
    r"_(?:BACKUP|BASE|LOCAL|REMOTE)_[0-9]+",  # git's merge tools
    r"-(?:[A-Z][A-Za-z0-9-]*|[A-Z0-9]*[A-Z][A-Z0-9-]*)",  # OneDrive: the name of a machine
)
_COPY = re.compile(rf"{_NAME}(?:{'|'.join(_SUFFIXES)})\.ya?ml\Z")
_COPY_OF = re.compile(rf"[Cc]opy of {_NAME}\.ya?ml\Z")
_BACKUP = re.compile(rf"{_NAME}(?:\.ya?ml)?(?:~|\.orig|\.bak|\.rej|\.conflict[0-9]*)\Z")
_BASELINE = re.compile(rf"(?P<slug>baseline)(?P<desk>)(?:{'|'.join(_SUFFIXES)})\.json\Z")


class BadSlug(ClaimcheckError):
    """A name that may not be an article's or a source's id."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{name[:100]!r} cannot be an id: {why}.",
            remedy="An id is lower-case letters, digits and hyphens, at most 80, such as harbour-budget.",
        )


class OutsideWorkspace(ClaimcheckError):
    """A path named in a record leads out of the workspace."""

    def __init__(self, named: str, place: str) -> None:
        super().__init__(
            f"The path {named[:200]!r} leads out of the workspace.",
            place=place,
            remedy="Copy the file into the workspace and name it from there.",
        )


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """A second version of a record file that a shared drive or an editor left beside it.

    Attributes:
        original: the file it is a copy of; it need not exist.
    """

    path: Path
    original: Path


def check_slug(name: str) -> str:
    """The name, where it may be an article's slug or a source's id.

    Raises:
        BadSlug: with the reason.
    """
    if name.casefold() in RESERVED:
        raise BadSlug(name, "that name is reserved")
    if not _SLUG.match(name):
        raise BadSlug(name, "it has other characters, or is too long")
    return name


def conflict_copy(path: Path) -> ConflictCopy | None:
    """What a file is a conflict copy or backup of, or None where its name does not look like one."""
    for pattern in (_BACKUP, _COPY, _COPY_OF, _BASELINE):
        match = pattern.match(path.name)
        if match:
            name = match["slug"].lower() + (match["desk"] or "").lower()
            kind = "json" if pattern is _BASELINE else "yaml"
            return ConflictCopy(path, path.parent / f"{name}.{kind}")
    return None


def inside(root: Path, named: str, place: str) -> Path:
    """The absolute path of a file named in a record, proven to lie inside the workspace after symlinks.

    Args:
        root: the workspace's folder, already resolved.
        named: as the record has it: relative, with forward slashes.
        place: where it is named, for the message.

    Raises:
        OutsideWorkspace: for absolute paths, ``..``, other tricks, and symlinks that lead out.
    """
    parts = named.split("/")
    if (
        not named
        or "\0" in named
        or "\\" in named
        or ":" in parts[0]
        or Path(named).is_absolute()
        or ".." in parts
    ):
        raise OutsideWorkspace(named, place)
    try:
        path = (root / named).resolve()
    except (OSError, RuntimeError, ValueError):
        raise OutsideWorkspace(named, place) from None
    if not path.is_relative_to(root):
        raise OutsideWorkspace(named, place)
    return path
