"""Quotation marks: which marks pair up, what lies between them, and which are scare quotes.

Straight, curly, low-high, guillemet, doubled single (``''``) and single marks are paired with one stack in
one pass, so 50,000 marks cost no more than their number. Single marks are told from apostrophes by their
neighbours. Offsets are half-open, in code points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.extraction.scare import is_scare

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›'‘’‚‛`]")
# A blank line ends a paragraph, and so does the end of a line longer than anybody wraps by hand.
_BREAK = re.compile(r"\n(?:(?=[^\S\n]*\n)|(?<=[^\n]{120}\n))")
_ELISION = re.compile(
    r"(?:\d0?s\b|\d\ds?\b|tis\b|twas\b|em\b|cause\b|til\b|till\b|n\b|round\b|bout\b)", re.IGNORECASE
)
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}\Z")

# Each opening mark, and the marks that may close it.
_CLOSERS: dict[str, str | tuple[str, ...]] = {
    '"': '"',
    "''": "''",
    "``": ("''", '"'),
    "“": ("”", "‟"),
    "”": "”",
    "„": ("“", "”", "‟"),
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "'": "'",
    "‘": "’",
    "’": "’",
    "‚": ("‘", "’"),
    "‛": "’",
    "`": ("'", "’"),
}
_SINGLE = frozenset("'‘’‚‛`‹›")
_DIRECTED_OPEN = frozenset("“„«‹‘‚‛`") | {"``"}
_OPEN_AFTER = frozenset("([{<—–-/:=…“„«‹‘\"'*_ ")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks.

    Attributes:
        start, end: with the marks; inner_start, inner_end: without them.
        depth: 0 for an outermost quotation, 1 for a quotation within it, and so on.
        open: True where no mark closes it: it then runs to the end of its paragraph. A quotation continued
            over paragraphs is one ``Quoted`` a paragraph, all ``open`` but the last.
        scare: True where the marks hold words at a distance, a title or a nickname, and nobody's speech.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    open: bool
    scare: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark in the text, with what its neighbours allow."""

    at: int
    text: str
    can_open: bool
    can_close: bool

    @property
    def end(self) -> int:
        return self.at + len(self.text)


@dataclass(frozen=True, slots=True)
class _Pair:
    start: int
    inner_start: int
    inner_end: int
    end: int
    open: bool


def find_quoted(text: str) -> list[Quoted]:
    """Find everything between quotation marks, outermost first, in text order.

    Unbalanced double marks give a ``Quoted`` with ``open`` set; unbalanced single marks are taken for
    apostrophes and give nothing. Takes time linear in the length of ``text``.
    """
    pairs: list[_Pair] = []
    begin = 0
    marks = _marks(text)
    at = 0
    for stop in [m.start() for m in _BREAK.finditer(text)] + [len(text)]:
        first = at
        while at < len(marks) and marks[at].at < stop:
            at += 1
        pairs += _Paragraph(text, begin, stop, marks[first:at]).pairs()
        begin = stop
    pairs.sort(key=lambda pair: (pair.start, -pair.end))
    depths = _depths(pairs)
    return [
        Quoted(p.start, p.end, p.inner_start, p.inner_end, depth, p.open, _scare(text, p))
        for p, depth in zip(pairs, depths, strict=True)
    ]


def _scare(text: str, pair: _Pair) -> bool:
    return not pair.open and is_scare(text, pair.start, pair.inner_start, pair.inner_end, pair.end)


def _depths(pairs: list[_Pair]) -> list[int]:
    depths: list[int] = []
    ends: list[int] = []
    for pair in pairs:
        while ends and ends[-1] <= pair.start:
            ends.pop()
        depths.append(len(ends))
        ends.append(pair.end)
    return depths


def _marks(text: str) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text):
        mark = _judge(text, match.start(), match.group())
        if mark is not None:
            marks.append(mark)
    return marks


def _judge(text: str, at: int, mark: str) -> _Mark | None:
    """What the mark may do where it stands, or None for an apostrophe, a prime or an inch sign."""
    end = at + len(mark)
    before = text[at - 1] if at else " "
    after = text[end] if end < len(text) else " "
    if mark in _SINGLE and (_apostrophe(text, end, before, after)):
        return None
    if mark in '"”' and before.isdigit() and _FEET.search(text[max(0, at - 7) : at]):
        return None
    opens = not after.isspace() and (before.isspace() or before in _OPEN_AFTER)
    closes = not before.isspace() or mark in "»›"  # French sets a space inside its marks
    if mark in _DIRECTED_OPEN:
        return _Mark(at, mark, mark not in _SINGLE or opens, mark in "“‘«‹" and closes)
    if mark not in _SINGLE and before.isspace() and after.isspace():
        return _Mark(at, mark, True, True)
    return _Mark(at, mark, opens, closes)


def _apostrophe(text: str, end: int, before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    return after.isalnum() and not before.isalnum() and _ELISION.match(text, end) is not None


class _Paragraph:
    """Pairs the marks of one paragraph with a stack."""

    def __init__(self, text: str, begin: int, stop: int, marks: list[_Mark]) -> None:
        self.text = text
        self.begin = begin
        self.stop = begin + len(text[begin:stop].rstrip())
        self.marks = marks
        self.stack: list[_Mark] = []
        self.waiting: dict[str, int] = {}
        self.found: list[_Pair] = []
        self.spare = _spare_closers(marks)

    def pairs(self) -> list[_Pair]:
        """All pairs of the paragraph, in the order in which they end."""
        for index, mark in enumerate(self.marks):
            opener = self._opener_closed_by(mark, index)
            if opener is not None:
                self._close(opener, mark)
            elif mark.can_open:
                self._open(mark, index)
        while self.stack:
            self._abandon(self.stop)
        return self.found

    def _opener_closed_by(self, mark: _Mark, index: int) -> str | None:
        if not mark.can_close or self._plural_possessive(mark, index):
            return None
        for opener, count in self.waiting.items():
            if count and mark.text in _as_tuple(_CLOSERS[opener]):
                return opener
        return None

    def _plural_possessive(self, mark: _Mark, index: int) -> bool:
        """``the 'workers' rights' group``: the first mark after the s closes nothing."""
        if mark.text not in "'’" or self.text[mark.at - 1 : mark.at] != "s":
            return False
        after = self.text[mark.end : mark.end + 2]
        if not (len(after) == 2 and after[0] == " " and after[1].islower()):
            return False
        following = self.marks[index + 1] if index + 1 < len(self.marks) else None
        return following is not None and following.text == mark.text and not following.can_open

    def _open(self, mark: _Mark, index: int) -> None:
        if self.waiting.get(mark.text) and not self.spare[index]:
            # The same style twice, and too few marks to close both: the first was never closed.
            while self.waiting.get(mark.text):
                self._abandon(mark.at)
        self.stack.append(mark)
        self.waiting[mark.text] = self.waiting.get(mark.text, 0) + 1

    def _close(self, opener: str, mark: _Mark) -> None:
        while self.stack[-1].text != opener:
            self._abandon(mark.at)
        start = self._pop()
        self.found.append(_Pair(start.at, start.end, mark.at, mark.end, False))

    def _abandon(self, stop: int) -> None:
        mark = self._pop()
        if mark.text in _SINGLE:
            if not self._continues(mark):
                return
            stop = self.stop
        end = max(mark.end, mark.at + len(self.text[mark.at : stop].rstrip()))
        self.found.append(_Pair(mark.at, mark.end, end, end, True))

    def _continues(self, mark: _Mark) -> bool:
        """Whether a single mark that nothing closes opens the paragraph, and the next one opens alike."""
        if self.text[self.begin : mark.at].strip():
            return False
        rest = self.text[self.stop : self.stop + 20].lstrip()
        return rest.startswith(mark.text) and rest[1:2].isupper()

    def _pop(self) -> _Mark:
        mark = self.stack.pop()
        self.waiting[mark.text] -= 1
        return mark


def _as_tuple(closers: str | tuple[str, ...]) -> tuple[str, ...]:
    return (closers,) if isinstance(closers, str) else closers


def _spare_closers(marks: list[_Mark]) -> list[bool]:
    """For each mark, whether the curly closers after it outnumber the curly openers after it by two."""
    spare = [False] * len(marks)
    balance = 0
    for index in range(len(marks) - 1, -1, -1):
        spare[index] = balance >= 2
        if marks[index].text in ("”", "»"):
            balance += 1
        elif marks[index].text in ("“", "«"):
            balance -= 1
    return spare
