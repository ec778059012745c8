"""Segments of a page in reading order: columns by recursive cuts along white space, then lines, then
paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from claimcheck.documents.hyphens import is_compound
from claimcheck.documents.pdf.close_columns import with_cells
from claimcheck.documents.pdf.glyphs import PageText, Segment
from claimcheck.documents.roles import byline, date_line, placed_day

_GUTTER = 8.0
"""Points of white space, at least, between two columns."""
_COLUMN_WORDS = 14
"""Characters a line of a column has, at the median; less is a table."""
_SEGMENTS_MOST = 3_000
_LEADING = 1.45
"""Shares of their size by which lines of large letters stand apart, at most."""
_LETTER_WIDTH = 0.7
"""Width of a letter, in font sizes, rather too much than too little."""
_HEAD_LONGEST = 70
_ZONE = 0.12
"""Share of the page's height in which running headers and footers stand."""
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—|\s]*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.I)
_NUMBERS = re.compile(r"\d+")
_BULLET = re.compile(r"(?:[•‣◦▪●–]|\(?\d{1,2}[.)]|[a-z]\))\s")


@dataclass(slots=True)
class Line:
    """One line of one column."""

    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    text: str
    hyphen: bool


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, joined; ``page`` is 1-based."""

    text: str
    page: int
    size: float
    bold: bool
    lines: int
    bullet: bool


def without_running_lines(pages: list[PageText]) -> list[str]:
    """Takes headers, footers, lines up the side and page numbers out of the pages; returns what was taken,
    each once.

    A number alone that is turned on its page stays: it is a table's or a chart's.
    """
    frames = [(at, frame) for at, page in enumerate(pages) for frame in (page, *page.turned)]
    counts: Counter[str] = Counter()
    for page in pages:
        around = (page, *page.turned)
        counts.update(
            {_running_key(one.text) for frame in around for one in frame.segments if _in_zone(one, frame)}
        )
    least = max(2, -(-len(pages) * 3 // 10))
    taken: dict[str, str] = {}
    small = _small_heads(pages)
    for at, frame in frames:
        kept = []
        for place, one in enumerate(frame.segments):
            key = _running_key(one.text)
            number = bool(_PAGE_NUMBER.fullmatch(one.text))
            upright = frame is pages[at]
            running = upright if number else counts[key] >= least or (upright and (at, place) in small)
            if not (running and _in_zone(one, frame)):
                kept.append(one)
            elif not number:
                taken.setdefault(key, one.text)
        frame.segments = kept
    return list(taken.values())


def _small_heads(pages: list[PageText]) -> set[tuple[int, int]]:
    """Lines above the text in letters smaller than its own, by page and place in it: they head the page.

    The day (and place) over a text's beginning is its own.
    """
    sizes: Counter[float] = Counter()
    for page in pages:
        for one in page.segments:
            sizes[round(one.size * 2) / 2] += len(one.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    found = set()
    for number, page in enumerate(pages):
        highest = max((one.y1 for one in page.segments if one.size >= 0.9 * body), default=0.0)
        for place, one in enumerate(page.segments):
            label = len(one.text) <= _HEAD_LONGEST and one.text[-1] not in ".!?" and not byline(one.text)
            label = label and not (number == 0 and (date_line(one.text) or placed_day(one.text)))
            if label and one.size < 0.9 * body and one.y0 > max(highest, page.height * (1 - _ZONE)):
                found.add((number, place))
    return found


def _running_key(text: str) -> str:
    return _NUMBERS.sub("#", text.casefold())


def _in_zone(segment: Segment, page: PageText) -> bool:
    middle = (segment.y0 + segment.y1) / 2
    return middle > page.height * (1 - _ZONE) or middle < page.height * _ZONE


def paragraphs_of(page: PageText, number: int, hyphenated: frozenset[str]) -> list[Paragraph]:
    """The paragraphs of a page in reading order; ``hyphenated`` are words the document writes with a
    hyphen.
    """
    found: list[Paragraph] = []
    for column in _columns(page.segments[:_SEGMENTS_MOST], 0):
        found.extend(_paragraphs(_lines(column), number, hyphenated))
    return found


def _columns(segments: list[Segment], depth: int) -> list[list[Segment]]:
    if len(segments) < 6 or depth > 12:
        return [segments] if segments else []
    sides = _side_by_side(segments)
    if sides:
        return [column for side in sides for column in _columns(side, depth + 1)]
    for upper, lower in _stacked(segments):
        if _side_by_side(upper) or _side_by_side(lower):
            return [*_columns(upper, depth + 1), *_columns(lower, depth + 1)]
    return [segments]


def _side_by_side(segments: list[Segment]) -> tuple[list[Segment], list[Segment]] | None:
    """Left and right of the widest gutter that no segment crosses, if both sides look like prose."""
    best: tuple[float, int] | None = None
    order = sorted(segments, key=lambda one: one.x0)
    reach = order[0].x1
    for index, one in enumerate(order[1:], 1):
        gap = one.x0 - reach
        if gap >= _GUTTER and (best is None or gap > best[0]):
            best = gap, index
        reach = max(reach, one.x1)
    if best is None:
        return None
    left, right = order[: best[1]], order[best[1] :]
    return (left, right) if _is_prose(left) and _is_prose(right) else None


def _is_prose(segments: list[Segment]) -> bool:
    return len(segments) >= 3 and median(len(one.text) for one in segments) >= _COLUMN_WORDS


def _stacked(segments: list[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    """Ways to cut a page across, at white space that no segment crosses, the widest first."""
    order = sorted(segments, key=lambda one: -one.y1)
    cuts: list[tuple[float, int]] = []
    reach = order[0].y0
    for index, one in enumerate(order[1:], 1):
        if reach - one.y1 > 2.0:
            cuts.append((reach - one.y1, index))
        reach = min(reach, one.y0)
    cuts.sort(key=lambda cut: -cut[0])
    return [(order[:index], order[index:]) for _, index in cuts[:24]]


def _lines(segments: list[Segment]) -> list[Line]:
    """Segments on one height make one line, parted by tabs where the gap is wide."""
    lines: list[Line] = []
    for row in with_cells(_rows(segments)):
        fresh = True
        for one in row:
            if fresh or one.x0 < lines[-1].x1 - 2:
                lines.append(Line(one.x0, one.y0, one.x1, one.y1, one.size, one.bold, one.text, one.hyphen))
                fresh = False
                continue
            last = lines[-1]
            apart = one.cell or one.x0 - last.x1 > 1.6 * last.size
            last.text += ("\t" if apart else " ") + one.text
            last.x1, last.hyphen = one.x1, one.hyphen
    return lines


def _rows(segments: list[Segment]) -> list[list[Segment]]:
    """Segments whose middles stand within the height of the row's first, from left to right."""
    rows: list[list[Segment]] = []
    for one in sorted(segments, key=lambda s: -(s.y0 + s.y1)):
        if rows and rows[-1][0].y0 <= (one.y0 + one.y1) / 2 <= rows[-1][0].y1:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [sorted(row, key=lambda s: s.x0) for row in rows]


def _paragraphs(lines: list[Line], page: int, hyphenated: frozenset[str]) -> list[Paragraph]:
    if not lines:
        return []
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    step = _usual_step(lines)
    found: list[Paragraph] = []
    last: Line | None = None
    for line in lines:
        if last is not None and found and not _parts(last, line, step, left, right):
            paragraph = found[-1]
            paragraph.text = _joined(paragraph.text, line.text, last.hyphen, hyphenated)
            paragraph.lines += 1
        else:
            bullet = bool(_BULLET.match(line.text))
            found.append(Paragraph(line.text, page, line.size, line.bold, 1, bullet))
        last = line
    return found


def _usual_step(lines: list[Line]) -> float:
    steps = [a.y0 - b.y0 for a, b in pairwise(lines) if a.y0 > b.y0]
    return median(steps) if steps else 0.0


def _parts(last: Line, line: Line, step: float, left: float, right: float) -> bool:
    """Whether a new paragraph begins with ``line``."""
    if abs(line.size - last.size) > 0.8 or line.bold != last.bold or _BULLET.match(line.text):
        return True
    if "\t" in line.text or "\t" in last.text:
        return True
    gap = last.y0 - line.y0
    leading = _LEADING * line.size if line.size * _LEADING > 1.35 * step and line.size > step else 0.0
    if gap > max(1.35 * step, leading, 0.1) or gap < 0:
        return True
    ended = last.text[-1:] in '.!?:”"’)'
    indented = line.x0 > left + 0.8 * line.size and last.x0 <= left + 0.8 * line.size
    short = last.x1 < right - 0.25 * (right - left)
    return (ended and (indented or short)) or (short and _would_have_fitted(last, line, right))


def _would_have_fitted(last: Line, line: Line, right: float) -> bool:
    """Whether a line was ended though the next line's first word, a capital or a figure, had room on it."""
    first = line.text.split(None, 1)[0]
    room = right - last.x1
    return not line.text[0].islower() and room > _LETTER_WIDTH * line.size * (len(first) + 1)


def _joined(text: str, following: str, hyphen: bool, hyphenated: frozenset[str]) -> str:
    """Two lines as one: a hyphen at the end of a line goes, unless the document writes the word with it, or
    it stands between the halves of a compound.
    """
    if text.endswith("\u00ad"):
        return text[:-1] + following
    marked = text.endswith(("-", "‐")) and text[-2:-1].isalpha() and following[:1].islower()
    if not (hyphen or marked):
        return f"{text} {following}"
    stem = text[:-1] if marked else text.removesuffix("-")
    if not stem.strip():
        return f"{text} {following}"
    left, right = (_bare(half) for half in (stem.rsplit(None, 1)[-1], following.split(None, 1)[0]))
    kept = f"{left}-{right}" in hyphenated or is_compound(left.rpartition("-")[2], right)
    return f"{stem}-{following}" if kept else stem + following


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'“”‘’()").casefold()


def hyphenated_words(pages: list[PageText]) -> frozenset[str]:
    """Words written with a hyphen inside a line, case folded: those keep it when a line breaks there."""
    pattern = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
    return frozenset(
        match.group().casefold()
        for page in pages
        for one in page.segments
        for match in pattern.finditer(one.text)
    )
