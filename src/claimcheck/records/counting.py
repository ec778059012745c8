"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, word: str) -> str:
    """A number and its noun, such as ``1 claim`` or ``2 claims``; the noun takes an s."""
    return f"{number} {word}{'' if number == 1 else 's'}"
