"""Three-way merging of record files, by record and not by line.

Two people who decided different claims, or different evidence of one claim, are merged; where both
changed the same thing differently, nothing is chosen. Used when a file changed under an edit, as git's
merge driver, for a shared drive's conflict copies, and to undo.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from claimcheck.records.models import Claim, Record
from claimcheck.records.writing import Data, canonical, flow

R = TypeVar("R", bound=Record)
_Tree = dict[str, Data]

_BY_ID = frozenset({"claims", "queries"})
_APPENDED = frozenset(
    {"signoffs", "reply_sought", "corrections", "notes", "assignments", "waivers", "dropped", "derived_from"}
)
_KEYED = _BY_ID | _APPENDED | {"evidence"}
_FIELDWISE = frozenset({"article", "resolved", "findings"})
_EVIDENCE = ("source", "snapshot", "start", "end", "about")


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that both sides changed differently; the values are written as in a record file.

    Attributes:
        path: such as ``claims/harbour/k3vq7m2a/kind``.
        ours, theirs: None where that side deleted it.
    """

    path: str
    ours: str | None
    theirs: str | None

    @property
    def what(self) -> str:
        """The path in words, such as ``kind of harbour/k3vq7m2a``."""
        steps = self.path.split("/")
        if steps[0] != "claims" or len(steps) < 3:
            return self.path
        return " of ".join(filter(None, ("/".join(steps[3:]), "/".join(steps[1:3]))))

    @property
    def look(self) -> str:
        """Where a person sees how it stands."""
        steps = self.path.split("/")
        is_claim = steps[0] == "claims" and len(steps) > 2
        return f"it with: claimcheck explain {'/'.join(steps[1:3])}" if is_claim else "the file"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge gives: plain data with our value wherever both clash, and the clashes."""

    data: dict[str, Data]
    clashes: tuple[Clash, ...]


def merge_data(base: _Tree, ours: _Tree, theirs: _Tree) -> Merged:
    """Merge canonical data of one record file.

    Lists of records with ids merge by id, evidence by source, snapshot, span and layer, lists that only
    grow by union; everything else is a clash if both sides changed it differently.
    """
    clashes: list[Clash] = []
    return Merged(_merge_mappings(base, ours, theirs, "", clashes), tuple(clashes))


def merge_records(base: R, ours: R, theirs: R) -> tuple[R, tuple[Clash, ...]]:
    """Merge three versions of a record; our value stands wherever both clash.

    Raises:
        pydantic.ValidationError: where the merged whole is no valid record, such as when one side
            changed a claim's text and the other its parts.
    """
    merged = merge_data(canonical(base), canonical(ours), canonical(theirs))
    return type(ours).model_validate(merged.data), merged.clashes


def one_claim(base: _Tree, wanted: _Tree) -> str | None:
    """The id of the claim that both hold and nothing else, or None."""
    ids = {_only_id(side) for side in (base, wanted)}
    return ids.pop() if len(ids) == 1 else None


def _only_id(side: _Tree) -> str | None:
    claims = side.get("claims")
    if set(side) != {"claims"} or not isinstance(claims, list) or len(claims) != 1:
        return None
    return str(claims[0].get("id")) if isinstance(claims[0], dict) else None


def merge_claim(claim: Claim, base: _Tree, wanted: _Tree) -> tuple[Claim, tuple[Clash, ...]]:
    """A claim as it is, with what it has of ``base`` turned into ``wanted``; both hold only this claim."""
    merged = merge_data(base, {"claims": [canonical(claim)]}, wanted)
    claims = merged.data.get("claims")
    if merged.clashes or not isinstance(claims, list) or len(claims) != 1:
        return claim, merged.clashes or (Clash(f"claims/{claim.id}", "changed", None),)
    return Claim.model_validate(claims[0]), ()


def _merge_mappings(base: _Tree, ours: _Tree, theirs: _Tree, path: str, clashes: list[Clash]) -> _Tree:
    result: _Tree = {}
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        where = f"{path}/{name}" if path else name
        value = _merge(base.get(name), ours.get(name), theirs.get(name), name, where, clashes)
        if value is not None:
            result[name] = value
    return result


def _merge(base: Data, ours: Data, theirs: Data, name: str, path: str, clashes: list[Clash]) -> Data:
    """Merge one value; None is "not there", for canonical data holds no other None."""
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict) and name in _FIELDWISE:
        return _merge_mappings(base if isinstance(base, dict) else {}, ours, theirs, path, clashes)
    lists = [value if isinstance(value, list) else [] for value in (base, ours, theirs)]
    if name in _KEYED and all(isinstance(value, list) or value is None for value in (base, ours, theirs)):
        return _merge_lists(lists, name, path, clashes)
    clashes.append(Clash(path, _shown(ours, name), _shown(theirs, name)))
    return ours


def _shown(value: Data, name: str) -> str | None:
    return None if value is None else flow(value, name)


def _merge_lists(sides: Sequence[list[Data]], name: str, path: str, clashes: list[Clash]) -> list[Data]:
    base, ours, theirs = (_keyed(side, name) for side in sides)
    result: list[Data] = []
    for key in _order(list(ours), list(theirs)):
        where = f"{path}/{key[0]}"
        before, mine, other = base.get(key), ours.get(key), theirs.get(key)
        if isinstance(mine, dict) and isinstance(other, dict):
            old = before if isinstance(before, dict) else {}
            merged: Data = _merge_mappings(old, mine, other, where, clashes)
            if name == "claims" and not _is_claim(merged):
                clashes.append(Clash(where, _shown(mine, name), _shown(other, name)))
                merged = mine
        else:
            merged = _merge(before, mine, other, "", where, clashes)
        if merged is not None:
            result.append(merged)
    return result


def _is_claim(data: Data) -> bool:
    try:
        Claim.model_validate(data)
    except ValidationError:
        return False
    return True


_Key = tuple[str, int]


def _keyed(items: Sequence[Data], name: str) -> dict[_Key, Data]:
    """Items by what tells them apart, and a number among those that nothing tells apart."""
    seen: dict[str, int] = {}
    result: dict[_Key, Data] = {}
    for item in items:
        key = _identity(item, name)
        result[key, seen.setdefault(key, 0)] = item
        seen[key] += 1
    return result


def _identity(item: Data, name: str) -> str:
    if isinstance(item, dict) and name in _BY_ID:
        return str(item.get("id"))
    if isinstance(item, dict) and name == "evidence":
        fields: list[Data] = [item.get(part) for part in _EVIDENCE]
        return flow([*fields, item.get("exact") if item.get("start") is None else None], name)
    return flow(item, name)


def _order(ours: list[_Key], theirs: list[_Key]) -> list[_Key]:
    """Our order, and what only they have after what stood before it on their side."""
    result = list(ours)
    known = set(ours)
    for number, key in enumerate(theirs):
        if key not in known:
            at = result.index(theirs[number - 1]) + 1 if number else 0
            result.insert(at, key)
            known.add(key)
    return result
