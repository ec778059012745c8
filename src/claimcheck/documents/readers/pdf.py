"""PDF files: text by pdfium, in reading order, page by page, with what no reader sees kept apart."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from claimcheck.documents.build import TextBuilder
from claimcheck.documents.failures import DamagedDocument, LockedDocument, NoReadableText, NoTextLayer
from claimcheck.documents.model import BlockKind, Document, HiddenText, Locator
from claimcheck.documents.outline import facts_of_opening, with_roles
from claimcheck.documents.pdf.actual import false_texts
from claimcheck.documents.pdf.glyphs import PageReader, PageText
from claimcheck.documents.pdf.layout import (
    Paragraph,
    hyphenated_words,
    paragraphs_of,
    without_running_lines,
)
from claimcheck.documents.unseen import warnings_of_unseen
from claimcheck.errors import MissingExtra

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PAGES_MOST = 2_000
_LARGER = 1.12
"""How much larger than the body's letters a heading's are, at least."""
_TEXT_LAYER_LEAST = 20
"""Characters a page has, on average over the document, before it counts as having a text layer."""
_SAVED_BY = re.compile(r"\AMicrosoft \w+ - |\.(?:docx?|odt|rtf|indd|qxd)\Z", re.IGNORECASE)
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_SAYS_NOTHING = ("untitled", "anonymous", "(anonymous)", "unspecified", "(unspecified)", "unknown")
"""What programs write where nobody gave a title or an author."""
_PASSWORD_ERROR = 4


def read(data: bytes, place: str) -> Document:
    """A .pdf file.

    Raises:
        DamagedDocument, LockedDocument, NoTextLayer, NoReadableText, MissingExtra.
    """
    pdf = _open(data, place)
    pages = [_page(pdf, number, place) for number in range(min(len(pdf), _PAGES_MOST))]
    if not pages:
        raise DamagedDocument(place, "PDF", "it has no pages")
    found = sum(len(one.text) for page in pages for one in page.segments)
    if found < _TEXT_LAYER_LEAST and any(page.pictures for page in pages):
        raise NoTextLayer(place, len(pages))
    if not found:
        raise NoReadableText(place, "PDF")
    running = without_running_lines(pages)
    words = hyphenated_words(pages)
    paragraphs = [
        one
        for number, page in enumerate(pages, 1)
        for part in (page, *page.turned)
        for one in paragraphs_of(part, number, words)
    ]
    return _document(pdf, pages, _over_pages(paragraphs), running)


def _open(data: bytes, place: str) -> PdfDocument:
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtra("Reading .pdf files", "pdf") from error
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR or "assword" in str(error):
            raise LockedDocument(place, "PDF") from error
        raise DamagedDocument(place, "PDF", "it cannot be opened") from error


def _page(pdf: PdfDocument, number: int, place: str) -> PageText:
    from pypdfium2 import PdfiumError

    try:
        page = pdf[number]
        try:
            false = false_texts(page)
            if false is not None:
                page.close()
                page = pdf[number]
            return PageReader(page, false or {}).read()
        finally:
            page.close()
    except PdfiumError as error:
        raise DamagedDocument(place, "PDF", f"page {number + 1} cannot be read") from error


def _over_pages(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A sentence that runs on over the page or the column stays one paragraph, on the page where it
    begins.
    """
    joined: list[Paragraph] = []
    for one in paragraphs:
        last = joined[-1] if joined else None
        if last is not None and len(joined) > 1 and _beneath(last, joined[-2]):
            last = joined[-2]
        if last is not None and _runs_on(last, one):
            last.text = last.text[:-1] + one.text if last.text.endswith("-") else f"{last.text} {one.text}"
            last.lines += one.lines
        else:
            joined.append(one)
    return joined


def _beneath(small: Paragraph, text: Paragraph) -> bool:
    """Whether a line in small letters stands at the foot of a column of text."""
    return small.lines == 1 and small.size < text.size - 0.8 and small.page == text.page


def _runs_on(last: Paragraph, one: Paragraph) -> bool:
    if last.lines < 2 or abs(last.size - one.size) > 0.8 or last.bold != one.bold or one.bullet:
        return False
    return one.text[0].islower() and last.text[-1].isalnum() | (last.text[-1] in ",-;")


def _document(
    pdf: PdfDocument, pages: list[PageText], paragraphs: list[Paragraph], running: list[str]
) -> Document:
    body = _body_size(paragraphs)
    largest = max((one.size for one in paragraphs if one.page == 1), default=body)
    builder = TextBuilder()
    count: Counter[int] = Counter()
    for one in paragraphs:
        count[one.page] += 1
        kind, level = _kind(one, body, largest, builder)
        where = Locator(page=one.page, paragraph=count[one.page])
        _add(builder, one, kind, level, where)
    text = builder.text()
    blocks = with_roles(text, builder.blocks)
    title, authors, published = facts_of_opening(text, blocks)
    stated = _stated(pdf)
    return Document(
        text=text,
        format="pdf",
        blocks=tuple(blocks),
        extracted=True,
        title=title or _SAVED_BY.sub("", stated.get("title", "")) or None,
        authors=authors,
        published=published,
        hidden=(*_hidden(pages), *(HiddenText(line, "page header or footer") for line in _worded(running))),
        warnings=(*_warnings(pages, running, len(pdf)), *warnings_of_unseen(text)),
        metadata=stated,
    )


def _add(builder: TextBuilder, one: Paragraph, kind: BlockKind, level: int, where: Locator) -> None:
    if kind != "table_cell":
        builder.add(one.text, kind, level=level, locator=where)
        return
    joiner = "\n"
    for cell in one.text.split("\t"):
        builder.add(cell.strip(), "table_cell", locator=where, joiner=joiner)
        joiner = "\t"


def _body_size(paragraphs: list[Paragraph]) -> float:
    sizes: Counter[float] = Counter()
    for one in paragraphs:
        sizes[round(one.size * 2) / 2] += len(one.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _kind(one: Paragraph, body: float, largest: float, builder: TextBuilder) -> tuple[BlockKind, int]:
    if "\t" in one.text:
        return "table_cell", 0
    heading = len(one.text) <= 220 and one.lines <= 4 and one.text[-1] not in ".;,:"
    if heading and one.size > body * _LARGER:
        first = not any(block.kind == "headline" for block in builder.blocks[:20])
        return ("headline", 1) if first and one.size >= largest - 0.5 else ("subhead", 2)
    if heading and one.bold and one.lines == 1 and len(one.text) <= 100:
        return "subhead", 3
    return ("list_item" if one.bullet else "paragraph"), 0


def _stated(pdf: PdfDocument) -> dict[str, str]:
    stated: dict[str, str] = {}
    with suppress(ValueError, UnicodeDecodeError):
        values = pdf.get_metadata_dict(skip_empty=True)
        for name in ("Title", "Author", "CreationDate"):
            if values.get(name) and str(values[name]).strip().lower() not in _SAYS_NOTHING:
                stated[name.lower().replace("creationdate", "created")] = str(values[name]).strip()
    match = _PDF_DATE.match(stated.get("created", ""))
    if match:
        stated["created"] = "-".join(match.groups())
    return stated


def _hidden(pages: list[PageText]) -> tuple[HiddenText, ...]:
    found = []
    for number, page in enumerate(pages, 1):
        for why, letters in page.hidden.items():
            text = " ".join("".join(letters).split())
            if text:
                found.append(HiddenText(text, why, Locator(page=number)))
    return tuple(found)


def _worded(running: list[str]) -> list[str]:
    """Running lines that are more than a page's number."""
    return [line for line in running if any(map(str.isalpha, line))]


def _warnings(pages: list[PageText], running: list[str], total: int) -> tuple[str, ...]:
    warnings = []
    scanned = sum(page.invisible > 0 and page.pictures > 0 for page in pages)
    if scanned:
        warnings.append(
            f"{scanned} page(s) are pictures with a text layer, probably from character recognition;"
            f" check the words."
        )
    bare = [number for number, page in enumerate(pages, 1) if page.pictures and not page.segments]
    if bare:
        listed = ", ".join(map(str, bare[:10]))
        warnings.append(f"No text layer on {len(bare)} page(s) that are pictures: {listed}.")
    if running:
        shown = "; ".join(repr(line) for line in running[:5])
        warnings.append(f"Running headers or footers left out: {shown}.")
    if total > len(pages):
        warnings.append(f"Only the first {len(pages):,} of {total:,} pages were read.")
    return tuple(warnings)
