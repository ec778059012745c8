"""Text cut so that a reader sees it was cut, and never within a word."""

from __future__ import annotations

_LEAST = 0.6
"""Of the width that must be filled: a longer last word is cut rather than left out."""


def shorten(text: str, width: int) -> str:
    """At most ``width`` code points of a text, cut behind a word, with an ellipsis where it is cut.

    Args:
        width: at least 1.
    """
    if len(text) <= width:
        return text
    kept = text[: width - 1]
    if not text[width - 1].isspace():
        head = kept.rpartition(" ")[0]
        kept = head if len(head) >= width * _LEAST else kept
    return f"{kept.rstrip().rstrip(',;:')}…"
