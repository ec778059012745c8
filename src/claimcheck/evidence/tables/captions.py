"""What stands directly over or under a table and says what it is of: its caption, a short line in bold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from claimcheck.documents.model import Block

_NUMBERED = re.compile(r"(?:table|tab\.|figure|exhibit)\s*\d[\d.]*[a-z]?\b\s*[:.–—-]?\s*", re.IGNORECASE)
_NO_CAPTION = re.compile(
    r"[*_\s]*(?:(?:note|see|photo(?:graph)?|image|picture|advert(?:isement)?|read more)\b"
    r"|(?:source|share)\b(?! of\b)|(?:notes|sources|photo(?:graph)?s|images|pictures)(?::| by\b)|by )",
    re.IGNORECASE,
)
_LONGEST = 200
_SHORT = 120
_MOST_LINES = 2


def captions_of(text: str, blocks: Sequence[Block]) -> Mapping[str, tuple[str, ...]]:
    """By table, as the names of its cells tell it, the lines that say what it is of.

    Where the first table has none above it but one below, so have all.
    """
    runs = [
        (name, [number for number, _ in run])
        for name, run in groupby(enumerate(blocks), key=lambda one: _table_of(one[1]))
        if name is not None
    ]
    above = {name: _above(text, blocks, numbers[0]) for name, numbers in reversed(runs)}
    below = {name: _below(text, blocks, numbers[-1] + 1) for name, numbers in runs}
    first = runs[0][0] if runs else ""
    return below if runs and not above[first] and below[first] else above


def _table_of(block: Block) -> str | None:
    """The table or sheet that a cell lies in; None for what is no cell."""
    name = block.locator.cell if block.locator is not None else None
    return name.rpartition("!")[0] if name else None


def _above(text: str, blocks: Sequence[Block], at: int) -> tuple[str, ...]:
    lines: list[str] = []
    while at > 0 and len(lines) < _MOST_LINES and (line := _line(text, blocks[at - 1], _is_title)):
        lines.append(line)
        at -= 1
    return tuple(reversed(lines))


def _below(text: str, blocks: Sequence[Block], at: int) -> tuple[str, ...]:
    line = _line(text, blocks[at], _NUMBERED.match) if at < len(blocks) else ""
    return (line,) if line else ()


def _line(text: str, block: Block, tells: Callable[[str], object]) -> str:
    """What a block says, where it is a caption or tells what a table is of."""
    words = text[block.start : block.end].strip("*_ \n")
    if not words or len(words) > _LONGEST or _NO_CAPTION.match(words):
        return ""
    told = block.kind == "caption" or (block.kind == "paragraph" and tells(words))
    return _NUMBERED.sub("", words, count=1) if told else ""


def _is_title(words: str) -> bool:
    plain = len(words) <= _SHORT and "\n" not in words and words[-1] not in ".!?;:,"
    return _NUMBERED.match(words) is not None or plain
