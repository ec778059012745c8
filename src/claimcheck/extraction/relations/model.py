"""Two places of one article that bear on each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RelationKind = Literal[
    "repeated",
    "hedge",
    "quotation-marks",
    "same-study",
    "unnamed-study",
    "disagreement",
    "headline",
    "stale",
    "relative",
    "no-source",
]
"""What two places are to each other.

``repeated`` word for word; ``hedge`` dropped on second mention; ``quotation-marks`` lost on reuse;
``same-study`` cited as two; ``unnamed-study`` a later mention without its name; ``disagreement`` two
assertions that exclude each other, a figure that changes among them; ``headline`` says more than the body;
``stale`` the latest of something with a date older than others in the text; ``relative`` a span that counts
up to publication; ``no-source`` a view that nobody is named for.
"""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two claims, or one claim and itself.

    Attributes:
        code: the rule that complains of it, empty where none does (``repeated``).
        first, second: claim ids, in text order; equal where one sentence is enough.
        first_span, second_span: half-open spans within the claims' texts that show it.
        message: one sentence that quotes both places.
    """

    code: str
    kind: RelationKind
    first: str
    second: str
    first_span: tuple[int, int]
    second_span: tuple[int, int]
    message: str
