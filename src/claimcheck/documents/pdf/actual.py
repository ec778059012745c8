"""ActualText: what a PDF says its glyphs stand for. Where that differs from what they show, the glyphs are
read, and what was said of them is kept apart.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

_TAG = b"ActualText"
_LENGTH_MOST = 1 << 20
_HYPHENS = "-\u2010\u2011\u00ad\ufffe\x02"


def false_texts(page: PdfPage) -> dict[int, str] | None:
    """Each ActualText that is not what its glyphs show, by the number of the page's object that has it; None
    where there is no ActualText at all.

    Otherwise the marks are gone from ``page`` afterwards: load it anew to read it. Glyphs that no letters are
    known of keep theirs, and so do those of a ligature, a hyphen or small capitals.
    """
    said = [
        (number, one, actual)
        for number, one in enumerate(page.get_objects())
        if (actual := _actual(one)) is not None
    ]
    if not said:
        return None
    for _, one, _ in said:
        _unmark(one)
    shown = _shown(page)
    false: dict[int, str] = {}
    for actual, group in groupby(said, key=lambda item: item[2]):
        marked = list(group)
        glyphs = [shown.get(ctypes.addressof(one.raw.contents), ("", False)) for _, one, _ in marked]
        texts = [_folded(text) for text, _ in glyphs]
        # One ActualText may stand over several objects, or the same over each of them.
        whole = ("".join(texts), *([texts[0]] if len(set(texts)) == 1 else []))
        true = any(_folded(reading) in whole for reading in _readings(actual))
        if not true and not any(unknown for _, unknown in glyphs):
            false.update((number, actual if at == 0 else "") for at, (number, _, _) in enumerate(marked))
    return false


def strip(page: PdfPage, numbers: Collection[int]) -> None:
    """Takes the ActualText from the objects of these numbers; before the page's text is asked for."""
    for number, one in enumerate(page.get_objects() if numbers else ()):
        if number in numbers:
            _unmark(one)


def _readings(actual: str) -> list[str]:
    """An ActualText as it stands, and, where some writers left out the mark that says so, as UTF-16."""
    if not any(letter < " " for letter in actual) or not all(letter <= "\xff" for letter in actual):
        return [actual]
    return [actual, actual.encode("latin-1").decode("utf-16-be", "replace")]


def _shown(page: PdfPage) -> dict[int, tuple[str, bool]]:
    """What each text object's glyphs show, by its address, and whether a glyph's letter is not known."""
    import pypdfium2.raw as raw

    found: dict[int, tuple[str, bool]] = {}
    textpage = page.get_textpage()
    try:
        for index in range(textpage.count_chars()):
            pointer = raw.FPDFText_GetTextObject(textpage, index)
            if not pointer:
                continue
            address = ctypes.addressof(pointer.contents)
            text, unknown = found.get(address, ("", False))
            code = raw.FPDFText_GetUnicode(textpage, index)
            lost = raw.FPDFText_HasUnicodeMapError(textpage, index) == 1 or _is_no_letter(code)
            found[address] = (text + chr(code), unknown or lost)
    finally:
        textpage.close()
    return found


def _is_no_letter(code: int) -> bool:
    return code == 0 or code == 0xFFFD or 0xE000 <= code <= 0xF8FF or code >= 0xF0000


def _folded(text: str) -> str:
    """Letters and figures alone: ligatures, hyphens, blanks and capitals make no difference."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = [letter for letter in plain if not letter.isspace() and letter not in _HYPHENS]
    # Of scripts that run leftwards glyphs may be painted in either order.
    return "".join(sorted(letters) if any("\u0590" <= letter <= "\u08ff" for letter in letters) else letters)


def _marks(one: PdfObject) -> Iterator[object]:
    import pypdfium2.raw as raw

    if one.type == raw.FPDF_PAGEOBJ_TEXT:
        for number in range(raw.FPDFPageObj_CountMarks(one)):
            yield raw.FPDFPageObj_GetMark(one, number)


def _text_of(mark: object) -> str | None:
    import pypdfium2.raw as raw

    size = ctypes.c_ulong()
    if not raw.FPDFPageObjMark_GetParamStringValue(mark, _TAG, None, 0, size) or size.value > _LENGTH_MOST:
        return None
    buffer = (ctypes.c_ushort * (size.value // 2 + 1))()
    raw.FPDFPageObjMark_GetParamStringValue(mark, _TAG, buffer, size, size)
    return bytes(buffer)[: max(size.value - 2, 0)].decode("utf-16-le", "replace")


def _actual(one: PdfObject) -> str | None:
    return next((text for mark in _marks(one) if (text := _text_of(mark)) is not None), None)


def _unmark(one: PdfObject) -> None:
    """Takes the ActualText from an object."""
    import pypdfium2.raw as raw

    for mark in [mark for mark in _marks(one) if _text_of(mark) is not None]:
        raw.FPDFPageObj_RemoveMark(one, mark)
