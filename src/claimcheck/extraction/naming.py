"""Claim ids: short, stable names made from what a claim says."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from base64 import b32encode
from collections.abc import Container

_KEY_LENGTH = 8
_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


def normalise_text(text: str) -> str:
    """The claim's text as ids and occurrence counts see it: NFC, one case, one kind of quotation mark and
    space."""
    if text.isascii():  # the same, without the detours
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFC", text).casefold().translate(_QUOTES)
    return _SPACE.sub(" ", folded).strip()


def _base32(data: bytes) -> str:
    return b32encode(data).decode("ascii").lower().rstrip("=")


def claim_id(slug: str, text: str, occurrence: int, taken: Container[str]) -> str:
    """The id ``<slug>/<key>`` of a claim that is not in ``taken``.

    The key is base32 (``a-z2-7``) of the SHA-256 of the normalised text and the occurrence number, 8
    characters long; where that id is taken already it grows a character at a time.

    Args:
        slug: the article's id.
        text: the claim's sentence.
        occurrence: how many claims of the article with the same normalised text stand before this one.
        taken: ids that may not be given again.
    """
    # A lone surrogate cannot be encoded strictly; it may still not crash an extraction.
    payload = f"{normalise_text(text)}\x00{occurrence}".encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(payload).digest()
    candidate = f"{slug}/{_base32(digest[:5])}"  # eight characters are five bytes
    if candidate not in taken:
        return candidate
    key = _base32(digest)
    for length in range(_KEY_LENGTH + 1, len(key) + 1):
        candidate = f"{slug}/{key[:length]}"
        if candidate not in taken:
            return candidate
    return claim_id(slug, text, occurrence + 1, taken)
