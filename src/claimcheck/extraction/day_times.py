"""Times of day as a text writes them: "7.30pm", "19:30", "noon"."""

from __future__ import annotations

import re

DAY_TIME = re.compile(
    r"\b(?:(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.m\.|m\b)"
    r"|(?P<hours>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)\b(?!:)"
    r"|(?P<word>noon|midday|midnight)\b)",
    re.IGNORECASE,
)
_WORDS = {"noon": 720, "midday": 720, "midnight": 0}


def minutes_of(match: re.Match[str]) -> int:
    """The minutes from midnight to a time of day that ``DAY_TIME`` found."""
    if match["word"]:
        return _WORDS[match["word"].lower()]
    if match["hours"]:
        return int(match["hours"]) * 60 + int(match["minutes"])
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return hour * 60 + int(match["minute"] or 0)
