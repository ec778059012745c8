"""Web pages: saved pages, exports of content systems, fragments. The reading text is made of the article's
blocks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from claimcheck.documents import roles
from claimcheck.documents.apart import CONTROL, FRAME, LEFT_OUT, LINKS
from claimcheck.documents.build import TextBuilder
from claimcheck.documents.failures import NoReadableText
from claimcheck.documents.footnotes import Mark, footnotes, hung, with_notes
from claimcheck.documents.model import Block, BlockKind, Document, HiddenText, Locator, Reference
from claimcheck.documents.outline import facts_of_opening, without_dateline
from claimcheck.documents.readers.hidden_cells import column_letters
from claimcheck.documents.unseen import warnings_of_unseen
from claimcheck.documents.web.decoding import decode_page
from claimcheck.documents.web.hidden import ACCESSIBILITY, STYLE_RULE
from claimcheck.documents.web.metadata import PageFacts, page_facts
from claimcheck.documents.web.selection import choose, headline_index, why_left_out
from claimcheck.documents.web.source import parse_page
from claimcheck.documents.web.tables import Cell, holds_data
from claimcheck.documents.web.walk import Piece, walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST = 200
"""With less article than this, in characters, a page that holds more is kept whole."""
_RUNNING = 80
"""Characters from which on a stretch is running text, no entry of a menu."""
_TOGETHER = (FRAME, LINKS, CONTROL)
"""Reasons of which stretches that follow one another are listed as one."""
_MARK_LONGEST = 6
_NOTE_PIECES = 3
_NUMBER = re.compile(r"\A(?:\[\d{1,3}\]|\d{1,3}[.)])\s+(?=\S)")
_CELL_LONGEST = 200
"""A longer text in a table's cell is a paragraph: the table lays out the page."""


def read(data: bytes, place: str, keep: Sequence[str] = ()) -> Document:
    """A web page.

    Args:
        keep: first words of what is read although it seems to be no part of the article.

    Raises:
        EmptyDocument, NoReadableText, TextLost.
    """
    page, warnings = decode_page(data, place)
    root = parse_page(page, place)
    facts = page_facts(root)
    pieces = walk(root)
    doubts = _doubtful(pieces)
    wanted = [words for words in map(_plain, keep) if words]
    freed = [piece for piece in pieces if piece.hidden in LEFT_OUT and _begins(piece, wanted)]
    for piece in freed:
        piece.hidden = None
    hidden = [piece for piece in pieces if piece.hidden and piece.hidden not in doubts]
    shown = [piece for piece in pieces if not piece.hidden or piece.hidden in doubts]
    chosen, more = _article(root, shown, facts, place)
    asked = {
        at for at, one in enumerate(shown) if _begins(one, wanted) and (at not in chosen or one in freed)
    }
    missing = [words for words in wanted if not any(_begins(piece, [words]) for piece in shown)]
    chosen = sorted({*chosen, *asked})
    builder, placed, kept = _build(shown, chosen, facts, asked)
    text = builder.text()
    blocks = with_notes(text, [part for block in builder.blocks for part in without_dateline(text, block)])
    notes = _notes(pieces)
    title, authors, published = facts_of_opening(text, blocks)
    return Document(
        text=text,
        format="html",
        blocks=tuple(blocks),
        extracted=True,
        title=facts.title or title,
        authors=facts.authors or authors,
        published=facts.published or published,
        language=facts.language,
        references=_references(builder, blocks, notes, facts),
        hidden=_hidden(
            pieces, {id(piece): piece.hidden or "" for piece in hidden} | _left(shown, chosen), placed
        ),
        warnings=(*warnings, *map(_not_there, missing), *more, *doubts.values(), *warnings_of_unseen(text)),
        metadata={"url": facts.address} if facts.address else {},
        kept=kept,
    )


def _doubtful(pieces: list[Piece]) -> dict[str, str]:
    """Weak reasons to call text hidden that would hide most of the page's running text: then the page is
    meant to be seen.
    """
    running = [piece for piece in pieces if len(piece.text) >= _RUNNING] or pieces
    total = sum(len(piece.text) for piece in running) or 1
    doubts = {}
    for reason in (ACCESSIBILITY, STYLE_RULE):
        share = sum(len(piece.text) for piece in running if piece.hidden == reason) / total
        if share > 0.4:
            doubts[reason] = f"Most of the page is marked as hidden ({reason}); it was read as shown."
    return doubts


def _article(
    root: HtmlElement, shown: list[Piece], facts: PageFacts, place: str
) -> tuple[list[int], tuple[str, ...]]:
    if not shown and len(facts.article_body) < _LEAST:
        raise NoReadableText(place, "page")
    chosen = choose(root, shown, facts.title, facts.article_body)
    found = sum(len(shown[index].text) for index in chosen)
    whole = sum(len(piece.text) for piece in shown)
    if len(facts.article_body) > _LEAST and found < 0.5 * len(facts.article_body):
        shown.extend(
            Piece(text=line.strip(), tag="p") for line in facts.article_body.split("\n") if line.strip()
        )
        headline = headline_index(shown, set(chosen), facts.title)
        if headline is None and facts.title:
            shown.append(Piece(text=facts.title, tag="h1", level=1))
            headline = len(shown) - 1
        added = [index for index in range(len(shown)) if shown[index].tag == "p" and not shown[index].parent]
        chosen = ([headline] if headline is not None else []) + added
        return chosen, (
            "The article's text was taken from the page's data (JSON-LD), not from what it shows.",
        )
    if found < _LEAST and whole >= 2 * _LEAST and whole > 3 * found:
        return list(range(len(shown))), (
            "The article could not be told from the page around it; everything the page shows was kept.",
        )
    return chosen, ()


def _begins(piece: Piece, wanted: Sequence[str]) -> bool:
    """Whether a piece begins with one of the words asked for."""
    return any(_plain(piece.text).startswith(words) for words in wanted)


def _not_there(words: str) -> str:
    return f"Nothing on the page begins with {words[:60]!r}, which was to be kept."


def _plain(text: str) -> str:
    return " ".join(text.split())


def _left(shown: list[Piece], chosen: list[int]) -> dict[int, str]:
    """Why pieces (by ``id``) that everybody sees are not read; what stands in the text all the same is not
    among them.
    """
    taken = {_plain(shown[index].text) for index in chosen}
    return {
        id(piece): why_left_out(piece)
        for piece in shown
        if any(map(str.isalnum, piece.text)) and _plain(piece.text) not in taken
    }


def _build(
    shown: list[Piece], chosen: list[int], facts: PageFacts, asked: set[int]
) -> tuple[TextBuilder, set[int], tuple[tuple[int, int], ...]]:
    """The reading text, which pieces (by ``id``) are paragraphs of it, and the spans of those asked for."""
    builder = TextBuilder()
    kept: list[tuple[int, int]] = []
    counted: set[int] = set()
    headline = headline_index(shown, set(chosen), facts.title)
    notes = _note_pieces(shown)
    if headline is not None and headline in chosen:
        builder.add(shown[headline].text, "headline", level=1, links=shown[headline].links)
        counted.add(id(shown[headline]))
    data = _data_tables([shown[index] for index in chosen])
    row = table = 0
    for index in chosen:
        piece = shown[index]
        if index == headline:
            continue
        kind = _kind(piece, len(builder.blocks), data)
        if piece.note or not notes.isdisjoint(piece.ids):
            kind = "footnote"
        joiner = "\n" if kind == "list_item" else "\n\n"
        cell = piece.cell if kind == "table_cell" else None
        if cell is not None and cell.table == table:
            joiner = "\t" if piece.row == row else "\n"
        row, table = (piece.row, cell.table) if cell is not None else (0, 0)
        level = max(piece.level, 2) if kind == "subhead" else 0
        where = _locator(cell, data) if cell is not None and cell.table in data else None
        block = builder.add(piece.text, kind, level=level, links=piece.links, joiner=joiner, locator=where)
        if block is not None and index in asked:
            kept.append((block.start, block.end))
        counted |= {id(piece)} if where is None else set()
    return builder, counted, tuple(kept)


def _data_tables(pieces: list[Piece]) -> dict[int, int]:
    """The tables of the article that hold data, by their number in the page, numbered from 1 on."""
    tables: dict[int, list[tuple[Cell, int]]] = {}
    for piece in pieces:
        if piece.cell is not None:
            tables.setdefault(piece.cell.table, []).append((piece.cell, len(piece.text)))
    found = [table for table, cells in tables.items() if holds_data(cells, _CELL_LONGEST)]
    return {table: number for number, table in enumerate(found, 1)}


def _locator(cell: Cell, tables: dict[int, int]) -> Locator:
    return Locator(cell=f"table {tables[cell.table]}!{column_letters(cell.column)}{cell.row}")


def _kind(piece: Piece, number: int, tables: dict[int, int]) -> BlockKind:
    if piece.caption:
        return "caption"
    if piece.level:
        return "subhead"
    if piece.tag == "pre":
        return "code"
    cell = piece.tag in ("td", "th") or (piece.cell is not None and piece.cell.table in tables)
    if cell and len(piece.text) <= _CELL_LONGEST:
        return "table_cell"
    if piece.quote:
        return "pull_quote" if piece.quote == "pull" else "block_quote"
    if piece.tag in ("li", "dd", "dt"):
        return "list_item"
    if number < 8 and roles.byline(piece.text):
        return "byline"
    if number < 8 and roles.date_line(piece.text):
        return "dateline"
    if piece.standfirst and number <= 2:
        return "standfirst"
    return "paragraph"


def _references(
    builder: TextBuilder, blocks: Sequence[Block], notes: dict[str, str], facts: PageFacts
) -> tuple[Reference, ...]:
    """Links on their words, footnotes on the words their marks hang on, in text order."""
    text = builder.text()
    marks: list[Mark] = []
    found: list[Reference] = []
    for start, end, target in builder.links:
        if target.startswith("#"):
            mark = end - start <= _MARK_LONGEST and not text[start:end].isalpha()
            if (start == end or mark) and target[1:] in notes:
                marks.append(Mark(start, end, notes[target[1:]]))
        elif not target.startswith(("javascript:", "mailto:", "tel:")) and target.strip():
            found.append(Reference(start, end, _absolute(facts.address, target.strip()), "link"))
    found += [*hung(text, blocks, marks), *footnotes(text, 0, len(text), blocks)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _notes(pieces: list[Piece]) -> dict[str, str]:
    """Words of whatever a mark may lead to, by its id."""
    notes: dict[str, str] = {}
    for piece in pieces:
        for identity in piece.ids:
            notes.setdefault(identity, _NUMBER.sub("", piece.text.strip("^↑↩ ")))
    return notes


def _note_pieces(shown: list[Piece]) -> set[str]:
    """Ids that a footnote's mark leads to and that hold no more than a note."""
    marked = {to[1:] for piece in shown for start, end, to in piece.links if start == end and to[:1] == "#"}
    sizes = Counter(identity for piece in shown for identity in piece.ids if identity in marked)
    return {identity for identity, size in sizes.items() if size <= _NOTE_PIECES}


def _absolute(base: str | None, target: str) -> str:
    try:
        return urljoin(base, target) if base else target
    except ValueError:
        return target


def _hidden(pieces: list[Piece], why: dict[int, str], placed: set[int]) -> tuple[HiddenText, ...]:
    """What each element hides, and what is left out of the page, with the paragraph of the reading text it
    stands in or behind, what is hidden first. Lines of the page's frame that follow one another are one
    stretch.
    """
    found: list[tuple[object, int, str, list[str]]] = []
    paragraph = 0
    for piece in pieces:
        paragraph += id(piece) in placed
        if id(piece) not in why:
            continue
        reason = why[id(piece)]
        alike: object = (
            (reason, paragraph) if reason in _TOGETHER else piece.root if piece.hidden else id(piece)
        )
        if found and found[-1][0] == alike:
            found[-1][3].append(piece.text)
        else:
            found.append((alike, paragraph + piece.within, reason, [piece.text]))
    return tuple(
        HiddenText("\n".join(texts), reason, Locator(paragraph=number) if number else None)
        for _, number, reason, texts in sorted(found, key=lambda one: one[2] in LEFT_OUT)
    )
