"""Columns of figures that stand so close to one another that their rows look like lines of prose.

White space a little wider than between words parts the cells of a table where it stands at one place in
several lines one below the other, with a figure behind it in each. In prose that hardly happens by chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from claimcheck.documents.pdf.glyphs import Segment

_COLUMNS_MOST = 60
_LOOK = 6
"""Letters to either side that tell whether a figure begins."""
_SHARED = 1.5
"""Points of white space that the rows of a table have in common, at least."""
_FIGURE = re.compile(r"\s*(?:[$€£¥(+−–-]{0,3}\d|n/a\b|–|—|\.\.)", re.IGNORECASE)
_LEADER = re.compile(r"\.\s?\.\s?\Z|…\s?\Z")

_Gap = tuple[float, float]


def with_cells(rows: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """The rows, top down, with the segments of those that make a table parted into its cells."""
    gaps = [_gaps(row, figures=True) for row in rows]
    columns: list[list[_Gap]] = [[] for _ in rows]
    for at in range(len(rows) - 2):
        for shared in _shared(_shared(gaps[at], gaps[at + 1]), gaps[at + 2]):
            for row in range(at, at + 3):
                columns[row].append(shared)
    for at, below in enumerate(columns[1:]):
        wide = _gaps(rows[at], figures=False)
        if not columns[at] and all(any(map(_meets(one), wide)) for one in below):
            columns[at] = below  # the names of the columns
    return [_parted(row, places) for row, places in zip(rows, columns, strict=True)]


def _meets(one: _Gap) -> Callable[[_Gap], bool]:
    return lambda other: min(one[1], other[1]) - max(one[0], other[0]) >= _SHARED


def _gaps(row: Sequence[Segment], *, figures: bool) -> list[_Gap]:
    """Where a row's gaps reach from and to, within its segments and between them.

    Args:
        figures: only those with a figure behind them.
    """
    found = [
        (left, right)
        for one in row
        for at, left, right in one.gaps
        if not figures
        or _is_cell("".join(one.words[max(0, at - _LOOK) : at]), "".join(one.words[at : at + _LOOK]))
    ]
    found += [
        (one.x1, other.x0)
        for one, other in pairwise(row)
        if one.x1 < other.x0 and (not figures or _is_cell(one.text, other.text))
    ]
    return sorted(found) if len(found) <= _COLUMNS_MOST else []


def _is_cell(before: str, behind: str) -> bool:
    """Whether a figure stands behind a gap, and no dots lead up to it as in a list of contents."""
    return _FIGURE.match(behind) is not None and _LEADER.search(before) is None


def _shared(one: Sequence[_Gap], other: Sequence[_Gap]) -> list[_Gap]:
    """The white space that two rows have in common, in time linear in their gaps."""
    found: list[_Gap] = []
    i = j = 0
    while i < len(one) and j < len(other):
        left, right = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if _meets(one[i])(other[j]):
            found.append((left, right))
        if one[i][1] <= other[j][1]:
            i += 1
        else:
            j += 1
    return found


def _parted(row: Sequence[Segment], columns: Sequence[_Gap]) -> list[Segment]:
    """A row's segments, cut where the white space between two columns is."""
    done: list[Segment] = []
    for one in row:
        cuts = [gap for gap in one.gaps if any(map(_meets(gap[1:]), columns))]
        bounds = [0, *(at for at, _, _ in cuts), len(one.words)]
        edges = [one.x0, *(right for _, _, right in cuts)]
        ends = [*(left for _, left, _ in cuts), one.x1]
        for number, (x0, x1) in enumerate(zip(edges, ends, strict=True)):
            words = one.words[bounds[number] : bounds[number + 1]]
            last = number == len(edges) - 1
            cell = bool(columns) and bool(number or done)
            done.append(
                replace(one, x0=x0, x1=x1, words=words, hyphen=one.hyphen and last, gaps=[], cell=cell)
            )
    return done
