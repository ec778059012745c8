"""The one way anything is written in a workspace.

An edit replaces the bytes of the record it is about and no others; comments, order and layout of the
rest stay. It runs under a lock, on what the file holds at that moment, and goes through a temporary
file. Where the file was changed by something that does not know the lock, the edit is made again on the
new content; where an edit was prepared on an older version, the two are merged by record, and what both
changed is a :class:`Conflict`, never overwritten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from claimcheck.errors import ClaimcheckError
from claimcheck.records import codec
from claimcheck.records.atomic import make_folder, sweep, write_atomically
from claimcheck.records.counting import counted
from claimcheck.records.dialect import RecordError, decode
from claimcheck.records.layout import Slice, claim_slice
from claimcheck.records.locking import exclusive
from claimcheck.records.merge_files import merge_files, record_kind
from claimcheck.records.merging import Clash, merge_claim, merge_data, merge_records, one_claim
from claimcheck.records.models import (
    Article,
    Baseline,
    Claim,
    ClaimFile,
    DeskFile,
    Record,
    Source,
    WaiverFile,
)
from claimcheck.records.parsing import parse
from claimcheck.records.patching import patch
from claimcheck.records.places import BadSlug, ConflictCopy
from claimcheck.records.rewriting import as_mapping, check_readable, reads_as, with_claim
from claimcheck.records.trusted import TrustedTexts
from claimcheck.records.workspace import (
    Loaded,
    UnknownArticle,
    UnknownClaim,
    UnknownSource,
    UnreadableFile,
    Workspace,
)
from claimcheck.records.writing import Data, canonical

R = TypeVar("R", bound=Record)

_TRIES = 5


class Conflict(ClaimcheckError):
    """Two edits changed the same thing differently; nothing was written.

    Attributes:
        clashes: what, with both versions as text.
    """

    def __init__(self, place: str, clashes: Iterable[Clash]) -> None:
        self.clashes = tuple(clashes)
        first = self.clashes[0]
        others = len(self.clashes) - 1
        more = f" (and {counted(others, 'more thing')})" if others else ""
        super().__init__(
            f"Somebody else changed {first.what}{more} while you worked. "
            f"On disk: {first.theirs or 'deleted'}. Yours: {first.ours or 'deleted'}.",
            place=place,
            remedy=f"Nothing of yours was written. Look at {first.look}, then decide again.",
        )


class CopyDisagrees(ClaimcheckError):
    """A conflict copy and its original hold different decisions on the same thing.

    Attributes:
        clashes: what; ``ours`` is the original's version, ``theirs`` the copy's.
    """

    def __init__(self, place: str, original: str, clashes: Iterable[Clash]) -> None:
        self.clashes = tuple(clashes)
        first = self.clashes[0]
        super().__init__(
            f"This copy and {original} disagree on {first.path} "
            f"(copy: {first.theirs or 'deleted'}, original: {first.ours or 'deleted'}).",
            place=place,
            remedy="Nothing was changed. Make the copy agree, or delete it, and try again.",
        )


class KeepsChanging(ClaimcheckError):
    """A file changed again each time an edit was about to be written."""

    def __init__(self, place: str) -> None:
        super().__init__(
            "The file keeps changing under the edit.",
            place=place,
            remedy="Pause the program that writes it (a shared drive, an editor) and try again.",
        )


class AlreadyThere(ClaimcheckError):
    """A new record would replace one that exists."""

    def __init__(self, place: str) -> None:
        super().__init__(
            "There is a record already.", place=place, remedy="Choose another id, or change that one."
        )


@dataclass(frozen=True, slots=True)
class Edited(Generic[R]):
    """An edit that was made.

    Attributes:
        before: None where the record is new.
        changed: False where the file already held this, and was left alone.
    """

    path: Path
    before: R | None
    after: R
    changed: bool


class Editor:
    """Writes in one workspace.

    Args:
        workspace: forgets what it read whenever something is written.
        cache: the user's cache folder, for the lock.
        trusted: what is known of the files' layout; kept by those who edit one file many times.
    """

    def __init__(self, workspace: Workspace, cache: Path, trusted: TrustedTexts | None = None) -> None:
        self.workspace = workspace
        self._cache = cache
        self._trusted = trusted or TrustedTexts()

    def sweep(self, now: float) -> list[Path]:
        """Remove temporary files that killed processes left; ``now`` is seconds since the epoch."""
        root = self.workspace.root
        folders = [root, root / "claims", root / "sources", *(root / "sources").glob("*/")]
        return [path for folder in folders for path in sweep(folder, now)]

    # Claims

    def change_claim(self, claim_id: str, change: Callable[[Claim], Claim]) -> Edited[Claim]:
        """Change one claim; only the slice of the file that holds it is read and written.

        Args:
            change: from the claim as it is on disk at that moment to what it is to be; may be called
                again where the file changed in between, and may raise.

        Raises:
            UnknownClaim, RecordError, KeepsChanging, WriteFailed, WorkspaceBusy; and what ``change`` raises.
        """
        path = self._claims_path(claim_id)
        place = self.workspace.place(path)
        done: list[tuple[Claim, Claim]] = []

        def rewrite(text: str | None) -> str:
            where, old = self._claim(path, text, claim_id, place)
            new = change(old)
            done.append((old, new))
            written = with_claim(str(text), where, old, new, place)
            self._trusted.replaced(path, str(text), written, where)
            return written

        changed = self._rewrite(path, rewrite)
        return Edited(path, *done[-1], changed)

    def claim(self, claim_id: str) -> Claim:
        """A claim as it is on disk now; only its slice of the file is read.

        Raises:
            UnknownClaim, RecordError.
        """
        path = self._claims_path(claim_id)
        place = self.workspace.place(path)
        return self._claim(path, decode(self.workspace.read(path), place), claim_id, place)[1]

    def _claims_path(self, claim_id: str) -> Path:
        with suppress(BadSlug):
            path = self.workspace.claims_path(claim_id.partition("/")[0])
            if path.exists():
                return path
        self.workspace.claim(claim_id)
        raise UnknownClaim(claim_id, [])

    def _claim(self, path: Path, text: str | None, claim_id: str, place: str) -> tuple[Slice, Claim]:
        """The claim as the file has it now. What is wrong with it is said by reading the whole file."""
        if text is None:
            raise UnknownClaim(claim_id, [])
        own = self._trusted.own(path, text, place)
        where = claim_slice(text, claim_id, own) if _VERSION.search(text) else None
        if where is not None:
            try:
                claim = Claim.model_validate(parse(as_mapping(text, where), place))
                if claim.id == claim_id:
                    return where, claim
            except (ValidationError, RecordError):
                pass
        record = codec.load_claims(text.encode("utf-8"), place)
        raise UnknownClaim(claim_id, [claim.id for claim in record.claims])

    def change_claims(self, slug: str, change: Callable[[ClaimFile | None], ClaimFile]) -> Edited[ClaimFile]:
        """Change an article's whole file, or make it; claims keep their bytes where they did not change.

        Raises:
            RecordError, KeepsChanging, WriteFailed, WorkspaceBusy; and what ``change`` raises.
        """
        return self._change(self.workspace.claims_path(slug), codec.load_claims, codec.dump_claims, change)

    def save_claims(self, base: Loaded[ClaimFile], new: ClaimFile) -> Edited[ClaimFile]:
        """Write what was made of a file read earlier, merging what others changed meanwhile.

        Raises:
            Conflict: where others changed the same; nothing is written.
        """

        def change(current: ClaimFile | None) -> ClaimFile:
            if current is None or current == base.record:
                return new
            merged, clashes = merge_records(base.record, new, current)
            if clashes:
                raise Conflict(base.place, clashes)
            return merged

        slug = base.path.stem
        return self.change_claims(slug, change)

    def change_article(self, slug: str, change: Callable[[Article], Article]) -> Edited[ClaimFile]:
        """Change what a file says of its article, such as its stage.

        Raises:
            UnknownArticle, RecordError, KeepsChanging, WriteFailed, WorkspaceBusy.
        """

        def changed(current: ClaimFile | None) -> ClaimFile:
            if current is None:
                raise UnknownArticle(slug, self.workspace.slugs())
            return _with(current, article=change(current.article))

        return self.change_claims(slug, changed)

    # Other records

    def change_source(self, source: str, change: Callable[[Source], Source]) -> Edited[Source]:
        """Change a source's record.

        Raises:
            UnknownSource, RecordError, KeepsChanging, WriteFailed, WorkspaceBusy; and what ``change`` raises.
        """

        def changed(current: Source | None) -> Source:
            if current is None:
                raise UnknownSource(source, self.workspace.source_ids())
            return change(current)

        return self._change(self.workspace.source_path(source), codec.load_source, codec.dump_source, changed)

    def create_source(self, source: Source) -> Edited[Source]:
        """Write a new source's record.

        Raises:
            AlreadyThere: where its id is taken.
        """
        path = self.workspace.source_path(source.id)

        def changed(current: Source | None) -> Source:
            if current is not None:
                raise AlreadyThere(self.workspace.place(path))
            return source

        return self._change(path, codec.load_source, codec.dump_source, changed)

    def change_waivers(self, change: Callable[[WaiverFile], WaiverFile]) -> Edited[WaiverFile]:
        """Change ``claims/waivers.yaml``, or make it."""
        return self._change(
            self.workspace.waivers_path,
            codec.load_waivers,
            codec.dump_waivers,
            lambda current: change(current or WaiverFile(claimcheck=1)),
        )

    def change_desk(self, slug: str, change: Callable[[DeskFile], DeskFile]) -> Edited[DeskFile]:
        """Change an article's notes, queries and assignments, or make their file."""
        return self._change(
            self.workspace.desk_path(slug),
            codec.load_desk,
            codec.dump_desk,
            lambda current: change(current or DeskFile(claimcheck=1)),
        )

    def change_baseline(self, change: Callable[[Baseline], Baseline]) -> Edited[Baseline]:
        """Change ``claims/baseline.json``, or make it."""
        return self._change(
            self.workspace.baseline_path,
            codec.load_baseline,
            codec.dump_baseline,
            lambda current: change(current or Baseline(claimcheck=1)),
            whole=True,
        )

    def merge_into(self, place: str, base: dict[str, Data], wanted: dict[str, Data]) -> bool:
        """Turn what a record file has of ``base`` into ``wanted``; what else it holds stays.

        Args:
            place: the file, relative to the workspace.
            base, wanted: plain data in the shape of the file; they need name only what is to change.

        Returns:
            Whether the file was changed.

        Raises:
            Conflict: where the file no longer has what ``base`` says, or would be no valid record.
        """
        only = one_claim(base, wanted)
        if only is not None:
            with suppress(UnknownClaim):
                return self.change_claim(only, lambda claim: _merged(claim, base, wanted, place)).changed
        load, dump = record_kind(place)

        def change(current: Record | None) -> Record:
            if current is None:
                raise Conflict(place, [Clash(place, "changed", None)])
            merged = merge_data(base, canonical(current), wanted)
            if merged.clashes:
                raise Conflict(place, merged.clashes)
            try:
                return type(current).model_validate(merged.data)
            except ValidationError:
                raise Conflict(place, [Clash(place, "invalid", "valid")]) from None

        return self._change(self.workspace.root / place, load, dump, change).changed

    def absorb(self, copy: ConflictCopy) -> bool:
        """Merge a shared drive's conflict copy into the file it is a copy of, and delete it.

        What only one of them has is kept, and a decision wins over a proposal.

        Returns:
            Whether the original was changed.

        Raises:
            CopyDisagrees: where both decided the same thing differently; both files stay as they are.
            RecordError: where one of them cannot be read.
        """
        place, other = self.workspace.place(copy.original), self.workspace.contained(copy.path)
        theirs = self.workspace.read(copy.path)

        def rewrite(text: str | None) -> str:
            ours = theirs if text is None else text.encode("utf-8")
            merged = merge_files(None, ours, theirs, place)
            if merged.clashes:
                raise CopyDisagrees(self.workspace.place(copy.path), place, merged.clashes)
            return merged.text

        changed = self._rewrite(copy.original, rewrite)
        if _read(other, place) == theirs:
            copy.path.unlink()
        return changed

    def write_bytes(self, path: Path, data: bytes) -> bool:
        """Write a file that is no record, such as a reading text or a snapshot; True where it changed."""
        target = self.workspace.contained(path)
        with exclusive(self.workspace.root, self._cache):
            if target.is_file() and target.read_bytes() == data:
                return False
            make_folder(target.parent, self.workspace.place(path))
            return write_atomically(target, data, place=self.workspace.place(path))

    def _change(
        self,
        path: Path,
        load: Callable[[bytes, str], R],
        dump: Callable[[R], str],
        change: Callable[[R | None], R],
        whole: bool = False,
    ) -> Edited[R]:
        place = self.workspace.place(path)
        done: list[tuple[R | None, R]] = []

        def rewrite(text: str | None) -> str:
            old = None if text is None else load(text.encode("utf-8"), place)
            new = change(old)
            done.append((old, new))
            if old is None or text is None or (whole and old != new):
                changed = dump(new)
            else:
                same = reads_as(new)
                changed = patch(text, canonical(old), canonical(new), same)
            check_readable(changed, load, new, place)
            return changed

        changed = self._rewrite(path, rewrite)
        return Edited(path, *done[-1], changed)

    def _rewrite(self, path: Path, rewrite: Callable[[str | None], str]) -> bool:
        """Replace a file under the lock with what ``rewrite`` makes of it; False where that is the same."""
        target, place = self.workspace.contained(path), self.workspace.place(path)
        with exclusive(self.workspace.root, self._cache):
            for _ in range(_TRIES):
                data = _read(target, place)
                text = None if data is None else decode(data, place)
                new = rewrite(text).encode("utf-8")
                if new == data:
                    return False
                make_folder(target.parent, place)
                if write_atomically(target, new, place=place, still=lambda: _read(target, place) == data):  # noqa: B023
                    self.workspace.reload()
                    return True
        raise KeepsChanging(place)


def _merged(claim: Claim, base: dict[str, Data], wanted: dict[str, Data], place: str) -> Claim:
    found, clashes = merge_claim(claim, base, wanted)
    if clashes:
        raise Conflict(place, clashes)
    return found


_VERSION = re.compile(r"^\ufeff?claimcheck: *1 *(?:#[^\n]*)?\r?$", re.MULTILINE)


def _read(path: Path, place: str) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnreadableFile(place, error) from None


def _with(record: R, **fields: object) -> R:
    """The record with other fields, validated as a whole (pydantic's ``model_copy`` validates nothing)."""
    return type(record).model_validate({**dict(record), **fields})
