"""Passages: the sentences of a source, each with the little it needs from around it.

The unit that is searched and proposed is the sentence; a judge may be shown up to four sentences that
follow one another, for facts are often spread over two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.documents.headings import Headings, placed
from claimcheck.documents.model import PROSE_KINDS, Block, Locator
from claimcheck.documents.sentences import split_sentences

LONGEST_PASSAGE = 4
"""Sentences in the longest passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a source.

    Attributes:
        start, end: span in the source's reading text, code points.
        heading: the headings it stands under, outermost first, joined by ``" > "``.
        block: number of its block; sentences of one block follow one another in the text.
    """

    source: str
    start: int
    end: int
    text: str
    heading: str
    block: int
    locator: Locator | None = None
    speaker: str | None = None


def passages_of(source: str, text: str, blocks: Sequence[Block]) -> list[Passage]:
    """Cut a source's reading text into its sentences, in text order.

    Blocks that are not prose (front matter, markup, code) yield nothing; headings yield themselves and
    become the heading path of what follows.
    """
    headings = Headings()
    found: list[Passage] = []
    for number, block in enumerate(blocks):
        if block.kind not in PROSE_KINDS:
            continue
        headings.enter(block, text)
        heading, under = headings.path(), headings.under()
        for start, end in split_sentences(text, block.start, block.end):
            where = placed(block, start, under)
            found.append(Passage(source, start, end, text[start:end], heading, number, where, block.speaker))
    return found


def windows(passages: Sequence[Passage], at: int, *, longest: int = 2) -> Iterable[Sequence[Passage]]:
    """The runs of up to ``longest`` sentences of one block that contain sentence ``at``, shortest first."""
    for length in range(1, min(longest, LONGEST_PASSAGE) + 1):
        for first in range(at - length + 1, at + 1):
            run = passages[max(first, 0) : first + length]
            if first >= 0 and len(run) == length and run[0].block == run[-1].block:
                yield run
