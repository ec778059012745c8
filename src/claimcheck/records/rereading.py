"""Reading a claims file again after a change: only the claims whose lines changed are parsed and validated.

What was read is kept with the place of each claim's lines. Where the text differs from before within one
claim, that claim alone is read; where more of it differs, every claim whose lines are unchanged is taken
over. Whatever else changed (the head, the layout, what cannot be read) is read as a whole, and there it is
said what is wrong.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pydantic import ValidationError

from claimcheck.records.codec import load_claims
from claimcheck.records.dialect import RecordError, decode, is_own_layout
from claimcheck.records.layout import section_slice
from claimcheck.records.models import Claim, ClaimFile
from claimcheck.records.parsing import parse


@dataclass(frozen=True, slots=True)
class HeldClaims:
    """A claims file as read.

    Attributes:
        edges: where each claim's lines begin in the text, and where the last one's end; empty where lines
            cannot be trusted.
        changed: indices of the claims that are not those of the reading before; None where it was read as a
            whole, or claims came or went.
    """

    place: str
    text: str
    record: ClaimFile
    edges: Sequence[int]
    changed: tuple[int, ...] | None


def read_claims(data: bytes, place: str, before: HeldClaims | None = None) -> HeldClaims:
    """A claims file, from what was read before where that still stands.

    Args:
        place: the file's name for messages; its stem is the slug that claim ids must begin with.

    Raises:
        RecordError: as :func:`claimcheck.records.codec.load_claims`.
    """
    text = decode(data, place)
    if before is not None and before.edges:
        found = _same(text, before) or _one_changed(text, before) or _some_changed(text, before)
        if found is not None:
            return found
    record = load_claims(data, place)
    edges = _cut(text)
    trusted = len(edges) == len(record.claims) + 1 and is_own_layout(text)
    return HeldClaims(place, text, record, edges if trusted else (), None)


def _same(text: str, before: HeldClaims) -> HeldClaims | None:
    if text != before.text:
        return None
    return HeldClaims(before.place, before.text, before.record, before.edges, ())


def _one_changed(text: str, before: HeldClaims) -> HeldClaims | None:
    """The file where only the lines of one claim differ; None where more does."""
    old, edges = before.text, before.edges
    first = _common(old, text, 0)
    last = len(old) - _common(old, text, first)
    index = bisect_right(edges, first) - 1
    if not 0 <= index < len(edges) - 1 or first == edges[index] or last > edges[index + 1]:
        return None
    grown = len(text) - len(old)
    start, end = edges[index], edges[index + 1] + grown
    claim = _parsed(text[start:end]) if text[end - 1 : end] == "\n" else None
    if claim is None or claim.id != before.record.claims[index].id:
        return None
    claims = list(before.record.claims)
    claims[index] = claim
    record = before.record.model_copy(update={"claims": claims})
    moved = [*edges[: index + 1], *(edge + grown for edge in edges[index + 1 :])]
    return HeldClaims(before.place, text, record, moved, (index,))


def _common(one: str, other: str, after: int) -> int:
    """How many characters two texts begin with alike; or, with ``after``, end with alike behind that place.

    By halving, for whole stretches are compared fast.
    """
    low, high = 0, min(len(one), len(other)) - after
    while low < high:
        middle = (low + high + 1) // 2
        if after:
            alike = one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]
        else:
            alike = one[low:middle] == other[low:middle]
        low, high = (middle, high) if alike else (low, middle - 1)
    return low


def _some_changed(text: str, before: HeldClaims) -> HeldClaims | None:
    """The file where claims came, went or changed and the rest did not."""
    edges = _cut(text)
    old = before.text
    if not edges or _rest(text, edges) != _rest(old, before.edges):
        return None
    lines = [old[a:b] for a, b in pairwise(before.edges)]
    known = dict(zip(lines, before.record.claims, strict=True))
    claims: list[Claim] = []
    for start, end in pairwise(edges):
        piece = text[start:end]
        claim = known.get(piece) or (_parsed(piece) if piece.endswith("\n") else None)
        if claim is None:
            return None
        claims.append(claim)
    prefix = before.place.rpartition("/")[2].removesuffix(".yaml") + "/"
    if len({claim.id for claim in claims if claim.id.startswith(prefix)}) != len(claims):
        return None
    record = before.record.model_copy(update={"claims": claims})
    return HeldClaims(before.place, text, record, edges, _indices(before.record.claims, claims))


def _indices(old: Sequence[Claim], new: Sequence[Claim]) -> tuple[int, ...] | None:
    if [claim.id for claim in old] != [claim.id for claim in new]:
        return None
    return tuple(index for index, claim in enumerate(new) if claim is not old[index])


def _rest(text: str, edges: Sequence[int]) -> tuple[str, str]:
    return text[: edges[0]], text[edges[-1] :]


def _parsed(piece: str) -> Claim | None:
    if not is_own_layout(piece):
        return None
    indent = len(piece) - len(piece.lstrip(" "))
    try:
        return Claim.model_validate(parse(f"{piece[:indent]} {piece[indent + 1 :]}", ""))
    except (RecordError, ValidationError):
        return None


def _cut(text: str) -> list[int]:
    """Where each claim's lines begin, and where the last one's end; nothing where lines do not tell."""
    section = section_slice(text, "claims")
    if section is None or "\r" in text or text.startswith("\ufeff"):
        return []
    begin = text.find("\n", section.start, section.end) + 1
    while begin and text[begin : begin + 200].lstrip(" ")[:1] in ("#", "\n"):
        begin = text.find("\n", begin, section.end) + 1
    line = text[begin : begin + 200]
    if not begin or not line.lstrip(" ").startswith("- "):
        return []
    dash = "\n" + " " * (len(line) - len(line.lstrip(" "))) + "- "
    edges = [begin]
    while (at := text.find(dash, edges[-1], section.end) + 1) > 0:
        edges.append(at)
    return [*edges, section.end]
