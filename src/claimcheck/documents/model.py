"""A document: its reading text, and the blocks that lie on it.

All offsets are half-open ``[start, end)`` in code points of :attr:`Document.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import Literal

BlockKind = Literal[
    "headline",
    "subhead",
    "standfirst",
    "byline",
    "dateline",
    "paragraph",
    "list_item",
    "caption",
    "table_cell",
    "block_quote",
    "pull_quote",
    "footnote",
    "comment",
    "cue",
    "code",
    "front_matter",
    "markup",
]
"""``cue`` is one turn of a transcript; ``front_matter``, ``markup`` and ``code`` are never prose."""

PROSE_KINDS: frozenset[str] = frozenset(
    {
        "headline",
        "subhead",
        "standfirst",
        "paragraph",
        "list_item",
        "caption",
        "table_cell",
        "block_quote",
        "pull_quote",
        "footnote",
        "cue",
    }
)
"""Block kinds whose sentences may be claims."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in the original a span lies, as a person would look it up.

    Attributes:
        page: 1-based page of a paged document.
        paragraph: 1-based paragraph within the page, or within the document if unpaged.
        cell: cell range such as ``Budget!B4:C4``.
        time: time code ``HH:MM:SS`` of a recording.
        heading: the headings it stands under, outermost first, joined by ``" > "``.
    """

    page: int | None = None
    paragraph: int | None = None
    cell: str | None = None
    time: str | None = None
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the reading text that belongs together; blocks do not overlap and are in text order.

    Attributes:
        level: heading level 1 to 6 for ``headline`` and ``subhead``, else 0.
        speaker: who speaks, where the format itself says so (transcripts, subtitles).
        heard: for a transcript, whether a person checked it against the recording.
        times: further time codes within the block, each with the offset in the reading text from which it
            counts, in order; until the first of them the locator's own counts.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    locator: Locator | None = None
    speaker: str | None = None
    heard: bool = True
    times: tuple[tuple[int, str], ...] = ()

    def locator_at(self, place: int) -> Locator | None:
        """Where an offset within the block lies: of a transcript, the time of the cue it stands in."""
        number = bisect_right(self.times, place, key=lambda item: item[0])
        if not number:
            return self.locator
        return replace(self.locator or Locator(), time=self.times[number - 1][1])


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation the writer made: the words it hangs on, and what it names.

    Attributes:
        target: address, footnote text, or the words that name the source.
    """

    start: int
    end: int
    target: str
    kind: Literal["link", "footnote", "comment", "named"]


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text in the file that is none of its reading text: what no reader sees, what was deleted, a page's head
    and foot. It is kept apart and never evidence.

    Attributes:
        why: the reason, such as ``white on white``.
        locator: where it stands; the paragraph is the one of the reading text it stands in or behind.
    """

    text: str
    why: str
    locator: Locator | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as claimcheck reads it.

    Attributes:
        text: the reading text.
        format: short name of the reader, such as ``txt``, ``md``, ``html``.
        extracted: False where ``text`` is the decoded file itself (.txt but for words that line ends broke,
            .md), True where a reader made it.
        title: as the document states it, or None.
        published: ISO date as the document states it, or None.
        language: BCP 47 tag; ``en`` unless the document says otherwise.
        warnings: what a person should know of how it was read.
        kept: spans of what a reader would have left out, had a person not asked for it.
    """

    text: str
    format: str
    blocks: tuple[Block, ...]
    extracted: bool = False
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str = "en"
    references: tuple[Reference, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    warnings: tuple[str, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    kept: tuple[tuple[int, int], ...] = ()
