"""Notes that people laid on a PDF's pages, and what they filled into its forms: not part of its text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_NOTES_MOST = 500
_LENGTH_MOST = 1 << 16
NOTE, FILLED_IN = "a note laid on the page", "filled into a form"


def notes_on(page: PdfPage) -> Iterator[tuple[str, str]]:
    """The words of each note or filled-in field of a page, and which of both it is."""
    import pypdfium2.raw as raw

    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _NOTES_MOST)):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(note)
            field = kind == raw.FPDF_ANNOT_WIDGET
            words = _string(note, b"V" if field else b"Contents")
        finally:
            raw.FPDFPage_CloseAnnot(note)
        if words and kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            yield words, FILLED_IN if field else NOTE


def _string(note: object, key: bytes) -> str:
    import pypdfium2.raw as raw

    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 2 < size <= _LENGTH_MOST:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return " ".join(bytes(buffer)[: size - 2].decode("utf-16-le", "replace").split())
