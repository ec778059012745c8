"""What beside its words tells whether a sentence is the writer's view: its page, its data, its persons."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extraction.pages import Page

_I = frozenset(("i", "i'm", "i've", "my", "me"))
_WE = frozenset(("we", "us", "our"))
_YOU = frozenset(("you", "your"))
_LENGTHS = (5, 9, 14)
_LONG = 25
_LEAST = 1e-4

SIGNS: tuple[str, ...] = (
    "the page is one of opinion or reviews something",
    "the page reviews something",
    "it is analysis, sport, an obituary, travel or a blog",
    "figures",
    "dates",
    "words in quotation marks",
    "it mainly tells what somebody said",
    "names",
    "log-odds of being check-worthy",
    "a word of evaluation",
    "a strong word of evaluation",
    "several words of evaluation",
    "many words of evaluation",
    "more data than words of evaluation",
    "nothing in it could be looked up",
    "nothing in it could be looked up, on a page of opinion or a review",
    "fewer than five words",
    "fewer than nine words",
    "fewer than fourteen words",
    "more than twenty-five words",
    "log-odds of being check-worthy, on a page of opinion or a review",
    "log-odds of being check-worthy, in analysis, sport, an obituary, travel or a blog",
    "names, on a page of opinion or a review",
    "figures, on a page of opinion or a review",
    "I, my",
    "we, our",
    "you, your",
    "a semicolon or a dash",
)
"""The signs in the order of the numbers that :func:`signs_of` gives and of their weights in the model."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the other readers found in a sentence, as far as it tells views from facts.

    Attributes:
        page: what the article says of itself.
        figures: how many; dates and quotations likewise.
        told: it mainly tells what somebody said; named: it holds a proper name.
        worth: how check-worthy it reads, in [0, 1].
        evaluation: points for its words of evaluation, less one for each figure and date.
    """

    page: Page
    figures: int
    dates: int
    quotations: int
    told: bool
    named: bool
    worth: float
    evaluation: int


def signs_of(around: Surroundings, text: str, words: Sequence[str]) -> tuple[float, ...]:
    """The signs of a sentence as numbers, in the order of :data:`SIGNS`.

    Args:
        text: what in the sentence is the writer's own; words: its words in lower case.
    """
    page = around.page.opinion or around.page.review
    personal = around.page.personal and not page
    worth = min(max(around.worth, _LEAST), 1 - _LEAST)
    odds = math.log(worth / (1 - worth)) / 3
    figures, dates, quotations = (min(n, 2) for n in (around.figures, around.dates, around.quotations))
    idle = not (figures or dates or quotations or around.named)
    signs = (
        page,
        around.page.review,
        personal,
        figures,
        dates,
        quotations,
        around.told,
        around.named,
        odds,
        *(around.evaluation >= least for least in (1, 2, 3, 4)),
        around.evaluation < 0,
        idle,
        idle and page,
        *(len(words) < most for most in _LENGTHS),
        len(words) > _LONG,
        odds * page,
        odds * personal,
        around.named and page,
        figures * page,
        *(not kind.isdisjoint(words) for kind in (_I, _WE, _YOU)),
        ";" in text or "—" in text,
    )
    return tuple(map(float, signs))
