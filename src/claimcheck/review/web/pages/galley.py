"""The article as it reads: its blocks, cut where claims and their parts begin and end. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Literal

from claimcheck.documents.model import Block
from claimcheck.documents.reading import read_text_document
from claimcheck.records.models import Claim, Dropped, Part
from claimcheck.review.views import ArticleState
from claimcheck.review.web.pages.inline import Inline, read_inline
from claimcheck.review.web.pages.marks import Mark, marks_of, short_id

FIRST_CHARACTERS = 12_000
"""Code points of the article that the page itself holds; the rest is asked for once that is shown."""
_UNSHOWN = frozenset({"front_matter", "markup", "comment"})
_TAGS: Mapping[str, str] = {
    "headline": "h2", "subhead": "h3", "block_quote": "blockquote", "pull_quote": "blockquote",
    "code": "pre", "list_item": "li",
}  # fmt: skip
_TITLES = frozenset({"headline", "subhead", "byline", "dateline"})
"""Blocks that read as what they are, though nothing in them is a claim."""
_LIKE_ROWS = frozenset({"headline", "subhead", "paragraph", "caption", "table_cell"})
"""What a line of a table may be read as."""
_LINES = re.compile(r"[^\n]+(?:\n[^\n]+)*")
"""Lines up to an empty one."""
_CELL = re.compile(r"[^\s](?:[^\t\n]*[^\s])?")
GroupKind = Literal["block", "list", "row"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without anything beginning or ending in it.

    Attributes:
        part: number of the claim's part it belongs to, from 1; 0 for none.
        kind: kind of that part.
        target: where a link leads, else empty.
    """

    text: str
    part: int = 0
    kind: str = ""
    ticked: bool = False
    em: bool = False
    strong: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A claim, a passage that was dropped, or what stands between."""

    pieces: tuple[Piece, ...]
    mark: Mark | None = None
    dropped: Dropped | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article."""

    tag: str
    kind: str
    speaker: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that are shown together: one by itself, the items of a list, the cells of a row."""

    kind: GroupKind
    number: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Galley:
    """Groups of blocks in text order, and the number of the first that is left out (None: nothing is)."""

    groups: tuple[Group, ...]
    rest: int | None


def lay_out(state: ArticleState, start: int = 0, most: int | None = None) -> Galley:
    """The article from a group on.

    Args:
        start: number of the first group wanted.
        most: code points after which no further group is begun; None for all.
    """
    setter = _Setter(state)
    groups = _groups(state)
    shown: list[Group] = []
    used = 0
    for number in range(start, len(groups)):
        if most is not None and used > most:
            return Galley(tuple(shown), number)
        kind, blocks = groups[number]
        used += sum(block.end - block.start for block in blocks)
        shown.append(Group(kind, number, tuple(setter.paragraph(block) for block in blocks)))
    return Galley(tuple(shown), None)


def _groups(state: ArticleState) -> Sequence[tuple[GroupKind, tuple[Block, ...]]]:
    spans = tuple(
        sorted((claim.anchor.start, claim.anchor.end) for claim in state.record.claims if not claim.orphan)
    )
    return _grouped(state.text, "md" if _is_markdown(state) else "txt", spans)


@lru_cache(maxsize=8)
def _grouped(
    text: str, format: str, spans: tuple[tuple[int, int], ...]
) -> tuple[tuple[GroupKind, tuple[Block, ...]], ...]:
    """The blocks of a text in groups; asked for at every fragment of one article, so it is remembered."""
    read = read_text_document(text, format).blocks
    blocks = _covering(text, read if format == "md" else _with_rows(text, read), spans)
    grouped: list[tuple[GroupKind, tuple[Block, ...]]] = []
    for (kind, _), members in groupby(_keyed(text, blocks), key=lambda item: item[0]):
        grouped.append((kind, tuple(block for _, block in members)))
    return tuple(grouped)


def _with_rows(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Blocks, with the lines of a table as rows: cells of other formats stand apart by tabs in a text,
    and two of them, or one alone beside such lines, read like a heading."""
    tables = [match.span() for match in _LINES.finditer(text) if _tabbed(match[0])] if "\t" in text else []
    starts = [start for start, _ in tables]
    inside = [bisect_right(starts, block.start) - 1 for block in blocks]
    inside = [
        at if at >= 0 and block.start < tables[at][1] else -1
        for at, block in zip(inside, blocks, strict=True)
    ]
    others = {at for at, block in zip(inside, blocks, strict=True) if block.kind not in _LIKE_ROWS}
    found: list[Block] = []
    last = -1
    for at, block in zip(inside, blocks, strict=True):
        if at < 0 or at in others:
            found.append(block)
        elif at != last:
            found.extend(Block("table_cell", *cell.span()) for cell in _CELL.finditer(text, *tables[at]))
            last = at
    return found


def _tabbed(lines: str) -> bool:
    """Whether most of some lines that stand together have a tab between words."""
    each = lines.split("\n")
    return 2 * sum("\t" in line.strip() for line in each) >= len(each)


def _keyed(text: str, blocks: Sequence[Block]) -> Iterator[tuple[tuple[GroupKind, int], Block]]:
    """Each block with what its group has in common."""
    number, row, at = 0, 0, 0
    last = ""
    for block in blocks:
        number += 1
        row += block.kind != "table_cell" or "\n" in text[at : block.start]
        at = block.end
        if block.kind == "list_item":
            number = number - 1 if last == "list_item" else number
            yield ("list", number), block
        elif block.kind == "table_cell":
            yield ("row", row), block
        else:
            yield ("block", number), block
        last = block.kind


def _covering(text: str, blocks: Sequence[Block], spans: Sequence[tuple[int, int]]) -> list[Block]:
    """The blocks that are shown, widened so that every span lies in one; spans outside all make their own."""
    pieces = [block for block in blocks if block.end > block.start]
    pieces += [Block("paragraph", start, end) for start, end in spans if end > start]
    # A block of the document comes before a span that begins where it does, and keeps its kind.
    pieces.sort(key=lambda block: (block.start, -block.end))
    merged: list[Block] = []
    claimed: set[int] = set()
    starts = {start for start, _ in spans}
    for block in pieces:
        if merged and block.start < merged[-1].end:
            merged[-1] = _joined(merged[-1], block)
        else:
            merged.append(block)
        if block.start in starts:
            claimed.add(len(merged) - 1)
    return [block for number, block in enumerate(merged) if block.kind not in _UNSHOWN or number in claimed]


def _joined(first: Block, second: Block) -> Block:
    """Two blocks that overlap as one; what is no plain paragraph gives the kind."""
    named = second if first.kind == "paragraph" and second.end > first.end else first
    named = second if first.kind == "paragraph" and second.kind in _TAGS else named
    return replace(named, start=first.start, end=max(first.end, second.end))


class _Setter:
    """Sets the paragraphs of one article."""

    def __init__(self, state: ArticleState) -> None:
        self._text = state.text
        self._markdown = _is_markdown(state)
        self._marks = {mark.short: mark for mark in marks_of(state)}
        items: list[tuple[int, int, Claim | Dropped]] = [
            (claim.anchor.start, claim.anchor.end, claim) for claim in state.record.claims if not claim.orphan
        ]
        items += [(item.start, item.end, item) for item in state.record.dropped]
        self._items = sorted(items, key=lambda item: item[:2])
        self._starts = [item[0] for item in self._items]

    def paragraph(self, block: Block) -> Paragraph:
        """One block, cut where claims and their parts begin and end."""
        marked = self._markdown and block.kind != "code"
        inline = read_inline(self._text, block.start, block.end) if marked else Inline()
        runs = tuple(run for run in self._runs(block, inline) if run.pieces)
        return Paragraph(_TAGS.get(block.kind, "p"), block.kind, block.speaker or "", runs)

    def _runs(self, block: Block, inline: Inline) -> Iterator[Run]:
        at = block.start
        first, last = bisect_left(self._starts, block.start), bisect_left(self._starts, block.end)
        for start, end, item in self._items[first:last]:
            if max(start, at) >= end:
                continue  # it lies in another, as no record should have it
            yield Run(tuple(_pieces(self._text, at, max(start, at), inline)))
            if isinstance(item, Dropped):
                told = None if block.kind in _TITLES else item
                yield Run(tuple(_pieces(self._text, max(start, at), end, inline)), dropped=told)
            else:
                pieces = tuple(_pieces(self._text, max(start, at), end, inline, _placed(item)))
                # Words that lie in markup only are shown with it: no claim is out of sight.
                pieces = pieces or (Piece(self._text[max(start, at) : end]),)
                yield Run(pieces, mark=self._marks[short_id(item)])
            at = end
        yield Run(tuple(_pieces(self._text, at, block.end, inline)))


def _is_markdown(state: ArticleState) -> bool:
    return state.record.article.path.lower().endswith((".md", ".markdown"))


def _placed(claim: Claim) -> list[tuple[int, int, int, Part]]:
    """The claim's parts as spans of the article, with their numbers."""
    at = claim.anchor.start
    return [(at + part.start, at + part.end, number, part) for number, part in enumerate(claim.parts, 1)]


def _pieces(
    text: str, start: int, end: int, inline: Inline, parts: Sequence[tuple[int, int, int, Part]] = ()
) -> Iterator[Piece]:
    cuts = {start, end}
    for spans in (
        inline.hidden,
        [(item.start, item.end) for item in inline.styled],
        [(item[0], item[1]) for item in parts],
    ):
        cuts.update(at for span in spans for at in span if start < at < end)
    edges = sorted(cuts)
    for first, last in pairwise(edges):
        if not any(a <= first and last <= b for a, b in inline.hidden):
            yield _piece(text, first, last, inline, parts)


def _piece(
    text: str, first: int, last: int, inline: Inline, parts: Sequence[tuple[int, int, int, Part]]
) -> Piece:
    looks = {item.look: item for item in inline.styled if item.start <= first and last <= item.end}
    around = [item for item in parts if item[0] <= first and last <= item[1]]
    number, part = min(((item[1] - item[0], item[2], item[3]) for item in around), default=(0, 0, None))[1:]
    return Piece(
        text=text[first:last],
        part=number,
        kind=part.kind if part else "",
        ticked=bool(part and part.ticked),
        em="em" in looks,
        strong="strong" in looks,
        target=looks["link"].target if "link" in looks else "",
    )
