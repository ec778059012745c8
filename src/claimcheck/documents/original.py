"""From the reading text of a web page back to the page's own code, line and column.

The page is read once more without a tree: words between tags, entities decoded, and the strings of JSON-LD.
Each line of the reading text is then found among them by its words. Nothing here guesses: what is not found
has no place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title|template)\b(?P<attributes>[^<>]*)>(?P<inside>.*?)(?:</(?P=raw)\s*>|\Z)"
    r"|</?(?P<tag>[a-zA-Z][^\s/<>]*)[^<>]*>|<[!?/][^<>]*>|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": " "}
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub"
    " sup time tt u var wbr".split()
)
_WORD = re.compile(r"[^\W_]+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_GROUP, _SMALLER = 5, 3
"""Words by which a line is looked up."""
_SLACK = 4
_AHEAD = 40
"""Words of the page that may stand between two words of one line: notes' marks, hidden words."""
_CANDIDATES_MOST = 200
_ENTITY_LONGEST, _MARKS_MOST = 34, 6


@dataclass(frozen=True, slots=True)
class Original:
    """Where the words of a reading text stand in the file it was read from; offsets are code points.

    Attributes:
        text: the file as decoded, its line ends as LF.
        starts, ends: spans in the reading text of the words that were found, in order.
        places, stops: the same words' spans in ``text``.
    """

    text: str
    reading: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: tuple[int, ...]
    stops: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of the reading text stands in the file, or None where none of its words is found."""
        first = bisect_right(self.ends, start)
        last = bisect_right(self.starts, max(end - 1, start)) - 1
        if first > last:
            return None
        begin, stop = self.places[first], self.stops[last]
        # Quotation marks and full stops beside the words, where the file has the same.
        begin -= self._reach(self.reading[start : self.starts[first]], begin, back=True)
        stop += self._reach(self.reading[self.ends[last] : end], stop)
        return begin, max(begin, stop)

    def _reach(self, marks: str, at: int, *, back: bool = False) -> int:
        """How far the same marks reach from a place in the file, as they are or as an entity each."""
        size = len(marks) * _ENTITY_LONGEST
        beside = self.text[max(0, at - size) : at] if back else self.text[at : at + size]
        pattern = "".join(rf"(?:{re.escape(mark)}|&#?\w{{1,31}};)" for mark in marks[:_MARKS_MOST])
        match = re.search(rf"{pattern}\Z", beside) if back else re.match(pattern, beside)
        return len(match.group()) if match and unescape(match.group()) == marks else 0


def original_of(page: str, reading: str) -> Original:
    """Finds the words of a reading text in the code of its page; linear in both but for repeated lines."""
    page = page.replace("\r\n", "\n").replace("\r", "\n")
    there = _page_words(page)
    found: list[tuple[int, int, int, int]] = []
    for line, at in _placed(_lines(reading), _Index([word for word, _, _ in there])):
        for (start, end), number in _aligned(line, there, at):
            found.append((start, end, there[number][1], there[number][2]))
    starts, ends, places, stops = zip(*found, strict=True) if found else ((), (), (), ())
    return Original(page, reading, starts, ends, places, stops)


Word = tuple[str, int, int]
"""A word as it compares, and its span."""


def _lines(reading: str) -> list[list[Word]]:
    """The words of each line and each cell of the reading text."""
    lines = []
    for match in re.finditer(r"[^\n\t]+", reading):
        words = [
            (one.group().translate(_RAISED), one.start(), one.end())
            for one in _WORD.finditer(reading, *match.span())
        ]
        if words:
            lines.append(words)
    return lines


def _page_words(page: str) -> list[Word]:
    """The words of a page's text and of its JSON-LD, with their spans in the code."""
    parts: list[str] = []
    begins: list[int] = []
    places: list[int] = []
    length = 0
    for text, place in _stretches(page):
        parts.append(text)
        begins.append(length)
        places.append(place)
        length += len(text)
    stream = "".join(parts)
    words = []
    for match in _WORD.finditer(stream):
        first = bisect_right(begins, match.start()) - 1
        last = bisect_right(begins, match.end() - 1) - 1
        start = places[first] + match.start() - begins[first]
        stop = places[last] + match.end() - begins[last]
        words.append((match.group().translate(_RAISED), start, stop))
    return words


def _stretches(page: str) -> Iterator[tuple[str, int]]:
    """Stretches of text and where each begins in the code; elements that end a word part them."""
    data: list[tuple[str, int]] = []
    for match in _TOKEN.finditer(page):
        if match["text"] is not None:
            yield from _decoded(match["text"], match.start(), _ENTITY, unescape)
        elif match["raw"] is not None:
            if "ld+json" in match["attributes"].lower():
                data.append((match["inside"], match.start("inside")))
            yield "\n", match.end()
        elif (match["tag"] or "p").lower() not in _INLINE and not match.group().startswith("<!--"):
            yield "\n", match.end()
    for text, place in data:
        yield "\n", place
        yield from _decoded(text, place, _ESCAPE, _unescaped)


def _unescaped(escape: str) -> str:
    return (
        chr(int(escape[2:], 16))
        if escape[1] == "u" and len(escape) == 6
        else _ESCAPED.get(escape[1], escape[1])
    )


def _decoded(
    text: str, place: int, pattern: re.Pattern[str], decode: Callable[[str], str]
) -> Iterator[tuple[str, int]]:
    """A stretch parted at what stands for other characters."""
    at = 0
    for match in pattern.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], place + at
        yield decode(match.group()), place + match.start()
        at = match.end()
    if at < len(text):
        yield text[at:], place + at


class _Index:
    """The words of a page by groups of up to :data:`_GROUP`."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._groups: dict[int, dict[tuple[str, ...], list[int]]] = {}

    def find(self, wanted: Sequence[str]) -> list[int]:
        """Where a group of words stands, in order."""
        size = len(wanted)
        if size not in self._groups:
            groups: dict[tuple[str, ...], list[int]] = {}
            for at in range(len(self.words) - size + 1):
                groups.setdefault(tuple(self.words[at : at + size]), []).append(at)
            self._groups[size] = groups
        return self._groups[size].get(tuple(wanted), [])


def _placed(lines: Sequence[list[Word]], index: _Index) -> Iterator[tuple[list[Word], int]]:
    """Each line that is found, and the number of the page's word that its first word would be.

    What stands once on the page is certain; what is repeated (a headline, in the menus too) stands nearest
    to its neighbours.
    """
    found = [_candidates(line, index) for line in lines]
    sure = [places[0] if len(places) == 1 else None for places in found]
    following: list[int | None] = [None] * len(lines)
    for at in range(len(lines) - 2, -1, -1):
        following[at] = sure[at + 1] if sure[at + 1] is not None else following[at + 1]
    before: int | None = None
    for line, places, ahead in zip(lines, found, following, strict=True):
        place = _nearest(places, before, ahead)
        if place is not None:
            before = place + len(line) - 1
            yield line, place


def _candidates(line: Sequence[Word], index: _Index) -> list[int]:
    """Where a line may begin: by its first words, or, where marks or hidden words stand among those, by later
    ones.
    """
    words = [word for word, _, _ in line]
    for size in (_GROUP, _SMALLER):
        size = min(size, len(words))
        for first in range(min(len(words) - size + 1, _AHEAD)):
            places = index.find(words[first : first + size])
            if places:
                # What the page has beside the words may stand before them too.
                back = first + _SLACK if first else 0
                return [max(place - back, 0) for place in places[:_CANDIDATES_MOST]]
    return []


def _nearest(places: Sequence[int], before: int | None, ahead: int | None) -> int | None:
    """Of several places the first behind what came before, or the last before what follows."""
    between = [
        place for place in places if (before is None or place > before) and (ahead is None or place < ahead)
    ]
    if between:
        return between[0] if before is not None else between[-1]
    return places[0] if places else None


def _aligned(line: Sequence[Word], there: Sequence[Word], at: int) -> Iterator[tuple[tuple[int, int], int]]:
    """The words of a line, each with the number of the page's word that it is."""
    for place, (word, start, end) in enumerate(line):
        following = line[place + 1][0] if place + 1 < len(line) else None
        for number in range(at, min(at + _AHEAD, len(there))):
            if there[number][0] != word:
                continue
            after = there[number + 1][0] if number + 1 < len(there) else None
            # Further on, a word alone may be another of the same kind.
            if number - at <= _SLACK or following is None or after == following:
                yield (start, end), number
                at = number + 1
                break
