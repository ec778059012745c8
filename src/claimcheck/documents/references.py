"""The links a writer made in running text, on the words they hang on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from claimcheck.documents.model import Reference

_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"'”’\]]{3,2000}")
_INLINE_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]{1,500})\]\(\s*<?([^\s()<>]{1,2000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,500})?)>?"
    r"(?:[ \t][^()\n]{0,300})?\)"
)
_NAMED_LINK = re.compile(r"(?<!!)\[([^\[\]\n^][^\[\]\n]{0,499})\](?:\[([^\[\]\n]{0,200})\])?(?![(:])")
_DEFINITION = re.compile(
    r"^ {0,3}\[([^\[\]\n^][^\[\]\n]{0,199})\]:[ \t]*<?(\S{1,2000}?)>?[ \t]*"
    r"(?:[\"'(][^\n]{0,300}[\"')][ \t]*)?$",
    re.M,
)
_TRAILING = ".,;:!?)*_"


def urls(text: str, start: int, end: int) -> Iterator[Reference]:
    """Bare addresses, each hanging on itself."""
    for match in _URL.finditer(text, start, end):
        address = match.group().rstrip(_TRAILING)
        yield Reference(match.start(), match.start() + len(address), address, "link")


def markdown_links(text: str, start: int, end: int) -> tuple[Reference, ...]:
    """Markdown links, inline and by name, on their words; then bare addresses outside them."""
    defined = {match[1].casefold(): match for match in _DEFINITION.finditer(text, start, end)}
    found: list[tuple[int, int, Reference]] = []
    for match in _INLINE_LINK.finditer(text, start, end):
        found.append((match.start(), match.end(), Reference(*match.span(1), match[2], "link")))
    for match in _NAMED_LINK.finditer(text, start, end) if defined else ():
        target = defined.get((match[2] or match[1]).casefold())
        if target and match.start() != target.start(1) - 1:
            found.append((match.start(), match.end(), Reference(*match.span(1), target[2], "link")))
    taken = sorted([(at, stop) for at, stop, _ in found] + [match.span() for match in defined.values()])
    bare = [reference for reference in urls(text, start, end) if not _inside(reference.start, taken)]
    everything = [reference for _, _, reference in found] + bare
    return tuple(sorted(everything, key=lambda reference: (reference.start, reference.end)))


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (at, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]
