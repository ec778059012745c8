"""Text made harmless for a page: nothing of it is markup, and nothing of it is unseen."""

from __future__ import annotations

import re
from unicodedata import category

from markupsafe import Markup, escape

from claimcheck.formats.escaping import plain

_PERHAPS_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\uf8ff\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
"""Quick to look for; what is found is decided by its category."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def harmless(value: object) -> object:
    """What every value passes through before it is escaped: unseen characters are spelled out.

    Lone surrogates among them could not even be sent.
    """
    if isinstance(value, str) and not isinstance(value, Markup) and _PERHAPS_UNSEEN.search(value):
        return plain(value)
    return value


def seen(text: str) -> Markup:
    """The text escaped, each unseen character shown as a box that counts as one character.

    The script counts offsets in what is shown, so a box says by its class that it stands for one.
    """
    if not _PERHAPS_UNSEEN.search(text):
        return escape(text)
    pieces: list[str] = []
    at = 0
    for found in _PERHAPS_UNSEEN.finditer(text):
        if category(found[0]) not in _UNSEEN:
            continue
        pieces += [str(escape(text[at : found.start()])), _box(found[0])]
        at = found.end()
    return Markup("".join([*pieces, str(escape(text[at:]))]))  # each piece is escaped, or ours


def _box(character: str) -> str:
    return f'<span class="unseen">U+{ord(character):04X}</span>'
