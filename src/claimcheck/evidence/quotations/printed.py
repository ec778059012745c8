"""A quotation as printed: its runs of words, and what joins them (ellipses, brackets, an attribution)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.evidence.quotations.layout import unsaid_in_quotation
from claimcheck.evidence.quotations.tokens import BRACKET, Tokens, glued, tokenise

JointKind = Literal["ellipsis", "bracket", "split"]

_ELLIPSIS = re.compile(
    r"[\[(]\s{0,3}(?:…|\.[ \u00a0]?\.[ \u00a0]?\.(?:[ \u00a0]?\.)?)\s{0,3}[\])]|…|"
    r"\.[ \u00a0]?\.[ \u00a0]?\.(?:[ \u00a0]?\.){0,3}"
)
_SPLIT = re.compile(r"[,.!?—–-]\s?[\"”]\s+([^\"“”\n]{2,120}?)[\s,]+[\"“](?=\S)")
_TURNED_SPLIT = re.compile(r"([”»])([^“”«»\n]{2,120}?)([“«])(?=\s?\S)")
_OPENING = {"”": "“", "»": "«"}
_SAYING = re.compile(
    r"\b(?:said|says|say|added|adds|told|tells|asked|wrote|writes|explained|continued|noted|insisted|"
    r"warned|argued|"
    r"replied|stated|recalled|concluded|according)\b"
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens ``start`` to ``end`` of the quotation, which must stand in a row in the source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two chunks, or before the first or after the last.

    Attributes:
        start, end: tokens inside a bracket; empty otherwise.
        text: the joint as printed.
        place, stop: its half-open span in the quotation, in code points.
    """

    kind: JointKind
    start: int
    end: int
    text: str
    place: int
    stop: int


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation taken apart: ``chunks`` and ``joints`` alternate in ``parts``.

    Attributes:
        tokens: all words, those inside brackets too, attribution between segments left out.
        patched: token index to (outside before, inside brackets, outside after) of a word like "walk[ed]".
    """

    text: str
    tokens: Tokens
    parts: tuple[Chunk | Joint, ...]
    patched: dict[int, tuple[str, str, str]]

    @property
    def chunks(self) -> list[Chunk]:
        """The runs of words in order."""
        return [part for part in self.parts if isinstance(part, Chunk)]

    @property
    def joints(self) -> list[Joint]:
        """The joints in order."""
        return [part for part in self.parts if isinstance(part, Joint)]


def read_printed(
    quote: str,
    segments: Sequence[str] = (),
    language: str = "en",
    there: str = "",
    speakers: frozenset[str] = frozenset(),
) -> Printed:
    """Take a printed quotation apart.

    Args:
        segments: the pieces of a quotation split round an attribution.
        there: the source's text; what it brackets itself is no editor's mark.
        speakers: labels of the source's turns; one printed before the words is no word of the quotation.
    """
    text, splits = _with_splits(quote, segments)
    masked, patches = glued(text)
    skip = sorted([*_label(text, speakers), *unsaid_in_quotation(text), *splits])
    tokens = tokenise(text, language, skip, masked)
    marks = [mark for mark in _marks(masked, splits, skip) if not _quoted(mark, text, there)]
    return Printed(text, tokens, tuple(_parts(text, tokens, marks)), _patched(tokens, patches))


def _with_splits(quote: str, segments: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    segments = [segment for segment in segments if segment.strip()]
    if len(segments) > 1:
        spans = _segment_gaps(quote, segments)
        return (quote, spans) if spans is not None else _joined_segments(segments)
    spoken = [
        (match.start() + 1, match.end()) for match in _SPLIT.finditer(quote) if _SAYING.search(match[1])
    ]
    return quote, spoken or list(_turned_splits(quote))


def _turned_splits(quote: str) -> Iterator[tuple[int, int]]:
    """Where a closing mark that nothing opened and then an opening one leave out what nobody said."""
    for match in _TURNED_SPLIT.finditer(quote):
        mark = match[1]
        before = quote[: match.start()]
        if _OPENING[mark] == match[3] and before.count(mark) == before.count(match[3]):
            yield match.start(), match.end()


def _segment_gaps(quote: str, segments: Sequence[str]) -> list[tuple[int, int]] | None:
    gaps: list[tuple[int, int]] = []
    at = 0
    for number, segment in enumerate(segments):
        bare = segment.strip().strip("\"“”‘’'«»„")
        found = quote.find(bare, at)
        if found < 0:
            return None
        if number:
            gaps.append((at, found))
        at = found + len(bare)
    return gaps


def _joined_segments(segments: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    text = segments[0]
    gaps: list[tuple[int, int]] = []
    for segment in segments[1:]:
        gaps.append((len(text), len(text) + 1))
        text += " " + segment
    return text, gaps


def _label(text: str, speakers: frozenset[str]) -> list[tuple[int, int]]:
    head, colon, _ = text[:80].partition(":")
    return [(0, len(head) + 1)] if colon and head.strip(" \"“”'‘’*") in speakers else []


def _quoted(mark: tuple[int, int, JointKind], text: str, there: str) -> bool:
    """Whether a bracket stands in the source just so."""
    return mark[2] == "bracket" and text[mark[0] : mark[1]] in there


def _marks(
    masked: str, splits: list[tuple[int, int]], skip: list[tuple[int, int]]
) -> list[tuple[int, int, JointKind]]:
    ellipses = [match.span() for match in _ELLIPSIS.finditer(masked)]
    taken = set(ellipses) | set(skip)
    marks: list[tuple[int, int, JointKind]] = [(start, end, "ellipsis") for start, end in ellipses]
    marks += [
        (match.start(), match.end(), "bracket")
        for match in BRACKET.finditer(masked)
        if match.span() not in taken and match[1].strip()
    ]
    inside = [(start, end) for start, end in splits]
    marks = [mark for mark in marks if not any(start <= mark[0] < end for start, end in inside[:200])]
    marks += [(start, end, "split") for start, end in splits]
    return _disjoint(sorted(marks))


def _disjoint(marks: list[tuple[int, int, JointKind]]) -> list[tuple[int, int, JointKind]]:
    kept: list[tuple[int, int, JointKind]] = []
    for mark in marks:
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _parts(text: str, tokens: Tokens, marks: list[tuple[int, int, JointKind]]) -> list[Chunk | Joint]:
    parts: list[Chunk | Joint] = []
    at = 0
    for start, end, kind in marks:
        stop = at
        while stop < len(tokens) and tokens.starts[stop] < start:
            stop += 1
        if stop > at:
            parts.append(Chunk(at, stop))
        at = stop
        while at < len(tokens) and tokens.starts[at] < end:
            at += 1
        parts.append(Joint(kind, stop, at, text[start:end], start, end))
    if at < len(tokens):
        parts.append(Chunk(at, len(tokens)))
    return parts


def _patched(tokens: Tokens, patches: list[tuple[int, int]]) -> dict[int, tuple[str, str, str]]:
    patched: dict[int, tuple[str, str, str]] = {}
    at = 0
    for start, end in patches:
        while at < len(tokens) and tokens.ends[at] <= start:
            at += 1
        if at < len(tokens) and tokens.starts[at] <= end:
            first, last = tokens.starts[at], max(tokens.ends[at], end)
            pieces = tokens.text[first:start], tokens.text[start + 1 : end - 1], tokens.text[end:last]
            patched[at] = (pieces[0].casefold(), pieces[1], pieces[2].casefold())
    return patched
