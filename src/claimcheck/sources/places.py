"""From a locator, as reports and explanations print it, back to the words it names in a source's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.documents.headings import JOINER, Headings, placed
from claimcheck.documents.labels import TIME, clock, seconds_of
from claimcheck.documents.model import Block
from claimcheck.documents.readers.hidden_cells import column_number
from claimcheck.errors import ClaimcheckError
from claimcheck.sources.texts import SourceText

_STEP = re.compile(
    rf"\s*(?:(?:at\s+)?(?P<time>{TIME})"
    r"|(?:page|p\.?)\s*(?P<page>\d{1,7})"
    r"|(?:paragraph|para|par\.?|¶)\s*(?P<paragraph>\d{1,7})"
    r"|table\s+(?P<table>\d{1,5})"
    r"|under\s+[“\"](?P<heading>.{1,800})[”\"]"
    r"|(?:cells?\s+)?(?P<cell>(?:.{1,80}!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?:\s*[:–-]\s*\$?[A-Za-z]{1,3}\$?\d{1,7})?)"
    r"|(?P<start>\d{1,9})\s*[:–-]\s*(?P<end>\d{1,9}))\s*(?:,|;|$)",
    re.IGNORECASE,
)
_CORNER = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_LONGEST = 1_000
_LAST, _WORD = 60, 2
"""Seconds that the last words of a recording may take, and more for each word: their end is not on record."""


class BadPlace(ClaimcheckError):
    """A place in a source is named in no way that is understood."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            f"{wanted[:80]!r} names no place in a source.",
            remedy="Give it as reports do: 'page 4', 'page 4, paragraph 2', '00:01:02', 'Budget!B2:B7', "
            "'under “Income”', or the offsets '120-160'.",
        )


class NothingThere(ClaimcheckError):
    """A source has no such page, paragraph, cell, second or heading."""

    def __init__(self, source: str, wanted: str) -> None:
        super().__init__(
            f"{source} has nothing at {wanted[:80]!r}.",
            remedy=f"See its text: claimcheck source show {source} --text",
        )


class BeyondTheEnd(ClaimcheckError):
    """A time lies behind the last words of a recording."""

    def __init__(self, source: str, wanted: str, last: str) -> None:
        super().__init__(
            f"{source} ends before {wanted[:80]!r}: its last words begin at {last}.",
            remedy=f"Give a time up to there, or see its text: claimcheck source show {source} --text",
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a source's text, ``[start, end)`` in code points, and who speaks there if it says."""

    start: int
    end: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class _Wanted:
    page: int | None = None
    paragraph: int | None = None
    cell: str | None = None
    second: int | None = None
    heading: str | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Cells:
    """A range of cells: the names that its sheet may go by (none for any sheet), and two corners."""

    sheets: frozenset[str]
    first: tuple[int, int]
    last: tuple[int, int]

    @classmethod
    def of(cls, named: str) -> _Cells:
        """The range that a locator names; a sheet's name may stand in quotation marks, as in a formula."""
        sheet, mark, box = named.rpartition("!")
        names = {sheet.strip(), sheet.strip().strip("'").replace("''", "'")}
        corners = [(column_number(one[1].upper()), int(one[2])) for one in _CORNER.finditer(box)]
        columns, rows = zip(*corners, strict=True)
        known = frozenset(name.casefold() for name in names) if mark else frozenset()
        return cls(known, (min(columns), min(rows)), (max(columns), max(rows)))

    def hold(self, name: str) -> bool:
        """Whether a cell, as a block's locator names it, is one of them."""
        sheet, _, cell = name.rpartition("!")
        found = _CORNER.fullmatch(cell)
        if found is None or (self.sheets and sheet.casefold() not in self.sheets):
            return False
        inside = self.first[0] <= column_number(found[1].upper()) <= self.last[0]
        return inside and self.first[1] <= int(found[2]) <= self.last[1]


def find_place(text: SourceText, wanted: str) -> list[Spot]:
    """The stretches of a source that a locator names, in text order; all of its parts must fit.

    A second names the cue that runs then, cells each of them, a heading all that stands under it.

    Raises:
        BadPlace, NothingThere, BeyondTheEnd.
    """
    asked = _read(wanted)
    if asked.second is not None:
        _within_recording(text, asked.second, wanted)
    if asked.span is not None:
        start, end = asked.span
        found = [Spot(start, end)] if start < end <= len(text.text) else []
    else:
        found = list(_fitting(text, asked))
    if not found:
        raise NothingThere(text.source.id, wanted)
    return found


def _read(wanted: str) -> _Wanted:
    fields: dict[str, object] = {}
    table = ""
    at = 0
    while at < len(wanted.strip()) and len(wanted) <= _LONGEST:
        match = _STEP.match(wanted, at)
        if match is None or match.end() == at:
            raise BadPlace(wanted)
        at = match.end()
        if match["start"]:
            fields["span"] = int(match["start"]), int(match["end"])
        elif match["time"]:
            fields["second"] = seconds_of(match["time"])
        for name in ("page", "paragraph"):
            if match[name]:
                fields[name] = int(match[name])
        for name in ("cell", "heading"):
            if match[name]:
                fields[name] = match[name].strip()
        if match["table"]:
            table = f"table {match['table']}!"
    if not fields:
        raise BadPlace(wanted)
    if table and "cell" in fields:
        fields["cell"] = f"{table}{fields['cell']}"
    return _Wanted(**fields)  # type: ignore[arg-type]


def _fitting(text: SourceText, asked: _Wanted) -> Iterator[Spot]:
    cells = _Cells.of(asked.cell) if asked.cell is not None else None
    running = _running(text, asked.second) if asked.second is not None else None
    headings = Headings()
    for block in text.blocks:
        headings.enter(block, text.text)
        where = placed(block, block.start, headings.under())
        if where is None or (cells is not None and (where.cell is None or not cells.hold(where.cell))):
            continue
        if asked.page not in (None, where.page) or asked.paragraph not in (None, where.paragraph):
            continue
        if asked.heading is not None and not _under(where.heading, asked.heading):
            continue
        if running is None:
            yield Spot(block.start, block.end, block.speaker)
        elif block.start <= running < block.end:
            yield _cue(text.text, block, running)


def _under(has: str | None, asked: str) -> bool:
    """Whether a heading path has the headings asked for in a row, in any case."""
    path, part = (f"{JOINER}{one}{JOINER}".casefold() for one in (has or "", asked))
    return has is not None and part in path


def _running(text: SourceText, second: int) -> int:
    """The offset from which the words of the cue stand that runs at a second; -1 where none has begun."""
    best = -1, -1
    for block in text.blocks:
        own = block.locator.time if block.locator else None
        for offset, time in ((block.start, own), *block.times):
            begun = seconds_of(time) if time else None
            # Of several that begin in one second, as two speakers of a cue, it is the first.
            if begun is not None and best[0] < begun <= second:
                best = begun, offset
    return best[1]


def _within_recording(text: SourceText, second: int, wanted: str) -> None:
    """Refuses a time at which the last words are over: more than a minute after they began, and more than two
    seconds for each of them.

    Raises:
        BeyondTheEnd.
    """
    times = [
        (seconds, offset, block.end)
        for block in text.blocks
        for offset, time in ((block.start, block.locator.time if block.locator else None), *block.times)
        if time and (seconds := seconds_of(time)) is not None
    ]
    if not times:
        return
    last, offset, end = max(times)
    if second > last + _LAST + _WORD * len(text.text[offset:end].split()):
        raise BeyondTheEnd(text.source.id, wanted, clock(last))


def _cue(text: str, block: Block, offset: int) -> Spot:
    following = [start for start, _ in block.times if start > offset]
    end = following[0] if following else block.end
    words = text[offset:end]
    return Spot(offset + len(words) - len(words.lstrip()), offset + len(words.rstrip()), block.speaker)
