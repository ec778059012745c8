"""How commands tell of text that a file holds beside what is read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.cli.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.model import HiddenText


def announced(hidden: Sequence[HiddenText]) -> str:
    """One line with how much is kept apart and why, or nothing."""
    from claimcheck.documents.apart import say_apart

    return f"kept apart {one_line(say_apart(hidden), 400)}; never evidence" if hidden else ""


def listed(hidden: Sequence[HiddenText]) -> list[str]:
    """One line a stretch: its words, why it is kept apart, and where it stands."""
    from claimcheck.documents.apart import say_why

    return [f"    {one_line(item.text, 70)}  ({one_line(say_why(item), 120)})" for item in hidden]
