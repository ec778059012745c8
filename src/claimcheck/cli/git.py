"""What git knows of the workspace, asked so that nothing a repository says is run.

Only plumbing is called (``rev-parse``, ``merge-base``, ``ls-tree``, ``cat-file``, ``rev-list``): it runs no
hooks, filters, text conversions or external diffs. fsmonitor, replaced objects, signatures, lazy fetching
and prompts are switched off besides, and files of the working tree are hashed here, never by git.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from hashlib import sha1, sha256
from pathlib import Path

from claimcheck.errors import ClaimcheckError

_SAFE = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    "--no-pager",
)
_LIMIT = 60
"""Seconds that one question to git may take."""


class NoRepository(ClaimcheckError):
    """The workspace does not lie in a git repository that git will read, or there is no git."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"git cannot tell what changed: {why}.",
            remedy="Run in a git repository of your own, or leave out --changed and --policy-from.",
        )


class UnknownCommit(ClaimcheckError):
    """A name that stands for no commit here."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"{ref[:100]!r} names no commit of this repository.",
            remedy="Name a branch, a tag or a commit; ARTICLE goes before --changed.",
        )


class ShallowClone(ClaimcheckError):
    """The repository has too little history to answer."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"This is a shallow clone, and the history it has does not reach {ref[:100]!r}.",
            remedy="Fetch it all: git fetch --unshallow (in actions/checkout: fetch-depth: 0).",
        )


class GitFailed(ClaimcheckError):
    """git could not answer a question it should have an answer to."""

    def __init__(self, command: str, said: str) -> None:
        first = said.strip().splitlines()[0][:300] if said.strip() else "it said nothing"
        super().__init__(f"git {command} failed: {first}.", remedy="Run: git fsck")


class Git:
    """The repository that a folder lies in. Paths are relative to that folder, with forward slashes.

    Args:
        root: the workspace's folder.
        environ: the environment; variables of git's own are not passed on.
    """

    def __init__(self, root: Path, environ: Mapping[str, str]) -> None:
        self._root = root
        kept = {name: value for name, value in environ.items() if not name.startswith("GIT_")}
        self._environ = {**kept, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        inside = self._run("rev-parse", "--is-inside-work-tree")
        if inside.returncode or inside.stdout.strip() != b"true":
            raise NoRepository(_why(inside))

    def commit(self, ref: str) -> str:
        """The commit that a name stands for.

        Raises:
            UnknownCommit, ShallowClone.
        """
        if ref.startswith("-") or not ref.isprintable() or not ref:
            raise UnknownCommit(ref)
        done = self._run("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        if done.returncode:
            raise ShallowClone(ref) if self._is_shallow() else UnknownCommit(ref)
        return done.stdout.decode("ascii").strip()

    def fork_point(self, ref: str) -> str:
        """The last commit that both ``ref`` and what is checked out come from.

        Raises:
            UnknownCommit, ShallowClone.
        """
        commit = self.commit(ref)
        done = self._run("merge-base", commit, "HEAD")
        if done.returncode:
            raise ShallowClone(ref) if self._is_shallow() else UnknownCommit(ref)
        return done.stdout.decode("ascii").strip()

    def tree(self, commit: str) -> dict[str, str]:
        """Regular files below the folder at a commit, each with the id of its content."""
        found = {}
        for entry in self._asked("ls-tree", "-r", "-z", commit).split(b"\0"):
            head, _, name = entry.partition(b"\t")
            mode, _, rest = head.partition(b" ")
            if mode in (b"100644", b"100755"):
                found[os.fsdecode(name)] = rest.split(b" ")[1].decode("ascii")
        return found

    def contents(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """The contents of blobs, by id."""
        wanted = sorted(set(blobs))
        data = self._asked("cat-file", "--batch", given="\n".join([*wanted, ""]).encode("ascii"))
        found, position = {}, 0
        for blob in wanted:
            end = data.index(b"\n", position)
            _, kind, *size = data[position:end].split(b" ")
            if kind != b"blob":
                raise GitFailed("cat-file", f"{blob} is {kind.decode('ascii', 'replace')}")
            start = end + 1
            position = start + int(size[0]) + 1
            found[blob] = data[start : position - 1]
        return found

    def authors(self, since: str, path: str) -> frozenset[str]:
        """Names and addresses of those whose commits after ``since`` touched a file."""
        command = ("rev-list", "--no-commit-header", "--format=%an%x00%ae%x00", f"{since}..HEAD", "--", path)
        said = self._asked(*command).decode("utf-8", "replace")
        return frozenset(word.strip() for word in said.split("\0") if word.strip())

    def _is_shallow(self) -> bool:
        return self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _asked(self, *args: str, given: bytes = b"") -> bytes:
        done = self._run(*args, given=given)
        if done.returncode:
            raise GitFailed(args[0], done.stderr.decode("utf-8", "replace"))
        return done.stdout

    def _run(self, *args: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                ["git", *_SAFE, *args],
                cwd=self._root,
                env=self._environ,
                input=given,
                capture_output=True,
                timeout=_LIMIT,
                check=False,
            )
        except OSError:
            raise NoRepository("git is not installed") from None
        except subprocess.TimeoutExpired:
            raise GitFailed(args[0], f"no answer in {_LIMIT} seconds") from None


def _why(done: subprocess.CompletedProcess[bytes]) -> str:
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return said[0].removeprefix("fatal: ").rstrip(".") if said else "this is no working tree"


def blob_id(data: bytes, like: str) -> str:
    """The id git gives to a content, in the hash that another id is of."""
    digest = sha1(usedforsecurity=False) if len(like) == 40 else sha256()
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()
