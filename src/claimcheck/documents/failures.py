"""Every error a reader may raise, by class name, so that one raised in the child is the same one in the
parent.
"""

from __future__ import annotations

from claimcheck.documents import text
from claimcheck.documents.text import ReadingError
from claimcheck.errors import ClaimcheckError, MissingExtra


class TextLost(ReadingError):
    """A parser returned far less text than the file plainly holds."""

    def __init__(self, place: str, found: int, expected: int) -> None:
        super().__init__(
            f"The reader found {found:,} of about {expected:,} characters of text in this file.",
            place=place,
            remedy="It is damaged, or built to defeat readers; save its text alone as .txt and use that.",
        )


class NoReadableText(ReadingError):
    """The file holds no text a reader could see."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(
            f"There is no readable text in this {what}.",
            place=place,
            remedy="If scripts draw the page, save it from the browser, or paste its text into a .txt file."
            if what == "page"
            else "Look whether it is the right file; words in pictures need recognition (OCR) first.",
        )


class NoTextLayer(ReadingError):
    """A PDF of pictures: nothing in it is text."""

    def __init__(self, place: str, pages: int) -> None:
        shown = "its one page is a picture" if pages == 1 else f"its {pages:,} pages are pictures"
        super().__init__(
            f"This PDF has no text layer: {shown}.",
            place=place,
            remedy="Run character recognition (OCR) on it first, and have a person check the result.",
        )


class DamagedDocument(ReadingError):
    """The file is not what its name says, or broken."""

    def __init__(self, place: str, what: str, reason: str) -> None:
        super().__init__(
            f"This is no readable {what} file: {reason}.",
            place=place,
            remedy="Open it in the program that made it and save it again.",
        )


class LockedDocument(ReadingError):
    """The file is encrypted."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(
            f"This {what} file is protected by a password.",
            place=place,
            remedy="Save a copy without a password.",
        )


class PackedTooTightly(ReadingError):
    """A compressed file that unpacks to far more than it should."""

    def __init__(self, place: str, unpacked: int, limit: int) -> None:
        super().__init__(
            f"The file unpacks to {unpacked // 1_000_000:,} MB; at most {limit // 1_000_000:,} MB are read.",
            place=place,
            remedy="Split it, or save its text alone as .txt.",
        )


class UnknownFormat(ReadingError):
    """Neither the name nor the content tells how to read it."""

    def __init__(self, place: str, known: tuple[str, ...]) -> None:
        super().__init__(
            "This kind of file cannot be read.",
            place=place,
            remedy=f"Known formats: {', '.join(known)}. Files of older or other office programs (.doc, .rtf, "
            ".odt) can be saved as .docx.",
        )


BY_NAME: dict[str, type[ClaimcheckError]] = {
    error.__name__: error
    for error in (
        text.EmptyDocument,
        text.UndecodableText,
        text.BrokenUtf16,
        text.NulInText,
        TextLost,
        NoReadableText,
        NoTextLayer,
        DamagedDocument,
        LockedDocument,
        PackedTooTightly,
        MissingExtra,
    )
}
"""What the child may send back; anything else is a crash."""
