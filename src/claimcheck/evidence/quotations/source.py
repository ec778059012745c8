"""A source made ready: its words, where each stands, and an index to find them by. Done once per source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.evidence.quotations.layout import Layout, Turn, read_layout
from claimcheck.evidence.quotations.naming import Labels
from claimcheck.evidence.quotations.tokens import Tokens, tokenise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MARKS = re.compile(r"[\"“”„«»]|\n[ \t]*\n")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’'»)\]]*(?:\s|$)|[。！？]|\n\s*\n|\f")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col sgt capt st jr sr vs etc inc ltd co corp dept approx "
    "est".split()
)
SENTENCE_REACH = 120
"""Tokens a sentence may reach either way before it is cut off: keeps every judgement linear."""


@dataclass(frozen=True, slots=True)
class PreparedSource:
    """A source ready to be searched; make it with :func:`prepare_source` and keep it.

    Attributes:
        text: the original text; all spans count in it, in code points.
        joined: all keys with a space before and after each, for exact search.
        labels: whom the labels of its turns mean.
        quoted_spans: spans of the text between quotation marks (code points, marks left out), in order.
    """

    text: str
    language: str
    tokens: Tokens
    layout: Layout
    labels: Labels
    joined: str
    quoted_spans: tuple[tuple[int, int], ...]
    _index: _Index
    _begins: bytearray
    """By token: 1 where no sentence begins, 2 where one does, 0 where nobody has asked yet."""

    def quoted_from(self, place: int) -> int | None:
        """Where the quotation in the source begins that ``place`` lies in (code points), or None."""
        index = bisect_right(self.quoted_spans, place, key=lambda span: span[0]) - 1
        return self.quoted_spans[index][0] if index >= 0 and self.quoted_spans[index][1] > place else None

    def occurrences(self, key: str) -> list[int]:
        """All token positions of ``key``, in order."""
        return self._index.positions(key)

    def frequency(self, key: str) -> int:
        """How often ``key`` occurs."""
        return self._index.frequency(key)

    def encoded(self, numbers: dict[str, int], start: int, end: int) -> bytes:
        """Tokens ``start`` to ``end`` as one byte each: ``numbers`` of its key, 0 for every other."""
        return self._index.encoded(numbers, start, end)

    def find(self, keys: tuple[str, ...], start: int = 0, limit: int = 200) -> list[int]:
        """Token positions at or after ``start`` where ``keys`` stand in a row; at most ``limit`` of them."""
        needle = f" {' '.join(keys)} "
        offset = self._index.offset(start)
        found: list[int] = []
        while len(found) < limit:
            at = self.joined.find(needle, offset)
            if at < 0:
                break
            found.append(self._index.token_at(at))
            offset = at + 1
        return found

    def gap(self, index: int) -> str:
        """The text between token ``index - 1`` and token ``index``."""
        tokens = self.tokens
        before = tokens.ends[index - 1] if index else 0
        return self.text[before : tokens.starts[index] if index < len(tokens.keys) else len(self.text)]

    def begins_sentence(self, index: int) -> bool:
        """Whether a sentence (or a turn) begins at token ``index``."""
        if index <= 0 or index >= len(self._begins):
            return True
        known = self._begins[index]
        if not known:
            known = self._begins[index] = 1 + self._sentence_at(index)
        return known == 2

    def _sentence_at(self, index: int) -> bool:
        tokens = self.tokens
        before, start = tokens.ends[index - 1], tokens.starts[index]
        if start <= before or (start == before + 1 and self.text[before] == " "):
            return False
        gap = self.text[before:start]
        if gap.isspace() and "\n" not in gap:
            return False
        if self._turn_begins(index):
            return True
        match = _SENTENCE_END.search(gap[:400])
        if match is None:
            return False
        return "\n" in gap or gap[match.start()] in "。！？" or not self._abbreviated(index, gap)

    def _turn_begins(self, index: int) -> bool:
        tokens, layout = self.tokens, self.layout
        if not layout.turns:
            return False
        return layout.speaker_at(tokens.starts[index]) is not layout.speaker_at(tokens.starts[index - 1])

    def _abbreviated(self, index: int, gap: str) -> bool:
        if "!" in gap or "?" in gap:
            return self.text[self.tokens.starts[index]].islower()
        previous, following = self.tokens.plain[index - 1], self.text[self.tokens.starts[index]]
        if previous == "no":
            return following.isdigit()
        initial = len(previous) == 1 and previous.isalpha() and previous != "i"
        return (following.islower() and "(" not in gap) or previous in _ABBREVIATIONS or initial

    def sentence_start(self, index: int) -> int:
        """First token of the sentence that token ``index`` stands in."""
        floor = max(0, index - SENTENCE_REACH)
        while index > floor and (self._begins[index] == 1 or not self.begins_sentence(index)):
            index -= 1
        return index

    def sentence_end(self, index: int) -> int:
        """One past the last token of the sentence that token ``index`` stands in."""
        ceiling = min(len(self.tokens), index + SENTENCE_REACH)
        index += 1
        while index < ceiling and (self._begins[index] == 1 or not self.begins_sentence(index)):
            index += 1
        return min(index, len(self.tokens))


def _quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans between quotation marks, in code points, marks left out; a paragraph's end closes an open one."""
    opened: int | None = None
    for match in _MARKS.finditer(text):
        mark = match[0]
        if mark[0] == "\n":
            if opened is not None:
                yield opened, match.start()
            opened = None
        elif opened is None and mark != "”":
            opened = match.end()
        elif opened is not None and mark not in "“„«":
            yield opened, match.start()
            opened = None
    if opened is not None:
        yield opened, len(text)


class _Index:
    """Positions by key, as sorted arrays; memory is a few machine words a token."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        import numpy as np

        self._numbers: dict[str, int] = {}
        ids = np.fromiter(
            (self._numbers.setdefault(key, len(self._numbers)) for key in keys),
            dtype=np.int32,
            count=len(keys),
        )
        self._ids: NDArray[np.int32] = ids
        self._order: NDArray[np.intp] = np.argsort(ids, kind="stable")
        counts = np.bincount(ids, minlength=len(self._numbers)) if len(keys) else np.zeros(0, dtype=np.intp)
        self._bounds: NDArray[np.intp] = np.concatenate(([0], np.cumsum(counts))).astype(np.intp)
        lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys)) + 1
        self._offsets: NDArray[np.int64] = np.concatenate(([0], np.cumsum(lengths)))

    def positions(self, key: str) -> list[int]:
        number = self._numbers.get(key)
        if number is None:
            return []
        return [int(place) for place in self._order[self._bounds[number] : self._bounds[number + 1]]]

    def frequency(self, key: str) -> int:
        number = self._numbers.get(key)
        return 0 if number is None else int(self._bounds[number + 1] - self._bounds[number])

    def encoded(self, numbers: dict[str, int], start: int, end: int) -> bytes:
        import numpy as np

        table = np.zeros(len(self._numbers) + 1, dtype=np.uint8)
        for key, value in numbers.items():
            number = self._numbers.get(key)
            if number is not None:
                table[number] = value
        return table[self._ids[start:end]].tobytes()

    def offset(self, index: int) -> int:
        return int(self._offsets[index])

    def token_at(self, offset: int) -> int:
        import numpy as np

        return int(np.searchsorted(self._offsets, offset))


def prepare_source(text: str, language: str = "en", turns: Sequence[Turn] = ()) -> PreparedSource:
    """Make ``text`` ready for any number of judgements; time and memory linear in it.

    Args:
        turns: who speaks from where on, in order, where the source's format tells.
    """
    layout = read_layout(text, turns)
    tokens = tokenise(text, language, layout.unsaid)
    joined = f" {' '.join(tokens.keys)} " if tokens.keys else ""
    labels = Labels([turn.speaker for turn in layout.turns if turn.speaker], text)
    return PreparedSource(
        text,
        language,
        tokens,
        layout,
        labels,
        joined,
        tuple(_quoted_spans(text)),
        _Index(tokens.keys),
        bytearray(len(tokens.keys)),
    )
