"""Making text harmless for whoever prints it next."""

from __future__ import annotations

import unicodedata

from claimcheck.records.shortening import shorten

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control, format (bidi, zero-width), surrogate, private and unassigned characters, and odd line ends."""
_TO_SPACES = str.maketrans("\n\r\t", "   ")


def visible(text: str) -> str:
    """The text on one line: line ends and tabs become spaces, what a terminal obeys becomes an escape."""
    return plain(text.translate(_TO_SPACES))


def plain(text: str) -> str:
    """The text with line ends and tabs as they are; what a terminal obeys is escaped, as in ``\\x1b``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_plain, text))


def _plain(character: str) -> str:
    if character in "\n\t" or unicodedata.category(character) not in _UNSEEN:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def cut(text: str, width: int) -> str:
    """At most ``width`` code points, cut behind a word, with an ellipsis where something is left out."""
    return shorten(text, width)
