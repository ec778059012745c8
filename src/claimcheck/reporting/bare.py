"""An article's words without the marks that Markdown puts around them, for screens that draw no markup."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_UNDERLINE = re.compile(r"^[ \t]{0,3}(?:=+|-{3,})[ \t]*$\n?", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,400}?)(?<=\S)\1(?![\w*_])")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\([^\s()]{1,2000}\)")


def bare_words(text: str) -> str:
    """``text`` without headings' marks and underlines, emphasis, and the addresses of links."""
    if "#" in text or "*" in text or "_" in text or "](" in text or "---" in text or "===" in text:
        text = _UNDERLINE.sub("", _HEADING.sub("", text))
        text = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))
    return text
