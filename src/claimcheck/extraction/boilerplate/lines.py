"""What the boilerplate tests look at: one block of the document, measured once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.documents.model import Block
from claimcheck.extraction.verbs import asserts, words_of

MARKER = re.compile(r"(?:[-*+•·▪◦‣–—>]\s+|#{1,6}\s+|\(?\d{1,3}[.)]\s+)+")
"""List and heading markers at the start of a line."""
_TERMINAL = re.compile(r"[.!?…][\"'”’»)\]*_]*(?:\[\^?\w+\])*\Z|[:;]\Z")
_STATES = re.compile(r"[^\W\d_][^:\n]{1,40}: (?:[^\W\d_]+ ){0,5}[$£€+-]?\d")
_SMALL = frozenset("A An And As At But By For From In Into Is Of On Or The To With Your You".split())


@dataclass(frozen=True, slots=True)
class Line:
    """A block's text without its markers.

    Attributes:
        start, end: span in the document's text, markers and outer white space left out.
        words: in their own case; ``lower`` the same in lower case.
        terminal: it ends as a sentence or an introduction does.
        title_case: its longer words are nearly all capitalised.
        machine_title: every word is, the small ones too, as in generated link lists.
        linked: the writer's (or site's) link covers all of it.
    """

    block: Block
    start: int
    end: int
    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    terminal: bool
    title_case: bool
    machine_title: bool
    linked: bool

    @property
    def heading(self) -> bool:
        """The reader took it for a heading."""
        return self.block.kind in ("headline", "subhead")

    @property
    def listed(self) -> bool:
        """It is a list item."""
        return self.block.kind == "list_item"

    @property
    def in_table(self) -> bool:
        """It stands in a cell of a table of data, whose place is known."""
        return self.block.kind == "table_cell" and bool(self.block.locator and self.block.locator.cell)

    @property
    def prose(self) -> bool:
        """It reads as running text: sentences, or at least one long one."""
        if self.title_case and len(self.words) < 25:
            return False
        if self.terminal:
            return len(self.words) >= 4 and not self.heading
        return len(self.words) >= 18

    @property
    def stating(self) -> bool:
        """It gives a thing's figure or date: "Berths: 14", "Opening: September 2026"."""
        return _STATES.match(self.text) is not None

    @property
    def asserting(self) -> bool:
        """It says that something is so, although it may lack a full stop."""
        return asserts(self.text)


def _title_shares(words: tuple[str, ...]) -> tuple[bool, bool]:
    lettered = [word for word in words if word[0].isalpha()]
    long = [word for word in lettered if len(word) >= 4]
    if len(lettered) < 2 or not long:
        return False, False
    capital = sum(word[0].isupper() for word in long) >= 0.85 * len(long)
    every = len(lettered) >= 4 and sum(word[0].isupper() for word in lettered) >= 0.95 * len(lettered)
    return capital, every and any(word in _SMALL for word in lettered[1:])


def measure(text: str, block: Block, linked: bool) -> Line | None:
    """The block as a :class:`Line`, or None where nothing but white space and markers is in it."""
    raw = text[block.start : block.end]
    lead = len(raw) - len(raw.lstrip())
    marker = MARKER.match(raw, lead)
    start = block.start + (marker.end() if marker else lead)
    stripped = text[start : block.end].rstrip()
    if not stripped:
        return None
    # A line of five megabytes is no heading and no link: its first words tell.
    words = tuple(words_of(stripped[:4000]))
    title, machine = _title_shares(words)
    return Line(
        block=block,
        start=start,
        end=start + len(stripped),
        text=stripped,
        words=words,
        lower=tuple(word.lower() for word in words),
        terminal=bool(_TERMINAL.search(stripped[-40:])),
        title_case=title,
        machine_title=machine,
        linked=linked,
    )
