"""Plain text: the reading text is the file; its blocks are told by layout and words alone."""

from __future__ import annotations

from claimcheck.documents import roles
from claimcheck.documents.footnotes import footnotes, note_lines
from claimcheck.documents.front_matter import read_front_matter
from claimcheck.documents.hyphens import joined_lines
from claimcheck.documents.lines import Line, item_marker, lines_of, paragraphs
from claimcheck.documents.model import Block, BlockKind, Document, Locator
from claimcheck.documents.outline import body_begun, facts_of_opening, with_opening, without_dateline
from claimcheck.documents.references import urls
from claimcheck.documents.text import decode_reading_text
from claimcheck.documents.transcripts import warnings_of_turns, with_turns
from claimcheck.documents.unseen import warnings_of_unseen

_OPENING_BLOCKS = 8
"""Byline and dateline are looked for in the first blocks only."""


def read(data: bytes, place: str) -> Document:
    """A .txt file: hard-wrapped, scraped with one paragraph a line, or anything between.

    Words that the end of a line broke are whole in the reading text (:mod:`claimcheck.documents.hyphens`).
    """
    return read_text(whole_words(decode_reading_text(data, place)))


def whole_words(text: str) -> str:
    """The reading text of a .txt file's text: words are put together again, the front matter stays."""
    body = read_front_matter(text).end
    return text[:body] + joined_lines(text[body:])


def read_text(text: str) -> Document:
    """The document of a text already decoded."""
    front = read_front_matter(text)
    blocks = with_turns(text, _blocks(text, front.end))
    title, authors, published = facts_of_opening(text, blocks)
    head = [Block("front_matter", 0, len(text[: front.end].rstrip()))] if front.end else []
    found = [*urls(text, front.end, len(text)), *footnotes(text, front.end, len(text), blocks)]
    return Document(
        text=text,
        format="txt",
        blocks=tuple(head + blocks),
        title=front.title or title,
        authors=front.authors or authors,
        published=front.published or published,
        language=front.language or "en",
        references=tuple(sorted(found, key=lambda reference: reference.start)),
        warnings=(*front.warnings, *warnings_of_turns(blocks), *warnings_of_unseen(text)),
        metadata=dict(front.fields),
    )


def _blocks(text: str, start: int) -> list[Block]:
    lines = lines_of(text, start, len(text))
    groups = paragraphs(text, lines)
    notes = note_lines(text, start, len(text))
    blocks: list[Block] = []
    for number, (first, last, _) in enumerate(groups):
        span = lines[first].start, lines[last - 1].end
        kind, shift = _kind(text, lines, groups, number, blocks, notes)
        locator = Locator(paragraph=number + 1)
        if kind == "table_cell":
            blocks.extend(_cells(text, span, locator))
            continue
        block = Block(kind, span[0] + shift, span[1], level=_level(kind), locator=locator)
        blocks.extend(without_dateline(text, block))
    return with_opening(text, blocks)


def _level(kind: BlockKind) -> int:
    return {"headline": 1, "subhead": 2}.get(kind, 0)


def _kind(
    text: str,
    lines: list[Line],
    groups: list[tuple[int, int, bool]],
    number: int,
    blocks: list[Block],
    notes: dict[int, int],
) -> tuple[BlockKind, int]:
    """The kind of a group of lines, and how many characters of marker stand before its words."""
    first, last, _ = groups[number]
    start, end = lines[first].start, lines[last - 1].end
    words = text[start:end]
    if start in notes:
        return "footnote", notes[start] - start
    if roles.is_markup(words):
        return "markup", 0
    if "\t" in words.strip("\t") and words.count("\t") >= 2 * (last - first):
        return "table_cell", 0
    if words.startswith("> "):
        return "block_quote", 2
    marker = item_marker(text, lines[first])
    if marker and not (
        roles.is_heading(words) and words[0].isdigit() and _stands_over(text, lines, groups, number)
    ):
        return "list_item", marker
    if number < _OPENING_BLOCKS and roles.byline(words):
        return "byline", 0
    if number < _OPENING_BLOCKS and (roles.date_line(words) or roles.placed_day(words)):
        return "dateline", 0
    if roles.is_caption(words):
        return "caption", 0
    return _heading_or_paragraph(text, lines, groups, number, blocks), 0


def _heading_or_paragraph(
    text: str, lines: list[Line], groups: list[tuple[int, int, bool]], number: int, blocks: list[Block]
) -> BlockKind:
    first, last, _ = groups[number]
    words = text[lines[first].start : lines[last - 1].end]
    if roles.is_page_line(words):
        return "paragraph"
    if not body_begun(blocks, text) and len(words) <= 220 and words[-1] not in ".;,:" and len(groups) > 1:
        return "headline"
    if last - first == 1 and roles.is_heading(words) and _stands_over(text, lines, groups, number):
        return "subhead"
    return "paragraph"


def _stands_over(text: str, lines: list[Line], groups: list[tuple[int, int, bool]], number: int) -> bool:
    """Whether text follows that a heading could stand over: a paragraph, or a list, not just another short
    line.
    """
    for first, last, _ in groups[number + 1 : number + 4]:
        words = text[lines[first].start : lines[last - 1].end]
        if item_marker(text, lines[first]) or words[-1] in '.!?…”"’)' or len(words) > 120:
            return not roles.is_markup(words)
        if not roles.is_heading(words):
            return False
    return False


def _cells(text: str, span: tuple[int, int], locator: Locator) -> list[Block]:
    cells = []
    at = span[0]
    for piece in text[span[0] : span[1]].replace("\n", "\t").split("\t"):
        words = piece.strip()
        if words:
            start = at + piece.index(words[0])
            cells.append(Block("table_cell", start, start + len(words), locator=locator))
        at += len(piece) + 1
    return cells
