"""Reading a claims file again after a change: only the claims whose lines changed are parsed and validated.

What was read is kept by the text of each claim's lines. Lines that are unchanged and in our own layout mean
what they meant before; whatever else changed (the head, the layout, what cannot be read) is read as a whole,
which is also where it is said what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

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
        sha256: of its bytes.
        rest: its text without the claims' lines; empty where lines cannot be trusted.
        known: claims by their lines.
    """

    place: str
    sha256: str
    record: ClaimFile
    rest: str
    known: Mapping[str, Claim]


def read_claims(data: bytes, place: str, before: HeldClaims | None = None) -> HeldClaims:
    """A claims file, from what was read before where that still stands.

    Args:
        place: the file's name for messages; its stem is the slug that claim ids must begin with.

    Raises:
        RecordError: as :func:`claimcheck.records.codec.load_claims`.
    """
    digest = sha256(data).hexdigest()
    if before is not None and before.sha256 == digest:
        return before
    text = decode(data, place)
    return (_changed(text, digest, before) if before is not None else None) or _whole(data, digest, place)


def _whole(data: bytes, digest: str, place: str) -> HeldClaims:
    record = load_claims(data, place)
    text = decode(data, place)
    rest, pieces = _cut(text)
    if len(pieces) != len(record.claims) or not is_own_layout(text):
        return HeldClaims(place, digest, record, "", {})
    return HeldClaims(place, digest, record, rest, dict(zip(pieces, record.claims, strict=True)))


def _changed(text: str, digest: str, before: HeldClaims) -> HeldClaims | None:
    """The file read from what is known, or None where it has to be read as a whole."""
    rest, pieces = _cut(text)
    if not rest or rest != before.rest:
        return None
    known: dict[str, Claim] = {}
    for piece in pieces:
        claim = before.known.get(piece) or _parsed(piece)
        if claim is None:
            return None
        known[piece] = claim
    claims = list(known.values())
    prefix = before.place.rpartition("/")[2].removesuffix(".yaml") + "/"
    ids = {claim.id for claim in claims if claim.id.startswith(prefix)}
    if not len(ids) == len(claims) == len(pieces):
        return None
    record = before.record.model_copy(update={"claims": claims})
    return HeldClaims(before.place, digest, record, rest, known)


def _parsed(piece: str) -> Claim | None:
    if not is_own_layout(piece):
        return None
    indent = len(piece) - len(piece.lstrip(" "))
    try:
        return Claim.model_validate(parse(f"{piece[:indent]} {piece[indent + 1 :]}", ""))
    except (RecordError, ValidationError):
        return None


def _cut(text: str) -> tuple[str, list[str]]:
    """The text without its claims, and the lines of each claim; nothing where it cannot be cut by lines."""
    section = section_slice(text, "claims")
    if section is None or "\r" in text or text.startswith("\ufeff"):
        return "", []
    begin = text.find("\n", section.start, section.end) + 1
    while begin and text[begin : section.end].lstrip(" ")[:1] in ("#", "\n"):
        begin = text.find("\n", begin, section.end) + 1
    body = text[begin : section.end].lstrip(" ")
    if not begin or not body.startswith("- "):
        return "", []
    dash = "\n" + " " * (section.end - begin - len(body)) + "- "
    pieces, at = [], begin
    while at < section.end:
        after = text.find(dash, at, section.end) + 1 or section.end
        pieces.append(text[at:after])
        at = after
    return text[:begin] + text[section.end :], pieces
