"""The paragraph a sentence stands in."""

from __future__ import annotations

import re

_HEADING = re.compile(r"#{1,6}[ \t]+")
"""What makes a line a heading in Markdown, and is no word of it."""

CONTEXT = 1500
"""Code points of the paragraph shown on each side of the sentence at most."""


def paragraph_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span in its paragraph, at most :data:`CONTEXT` code points each.

    A line end is a paragraph's end unless the line was only wrapped, that is, broken off mid-sentence.
    """
    first, last = paragraph_of(text, start, end)
    lead = "…" if start - first >= CONTEXT else ""
    trail = "…" if last - end >= CONTEXT else ""
    return lead + text[first:start].lstrip(), text[end:last].rstrip() + trail


def paragraph_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph around a span begins and ends, a heading's mark left out."""
    first = start
    while first > 0 and start - first < CONTEXT and not _breaks(text, first - 1):
        first -= 1
    if mark := _HEADING.match(text, first, start):
        first = mark.end()
    last = end
    while last < len(text) and last - end < CONTEXT and not _breaks(text, last):
        last += 1
    return first, last


def _breaks(text: str, at: int) -> bool:
    if text[at] != "\n":
        return False
    if text.startswith("#", text.rfind("\n", 0, at) + 1):
        return True  # a heading's line
    return at == 0 or at + 1 >= len(text) or text[at - 1] in '.!?:"”’)*_\n' or text[at + 1] in "\n#-*>|"
