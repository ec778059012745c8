"""Ids of claims, of sources and articles, and short keys of evidence."""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from collections.abc import Container
from hashlib import sha256

from claimcheck.records.fingerprints import fingerprint
from claimcheck.records.models import Claim, Evidence

_SHORTEST = 8


def claim_id(slug: str, text: str, occurrence: int, taken: Container[str]) -> str:
    """A new claim's permanent id: ``<slug>/`` and base32 of its text's hash.

    Args:
        occurrence: 0 for the first sentence of the article with this text, 1 for the second…
        taken: ids already given; the key grows beyond 8 characters until it is free.
    """
    normal = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    key = _base32(sha256(f"{occurrence}\n{normal}".encode("utf-8", "surrogatepass")).digest())
    for length in range(_SHORTEST, len(key) + 1):
        if f"{slug}/{key[:length]}" not in taken:
            return f"{slug}/{key[:length]}"
    return claim_id(slug, f"{text}\n{occurrence}", occurrence + 1, taken)


def slug_of(name: str) -> str:
    """A legal id made of a file name or title, never empty.

    Letters with diacritics lose them; every other run of characters becomes one hyphen.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:80].strip("-")
    return slug or f"source-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def evidence_key(item: Evidence) -> str:
    """A short key of one item that stays when its number does not: ``e`` and 7 base32 characters.

    Made of source, snapshot, span and layer; of the words too where there is no span.
    """
    span = [str(item.start), str(item.end)] if item.start is not None else ["", "", item.exact]
    digest = fingerprint([item.source, item.snapshot or "", item.about, *span])
    return "e" + _base32(bytes.fromhex(digest.partition(":")[2]))[:7]


def find_evidence(claim: Claim, wanted: int | str) -> int | None:
    """The index of an item by its 1-based number or its key, or None."""
    text = str(wanted)
    if text.isascii() and text.isdigit():
        return int(text) - 1 if 1 <= int(text) <= len(claim.evidence) else None
    keys = [evidence_key(item) for item in claim.evidence]
    return keys.index(text) if keys.count(text) == 1 else None


def _base32(data: bytes) -> str:
    return b32encode(data).decode("ascii").rstrip("=").lower()
