"""Deleted words in a text that shows them: told apart from what stands, as ``[-these-]``, and never run
together with what was put in their place.
"""

from __future__ import annotations

OPEN, CLOSE = "[-", "-]"


def struck(before: str, words: str, after_inserted: bool) -> tuple[str, bool]:
    """Deleted words as they are set after ``before``, and whether a blank must follow them before a word.

    Args:
        before: the text of the paragraph so far; its last character counts.
        after_inserted: True where inserted words stand just before.
    """
    bare = words.strip()
    if not bare:
        return words, False
    last = before[-1:]
    apart = not last or last.isspace() or words[0].isspace()
    parted = apart or after_inserted or not (last.isalnum() and bare[0].isalnum())
    lead = " " if last and not last.isspace() and (words[0].isspace() or after_inserted) else ""
    return f"{lead}{OPEN}{bare}{CLOSE}", parted


def following(text: str, parted: bool) -> str:
    """What comes after deleted words, a blank before it where it begins a word."""
    begins = text[:1].isalnum() or text[:1] in "$€£¥“‘(\"'"
    return f" {text}" if parted and begins else text
