"""Markup within a Markdown paragraph: what is not shown, and what is shown in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_MOST_CHARACTERS = 20_000
_MOST_MARKS = 400
"""A paragraph beyond these is shown with its markup: matching pairs takes more than linear time."""
_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]{1,1000})\]\((<[^<>\n]{1,2000}>|[^()\s]{1,2000})(?:\s+\"[^\"\n]{0,500}\")?\)"
)
_STRONG = re.compile(r"(?<![\w*_\\])(\*\*|__)(?=[^\s*_])([^*_]{1,4000})(?<=\S)\1(?![\w*_])")
_EMPHASIS = re.compile(r"(?<![\w*_\\])([*_])(?=[^\s*_])([^*_]{1,4000})(?<=\S)\1(?![\w*_])")

Look = Literal["em", "strong", "link"]


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of the reading text that is shown in another way.

    Attributes:
        target: where a link leads, else empty.
    """

    start: int
    end: int
    look: Look
    target: str = ""


@dataclass(frozen=True, slots=True)
class Inline:
    """What is markup in a paragraph: spans that are not shown, and stretches that are styled."""

    hidden: tuple[tuple[int, int], ...] = ()
    styled: tuple[Styled, ...] = ()


def read_inline(text: str, start: int, end: int) -> Inline:
    """The emphasis and the links of one paragraph of Markdown, as spans of the reading text."""
    words = text[start:end]
    if len(words) > _MOST_CHARACTERS or sum(map(words.count, "*_[")) > _MOST_MARKS:
        return Inline()
    hidden: list[tuple[int, int]] = []
    styled: list[Styled] = []
    for look, outer, inner, target in _found(words):
        styled.append(Styled(start + inner[0], start + inner[1], look, target))
        hidden += [(start + outer[0], start + inner[0]), (start + inner[1], start + outer[1])]
    return Inline(tuple(sorted(hidden)), tuple(styled))


def _found(words: str) -> Iterator[tuple[Look, tuple[int, int], tuple[int, int], str]]:
    for link in _LINK.finditer(words):
        yield "link", link.span(), link.span(1), link[2].strip("<>")
    for bold in _STRONG.finditer(words):
        yield "strong", bold.span(), bold.span(2), ""
    for emphasis in _EMPHASIS.finditer(words):
        yield "em", emphasis.span(), emphasis.span(2), ""
