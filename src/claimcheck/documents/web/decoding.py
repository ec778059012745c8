"""A page's bytes as text."""

from __future__ import annotations

import codecs
import re

from claimcheck.documents.text import EmptyDocument

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode_page(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """The page as text, and warnings: by its byte order mark, as UTF-8, by what it declares, or as
    Windows-1252.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    declared = _DECLARED.search(data[:4096])
    for name in ("utf-8", declared[1].decode("ascii") if declared else "utf-8"):
        try:
            return data.decode(name), ()
        except (UnicodeDecodeError, LookupError):
            continue
    if not data.strip():
        raise EmptyDocument(place)
    broken = data.decode("utf-8", "replace").count("\ufffd")
    if declared and declared[1].lower().replace(b"-", b"") == b"utf8" and broken * 1000 < len(data):
        return data.decode("utf-8", "replace"), (f"{broken:,} damaged characters in the page's UTF-8.",)
    return data.decode("cp1252", "replace"), (
        "The page does not say its encoding; it was read as Windows-1252.",
    )
