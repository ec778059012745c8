"""Finding the words of a W3C TextQuoteSelector in a text: exactly, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice


def find_quotes(text: str, exact: str, prefix: str = "", suffix: str = "") -> Iterator[tuple[int, int]]:
    """Every span, overlapping ones too, that reads ``exact`` between ``prefix`` and ``suffix``, in order.

    An empty ``exact`` is found as an empty span wherever prefix and suffix meet. Offsets are code points.
    """
    whole = prefix + exact + suffix
    at = text.find(whole)
    while at >= 0:
        start = at + len(prefix)
        yield start, start + len(exact)
        at = text.find(whole, at + 1) if at < len(text) else -1


def locate(
    text: str, exact: str, prefix: str = "", suffix: str = "", position: tuple[int, int] | None = None
) -> tuple[int, int] | None:
    """The one span a selector means, or None where the words are gone or stand there more than once.

    Args:
        position: of a TextPositionSelector beside it; settles which one, if the words stand exactly there.
    """
    if not exact:
        return None
    if position is not None and text[position[0] : position[1]] == exact:
        return position
    found = list(islice(find_quotes(text, exact, prefix, suffix), 2))
    return found[0] if len(found) == 1 else None
