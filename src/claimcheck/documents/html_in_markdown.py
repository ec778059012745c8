"""Blocks of HTML within a Markdown text: the words between their tags, as the blocks that the tags say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.documents.model import BlockKind

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<close>/?)(?P<name>[A-Za-z][\w-]{0,30})(?:\s[^<>]{0,2000})?/?>", re.DOTALL
)
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup"
    " time tt u var wbr br".split()
)
_UNREAD = frozenset("script style svg textarea pre iframe object noscript template select button".split())
_KINDS: dict[str, BlockKind] = {
    "h1": "headline",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "subhead"),
    "li": "list_item",
    **dict.fromkeys(("td", "th"), "table_cell"),
    "blockquote": "block_quote",
    **dict.fromkeys(("figcaption", "caption"), "caption"),
}


class Stretch(NamedTuple):
    """A stretch of the text, ``[start, end)`` in code points; ``markup`` holds no words to be read.

    Attributes:
        cell: of a table's cell, which table of the block, row and column it is, counted from 1 on.
    """

    kind: BlockKind
    level: int
    start: int
    end: int
    cell: tuple[int, int, int] | None = None


def stretches_of_html(text: str, start: int, end: int) -> Iterator[Stretch]:
    """A block of HTML cut into words and what stands between them, without gaps; linear in its length."""
    at = start
    for words in _words(text, start, end):
        if words.start > at:
            yield Stretch("markup", 0, at, words.start)
        yield words
        at = words.end
    if at < end:
        yield Stretch("markup", 0, at, end)


def _words(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The words between tags that part blocks, tags and white space at their edges left out."""
    kind: BlockKind = "paragraph"
    level = table = row = column = 0
    unread = ""
    first = last = -1
    at = start
    for match in [*_TAG.finditer(text, start, end), None]:
        stop = match.start() if match else end
        words = text[at:stop]
        if words.strip() and not unread:
            first = first if first >= 0 else at + len(words) - len(words.lstrip())
            last = at + len(words.rstrip())
        at = match.end() if match else end
        name = (match["name"] or "").lower() if match else "end"
        if name in _INLINE or not name:
            continue
        if first >= 0 and any(map(str.isalnum, text[first:last])):
            cell = (table, row, column) if kind == "table_cell" and table and row else None
            yield Stretch(kind, level, first, last, cell)
        first = -1
        if match is not None and not match["close"]:
            table, row, column = _step(name, table, row, column)
        if match is not None and (not unread or (unread == name and match["close"])):
            unread = name if name in _UNREAD and not match["close"] else ""
            inside = not match["close"]
            if name != "p":  # a paragraph of a quotation, item or cell is still theirs
                kind = _KINDS.get(name, "paragraph") if inside else "paragraph"
            level = int(name[1]) if inside and kind in ("headline", "subhead") else 0


def _step(name: str, table: int, row: int, column: int) -> tuple[int, int, int]:
    """Which table, row and column an opening tag leads to."""
    if name == "table":
        return table + 1, 0, 0
    if name == "tr":
        return table, row + 1, 0
    return (table, row, column + 1) if name in ("td", "th") else (table, row, column)
