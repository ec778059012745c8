"""Bytes of a text file to its reading text: decoded, BOM removed, CRLF and CR to LF, nothing else."""

from __future__ import annotations

import codecs
from pathlib import Path

from claimcheck.errors import ClaimcheckError

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class ReadingError(ClaimcheckError):
    """Base of everything that can go wrong between a file and its reading text."""


class MissingDocument(ReadingError):
    """There is no such file."""

    def __init__(self, place: str) -> None:
        super().__init__("There is no such file.", place=place, remedy="Check the path.")


class DocumentIsDirectory(ReadingError):
    """A folder where a file is meant."""

    def __init__(self, place: str) -> None:
        super().__init__("This is a folder, not a document.", place=place, remedy="Name a file in it.")


class UnreadableDocument(ReadingError):
    """The operating system refuses."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"The file cannot be read: {reason}.", place=place, remedy="Check its permissions and the disk."
        )


class EmptyDocument(ReadingError):
    """Nothing in it, or only white space."""

    def __init__(self, place: str) -> None:
        super().__init__(
            "The document is empty.", place=place, remedy="Nothing can be checked in it; save it again."
        )


class DocumentTooLarge(ReadingError):
    """More bytes than the limit allows."""

    def __init__(self, place: str, size: int, limit: int) -> None:
        super().__init__(
            f"The file has {size:,} bytes; at most {limit:,} are read.",
            place=place,
            remedy="Split it, or save its text alone as .txt.",
        )


class UndecodableText(ReadingError):
    """Not UTF-8, and no byte order mark that says what else."""

    def __init__(self, place: str, line: int, column: int, byte: int, value: int) -> None:
        super().__init__(
            f"Not valid UTF-8: byte 0x{value:02X} at byte {byte}.",
            place=f"{place}:{line}:{column}",
            remedy="Save the file as UTF-8.",
        )


class BrokenUtf16(ReadingError):
    """A byte order mark says UTF-16, the rest does not hold to it."""

    def __init__(self, place: str, byte: int) -> None:
        super().__init__(
            f"The file begins as UTF-16 but breaks off at byte {byte}.",
            place=place,
            remedy="Save the file as UTF-8.",
        )


class NulInText(ReadingError):
    """A NUL: the file is not text, or damaged."""

    def __init__(self, place: str, line: int, column: int, count: int) -> None:
        some = "a NUL character" if count == 1 else f"{count:,} NUL characters"
        super().__init__(
            f"The text holds {some}, so it is damaged or no text file.",
            place=f"{place}:{line}:{column}",
            remedy="Open it in the program that made it and save it as plain text (UTF-8).",
        )


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a file of at most ``limit`` bytes; each cause of failure is a class of its own."""
    place = str(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise DocumentIsDirectory(place)
        if size > limit:
            raise DocumentTooLarge(place, size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise MissingDocument(place) from error
    except OSError as error:
        raise UnreadableDocument(place, (error.strerror or "unknown reason").lower()) from error
    except ValueError as error:
        raise MissingDocument(place.replace("\0", "\\0")) from error
    if len(data) > limit:
        raise DocumentTooLarge(place, len(data), limit)
    return data


def decode_reading_text(data: bytes, place: str) -> str:
    """The reading text of a text file.

    Raises:
        EmptyDocument, UndecodableText, BrokenUtf16, NulInText: with ``place`` as ``file:line:column``.
    """
    text = _decode(data, place)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    nul = text.find("\0")
    if nul >= 0:
        line, column = line_and_column(text, nul)
        raise NulInText(place, line, column, text.count("\0"))
    if not text or text.isspace():
        raise EmptyDocument(place)
    return text


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """The 1-based line and column (in code points) of an offset."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _decode(data: bytes, place: str) -> str:
    encoding = _UTF16.get(data[:2])
    if encoding:
        try:
            return data[2:].decode(encoding)
        except UnicodeDecodeError as error:
            raise BrokenUtf16(place, error.start + 2) from error
    skip = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    try:
        return data[skip:].decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[skip : skip + error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        line, column = line_and_column(good, len(good))
        byte = skip + error.start
        raise UndecodableText(place, line, column, byte, data[byte]) from error
