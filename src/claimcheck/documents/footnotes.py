"""Footnotes: the marks in running text, the notes they point to, and the words they hang on.

A mark hangs on the words before it in its sentence, back to the mark before; marks side by side hang on the
same words. Notes are lines that begin with their mark (``[1]``, ``[^a]:``, ``¹``, ``†``), or, after the last
mark, with its number (``1.``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.documents.model import Block, Reference
from claimcheck.documents.sentences import split_sentences

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "0123456789")
_NOTE = re.compile(
    r"^ {0,3}(?:\[(?P<boxed>\^?[\w-]{1,40})\][:.]?[ \t]+|(?P<raised>[⁰¹²³⁴-⁹]{1,3}|[†‡§])[ \t]*)"
    r"(?P<words>\S.*)$",
    re.M,
)
_NUMBERED = re.compile(r"^ {0,3}(?P<number>\d{1,3})[.)][ \t]+(?P<words>\S.*)$", re.M)
_ONE = r"\^[\w-]{1,40}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}"
_MARK = re.compile(
    rf"(?<!\])(?:\[(?:{_ONE})(?:,? pp?\. ?[\d–-]{{1,9}})?\][,;]?){{1,9}}(?![:(\[])"
    r"|[⁰¹²³⁴-⁹]{1,3}(?:[,˒][⁰¹²³⁴-⁹]{1,3}){0,9}|[†‡§]"
)
_KEY = re.compile(r"\^[\w-]+|\d+(?:\s?[–-]\s?\d+)?|[†‡§]")
_PAGES = re.compile(r",? pp?\. ?[\d–-]+")
_BETWEEN = re.compile(r"[\s,;˒]{0,3}")
_GOES_ON = re.compile(r"\n([ \t]*[a-z(][^\n]*)")
_AROUND = " \t\n,;:–—"
_MOST = 20
"""As many notes one mark may point to (``[3–9]``)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a footnote's mark stands (``start == end`` where the text leaves it out), and its note."""

    start: int
    end: int
    target: str


def note_lines(text: str, start: int, end: int) -> dict[int, int]:
    """Notes that some mark points to: offset of the line's beginning to offset of the note's words."""
    return {at: words for notes in _notes(text, start, end).values() for at, words in notes}


def with_notes(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that are notes marked so, without their mark."""
    notes = note_lines(text, 0, len(text))
    return [
        replace(block, kind="footnote", start=notes[block.start])
        if block.kind in ("paragraph", "list_item") and notes.get(block.start, block.end) < block.end
        else block
        for block in blocks
    ]


def footnotes(text: str, start: int, end: int, blocks: Sequence[Block]) -> tuple[Reference, ...]:
    """References of the marks whose note stands in the text, on the words they hang on."""
    notes = _notes(text, start, end)
    if not notes:
        return ()
    ends = {block.start: block.end for block in blocks}
    marks = []
    for at, stop, keys in _marks(text, start, end):
        for key in keys:
            note = next((words for line, words in notes.get(key, ()) if line > at), None)
            if note is None and key in notes:
                note = notes[key][-1][1]
            if note is not None:
                target = text[note : _note_end(text, ends.get(note) or text.find("\n", note) % (end + 1))]
                marks.append(Mark(at, stop, " ".join(target.split())))
    return hung(text, blocks, marks)


def _note_end(text: str, at: int) -> int:
    """The end of a note whose block ends at ``at``: unfinished lines go on in the next, if it begins so."""
    while (match := _GOES_ON.match(text, at)) and (match[1][0].isspace() or text[at - 1] == ","):
        at = match.end()
    return at


def hung(text: str, blocks: Sequence[Block], marks: Iterable[Mark]) -> tuple[Reference, ...]:
    """Each mark as a reference on the words it hangs on; one that stands in no block has none."""
    places = _Places(text, blocks)
    found: list[Reference] = []
    words: tuple[int, int] | None = None
    floor = 0
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        between = _BETWEEN.fullmatch(text, floor, mark.start) if floor <= mark.start else None
        if not (words and floor and (mark.start < floor or between)):
            words = places.words(mark, floor)
        floor = max(floor, mark.end)
        if words is not None:
            found.append(Reference(*words, mark.target, "footnote"))
    return tuple(found)


class _Places:
    """Blocks and their sentences, looked up by place; a block's sentences are found once."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._blocks = blocks
        self._starts = [block.start for block in blocks]
        self._known: tuple[int, list[tuple[int, int]]] = (-1, [])

    def words(self, mark: Mark, floor: int) -> tuple[int, int] | None:
        """The words before the mark in its sentence, after ``floor``; at a block's head those after it."""
        index = bisect_right(self._starts, mark.start) - 1
        if index < 0 or mark.start > self._blocks[index].end:
            return None
        for start, end in reversed(self._sentences(index)):
            if start < mark.start:
                found = self._trimmed(max(start, floor), mark.start)
                if found:
                    return found
            elif start >= mark.end and start == self._blocks[index].start:
                return self._trimmed(start, end)
        return (mark.start, mark.end) if mark.end > mark.start else None

    def _sentences(self, index: int) -> list[tuple[int, int]]:
        if self._known[0] != index:
            block = self._blocks[index]
            self._known = index, split_sentences(self._text, block.start, block.end)
        return self._known[1]

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        words = self._text[start:end]
        if not any(map(str.isalnum, words)):
            return None
        return start + len(words) - len(words.lstrip(_AROUND)), start + len(words.rstrip(_AROUND))


def _notes(text: str, start: int, end: int) -> dict[str, list[tuple[int, int]]]:
    """Notes by key, each as the beginnings of its line and of its words, that some mark points to."""
    marks = list(_marks(text, start, end))
    cited = {key for _, _, keys in marks for key in keys}
    found: dict[str, list[tuple[int, int]]] = {}
    if not cited:
        return found
    for match in _NOTE.finditer(text, start, end):
        key = (match["boxed"] or match["raised"]).translate(_LOWERED)
        if key in cited:
            found.setdefault(key, []).append((match.start(), match.start("words")))
    for match in () if found else _NUMBERED.finditer(text, marks[-1][1], end):
        if match["number"] in cited and match["number"] not in found:
            found[match["number"]] = [(match.start(), match.start("words"))]
    return found


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, list[str]]]:
    """Where marks stand and the notes they name; what opens a line is a note and no mark."""
    for match in _MARK.finditer(text, start, end):
        at, stop = match.span()
        if _opens_line(text, at) or (match.group()[0] != "[" and not _raised(text, at)):
            continue
        stop -= match.group()[-1] in ",;"
        named = _KEY.findall(_PAGES.sub("", match.group().translate(_LOWERED)))
        yield at, stop, [key for one in named for key in _each(one)]


def _each(key: str) -> list[str]:
    """``3–5`` as 3, 4, 5."""
    first, dash, last = key.replace("–", "-").partition("-")
    if key[0] == "^" or not dash:
        return [key]
    return [str(number) for number in range(int(first), min(int(last), int(first) + _MOST) + 1)]


def _raised(text: str, at: int) -> bool:
    """Whether a raised figure is a mark and no power: it follows a stop, a closing mark or a longer word."""
    before = text[max(at - 4, 0) : at]
    return before[-1:] in set(".,;:!?”\"’')]") or (len(before) == 4 and before.isalpha())


def _opens_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", max(at - 4, 0), at) + 1 : at].strip() if at else True
