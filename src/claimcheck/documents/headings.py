"""Under which headings a place in a document stands, and where it is as a person would look it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.documents.model import Block, Locator

JOINER = " > "
_LONGEST = 100
"""Code points of one heading in a path; what is longer is cut."""
_NEWS_ONLY = frozenset("news breaking exclusive live latest headlines stories updates".split())
_NEWS = _NEWS_ONLY | frozenset(
    "and more top local regional national world international business sports uk us our all other recent "
    "update from".split()
)


def is_news_label(text: str) -> bool:
    """Whether a heading only says that what follows is news ("Breaking news", "Latest headlines")."""
    words = text.strip("#*_ \t:").lower().split()
    return 0 < len(words) <= 4 and _NEWS.issuperset(words) and not _NEWS_ONLY.isdisjoint(words)


class Headings:
    """The headings that are open while one goes through the blocks of a document in order."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str, bool]] = []

    def enter(self, block: Block, text: str) -> None:
        """Take note of a block, if it is a heading; "Breaking news" ends what is open and opens nothing."""
        if block.kind not in ("headline", "subhead"):
            return
        while self._open and self._open[-1][0] >= block.level:
            self._open.pop()
        if is_news_label(text[block.start : block.end]):
            return
        title = " ".join(text[block.start : block.end].strip("# \n").split())
        self._open.append((block.level, title, block.kind == "headline"))

    def path(self) -> str:
        """All of them, outermost first, joined."""
        return JOINER.join(title for _, title, _ in self._open)

    def under(self) -> str | None:
        """The same without the document's own headline, which is no place within it; None for nothing."""
        shown = (title for _, title, headline in self._open if not headline)
        cut = (title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…" for title in shown)
        return JOINER.join(cut) or None


def locator_at(text: str, blocks: Sequence[Block], place: int) -> Locator | None:
    """Where an offset of the reading text lies: page, paragraph, cell or second, and the headings above it.

    None where no block holds it, or nothing is known of its place.
    """
    headings = Headings()
    for block in blocks:
        if block.start > place:
            return None
        headings.enter(block, text)
        if place < block.end:
            return placed(block, place, headings.under())
    return None


def placed(block: Block, place: int, heading: str | None) -> Locator | None:
    """The locator of an offset in a block that stands under a heading; a heading is under the others only."""
    found = block.locator_at(place)
    if heading is None or block.kind in ("headline", "subhead"):
        return found
    return replace(found or Locator(), heading=heading)
