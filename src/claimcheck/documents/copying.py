"""How much of one text stands in another, word for word: the measures by which copies are told.

Two texts count as copied from one another at a containment of 8-word shingles of .3 or more, or a shared
run of 12 or more words outside quotation marks (both may quote a third). Shingles by Broder 1997;
everything here works on 64-bit hashes and takes time linear in the texts (the longest run: times a
logarithm).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_QUOTE_MARKS = re.compile(r"[“”\"«»„]|\n\s*\n")
_OPENING, _CLOSING = "“«„", "”»"
_PRIME = (1 << 61) - 1
_BASE = 1_000_003
_QUOTATION_LONGEST = 2_000
"""Code points after which an opening mark without its partner no longer counts as opening a quotation."""


def tokens(text: str) -> list[str]:
    """The words of a text, case folded, apostrophes made straight; punctuation does not count."""
    return [match.group().replace("’", "'").casefold() for match in _TOKEN.finditer(text)]


def shingles(text: str, size: int = 8) -> frozenset[int]:
    """Hashes of every run of ``size`` words; the same in every process. Empty if the text has fewer words."""
    return frozenset(_rolling([_code(token) for token in tokens(text)], size))


def unquoted_shingles(text: str, size: int) -> frozenset[int]:
    """Hashes of every run of ``size`` words outside double quotation marks.

    Two texts have one in common exactly where their :func:`longest_shared_run` outside quotation marks is
    ``size`` or more.
    """
    return frozenset(value for run in _runs(text, unquoted_only=True) for value in _rolling(run, size))


def containment(a: str, b: str, size: int = 8) -> float:
    """The share in [0, 1] of the shingles of ``a`` that stand in ``b``; 0 if ``a`` has none."""
    own = shingles(a, size)
    return len(own & shingles(b, size)) / len(own) if own else 0.0


def longest_shared_run(a: str, b: str, *, unquoted_only: bool = False) -> int:
    """The length in words of the longest run that stands in both texts.

    Args:
        unquoted_only: words within double quotation marks, in either text, belong to no run.
    """
    first = _runs(a, unquoted_only)
    second = _runs(b, unquoted_only)
    low, high = 0, min(max(map(len, first), default=0), max(map(len, second), default=0))
    while low < high:
        middle = (low + high + 1) // 2
        if _share(first, second, middle):
            low = middle
        else:
            high = middle - 1
    return low


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Spans within double quotation marks, marks included; a straight mark opens and closes in turn.

    A mark left open ends with its paragraph, and an overlong one counts as none.
    """
    spans: list[tuple[int, int]] = []
    opened = -1
    for match in _QUOTE_MARKS.finditer(text):
        sign = match.group()
        if len(sign) > 1:
            opened = -1
        elif opened >= 0 and (sign in _CLOSING or sign == '"'):
            if match.end() - opened <= _QUOTATION_LONGEST:
                spans.append((opened, match.end()))
            opened = -1
        elif sign in _OPENING or sign == '"':
            opened = match.start()
    return spans


def _code(token: str) -> int:
    data = token.encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 29 ^ zlib.adler32(data) ^ len(data)


def _rolling(codes: Sequence[int], size: int) -> list[int]:
    """Hashes of all windows of ``size`` codes, each from the one before (Karp & Rabin 1987)."""
    if size < 1 or len(codes) < size:
        return []
    lead = pow(_BASE, size - 1, _PRIME)
    value = 0
    for code in codes[:size]:
        value = (value * _BASE + code) % _PRIME
    values = [value]
    for leaving, coming in zip(codes, codes[size:], strict=False):
        value = ((value - leaving * lead) * _BASE + coming) % _PRIME
        values.append(value)
    return values


def _runs(text: str, unquoted_only: bool) -> list[list[int]]:
    """The text's words as codes, in one run, or in the runs between quotations."""
    if not unquoted_only:
        return [[_code(token) for token in tokens(text)]]
    runs: list[list[int]] = []
    at = 0
    for start, end in [*quoted_spans(text), (len(text), len(text))]:
        runs.append([_code(token) for token in tokens(text[at:start])])
        at = end
    return runs


def _share(first: list[list[int]], second: list[list[int]], size: int) -> bool:
    known = {value for run in first for value in _rolling(run, size)}
    return any(value in known for run in second for value in _rolling(run, size))
