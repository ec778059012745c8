"""Merging whole record files: git's merge driver, and the conflict copies of a shared drive."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from claimcheck.errors import ClaimcheckError
from claimcheck.records import codec, writing
from claimcheck.records.dialect import decode
from claimcheck.records.layout import Slice, claim_slice, section_slice
from claimcheck.records.merging import Clash, merge_data
from claimcheck.records.models import Baseline, Record
from claimcheck.records.patching import patch
from claimcheck.records.writing import Data, canonical

R = TypeVar("R", bound=Record)
_Tree = dict[str, Data]


class NoRecordFile(ClaimcheckError):
    """A file that is no record cannot be merged as one."""

    def __init__(self, place: str) -> None:
        super().__init__(
            "This is not a record file.", place=place, remedy="Merge it as text, without claimcheck's driver."
        )


@dataclass(frozen=True, slots=True)
class MergedFile:
    """The merged text; with conflict markers around each record that clashes."""

    text: str
    clashes: tuple[Clash, ...]


def merge_files(base: bytes | None, ours: bytes, theirs: bytes, place: str) -> MergedFile:
    """Merge three versions of a record file, by record. Our comments and layout are kept.

    Args:
        base: the version both come from; None where it is not known (a conflict copy), and then what
            only one side has was added, and a decision wins over a proposal.
        place: the file's name in the workspace, which tells what kind of record it is.

    Raises:
        RecordError: where a version cannot be read; NoRecordFile.
    """
    load, dump = record_kind(place)
    mine, other = load(ours, place), load(theirs, place)
    before = _common(canonical(mine), canonical(other)) if base is None else canonical(load(base, place))
    merged = merge_data(before, canonical(mine), canonical(other))
    whole = type(mine).model_validate(merged.data)
    if place.endswith(".json"):
        return MergedFile(dump(whole), merged.clashes)
    text = patch(
        decode(ours, place),
        canonical(mine),
        canonical(whole),
        lambda data: canonical(type(mine).model_validate(data)) == canonical(whole),
    )
    return MergedFile(_marked(text, decode(theirs, place), merged.clashes), merged.clashes)


def record_kind(place: str) -> tuple[Callable[[bytes, str], Record], Callable[[Record], str]]:
    """How the record file at a place of the workspace is read and written.

    Raises:
        NoRecordFile: where its name is not that of a record.
    """
    path = PurePosixPath(place.replace("\\", "/"))
    if path.name == "baseline.json":
        return codec.load_baseline, _dump_baseline
    if path.suffix != ".yaml" or len(path.parts) < 2:
        raise NoRecordFile(place)
    if path.parts[-2] == "sources":
        return codec.load_source, writing.document
    if path.name == "waivers.yaml":
        return codec.load_waivers, writing.document
    if path.name.endswith(".desk.yaml"):
        return codec.load_desk, writing.document
    return codec.load_claims, writing.document


def _dump_baseline(record: Record) -> str:
    return codec.dump_baseline(Baseline.model_validate(dict(record)))


def _common(ours: Data, theirs: Data) -> _Tree:
    """A version that both may come from: what both have, decisions taken back to the proposal."""
    if not (isinstance(ours, dict) and isinstance(theirs, dict)):
        return {}
    result: _Tree = {}
    for name in ours.keys() & theirs.keys():
        mine, other = ours[name], theirs[name]
        if mine == other:
            result[name] = mine
        elif name == "claims" and isinstance(mine, list) and isinstance(other, list):
            result[name] = [_common(left, right) for left, right in _pairs(mine, other, ("id",))]
        elif name == "evidence" and isinstance(mine, list) and isinstance(other, list):
            fields = ("source", "snapshot", "start", "end", "about")
            result[name] = [_proposal(left, right) for left, right in _pairs(mine, other, fields)]
    return result


def _pairs(ours: list[Data], theirs: list[Data], fields: Iterable[str]) -> list[tuple[_Tree, _Tree]]:
    names = tuple(fields)

    def key(item: _Tree) -> str:
        return writing.flow([item.get(name) for name in names], "")

    other = {key(item): item for item in theirs if isinstance(item, dict)}
    mine = [item for item in ours if isinstance(item, dict)]
    return [(item, other[key(item)]) for item in mine if key(item) in other]


def _proposal(ours: _Tree, theirs: _Tree) -> Data:
    for item in (ours, theirs):
        if item.get("status") == "proposed":
            return item
    return {name: value for name, value in ours.items() if name in theirs and theirs[name] == value}


def _marked(text: str, theirs: str, clashes: Iterable[Clash]) -> str:
    """The text with conflict markers around every record that clashes, theirs below ours."""
    paths = dict.fromkeys(_record(clash.path) for clash in clashes)
    end = Slice(len(text), len(text), 0)
    for mine, path in sorted(((_slice(text, path) or end, path) for path in paths), key=_start, reverse=True):
        other = _slice(theirs, path)
        ours_part = text[mine.start : mine.end]
        theirs_part = theirs[other.start : other.end] if other else ""
        block = f"<<<<<<< ours\n{_ended(ours_part)}=======\n{_ended(theirs_part)}>>>>>>> theirs\n"
        text = text[: mine.start] + block + text[mine.end :]
    return text


def _start(pair: tuple[Slice, str]) -> int:
    return pair[0].start


def _record(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[:3]) if parts[0] == "claims" and len(parts) > 2 else parts[0]


def _slice(text: str, path: str) -> Slice | None:
    section, _, key = path.partition("/")
    return claim_slice(text, key, own=True) if key else section_slice(text, section)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"
