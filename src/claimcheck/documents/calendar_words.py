"""Days, months, feasts and seasons by name, and the pattern of a month. Plain data."""

from __future__ import annotations

MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
MONTHS_BUT_MAY = tuple(month for month in MONTHS if month != "may")
"""Of a text in small letters: "may" is a verb more often than a month."""
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
FEASTS = tuple("christmas easter ramadan diwali hanukkah halloween spring summer autumn winter".split())
"""Feasts and seasons by which something is to be, or after which it was."""
MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
"""A month, written out or short."""
MONTH = rf"{MONTH_NAME}\.?"
"""A month, written out or short, with its full stop."""
