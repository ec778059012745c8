"""Text made harmless for the program that opens a file, without losing any of it."""

from __future__ import annotations

import json
import re

_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
"""Control characters, bidi controls, zero-width characters, odd line ends, lone surrogates, tags; not tab
and line end."""
_IN_JSON = re.compile(f"[<>&{_HIDDEN}]")
_IN_CELL = re.compile(rf"[{_HIDDEN}]|\\(?=u\{{)")
_CELL_ESCAPE = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_ILLEGAL_IN_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_FORMULA = ("=", "+", "-", "@", "'", "＝", "＋", "－", "＠")

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
"""What JSON holds."""


def json_text(data: Json) -> str:
    """JSON of two spaces a level that may stand inside a ``<script>`` element and be printed on a terminal.

    ``<``, ``>``, ``&`` and every character nobody sees are written as ``\\u`` escapes, so reading it gives
    the very same text.
    """
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _IN_JSON.sub(_escaped, text) + "\n"


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; :func:`uncell` gives the text back.

    What begins like a formula, blanks before it aside, or with an apostrophe, gets an apostrophe in front;
    characters nobody sees become ``\\u{202e}``.
    """
    shown = _IN_CELL.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", text)
    risky = shown[:1] in ("\t", "\r", "\n") or shown.lstrip().startswith(_FORMULA)
    return f"'{shown}" if risky else shown


def uncell(shown: str) -> str:
    """The text that :func:`cell` was given."""
    return _CELL_ESCAPE.sub(lambda found: _character(found[0], int(found[1], 16)), shown.removeprefix("'"))


def _character(as_it_stands: str, code: int) -> str:
    return chr(code) if code <= 0x10FFFF else as_it_stands


def xml_text(text: str) -> str:
    """Text that XML can hold: what it cannot, and what turns the direction of writing, becomes ``\\u{202e}``.

    Line ends and tabs are left.
    """
    return _ILLEGAL_IN_XML.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", text)
