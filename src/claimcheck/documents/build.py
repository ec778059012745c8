"""Builds a reading text block by block, for the formats whose text is extracted."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.documents.model import Block, BlockKind, Locator

Link = tuple[int, int, str]


class TextBuilder:
    """Collects blocks and the text they lie on; offsets of links are moved with their block.

    Attributes:
        blocks: the blocks so far, in text order.
        links: ``(start, end, target)`` in the text built.
        paragraphs: how many blocks there are so far, cells of tables aside.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.paragraphs = 0
        self._parts: list[str] = []
        self._length = 0

    def add(
        self,
        text: str,
        kind: BlockKind,
        *,
        level: int = 0,
        links: Sequence[Link] = (),
        locator: Locator | None = None,
        joiner: str = "\n\n",
        speaker: str | None = None,
        heard: bool = True,
        times: Sequence[tuple[int, str]] = (),
    ) -> Block | None:
        """Appends a block of trimmed ``text``, ``joiner`` before it; an empty text adds nothing.

        Args:
            times: time codes within the block, with offsets in ``text``.
        """
        if not text:
            return None
        if self._parts:
            self._parts.append(joiner)
            self._length += len(joiner)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        self.paragraphs += locator is None or locator.cell is None
        where = locator or Locator(paragraph=self.paragraphs)
        moved = tuple((start + offset, time) for offset, time in times)
        block = Block(kind, start, self._length, level, where, speaker, heard, moved)
        self.blocks.append(block)
        self.links.extend((start + a, start + b, target) for a, b, target in links if b <= len(text))
        return block

    def text(self) -> str:
        """The reading text, a line break at its end."""
        return "".join(self._parts) + "\n" if self._parts else ""
