"""Making a workspace: in an empty folder, a shared folder, or a git repository with files of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.records.atomic import write_atomically
from claimcheck.records.settings import FILE_NAME

_TOML = """\
# Settings of this claimcheck workspace. Every key and its default: claimcheck schema settings
[desk]
time_zone = "UTC"
"""
_ATTRIBUTES = (
    "claims/*.yaml text eol=lf merge=claimcheck linguist-generated=false",
    "claims/*.txt text eol=lf linguist-documentation",
    "claims/baseline.json text eol=lf merge=claimcheck linguist-generated",
    "sources/*.yaml text eol=lf merge=claimcheck linguist-generated=false",
    "sources/*/* -text linguist-vendored",
)
_IGNORES = (".*.cctmp", "claims/*.desk.yaml")
_FOLDERS = ("articles", "claims", "sources")
MERGE_DRIVER = "claimcheck merge-driver %O %A %B %P"
"""What ``git config merge.claimcheck.driver`` is to say; git takes it from no committed file."""


class NotAFolder(ClaimcheckError):
    """A workspace can only be made in a folder."""

    def __init__(self, path: Path) -> None:
        super().__init__("This is a file, not a folder.", place=str(path), remedy="Name a folder.")


@dataclass(frozen=True, slots=True)
class Initialised:
    """What making a workspace did.

    Attributes:
        created: files and folders that are new, relative to the workspace.
        extended: files of the person that lines were added to.
        merge_driver: the command that a git repository still needs to be told, or empty.
    """

    root: Path
    created: tuple[str, ...]
    extended: tuple[str, ...]
    merge_driver: str = ""


def init_workspace(path: Path, *, private_desk_files: bool = False) -> Initialised:
    """Make a workspace in a folder; doing it again changes nothing, and no line of a person is touched.

    Args:
        private_desk_files: keep notes, queries and assignments out of git.

    Raises:
        NotAFolder, WriteFailed.
    """
    if path.exists() and not path.is_dir():
        raise NotAFolder(path)
    created: list[str] = []
    for folder in (path, *(path / name for name in _FOLDERS)):
        if not folder.exists():
            folder.mkdir(parents=True)
            created.append(folder.name if folder != path else ".")
    if not (path / FILE_NAME).exists():
        toml = _TOML + ("private_desk_files = true\n" if private_desk_files else "")
        write_atomically(path / FILE_NAME, toml.encode())
        created.append(FILE_NAME)
    if not _in_git(path):
        return Initialised(path, tuple(created), ())
    extended: list[str] = []
    for name, lines in ((".gitattributes", _ATTRIBUTES), (".gitignore", _IGNORES[: 1 + private_desk_files])):
        existed = (path / name).exists()
        if _add_lines(path / name, lines):
            (extended if existed else created).append(name)
    return Initialised(path, tuple(created), tuple(extended), MERGE_DRIVER)


def _in_git(path: Path) -> bool:
    return any((folder / ".git").exists() for folder in (path.resolve(), *path.resolve().parents))


def _add_lines(path: Path, lines: Sequence[str]) -> bool:
    """Append the lines whose pattern (first word) no line has yet; a person's own choice stands."""
    data = path.read_bytes() if path.exists() else b""
    text = data.decode("utf-8", "surrogateescape")
    patterns = {line.split()[0] for line in text.splitlines() if line.split()}
    missing = [line for line in lines if line.split()[0] not in patterns]
    if not missing:
        return False
    newline = "\r\n" if "\r\n" in text else "\n"
    begin = text if not text or text.endswith("\n") else text + newline
    whole = begin + newline.join(["# claimcheck", *missing, ""])
    write_atomically(path, whole.encode("utf-8", "surrogateescape"))
    return True
