"""Markdown: the reading text is the file, markup and all; block structure from markdown-it's CommonMark
parser.

Only the block rules run (they are linear); words inside a block keep their markup, and links and footnotes
are found on the reading text itself, so that every offset counts in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from claimcheck.documents import roles
from claimcheck.documents.footnotes import footnotes, note_lines
from claimcheck.documents.front_matter import read_front_matter
from claimcheck.documents.hidden_markup import hidden_stretches, listed, without_hidden
from claimcheck.documents.html_in_markdown import Stretch, stretches_of_html
from claimcheck.documents.lines import Line, lines_of, wrap_width
from claimcheck.documents.model import Block, BlockKind, Document, Locator
from claimcheck.documents.outline import body_begun, facts_of_opening, with_opening, without_dateline
from claimcheck.documents.readers.hidden_cells import column_letters
from claimcheck.documents.references import markdown_links
from claimcheck.documents.text import decode_reading_text
from claimcheck.documents.unseen import warnings_of_unseen

if TYPE_CHECKING:
    from markdown_it.token import Token

_IMAGE_ONLY = re.compile(
    r"!\[([^\]\n]{0,500})\](?:\([^()\s\"]{0,2000}(?:\s+\"([^\"\n]{0,500})\")?\s*\)|\[[^\]\n]{0,200}\])\s*"
)
_EMPHASIS_ONLY = re.compile(r"([*_]{1,3})(?=\S)(.+?)(?<=\S)\1")
_DEFINES = re.compile(r"\[[^\[\]\n]{1,200}\]:\s")
_CONTAINERS = {"blockquote_open": 1, "blockquote_close": -1}
_LISTS = {"list_item_open": 1, "list_item_close": -1}
_VERBATIM: dict[str, BlockKind] = {
    "fence": "code",
    "code_block": "code",
    "html_block": "markup",  # what of it is words is read all the same
    "hr": "markup",
}
_OPENING = 12


def read(data: bytes, place: str) -> Document:
    """A .md file, with or without front matter."""
    return read_text(decode_reading_text(data, place))


def read_text(text: str) -> Document:
    """The document of a Markdown text already decoded."""
    front = read_front_matter(text)
    blocks = with_opening(text, _roles(text, _without_gaps(text, front.end, list(_blocks(text, front.end)))))
    hidden = hidden_stretches(text, blocks)
    blocks = _trimmed(text, without_hidden(blocks, hidden))
    title, authors, published = facts_of_opening(text, blocks)
    head = [Block("front_matter", 0, len(text[: front.end].rstrip()))] if front.end else []
    body = front.end, len(text)
    found = [*markdown_links(text, *body), *footnotes(text, *body, blocks)]
    return Document(
        text=text,
        format="md",
        blocks=tuple(head + blocks),
        title=front.title or title,
        authors=front.authors or authors,
        published=front.published or published,
        language=front.language or "en",
        references=tuple(sorted(found, key=lambda reference: (reference.start, reference.end))),
        hidden=listed(blocks, hidden),
        warnings=front.warnings + warnings_of_unseen(text),
        metadata=dict(front.fields),
    )


def _trimmed(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks without white space at their edges, and without those that hold nothing else."""
    done: list[Block] = []
    for block in blocks:
        words = text[block.start : block.end]
        start = block.start + len(words) - len(words.lstrip())
        if words.strip():
            done.append(replace(block, start=start, end=start + len(words.strip())))
    return done


def _blocks(text: str, start: int) -> Iterator[Block]:
    """The leaf blocks in text order, each trimmed to the words its own markup surrounds."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "reference"])
    body = text[start:].replace("\r", "\n")
    starts = list(accumulate((len(line) + 1 for line in body.split("\n")), initial=start))
    quotes, items, number, cursor = 0, 0, 0, start
    kind: BlockKind = "paragraph"
    level = tables = row = column = 0
    for token in parser.parse(body):
        quotes += _CONTAINERS.get(token.type, 0)
        items += _LISTS.get(token.type, 0)
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "table_open":
            tables, row = tables + 1, 0
        elif token.type == "tr_open":
            row, column = row + 1, 0
        elif token.type in ("th_open", "td_open"):
            kind, column = "table_cell", column + 1
        elif token.type in _VERBATIM or token.type == "inline":
            number += kind != "table_cell"
            if token.type == "inline" and not token.content.strip():
                kind, level = "paragraph", 0
                continue  # an empty cell of a table
            span = _span(text, starts, token, cursor)
            leaf = _VERBATIM.get(token.type) or _leaf_kind(kind, level, quotes, items)
            cursor = span[1]
            if token.type == "html_block":
                before = tables
                for one in stretches_of_html(text, *span):
                    tables = max(tables, before + one.cell[0]) if one.cell else tables
                    yield Block(one.kind, one.start, one.end, one.level, _place(one, before, number))
            elif span[1] > span[0]:
                cell = f"table {tables}!{column_letters(column)}{row}" if leaf == "table_cell" else None
                where = Locator(cell=cell) if cell else Locator(paragraph=number)
                yield Block(leaf, *span, level=level, locator=where)
            kind, level = "paragraph", 0


def _place(one: Stretch, tables: int, number: int) -> Locator:
    """The place of a stretch of HTML, after so many tables and in the block of that number."""
    if one.cell is None:
        return Locator(paragraph=number)
    table, row, column = one.cell
    return Locator(cell=f"table {tables + table}!{column_letters(column)}{row}")


def _without_gaps(text: str, start: int, blocks: list[Block]) -> list[Block]:
    """The blocks, and a paragraph for every line of words the parser left out (it stops at deep nesting)."""
    whole: list[Block] = []
    at = start
    for block in [*blocks, None]:
        end = len(text) if block is None else block.start
        if any(letter.isalpha() for letter in text[at:end]):
            lines = (
                one for one in lines_of(text, at, end) if any(map(str.isalpha, text[one.start : one.end]))
            )
            whole.extend(Block("paragraph", one.start, one.end) for one in lines)
        if block is not None:
            whole.append(block)
            at = block.end
    return whole


def _leaf_kind(kind: BlockKind, level: int, quotes: int, items: int) -> BlockKind:
    if kind == "table_cell":
        return kind
    if level:
        return "headline" if level == 1 else "subhead"
    if quotes:
        return "block_quote"
    return "list_item" if items else "paragraph"


def _span(text: str, starts: list[int], token: Token, cursor: int) -> tuple[int, int]:
    """Where a block's words stand: from the first line of its content to the last, markers left out."""
    if token.map is None:
        return cursor, cursor
    first, last = token.map
    start, end = max(starts[first], cursor), min(starts[last] - 1, len(text))
    content = token.content.strip().split("\n") if token.type == "inline" else []
    if content and content[0]:
        found = text.find(content[0].strip(), start, end)
        start = found if found >= 0 else start
        tail = text.rfind(content[-1].strip(), start, end)
        end = tail + len(content[-1].strip()) if tail >= 0 else end
        if token.type == "inline" and len(content) == 1:
            end = start + len(content[0].strip())
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _roles(text: str, blocks: list[Block]) -> list[Block]:
    """Paragraphs that are more than that: bylines, dates, captions, pictures, footnotes; the first
    heading.
    """
    notes = note_lines(text, 0, len(text))
    done: list[Block] = []
    titled = False
    for index, block in enumerate(blocks):
        if block.kind == "paragraph":
            done.extend(_paragraph(text, block, index, done, notes))
        elif block.kind == "block_quote":
            done.extend(_quoted_lines(text, block))
        elif block.kind == "subhead" and not body_begun(done):
            done.append(replace(block, kind="headline"))
            titled = True
        elif block.kind == "headline":
            done.append(replace(block, kind="subhead") if titled else block)
            titled = True
        else:
            done.append(block)
    return done


def _paragraph(text: str, block: Block, index: int, done: list[Block], notes: dict[int, int]) -> list[Block]:
    words = text[block.start : block.end]
    if _DEFINES.match(words):
        return _notes(text, block, notes)
    picture = _IMAGE_ONLY.match(words)
    if picture:
        return _picture(text, block, picture)
    if roles.is_markup(words):
        return [replace(block, kind="markup")]
    emphasis = _EMPHASIS_ONLY.fullmatch(words) if len(words) <= 600 and "\n" not in words else None
    if emphasis and emphasis[1][0] in emphasis[2]:
        emphasis = None
    if emphasis and done and done[-1].kind in ("markup", "caption"):
        start = block.start + emphasis.start(2)
        return [replace(block, kind="caption", start=start, end=start + len(emphasis[2]))]
    plain = words.replace("*", "").strip("_")
    if index < _OPENING and roles.byline(plain):
        return [_inner(block, emphasis, "byline")]
    if index < _OPENING and roles.date_line(plain):
        return [_inner(block, emphasis, "dateline")]
    if roles.is_caption(plain):
        return [_inner(block, emphasis, "caption")]
    return without_dateline(text, block) if "\n" not in words else _lines_meant(text, block)


def _inner(block: Block, emphasis: re.Match[str] | None, kind: BlockKind) -> Block:
    if emphasis is None:
        return replace(block, kind=kind)
    start = block.start + emphasis.start(2)
    return replace(block, kind=kind, start=start, end=start + len(emphasis[2]))


def _picture(text: str, block: Block, picture: re.Match[str]) -> list[Block]:
    """A picture's alternative text counts as its caption where it is a sentence; what follows it always
    does.
    """
    after = block.start + picture.end()
    blocks = []
    group = 2 if picture[2] else 1
    if len((picture[group] or "").split()) >= 5:
        start = block.start + picture.start(group)
        blocks.append(replace(block, kind="caption", start=start, end=start + len(picture[group])))
    else:
        blocks.append(replace(block, kind="markup", end=min(after, block.end)))
    if after < block.end:
        blocks.append(replace(block, kind="caption", start=after))
    return blocks


def _notes(text: str, block: Block, notes: dict[int, int]) -> list[Block]:
    """A paragraph of footnote texts and link definitions, each a block of its own; other lines go on with
    theirs."""
    pieces: list[Block] = []
    for line in lines_of(text, block.start, block.end):
        at = next((at for at in (line.start, line.start - line.indent) if at in notes), None)
        if at is not None:
            pieces.append(replace(block, kind="footnote", start=notes[at], end=line.end))
        elif _DEFINES.match(text, line.start, line.end):
            pieces.append(replace(block, kind="markup", start=line.start, end=line.end))
        elif pieces:
            pieces[-1] = replace(pieces[-1], end=line.end)
        else:
            pieces.append(replace(block, start=line.start, end=line.end))
    return pieces


def _lines_meant(text: str, block: Block) -> list[Block]:
    """Many editors write one paragraph a line without empty lines; hard-wrapped prose stays together."""
    lines = lines_of(text, block.start, block.end)
    if wrap_width(text, lines) or not all(_whole(text, line) for line in lines):
        return without_dateline(text, block)
    return [
        piece
        for line in lines
        for piece in without_dateline(text, replace(block, start=line.start, end=line.end))
    ]


def _quoted_lines(text: str, block: Block) -> list[Block]:
    """A quotation whose every line ends a sentence, a block a line: no claim then holds the ``>`` marks."""
    spans = []
    for line in lines_of(text, block.start, block.end):
        bare = text[line.start : line.end].lstrip("> \t")
        if bare:
            spans.append((line.end - len(bare), line.end))
    if len(spans) < 2 or not all(text[end - 1] in '.!?…”"’)*_' for _, end in spans):
        return [block]
    return [replace(block, start=start, end=end) for start, end in spans]


def _whole(text: str, line: Line) -> bool:
    return (
        line.end - line.start > 100 and text[line.end - 1] in '.!?”"’)*_]' and not text[line.start].islower()
    )
