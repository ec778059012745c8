"""A workspace: the folder with ``claimcheck.toml``, and the records in it, read when asked for.

Everything read is checked; a name that no record file may have, a link out of the workspace and an id
given twice are errors, because a file that is silently passed over would make the gate green.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from claimcheck.errors import ClaimcheckError
from claimcheck.records import codec
from claimcheck.records.cache import RecordCache
from claimcheck.records.dialect import RecordError, decode, is_own_layout
from claimcheck.records.layout import claim_places
from claimcheck.records.models import (
    Baseline,
    Claim,
    ClaimFile,
    DeskFile,
    Record,
    Source,
    WaiverFile,
)
from claimcheck.records.places import (
    BadSlug,
    ConflictCopy,
    OutsideWorkspace,
    check_slug,
    conflict_copy,
    inside,
)
from claimcheck.records.settings import FILE_NAME, Settings
from claimcheck.records.suggesting import which_claim, which_name

R = TypeVar("R", bound=Record)
_SIMPLE = re.compile(r"[^/\\\0:]+(?:/[^/\\\0:]+)*")
"""A path of plain names; what ``..`` among them leads to shows when its folder is resolved."""


class NoWorkspace(ClaimcheckError):
    """No folder from here upwards holds a workspace."""

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"There is no {FILE_NAME} in {start} or above it.",
            remedy="Make a workspace with: claimcheck init",
        )


class UnreadableFile(RecordError):
    """A file of the workspace cannot be opened."""

    def __init__(self, place: str, error: OSError) -> None:
        why = (error.strerror or type(error).__name__).lower()
        super().__init__(
            f"The file cannot be read: {why}.", place=place, remedy="Restore it, or its permissions."
        )


class BadFileName(RecordError):
    """A record file has a name that no record may have, so nothing would find it."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(
            f"No record can have this file's name: {why}",
            place=place,
            remedy="Rename it to <id>.yaml (lower-case letters, digits, hyphens), or move it elsewhere.",
        )


class UnknownArticle(ClaimcheckError):
    """No article of that name is recorded."""

    def __init__(self, slug: str, known: list[str]) -> None:
        super().__init__(
            f"No article {slug[:100]!r} is recorded.", remedy=which_name(slug, known, "claimcheck status")
        )


class UnknownSource(ClaimcheckError):
    """No source of that id is recorded."""

    def __init__(self, source: str, known: list[str]) -> None:
        remedy = which_name(source, known, "claimcheck source list")
        super().__init__(f"No source {source[:100]!r} is recorded.", remedy=remedy)


class UnknownClaim(ClaimcheckError):
    """No claim of that id is recorded."""

    def __init__(self, claim: str, known: list[str]) -> None:
        super().__init__(f"There is no claim {claim[:100]!r}.", remedy=which_claim(claim, known))


@dataclass(frozen=True, slots=True)
class Loaded(Generic[R]):
    """A record and the file it was read from.

    Attributes:
        place: the file's path relative to the workspace, with forward slashes.
        sha256: of the file's bytes; what a later edit is guarded by.
    """

    path: Path
    place: str
    sha256: str
    record: R


class Workspace:
    """The records of one workspace. Reads files when asked, each once; :meth:`reload` forgets them.

    Args:
        root: the folder with ``claimcheck.toml``.
        settings: merged settings; defaults where None.
        cache: records read before; None reads every file anew.
    """

    def __init__(
        self, root: Path, settings: Settings | None = None, cache: RecordCache | None = None
    ) -> None:
        self.root = root.resolve()
        self.settings = settings if settings is not None else Settings()
        self._cache = cache
        self._loaded: dict[Path, Loaded[Record]] = {}
        self._prefix = f"{self.root.as_posix().rstrip('/')}/"
        self._own_folders: set[str] = set()

    @staticmethod
    def find(start: Path) -> Path:
        """The nearest folder from ``start`` upwards that holds ``claimcheck.toml``.

        Raises:
            NoWorkspace: where there is none.
        """
        here = start.resolve()
        for folder in (here, *here.parents):
            if (folder / FILE_NAME).is_file():
                return folder
        raise NoWorkspace(here)

    @classmethod
    def discover(
        cls, start: Path, settings: Settings | None = None, cache: RecordCache | None = None
    ) -> Workspace:
        """The workspace that ``start`` lies in.

        Raises:
            NoWorkspace: where it lies in none.
        """
        return cls(cls.find(start), settings, cache)

    # Where things lie

    @property
    def waivers_path(self) -> Path:
        """``claims/waivers.yaml``; it need not exist."""
        return self.root / "claims" / "waivers.yaml"

    @property
    def baseline_path(self) -> Path:
        """``claims/baseline.json``; it need not exist."""
        return self.root / "claims" / "baseline.json"

    def claims_path(self, slug: str) -> Path:
        """Where an article's claims lie, or would.

        Raises:
            BadSlug: where that cannot be an id.
        """
        return self.root / "claims" / f"{check_slug(slug)}.yaml"

    def reading_text_path(self, slug: str) -> Path:
        """Where the reading text an article was last extracted from lies, or would."""
        return self.root / "claims" / f"{check_slug(slug)}.txt"

    def apart_path(self, slug: str) -> Path:
        """Where the text lies, or would, that an article's file holds beside its reading text."""
        return self.root / "claims" / f"{check_slug(slug)}.apart.json"

    def desk_path(self, slug: str) -> Path:
        """Where an article's notes, queries and assignments lie, or would."""
        return self.root / "claims" / f"{check_slug(slug)}.desk.yaml"

    def source_path(self, source: str) -> Path:
        """Where a source's record lies, or would."""
        return self.root / "sources" / f"{check_slug(source)}.yaml"

    def source_folder(self, source: str) -> Path:
        """Where a source's extracted text and snapshot lie, or would."""
        return self.root / "sources" / check_slug(source)

    def resolve(self, named: str, place: str) -> Path:
        """The file that a record names, proven to lie inside the workspace.

        Raises:
            OutsideWorkspace: where it does not.
        """
        path = self.root / named
        if _SIMPLE.fullmatch(named) and self._is_own_file(path):
            return path
        return inside(self.root, named, place)

    def place(self, path: Path) -> str:
        """A path as messages name it: relative to the workspace, with forward slashes."""
        return "." if path == self.root else path.as_posix().removeprefix(self._prefix)

    # What there is

    def slugs(self) -> list[str]:
        """The slugs of all recorded articles, sorted.

        Raises:
            BadFileName: for a YAML file in ``claims/`` whose name no record may have.
        """
        return self._names("claims")

    def source_ids(self) -> list[str]:
        """The ids of all recorded sources, sorted.

        Raises:
            BadFileName: for a YAML file in ``sources/`` whose name no record may have.
        """
        return self._names("sources")

    def conflict_copies(self) -> list[ConflictCopy]:
        """Second versions of record files that a shared drive or an editor left, sorted by path."""
        copies = (conflict_copy(path) for name in ("claims", "sources") for path in self._files(name))
        return [copy for copy in copies if copy is not None]

    def _files(self, folder: str) -> list[Path]:
        directory = self.root / folder
        if not directory.is_dir():
            return []
        self.resolve(folder, FILE_NAME)
        return sorted(path for path in directory.iterdir() if not path.name.startswith("."))

    def _names(self, folder: str) -> list[str]:
        names = []
        for path in self._files(folder):
            if (
                path.suffix.lower() not in (".yaml", ".yml")
                or conflict_copy(path)
                or path == self.waivers_path
            ):
                continue
            stem = path.stem.removesuffix(".desk") if folder == "claims" else path.stem
            try:
                check_slug(stem)
            except BadSlug as error:
                raise BadFileName(self.place(path), error.message) from None
            if path.suffix != ".yaml":
                raise BadFileName(self.place(path), "it ends in .yml.")
            if stem == path.stem:
                names.append(stem)
        return names

    # Reading

    def article(self, slug: str) -> Loaded[ClaimFile]:
        """One article's claims.

        Raises:
            UnknownArticle: with a suggestion; RecordError: where the file cannot be read.
        """
        path = self.claims_path(slug)
        if path not in self._loaded and not path.exists() and not path.is_symlink():
            raise UnknownArticle(slug, self.slugs())
        loaded, data = self._read(path, ClaimFile, codec.load_claims)
        if data is not None:
            codec.check_claim_ids(loaded.record, data, loaded.place)
        return loaded

    def articles(self) -> Iterator[Loaded[ClaimFile]]:
        """Every article's claims, by slug."""
        return (self.article(slug) for slug in self.slugs())

    def source(self, source: str) -> Loaded[Source]:
        """One source's record.

        Raises:
            UnknownSource: with a suggestion; RecordError: where the file cannot be read.
        """
        path = self.source_path(source)
        if path not in self._loaded and not path.exists() and not path.is_symlink():
            raise UnknownSource(source, self.source_ids())
        loaded, _ = self._read(path, Source, codec.load_source)
        if loaded.record.id != source:
            raise codec.MisnamedSource(loaded.place, loaded.record.id, source)
        return loaded

    def sources(self) -> Iterator[Loaded[Source]]:
        """Every source's record, by id."""
        return (self.source(source) for source in self.source_ids())

    def known_sources(self) -> list[Loaded[Source]]:
        """The records of sources that were read so far."""
        return [
            Loaded(known.path, known.place, known.sha256, known.record)
            for known in self._loaded.values()
            if isinstance(known.record, Source)
        ]

    def waivers(self) -> Loaded[WaiverFile] | None:
        """``claims/waivers.yaml``, or None where there is none."""
        return self._optional(self.waivers_path, WaiverFile, codec.load_waivers)

    def baseline(self) -> Loaded[Baseline] | None:
        """``claims/baseline.json``, or None where there is none."""
        return self._optional(self.baseline_path, Baseline, codec.load_baseline)

    def desk(self, slug: str) -> Loaded[DeskFile] | None:
        """An article's notes, queries and assignments, or None where there are none."""
        return self._optional(self.desk_path(slug), DeskFile, codec.load_desk)

    def claim(self, claim_id: str) -> tuple[Loaded[ClaimFile], Claim]:
        """A claim by its id, and the file it stands in.

        Raises:
            UnknownClaim: with a suggestion; RecordError: where the file cannot be read.
        """
        slug = claim_id.partition("/")[0]
        try:
            loaded = self.article(slug)
        except (UnknownArticle, BadSlug):
            ids = [claim.id for other in self.articles() for claim in other.record.claims]
            raise UnknownClaim(claim_id, ids) from None
        for claim in loaded.record.claims:
            if claim.id == claim_id:
                return loaded, claim
        raise UnknownClaim(claim_id, [claim.id for claim in loaded.record.claims])

    def claim_places(self, loaded: Loaded[ClaimFile], ids: Collection[str]) -> dict[str, tuple[int, int]]:
        """Line and column of some claims in their file, by id; nothing where it is no longer what was read.

        Raises:
            OutsideWorkspace, UnreadableFile.
        """
        data = self.read(loaded.path)
        if sha256(data).hexdigest() != loaded.sha256:
            return {}
        text = decode(data, loaded.place)
        return claim_places(text, ids, is_own_layout(text))

    def reading_text(self, slug: str) -> str:
        """The reading text an article was last extracted from.

        Raises:
            UnreadableFile: where it is missing; NotUtf8: where it is not UTF-8.
        """
        return self.text_file(self.reading_text_path(slug))

    def text_file(self, path: Path) -> str:
        """A text file of the workspace, its line ends untouched.

        Raises:
            OutsideWorkspace, UnreadableFile, NotUtf8.
        """
        return decode(self.read(path), self.place(path))

    def reload(self) -> None:
        """Forget what was read, so that the next question looks at the files again."""
        self._loaded.clear()

    def contained(self, path: Path) -> Path:
        """A path after symlinks, proven to lie inside the workspace.

        Raises:
            OutsideWorkspace: where it does not; UnreadableFile: for a link to itself.
        """
        try:
            resolved = path.resolve()
        except (OSError, RuntimeError):
            loop = OSError(errno.ELOOP, "it is a link that leads to itself")
            raise UnreadableFile(self.place(path), loop) from None
        if not resolved.is_relative_to(self.root):
            raise OutsideWorkspace(self.place(path), self.place(path))
        return resolved

    def read(self, path: Path) -> bytes:
        """The bytes of a file of the workspace.

        Raises:
            OutsideWorkspace, UnreadableFile.
        """
        place = self.place(path)
        try:
            if self._is_own_file(path):
                return path.read_bytes()
            real = self.contained(path)
            if real.exists() and not real.is_file():
                raise OSError(errno.EINVAL, "it is not a file")
            return real.read_bytes()
        except OSError as error:
            raise UnreadableFile(place, error) from None

    def _is_own_file(self, path: Path) -> bool:
        """Whether a path is a file, no link, in a folder of the workspace that no link leads to either."""
        folder = path.parent
        try:
            if str(folder) not in self._own_folders:
                if folder.resolve() != folder or not folder.is_relative_to(self.root):
                    return False
                self._own_folders.add(str(folder))
            return stat.S_ISREG(os.lstat(path).st_mode)
        except (OSError, RuntimeError, ValueError):
            return False

    def _optional(self, path: Path, model: type[R], load: Callable[[bytes, str], R]) -> Loaded[R] | None:
        if not path.exists() and not path.is_symlink():
            return None
        return self._read(path, model, load)[0]

    def _read(
        self, path: Path, model: type[R], load: Callable[[bytes, str], R]
    ) -> tuple[Loaded[R], bytes | None]:
        """The record, and its bytes where only its model was checked, so that the caller checks the rest."""
        known = self._loaded.get(path)
        if known is not None and isinstance(known.record, model):
            return Loaded(known.path, known.place, known.sha256, known.record), None
        data = self.read(path)
        place, digest = self.place(path), sha256(data).hexdigest()
        # Our own layout is read as quickly as the cache; a file that a person laid out takes long.
        quick = codec.read_own(model, data)
        if quick is None and self._cache:
            quick = self._cache.get(model, digest)
        record = quick if quick is not None else load(data, place)
        if quick is None and self._cache:
            self._cache.put(digest, record)
        self._loaded[path] = Loaded(path, place, digest, record)
        return Loaded(path, place, digest, record), data if quick is not None else None
