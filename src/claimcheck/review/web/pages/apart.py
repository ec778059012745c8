"""What a file holds beside the text that is read of it: shown, and plainly no evidence. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.documents.apart import say_why
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
        count: how many stretches of both there are.
        more: how many of them are not listed.
        trouble: what is wrong with the list, or empty.
    """

    unseen: tuple[ApartRow, ...] = ()
    deceiving: tuple[ApartRow, ...] = ()
    count: int = 0
    more: int = 0
    trouble: str = ""


NOTHING_APART = KeptApart()


def kept_apart(hidden: Sequence[HiddenText]) -> KeptApart:
    """The stretches as a page lists them."""
    rows = [(item.why in IN_THE_TEXT, ApartRow(item.text, say_why(item))) for item in hidden[:MOST]]
    return KeptApart(
        tuple(row for deceives, row in rows if not deceives),
        tuple(row for deceives, row in rows if deceives),
        len(hidden),
        max(0, len(hidden) - MOST),
    )
