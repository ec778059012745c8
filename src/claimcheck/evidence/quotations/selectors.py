"""Exact text quote selectors, as W3C Web Annotation defines them."""

from __future__ import annotations


def select_exact(
    text: str, exact: str, prefix: str = "", suffix: str = "", limit: int = 1000
) -> list[tuple[int, int]]:
    """Half-open spans of ``exact`` in ``text`` between ``prefix`` and ``suffix``, overlapping ones too.

    Nothing is normalised. An empty selector selects the empty span at every place.
    """
    needle = prefix + exact + suffix
    found: list[tuple[int, int]] = []
    at = text.find(needle)
    while at >= 0 and len(found) < limit:
        start = at + len(prefix)
        found.append((start, start + len(exact)))
        at = text.find(needle, at + 1) if at < len(text) else -1
    return found
