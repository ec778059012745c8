"""How commands tell of text that a file holds beside what is read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.cli.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.model import HiddenText


def announced(hidden: Sequence[HiddenText]) -> str:
    """One line: how much is kept apart and why, what in the text itself deceives the eye, and what of a web
    page is not read; or nothing."""
    from claimcheck.documents.apart import LEFT_OUT, say_apart
    from claimcheck.documents.unseen import IN_THE_TEXT

    deceiving = [item for item in hidden if item.why in IN_THE_TEXT]
    left = [item for item in hidden if item.why in LEFT_OUT]
    apart = [item for item in hidden if item.why not in IN_THE_TEXT and item.why not in LEFT_OUT]
    told = [f"kept apart {one_line(say_apart(apart), 400)}; never evidence"] if apart else []
    if deceiving:
        told.append(f"in the text, but not as it looks {one_line(say_apart(deceiving), 400)}")
    if left:
        told.append(f"left out of the page {one_line(say_apart(left), 400)}")
    return "; ".join(told)


def listed(hidden: Sequence[HiddenText]) -> list[str]:
    """One line a stretch: its words, why it is kept apart, and where it stands."""
    from claimcheck.documents.apart import say_why

    return [f"    {one_line(item.text, 70)}  ({one_line(say_why(item), 120)})" for item in hidden]
