"""What a file holds beside the text that is read of it: shown, and plainly no evidence. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.documents.apart import LEFT_OUT, say_why
from claimcheck.documents.model import HiddenText
from claimcheck.documents.unseen import IN_THE_TEXT

MOST = 200
"""Stretches that are listed of one file."""


@dataclass(frozen=True, slots=True)
class ApartRow:
    """One stretch, with why it is kept apart and where it stands."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class KeptApart:
    """What is kept apart of an article or a source.

    Attributes:
        unseen: what is no part of the text that is read.
        deceiving: letters of the text itself that are not what they look like.
        left: what a web page shows beside its article.
        count: how many stretches of all three there are.
        more: how many of them are not listed.
        trouble: what is wrong with the list, or empty.
    """

    unseen: tuple[ApartRow, ...] = ()
    deceiving: tuple[ApartRow, ...] = ()
    left: tuple[ApartRow, ...] = ()
    count: int = 0
    more: int = 0
    trouble: str = ""


NOTHING_APART = KeptApart()


def kept_apart(hidden: Sequence[HiddenText]) -> KeptApart:
    """The stretches as a page lists them."""
    rows = [(item.why, ApartRow(item.text, say_why(item))) for item in hidden[:MOST]]
    return KeptApart(
        tuple(row for why, row in rows if why not in IN_THE_TEXT and why not in LEFT_OUT),
        tuple(row for why, row in rows if why in IN_THE_TEXT),
        tuple(row for why, row in rows if why in LEFT_OUT),
        len(hidden),
        max(0, len(hidden) - MOST),
    )
