"""How each claim stands, in as few words as an underline and a strip can show. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from claimcheck.assessment.status import SEVERITY, Status
from claimcheck.records.models import Claim
from claimcheck.reporting.model import LETTERS
from claimcheck.reporting.prose import STATUS_WORDS, UNSOURCED_WORDS
from claimcheck.review.views import FILTERS, ArticleState, Filter, passing

MOST_CELLS = 240
"""Cells of a strip; of a longer article neighbouring claims share one, and the most serious is shown."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How one claim stands.

    Attributes:
        short: the part of the claim's id after the slash.
        number: place in the article, from 1.
        reviewed: the reader has signed it as it stands.
        signed: somebody has signed it as it stands.
        changed: every sign-off on it was on something else.
    """

    short: str
    number: int
    status: Status
    reviewed: bool
    signed: bool
    changed: bool
    orphan: bool

    @property
    def letter(self) -> str:
        """The status as one letter."""
        return LETTERS[self.status]

    @property
    def label(self) -> str:
        """The mark in words, for those who do not see it."""
        told = [STATUS_WORDS[self.status].lower()]
        if self.changed:
            told.append("changed since sign-off")
        elif self.reviewed:
            told.append("reviewed by you")
        elif self.signed:
            told.append("signed by another")
        return ", ".join(told)

    @property
    def classes(self) -> str:
        """Class names that the page draws the mark from."""
        names = [f"s-{self.status}"]
        names += ["changed"] if self.changed else ["done"] if self.reviewed else ["by-other"] * self.signed
        return " ".join(names)

    def as_dict(self) -> dict[str, object]:
        """The mark for the page's script, which redraws one claim with it."""
        return asdict(self) | {"letter": self.letter, "label": self.label, "classes": self.classes}


def short_id(claim: Claim) -> str:
    """The part of a claim's id after the slash."""
    return claim.id.partition("/")[2]


def seen_token(claim: Claim) -> str:
    """What was on the screen of a claim: a hash of its whole record.

    Wider than a sign-off's fingerprint, which leaves proposals out: who accepts a passage must have seen it.
    """
    return sha256(claim.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()[:32]


def mark_of(state: ArticleState, claim: Claim) -> Mark:
    """How one claim stands."""
    order = [item.id for item in state.ordered()]
    return _mark(state, claim, order.index(claim.id) + 1)


def marks_of(state: ArticleState) -> tuple[Mark, ...]:
    """How every claim stands, in order; those whose sentence is gone come last."""
    return tuple(_mark(state, claim, number) for number, claim in enumerate(state.ordered(), 1))


def _mark(state: ArticleState, claim: Claim, number: int) -> Mark:
    signed = bool(claim.signoffs)
    changed = signed and state.changed(claim)
    return Mark(
        short=short_id(claim),
        number=number,
        status=state.assessments[claim.id].status,
        reviewed=signed and not changed and state.reviewed(claim),
        signed=signed and not changed,
        changed=changed,
        orphan=claim.orphan,
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reader has come, orphans left out."""

    done: int
    total: int


def progress_of(state: ArticleState) -> Progress:
    """How many claims the reader has signed as they stand."""
    total = sum(not claim.orphan for claim in state.record.claims)
    return Progress(total - state.left(), total)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the strip: a claim, or neighbouring claims of a long article.

    Attributes:
        lead: the claim it leads to, the most serious one, and of those the first that is not reviewed.
        last: number of the last claim in the cell.
    """

    lead: Mark
    first: int
    last: int
    members: tuple[str, ...]

    @property
    def label(self) -> str:
        """The cell in words."""
        if self.first == self.last:
            return f"{self.first}: {self.lead.label}"
        return f"{self.first} to {self.last}: at worst {self.lead.label}"


def strip_of(marks: Sequence[Mark]) -> tuple[Cell, ...]:
    """The cells of an article's strip, at most :data:`MOST_CELLS`."""
    live = [mark for mark in marks if not mark.orphan]
    cells = min(len(live), MOST_CELLS)
    bounds = [len(live) * number // cells for number in range(cells + 1)] if cells else []
    return tuple(_cell(live[first:last]) for first, last in itertools.pairwise(bounds))


def _cell(marks: Sequence[Mark]) -> Cell:
    lead = min(marks, key=lambda mark: (SEVERITY.index(mark.status), mark.reviewed, mark.number))
    return Cell(lead, marks[0].number, marks[-1].number, tuple(mark.short for mark in marks))


@dataclass(frozen=True, slots=True)
class FilterLine:
    """One filter: its key, its name, and how many claims it lets through."""

    key: str
    name: Filter
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filtering:
    """All filters, and the claims (short ids, in order) that the chosen one lets through."""

    lines: tuple[FilterLine, ...]
    through: tuple[str, ...]


def filters_of(state: ArticleState, chosen: Filter) -> Filtering:
    """The filters with their counts."""
    found = {name: passing(state, name) for _, name, _ in FILTERS}
    lines = tuple(FilterLine(key, name, len(found[name]), name == chosen) for key, name, _ in FILTERS)
    return Filtering(lines, tuple(claim_id.partition("/")[2] for claim_id in found[chosen]))


def why_unsourced(state: ArticleState, claim: Claim) -> str:
    """Of an unsourced claim, which kind of unsourced; else nothing."""
    assessment = state.assessments[claim.id]
    return UNSOURCED_WORDS[assessment.decisive.verdict.unsourced] if assessment.status == "unsourced" else ""
